"""The days nobody works, and the office hours, of one instansi."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for

from service.acts import kalender as acts
from service.acts.instansi import at_work
from service.domain.catatan import RUMAH
from service.domain.jam_kerja import Jam
from service.domain.kalender import Kalender
from service.domain.libur import CUTI_BERSAMA, DAERAH, NASIONAL, Libur
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import HARI, hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Formulir, HariLibur, Kelompok, Kosong, Menu, Pilihan, Ruas
from service.web import forms
from service.web.auth import hadir, house, only

bp = Blueprint("kalender", __name__)
Answer = Response | str
KATA = {NASIONAL: "nasional", CUTI_BERSAMA: "cuti bersama", DAERAH: "daerah"}


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
    year = tahun if tahun and now.year - 5 <= tahun <= now.year + 5 else now.year
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
        kosong=Kosong(
            f"Belum ada tabel libur tahun {year}",
            "Tambahkan hari libur satu per satu menurut keputusan bersama tiga menteri.",
        ),
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
        hapus=url_for("kalender.remove", id_=one.id, versi=one.versi) if may else "",
    )


def _hours(rules: Kalender) -> list[tuple[str, str]]:
    return [(HARI[n], words(jam)) for n, jam in enumerate(rules.jam)]


def words(jam: Jam) -> str:
    """Office hours as people say them; the gap between two stretches is the break."""
    told = (f"{one.mulai:%H.%M} sampai {one.selesai:%H.%M}" for one in jam)
    return " dan ".join(told) or "libur"


def _form(setelan: Setelan, year: int) -> Formulir:
    kinds = tuple(Pilihan(one, kata) for one, kata in KATA.items())
    ruas = (
        Ruas("tanggal", "Tanggal", jenis="tanggal", contoh=f"{year}-12-25"),
        Ruas("nama", "Nama hari libur", contoh="Cuti bersama Hari Raya", batas=120),
        Ruas("jenis", "Jenis", "nasional", "pilih", pilihan=kinds),
        Ruas("rujukan", "Rujukan", contoh="SKB Tiga Menteri Nomor 1 Tahun 2026", wajib=False),
        Ruas("instansi", "Instansi", setelan.id, "tersembunyi"),
    )
    return Formulir(url_for("kalender.add"), "Tambah hari libur", (Kelompok("", ruas),))


@bp.post("/kalender")
@only(Act.CALENDAR)
def add() -> Answer:
    """A day off more."""
    setelan = _one(request.form.get("instansi", ""))
    year = house().clock.now().year
    sent = forms.read(_form(setelan, year), lambda form: _page(setelan, formulir=form))
    on = date.fromisoformat(sent["tanggal"])
    isian = acts.IsianLibur(on, sent["nama"], sent["jenis"], sent["rujukan"])
    sent.attempt(lambda: acts.add(house(), hadir(), setelan.id, isian))
    return _back(setelan.id, on.year)


@bp.post("/kalender/<id_>/hapus")
@only(Act.CALENDAR)
def remove(id_: str) -> Answer:
    """A working day again."""
    with house().ledger.read() as look:
        one = look.get(Libur, id_)
    acts.remove(house(), hadir(), id_, request.args.get("versi", 0, type=int))
    return _back(one.instansi, one.tanggal.year)


def _back(kode: str, tahun: int) -> Answer:
    where = url_for("kalender.show", instansi=kode, tahun=tahun, kabar="disimpan")
    return redirect(where, 303)  # type: ignore[return-value]
