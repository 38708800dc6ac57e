"""A form of the public as a plain sheet of text: what is kept as its file, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from service.domain.isian_publik import Aturan, grounds
from service.domain.keberatan import ALASAN
from service.domain.tanggal import hari_tanggal, local


def sheet(
    judul: str,
    instansi: str,
    diterima: datetime,
    zona: str,
    aturan: Iterable[Aturan],
    isian: Mapping[str, str],
) -> str:
    """The form as text; what was left empty is left out."""
    when = f"{hari_tanggal(local(diterima, zona).date())} pukul {local(diterima, zona):%H.%M.%S}"
    lines = [judul, f"Kepada: {instansi}", f"Diterima: {when} {zona}"]
    for one in aturan:
        if value := isian.get(one.nama, ""):
            lines += ["", f"{one.label}:", _worded(one, value)]
    return "\n".join(lines) + "\n"


def _worded(one: Aturan, value: str) -> str:
    if one.nama == "alasan":
        return "\n".join(f"{letter}. {ALASAN[letter]}" for letter in grounds(value))
    return one.pilihan.get(value, value)
