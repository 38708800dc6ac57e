"""A picture for a paper: known by its first bytes, of a size that a page can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.domain.refusals import Refusal
from service.domain.ruas import GAMBAR, Pasangan

UKURAN_TERBESAR = 10 * 1024 * 1024  # bytes
SISI_TERBESAR = 10_000  # pixels
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Marks of a JPEG that begin a picture (SOF), and those that stand without a length.
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})


class GambarTidakSah(Refusal):
    """What was sent cannot stand in a paper as a picture."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Gambar tidak dapat dipakai: {why}. Belum ada yang diubah. Simpan gambar itu sebagai "
            "PNG atau JPEG, lalu unggah lagi."
        )


@dataclass(frozen=True)
class Gambar:
    """A picture as its head tells it."""

    jenis: str  # png, jpeg
    lebar: int
    tinggi: int


def look(whole: bytes) -> Gambar:
    """What kind of picture it is and how large; GambarTidakSah where a paper cannot hold it."""
    if len(whole) > UKURAN_TERBESAR:
        raise GambarTidakSah(f"lebih besar dari {UKURAN_TERBESAR // 1024 // 1024} MB")
    if whole.startswith(_PNG):
        found = _png(whole)
    elif whole.startswith(_JPEG):
        found = _jpeg(whole)
    else:
        raise GambarTidakSah("isinya bukan PNG atau JPEG")
    if found is None or not found.lebar or not found.tinggi:
        raise GambarTidakSah("filenya terpotong atau rusak")
    if max(found.lebar, found.tinggi) > SISI_TERBESAR:
        raise GambarTidakSah(f"sisinya lebih dari {SISI_TERBESAR} piksel")
    return found


def _png(whole: bytes) -> Gambar | None:
    if len(whole) < 33 or whole[12:16] != b"IHDR" or b"IEND" not in whole[-16:]:
        return None
    return Gambar("png", int.from_bytes(whole[16:20]), int.from_bytes(whole[20:24]))


def _jpeg(whole: bytes) -> Gambar | None:
    if whole[6:10] not in (b"JFIF", b"Exif"):  # others Word's format does not take
        raise GambarTidakSah("JPEG ini berbentuk yang tidak dikenal Word")
    for mark, at in _marks(whole):
        if mark in _SOF:
            tinggi, lebar = whole[at + 5 : at + 7], whole[at + 7 : at + 9]
            return Gambar("jpeg", int.from_bytes(lebar), int.from_bytes(tinggi))
    return None


def _marks(whole: bytes) -> Iterator[tuple[int, int]]:
    """Each mark of a JPEG up to its picture, and where it stands."""
    at = 2
    while at + 9 < len(whole) and whole[at] == 0xFF:
        mark = whole[at + 1]
        if mark == 0xFF:  # a filling byte
            at += 1
            continue
        yield mark, at
        at += 2 if mark in _BARE else 2 + max(2, int.from_bytes(whole[at + 2 : at + 4]))


def with_pictures(
    pasangan: Pasangan, told: Mapping[str, Any], fetch: Callable[[str], Path]
) -> dict[str, Any]:
    """What a template is given, its pictures fetched as files of the width that the pair asks.

    The resep of a paper is worked out before: a sha256 says more of a picture than a path.
    """
    widths = {one.nama: one.lebar for one in pasangan.ruas if one.jenis == GAMBAR}
    return {
        nama: {"gambar": fetch(value), "lebar_mm": widths[nama]}
        if nama in widths and _is_kept(value)
        else value
        for nama, value in told.items()
    }


def _is_kept(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 64 and value.isalnum()
