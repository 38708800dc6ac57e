"""The list of kiriman: newest first, what is asked for stands in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from service.acts.lihat.terlihat import reach
from service.domain.kiriman import Kiriman
from service.domain.tanggal import ZONA, local, panjang, pukul
from service.domain.temuan import AKHIR, DITERIMA
from service.domain.wewenang import Hadir
from service.face.alamat import link, ribuan
from service.face.isi import Halaman, Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.ports import House
from service.ports.kiriman import Jangkauan, Letak, SaringKiriman
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work, known
from service.web.kata.kiriman import KEADAAN, PINTU, held, of_kiriman
from service.web.kiriman.kembaran import unnumbered

ALAMAT = "/kiriman"
SEHALAMAN = 50
TERHITUNG = 1000  # counted no further: nobody reads on so far, and it must stay quick
SEBELUM = "sebelum"
TIDAK_BIASA = frozenset(AKHIR) - {DITERIMA}  # ends worth a word of their own
KOLOM = (
    Kolom("Kiriman"),
    Kolom("Diterima"),
    Kolom("Nomor agenda"),
    Kolom("Lewat"),
    Kolom("Unit"),
    Kolom("Keadaan"),
)
_LETAK = re.compile(r"([0-9]{1,17})-([a-z2-7]{26})")
_AWAL, _MIKRO = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


def table(house: House, oleh: Hadir, asked: Mapping[str, str]) -> tuple[Tabel, Halaman | None]:
    """One page of the list, and the way to the next."""
    zona = zona_of(oleh, at_work())
    places, saring, after = reach(house, oleh), wanted(asked, zona), _after(asked)
    found = house.kiriman.newest(places, saring, after, SEHALAMAN + 1)
    shown = found[:SEHALAMAN]
    many = house.kiriman.files([one.id for one in shown])
    none = unnumbered(house, oleh, shown)
    rows = tuple(_row(one, many.get(one.id, 0), zona, none.get(one.id)) for one in shown)
    more = shown[-1] if len(found) > SEHALAMAN else None
    return Tabel("kiriman", "Kiriman", KOLOM, rows), _pages(house, places, asked, saring, more)


def _row(one: Kiriman, files: int, zona: str, tanpa: Tautan | None) -> tuple[Sel, ...]:
    now = of_kiriman(one)
    at = local(one.diterima, zona)
    akhir = AKHIR[one.akhir] if one.akhir in TIDAK_BIASA and not held(one) else ""
    return (
        Sel(
            one.surat.perihal or one.nama,
            f"{ALAMAT}/{one.id}",
            bentuk="dikecualikan" if one.rahasia else None,
            catatan=_under(one, files),
        ),
        Sel(f"{panjang(at.date())}, {pukul(one.diterima, zona)}", iso=one.diterima.isoformat()),
        Sel(tanpa.teks, tanpa.alamat) if tanpa else Sel(one.nomor_agenda or "–"),
        Sel(PINTU.get(one.pintu, one.pintu)),
        Sel(unit_name(one.instansi, one.unit) or "–"),
        Sel(now.kata, bentuk=now.bentuk, catatan=akhir),
    )


def _under(one: Kiriman, files: int) -> str:
    parts = [
        "rahasia" if one.rahasia else "",
        one.nama if one.surat.perihal else "",
        f"dari {one.surat.pengirim}" if one.surat.pengirim else "",
        f"{files} file" if files > 1 else "",
    ]
    return " · ".join(part for part in parts if part)


def wanted(asked: Mapping[str, str], zona: str) -> SaringKiriman:
    """What the address asks for; what makes no sense asks for nothing."""
    return SaringKiriman(
        keadaan=_one_of(asked, "keadaan", KEADAAN),
        akhir=_one_of(asked, "akhir", AKHIR),
        pintu=_one_of(asked, "pintu", PINTU),
        unit=asked.get("unit", "")[:80],
        dari=_midnight(asked.get("dari", ""), zona),
        sampai=_midnight(asked.get("sampai", ""), zona, end=True),
    )


def _one_of(asked: Mapping[str, str], nama: str, known_ones: Mapping[str, object]) -> str:
    value = asked.get(nama, "")
    return value if value in known_ones else ""


def _midnight(text: str, zona: str, *, end: bool = False) -> datetime | None:
    try:
        on = date.fromisoformat(text)
        here = datetime.combine(on, time.max if end else time.min, ZoneInfo(ZONA[zona]))
        return here.astimezone(UTC)
    except (ValueError, OverflowError):  # no date, or one beyond the calendar
        return None


def filters(house: House, oleh: Hadir, asked: Mapping[str, str]) -> tuple[Ruas, ...]:
    """The fields above the list."""
    units = {
        one.unit: unit_name(one.instansi, one.unit) for one in reach(house, oleh) if one.unit
    } | {
        unit.id: unit.nama
        for place in reach(house, oleh)
        if not place.unit and (agency := known(place.instansi) if place.instansi else None)
        for unit in agency.unit
    }
    states = {name: one.kata for name, one in KEADAAN.items()}
    lists = (
        ("keadaan", "Keadaan", states, "Semua keadaan"),
        ("akhir", "Hasil pemeriksaan", AKHIR, "Semua hasil"),
        ("pintu", "Lewat", PINTU, "Semua pintu"),
        ("unit", "Unit", dict(sorted(units.items(), key=lambda one: one[1])), "Semua unit"),
    )
    return (
        *(_choice(asked, nama, label, words, every) for nama, label, words, every in lists),
        Ruas("dari", "Dari tanggal", asked.get("dari", ""), "tanggal", wajib=False),
        Ruas("sampai", "Sampai tanggal", asked.get("sampai", ""), "tanggal", wajib=False),
    )


def _choice(
    asked: Mapping[str, str], nama: str, label: str, words: Mapping[str, str], every: str
) -> Ruas:
    choices = (Pilihan("", every), *(Pilihan(nilai, teks) for nilai, teks in words.items()))
    value = asked.get(nama, "")
    return Ruas(nama, label, value if value in words else "", "pilih", pilihan=choices, wajib=False)


def is_filtered(asked: Mapping[str, str], zona: str) -> bool:
    """Whether the address asks for less than all."""
    return wanted(asked, zona) != SaringKiriman()


def _pages(
    house: House,
    places: list[Jangkauan],
    asked: Mapping[str, str],
    saring: SaringKiriman,
    more: Kiriman | None,
) -> Halaman | None:
    here = asked.get(SEBELUM, "")
    many = house.kiriman.count(places, saring, TERHITUNG + 1)
    if not many:
        return None
    kata = f"lebih dari {ribuan(TERHITUNG)}" if many > TERHITUNG else ribuan(many)
    return Halaman(
        ini=1,
        banyak=1,
        kata=f"{kata} kiriman, yang terbaru di atas.",
        sebelum=link(ALAMAT, asked, **{SEBELUM: ""}) if here else "",
        sesudah=link(ALAMAT, asked, **{SEBELUM: _place(more)}) if more else "",
    )


def _place(one: Kiriman) -> str:
    return f"{(one.diterima - _AWAL) // _MIKRO}-{one.id}"


def _after(asked: Mapping[str, str]) -> Letak | None:
    found = _LETAK.fullmatch(asked.get(SEBELUM, ""))
    if not found:
        return None
    try:
        return Letak(_AWAL + int(found[1]) * _MIKRO, found[2])
    except OverflowError:  # beyond the calendar
        return None
