"""My own account: what I hold, my password, and what I lend."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template
from werkzeug.wrappers import Response

from service.acts.orang import delegasi as acts
from service.acts.orang import masuk
from service.acts.orang import surel as surat
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.tanggal import local, nip_berkelompok
from service.domain.token import is_program
from service.domain.wewenang import ADMINISTRATOR
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import auth, forms
from service.web.dasar.auth import hadir, house, signed_in
from service.web.dasar.muka import nama_instansi
from service.web.dasar.pemegang import held, nama_unit, sebutan
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.instansi.mulai import sandi_baru
from service.web.orang import surel

bp = Blueprint("akun", __name__)
Answer = Response | str


def _sandi() -> Formulir:
    lama = Ruas("lama", "Sandi sekarang", jenis="sandi", isi_otomatis="current-password")
    kelompok = Kelompok("", (lama, sandi_baru()))
    return Formulir("/akun/sandi", "Ganti sandi", (kelompok,), jaga=False)


def _delegasi() -> Formulir | None:
    mine = [p for p in hadir().peran if p.sebagai != DELEGASI and p.peran != ADMINISTRATOR]
    people = _colleagues(tuple({one.instansi for one in mine}))
    if not mine or not people:
        return None
    ruas = (
        Ruas(
            "pemegang",
            "Peran",
            mine[0].id if len(mine) == 1 else "",
            "pilih",
            pilihan=tuple(Pilihan(one.id, _said(one)) for one in mine),
        ),
        Ruas("kepada", "Kepada", "", "pilih", pilihan=people, lebar="sedang"),
        Ruas("mulai", "Mulai", "", "tanggal", lebar="sempit", kunci="mulai-delegasi"),
        Ruas("sampai", "Sampai dengan", "", "tanggal", lebar="sempit", kunci="sampai-delegasi"),
        Ruas("dasar", "Dasar", petunjuk="Misalnya nomor nota dinas.", wajib=False),
    )
    return Formulir("/akun/delegasi", "Delegasikan", (Kelompok("", ruas),))


def _said(one: Pemegang) -> str:
    place = nama_unit(one.instansi, one.unit) or nama_instansi(one.instansi)
    return f"{sebutan(one.instansi, one.peran)}, {place}"


def _colleagues(instansi: tuple[str, ...]) -> tuple[Pilihan, ...]:
    with house().ledger.read() as reading:
        found = [one for kode in instansi for one in reading.find(Orang, instansi=kode)]
    theirs = [one for one in found if one.aktif and not is_program(one)]
    others = [one for one in theirs if one.id != hadir().orang.id]
    return tuple(Pilihan(one.id, one.nama) for one in sorted(others, key=lambda one: one.nama))


def _page(
    sandi: Formulir | None = None,
    delegasi: Formulir | None = None,
    pos: Formulir | None = None,
) -> str:
    orang = hadir().orang
    return render_template(
        "orang/akun.html",
        nama=orang.nama,
        sifat=(
            ("Nama masuk", orang.nama_masuk),
            ("NIP", nip_berkelompok(orang.nip)),
            ("Instansi", nama_instansi(orang.instansi)),
        ),
        peran=held(house(), hadir(), orang),
        formulir=sandi or _sandi(),
        delegasi=delegasi or _delegasi(),
        surel=pos or surel.form(),
        ditolak=surel.refused(),
        surat=surel.letters(),
    )


@bp.get("/akun")
@signed_in
def show() -> str:
    """The account of whoever is in."""
    return _page()


@bp.post("/akun/sandi")
@signed_in
def change_password() -> Answer:
    """A new password; sessions elsewhere end."""
    sent = forms.read(_sandi(), lambda form: _page(sandi=form))
    kunci = sent.attempt(
        lambda: masuk.change_password(house(), g.hadir, sent["lama"], sent["sandi"], auth.alamat())
    )
    return auth.let_in(kunci, "/akun?kabar=sandi")


@bp.post("/akun/surel")
@signed_in
def say_address() -> Answer:
    """Where mail goes, and whether it goes at all."""
    form = surel.form() or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(pos=wrong))
    mau = sent["mau"] == surel.MAU
    sent.attempt(lambda: surat.say(house(), g.hadir, sent.angka("versi"), sent["surel"], mau=mau))
    return redirect("/akun?kabar=surel#surel", 303)


@bp.post("/akun/delegasi")
@signed_in
def delegate() -> Answer:
    """Lend a peran for a term."""
    form = _delegasi() or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(delegasi=wrong))
    today = local(house().clock.now(), zona_of(g.hadir, at_work())).date()
    pinjaman = acts.Pinjaman(
        sent["pemegang"],
        sent["kepada"],
        sent.tanggal("mulai") or today,
        sent.tanggal("sampai") or today,
        dasar=sent["dasar"],
    )
    sent.attempt(lambda: acts.delegate(house(), g.hadir, pinjaman))
    return redirect("/akun?kabar=delegasi", 303)


@bp.post("/delegasi/<pemegang_id>/cabut")
@signed_in
def withdraw(pemegang_id: str) -> Answer:
    """End a delegation before its term."""
    acts.withdraw(house(), hadir(), pemegang_id)
    return redirect("/akun?kabar=dicabut", 303)
