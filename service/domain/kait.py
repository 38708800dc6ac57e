"""Webhooks: which acts a unit has told to a program elsewhere, how each telling is signed, when it
is tried again, and when it is given up."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from service.domain.edisi.alamat_periksa import is_web
from service.domain.ids import derived
from service.domain.refusals import Refusal

KIRIMAN, BERKAS, NASKAH, PERMOHONAN = "kiriman", "berkas", "naskah", "permohonan"
KEBERATAN, INFORMASI, EDISI = "keberatan", "informasi", "edisi"
# What may be told at all: acts whose subject can be looked at, and found open, before it is named.
PERISTIWA: dict[str, tuple[str, str]] = {
    "kiriman_diterima": (KIRIMAN, "Kiriman diterima"),
    "kiriman_diperiksa": (KIRIMAN, "Kiriman selesai diperiksa"),
    "permohonan_diterima": (PERMOHONAN, "Permohonan informasi diterima"),
    "permohonan_didaftar": (PERMOHONAN, "Permohonan informasi diberi nomor"),
    "keberatan_diterima": (KEBERATAN, "Keberatan diterima"),
    "keberatan_didaftar": (KEBERATAN, "Keberatan diberi nomor"),
    "berkas_dibuka": (BERKAS, "Berkas dibuka"),
    "langkah_selesai": (BERKAS, "Langkah berkas selesai"),
    "langkah_dikembalikan": (BERKAS, "Berkas dikembalikan ke langkah sebelumnya"),
    "naskah_diajukan": (NASKAH, "Naskah diajukan"),
    "naskah_disetujui": (NASKAH, "Naskah disetujui dan bernomor"),
    "naskah_dikembalikan": (NASKAH, "Naskah dikembalikan untuk diperbaiki"),
    "naskah_ditandatangani": (NASKAH, "Naskah ditandatangani lengkap"),
    "naskah_dibatalkan": (NASKAH, "Naskah dibatalkan"),
    "informasi_ditetapkan": (INFORMASI, "Informasi ditetapkan"),
    "informasi_terbit": (INFORMASI, "Informasi diumumkan"),
    "informasi_dicabut": (INFORMASI, "Informasi dicabut"),
    "edisi_diterbitkan": (EDISI, "Edisi daftar diterbitkan"),
    "edisi_ditarik": (EDISI, "Edisi daftar ditarik"),
}
BELUM, TERKIRIM, GAGAL, DITAHAN = "belum", "terkirim", "gagal", "ditahan"
KEADAAN = {
    BELUM: "Menunggu dikirim",
    TERKIRIM: "Terkirim",
    GAGAL: "Tidak terkirim",
    DITAHAN: "Tidak dikirim: sudah tertutup",
}
PALING_LAMA = timedelta(hours=48)
SIMPAN = timedelta(days=90)  # how long the log of what was sent is kept
RAHASIA = "kait_"
NAMA_TERPANJANG, ALAMAT_TERPANJANG = 80, 500


@dataclass(frozen=True)
class Kait:
    """Where a unit has acts told to a program; `rahasia` is what each telling is signed with."""

    id: str
    instansi: str
    unit: str  # '': every unit
    nama: str
    alamat: str
    peristiwa: tuple[str, ...]
    rahasia: str = field(metadata={"rahasia": True}, repr=False)
    dibuat: datetime
    oleh: str
    dicabut: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class SampaiKait:
    """The last line of its journal that was looked through for a webhook; the id is its own."""

    id: str
    urut: int
    versi: int = 1


@dataclass(frozen=True)
class Antaran:
    """One act to be told to one program; told again, it is the same id."""

    id: str
    kait: str
    instansi: str
    urut: int  # its line in the journal
    peristiwa: str
    tentang: str
    waktu: datetime  # of the act
    dibuat: datetime  # since when it is tried
    unit: str = ""
    keadaan: str = BELUM
    dicoba: int = 0
    terakhir: datetime | None = None
    berikut: datetime | None = None
    kode: int = 0
    kata: str = ""
    versi: int = 1


class KabarTidakDiulang(Refusal):
    """Only what did not arrive is sent again."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Kabar itu tidak sedang gagal: sudah terkirim, masih menunggu, atau tidak dikenal. "
            "Tidak ada yang dikirim lagi."
        )


class KaitTidakSah(Refusal):
    """A webhook that cannot be made so."""


