"""An arsip vital: what the office cannot work without, so a second copy lies somewhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from service.domain.arsip.arsip import Arsip, need_here
from service.domain.arsip.tempat import Tempat, path
from service.domain.refusals import Refusal


class CadanganTidakSah(Refusal):
    """A second copy that one fire would take with the first."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


def declared(arsip: Arsip) -> Arsip:
    """Vital from now on."""
    need_here(arsip)
    return replace(arsip, vital=True)


def undeclared(arsip: Arsip) -> Arsip:
    """Vital no more; where its copy lies is forgotten with it."""
    need_here(arsip)
    return replace(arsip, vital=False, cadangan="")


def copied(arsip: Arsip, cadangan: str, places: Mapping[str, Tempat]) -> Arsip:
    """With its second copy in that place, which is in another room than the first."""
    need_here(arsip)
    if not arsip.vital:
        raise CadanganTidakSah("Hanya arsip vital yang mempunyai salinan cadangan.")
    second = path(cadangan, places)
    if not second or second[-1].ditutup:
        raise CadanganTidakSah("Pilih tempat salinan cadangannya.")
    first = path(arsip.tempat, places)
    if first and first[0].id == second[0].id:
        raise CadanganTidakSah("Salinan cadangan disimpan di ruang lain daripada aslinya.")
    return replace(arsip, cadangan=cadangan)


def lacks(arsip: Arsip, places: Mapping[str, Tempat]) -> str:
    """What is still missing of its protection; '' where nothing is."""
    if not arsip.vital:
        return ""
    second, first = path(arsip.cadangan, places), path(arsip.tempat, places)
    if not second:
        return "Salinan cadangannya belum dicatat."
    same = bool(first) and first[0].id == second[0].id
    return "Salinan cadangannya di ruang yang sama dengan aslinya." if same else ""
