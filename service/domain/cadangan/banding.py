"""What was found after a restore, beside what the backup promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from service.domain.cadangan.manifes import Isian
from service.domain.catatan import Kepala


def differences(janji: Isian, ada: Isian) -> list[str]:
    """Every count, every head and every last number that is not as it was promised."""
    return [
        *_counted("baris di", janji.baris, ada.baris),
        *_heads(janji.kepala, ada.kepala),
        *_counted("nomor terakhir buku", janji.nomor, ada.nomor),
    ]


def _counted(what: str, janji: Mapping[str, int], ada: Mapping[str, int]) -> Iterator[str]:
    for name in sorted(janji.keys() | ada.keys()):
        if janji.get(name) != ada.get(name):
            yield f"{what} {name}: dijanjikan {_told(janji.get(name))}, ada {_told(ada.get(name))}"


def _told(many: int | None) -> str:
    return "tidak ada" if many is None else str(many)


def _heads(janji: Iterable[Kepala], ada: Iterable[Kepala]) -> Iterator[str]:
    before, after = ({one.instansi: one for one in some} for some in (janji, ada))
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield f"kepala jurnal {name}: dijanjikan {before.get(name)}, ada {after.get(name)}"


def lost(kepala: Iterable[Kepala], tercatat: Iterable[Kepala]) -> list[str]:
    """What was noted beside the ledger after the backup was made, and is not in it."""
    known = {one.instansi: one.urut for one in kepala}
    last: dict[str, int] = {}
    for one in tercatat:
        last[one.instansi] = max(one.urut, last.get(one.instansi, 0))
    return [
        f"jurnal {name}: catatan {known.get(name, 0) + 1} sampai {urut} dibuat sesudah cadangan "
        "ini, dan tidak ikut pulih"
        for name, urut in sorted(last.items())
        if urut > known.get(name, 0)
    ]
