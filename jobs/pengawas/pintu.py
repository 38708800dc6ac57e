"""What is refused at the door is moved to karantina, with a letter that says what to do."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jobs.pengawas.pandang import Calon
from service.acts.kiriman.karantina import set_aside
from service.acts.simpan.folder import within
from service.domain.batas import Batas
from service.domain.karantina import Perkara
from service.domain.kiriman import shown
from service.ports import House

BESAR, BANYAK = "terlalu_besar", "terlalu_banyak"


def refused(house: House, one: Calon) -> bool:
    """Whether it was more than the house takes in, and now lies in karantina."""
    why = fault(one, house.batas)
    if why is None:
        return False
    with suppress(FileNotFoundError), within(house.inbox, *one.tempat) as source:
        aside(house, source / one.nama, one.tempat, *why)
    return True


def aside(
    house: House, path: Path, tempat: tuple[str, ...], kode: str, label: str, kata: str
) -> None:
    """Move it there, with its letter."""
    where = "/".join((house.inbox.name or "inbox", *tempat))
    set_aside(house, path, Perkara(shown(path.name), kode, label, kata, where), tempat[:2])


def fault(one: Calon, batas: Batas) -> tuple[str, str, str] | None:
    """Code, label and sentence of what is too much about it; None where nothing is."""
    if one.terbanyak or len(one.rupa) - bool(one.slip) > batas.file:
        return too_many(batas)
    if any(rupa.ukuran > batas.ukuran for _, rupa in one.rupa):
        return too_large(batas)
    return None


def too_many(batas: Batas) -> tuple[str, str, str]:
    """A folder of more files than a kiriman may have."""
    kata = (
        f"Satu kiriman memuat paling banyak {batas.file} file. "
        "Bagi folder ini menjadi beberapa folder."
    )
    return BANYAK, "Terlalu banyak file", kata


def too_large(batas: Batas) -> tuple[str, str, str]:
    """A file of more bytes than the house takes in."""
    kata = (
        f"File paling besar {batas.ukuran // 1_000_000} MB. "
        "Bagi menjadi beberapa file, atau pindai dengan ketajaman lebih rendah."
    )
    return BESAR, "Terlalu besar", kata
