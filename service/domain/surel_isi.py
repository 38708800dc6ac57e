"""What a letter of reminders says: plain words, nothing of what is withheld, nobody's numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from service.domain.ingat import (
    APA,
    MENURUT_HUKUM,
    NORMA,
    PENGECUALIAN,
    TANDA_TANGAN,
    Ingat,
    address,
)
from service.domain.pengingat import KATA, LEWAT, NAIK
from service.domain.tanggal import hari_tanggal

PALING_BANYAK = 30  # named one by one; of the rest the letter says how many
TERPANJANG = 160  # letters of one title
_ANGKA = re.compile(r"\d(?:[ .-]?\d){11,}")  # as long as a NIK, a NIP or a telephone number
_OWN = {NORMA: "norma SOP", TANDA_TANGAN: "batas kantor"}
_LANGKAH = 72  # letters of what there is to do


@dataclass(frozen=True)
class Amplop:
    """To whom, from which house, on which day."""

    nama: str
    rumah: str  # the agency's name
    hari: date
    url: str = ""


def subject(some: Sequence[Ingat]) -> str:
    """How many, and how many of them are late."""
    late = sum(one.jenis in (LEWAT, NAIK) for one in some)
    return f"Berkas: {len(some)} pengingat" + (f", {late} lewat tenggat" if late else "")


def text(amplop: Amplop, some: Sequence[Ingat]) -> str:
    """The whole letter; what is withheld is counted and nothing else."""
    shown = [one for one in some if not is_closed(one)]
    lines = [
        f"Yth. {line(amplop.nama)},",
        "",
        f"{hari_tanggal(amplop.hari)}. {len(some)} pengingat menunggu Anda di Berkas "
        f"{line(amplop.rumah)}.",
        "",
    ]
    for jenis, kata in KATA.items():
        own = [one for one in shown if one.jenis == jenis]
        if own:
            lines += [kata.upper(), *_named(amplop, own), ""]
    lines += _counted(some)
    lines += [_more(amplop), ""]
    lines.append(
        "Surat ini dibuat mesin, paling banyak satu pada setiap hari kerja. Jangan dibalas. "
        "Pengingat berhenti sendiri begitu pekerjaannya selesai. Surel dapat dimatikan di halaman "
        f"Akun{f': {amplop.url}/akun' if amplop.url else '.'}"
    )
    return "\n".join(lines) + "\n"


def is_closed(one: Ingat) -> bool:
    """Whether nothing of it leaves the house: a withheld matter, or what is excluded."""
    return one.rahasia or one.apa == PENGECUALIAN


def line(words: str) -> str:
    """On one line, without long numbers that could be somebody's."""
    plain = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    hidden = _ANGKA.sub("•••", plain)
    return hidden if len(hidden) <= TERPANJANG else f"{hidden[: TERPANJANG - 1]}…"


def _named(amplop: Amplop, some: Sequence[Ingat]) -> Iterator[str]:
    for one in some[:PALING_BANYAK]:
        law = "menurut hukum" if one.apa in MENURUT_HUKUM else _OWN[one.apa]
        up = " (belum dikerjakan yang bertugas)" if one.dari else ""
        what = line(one.kata)
        short = what if len(what) <= _LANGKAH else f"{what[: _LANGKAH - 1]}…"
        yield f"- {short}: {line(one.perihal)}{up}"
        yield f"  {one.sisa}, {law}"
        if amplop.url:
            yield f"  {amplop.url}{address(one.apa, one.id, one.berkas)}"
    if len(some) > PALING_BANYAK:
        yield f"- dan {len(some) - PALING_BANYAK} lagi"


def _counted(some: Iterable[Ingat]) -> list[str]:
    closed = [one for one in some if is_closed(one)]
    ends = sum(one.apa == PENGECUALIAN for one in closed)
    told = []
    if held := len(closed) - ends:
        told.append(f"{held} berkas rahasia menunggu Anda. Isinya hanya tampil di Berkas.")
    if ends:
        told.append(f"{ends} {APA[PENGECUALIAN].lower()} menunggu putusan Anda.")
    return [*told, ""] if told else []


def _more(amplop: Amplop) -> str:
    if amplop.url:
        return f"Semua pengingat Anda: {amplop.url}/pengingat"
    return "Semua pengingat Anda ada di halaman Pengingat di Berkas."
