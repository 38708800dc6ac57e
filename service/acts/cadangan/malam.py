"""Every night a backup is made and proved, and what has served its time is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.pulih import prove
from service.acts.instansi.harian import owe_marked
from service.acts.keadaan.keutuhan import tonight
from service.domain.cadangan import jadwal
from service.domain.cadangan.jadwal import Malam
from service.domain.cadangan.tolak import TAK_DILANJUTKAN
from service.domain.refusals import Unavailable
from service.ports import House

JOB, RUMAH = "cadangan", "rumah"


def plan_backup(house: House, owed: set[str]) -> list[str]:
    """Owe tonight's backup once, where somebody said where it goes; `owed` grows by it."""
    if house.penjagaan.folder is None:
        return []
    return owe_marked(house, JOB, {RUMAH: f"{RUMAH} {tonight(house)}"}, owed)


def backup(house: House) -> str:
    """Tonight's backup, made and proved; its name. Twice in one night is once."""
    if (folder := house.penjagaan.folder) is None:
        return ""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as wrong:
        raise Unavailable(
            f"Folder cadangan {folder} tidak dapat dipakai ({wrong.strerror}). Sambungkan "
            "disknya, atau periksa BERKAS_CADANGAN."
        ) from wrong
    hari = tonight(house)
    one, found = _proved(house, folder, hari)
    if not found:
        for nama in jadwal.outdated(house.archives.names(folder), hari):
            house.archives.drop(Path(folder / nama))
    return one.nama


def _proved(house: House, folder: Path, hari: date) -> tuple[Malam, Sequence[str]]:
    """Tonight's, and what it does not give back; whole where the month's cannot be gone on from."""
    names, sandi = house.archives.names(folder), house.penjagaan.sandi
    whole = Malam(hari, penuh=True, terkunci=bool(sandi))
    one = jadwal.of_night(names, hari)
    dasar = jadwal.base_of(names, hari, terkunci=bool(sandi))
    if one is None and dasar is not None:
        one = replace(whole, penuh=False)
        try:
            take(house, Mintaan(folder / one.nama, sandi, folder / dasar.nama))
        except TAK_DILANJUTKAN:
            one = None
    if one is None:
        one = whole
        take(house, Mintaan(folder / one.nama, sandi))
    try:
        return one, prove(house, folder / one.nama, sandi)[1]
    except TAK_DILANJUTKAN:
        if one.penuh:
            raise
    take(house, Mintaan(folder / whole.nama, sandi))
    return whole, prove(house, folder / whole.nama, sandi)[1]
