"""Matters: the list, one of them, a new one, and its next step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.baca import Penuh
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.jalan import Langkah
from service.acts.lihat.terlihat import reach
from service.domain.bentuk_json import rincian
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import as_seen
from service.domain.refusals import Refusal
from service.domain.sop.bentuk import UTAMA
from service.domain.sop.jalan import Putusan
from service.domain.wewenang import Act
from service.ports.berkas import SaringBerkas
from service.web.api.bagian import id_baru, tempat
from service.web.api.jalan import Jalan, Lanjut, page, skipped
from service.web.berkas.daftar import today
from service.web.dasar.auth import hadir, house


class BerkasTanpaSop(Refusal):
    """A matter that follows no SOP has no step."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini tidak mengikuti SOP, jadi tidak punya langkah.")


@dataclass(frozen=True)
class TanyaBerkas(Lanjut):
    """Berkas mana yang diminta."""

    keadaan: str = field(default=BERJALAN, metadata=rincian(contoh=BERJALAN, terpanjang=40))
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    cari: str = field(default="", metadata=rincian(kata="Kata dalam judul.", terpanjang=200))


@dataclass(frozen=True)
class BerkasRingkas:
    """Satu berkas dalam daftar."""

    id: str
    instansi: str
    unit: str
    judul: str
    keadaan: str
    sop: str
    bagian: str
    langkah: str
    dibuka: datetime
    ditutup: datetime | None
    tenggat: date | None
    jatuh: date | None
    rahasia: bool
    versi: int


@dataclass(frozen=True)
class HalamanBerkas:
    """Sebagian daftar berkas."""

    isi: tuple[BerkasRingkas, ...]
    berikut: str | None


@dataclass(frozen=True)
class PilihanLangkah:
    """Satu hasil yang dapat dipilih di langkah ini."""

    hasil: str
    mengembalikan: bool


@dataclass(frozen=True)
class ButirBerkas:
    """Satu butir berkas."""

    id: str
    urut: int
    hasil: str


@dataclass(frozen=True)
class BerkasLengkap:
    """Satu berkas: di mana ia berdiri, apa yang kurang, apa yang dapat dipilih."""

    ringkas: BerkasRingkas
    kegiatan: str
    giliran: bool
    kurang: tuple[str, ...]
    belum: tuple[str, ...]
    pilihan: tuple[PilihanLangkah, ...]
    butir: tuple[ButirBerkas, ...]
    dilihat: str
    anak: tuple[str, ...]
    versi: int


@dataclass(frozen=True)
class IsianBerkas:
    """Berkas yang dibuka."""

    id: str = field(metadata=id_baru())
    instansi: str
    unit: str = field(metadata=rincian(kata="Kosong: seluruh instansi."))
    sop: str
    judul: str = field(metadata=rincian(terpendek=1, terpanjang=300))
    bagian: str = UTAMA
    rahasia: bool = False


@dataclass(frozen=True)
class IsianLangkah:
    """Langkah yang diselesaikan, atau dikembalikan dengan alasan."""

    hasil: str = field(default="", metadata=rincian(terpanjang=80))
    alasan: str = ""
    dilihat: str = field(default="", metadata=rincian(kata="Isi `dilihat` dari berkas itu."))
    unit: tuple[str, ...] = ()


def listing(tanya: TanyaBerkas) -> HalamanBerkas:
    """The matters this caller may see."""
    hari, places = today(house(), hadir()), reach(house(), hadir())
    saring = SaringBerkas(tanya.keadaan, unit=tanya.unit, cari=tanya.cari)
    days = (hari.ini, hari.segera)
    found = house().perkara.listed(places, saring, days, skipped(tanya), tanya.banyak + 1)
    some, more = page(found, tanya)
    return HalamanBerkas(tuple(map(_short, some)), more)


def show(berkas_id: str) -> BerkasLengkap:
    """One matter."""
    return _whole(berkas_baca.read(house(), hadir(), berkas_id))


def begin(isi: IsianBerkas) -> BerkasLengkap:
    """A matter opened; the same for the same id."""
    where = tempat(isi.instansi, isi.unit, Act.COMPLETE)
    asked = Pembukaan(isi.id, *where, isi.sop, isi.judul, isi.bagian, rahasia=isi.rahasia)
    one = berkas_baru.open_by(house(), hadir(), asked)
    return show(one.id)


def go_on(berkas_id: str, versi: int, isi: IsianLangkah) -> BerkasLengkap:
    """The step done, or sent back."""
    if isinstance(berkas_baca.read(house(), hadir(), berkas_id), Berkas):
        raise BerkasTanpaSop
    step = Langkah(berkas_id, versi, isi.dilihat, isi.unit)
    berkas_jalan.go_on(house(), hadir(), step, Putusan(isi.hasil, isi.alasan))
    return show(berkas_id)


def _short(one: Berkas) -> BerkasRingkas:
    return BerkasRingkas(
        one.id,
        one.instansi,
        one.unit,
        one.judul,
        one.keadaan,
        one.sop,
        one.bagian,
        one.langkah,
        one.dibuka,
        one.ditutup,
        one.tenggat,
        one.jatuh,
        one.rahasia,
        one.versi,
    )


def _whole(found: Penuh | Berkas) -> BerkasLengkap:
    if isinstance(found, Berkas):
        return BerkasLengkap(_short(found), "", False, (), (), (), (), "", (), found.versi)
    row = found.langkah
    return BerkasLengkap(
        _short(found.berkas),
        row.kegiatan if row else "",
        found.giliran,
        found.kurang,
        found.belum,
        tuple(PilihanLangkah(*one) for one in found.pilihan),
        tuple(ButirBerkas(x.id, x.urut, x.hasil) for x in found.butir),
        as_seen(found.butir),
        tuple(one.id for one in found.anak),
        found.berkas.versi,
    )


SATU = "/berkas/<berkas_id>"
JALAN = (
    Jalan(
        "GET",
        "/berkas",
        "daftar_berkas",
        "Berkas yang boleh dilihat; yang berjalan menurut jatuh temponya.",
        listing,
        HalamanBerkas,
        tanya=TanyaBerkas,
        acts=(Act.LOOK,),
    ),
    Jalan(
        "POST",
        "/berkas",
        "buka_berkas",
        "Membuka berkas di bawah sebuah SOP.",
        begin,
        BerkasLengkap,
        IsianBerkas,
        acts=(Act.COMPLETE,),
        kode=201,
    ),
    Jalan(
        "GET",
        SATU,
        "lihat_berkas",
        "Satu berkas: langkahnya, kekurangannya, pilihannya.",
        show,
        BerkasLengkap,
        acts=(Act.LOOK,),
    ),
    Jalan(
        "POST",
        f"{SATU}/langkah",
        "selesaikan_langkah",
        "Menyelesaikan langkah, atau mengembalikannya dengan alasan.",
        go_on,
        BerkasLengkap,
        IsianLangkah,
        acts=(Act.COMPLETE,),
        bersyarat=True,
    ),
)
