"""An author's TOML file, read with every fault noted at its line instead of raised."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from service.domain.kesalahan import Kesalahan
from service.domain.toml_isi import TomlBerlebihan, toml_isi
from service.domain.toml_tempat import Jalan, Tempat

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
# What tomllib says, in the words of the office; the first that fits.
_SEBAB = (
    ("Expected '='", "setelah nama kunci harus ada tanda '='"),
    ("Expected newline", "ada tulisan berlebih setelah nilai; satu baris hanya memuat satu kunci"),
    ("Unterminated string", "tanda kutip pembuka tidak punya penutup"),
    ("Illegal character", "tanda kutip tidak ditutup pada baris yang sama, atau ada huruf kendali"),
    ("Unescaped", "tulis garis miring terbalik dua kali (\\\\), atau pakai kutip tunggal"),
    ("Unclosed array", "daftar dibuka dengan '[' tetapi tidak ditutup dengan ']'"),
    ("Unclosed inline table", "tabel dibuka dengan '{' tetapi tidak ditutup dengan '}'"),
    ("Cannot overwrite", "kunci ini sudah ditulis di atasnya"),
    ("Duplicate inline", "kunci yang sama ditulis dua kali"),
    ("Cannot declare", "tabel ini sudah ditulis di atasnya"),
    ("Cannot", "tabel ini bentrok dengan tulisan di atasnya"),
    ("Expected ']", "nama tabel harus ditutup dengan ']'"),
    ("Invalid date", "tanggal ini tidak ada; tulis seperti 2026-11-21"),
    ("Invalid value", "nilai tidak dikenali; teks harus di antara tanda kutip"),
    ("Invalid statement", "baris ini bukan 'kunci = nilai' dan bukan '[tabel]'"),
    ("Invalid initial character", "nama kunci hanya memuat huruf, angka, '_' dan '-'"),
)


class Lembar:
    """One table of the file; asking for a key marks it as known and notes what is wrong with it."""

    def __init__(
        self, file: str, isi: Mapping[str, Any], tempat: Tempat, found: list[Kesalahan]
    ) -> None:
        self._file, self._isi, self._tempat, self.found = file, isi, tempat, found
        self._path: Jalan = ()
        self._known: set[str] = set()
        self._below: list[Lembar] = []

    def _child(self, isi: Mapping[str, Any], path: Jalan) -> Lembar:
        child = Lembar(self._file, isi, self._tempat, self.found)
        child._path = path
        self._below.append(child)
        return child

    @property
    def name(self) -> str:
        """The last key of the path to this table."""
        return str(self._path[-1]) if self._path else ""

    @property
    def isi(self) -> Mapping[str, Any]:
        """The table as the author wrote it."""
        return self._isi

    def has(self, key: str) -> bool:
        """Whether the author wrote this key."""
        return key in self._isi

    # --- noting ---

    def fault(self, key: str, sebab: str) -> None:
        """Note a fault at a key ('' for the table itself)."""
        self._note(key, sebab, peringatan=False)

    def warn(self, key: str, sebab: str) -> None:
        """Note what is worth a look."""
        self._note(key, sebab, peringatan=True)

    def _note(self, key: str, sebab: str, *, peringatan: bool) -> None:
        path = (*self._path, key) if key else self._path
        self.found.append(Kesalahan(self._file, self._tempat.line(path), sebab, peringatan))

    # --- asking ---

    def _ask(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        self._known.add(key)
        value = self._isi.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(key, f"{key} harus berupa {expected}.")
            return None
        return value

    def text(self, key: str, default: str = "", *, wajib: bool = False) -> str:
        """One line of text."""
        value = self._ask(key, str, 'teks di antara tanda kutip, misalnya "Biro Umum"')
        if value is None:
            if wajib and key not in self._isi:
                self.fault(key, f"{key} belum diisi.")
            return default
        return self._line(key, value, wajib=wajib)

    def _line(self, key: str, value: str, *, wajib: bool) -> str:
        clean = value.strip()
        if any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in clean):
            self.fault(key, f"{key} harus satu baris tanpa huruf kendali.")
        elif wajib and not clean:
            self.fault(key, f"{key} masih kosong.")
        return clean

    def texts(self, key: str, *, wajib: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._ask(key, list, 'daftar teks, misalnya ["a", "b"]') or []
        if wajib and not value and (key not in self._isi or self._isi[key] == []):
            self.fault(key, f"{key} belum diisi.")
        if any(not isinstance(one, str) for one in value):
            self.fault(key, f"{key}: setiap isi daftar harus teks di antara tanda kutip.")
        return tuple(self._line(key, one, wajib=False) for one in value if isinstance(one, str))

    def one_of(self, key: str, choices: Collection[str], default: str) -> str:
        """A text out of a few."""
        value = self.text(key, default)
        if value in choices:
            return value
        if self.has(key) and isinstance(self._isi[key], str):
            guess = _near(value, choices)
            self.fault(key, f"{key} '{value}' tidak dikenal{guess}. Pilihan: {_listed(choices)}.")
        return default

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number within bounds."""
        value = self._ask(key, int, "bilangan bulat")
        if value is None:
            return default
        if not low <= value <= high:
            self.fault(key, f"{key} harus antara {low} dan {high}.")
            return default
        return int(value)

    def measure(self, key: str, default: float, low: float, high: float) -> float:
        """A number within bounds, whole or not."""
        value = self._ask(key, (int, float), "angka, misalnya 2.5")
        if value is None:
            return default
        if not low <= value <= high:
            self.fault(key, f"{key} harus antara {low:g} dan {high:g}.")
            return default
        return float(value)

    def truth(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._ask(key, bool, "true atau false")
        return default if value is None else bool(value)

    def any(self, key: str) -> Any:
        """Whatever the author wrote, None where nothing."""
        self._known.add(key)
        return self._isi.get(key)

    def tanggal(self, key: str, *, wajib: bool = False) -> date | None:
        """A day."""
        value = self._ask(key, date, "tanggal tanpa tanda kutip, misalnya 2026-11-21")
        if value is None and wajib and key not in self._isi:
            self.fault(key, f"{key} belum diisi; tulis tanggal seperti 2026-11-21.")
        if isinstance(value, datetime):
            self.fault(key, f"{key} harus berupa tanggal saja, tanpa jam.")
            return None
        return value if isinstance(value, date) else None

    def table(self, key: str, *, wajib: bool = False) -> Lembar:
        """A table below this one; an empty one where there is none."""
        value = self._ask(key, dict, f"tabel; tulis [{key}] lalu isinya di bawahnya")
        if value is None and wajib and key not in self._isi:
            self.fault("", f"Bagian [{key}] belum ada.")
        return self._child(value or {}, (*self._path, key))

    def tables(self, key: str) -> list[Lembar]:
        """A list of tables below this one."""
        value = self._ask(key, list, f"daftar tabel; tulis [[{key}]] untuk setiap isinya") or []
        if any(not isinstance(one, dict) for one in value):
            self.fault(
                key, f"{key} harus berupa daftar tabel; tulis [[{key}]] untuk setiap isinya."
            )
            return []
        return [self._child(one, (*self._path, key, n)) for n, one in enumerate(value)]

    def each(self) -> Iterator[Lembar]:
        """Every table of a table of tables, in the author's order."""
        for key in self._isi:
            if self._ask(key, dict, "tabel") is not None:
                yield self._child(self._isi[key], (*self._path, key))

    def close(self) -> None:
        """Note the keys nobody asked for, here and below."""
        for key in self._isi:
            if key not in self._known:
                guess = _near(key, self._known)
                self.fault(key, f"Kunci '{key}' tidak dikenal di sini{guess}.")
        for child in self._below:
            child.close()


def open_lembar(file: str, text: str) -> tuple[Lembar | None, list[Kesalahan]]:
    """The file as a table, and the list its faults go to; None where it is no TOML at all."""
    found: list[Kesalahan] = []
    try:
        isi = toml_isi(text)
    except tomllib.TOMLDecodeError as wrong:
        return None, [_syntax(file, text, str(wrong))]
    except TomlBerlebihan as wrong:
        why = f"File tidak terbaca: {wrong}. Instansi lain tetap berjalan."
        return None, [Kesalahan(file, 0, why)]
    return Lembar(file, isi, Tempat(text.replace("\r\n", "\n")), found), found


def _syntax(file: str, text: str, said: str) -> Kesalahan:
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    why = next((kata for start, kata in _SEBAB if said.startswith(start)), "susunan tidak dikenali")
    return Kesalahan(
        file, line, f"File tidak terbaca mulai baris ini: {why}. Instansi lain tetap berjalan."
    )


def _near(word: str, words: Collection[str]) -> str:
    close = difflib.get_close_matches(word, sorted(words), n=1)
    return f"; mungkin maksud Anda '{close[0]}'" if close else ""


def _listed(words: Collection[str]) -> str:
    return ", ".join(words if isinstance(words, Sequence) else sorted(words))
