"""Whether what came back signed is taken as it is, or a person looks at what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Revisi,
    Sertifikat,
    TandaTangan,
    Ubahan,
)

SELISIH = timedelta(minutes=10)  # by which two clocks may differ
KOTAK = 0.15  # of a page; a larger place could cover what was written there
GANJIL = {
    "rusak": "File tidak dapat dibaca menurut aturan PDF yang ketat: rusak, terpotong, atau "
    "janggal susunannya.",
    "terkunci": "File terkunci sandi, sehingga tanda tangannya tidak dapat diperiksa.",
    "hibrida": "File memuat dua daftar isi sekaligus (hibrida), sehingga dua program dapat "
    "menampilkan isi yang berbeda.",
    "tanda_janggal": "Ada tanda tangan yang susunannya janggal dan tidak dapat diperiksa.",
    "terlalu_berat": "File terlalu berat untuk diperiksa.",
    "terlalu_lama": "Pemeriksaan file ini tidak selesai pada waktunya.",
    "pembaca_gugur": "Pemeriksaan file ini terhenti di tengah jalan.",
}


@dataclass(frozen=True)
class Harapan:
    """Who is to have signed, and the certificates known to be theirs."""

    nama: str
    sidik: frozenset[str]
    kolom: str = ""  # where; '': wherever they chose


@dataclass(frozen=True)
class Putusan:
    """Taken as it is, or not; and in words what was found."""

    diterima: bool
    ditemukan: tuple[str, ...]


def judge(bacaan: BacaanTanda, dikirim: int, harapan: Sequence[Harapan], now: datetime) -> Putusan:
    """The rule of the house: all of it holds, or a person decides.

    `dikirim` is how many bytes were sent; the file begins with exactly these, the last signature
    vouches for it to its end, every layer in between only adds a signature, each certificate
    leads to a trusted root, and those who signed are those who were to sign.
    """
    odd = tuple(_odd(bacaan, dikirim, harapan, now))
    if odd:
        return Putusan(False, odd)
    return Putusan(True, tuple(map(_told, added(bacaan, dikirim))))


def added(bacaan: BacaanTanda, dikirim: int) -> list[TandaTangan]:
    """The signatures of people since it was sent, in the order in which they were made."""
    found = [one for one in bacaan.tanda if one.ujung > dikirim and not one.cap_waktu]
    return sorted(found, key=lambda one: one.ujung)


def _odd(
    bacaan: BacaanTanda, dikirim: int, harapan: Sequence[Harapan], now: datetime
) -> Iterator[str]:
    if bacaan.ganjil:
        yield GANJIL.get(bacaan.ganjil, GANJIL["pembaca_gugur"])
    if not bacaan.awalan_sama:
        yield (
            "Awal file bukan file yang dikirim: versi lain, naskah lain, atau sudah disimpan ulang "
            "oleh program lain."
        )
    if bacaan.ganjil:
        return
    if not added(bacaan, dikirim):
        yield "File ini tidak memuat tanda tangan baru."
    elif (rest := bacaan.ukuran - max(one.ujung for one in bacaan.tanda)) > 0:
        yield f"Sesudah tanda tangan terakhir masih ada tambahan {rest} bita."
    elif rest < 0:
        yield "Tanda tangan terakhir menyebut isi yang tidak ada pada file ini."
    for one in bacaan.tanda:
        yield from _odd_signature(one, now)
    yield from _odd_layers(bacaan, dikirim)
    yield from _odd_signers(bacaan, dikirim, harapan)


def _odd_signature(one: TandaTangan, now: datetime) -> Iterator[str]:
    whose = _whose(one)
    if not one.menyeluruh:
        yield f"{whose} tidak mencakup seluruh isi file pada saat dibuat."
    if not one.utuh:
        yield f"Isi file berubah sesudah {_low(whose)} dibuat, atau tanda tangannya dipalsukan."
    if not one.terjaga:
        yield f"Sesudah {_low(whose)} ada perubahan yang tidak diizinkannya."
    yield from _odd_certificate(one, whose)
    if one.waktu and one.waktu > now + SELISIH:
        yield f"{whose} bertanggal sesudah hari ini; periksa jam komputer penandatangan."


def _odd_certificate(one: TandaTangan, whose: str) -> Iterator[str]:
    if one.rantai is Rantai.MANDIRI:
        yield f"{whose} memakai sertifikat buatan sendiri, tanpa penerbit yang menjaminnya."
    elif one.rantai is not Rantai.AKAR:
        yield f"Sertifikat pada {_low(whose)} tidak berujung pada sertifikat induk yang dipercaya."
    if one.masa is Masa.HABIS:
        yield f"{whose} dibuat sesudah masa berlaku sertifikatnya berakhir."
    elif one.masa is not Masa.BERLAKU:
        yield f"{whose} dibuat sebelum sertifikatnya mulai berlaku."
    if one.pencabutan is Pencabutan.DICABUT:
        yield f"Sertifikat pada {_low(whose)} sudah dicabut penerbitnya."
    elif one.pencabutan is not Pencabutan.TIDAK and one.rantai is Rantai.AKAR:
        yield f"Belum dapat dipastikan bahwa sertifikat pada {_low(whose)} tidak dicabut."


def _odd_layers(bacaan: BacaanTanda, dikirim: int) -> Iterator[str]:
    fields = set(bacaan.kolom)
    layers = [one for one in bacaan.revisi if one.mulai >= dikirim]
    if not layers and added(bacaan, dikirim):
        yield "Tanda tangan ini tidak ditemukan pada lapisan mana pun sesudah pengiriman."
    for n, one in enumerate(layers, 1):
        if not _only_signs(one, fields):
            yield f"Perubahan ke-{n} sesudah pengiriman menambah atau mengubah isi naskah."
    if bacaan.kotak_terluas > KOTAK:
        yield "Kotak tanda tangan terlalu besar, sehingga dapat menutupi isi halaman."
    if bacaan.kosong_bergambar:
        yield "Ada kotak tanda tangan kosong yang menampilkan gambar atau tulisan."


def _only_signs(one: Revisi, fields: set[str]) -> bool:
    if one.ubahan is Ubahan.ISIAN:
        return bool(one.kolom) and set(one.kolom) <= fields
    return one.ubahan is Ubahan.TANDA


def _odd_signers(bacaan: BacaanTanda, dikirim: int, harapan: Sequence[Harapan]) -> Iterator[str]:
    baru = added(bacaan, dikirim)
    for one, seharusnya in zip(baru, harapan, strict=False):
        if one.sertifikat.sidik not in seharusnya.sidik:
            yield (
                f"Penandatangan yang tertulis {one.sertifikat.pemilik}; sertifikatnya bukan yang "
                f"tercatat bagi {seharusnya.nama}."
            )
        elif seharusnya.kolom and one.kolom != seharusnya.kolom:
            yield f"{seharusnya.nama} menandatangani di tempat yang bukan bagiannya."
    if baru and len(baru) != len(harapan):
        yield f"Tanda tangan baru ada {len(baru)}, seharusnya {len(harapan)}."


def _whose(one: TandaTangan) -> str:
    jenis = "Cap waktu" if one.cap_waktu else "Tanda tangan"
    return f"{jenis} {one.sertifikat.pemilik}"


def _low(whose: str) -> str:
    return whose[0].lower() + whose[1:]


def _told(one: TandaTangan) -> str:
    kapan = f" pada {one.waktu:%d-%m-%Y %H.%M} UTC" if one.waktu else ""
    dari = "menurut cap waktu" if one.waktu_terbukti else "menurut penandatangan"
    return (
        f"{one.sertifikat.pemilik} menandatangani file yang dikirim{kapan}, {dari}; sertifikatnya "
        f"diterbitkan {one.sertifikat.penerbit}."
    )


def nobody() -> Sertifikat:
    """In the place of a certificate that a signature does not bring."""
    never = datetime(1970, 1, 1, tzinfo=UTC)
    return Sertifikat("tanpa sertifikat", "", "", never, never)
