"""What the box says of a template, believed only as far as its form goes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from service.domain.bacaan_luar import text, whole
from service.domain.klinik.letak import Letak
from service.domain.klinik.templat import Alinea, PakaiBidang, PakaiHuruf, Tanda, Templat

TERBANYAK = 20_000  # of anything
SEDIKIT = 500  # names, findings
TERPANJANG = 200_000  # letters of one paragraph


def template(told: Mapping[str, Any]) -> Templat:
    """The template; ValueError, TypeError or LookupError where the form is another."""
    alinea = tuple(_alinea(one) for one in islice(told["alinea"], TERBANYAK))
    return Templat(
        told["word"] is True,
        tuple((text(a, 60), text(b, 300)) for a, b in islice(told["temuan"], SEDIKIT)),
        tuple(
            (text(a, 60), text(b, 300), text(c, 300)) for a, b, c in islice(told["luar"], SEDIKIT)
        ),
        alinea,
        tuple(_tanda(one, len(alinea)) for one in islice(told["tanda"], TERBANYAK)),
        tuple(_huruf(one, len(alinea)) for one in islice(told["huruf"], SEDIKIT)),
        tuple(_bidang(one, len(alinea)) for one in islice(told["bidang"], SEDIKIT)),
    )


def places(told: Any, many: int) -> list[Letak | None]:
    """Where phrases stand, one answer for each."""
    found = [None if one is None else _letak(one) for one in islice(told, many)]
    if len(found) != many:
        raise ValueError
    return found


def _letak(told: Any) -> Letak:
    halaman, *sides = told
    left, top, width, height = (min(max(float(one), 0.0), 1.0) for one in sides)
    return Letak(whole(halaman, TERBANYAK), left, top, width, height)


def _alinea(told: Mapping[str, Any]) -> Alinea:
    return Alinea(
        text(told["bagian"], 20),
        whole(told["nomor"], TERBANYAK),
        text(told["teks"], TERPANJANG),
        whole(told["tabel"], TERBANYAK),
        whole(told["baris"], TERBANYAK),
        whole(told["kolom"], TERBANYAK),
        potong=_numbers(told["potong"]),
        wadah=_numbers(told["wadah"]),
        part=text(told["part"], 300),
    )


def _numbers(told: Any) -> tuple[int, ...]:
    return tuple(whole(one, TERPANJANG) for one in islice(told, TERBANYAK))


def _tanda(told: Mapping[str, Any], many: int) -> Tanda:
    n = whole(told["alinea"], TERBANYAK)
    if n >= many:
        raise ValueError
    return Tanda(
        n,
        whole(told["mulai"], TERPANJANG),
        text(told["teks"], TERPANJANG),
        text(told["perintah"], 60),
        text(told.get("awalan", ""), 2),
        nama=_names(told, "nama"),
        sasaran=_names(told, "sasaran"),
        dari=text(told.get("dari", ""), 300),
        bagian_nilai=_names(told, "bagian_nilai"),
        asing=_names(told, "asing"),
        uji_asing=_names(told, "uji_asing"),
        panggil=_names(told, "panggil"),
        rentang=whole(told.get("rentang", 0), 10**12),
        aman=told.get("aman") is True,
        salah=text(told.get("salah", ""), 300),
    )


def _names(told: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(text(one, 300) for one in islice(told.get(name, ()), SEDIKIT))


def _huruf(told: Any, many: int) -> PakaiHuruf:
    huruf, gaya, alinea = told
    return PakaiHuruf(text(huruf, 100), text(gaya, 200), _at(alinea, many))


def _bidang(told: Any, many: int) -> PakaiBidang:
    kode, nama, alinea = told
    return PakaiBidang(text(kode, 20), text(nama, 60), _at(alinea, many))


def _at(alinea: Any, many: int) -> int:
    n = whole(alinea, TERBANYAK) if alinea >= 0 else -1
    if n >= many:
        raise ValueError
    return n
