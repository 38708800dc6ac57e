"""Passwords: which ones will do, and how long a guesser waits."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from service.domain.orang import GagalMasuk, nama_masuk_of
from service.domain.refusals import Refusal

PENDEK, PANJANG = 12, 200
LUPA = timedelta(hours=1)  # tries this old are forgotten
TUNGGU, TUNGGU_TERLAMA = timedelta(seconds=15), timedelta(minutes=15)

# What guessers try first and is long enough to pass; also met with digits before or behind it.
_DITEBAK = """
password passwords passwordpassword kata sandi katasandi katasandiku sandisandi rahasia
rahasiarahasia rahasianegara administrator adminadmin adminadminadmin superadmin selamatdatang
selamatpagi selamatsiang bismillah bismillahirrahmanirrahim alhamdulillah indonesia
indonesiaraya indonesiamerdeka indonesiajaya merdeka garuda garudaindonesia pancasila
bhinnekatunggalika sayangkamu akucintakamu akusayangkamu iloveyou iloveyouforever qwerty
qwertyqwerty qwertyuiop qwertyuiopas qwertyuiopasdfgh asdfghjkl asdfghjklzxcvbnm zxcvbnm
qazwsxedc qazwsxedcrfv qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y 1qaz2wsx3edc abcdefghijkl
abcdefghijklmnop letmeinletmein welcomewelcome changeme changemenow gantisandi gantipassword
berkas berkasberkas ppid ppidppid ppidutama kantor kantorkantor pemerintah
"""
_UMUM = frozenset(_DITEBAK.split())
_BARIS = ("01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz")


class SandiLemah(Refusal):
    """A password that a stranger would guess."""


class SandiSalah(Refusal):
    """Name and password do not belong together; the same words whether the name exists or not."""

    status = 401

    def __init__(self) -> None:
        super().__init__("Nama masuk atau sandi tidak cocok. Periksa ejaannya, lalu coba lagi.")


class TerlaluSering(Refusal):
    """Too many tries that failed; the same words whether the name exists or not."""

    status = 429

    def __init__(self, tunggu: timedelta) -> None:
        self.detik = max(1, round(tunggu.total_seconds()))
        lama = f"{self.detik} detik" if self.detik < 60 else f"{-(-self.detik // 60)} menit"
        super().__init__(
            f"Terlalu banyak percobaan masuk yang gagal. Tunggu {lama}, lalu coba lagi. "
            "Bila Anda lupa sandi, mintalah tautan baru kepada administrator."
        )


@dataclass(frozen=True)
class Ambang:
    """How many failures are free before the waiting starts."""

    apa: str
    bebas: int


NAMA = Ambang("nama", 5)
ALAMAT = Ambang("alamat", 20)  # a whole office may stand behind one address


def spelled(sandi: str) -> str:
    """A password as it is hashed: one spelling for what looks the same on every keyboard."""
    return unicodedata.normalize("NFKC", sandi)


def check(sandi: str, nama_masuk: str, nama: str) -> str:
    """The password as it is hashed, or SandiLemah with what to do about it."""
    text = spelled(sandi)
    if len(text) < PENDEK:
        raise SandiLemah(
            f"Sandi paling sedikit {PENDEK} huruf. Beberapa kata yang mudah Anda ingat sudah cukup."
        )
    if len(text) > PANJANG:
        raise SandiLemah(f"Sandi paling banyak {PANJANG} huruf.")
    if any(unicodedata.category(letter).startswith("C") for letter in text):
        raise SandiLemah("Sandi memuat tanda yang tidak terlihat. Ketik ulang tanpa tanda itu.")
    if _names(text, nama_masuk, nama):
        raise SandiLemah("Sandi memuat nama Anda. Pilih kata-kata lain.")
    if _common(text):
        raise SandiLemah("Sandi ini terlalu umum dan mudah ditebak. Pilih kata-kata lain.")
    return text


def _names(text: str, nama_masuk: str, nama: str) -> bool:
    low = text.casefold()
    whole = "".join(nama.casefold().split())
    parts = {nama_masuk_of(nama_masuk), whole, nama.casefold().strip()}
    return any(len(part) >= 3 and part in low for part in parts)


def _common(text: str) -> bool:
    low = "".join(text.casefold().split())
    core = low.strip("0123456789!.,_-@#*?")
    rows = any(low in row or low in row * 3 for row in _BARIS)
    return core in _UMUM or low in _UMUM or not core or rows or len(set(low)) < 5


def throttle_id(ambang: Ambang, value: str) -> str:
    """The row that counts failures of one name or one address; a hash, for people mistype."""
    text = nama_masuk_of(value) if ambang is NAMA else value
    return hashlib.sha256(f"{ambang.apa}:{text}".encode()).hexdigest()


def let_try(rows: list[GagalMasuk], now: datetime) -> None:
    """Refuse while one of the rows still has to wait."""
    end = max((row.sampai for row in rows), default=now)
    if end > now:
        raise TerlaluSering(end - now)


def counted(row: GagalMasuk, ambang: Ambang, now: datetime) -> GagalMasuk:
    """The row with one more try; each failure beyond the free ones doubles the wait."""
    kali = 1 if now - row.terakhir > LUPA else row.kali + 1
    over = kali - ambang.bebas
    wait = min(TUNGGU * 2 ** min(over, 10), TUNGGU_TERLAMA) if over >= 0 else timedelta(0)
    return replace(row, kali=kali, terakhir=now, sampai=now + wait)


def uncounted(row: GagalMasuk) -> GagalMasuk:
    """The row without the try that turned out well."""
    return replace(row, kali=max(0, row.kali - 1), sampai=row.terakhir)


def forgotten(row: GagalMasuk, now: datetime) -> bool:
    """Whether a row tells nothing any more."""
    return now - row.terakhir > LUPA and now >= row.sampai
