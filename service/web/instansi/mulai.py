"""The beginning: one-time links, then an instansi from a pack or from a form."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template
from werkzeug.wrappers import Response

from service.acts.instansi import pilihan as acts
from service.acts.instansi.packs import agency
from service.acts.orang import mulai as links
from service.acts.orang.orang import Isian
from service.domain.catatan import RUMAH
from service.domain.instansi import Instansi
from service.domain.orang import Orang
from service.domain.refusals import TidakAda
from service.domain.wewenang import BEBAS, PERINGATKAN, WAJIB, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import auth, forms
from service.web.dasar.auth import anyone, hadir, house, only
from service.web.dasar.sekali import at_work

bp = Blueprint("mulai", __name__)
Answer = Response | str
BARU = "baru_"  # no kode ends so; the choice "another instansi"
BANYAK = 3
PETUNJUK_SANDI = "Paling sedikit 12 huruf. Beberapa kata yang mudah Anda ingat sudah cukup."
EMPAT_MATA = (
    Pilihan(PERINGATKAN, "Peringatkan dan catat alasan", "Cocok untuk kantor kecil."),
    Pilihan(WAJIB, "Selalu dua orang", "Yang menyiapkan tidak dapat menyetujui."),
    Pilihan(BEBAS, "Satu orang boleh", "Tanpa peringatan; tetap tercatat di jurnal."),
)


def sandi_baru(label: str = "Sandi baru") -> Ruas:
    """The field for a password that is being chosen."""
    return Ruas("sandi", label, "", "sandi", PETUNJUK_SANDI, isi_otomatis="new-password")


def empat_mata(nilai: str = PERINGATKAN) -> Ruas:
    """The choice of the four-eyes rule."""
    label = "Bila penyiap dan penyetuju orang yang sama"
    kata = "Membuka informasi yang dikecualikan dan memusnahkan selalu memerlukan dua orang."
    return Ruas("empat_mata", label, nilai, "radio", kata, pilihan=EMPAT_MATA)


def _first(token: str) -> Formulir:
    ruas = (
        Ruas("nama", "Nama lengkap", isi_otomatis="name", lebar="sedang"),
        Ruas("nama_masuk", "Nama masuk", contoh="contoh.satu", isi_otomatis="username"),
        sandi_baru("Sandi"),
    )
    return Formulir(f"/mulai/{token}", "Buat administrator", (Kelompok("", ruas),))


def _own(token: str) -> Formulir:
    return Formulir(f"/mulai/{token}", "Simpan sandi", (Kelompok("", (sandi_baru(),)),))


def _show_first(formulir: Formulir) -> str:
    return render_template(
        "mulai.html",
        contoh=f"{formulir.alamat}/contoh",
        tahap=1,
        banyak=BANYAK,
        judul="Administrator pertama",
        kata="Administrator menjaga rumah ini: orang, peran, dan instansinya.",
        formulir=formulir,
    )


def _page(token: str, orang: Orang | None) -> tuple[Formulir, forms.Show]:
    if orang is None:
        return _first(token), _show_first
    return _own(token), lambda form: render_template(
        "orang/sandi.html", nama=orang.nama, formulir=form
    )


@bp.get("/mulai/<token>")
@anyone
def ask(token: str) -> Answer:
    """The page behind a one-time link; looking at it does not use it up."""
    formulir, show = _page(token, links.invited(house(), token))
    return show(formulir)


@bp.post("/mulai/<token>")
@anyone
def begin(token: str) -> Answer:
    """Make the first administrator, or keep a person's own password."""
    orang = links.invited(house(), token)
    sent = forms.read(*_page(token, orang))
    if orang is not None:
        kunci = sent.attempt(
            lambda: links.choose_password(house(), token, sent["sandi"], auth.alamat())
        )
        return auth.let_in(kunci, "/?kabar=selamat")
    isian = Isian(sent["nama_masuk"], sent["nama"])
    kunci = sent.attempt(
        lambda: links.first_administrator(house(), token, isian, sent["sandi"], auth.alamat())
    )
    return auth.let_in(kunci, "/siapkan")


def _choice(offered: list[Instansi]) -> Formulir:
    known = tuple(Pilihan(one.kode, one.nama) for one in offered)
    other = Pilihan(BARU, "Instansi lain", "Isi nama, unit, dan nomornya pada langkah berikut.")
    pilih = Ruas("kode", "Instansi", jenis="radio", pilihan=(*known, other))
    return Formulir("/siapkan", "Lanjutkan", (Kelompok("", (pilih, empat_mata())),))


def _show_choice(formulir: Formulir) -> str:
    return render_template(
        "mulai.html",
        tahap=2,
        banyak=BANYAK,
        judul="Pilih instansi",
        kata="Mulai dari paket yang sudah ada, atau isi sendiri untuk instansi lain.",
        formulir=formulir,
    )


@bp.get("/siapkan")
@only(Act.INSTANSI)
def choose() -> Answer:
    """Which instansi goes to work here."""
    hadir().need(Act.INSTANSI, RUMAH)
    return _show_choice(_choice(acts.offered(house())))


@bp.post("/siapkan")
@only(Act.INSTANSI)
def set_up() -> Answer:
    """Set an instansi up from its pack, or go on to the form."""
    hadir().need(Act.INSTANSI, RUMAH)
    sent = forms.read(_choice(acts.offered(house())), _show_choice)
    if sent["kode"] == BARU:
        return redirect(f"/siapkan/baru?empat_mata={sent['empat_mata']}", 303)
    made = sent.attempt(lambda: acts.set_up(house(), g.hadir, sent["kode"], sent["empat_mata"]))
    return redirect(f"/siapkan/{made.id}", 303)


@bp.get("/siapkan/<kode>")
@only(Act.INSTANSI)
def done(kode: str) -> Answer:
    """What was set up, and the way on."""
    auth.need(Act.INSTANSI, kode)
    if kode not in {one.id for one in at_work()}:
        raise TidakAda("Instansi yang sudah disiapkan di alamat ini")
    return summary(agency(house().packs, kode))


def summary(one: Instansi) -> str:
    """The last page of the set-up."""
    return render_template(
        "mulai.html",
        tahap=BANYAK,
        banyak=BANYAK,
        judul=f"{one.nama} siap dipakai",
        kata="Berikutnya: tambahkan orang dan beri mereka peran.",
        formulir=None,
        sifat=(
            ("Unit kerja", ", ".join(unit.nama for unit in one.unit)),
            ("Zona waktu", one.zona),
            ("Kotak masuk", ", ".join(f"inbox/{name}" for name in one.inbox)),
        ),
        selesai=Tautan("Tambah orang", f"/orang/baru?instansi={one.kode}"),
    )
