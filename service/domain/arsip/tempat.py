"""Where paper lies: a room, a cupboard, a shelf, a box, a folder, each within another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from service.domain.arsip.kode import order
from service.domain.refusals import Refusal

RUANG, LEMARI, RAK, BOKS, FOLDER = "ruang", "lemari", "rak", "boks", "folder"
MACAM: dict[str, str] = {
    RUANG: "Ruang",
    LEMARI: "Lemari",
    RAK: "Rak",
    BOKS: "Boks",
    FOLDER: "Folder",
}
# In what each may stand; a box is carried from a shelf of the unit to one of the archive.
DI_DALAM: dict[str, tuple[str, ...]] = {
    RUANG: ("",),
    LEMARI: (RUANG,),
    RAK: (RUANG, LEMARI),
    BOKS: (RUANG, LEMARI, RAK),
    FOLDER: (LEMARI, RAK, BOKS),
}
TERPANJANG = 60


class TempatTidakSah(Refusal):
    """A place cannot be there, or not so."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


@dataclass(frozen=True)
class Tempat:
    """One place; `unit` keeps it, '' where it belongs to the archive of the agency."""

    id: str
    instansi: str
    unit: str
    macam: str
    nama: str  # what stands on it: 14, B-2, Arsip Contoh
    induk: str = ""
    dibuat: datetime | None = None
    ditutup: datetime | None = None  # nothing is laid there any more
    versi: int = 1

    @property
    def sebutan(self) -> str:
        """As it is spoken of: `Boks 14`."""
        return f"{MACAM[self.macam]} {self.nama}"


def checked(one: Tempat, places: Mapping[str, Tempat]) -> Tempat:
    """The place as it may stand among those there are."""
    if one.macam not in MACAM:
        raise TempatTidakSah("Pilih macam tempat dari daftar.")
    if not one.nama.strip() or len(one.nama) > TERPANJANG:
        raise TempatTidakSah(f"Tulis nama atau nomornya, paling panjang {TERPANJANG} huruf.")
    above = places.get(one.induk)
    if (one.induk and above is None) or (above.macam if above else "") not in DI_DALAM[one.macam]:
        allowed = " atau ".join(MACAM[kind].lower() for kind in DI_DALAM[one.macam] if kind)
        where = f"berada di dalam {allowed}" if allowed else "berdiri sendiri"
        raise TempatTidakSah(f"{MACAM[one.macam]} {where}.")
    if above and (above.instansi, above.unit) != (one.instansi, one.unit):
        raise TempatTidakSah(f"{above.sebutan} milik unit lain.")
    if above and above.ditutup:
        raise TempatTidakSah(f"{above.sebutan} sudah tidak dipakai.")
    name = one.nama.strip().casefold()
    for other in places.values():
        same = (other.induk, other.macam, other.nama.casefold()) == (one.induk, one.macam, name)
        near = (other.instansi, other.unit) == (one.instansi, one.unit)
        if same and near and other.id != one.id and other.ditutup is None:
            raise TempatTidakSah(f"{other.sebutan} sudah ada di situ.")
    return one


def path(id_: str, places: Mapping[str, Tempat]) -> tuple[Tempat, ...]:
    """The place with all that it stands in, from the widest; () where it is not known."""
    found = list[Tempat]()
    while (one := places.get(id_)) and one not in found:
        found.append(one)
        id_ = one.induk
    return tuple(reversed(found))


def told(id_: str, places: Mapping[str, Tempat]) -> str:
    """Where it is, in one line: `Ruang Arsip, lemari 2, rak 3, boks 14, folder 7`."""
    parts = [one.sebutan for one in path(id_, places)]
    return ", ".join([*parts[:1], *(one[:1].lower() + one[1:] for one in parts[1:])])


def within(id_: str, places: Mapping[str, Tempat]) -> frozenset[str]:
    """The place and every place in it."""
    return frozenset(one for one in places if any(up.id == id_ for up in path(one, places)))


def need_empty(id_: str, places: Mapping[str, Tempat], lies: Mapping[str, str]) -> None:
    """Refuse to give up a place in which something lies; `lies`: each archive and its place."""
    inside = within(id_, places)
    many = sum(where in inside for where in lies.values())
    open_ = [one for one in inside - {id_} if places[one].ditutup is None]
    if many or open_:
        raise TempatTidakSah(
            f"{places[id_].sebutan} belum kosong: {many} arsip dan {len(open_)} tempat di dalamnya."
        )


def listed(places: Mapping[str, Tempat]) -> list[Tempat]:
    """All places, each after what it stands in, figures in their order."""
    kinds = tuple(MACAM)
    return sorted(
        places.values(),
        key=lambda one: [
            (kinds.index(up.macam), order(up.nama.casefold()), up.id) for up in path(one.id, places)
        ],
    )
