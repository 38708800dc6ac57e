"""The kinds of paper that an agency can write, and what each is called."""

from __future__ import annotations

from pathlib import PurePosixPath

from service.domain import paper
from service.domain.paket import UMUM
from service.domain.refusals import Refusal
from service.ports import House

MAP = "naskah"  # the folder of pairs in a pack


def kinds(house: House, instansi: str) -> dict[str, str]:
    """Each jenis of which both files are there and can be read, with its name, by name."""
    packs = house.packs.still()  # asked for each kind, and the same for all
    files = {*packs.names(UMUM), *packs.names(instansi)}
    found = dict[str, str]()
    for name in files:
        path = PurePosixPath(name)
        if str(path.parent) != MAP or path.suffix != ".toml":
            continue
        toml, docx = paper.names(path.stem)
        if docx not in files:
            continue
        try:
            at = f"{instansi}/{toml}"
            kind = paper.checked(path.stem, packs.text(at), at)
        except Refusal:
            continue  # its author made faults; the check names them
        if not kind.disusun_dari:  # else nobody writes it
            found[path.stem] = kind.nama
    return dict(sorted(found.items(), key=lambda one: one[1]))
