"""What of a register is asked for: the book, the span, the unit, the state; kept in the address."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from service.acts.lihat.terlihat import reach
from service.domain.refusals import TidakAda
from service.domain.tanggal import BULAN, local
from service.face.isi_formulir import Pilihan, Ruas
from service.ports.register import ADA_KERTAS, TANPA_LOKASI, SaringRegister
from service.web.dasar.auth import hadir, house
from service.web.dasar.masa import at, span
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known
from service.web.register.buku import Buku

SEMUA = {  # what a field says that narrows nothing
    "bulan": "Semua bulan",
    "unit": "Semua unit",
    "keadaan": "Semua keadaan",
    "kertas": "Semua",
    "buku": "Buku biasa",
}
KERTAS = {
    ADA_KERTAS: "Ada hard copy",
    TANPA_LOKASI: "Ada hard copy, belum ada lokasi",
}
TERBANYAK_TAHUN = 60


@dataclass(frozen=True)
class Diminta:
    """A register as it was asked for."""

    kode: str
    zona: str
    tahun: int
    bulan: int
    saring: SaringRegister
    asked: dict[str, str]

    @property
    def masa(self) -> str:
        """The span in words."""
        return f"{BULAN[self.bulan - 1]} {self.tahun}" if self.bulan else f"Tahun {self.tahun}"


def agencies() -> list[str]:
    """Where the person may read a register at all."""
    places = {one.instansi for one in reach(house(), hadir())}
    return [one.id for one in at_work() if one.id in places]


def asked_for(buku: Buku) -> Diminta:
    """What the address asks of a book; TidakAda where the person may read none."""
    asked = {name: value for name, value in request.args.items() if value}
    mine = agencies()
    if not mine:
        raise TidakAda("Register")
    kode = asked.get("instansi", "")
    kode = kode if kode in mine else mine[0]
    zona = next(one.zona for one in at_work() if one.id == kode)
    now = local(house().clock.now(), zona)
    tahun, bulan = _number(asked, "tahun", now.year, 1, 9998), _number(asked, "bulan", 0, 1, 12)
    first, last = span(tahun, bulan)
    rahasia = buku.rahasia and asked.get("buku") == "rahasia" and bool(_units(kode, rahasia=True))
    units = _units(kode, rahasia=rahasia)
    if not units:
        raise TidakAda("Register")
    saring = SaringRegister(
        kode,
        rahasia,
        () if "" in units else tuple(sorted(units)),
        asked.get("unit", ""),
        asked.get("keadaan", ""),
        asked.get("kertas", "") if buku.agenda else "",
        at(first, zona),
        at(last, zona, end=True),
        first,
        last,
    )
    return Diminta(kode, zona, tahun, bulan, saring, asked)


def _units(kode: str, *, rahasia: bool) -> set[str]:
    """The units whose lines the person may see; '' among them: all."""
    places = reach(house(), hadir())
    return {one.unit for one in places if one.instansi == kode and one.rahasia == rahasia}


def _number(asked: dict[str, str], name: str, default: int, least: int, most: int) -> int:
    text = asked.get(name, "")
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else default
    return found if least <= found <= most else default


def filters(buku: Buku, want: Diminta) -> tuple[Ruas, ...]:
    """The fields above the list."""
    mine = agencies()
    found = [
        _choice("tahun", "Tahun", str(want.tahun), [Pilihan(one, one) for one in _years(want)]),
        _choice("bulan", "Bulan", want.asked.get("bulan", ""), _months()),
        _choice("unit", "Unit", want.saring.unit, _offered(want)),
        _choice(
            "keadaan",
            "Keadaan",
            want.saring.keadaan,
            [Pilihan(kode, kata) for kode, kata in buku.keadaan.items()],
        ),
    ]
    if len(mine) > 1:
        names = [Pilihan(kode, nama_instansi(kode)) for kode in mine]
        found.insert(0, _choice("instansi", "Instansi", want.kode, names))
    if buku.agenda:
        kertas = [Pilihan(kode, kata) for kode, kata in KERTAS.items()]
        found.append(_choice("kertas", "Hard copy", want.saring.kertas, kertas))
    if buku.rahasia and _units(want.kode, rahasia=True):
        books = [Pilihan("rahasia", "Buku rahasia")]
        value = "rahasia" if want.saring.rahasia else ""
        found.append(_choice("buku", "Buku", value, books))
    return tuple(found)


def _choice(nama: str, label: str, value: str, pilihan: list[Pilihan]) -> Ruas:
    wajib = nama in ("tahun", "instansi")
    every = [] if wajib else [Pilihan("", SEMUA[nama])]
    return Ruas(nama, label, value, "pilih", pilihan=(*every, *pilihan), wajib=wajib)


def _months() -> list[Pilihan]:
    return [Pilihan(str(n), nama) for n, nama in enumerate(BULAN, 1)]


def _years(want: Diminta) -> list[str]:
    now = house().clock.now()
    since = house().register.since(want.kode) or now
    first, last = local(since, want.zona).year, local(now, want.zona).year
    years = {want.tahun, *range(max(first, last - TERBANYAK_TAHUN), last + 1)}
    return [str(one) for one in sorted(years, reverse=True)]


def _offered(want: Diminta) -> list[Pilihan]:
    instansi = known(want.kode)
    allowed = want.saring.units
    return [
        Pilihan(one.id, one.nama)
        for one in (instansi.unit if instansi else ())
        if not allowed or one.id in allowed
    ]
