"""The written parts of a bag: declaration, manifests, what is told about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.domain.tas.nama import DATA, told

BAGIT, INFO, FETCH = "bagit.txt", "bag-info.txt", "fetch.txt"
DEKLARASI = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
VERSI = frozenset({"0.97", "1.0"})
ALGORITMA: dict[str, int] = {"sha256": 64, "sha512": 128}  # and how long each is written
OXUM = "Payload-Oxum"
_MANIFES = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
_BARIS = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_TANDA = re.compile(r"%(0[AaDd]|25)")
_UJUNG = re.compile(r"\r\n|\n|\r")
_JUMLAH = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")


@dataclass(frozen=True)
class Oxum:
    """How much a bag carries: bytes and files."""

    bita: int
    file: int

    def __str__(self) -> str:
        return f"{self.bita}.{self.file}"


def manifest(sidik: Mapping[str, str]) -> str:
    """The lines of a manifest, in the order of their names."""
    return "".join(f"{sidik[path]}  {_written(path)}\n" for path in sorted(sidik))


def info(baris: Iterable[tuple[str, str]]) -> str:
    """What is told about a bag, a line for each."""
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in baris if value.strip())


def which(nama: str) -> tuple[str, bool] | None:
    """The algorithm of a manifest and whether it lists the written parts; None where it is none."""
    match = _MANIFES.fullmatch(nama)
    return (match[2], bool(match[1])) if match else None


def read_manifest(nama: str, text: str) -> tuple[dict[str, str], list[str]]:
    """Which hash each name has, and what is wrong with the lines."""
    found, wrong = dict[str, str](), list[str]()
    for n, line in enumerate(_UJUNG.split(text), 1):
        if not line.strip():
            continue
        match = _BARIS.fullmatch(line)
        if not match:
            wrong.append(f"{nama} baris {n} tidak terbaca.")
            continue
        path = _read(match[2])
        path = path.removeprefix("./") if path.startswith(f"./{DATA}") else path
        if path in found:
            wrong.append(f"{nama} menyebut {told(path)} dua kali.")
        found[path] = match[1].lower()
    return found, wrong


def read_info(text: str) -> dict[str, str]:
    """What is told about a bag; of what is told twice the last counts."""
    found, last = dict[str, str](), ""
    for line in _UJUNG.split(text):
        if line[:1] in (" ", "\t") and last:
            found[last] += f" {line.strip()}"
            continue
        name, colon, value = line.partition(":")
        if colon:
            last = name.strip().lower()
            found[last] = value.strip()
    return found


def read_oxum(text: str) -> Oxum | None:
    """Bytes and files as they were told; None where that is no such thing."""
    match = _JUMLAH.fullmatch(text.strip())
    return Oxum(int(match[1]), int(match[2])) if match else None


def declared(text: str) -> Sequence[str]:
    """What is wrong with a declaration."""
    told_ = read_info(text)
    wrong = list[str]()
    if (version := told_.get("bagit-version", "")) not in VERSI:
        wrong.append(f"{BAGIT} menyebut versi BagIt {told(version) or 'kosong'}; yang dikenal 1.0.")
    if told_.get("tag-file-character-encoding", "").upper() not in ("UTF-8", "UTF8"):
        wrong.append(f"{BAGIT} tidak menyebut UTF-8.")
    return wrong


def _written(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _read(path: str) -> str:
    return _TANDA.sub(lambda one: bytes.fromhex(one[1]).decode(), path)
