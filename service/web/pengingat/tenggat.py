"""The calendar of terms: a month, or some days ahead; on screen, on paper, in a calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import reach
from service.acts.orang.hadir import day
from service.acts.pengingat.tenggat_kalender import Diminta, Lembar, sheet
from service.domain.ingat import APA, DI_KALENDER
from service.domain.refusals import TidakAda
from service.domain.tanggal import BULAN, HARI, hari_tanggal, pukul
from service.domain.tenggat_kalender import written
from service.domain.wewenang import Act
from service.face.alamat import link, page_of, pages
from service.face.isi import Halaman as Sebagian
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.masa import span
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import at_work, known
from service.web.pengingat import tenggat_isi as isi

bp = Blueprint("tenggat", __name__)
ALAMAT = "/tenggat"
BULANAN, SEHARI = "bulan", "hari"
TAMPIL = {BULANAN: "Satu bulan", "14": "14 hari ke depan", "30": "30 hari ke depan"}
SELEMBAR = 100  # terms on one page of a single day
SEBANYAK = {BULANAN: isi.SESEL, "14": isi.SEHARI, "30": isi.SEHARI, SEHARI: SELEMBAR}
JAUH = 5  # years before and after this one that can be asked for


@dataclass(frozen=True)
class Halaman:
    """What the address asks for: one agency, some days, some kinds, one unit."""

    instansi: str
    tampil: str
    masa: tuple[date, date]
    hari_ini: date
    jenis: str
    unit: str

    @property
    def kata(self) -> str:
        """The days in words."""
        first, last = self.masa
        if self.tampil == BULANAN:
            return f"{BULAN[first.month - 1]} {first.year}"
        if first == last:
            return hari_tanggal(first)
        return f"{hari_tanggal(first, tahun=first.year != last.year)} sampai {hari_tanggal(last)}"

    @property
    def asked(self) -> dict[str, str]:
        """The same as an address says it."""
        told = {"instansi": self.instansi if len(_agencies()) > 1 else "", "unit": self.unit}
        told |= {"jenis": self.jenis, "tampil": self.tampil if self.tampil != BULANAN else ""}
        if self.tampil == BULANAN and self.masa[0] != self.hari_ini.replace(day=1):
            told["bulan"] = f"{self.masa[0]:%Y-%m}"
        if self.tampil == SEHARI:
            told["hari"] = self.masa[0].isoformat()
        return {name: value for name, value in told.items() if value}


@bp.get(ALAMAT)
@only(Act.LOOK)
def show() -> str:
    """What ends on which day."""
    page = _asked()
    whole = _sheet(page)
    lembar, halaman = _leaf(page, whole)
    month = page.tampil == BULANAN
    now = house().clock.now()
    return render_template(
        "tenggat.html",
        kata=page.kata,
        bulanan=month,
        pekan=HARI,
        hari=isi.days(
            lembar,
            page.masa,
            lambda unit: unit_name(page.instansi, unit),
            lambda on: link(ALAMAT, page.asked, tampil=SEHARI, hari=on.isoformat(), bulan=""),
            SEBANYAK[page.tampil],
            month=month,
        ),
        jumlah=isi.totals(whole),
        halaman=halaman,
        terpotong=[APA[one] for one in lembar.terpotong],
        ragu=lembar.kalender.ragu(*page.masa),
        geser=_around(page),
        saring=_filters(page),
        tersaring=bool(page.jenis or page.unit),
        alamat=ALAMAT,
        ics=link(url_for("tenggat.as_ics"), page.asked),
        kosong=Kosong("Tidak ada tenggat di hari-hari ini", "Pilih masa atau saringan lain."),
        cetak=f"Dicetak {hari_tanggal(page.hari_ini)} {pukul(now, lembar.kalender.zona)} oleh "
        f"{hadir().orang.nama}",
        instansi=nama_instansi(page.instansi),
    )


@bp.get(f"{ALAMAT}/unduh.ics")
@only(Act.LOOK)
def as_ics() -> Response:
    """The same days for somebody's own calendar, fetched by whoever is in and by nobody else."""
    page = _asked()
    name = f"Tenggat {nama_instansi(page.instansi)}"
    text = written(name, isi.events(_sheet(page)), house().clock.now(), house().url)
    answer = Response(text, mimetype="text/calendar")
    first = page.masa[0].isoformat()
    answer.headers["Content-Disposition"] = f'attachment; filename="tenggat-{first}.ics"'
    return answer