class KaitSudahDibuat(Refusal):
    """The same form came twice; the secret was shown the first time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Webhook ini sudah dibuat dan rahasianya hanya ditampilkan sekali. Tidak ada yang "
            "diubah. Bila rahasianya hilang, cabut lalu buat yang baru."
        )


def work_id(one: Antaran) -> str:
    """By which one try is owed; each has a name of its own, so that none wakes another early."""
    return f"{one.id}_{one.dicoba}"


def antaran_id(kait: str, urut: int, waktu: datetime) -> str:
    """One telling to a line of the journal, however often the line is looked at.

    After a restore the journal goes on from an earlier line; its next line is another act.
    """
    return derived(f"kait {kait} {urut} {waktu.isoformat()}")


def checked(nama: str, alamat: str, peristiwa: Collection[str], kantor: Collection[str]) -> str:
    """The name of a webhook to be made, or why it may not be; `kantor`: machines of the office."""
    name = " ".join(nama.split())
    if not name or len(name) > NAMA_TERPANJANG:
        raise KaitTidakSah(
            f"Beri webhook nama, paling banyak {NAMA_TERPANJANG} huruf. Tidak ada yang diubah."
        )
    if (
        len(alamat) > ALAMAT_TERPANJANG
        or not is_web(alamat)
        or "#" in alamat
        or urlsplit(alamat).port == 0
    ):
        raise KaitTidakSah(
            "Tulis alamat lengkap penerimanya, misalnya https://data.contoh.go.id/berkas, tanpa "
            "nama masuk dan sandi. Tidak ada yang diubah."
        )
    parts = urlsplit(alamat)
    if parts.scheme != "https" and parts.hostname not in kantor:
        raise KaitTidakSah(
            "Alamat penerima harus https, kecuali mesin kantor sendiri yang disebut pengelola di "
            "BERKAS_KAIT_KANTOR. Tidak ada yang diubah."
        )
    if not peristiwa or set(peristiwa) - set(PERISTIWA):
        raise KaitTidakSah("Pilih sedikitnya satu peristiwa dari daftar. Tidak ada yang diubah.")
    return name


def told(one: Antaran) -> bytes:
    """What is sent of an act: ids and public words, nothing that stands in the matter itself."""
    jenis = PERISTIWA[one.peristiwa][0]
    body = {
        "id": one.id,
        "peristiwa": one.peristiwa,
        "waktu": one.waktu.isoformat(),
        "instansi": one.instansi,
        "unit": one.unit,
        "jenis": jenis,
        "tentang": one.tentang,
        "alamat": f"/api/v1/{jenis}/{one.tentang}",
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def heads(one: Antaran, rahasia: str, now: datetime) -> dict[str, str]:
    """By which the receiver knows that it is ours, and that it is fresh."""
    at = str(int(now.timestamp()))
    return {"Berkas-Id": one.id, "Berkas-Waktu": at, "Berkas-Tanda": sign(rahasia, at, told(one))}


def sign(rahasia: str, waktu: str, badan: bytes) -> str:
    """HMAC-SHA256 over the moment, a dot, and the body."""
    made = hmac.new(rahasia.encode(), f"{waktu}.".encode() + badan, hashlib.sha256)
    return f"v1={made.hexdigest()}"


def arrived(one: Antaran, kode: int, now: datetime) -> Antaran:
    """The telling that was taken."""
    after = replace(one, keadaan=TERKIRIM, kode=kode, kata="", terakhir=now, berikut=None)
    return replace(after, dicoba=one.dicoba + 1)


def failed(one: Antaran, kode: int, kata: str, now: datetime) -> Antaran:
    """After a try that failed: again in 2^n minutes, or never once 48 hours are over."""
    pause = timedelta(minutes=2**one.dicoba)
    again = now + pause
    after = replace(one, dicoba=one.dicoba + 1, terakhir=now, kode=kode, kata=kata[:300])
    if again > one.dibuat + PALING_LAMA:
        return replace(after, keadaan=GAGAL, berikut=None)
    return replace(after, berikut=again)


def given_up(one: Antaran, kata: str, now: datetime) -> Antaran:
    """The telling that no later try would bring there."""
    tried = replace(one, dicoba=one.dicoba + 1, keadaan=GAGAL, kode=0, kata=kata[:300])
    return replace(tried, terakhir=now, berikut=None)


def withheld(one: Antaran, now: datetime) -> Antaran:
    """The telling of what may be named no more."""
    return replace(one, keadaan=DITAHAN, terakhir=now, berikut=None)


def again(one: Antaran, now: datetime) -> Antaran:
    """The telling as a person has it sent once more: its 48 hours begin anew."""
    return replace(one, keadaan=BELUM, dibuat=now, dicoba=0, berikut=None, kode=0, kata="")
