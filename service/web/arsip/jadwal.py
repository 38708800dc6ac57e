"""The klasifikasi and JRA of an agency: sent as a file, put in force by a head."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.arsip import jadwal as acts
from service.acts.arsip.jadwal import TERBESAR, Muat
from service.domain.arsip.jadwal_pakai import BERLAKU, DIMUAT, KEADAAN, JadwalArsip
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kolom, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.arsip import isi
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.sekali import at_work
from service.web.dasar.tombol import chosen_name, mark

bp = Blueprint("arsip_jadwal", __name__)
ALAMAT = f"{isi.ALAMAT}/jadwal"
SATU = f"{ALAMAT}/<instansi>"
SEHALAMAN = 100
TERBACA = 100  # faults that a page tells at once; a file is mended from the top


class TanpaFile(Refusal):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih file jadwalnya (.xlsx atau .toml). Belum ada yang disimpan.")


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> Response:
    """That of the first agency of this person."""
    mine = [one.id for one in at_work() if hadir().may(Act.LOOK, one.id)]
    if not mine:
        raise TidakAda("Jadwal itu")
    return redirect(url_for("arsip_jadwal.show", instansi=mine[0]), 303)


@bp.get(SATU)
@only(Act.LOOK)
def show(instansi: str) -> str:
    """The codes in force, the drafts, and the form for another."""
    return _page(instansi)


@bp.post(SATU)
@only(Act.ARCHIVE)
@carrying(lambda: TERBESAR + 1_000_000)
def send(instansi: str) -> Response:
    """A file is read; with a fault it is told at once and not kept."""
    _need(instansi)
    form = _form(instansi, mark("tanda"))
    sent = forms.read(form, lambda wrong: _page(instansi, wrong))
    with house().room() as room:
        path = forms.uploaded("file", room)
        if path is None:
            return sent.again((str(TanpaFile()),))
        asked = Muat(sent["tanda"], instansi, sent["dasar"], chosen_name("file"), path)
        made, read = sent.attempt(lambda: acts.take_in(house(), hadir(), asked))
    if made is None:
        sent.must(read.salah[:TERBACA])
    return redirect(url_for("arsip_jadwal.show", instansi=instansi, kabar="disimpan"), 303)


@bp.post(f"{SATU}/<jadwal_id>/<apa>")
@only(Act.APPROVE)
def decide(instansi: str, jadwal_id: str, apa: str) -> Response:
    """A draft is put in force, or refused."""
    form = next((x for x in _drafts(instansi) if x.alamat.endswith(f"/{jadwal_id}/{apa}")), None)
    if form is None:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(form, lambda wrong: _page(instansi, wrong))
    done = acts.put_in_force if apa == "berlakukan" else acts.refuse
    told = (jadwal_id, sent.angka("versi"), sent["alasan"])
    sent.attempt(lambda: done(house(), hadir(), *told))
    return redirect(url_for("arsip_jadwal.show", instansi=instansi, kabar="disimpan"), 303)


def _need(instansi: str) -> None:
    if instansi not in {one.id for one in at_work()} or not hadir().may(Act.LOOK, instansi):
        raise TidakAda("Jadwal itu")


def _page(instansi: str, wrong: Formulir | None = None) -> str:
    _need(instansi)
    every = _all(instansi)
    zona = next(one.zona for one in at_work() if one.id == instansi)
    used = next((one for one in every if one.keadaan == BERLAKU), None)
    upload = [_form(instansi, house().new_id())] if hadir().may(Act.ARCHIVE, instansi) else []
    asked, at = request.args.to_dict(), f"{ALAMAT}/{instansi}"
    first = (page_of(asked) - 1) * SEHALAMAN
    forms_ = [*_drafts(instansi), *upload]
    return render_template(
        "arsip/jadwal.html",
        jejak=isi.JEJAK,
        muatan=_table(every, zona) if every else None,
        kode=_codes(used, first) if used else None,
        halaman=pages(at, asked, len(used.baris), SEHALAMAN, "kode") if used else None,
        formulir=[wrong if wrong and wrong.alamat == x.alamat else x for x in forms_],
    )


def _all(instansi: str) -> list[JadwalArsip]:
    with house().ledger.read() as reading:
        return acts.of_agency(reading, hadir(), instansi)


def _drafts(instansi: str) -> list[Formulir]:
    """The buttons by which a head decides about what waits."""
    _need(instansi)
    if not hadir().may(Act.APPROVE, instansi):
        return []
    waits = [one for one in _all(instansi) if one.keadaan == DIMUAT]
    return [
        _decision(one, apa, tombol)
        for one in waits
        for apa, tombol in (("berlakukan", "Berlakukan"), ("tolak", "Jangan pakai"))
    ]


def _decision(one: JadwalArsip, apa: str, tombol: str) -> Formulir:
    hint = "Wajib bila Anda juga yang memuatnya." if one.penyiap == hadir().orang.id else ""
    fields = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
        Ruas(
            "alasan",
            "Alasan",
            "",
            "panjang",
            hint,
            wajib=False,
            batas=2000,
            kunci=f"alasan-{apa}-{one.id}",
        ),
    )
    at = f"{ALAMAT}/{one.instansi}/{one.id}/{apa}"
    said = f"{tombol} {one.dasar} ({len(one.baris)} kode)"
    return Formulir(at, said, (Kelompok("", fields),), jaga=False)


def _form(instansi: str, tanda: str) -> Formulir:
    hint = (
        "Excel (.xlsx) dengan kepala kolom Kode, Jenis arsip, Aktif, Inaktif, dan Nasib akhir; "
        "atau TOML. Bila ada yang keliru, semuanya disebut dan tidak ada yang disimpan."
    )
    fields = (
        Ruas("tanda", "Tanda", tanda, "tersembunyi", batas=40),
        Ruas("dasar", "Peraturan yang menetapkannya", batas=300),
        Ruas("file", "File jadwal", jenis="file", petunjuk=hint, wajib=False),
    )
    at = f"{ALAMAT}/{instansi}"
    return Formulir(at, "Muat jadwal", (Kelompok("Muat jadwal", fields),), berlampiran=True)


def _table(every: list[JadwalArsip], zona: str) -> Tabel:
    head = tuple(map(Kolom, ("Peraturan", "Kode", "Dimuat", "Keadaan")))
    rows = tuple(
        (
            Sel(one.dasar),
            Sel(str(len(one.baris))),
            Sel(panjang(local(one.dibuat, zona).date())),
            Sel(KEADAAN[one.keadaan], bentuk="selesai" if one.keadaan == BERLAKU else None),
        )
        for one in every
    )
    return Tabel("muatan", "Jadwal yang pernah dimuat", head, rows)


def _codes(one: JadwalArsip, first: int) -> Tabel:
    head = tuple(map(Kolom, ("Kode", "Jenis arsip", "Retensi")))
    jadwal = one.jadwal
    rows = tuple(
        (
            Sel(row.kode, f"{isi.ALAMAT}?kode={row.kode}"),
            Sel(row.nama, catatan="Arsip vital" if row.vital else row.keterangan),
            Sel(found.kata if (found := jadwal.retention(row.kode)) else "–"),
        )
        for row in one.baris[first : first + SEHALAMAN]
    )
    return Tabel("kode", one.dasar, head, rows)
