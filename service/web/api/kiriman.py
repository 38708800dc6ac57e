"""What came in: the list, and the ways in that the page of uploads uses as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from service.acts.lihat.terlihat import reach
from service.domain.bentuk_json import IsianJsonSalah, rincian
from service.domain.kiriman import Kiriman
from service.domain.wewenang import Act
from service.ports.kiriman import Letak, SaringKiriman
from service.web.api.jalan import BANYAK, TERBANYAK, Jalan, Lanjut, mark, unmarked
from service.web.dasar.auth import hadir, house
from service.web.kiriman import api_kiriman, api_unggahan

_LETAK = re.compile(r"([0-9]{1,17})-([a-z2-7]{26})")
_AWAL, _MIKRO = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


@dataclass(frozen=True)
class TanyaKiriman(Lanjut):
    """Kiriman mana yang diminta."""

    keadaan: str = field(default="", metadata=rincian(terpanjang=40))
    pintu: str = field(default="", metadata=rincian(terpanjang=40))
    unit: str = field(default="", metadata=rincian(terpanjang=80))


@dataclass(frozen=True)
class KirimanRingkas:
    """Satu kiriman dalam daftar."""

    id: str
    instansi: str
    unit: str
    nama: str
    perihal: str
    pintu: str
    keadaan: str
    jenis: str
    nomor_agenda: str
    nomor_daftar: str
    rahasia: bool
    diterima: datetime
    versi: int


@dataclass(frozen=True)
class HalamanKiriman:
    """Sebagian daftar kiriman, yang terbaru lebih dahulu."""

    isi: tuple[KirimanRingkas, ...]
    berikut: str | None


@dataclass(frozen=True)
class IsianUnggahan:
    """File yang akan dikirim sepotong demi sepotong."""

    nama: str = field(metadata=rincian(terpendek=1, terpanjang=255))
    ukuran: int = field(metadata=rincian(paling_kecil=0))
    sha256: str = ""
    tanda: str = ""


@dataclass(frozen=True)
class Unggahan:
    """Sampai mana sebuah file diterima."""

    id: str
    nama: str
    ukuran: int
    sudah: int
    tanda: str
    utuh: bool


@dataclass(frozen=True)
class IsianKiriman:
    """Unggahan yang dikirim sebagai satu kiriman; kunci yang sama tidak dikirim dua kali."""

    kunci: str = field(metadata=rincian(terpendek=1, terpanjang=80))
    tempat: str = field(metadata=rincian(kata="instansi/unit", contoh="dinas_contoh/bidang_satu"))
    unggahan: tuple[str, ...]
    pengantar: str = ""
    perihal: str = ""
    pengirim: str = ""
    nomor: str = ""
    tanggal: str = ""
    sifat: str = ""


@dataclass(frozen=True)
class FileKiriman:
    """Satu file dari sebuah kiriman."""

    id: str
    nama: str
    akhir: str
    bentuk: str
    keadaan: str
    kode: tuple[str, ...]
    kata: tuple[str, ...]


@dataclass(frozen=True)
class KeadaanKiriman:
    """Di mana sebuah kiriman berdiri."""

    id: str
    alamat: str
    keadaan: str
    bentuk: str
    kata: str
    akhir: str
    kode: str
    nomor_agenda: str
    tanpa_nomor: str
    selesai: bool
    file: tuple[FileKiriman, ...]


def listing(tanya: TanyaKiriman) -> HalamanKiriman:
    """The kiriman this caller may see, newest first."""
    saring = SaringKiriman(tanya.keadaan, pintu=tanya.pintu, unit=tanya.unit)
    many = tanya.banyak
    found = house().kiriman.newest(reach(house(), hadir()), saring, _after(tanya), many + 1)
    more = _letak(found[many - 1]) if len(found) > many else None
    return HalamanKiriman(tuple(map(_short, found[:many])), more)


def _after(tanya: TanyaKiriman) -> Letak | None:
    if not tanya.sesudah:
        return None
    told = _LETAK.fullmatch(unmarked(tanya.sesudah))
    if not told:
        raise IsianJsonSalah({"sesudah": "Penunjuk ini tidak dikenal."})
    return Letak(_AWAL + int(told[1]) * _MIKRO, told[2])


def _letak(one: Kiriman) -> str:
    return mark(f"{(one.diterima - _AWAL) // _MIKRO}-{one.id}")


def _short(one: Kiriman) -> KirimanRingkas:
    return KirimanRingkas(
        one.id,
        one.instansi,
        one.unit,
        one.nama,
        one.surat.perihal,
        one.pintu,
        one.keadaan,
        one.jenis,
        one.nomor_agenda,
        one.nomor_daftar,
        one.rahasia,
        one.diterima,
        one.versi,
    )


SATU, UNGGAH = "/kiriman/<kiriman_id>", "/unggahan/<unggahan_id>"
JALAN = (
    Jalan(
        "GET",
        "/kiriman",
        "daftar_kiriman",
        f"Kiriman yang boleh dilihat, {BANYAK} sekaligus, paling banyak {TERBANYAK}.",
        listing,
        HalamanKiriman,
        tanya=TanyaKiriman,
        acts=(Act.LOOK,),
    ),
    Jalan(
        "POST",
        "/unggahan",
        "mulai_unggahan",
        "Tempat bagi satu file.",
        api_unggahan.begin,
        Unggahan,
        IsianUnggahan,
        acts=(Act.RECEIVE,),
        kode=201,
        asli=True,
    ),
    Jalan(
        "GET",
        UNGGAH,
        "lihat_unggahan",
        "Sampai mana filenya diterima.",
        api_unggahan.show,
        Unggahan,
        acts=(Act.RECEIVE,),
        asli=True,
    ),
    Jalan(
        "PATCH",
        UNGGAH,
        "lanjut_unggahan",
        "Potongan berikutnya, dari tempat yang disebut kepala Upload-Offset.",
        api_unggahan.append,
        Unggahan,
        acts=(Act.RECEIVE,),
        asli=True,
        potongan=True,
    ),
    Jalan(
        "POST",
        "/kiriman",
        "kirim",
        "Unggahan yang utuh dikirim sebagai satu kiriman.",
        api_kiriman.send,
        KeadaanKiriman,
        IsianKiriman,
        acts=(Act.RECEIVE,),
        kode=201,
        asli=True,
    ),
    Jalan(
        "GET",
        SATU,
        "lihat_kiriman",
        "Di mana kiriman dan tiap filenya berdiri.",
        api_kiriman.show,
        KeadaanKiriman,
        acts=(Act.LOOK, Act.PEOPLE),
        asli=True,
    ),
)
