"""Every night a backup is made and proved, and what has served its time is taken away."""

from __future__ import annotations

from pathlib import Path

from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.pulih import prove
from service.acts.instansi.harian import owe_marked
from service.acts.keadaan.keutuhan import tonight
from service.domain.cadangan import jadwal
from service.domain.cadangan.jadwal import Malam
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
    hari, names, sandi = tonight(house), house.archives.names(folder), house.penjagaan.sandi
    one = next((x for n in names if (x := jadwal.read(n)) and x.hari == hari), None)
    if one is None:
        dasar = jadwal.base_of(names, hari, terkunci=bool(sandi))
        one = Malam(hari, penuh=dasar is None, terkunci=bool(sandi))
        take(house, Mintaan(folder / one.nama, sandi, folder / dasar.nama if dasar else None))
    _, found = prove(house, folder / one.nama, sandi)
    if not found:
        for nama in jadwal.outdated(house.archives.names(folder), hari):
            house.archives.drop(Path(folder / nama))
    return one.nama
