"""Looking at all that is kept once more: a share each day, all of it once a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from service.domain.angka import ribuan
from service.domain.catatan import Kepala
from service.domain.refusals import Refusal
from service.domain.tanggal import local, panjang

HARIAN, PENUH = "keutuhan_harian", "keutuhan_penuh"  # what they are kept under
NAMA = {HARIAN: "Pemeriksaan keutuhan harian", PENUH: "Pemeriksaan keutuhan bulanan"}
BATAS = {HARIAN: timedelta(days=3), PENUH: timedelta(days=35)}
BAGIAN = 28  # a file comes up this often in so many days
HITUNGAN = ("file", "baris", "naskah", "banyak")
DISEBUT = 20
DIULANG = 100  # damaged files that are looked at again each day until they are whole
PANJANG_KEPALA = 32  # hex digits that are printed; no other journal can be made to end so
BELUM = "Belum pernah. Dikerjakan sendiri setiap malam; sekarang: ./berkas fixity."
TINDAKAN = (
    "Jangan menghapus apa pun. Simpan salinan BERKAS_HOME seperti adanya, cari tahu sebabnya, lalu "
    "pulihkan dari cadangan (panduan pengelola bagian 12 dan 21)."
)


@dataclass(frozen=True)
class Keutuhan:
    """What one look found, by ids and beginnings of hashes alone: what it is may be withheld."""

    cara: str
    file: int = 0
    baris: int = 0
    naskah: int = 0
    banyak: int = 0  # how much is amiss
    temuan: tuple[str, ...] = ()  # the first of it, in words
    rusak: tuple[str, ...] = ()  # files to be looked at again tomorrow

    @property
    def utuh(self) -> bool:
        """Whether all is as it was."""
        return self.banyak == 0

    def kept(self) -> dict[str, str]:
        """As it is kept."""
        counts = {name: str(getattr(self, name)) for name in HITUNGAN}
        lines = "\n".join(one[:300].replace("\n", " ") for one in self.temuan[:DISEBUT])
        return {**counts, "temuan": lines, "rusak": " ".join(self.rusak[:DIULANG])}


def told(looked: Keutuhan, temuan: Sequence[str], rusak: Iterable[str]) -> Keutuhan:
    """What was looked at, with what was found: all of it counted, the first of it named."""
    return replace(
        looked, banyak=len(temuan), temuan=tuple(temuan[:DISEBUT]), rusak=tuple(sorted(rusak))
    )


def read(cara: str, kept: Mapping[str, str]) -> Keutuhan | None:
    """What was kept; None where it is none."""
    try:
        file, baris, naskah, banyak = (int(kept[name]) for name in HITUNGAN)
    except (KeyError, ValueError):
        return None
    temuan = tuple(filter(None, kept.get("temuan", "").split("\n")))
    rusak = tuple(kept.get("rusak", "").split())
    return Keutuhan(cara, file, baris, naskah, banyak, temuan, rusak)


def share(names: Iterable[str], hari: date) -> list[str]:
    """The files whose day it is: each comes up once in 28 days, whatever else came meanwhile."""
    at = hari.toordinal() % BAGIAN
    return [one for one in names if int(one[:8], 16) % BAGIAN == at]


def due(hari: date, penuh: date | None) -> str:
    """Which of the two this day asks for: all of it once in each month."""
    done = penuh is not None and (penuh.year, penuh.month) == (hari.year, hari.month)
    return HARIAN if done else PENUH


def standing(
    cara: str, waktu: datetime | None, last: Keutuhan | None, dibuka: datetime | None, now: datetime
) -> tuple[bool | None, str]:
    """Whether all is well, and why; `dibuka`: since when the office is at work."""
    if waktu is None or last is None:
        late = dibuka is not None and now - dibuka > BATAS[cara]
        return (False if late else None), BELUM
    looked = [f"{ribuan(last.file)} file"]
    looked += [f"{ribuan(last.baris)} baris dan catatan jurnal"] if last.baris else []
    looked += [f"{ribuan(last.naskah)} naskah bertanda tangan"] if last.naskah else []
    kata = f"{panjang(local(waktu, 'WIB').date())}: {', '.join(looked)}"
    if not last.utuh:
        return False, f"{kata}; {ribuan(last.banyak)} tidak lagi utuh, disebut di bawah."
    if now - waktu > BATAS[cara]:
        return False, f"{kata}, semua utuh. Sudah lebih dari {BATAS[cara].days} hari."
    return True, f"{kata}, semua utuh."


class KepalaTidakTerbaca(Refusal):
    """A printed head of a journal is typed as it stands on the paper."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis kepala jurnal seperti tercetak, misalnya: kemensetneg 1234:0f3a9b0c11d2e4f5. "
            "Sidiknya paling sedikit 16 huruf. Tidak ada yang diubah."
        )


def printed(kepala: Kepala) -> str:
    """The head of a journal as a report prints it."""
    return f"{kepala.urut}:{kepala.rantai[:PANJANG_KEPALA]}"


def read_printed(text: str) -> Kepala:
    """What a report printed, typed by a person; spaces and capitals do not count."""
    instansi, _, rest = text.strip().partition(" ")
    urut, _, sidik = "".join(rest.split()).lower().partition(":")
    good = sidik and not set(sidik) - set("0123456789abcdef") and 16 <= len(sidik) <= 64
    if not (instansi and good and urut.isascii() and urut.isdigit() and len(urut) < 12):
        raise KepalaTidakTerbaca
    return Kepala(instansi, int(urut), sidik)
