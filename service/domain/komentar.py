"""What people say to each other about a matter, and who is told of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.refusals import Refusal

TERPANJANG = 5_000  # letters of one comment
PALING_SEBUT = 20  # people named in one comment
KOMENTAR, DISEBUT, DIINGATKAN = "komentar", "disebut", "diingatkan"
YA, TIDAK = "ya", "tidak"
BERAT = (KOMENTAR, DISEBUT, DIINGATKAN)  # what a person is told, the weightiest last
_SEBUT = re.compile(r"(?<![\w@./-])@([A-Za-z0-9][A-Za-z0-9._-]{0,79})")


class KomentarKosong(Refusal):
    """Nothing was said."""

    def __init__(self) -> None:
        super().__init__("Tulis komentarnya. Belum ada yang dikirim.")


class KomentarTerlaluPanjang(Refusal):
    """More than anybody reads."""

    def __init__(self, panjang: int) -> None:
        super().__init__(
            f"Komentar ini {panjang} huruf, paling banyak {TERPANJANG}. Belum ada yang dikirim; "
            "pendekkan, atau lampirkan sebagai bahan berkas."
        )


class TidakDapatDisebut(Refusal):
    """Somebody is named who is not there, or may not see the matter; both sound alike."""

    def __init__(self, names: Collection[str]) -> None:
        listed = ", ".join(f"@{one}" for one in names)
        super().__init__(
            f"{listed} tidak dikenal, atau tidak dapat melihat berkas ini. Belum ada yang "
            "dikirim; perbaiki nama masuknya, atau hapus tanda @ di depannya."
        )


class SebutTerlaluBanyak(Refusal):
    """More people named than one comment is for."""

    def __init__(self) -> None:
        super().__init__(
            f"Paling banyak {PALING_SEBUT} orang disebut dalam satu komentar. Belum ada yang "
            "dikirim."
        )


class BukanPenulis(Refusal):
    """A comment is taken back by its writer alone."""

    status = 403

    def __init__(self) -> None:
        super().__init__("Komentar hanya dapat ditarik penulisnya. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Komentar:
    """One comment; never changed, only taken back. The journal keeps its hash, not its words."""

    id: str
    berkas: str
    oleh: str
    waktu: datetime
    teks: str = field(default="", metadata={"rahasia": True})
    sebut: tuple[str, ...] = ()  # the people it names
    jenis: str = KOMENTAR  # or diingatkan
    ditarik: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class Ikut:
    """One person beside one matter: whether they follow it, and what they have not seen yet."""

    id: str
    berkas: str
    orang: str
    pilihan: str = ""  # ya or tidak, once they chose; '' for whoever has a part and never did
    kabar: str = ""  # komentar, disebut or diingatkan; '' once they opened the matter
    sejak: datetime | None = None  # when the first of what they have not seen was said
    versi: int = 1


def ikut_id(berkas: str, orang: str) -> str:
    """By what one person beside one matter is known."""
    return hashlib.sha256(f"ikut:{berkas}:{orang}".encode()).hexdigest()[:40]


def named(teks: str) -> list[str]:
    """The sign-in names after an @, each once; a mark at the end of a sentence is none of it."""
    found = (one.rstrip("._-").lower() for one in _SEBUT.findall(teks))
    return list(dict.fromkeys(one for one in found if one))


def checked(teks: str) -> str:
    """What was said, fit to be kept."""
    clean = teks.replace("\r\n", "\n").strip()
    if not clean:
        raise KomentarKosong
    if len(clean) > TERPANJANG:
        raise KomentarTerlaluPanjang(len(clean))
    if len(named(clean)) > PALING_SEBUT:
        raise SebutTerlaluBanyak
    return clean


def told(before: Ikut, kabar: str, now: datetime) -> Ikut:
    """With something not yet seen; the weightier word stays."""
    heavier = max(before.kabar, kabar, key=("", *BERAT).index)
    return replace(before, kabar=heavier, sejak=before.sejak or now)


def seen(before: Ikut) -> Ikut:
    """With nothing that is not seen."""
    return replace(before, kabar="", sejak=None)


def taken_back(before: Komentar, oleh: str, now: datetime) -> Komentar:
    """Its words are gone for readers, a mark stays; taken back twice it is the same."""
    if before.oleh != oleh:
        raise BukanPenulis
    return before if before.ditarik else replace(before, teks="", ditarik=now)
