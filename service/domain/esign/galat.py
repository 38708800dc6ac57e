"""What the service answers instead of a signed paper, as a sentence for who signs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

from service.domain.esign.pengguna import Pengguna, as_code
from service.domain.kunci_ttd import KunciMenolak
from service.domain.refusals import Refusal, Unavailable

TIDAK_TERDAFTAR, PASSPHRASE_SALAH = 2011, 2031
_BELUM = "Tidak ada yang ditandatangani."
# At the end of a sentence only, and not as the year of a date: `… salah 2031`, `… salah 2031,`.
_KODE_DI_UJUNG = re.compile(r"(?<![\d/.:-])([1-9]\d{3})[\s.,;:!)\]]*$")
_KATA = (
    (re.compile(r"(user|pengguna|nik)\b.{0,40}(tidak|belum|not)\s+(ter|re)", re.I), 2011),
    (re.compile(r"pass\s?phrase.{0,40}(salah|tidak\s+(sesuai|cocok)|wrong|incorrect)", re.I), 2031),
)
_TAHUN = re.compile(r"(tahun|sampai|hingga|until|\b\d{1,2}\W+[a-z]+)\W*$", re.I)
_TOTP = re.compile(
    r"\bt?otp\b.{0,40}(salah|tidak|kedaluwarsa|kadaluarsa|expired|invalid)"
    r"|\b(invalid|expired|wrong|incorrect)\b.{0,20}\bt?otp\b",
    re.I,
)
_TERPANJANG = 200
_TERPENDEK = 4  # what is shorter cannot be blotted out without blotting out everything
_ANGKA_PANJANG = re.compile(r"\d{9,}")
_TITIK = "•••"


class LayananMenolak(KunciMenolak):
    """The service understood, and said no: nothing was signed."""

    def __init__(self, kalimat: str, kode: int = 0) -> None:
        super().__init__(f"{kalimat} {_BELUM}")
        self.kode = kode


class PassphraseSalah(LayananMenolak):
    """Never tried again by itself: the account may lock."""

    def __init__(self) -> None:
        super().__init__(
            "Passphrase salah. Ketik ulang dengan teliti; akun dapat terkunci bila terlalu sering "
            "salah.",
            PASSPHRASE_SALAH,
        )


class TotpSalah(LayananMenolak):
    """A one-time code that does not fit, or no longer."""

    def __init__(self) -> None:
        super().__init__(
            "Kode sekali pakai (TOTP) salah atau sudah lewat waktunya. Minta kode baru, lalu ketik "
            "kode yang terakhir Anda terima."
        )


class TanpaTotp(KunciMenolak):
    """Version 1 signs by passphrase alone."""

    def __init__(self) -> None:
        super().__init__(
            "Esign Client Service versi 1 tidak mengenal kode sekali pakai (TOTP). Pakai "
            "passphrase."
        )


class SudahDiunduh(Refusal):
    """The service hands out each paper once."""

    def __init__(self) -> None:
        super().__init__(
            "Layanan tanda tangan tidak lagi menyimpan naskah ini: sudah pernah diunduh, atau "
            "nomornya tidak dikenal. Mintalah filenya kepada yang mengunduhnya."
        )


class PerluDicek(Refusal):
    """Nobody knows whether it was signed: a person looks, and nothing is sent again by itself."""

    status = 502

    def __init__(self, sebab: str, *, id_dokumen: str = "", kembali: Path | None = None) -> None:
        super().__init__(
            f"{sebab} Naskah mungkin sudah ditandatangani, maka tidak dikirim ulang. Periksa "
            "dahulu di layanan tanda tangan."
        )
        self.id_dokumen = id_dokumen  # with which version 1 hands it out once more; '' otherwise
        self.kembali = kembali  # what came back, kept for who decides


def refusal(kode_http: int, isi: Mapping[str, object], rahasia: Iterable[str]) -> LayananMenolak:
    """What the service says in an answer that is an error, without anything it was told."""
    kata = said(isi)
    kode = code_of(isi, kata)
    if kode == TIDAK_TERDAFTAR:
        return LayananMenolak(Pengguna("NOT_REGISTERED").kalimat, kode)
    if kode == PASSPHRASE_SALAH:
        return PassphraseSalah()
    if _TOTP.search(kata):
        return TotpSalah()
    shown = blotted(kata, rahasia)
    nomor = kode or kode_http
    told = f"“{shown}” (kode {nomor})" if shown else f"dengan kode {nomor}"
    return LayananMenolak(f"Layanan tanda tangan menolak {told}.", kode)


def said(isi: Mapping[str, object]) -> str:
    """All words of an answer that is an error; '' where there are none."""
    words: list[str] = []
    for name in ("error", "message", "pesan", "deskripsi_status"):
        kata = isi.get(name)
        if isinstance(kata, str) and kata.strip() and kata.strip() not in words:
            words.append(kata.strip())
    return ". ".join(words)


def says_no(isi: Mapping[str, object]) -> bool:
    """Whether an answer that is called a success is an error all the same."""
    kata = isi.get("error")
    no = isinstance(kata, str) and bool(kata.strip())
    return no or code_of(isi, said(isi)) in (TIDAK_TERDAFTAR, PASSPHRASE_SALAH)


def is_for_signer(kode_http: int, isi: Mapping[str, object]) -> bool:
    """Whether the words of an answer tell the signer something; not those of a fault inside."""
    kata = said(isi)
    if kode_http in (401, 403) or not kata:
        return False
    known = kode_http < 300 or kode_http in (400, 409, 422)
    return known or bool(code_of(isi, kata)) or bool(_TOTP.search(kata))


def code_of(isi: Mapping[str, object], kata: str) -> int:
    """The code of an error: in a field, by its words, or at the end of them; 0 for none.

    Where it stands differs from install to install.
    """
    for name in ("status_code", "statusCode", "code", "kode"):
        kode = as_code(isi.get(name))
        if kode >= 1000:  # below are those of HTTP
            return kode
    for pattern, kode in _KATA:
        if pattern.search(kata):
            return kode
    found = _KODE_DI_UJUNG.search(kata)
    if not found or _TAHUN.search(kata[: found.start()]):
        return 0
    return int(found[1])


def blotted(kata: str, rahasia: Iterable[str]) -> str:
    """The words without what we told the service; '' where that cannot be made sure."""
    for one in rahasia:
        if len(one.strip()) < _TERPENDEK:
            return ""
        for guise in {one, quote(one), escape(one), json.dumps(one)[1:-1]}:
            spaced = r"\s+".join(map(re.escape, guise.split()))
            kata = re.sub(spaced, _TITIK, kata, flags=re.I)
    return _ANGKA_PANJANG.sub(_TITIK, kata)[:_TERPANJANG]


def trouble(kode_http: int) -> Unavailable:
    """An answer in which the service does not speak for itself."""
    if kode_http in (401, 403):
        return Unavailable(
            f"Layanan tanda tangan menolak nama atau sandi aplikasi ({kode_http}). {_BELUM} Minta "
            "pengelola memeriksa setelannya.",
            permanent=True,
        )
    if 300 <= kode_http < 400 or kode_http in (404, 405):
        return Unavailable(
            f"Alamat layanan tanda tangan keliru ({kode_http}). {_BELUM} Minta pengelola memeriksa "
            "setelannya.",
            permanent=True,
        )
    if kode_http == 413:
        return Unavailable(
            f"Naskah terlalu besar untuk layanan tanda tangan (413). {_BELUM} Minta pengelola "
            "menaikkan batas layanan itu.",
            permanent=True,
        )
    return Unavailable(
        f"Layanan tanda tangan sedang bermasalah ({kode_http}). {_BELUM} Coba lagi nanti."
    )
