"""One number of a book, or beside it: what it is, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, g, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.naskah import nomor_sementara
from service.acts.naskah.nomor_sementara import BukanSementara
from service.acts.nomor import batal as nomor_batal
from service.acts.nomor import menunggu as nomor_menunggu
from service.acts.nomor import pesan as nomor_pesan
from service.acts.nomor import sisip as nomor_sisip
from service.acts.nomor.kelengkapan import single
from service.domain.buku import KeadaanBuku
from service.domain.nomor import BATAL, DIPESAN, EKSTERNAL, SEMENTARA, Nomor, NomorSudahBatal
from service.domain.nomor_surat import spoken
from service.domain.refusals import Refusal, TidakAda
from service.domain.seri import Perkara
from service.domain.tanggal import hari_tanggal, local, panjang, pukul
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, need, only
from service.web.dasar.sekali import known
from service.web.nomor import isi as nomor_isi
from service.web.nomor import jalan
from service.web.nomor.jalan import BUKU, at
from service.web.nomor.sasaran import Sasaran, perkara_fields

bp = Blueprint("nomor_satu", __name__)
Answer = Response | str


@bp.get(f"{BUKU}/n/<tempat>")
@only(Act.LOOK)
def show(kode: str, seri: str, masa: str, tempat: str) -> str:
    """One number: what it is for, who took it, what can be done with it."""
    return _number_page(*jalan.found(kode, seri, masa, tempat))


@bp.get(f"{BUKU}/luar/<luar_id>")
@only(Act.LOOK)
def show_outer(kode: str, seri: str, masa: str, luar_id: str) -> str:
    """One number that another register gave."""
    return _number_page(*jalan.found(kode, seri, masa, f"{jalan.LUAR}{luar_id}"))


def _number_page(state: KeadaanBuku, nomor: Nomor, form: Formulir | None = None) -> str:
    may = hadir().may(Act.NUMBER, state.buku.instansi)
    shown = (_kept_form(one, form) for one in _forms(state, nomor)) if may else ()
    return render_template(
        "nomor/nomor.html",
        judul=f"Nomor {nomor.sebutan}",
        jejak=jalan.trail(state),
        sifat=_traits(state, nomor),
        formulir=tuple(shown),
        keliru=form is not None and form.keliru,
    )


def _kept_form(one: tuple[str, str, Formulir], wrong: Formulir | None) -> tuple[str, str, Formulir]:
    judul, kata, form = one
    return judul, kata, wrong if wrong and wrong.alamat == form.alamat else form


def _traits(state: KeadaanBuku, nomor: Nomor) -> tuple[tuple[str, str], ...]:
    agency = known(state.buku.instansi)
    zona = agency.zona if agency else "WIB"
    told = single(house(), state, nomor)
    taken = f"{hari_tanggal(local(nomor.diambil, zona).date())}, {pukul(nomor.diambil, zona)}"
    outer = nomor.sumber == EKSTERNAL
    return (
        ("Buku", f"{nomor_isi.name_of(agency, state)}, {nomor_isi.period(state)}"),
        ("Asal", "Register lain, dicatat di samping buku ini") if outer else ("", ""),
        ("Keadaan", nomor_isi.state_of(nomor)),
        ("Tanggal surat", panjang(nomor.tanggal) if nomor.tanggal else "–"),
        ("Perihal", nomor_menunggu.about(house(), hadir(), nomor)),
        ("Dicatat" if outer else "Diambil", taken),
        ("Oleh", nomor_isi.who(told, nomor)),
        ("Alasan", told.alasan.get(nomor.alasan, "")),
    )


def _forms(state: KeadaanBuku, nomor: Nomor) -> list[tuple[str, str, Formulir]]:
    found = []
    if nomor.keadaan == SEMENTARA and nomor.sisipan:
        kata = "Nomor sisipan ini menunggu orang kedua."
        found.append(("Setujui nomor sisipan", kata, _form(state, nomor, "setuju", ())))
    if nomor.keadaan == SEMENTARA and not nomor.sisipan:
        kata = (
            "Nomor menjadi milik surat ini untuk seterusnya; persetujuan konsepnya kelak memakai "
            "nomor dan tanggal ini. Tanggalnya harus di antara tanggal nomor sebelum dan "
            "sesudahnya."
        )
        on = Ruas("tanggal", "Tanggal surat", jenis="tanggal", lebar="sempit")
        found.append(("Tetapkan nomor", kata, _form(state, nomor, "tetap", (on,))))
    if nomor.keadaan == DIPESAN:
        kata = "Tanggalnya harus di antara tanggal nomor sebelum dan sesudahnya."
        letter = (
            Ruas("tanggal", "Tanggal surat", jenis="tanggal", lebar="sempit"),
            Ruas("perihal", "Perihal surat"),
            *_letter(state, nomor),
        )
        found.append(("Pakai untuk surat", kata, _form(state, nomor, "pakai", letter)))
    if nomor.keadaan != BATAL:
        ruas = (Ruas("alasan", "Alasan", jenis="panjang", batas=500, kunci="batal"),)
        found.append(("Batalkan nomor", _void_words(nomor), _form(state, nomor, "batal", ruas)))
    return found


def _void_words(nomor: Nomor) -> str:
    if nomor.sumber == EKSTERNAL:
        return (
            "Yang dibatalkan hanya catatannya di sini; barisnya tetap di samping buku dengan "
            "alasannya, dan nomor yang sama dapat dicatat lagi. Nomor di SRIKANDI atau buku "
            "asalnya tidak berubah."
        )
    return (
        "Nomor batal tetap di buku untuk selamanya dan tidak pernah diberikan lagi. "
        "Kertas yang sudah memuat nomor ini perlu ditarik atau diberi nomor baru."
    )


def _letter(state: KeadaanBuku, nomor: Nomor) -> tuple[Ruas, ...]:
    """What the number takes from its letter, as far as it was said when it was reserved."""
    agency = known(state.buku.instansi)
    seri = agency.seri_for(state.buku.seri) if agency else None
    if agency is None or seri is None:
        return ()
    # A unit that was closed since may still have had the letter.
    taken = local(nomor.diambil, agency.zona).date()
    told = spoken(agency, seri, nomor.nomor)
    said = {"unit": told.unit, "penandatangan": told.penandatangan, "sifat": told.sifat or "biasa"}
    fields = perkara_fields(Sasaran(house(), hadir(), agency, state, taken, ""))
    return tuple(replace(one, nilai=said[one.nama]) for one in fields)


TOMBOL = {
    "setuju": "Setujui nomor ini",
    "tetap": "Tetapkan nomor ini",
    "pakai": "Pakai nomor ini",
    "batal": "Batalkan nomor ini",
}


def _form(state: KeadaanBuku, nomor: Nomor, perbuatan: str, ruas: tuple[Ruas, ...]) -> Formulir:
    where = jalan.number(state, nomor, perbuatan)
    if perbuatan == "setuju" and nomor.oleh == hadir().orang.id:
        ruas = (Ruas("alasan", "Alasan tanpa orang kedua", wajib=False, kunci="setuju"),)
    seen = Ruas("versi", "Versi", str(nomor.versi), "tersembunyi")
    return Formulir(where, TOMBOL[perbuatan], (Kelompok("", (*ruas, seen)),))


@bp.post(f"{BUKU}/n/<tempat>/<perbuatan>")
@only(Act.NUMBER)
def decide(kode: str, seri: str, masa: str, tempat: str, perbuatan: str) -> Answer:
    """Void, use, settle or agree to one number."""
    need(Act.NUMBER, kode)
    return _done(*jalan.found(kode, seri, masa, tempat), perbuatan)


@bp.post(f"{BUKU}/luar/<luar_id>/<perbuatan>")
@only(Act.NUMBER)
def decide_outer(kode: str, seri: str, masa: str, luar_id: str, perbuatan: str) -> Answer:
    """Void the note of a number that another register gave."""
    need(Act.NUMBER, kode)
    return _done(*jalan.found(kode, seri, masa, f"{jalan.LUAR}{luar_id}"), perbuatan)


def _done(state: KeadaanBuku, nomor: Nomor, perbuatan: str) -> Answer:
    form = next((one for _, _, one in _forms(state, nomor) if one.alamat == request.path), None)
    if form is None:
        raise _not_now(nomor, perbuatan)
    sent = forms.read(form, lambda form: _number_page(state, nomor, form))
    sent.attempt(lambda: _decided(nomor, perbuatan, sent))
    if nomor.sumber == EKSTERNAL:
        return redirect(f"{jalan.number(state, nomor)}?kabar=nomor-luar-batal", 303)
    return redirect(at(state, kabar=f"nomor-{perbuatan}"), 303)


def _not_now(nomor: Nomor, perbuatan: str) -> Refusal:
    """Why a deed that is known cannot be done with this number any more."""
    if perbuatan in TOMBOL and nomor.keadaan == BATAL:
        return NomorSudahBatal(nomor.sebutan)
    if perbuatan == "tetap" and not nomor.sisipan:
        return BukanSementara(nomor.sebutan)
    return TidakAda("Tindakan itu")


def _decided(nomor: Nomor, perbuatan: str, sent: forms.Terisi) -> Nomor:
    versi = sent.angka("versi")
    if perbuatan == "batal":
        return nomor_batal.void(house(), g.hadir, nomor.id, versi, sent["alasan"])
    if perbuatan == "setuju":
        alasan = sent.nilai.get("alasan", "")
        return nomor_sisip.agree(house(), g.hadir, nomor.id, versi, alasan)
    tanggal = sent.tanggal("tanggal")
    if tanggal is None:
        raise TidakAda("Tanggal itu")
    if perbuatan == "tetap":
        return nomor_sementara.settle(house(), g.hadir, nomor.id, versi, tanggal)
    unit, signer, sifat = (sent.nilai.get(one, "") for one in ("unit", "penandatangan", "sifat"))
    perkara = Perkara(unit, signer, sifat)
    surat = nomor_pesan.Pakai(tanggal, sent["perihal"], perkara)
    return nomor_pesan.use(house(), g.hadir, nomor.id, versi, surat)
