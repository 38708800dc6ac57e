"""A bag, a locked bag or a dossier: looked at as what it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from service.acts.tas.periksa import BukanTas, Diperiksa, look
from service.acts.tas.periksa_dossier import is_pdf, look_dossier
from service.domain.refusals import Refusal
from service.ports import House

KEPALA = b"age-encryption.org/v1\n"


class PerluSandi(Refusal):
    """A locked bag opens with its passphrase."""

    def __init__(self) -> None:
        super().__init__("Tas ini terkunci. Sebutkan kata sandinya dengan --sandi.")


def look_any(house: House, path: Path, sandi: str, *, jurnal_ini: bool = False) -> Diperiksa:
    """What was found of it."""
    if not path.exists():
        raise BukanTas(path.name)
    if is_pdf(path):
        return look_dossier(house, path)
    if not _is_locked(path):
        return look(house, path, jurnal_ini=jurnal_ini)
    if not sandi:
        raise PerluSandi
    with house.room() as room:
        plain = room / "tas.zip"
        with (
            path.open("rb") as source,
            house.locks.open(source, sandi) as opened,
            plain.open("wb") as out,
        ):
            shutil.copyfileobj(opened, out, 1 << 20)
        return look(house, plain, jurnal_ini=jurnal_ini)


def _is_locked(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(len(KEPALA)) == KEPALA
