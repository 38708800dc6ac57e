"""The days nobody works, and the office hours, of one instansi."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi import kalender as acts
from service.acts.instansi.kalender import IsianLibur
from service.acts.instansi.pilihan import at_work
from service.domain.catatan import RUMAH
from service.domain.jam_kerja import Jam
from service.domain.kalender import Kalender
from service.domain.libur import CUTI_BERSAMA, DAERAH, NASIONAL, Libur
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import HARI, hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Kosong, Menu, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_rumah import HariLibur
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("kalender", __name__)
Answer = Response | str
JAUH = 5  # years before and after this one that can be kept
KATA = {NASIONAL: "nasional", CUTI_BERSAMA: "cuti bersama", DAERAH: "daerah"}
JENIS = tuple(Pilihan(one, kata) for one, kata in KATA.items())
PASTI, SEMENTARA = "pasti", "sementara"
KEPASTIAN = (
    Pilihan(PASTI, "Sudah ditetapkan"),
    Pilihan(SEMENTARA, "Sementara", "Menurut perhitungan; keputusan resminya belum terbit."),
)
KATA_KOSONG = {
    True: "Isi dari tabel bawaan Berkas lalu cocokkan dengan keputusan bersama tiga menteri, "
    "atau tambahkan hari libur satu per satu.",
    False: "Tim Sekretariat atau administrator dapat mengisinya di halaman ini.",
}


@bp.get("/kalender")
@only(Act.STATUS)
def show() -> str:
    """The table of one instansi and one year."""
    setelan = _one(request.args.get("instansi", ""))
    return _page(setelan, request.args.get("tahun", type=int))


def _one(kode: str) -> Setelan:
    mine = [one for one in at_work(house()) if _sees(one.id)]
    found = [one for one in mine if one.id == kode] or mine
    if not found:
        raise TidakAda("Kalender")
    return found[0]


def _sees(kode: str) -> bool:
    return kode in hadir().instansi or hadir().may(Act.CALENDAR, RUMAH)


def _page(setelan: Setelan, tahun: int | None = None, formulir: Formulir | None = None) -> str:
    now = local(house().clock.now(), setelan.zona)
    year = tahun if tahun and _shown(tahun, setelan) else now.year
    may = hadir().may(Act.CALENDAR, setelan.id)
    with house().ledger.read() as look:
        libur = acts.days_off(look, setelan.id, year)
        rules = acts.kalender(house(), look, setelan.id)
    moment = house().clock.now()
    return render_template(
        "kalender.html",
        tahun=year,
        tahun_lain=[_year(setelan, one, year) for one in range(now.year - 1, now.year + 3)],
        instansi=setelan.nama,
        libur=[_day(one, may=may) for one in libur],
        jam=_hours(rules),
        hitung_ulang=None,
        formulir=(formulir or _form(setelan, year)) if may else None,
        isi=_seed(setelan, year) if may and not libur else None,
        kosong=Kosong(f"Belum ada tabel libur tahun {year}", KATA_KOSONG[may]),
        cetak=f"Dicetak {hari_tanggal(now.date())} {pukul(moment, setelan.zona)} "
        f"oleh {hadir().orang.nama}",
    )


def _year(setelan: Setelan, one: int, year: int) -> Menu:
    alamat = url_for("kalender.show", instansi=setelan.id, tahun=one)
    return Menu(str(one), alamat, di_sini=one == year)


def _day(one: Libur, *, may: bool) -> HariLibur:
    return HariLibur(
        tanggal=hari_tanggal(one.tanggal),
        iso=one.tanggal.isoformat(),
        nama=one.nama,
        jenis=KATA[one.jenis],
        rujukan=one.rujukan,
        sementara=one.sementara,
        hapus=url_for("kalender.remove", libur_id=one.id, versi=one.versi) if may else "",
        ubah=url_for("kalender.edit", libur_id=one.id) if may else "",
    )


def _hours(rules: Kalender) -> list[tuple[str, str]]:
    return [(HARI[n], words(jam)) for n, jam in enumerate(rules.jam)]


def words(jam: Jam) -> str:
    """Office hours as people say them; the gap between two stretches is the break."""
    told = (f"{one.mulai:%H.%M} sampai {one.selesai:%H.%M}" for one in jam)
    return " dan ".join(told) or "libur"


def _seed(setelan: Setelan, year: int) -> Formulir:
    ruas = (
        Ruas("instansi", "Instansi", setelan.id, "tersembunyi"),
        Ruas("tahun", "Tahun", str(year), "tersembunyi"),
    )
    kelompok = (Kelompok("", ruas),)
    return Formulir(url_for("kalender.lay"), f"Isi tabel bawaan tahun {year}", kelompok, jaga=False)


def _form(setelan: Setelan, year: int) -> Formulir:
    where = Ruas("instansi", "Instansi", setelan.id, "tersembunyi")
    ruas = (*_fields(IsianLibur(date(year, 12, 25), "", NASIONAL), blank=True), where)
    return Formulir(url_for("kalender.add"), "Tambah hari libur", (Kelompok("", ruas),))


def _fields(one: IsianLibur, *, blank: bool = False) -> tuple[Ruas, ...]:
    day = one.tanggal.isoformat()
    return (
        Ruas("tanggal", "Tanggal", "" if blank else day, "tanggal", contoh=day),
        Ruas("nama", "Nama hari libur", one.nama, contoh="Cuti bersama Hari Raya", batas=120),
        Ruas("jenis", "Jenis", one.jenis, "pilih", pilihan=JENIS),
        Ruas(
            "rujukan",
            "Rujukan",
            one.rujukan,
            contoh="SKB Tiga Menteri Nomor 1 Tahun 2026",
            wajib=False,
        ),
        Ruas("kepastian", "Kepastian", _sure(one), "radio", pilihan=KEPASTIAN),
    )


def _sure(one: IsianLibur) -> str:
    return SEMENTARA if one.sementara else PASTI


@bp.post("/kalender")
@only(Act.CALENDAR)
def add() -> Answer:
    """A day off more."""
    setelan = _one(request.form.get("instansi", ""))
    year = house().clock.now().year
    sent = forms.read(_form(setelan, year), lambda form: _page(setelan, formulir=form))
    isian = _sent(sent)
    sent.attempt(lambda: acts.add(house(), hadir(), setelan.id, isian))
    return _back(setelan.id, isian.tanggal.year)


def _sent(sent: forms.Terisi) -> IsianLibur:
    return IsianLibur(
        date.fromisoformat(sent["tanggal"]),
        sent["nama"],
        sent["jenis"],
        sent["rujukan"],
        sementara=sent["kepastian"] == SEMENTARA,
    )


@bp.post("/kalender/bawaan")
@only(Act.CALENDAR)
def lay() -> Answer:
    """The first table of a year that has none."""
    setelan = _one(request.form.get("instansi", ""))
    tahun = request.form.get("tahun", 0, type=int)
    if not _shown(tahun, setelan):
        raise TidakAda("Kalender tahun itu")
    acts.seed(house(), hadir(), setelan.id, tahun)
    return _back(setelan.id, tahun)


def _shown(tahun: int, setelan: Setelan) -> bool:
    return abs(tahun - local(house().clock.now(), setelan.zona).year) <= JAUH


@bp.get("/kalender/<libur_id>/ubah")
@only(Act.CALENDAR)
def edit(libur_id: str) -> Answer:
    """The form of one day off."""
    one = _kept(libur_id)
    return _edit_page(one, _edit_form(one))


def _kept(libur_id: str) -> Libur:
    """A day off this person may change, or TidakAda."""
    with house().ledger.read() as look:
        one = look.get(Libur, libur_id)
    if not hadir().may(Act.CALENDAR, one.instansi):
        raise TidakAda
    return one


def _edit_form(one: Libur) -> Formulir:
    seen = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    now = IsianLibur(one.tanggal, one.nama, one.jenis, one.rujukan, one.sementara)
    return Formulir(
        url_for("kalender.change", libur_id=one.id),
        "Simpan perubahan",
        (Kelompok("", (*_fields(now), seen)),),
        batal=Tautan("Batal", _at(one.instansi, one.tanggal.year)),
    )


def _edit_page(one: Libur, formulir: Formulir) -> str:
    back = Tautan(f"Kalender {one.tanggal.year}", _at(one.instansi, one.tanggal.year))
    jejak = (Tautan("Beranda", "/"), back)
    return render_template("libur.html", judul=one.nama, jejak=jejak, formulir=formulir)


@bp.post("/kalender/<libur_id>/ubah")
@only(Act.CALENDAR)
def change(libur_id: str) -> Answer:
    """A day off as a new decree has it."""
    one = _kept(libur_id)
    sent = forms.read(_edit_form(one), lambda form: _edit_page(one, form))
    isian = _sent(sent)
    sent.attempt(lambda: acts.change(house(), hadir(), libur_id, sent.angka("versi"), isian))
    return _back(one.instansi, isian.tanggal.year)


@bp.post("/kalender/<libur_id>/hapus")
@only(Act.CALENDAR)
def remove(libur_id: str) -> Answer:
    """A working day again."""
    one = _kept(libur_id)
    acts.remove(house(), hadir(), libur_id, request.args.get("versi", 0, type=int))
    return _back(one.instansi, one.tanggal.year)


def _back(kode: str, tahun: int) -> Answer:
    return redirect(_at(kode, tahun, kabar="disimpan"), 303)


def _at(kode: str, tahun: int, kabar: str | None = None) -> str:
    return url_for("kalender.show", instansi=kode, tahun=tahun, kabar=kabar)
