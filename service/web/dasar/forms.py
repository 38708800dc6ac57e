"""Forms: declared once as ruas, read by the same declaration, shown again with what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import TypeVar

from flask import abort, make_response, request
from werkzeug.datastructures import MultiDict

from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.face.isi_formulir import Formulir, Ruas

T = TypeVar("T")
Show = Callable[[Formulir], str]  # the page with this form on it
BATAS = 200  # most characters of a field that names no limit of its own
BATAS_PANJANG = 10_000
ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


class FormulirRusak(Refusal):
    """What the page itself put into the form came back as something else."""

    def __init__(self) -> None:
        super().__init__(
            "Isian tersembunyi formulir ini tidak utuh. Tidak ada yang diubah. Muat ulang halaman, "
            "lalu kirim lagi."
        )


@dataclass(frozen=True)
class Terisi:
    """A form as it was sent, without a fault that the fields alone could show."""

    formulir: Formulir
    nilai: Mapping[str, str]
    show: Show

    def __getitem__(self, nama: str) -> str:
        return self.nilai[nama]

    def tanggal(self, nama: str) -> date | None:
        """A date, or None where the field was left empty."""
        return date.fromisoformat(self.nilai[nama]) if self.nilai[nama] else None

    def jam(self, nama: str) -> time | None:
        """An hour, or None where the field was left empty."""
        return read_jam(self.nilai[nama]) if self.nilai[nama] else None

    def angka(self, nama: str, kosong: int = 0) -> int:
        """A number; `kosong` where the field was left empty."""
        value = self.nilai[nama]
        if value and not is_angka(value):  # only what no person types: a hidden field
            raise FormulirRusak
        return int(value) if value else kosong

    def attempt(self, act: Callable[[], T]) -> T:
        """What the act answers, or this form again with the sentence of the refusal."""
        try:
            return act()
        except (TidakAda, TidakBerwenang):
            raise
        except Refusal as no:
            return self.again(getattr(no, "faults", (str(no),)), no.status)

    def must(self, salah: tuple[str, ...]) -> None:
        """Show the form again where something was found that no single field could tell."""
        if salah:
            self.again(salah)

    def again(self, salah: tuple[str, ...], status: int = 422) -> T:  # type: ignore[type-var]
        """End this request with the form shown again."""
        return _again(self.show, replace(self.formulir, salah=salah), status)


def _again(show: Show, formulir: Formulir, status: int) -> T:  # type: ignore[type-var]
    abort(make_response(show(formulir), status))


def nothing() -> Formulir:
    """The form of somebody who has nothing to fill here: not found."""
    raise TidakAda


def read(formulir: Formulir, show: Show) -> Terisi:
    """The form that was sent; where a field is wrong, the page again with every fault."""
    found = filled(formulir, request.form)
    if any(ruas.galat for ruas in found.ruas):
        return _again(show, found, 422)
    return Terisi(found, {ruas.nama: typed(ruas, request.form) for ruas in found.ruas}, show)


def filled(formulir: Formulir, sent: MultiDict[str, str]) -> Formulir:
    """The form with what was typed and what is wrong; a password is never sent back."""
    return replace(
        formulir,
        kelompok=tuple(
            replace(one, ruas=tuple(_filled(ruas, sent) for ruas in one.ruas))
            for one in formulir.kelompok
        ),
    )


def uploaded(nama: str, room: Path) -> Path | None:
    """A file that was sent, under a name of ours; None where none was chosen."""
    file = request.files.get(nama)
    if file is None or not file.filename:
        return None
    out = room / "kiriman"
    file.save(out)
    return out


def _filled(ruas: Ruas, sent: MultiDict[str, str]) -> Ruas:
    value = typed(ruas, sent)
    shown = "" if ruas.jenis == "sandi" else value
    return replace(ruas, nilai=shown, galat=fault(ruas, value))


def typed(ruas: Ruas, sent: MultiDict[str, str]) -> str:
    """What was typed into a field; spaces around it are meant only in a password."""
    value = sent.get(ruas.nama, "")
    if ruas.jenis == "sandi":
        return value
    return value.replace("\r\n", "\n").strip()


def fault(ruas: Ruas, value: str) -> str:
    """What is wrong with a value, or ''; a file is not among what was typed, and is judged as it
    is taken in."""
    label = ruas.label
    if ruas.jenis == "file":
        return ""
    if not value:
        return f"Isi {label[:1].lower()}{label[1:]}." if ruas.wajib else ""
    if len(value) > (limit := _limit(ruas)):
        return f"{label} paling banyak {limit} huruf."
    if any(_control(letter, ruas) for letter in value):
        return f"{label} memuat tanda yang tidak terlihat. Ketik ulang tanpa tanda itu."
    if ruas.pilihan and value not in {one.nilai for one in ruas.pilihan}:
        return f"Pilih {label[:1].lower()}{label[1:]} dari daftar."
    if ruas.jenis == "tanggal" and not _is_date(value):
        return f"{label} belum berupa tanggal yang ada. Contoh: 2026-11-21."
    if ruas.jenis == "jam" and not _is_jam(value):
        return f"{label} belum berupa jam yang ada. Contoh: 09.00."
    if ruas.jenis == "angka" and not is_angka(value):
        return f"{label} harus berupa angka bulat."
    return ""


def is_angka(value: str) -> bool:
    """Whether a value is a whole number of a size that we keep."""
    return value.isascii() and value.isdigit() and len(value) < 10


def _limit(ruas: Ruas) -> int:
    return ruas.batas or (BATAS_PANJANG if ruas.jenis == "panjang" else BATAS)


def _control(letter: str, ruas: Ruas) -> bool:
    if letter in "\n\t" and ruas.jenis == "panjang":
        return False
    # The marks that turn the direction of writing can make a name read as another.
    return unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or letter in ARAH


def read_jam(value: str) -> time:
    """An hour as a browser or a hand writes it: 09:00, or 9.00."""
    hour, _, minute = value.replace(".", ":").partition(":")
    return time(int(hour), int(minute[:2]))


def _is_jam(value: str) -> bool:
    if not re.fullmatch(r"[0-9]{1,2}[.:][0-9]{2}(:[0-9]{2})?", value):
        return False
    try:
        read_jam(value)
    except ValueError:
        return False
    return True


def _is_date(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False
