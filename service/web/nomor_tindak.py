"""What can be done with a book and with one of its numbers, each looked at before it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts import nomor_batal, nomor_pesan, nomor_sisip
from service.acts.kelengkapan import report
from service.domain.buku import KeadaanBuku
from service.domain.instansi import Perkara
from service.domain.nomor import BATAL, DIPESAN, SEMENTARA, Nomor
from service.domain.nomor_surat import spoken
from service.domain.refusals import TidakAda
from service.domain.tanggal import hari_tanggal, local, panjang, pukul
from service.domain.wewenang import Act
from service.face.isi import Formulir, Kelompok, Ruas, Tautan
from service.web import forms, nomor_isi
from service.web.auth import hadir, house, need, only
from service.web.nomor import BERANDA, at, standing
from service.web.nomor_isian import CARA, Pratinjau, Sasaran, perkara_fields
from service.web.sekali import known

bp = Blueprint("nomor_tindak", __name__)
Answer = Response | str
BUKU = "/nomor/<kode>/<seri>/<masa>"


# --- with a book ---


@bp.get(f"{BUKU}/ambil/<cara>")
@only(Act.NUMBER)
def ask(kode: str, seri: str, masa: str, cara: str) -> str:
    """The form of one deed."""
    one = _sasaran(kode, seri, masa, cara)
    return _form_page(one, cara, CARA[cara].formulir(one))


def _sasaran(kode: str, seri: str, masa: str, cara: str) -> Sasaran:
    need(Act.NUMBER, kode)
    agency, state = known(kode), standing(kode, seri, masa)
    if cara not in CARA or agency is None:
        raise TidakAda
    today = local(house().clock.now(), agency.zona).date()
    if CARA[cara].kini and not state.buku.holds(today):
        raise TidakAda("Buku itu")
    return Sasaran(house(), hadir(), agency, state, today, _deed(state, cara))


def _deed(state: KeadaanBuku, cara: str) -> str:
    kode, seri, masa = state.buku.id.split("/")
    return url_for("nomor_tindak.ask", kode=kode, seri=seri, masa=masa, cara=cara)


def _form_page(
    one: Sasaran, cara: str, formulir: Formulir, pratinjau: Pratinjau | None = None
) -> str:
    return render_template(
        "nomor/ambil.html",
        judul=CARA[cara].judul,
        kata=CARA[cara].kata,
        jejak=_trail(one.state),
        formulir=formulir,
        pratinjau=pratinjau,
    )


def _trail(state: KeadaanBuku) -> tuple[Tautan, ...]:
    name = nomor_isi.name_of(known(state.buku.instansi), state)
    up = Tautan("Buku nomor", url_for("nomor.listing", instansi=state.buku.instansi))
    return BERANDA, up, Tautan(name, at(state))


@bp.post(f"{BUKU}/ambil/<cara>")
@only(Act.NUMBER)
def act(kode: str, seri: str, masa: str, cara: str) -> Answer:
    """Look at what would be kept, or keep it."""
    one = _sasaran(kode, seri, masa, cara)
    deed = CARA[cara]
    sent = forms.read(deed.formulir(one), lambda form: _form_page(one, cara, form))
    with house().room() as room:
        file: Path | None = forms.uploaded("tabel", room)
        seen = sent.attempt(lambda: deed.lihat(one, sent, file))
        if not seen.siap or "lihat" in request.form:
            return _form_page(one, cara, deed.lagi(sent, seen), seen)
        sent.attempt(lambda: deed.simpan(one, sent, file))
    return redirect(at(one.state, kabar=f"nomor-{cara}"), 303)


# --- with a number ---


@bp.get(f"{BUKU}/n/<tempat>")
@only(Act.LOOK)
def one(kode: str, seri: str, masa: str, tempat: str) -> str:
    """One number: what it is for, who took it, what can be done with it."""
    return _number_page(*_found(kode, seri, masa, tempat))


def _found(kode: str, seri: str, masa: str, tempat: str) -> tuple[KeadaanBuku, Nomor]:
    state = standing(kode, seri, masa)
    with house().ledger.read() as reading:
        return state, reading.get(Nomor, f"{state.buku.id}/{tempat}")


def _number_page(state: KeadaanBuku, nomor: Nomor, form: Formulir | None = None) -> str:
    may = hadir().may(Act.NUMBER, state.buku.instansi)
    shown = (_kept_form(one, form) for one in _forms(state, nomor)) if may else ()
    return render_template(
        "nomor/nomor.html",
        judul=f"Nomor {nomor.sebutan}",
        jejak=_trail(state),
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
    told = report_of(state, nomor)
    taken = f"{hari_tanggal(local(nomor.diambil, zona).date())}, {pukul(nomor.diambil, zona)}"
    return (
        ("Buku", f"{nomor_isi.name_of(agency, state)}, {nomor_isi.period(state)}"),
        ("Keadaan", nomor_isi.state_of(nomor)),
        ("Tanggal surat", panjang(nomor.tanggal) if nomor.tanggal else "–"),
        ("Perihal", nomor.perihal),
        ("Diambil", taken),
        ("Oleh", told[0]),
        ("Alasan", told[1]),
    )


def report_of(state: KeadaanBuku, nomor: Nomor) -> tuple[str, str]:
    """Who took a number, and the reason that stands beside it."""
    told = report(house(), hadir(), state.buku.id, nomor.tanggal)
    return nomor_isi.who(told, nomor), told.alasan.get(nomor.alasan, "")


def _forms(state: KeadaanBuku, nomor: Nomor) -> list[tuple[str, str, Formulir]]:
    found = []
    if nomor.keadaan == SEMENTARA and nomor.sisipan:
        kata = "Nomor sisipan ini menunggu orang kedua."
        found.append(("Setujui nomor sisipan", kata, _form(state, nomor, "setuju", ())))
    if nomor.keadaan == DIPESAN:
        kata = "Tanggalnya harus di antara tanggal nomor sebelum dan sesudahnya."
        letter = (
            Ruas("tanggal", "Tanggal surat", jenis="tanggal", lebar="sempit"),
            Ruas("perihal", "Perihal surat"),
            *_letter(state, nomor),
        )
        found.append(("Pakai untuk surat", kata, _form(state, nomor, "pakai", letter)))
    if nomor.keadaan != BATAL:
        kata = (
            "Nomor batal tetap di buku untuk selamanya dan tidak pernah diberikan lagi. "
            "Kertas yang sudah memuat nomor ini perlu ditarik atau diberi nomor baru."
        )
        ruas = (Ruas("alasan", "Alasan", jenis="panjang", batas=500, kunci="batal"),)
        found.append(("Batalkan nomor", kata, _form(state, nomor, "batal", ruas)))
    return found


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


TOMBOL = {"setuju": "Setujui nomor ini", "pakai": "Pakai nomor ini", "batal": "Batalkan nomor ini"}


def _form(state: KeadaanBuku, nomor: Nomor, perbuatan: str, ruas: tuple[Ruas, ...]) -> Formulir:
    kode, seri, masa = state.buku.id.split("/")
    tempat = nomor.id.removeprefix(f"{state.buku.id}/")
    where = url_for(
        "nomor_tindak.decide", kode=kode, seri=seri, masa=masa, tempat=tempat, perbuatan=perbuatan
    )
    if perbuatan == "setuju" and nomor.oleh == hadir().orang.id:
        ruas = (Ruas("alasan", "Alasan tanpa orang kedua", wajib=False, kunci="setuju"),)
    seen = Ruas("versi", "Versi", str(nomor.versi), "tersembunyi")
    return Formulir(where, TOMBOL[perbuatan], (Kelompok("", (*ruas, seen)),))


@bp.post(f"{BUKU}/n/<tempat>/<perbuatan>")
@only(Act.NUMBER)
def decide(kode: str, seri: str, masa: str, tempat: str, perbuatan: str) -> Answer:
    """Void, use or agree to one number."""
    need(Act.NUMBER, kode)
    state, nomor = _found(kode, seri, masa, tempat)
    forms_ = {form.alamat: form for _, _, form in _forms(state, nomor)}
    if request.path not in forms_:
        raise TidakAda("Tindakan itu")
    sent = forms.read(forms_[request.path], lambda form: _number_page(state, nomor, form))
    sent.attempt(lambda: _decided(nomor, perbuatan, sent))
    return redirect(at(state, kabar=f"nomor-{perbuatan}"), 303)


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
    unit, signer, sifat = (sent.nilai.get(one, "") for one in ("unit", "penandatangan", "sifat"))
    perkara = Perkara(unit, signer, sifat)
    surat = nomor_pesan.Pakai(tanggal, sent["perihal"], perkara)
    return nomor_pesan.use(house(), g.hadir, nomor.id, versi, surat)
