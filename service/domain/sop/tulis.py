"""Writing the file of an SOP, or of its things, out of its keys; it reads back the same."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.domain.lembar import open_lembar
from service.domain.refusals import Refusal
from service.domain.toml_isi import TomlBerlebihan, toml_isi

Isi = Mapping[str, Any]
_POLOS = re.compile(r"[A-Za-z0-9_-]+")
_ATAS = ("nomor", "nama", "judul", "berkala", "tafsir")
_TABEL = ("buka", "identitas", "pelaksana", "bagian")
_BARIS = (
    *("id", "tafsir", "kegiatan", "pelaksana", "bersama", "kelengkapan", "cukup", "waktu"),
    *("keluaran", "keterangan", "cabang", "untuk", "hanya", "bagian", "rujukan", "lembar"),
    *("tahap", "tertulis"),
)
_LEBAR = 100
TERPANJANG = 300_000  # letters of one file; the largest SOP we know has 20,000


class TomlTidakTerbaca(Refusal):
    """A text that is no TOML at all, so nothing of it can be shown row by row."""

    def __init__(self, sebab: str) -> None:
        super().__init__(sebab)


@dataclass(frozen=True)
class Tertulis:
    """A file, and at which line each of its parts begins."""

    teks: str
    tempat: tuple[tuple[int, str, int], ...]  # line, key of the table, its place in a list

    def at(self, baris: int) -> tuple[str, int]:
        """To which part a line belongs; ('', 0) above the first."""
        found = ("", 0)
        for line, key, place in self.tempat:
            if line > baris:
                break
            found = (key, place)
        return found


def written(kepala: Isi, langkah: Sequence[Isi]) -> Tertulis:
    """The file of an SOP."""
    return _tables(kepala, _ordered(kepala, (*_ATAS, *_TABEL)), langkah)


def things(bahan: Isi) -> Tertulis:
    """The file of the things that an SOP brings along."""
    return _tables(bahan, tuple(bahan), ())


def parsed(text: str) -> dict[str, Any]:
    """The keys of a file, as plain values that a ledger keeps; TomlTidakTerbaca."""
    if len(text) > TERPANJANG:
        raise TomlTidakTerbaca(
            f"Teks ini lebih panjang daripada sebuah SOP (paling banyak {TERPANJANG} huruf)."
        )
    try:
        found = _plain(toml_isi(text))
    except tomllib.TOMLDecodeError:
        raise TomlTidakTerbaca(str(open_lembar("Konsep", text)[1][0])) from None
    except TomlBerlebihan as wrong:
        raise TomlTidakTerbaca(f"Teks ini tidak dapat disimpan: {wrong}.") from None
    return found if isinstance(found, dict) else {}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return value.isoformat()  # a day or an hour; the official block keeps them as words


def _tables(top: Isi, order: Sequence[str], rows: Sequence[Isi]) -> Tertulis:
    lines, places = list[str](), list[tuple[int, str, int]]()
    for key in order:
        if not _is_table(top[key]):
            lines += _pair(key, top[key])
    for key in order:
        value = top[key]
        if not _is_table(value):
            continue
        many = isinstance(value, list)
        for n, one in enumerate(value if many else [value]):
            lines.append("")
            places.append((len(lines) + 1, key, n))
            lines.append(f"[[{_key(key)}]]" if many else f"[{_key(key)}]")
            for name in one:
                lines += _pair(name, one[name])
    for n, row in enumerate(rows):
        lines.append("")
        places.append((len(lines) + 1, "langkah", n))
        lines.append("[[langkah]]")
        for name in _ordered(row, _BARIS):
            lines += _pair(name, row[name], 11)
    return Tertulis("\n".join(lines).strip("\n") + "\n" if lines else "", _shifted(lines, places))


def _shifted(
    lines: Sequence[str], places: Sequence[tuple[int, str, int]]
) -> tuple[tuple[int, str, int], ...]:
    """Lines as they count once the empty ones on top are gone."""
    above = next((n for n, one in enumerate(lines) if one), 0)
    return tuple((line - above, key, n) for line, key, n in places)


def _is_table(value: Any) -> bool:
    if isinstance(value, Mapping):
        return True
    return isinstance(value, list) and bool(value) and all(isinstance(x, Mapping) for x in value)


def _ordered(isi: Isi, first: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(one for one in first if one in isi), *isi)))


def _pair(key: str, value: Any, wide: int = 0) -> list[str]:
    name = _key(key).ljust(wide)
    line = f"{name} = {_value(value)}"
    if len(line) <= _LEBAR or not isinstance(value, list) or len(value) < 2:
        return [line]
    return [f"{name} = [", *(f"    {_value(one)}," for one in value), "]"]


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return repr(value)


def _key(key: str) -> str:
    return key if _POLOS.fullmatch(key) else _quoted(key)


def _quoted(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in plain) + '"'