def _sheet(page: Halaman) -> Lembar:
    kinds = frozenset({page.jenis} if page.jenis else ())
    return sheet(house(), hadir(), Diminta(page.instansi, *page.masa, kinds, page.unit))


def _leaf(page: Halaman, lembar: Lembar) -> tuple[Lembar, Sebagian | None]:
    """One page of a single day; everything else is whole."""
    if page.tampil != SEHARI:
        return lembar, None
    many = len(lembar.berakhir)
    asked = {**page.asked, "halaman": request.args.get("halaman", "")}
    here = min(page_of(asked), max(1, -(-many // SELEMBAR)))
    some = lembar.berakhir[(here - 1) * SELEMBAR : here * SELEMBAR]
    return replace(lembar, berakhir=some), pages(ALAMAT, asked, many, SELEMBAR, "tenggat")


def _agencies() -> list[str]:
    places = {one.instansi for one in reach(house(), hadir())}
    return [one.id for one in at_work() if one.id in places]


def _asked() -> Halaman:
    mine = _agencies()
    if not mine:
        raise TidakAda("Kalender tenggat")
    kode = request.args.get("instansi", "")
    kode = kode if kode in mine else mine[0]
    with house().ledger.read() as reading:
        today = day(reading, kode, house().clock.now())
    tampil, masa = _span(today)
    jenis, unit = (request.args.get(name, "") for name in ("jenis", "unit"))
    units = {one.nilai for one in _units(kode)}
    return Halaman(
        kode,
        tampil,
        masa,
        today,
        jenis if jenis in DI_KALENDER else "",
        unit if unit in units else "",
    )


def _span(today: date) -> tuple[str, tuple[date, date]]:
    """How the days are shown, and which; this month where the address makes no sense."""
    tampil = request.args.get("tampil", BULANAN)
    if tampil in ("14", "30"):
        return tampil, (today, today + timedelta(days=int(tampil) - 1))
    if tampil == SEHARI and (on := _day(request.args.get("hari", ""), today)):
        return SEHARI, (on, on)
    on = _day(f"{request.args.get('bulan', '')}-01", today) or today
    return BULANAN, span(on.year, on.month)


def _day(text: str, today: date) -> date | None:
    try:
        on = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    return on if on and abs(on.year - today.year) <= JAUH else None


def _around(page: Halaman) -> tuple[Tautan, ...]:
    """The month before and the month after; back to the month from a single day."""
    first = page.masa[0]
    if page.tampil == SEHARI:
        back = link(ALAMAT, page.asked, tampil="", hari="", bulan=f"{first:%Y-%m}")
        return (Tautan(f"Seluruh {BULAN[first.month - 1]} {first.year}", back),)
    if page.tampil != BULANAN:
        return ()
    months = (first - timedelta(days=1), page.masa[1] + timedelta(days=1))
    return tuple(
        Tautan(
            f"{BULAN[one.month - 1]} {one.year}",
            link(ALAMAT, page.asked, bulan=f"{one:%Y-%m}"),
        )
        for one in months
        if abs(one.year - page.hari_ini.year) <= JAUH
    )


def _units(kode: str) -> tuple[Pilihan, ...]:
    """The units of an agency that this person may look into."""
    agency = known(kode)
    held = {one.unit for one in reach(house(), hadir()) if one.instansi == kode}
    return tuple(
        Pilihan(one.id, one.nama)
        for one in (agency.unit if agency else ())
        if "" in held or one.id in held
    )


def _filters(page: Halaman) -> tuple[Ruas, ...]:
    kinds = (Pilihan("", "Semua jenis"), *(Pilihan(one, kata) for one, kata in DI_KALENDER.items()))
    tampil = page.tampil if page.tampil in TAMPIL else BULANAN
    fields = [
        Ruas(
            "tampil",
            "Tampilkan",
            tampil,
            "pilih",
            pilihan=tuple(Pilihan(one, kata) for one, kata in TAMPIL.items()),
        ),
        Ruas("jenis", "Jenis", page.jenis, "pilih", pilihan=kinds, wajib=False),
    ]
    if units := _units(page.instansi):
        every = (Pilihan("", "Semua unit"), *units)
        fields.append(Ruas("unit", "Unit", page.unit, "pilih", pilihan=every, wajib=False))
    if len(mine := _agencies()) > 1:
        own = tuple(Pilihan(one, nama_instansi(one)) for one in mine)
        fields.append(Ruas("instansi", "Instansi", page.instansi, "pilih", pilihan=own))
    if bulan := page.asked.get("bulan"):
        fields.append(Ruas("bulan", "Bulan", bulan, "tersembunyi"))
    return tuple(fields)
