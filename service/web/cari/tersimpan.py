"""Searches that were kept: one's own, and those shared where one works."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.cari import simpan
from service.domain.pencarian import RUAS, TERPANJANG, Pencarian
from service.domain.wewenang import Act
from service.face.alamat import link
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.face.isi_register import PencarianTersimpan
from service.web.cari.saring import filters
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name
from service.web.dasar.tombol import mark
from service.web.naskah.daftar import named

bp = Blueprint("cari_tersimpan", __name__)
ALAMAT = "/cari/tersimpan"
SENDIRI = "sendiri"  # shared with nobody


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> str:
    """What was kept; where the address asks for something, also the form that keeps it."""
    asked = _asked(request.args)
    return _page(_form(asked, house().new_id()) if asked else None)


@bp.post(ALAMAT)
@only(Act.LOOK)
def save() -> Response:
    """Keep a search under a name."""
    asked = _asked(request.form)
    form = _form(asked, mark("id"))
    sent = forms.read(form, _page)
    instansi, _, unit = sent["bagi"].partition("/") if sent["bagi"] != SENDIRI else ("", "", "")
    told = simpan.Simpanan(mark("id"), sent["nama"], asked, instansi, unit)
    sent.attempt(lambda: simpan.save(house(), hadir(), told))
    return redirect(f"{ALAMAT}?kabar=pencarian-disimpan", 303)


@bp.post(f"{ALAMAT}/<id_>/hapus")
@only(Act.LOOK)
def discard(id_: str) -> Response:
    """Take one away: one's own, or one that was left behind where one leads."""
    simpan.discard(house(), hadir(), id_)
    return redirect(f"{ALAMAT}?kabar=pencarian-dihapus", 303)


def _asked(told: Mapping[str, str]) -> dict[str, str]:
    return {name: told[name][:200] for name in RUAS if told.get(name, "").strip()}


def _form(asked: Mapping[str, str], id_: str) -> Formulir:
    places = [Pilihan(f"{kode}/{unit}", _place(kode, unit)) for kode, unit in _places()]
    ruas = (
        Ruas("nama", "Nama pencarian", asked.get("kata", "")[:TERPANJANG], batas=TERPANJANG),
        Ruas(
            "bagi",
            "Terlihat oleh",
            SENDIRI,
            "pilih",
            petunjuk="Setiap orang hanya menemukan apa yang boleh dilihatnya sendiri.",
            pilihan=(Pilihan(SENDIRI, "Saya sendiri"), *places),
        ),
        Ruas("id", "Tanda", id_, "tersembunyi"),
        *(Ruas(name, name, value, "tersembunyi") for name, value in asked.items()),
    )
    return Formulir(ALAMAT, "Simpan pencarian", (Kelompok("", ruas),))


def _places() -> list[tuple[str, str]]:
    return simpan.shareable(hadir())


def _place(kode: str, unit: str) -> str:
    if not unit:
        return f"Semua di {nama_instansi(kode)}"
    return f"Semua di {unit_name(kode, unit)}, {nama_instansi(kode)}"


def _page(form: Formulir | None = None) -> str:
    with house().ledger.read() as reading:
        found = simpan.kept(reading, hadir())
        gone = simpan.removable(reading, hadir(), found, house().clock.now())
    theirs = {one.id for one in gone}
    names = house().lists.nama_orang({one.orang for one in found})
    words = _words()
    return render_template(
        "cari/tersimpan.html",
        jejak=[Tautan("Cari", url_for("cari.show"))],
        formulir=form,
        pencarian=tuple(_shown(one, names, words, hapus=one.id in theirs) for one in found),
        kosong=Kosong(
            "Belum ada pencarian tersimpan",
            "Cari sesuatu, lalu pilih Simpan pencarian ini di bawah kotak pencariannya.",
        ),
    )


def _words() -> dict[tuple[str, str], str]:
    """What the choices of each filter are called."""
    fields = filters({}, named(house(), hadir()))
    return {(one.nama, x.nilai): x.teks for one in fields for x in one.pilihan} | {
        (one.nama, ""): one.label for one in fields
    }


def _shown(
    one: Pencarian,
    names: Mapping[str, str],
    words: Mapping[tuple[str, str], str],
    *,
    hapus: bool,
) -> PencarianTersimpan:
    mine = one.orang == hadir().orang.id
    told = [one.saring["kata"]] if one.saring.get("kata") else []
    told += [
        f"{words.get((name, ''), name)}: {words.get((name, value), value)}"
        for name, value in one.saring.items()
        if name != "kata"
    ]
    whose = "" if mine else f"dari {names.get(one.orang, 'orang lain')}"
    if hapus and not mine:
        whose += ", yang tidak bertugas di sini lagi"
    where = f"dibagikan, {_place(one.instansi, one.unit)}" if one.bersama and mine else ""
    return PencarianTersimpan(
        one.nama,
        link(url_for("cari.show"), one.saring),
        tuple(told),
        whose or where,
        _removal(one, mine=mine) if hapus else None,
    )


def _removal(one: Pencarian, *, mine: bool) -> Pastikan:
    others = " Rekan Anda tidak melihatnya lagi." if mine else " Tidak ada yang melihatnya lagi."
    return Pastikan(
        f"hapus-{one.id}",
        "Hapus…",
        f"Hapus pencarian “{one.nama}”?",
        "Yang pernah ditemukannya tidak berubah." + (others if one.bersama else ""),
        f"{ALAMAT}/{one.id}/hapus",
        "Hapus pencarian",
    )
