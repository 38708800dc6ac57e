"""A draft put in force, and the versions an SOP went through."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.sop import cabut as sop_cabut
from service.acts.sop import konsep as konsep_acts
from service.acts.sop import pakai as acts
from service.acts.sop.daftar import sops
from service.acts.sop.konsep import Terbaca
from service.acts.sop.pakai import Setuju, Versi
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.sop.konsep import KONSEP, SopKonsep
from service.domain.sop.konsep_baca import name_of
from service.domain.sop.konsep_beda import differences
from service.domain.sop.konsep_siap import is_ready
from service.domain.sop.tulis import parsed
from service.domain.wewenang import BEBAS, WAJIB, Act
from service.face.isi import Beda, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.tombol import mark, whole
from service.web.sop.daftar import JEJAK
from service.web.sop.riwayat_isi import shown
from service.web.sop.siap_isi import for_second

bp = Blueprint("sop_pakai", __name__)


@bp.get("/sop/konsep/<konsep_id>/pakai")
@only(Act.SOP)
def show(konsep_id: str) -> str:
    """What would change, and the word that changes it."""
    found = konsep_acts.read(house(), hadir(), konsep_id)
    before = acts.last(house(), found.konsep)
    return _page(found, before, _form(found, before))


def _form(found: Terbaca, before: Versi | None) -> Formulir | None:
    konsep, me = found.konsep, hadir()
    if konsep.keadaan != KONSEP or found.periksa.berat:
        return None
    rule = _rule(konsep.instansi)
    alone = me.orang.id in konsep.penyiap
    if not me.may(Act.SOP_USE, konsep.instansi) or (alone and rule == WAJIB):
        return None
    why = Ruas(
        "alasan",
        "Alasan tanpa orang kedua",
        "",
        "panjang",
        "Anda juga yang menulis konsep ini. Alasan ini dicatat di jurnal.",
        batas=1000,
    )
    hidden = (
        Ruas("versi", "Versi", str(konsep.versi), "tersembunyi"),
        Ruas("kini", "Versi kini", str(before.urut if before else 0), "tersembunyi"),
    )
    return Formulir(
        url_for("sop_pakai.use", konsep_id=konsep.id),
        "Berlakukan SOP ini",
        (Kelompok("", (*((why,) if alone and rule != BEBAS else ()), *hidden)),),
        batal=Tautan("Kembali ke konsep", url_for("sop_konsep.show", konsep_id=konsep.id)),
        jaga=False,
    )


def _rule(instansi: str) -> str:
    with house().ledger.read() as reading:
        return reading.get(Setelan, instansi).empat_mata


def _page(found: Terbaca, before: Versi | None, form: Formulir | None) -> str:
    konsep = found.konsep
    here = url_for("sop_konsep.show", konsep_id=konsep.id)
    changed = differences(before.teks, found.periksa.teks) if before else []
    return render_template(
        "sop/pakai.html",
        judul="Berlakukan SOP",
        nama=konsep.nama,
        jejak=(*JEJAK, Tautan("Konsep", url_for("sop_konsep.listing")), Tautan(konsep.nama, here)),
        formulir=form,
        halangan="" if form else _hindrance(found),
        kesiapan=for_second(konsep) if form else "",
        siap=is_ready(konsep),
        sebelum=_called(before) if before else "",
        beda=tuple(Beda(one.nama, one.sebelum, one.sesudah) for one in changed),
        langkah=len(konsep.langkah),
        rebutan=tuple(_contested(found)),
        bagan=url_for("sop_konsep.picture", konsep_id=konsep.id, v=konsep.versi)
        if found.periksa.sop
        else "",
        ragu=sum(len(row.ragu) for row in konsep.langkah),
    )


def _contested(found: Terbaca) -> Iterator[str]:
    """Kinds of kiriman that open another SOP already: only one of the two would be opened."""
    mine = found.periksa.sop.buka.kiriman if found.periksa.sop else ()
    for kode, one in sops(house().packs, found.konsep.instansi).items():
        for jenis in one.buka.kiriman if kode != found.konsep.kode else ():
            if jenis in mine:
                yield (
                    f"Kiriman {jenis.replace('_', ' ')} juga membuka SOP {one.judul}. Hanya satu "
                    "yang terbuka sendiri; kosongkan salah satunya di Kepala SOP."
                )


def _called(one: Versi) -> str:
    return f"versi {one.urut}" if one.terbit else "bawaan Berkas"


def _hindrance(found: Terbaca) -> str:
    konsep = found.konsep
    if konsep.keadaan != KONSEP:
        return "Konsep ini sudah dipakai atau dibuang."
    if many := len(found.periksa.berat):
        if hadir().orang.id in konsep.penyiap:
            return f"Masih ada {many} kesalahan. Betulkan dahulu di halaman konsep."
        return (
            f"Masih ada {many} kesalahan. Mintalah penulisnya membetulkannya dahulu. Bila Anda "
            "sendiri yang membetulkannya, Anda ikut menulis konsep ini."
        )
    if not hadir().may(Act.SOP_USE, konsep.instansi):
        return f"Yang memberlakukan SOP adalah PPID atau Atasan PPID. {_call(konsep)}"
    return (
        "Kantor ini mewajibkan dua orang, dan Anda ikut menulis konsep ini. Yang memberlakukannya "
        f"PPID atau Atasan PPID lain. {_call(konsep)}"
    )


def _call(konsep: SopKonsep) -> str:
    """How those who can put it in force come to know of it."""
    if is_ready(konsep):
        return "Konsep ini sudah dinyatakan siap dan tampil di beranda mereka."
    return "Begitu penulisnya menyatakan siap di halaman konsep, konsep tampil di beranda mereka."


@bp.post("/sop/konsep/<konsep_id>/pakai")
@only(Act.SOP_USE)
def use(konsep_id: str) -> Response:
    """In force from now on."""
    found = konsep_acts.read(house(), hadir(), konsep_id)
    before = acts.last(house(), found.konsep)

    def again(wrong: Formulir) -> str:
        return _page(found, before, wrong)

    sent = forms.read(_form(found, before) or _bare(found), again)
    alasan = sent.nilai.get("alasan", "")
    asked = Setuju(konsep_id, sent.angka("versi"), sent.angka("kini"), alasan)
    one = sent.attempt(lambda: acts.use(house(), hadir(), asked))
    to = url_for("sop.show", instansi=one.instansi, kode_sop=one.kode, kabar="sop-berlaku")
    return redirect(to, 303)


def _bare(found: Terbaca) -> Formulir:
    """The form of somebody to whom none is offered: the act itself says why."""
    hidden = tuple(
        Ruas(one, one, "", "tersembunyi", wajib=False) for one in ("versi", "kini", "alasan")
    )
    at = url_for("sop_pakai.use", konsep_id=found.konsep.id)
    return Formulir(at, "Berlakukan SOP ini", (Kelompok("", hidden),), jaga=False)


@bp.get("/sop/<instansi>/<kode_sop>/riwayat")
@only(Act.LOOK)
def history(instansi: str, kode_sop: str) -> str:
    """Every version of an SOP, the newest first, each with what it changed."""
    every = acts.history(house(), hadir(), instansi, kode_sop)
    up = url_for("sop.show", instansi=instansi, kode_sop=kode_sop)
    change_ = url_for("sop_pakai.change", instansi=instansi, kode_sop=kode_sop)
    may, another = _may_withdraw(instansi, kode_sop, every[-1]), _by_another(instansi, every[-1])
    return render_template(
        "sop/riwayat.html",
        judul="Riwayat SOP",
        nama=next((name_of(parsed(one.teks)) for one in reversed(every) if one.teks), kode_sop),
        jejak=(*JEJAK, Tautan("Bagan alir", up)),
        versi=shown(instansi, every),
        ubah=change_ if hadir().may(Act.SOP, instansi) else "",
        tanda=house().new_id(),
        cabut=_withdrawal(instansi, kode_sop, every[-1]) if may and not another else None,
        orang_lain=may and another,
    )


def _may_withdraw(instansi: str, kode: str, now: Versi) -> bool:
    """Whether it can be withdrawn, and this person is one who decides that."""
    if not now.teks or not now.terbit or not hadir().may(Act.SOP_USE, instansi):
        return False
    return not acts.came_with(house().packs.still(), instansi, kode)


def _by_another(instansi: str, now: Versi) -> bool:
    """Whether this person put it in force, where two people must decide."""
    mine = now.terbit is not None and now.terbit.oleh == hadir().orang.id
    return mine and _rule(instansi) == WAJIB


def _withdrawal(instansi: str, kode: str, now: Versi) -> Pastikan:
    """The question before an SOP is withdrawn."""
    return Pastikan(
        "cabut",
        "Cabut SOP…",
        f"Cabut SOP {now.terbit.nama if now.terbit else kode}?",
        "Tidak ada berkas baru yang dibuka dengan SOP ini. Berkas yang berjalan tetap mengikutinya "
        "sampai selesai, dan riwayatnya tetap ada.",
        url_for("sop_pakai.withdraw", instansi=instansi, kode_sop=kode),
        "Cabut SOP",
        (
            Ruas("kini", "Versi kini", str(now.urut), "tersembunyi"),
            Ruas("alasan", "Alasan pencabutan", "", "panjang", batas=1000),
        ),
    )


@bp.post("/sop/<instansi>/<kode_sop>/cabut")
@only(Act.SOP_USE)
def withdraw(instansi: str, kode_sop: str) -> Response:
    """No new berkas opens under it."""
    kini = whole("kini", 0, 1_000_000)
    sop_cabut.withdraw(
        house(), hadir(), instansi, kode_sop, kini, request.form.get("alasan", "")[:1000]
    )
    to = url_for("sop_pakai.history", instansi=instansi, kode_sop=kode_sop, kabar="sop-dicabut")
    return redirect(to, 303)


@bp.post("/sop/<instansi>/<kode_sop>/ubah")
@only(Act.SOP)
def change(instansi: str, kode_sop: str) -> Response:
    """The SOP, or an earlier version of it, opened as a draft."""
    if not hadir().may(Act.SOP, instansi):
        raise TidakAda(f"SOP {kode_sop}")
    urut = whole("urut", 0, 1_000_000) if "urut" in request.form else None
    tanda = mark("tanda")
    konsep = acts.open_from(house(), hadir(), instansi, kode_sop, tanda, urut)
    return redirect(url_for("sop_konsep.show", konsep_id=konsep.id, kabar="sop-dibuka"), 303)
