"""A copy for the public, made of what is seen of a file; the file itself is never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service.acts.gerbang.periksa import hits
from service.acts.simpan.gambar import as_pdf
from service.domain.gerbang import bukti_hitam, salinan, utuh
from service.domain.gerbang.bukti_hitam import BuktiHitam
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.tembus import Tembus
from service.ports import House

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BUKU_KERJA = frozenset(
    {XLSX, "application/vnd.ms-excel", "application/vnd.oasis.opendocument.spreadsheet"}
)


@dataclass(frozen=True)
class Salinan:
    """A copy, what still stands in it, and what a person should know of it."""

    path: Path
    cara: str
    tembus: tuple[Tembus, ...]
    pesan: str = ""
    bukti: BuktiHitam | None = None  # what came of looking for the blackened in it


def copied(
    house: House, path: Path, nama: str, mime: str, tembus: Sequence[Tembus], room: Path
) -> Salinan:
    """What is seen of the file as a PDF in `room`; Refusal where a person must decide first."""
    cara = salinan.way(mime, tembus)
    made = _first(house, path, mime, cara, room)
    left = hits(house, made, _called(nama), ours=cara == salinan.GAMBAR)
    if following := salinan.next_way(cara, left):
        drawn = house.gate.blackened(made, (), room / "gambar.pdf")
        bukti_hitam.proven(house.gate.proof(made, drawn, ()), house.reader.look(made, nama).halaman)
        return Salinan(drawn, following, tuple(_standing(house, left, drawn, nama)))
    if cara == salinan.GAMBAR:
        left = tuple(salinan.standing(tembus, left))
    return Salinan(made, cara, left)


def _first(house: House, path: Path, mime: str, cara: str, room: Path) -> Path:
    if cara == salinan.GAMBAR:
        return house.gate.blackened(path, (), room / "salinan.pdf")
    printed = _printed(house, path, mime, room) if cara == salinan.CETAK else path
    return house.gate.cleaned(printed, room / "salinan.pdf")


def _printed(house: House, path: Path, mime: str, room: Path) -> Path:
    """The print of an office file; of a workbook, one that holds every word that is seen in it."""
    if mime not in BUKU_KERJA:
        return as_pdf(house, path, mime, room / "cetak.pdf")
    if mime != XLSX:
        path = house.changer.modern(path, mime, room / "buku.xlsx")
    path = house.gate.roomy(path, room / "lapang.xlsx")
    made = as_pdf(house, path, XLSX, room / "cetak.pdf")
    utuh.whole(house.gate.words(path), house.reader.look(made, "cetak.pdf").teks)
    return made


def blackened(
    house: House,
    path: Path,
    nama: str,
    tembus: Sequence[Tembus],
    kotak: Sequence[KotakHitam],
    out: Path,
) -> Salinan:
    """A PDF or picture with boxes over what may not be read; proved, or thrown away."""
    made = house.gate.blackened(path, kotak, out)
    try:
        bukti = house.gate.proof(path, made, kotak)
        bukti_hitam.proven(bukti, house.reader.look(path, nama).halaman)
    except bukti_hitam.MasihTerbaca:
        made.unlink()
        raise
    left = tuple(_standing(house, tembus, made, nama))
    return Salinan(made, salinan.GAMBAR, left, bukti_hitam.warning(bukti), bukti)


def _standing(house: House, asal: Sequence[Tembus], made: Path, nama: str) -> list[Tembus]:
    return salinan.standing(asal, hits(house, made, _called(nama), ours=True))


def _called(nama: str) -> str:
    """A copy is a PDF, whatever the file was called."""
    return f"{nama.rpartition('.')[0] or nama}.pdf"
