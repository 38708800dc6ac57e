"""What the law asks of an item that a paper says was tested, before the paper may go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.domain import ruas as r
from service.domain.ruas_baku import empty
from service.domain.uji import DITUTUP, KESIMPULAN, SEBAGIAN

_TERTUTUP = {
    "dasar": "dasar hukum",
    "dibuka": "akibat bila dibuka",
    "ditutup": "manfaat bila ditutup",
    "unit": "unit yang menguasai",
    "jangka": "jangka waktu",
}
_TIDAK_TERBUKA = frozenset(KESIMPULAN[one].lower() for one in DITUTUP)
_SEBAGIAN = KESIMPULAN[SEBAGIAN].lower()


def duties(ruas: r.Ruas, value: Any, bentuk: str) -> Iterator[str]:
    """Each block that an item lacks; a letter may name items that are yet to be concluded."""
    if ruas.jenis != r.BUTIR or not ruas.wajib or not isinstance(value, list):
        return
    for n, one in enumerate(value, 1):
        if isinstance(one, dict):
            yield from (
                f"{ruas.label} butir {n} ({what})" for what in _of(one, bentuk != r.KORESPONDENSI)
            )


def _of(one: dict[str, Any], concluded: bool) -> Iterator[str]:
    kesimpulan = str(one.get("kesimpulan") or "").strip().lower()
    if not kesimpulan and concluded:
        yield "kesimpulan"
    if kesimpulan in _TIDAK_TERBUKA:
        yield from (what for key, what in _TERTUTUP.items() if empty(one.get(key)))
        if kesimpulan == _SEBAGIAN and empty(one.get("dihitamkan")):
            yield "bagian yang dihitamkan"
