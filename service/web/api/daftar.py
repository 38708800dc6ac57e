"""The pieces of information, and the editions of both lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.edisi import baca as edisi_baca
from service.acts.informasi import baca as informasi_baca
from service.domain.bentuk_json import rincian
from service.domain.edisi.edisi import Edisi
from service.domain.informasi.informasi import Informasi
from service.ports.informasi import SaringInformasi
from service.web.api.jalan import Lanjut, looks, mark, page, skipped, unmarked
from service.web.dasar.auth import hadir, house


@dataclass(frozen=True)
class TanyaInformasi(Lanjut):
    """Informasi mana yang diminta."""

    keadaan: str = field(default="", metadata=rincian(terpanjang=40))
    kategori: str = field(default="", metadata=rincian(terpanjang=40))
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    kata: str = field(default="", metadata=rincian(terpanjang=200))


@dataclass(frozen=True)
class BarisInformasi:
    """Satu informasi dengan unsurnya."""

    id: str
    instansi: str
    unit: str
    kode: str
    keadaan: str
    kategori: str
    ringkasan: str
    penguasa: str
    penanggung_jawab: str
    tempat: str
    bentuk: tuple[str, ...]
    sk_nomor: str
    terbit_pada: date | None
    dimutakhirkan_pada: date | None
    versi: int


@dataclass(frozen=True)
class HalamanInformasi:
    """Sebagian informasi, menurut kodenya."""

    isi: tuple[BarisInformasi, ...]
    berikut: str | None


@dataclass(frozen=True)
class EdisiDaftar:
    """Satu edisi DIP atau DIK."""

    id: str
    instansi: str
    daftar: str
    jenis: str
    keadaan: str
    tahun: int
    urut: int
    banyak: int
    sk_nomor: str
    sk_tanggal: date | None
    naskah: str
    mulai: datetime | None
    terbit: datetime | None
    ditarik: datetime | None
    versi: int


@dataclass(frozen=True)
class HalamanEdisi:
    """Sebagian edisi: rancangan lebih dahulu, lalu dari yang terbaru."""

    isi: tuple[EdisiDaftar, ...]
    berikut: str | None


def pieces(tanya: TanyaInformasi) -> HalamanInformasi:
    """The pieces this caller may see."""
    saring = SaringInformasi(
        (tanya.keadaan,) if tanya.keadaan else (), tanya.kategori, tanya.unit, tanya.kata
    )
    after = unmarked(tanya.sesudah)[:40]
    found = informasi_baca.listed(house(), hadir(), saring, after, tanya.banyak + 1)
    some = found[: tanya.banyak]
    more = mark(some[-1].kode) if len(found) > tanya.banyak else None
    return HalamanInformasi(tuple(map(_piece, some)), more)


def piece(informasi_id: str) -> BarisInformasi:
    """One piece."""
    with house().ledger.read() as reading:
        return _piece(informasi_baca.informasi_for(reading, hadir(), informasi_id))


def editions(tanya: Lanjut) -> HalamanEdisi:
    """The editions this caller may see."""
    with house().ledger.read() as reading:
        found = edisi_baca.listed(reading, hadir())
    some, more = page(found[skipped(tanya) :], tanya)
    return HalamanEdisi(tuple(map(_edition, some)), more)


def edition(edisi_id: str) -> EdisiDaftar:
    """One edition."""
    with house().ledger.read() as reading:
        return _edition(edisi_baca.edisi_for(reading, hadir(), edisi_id))


def _piece(one: Informasi) -> BarisInformasi:
    unsur = one.unsur
    return BarisInformasi(
        one.id,
        one.instansi,
        one.unit,
        one.kode,
        one.keadaan,
        one.kategori,
        unsur.ringkasan,
        unsur.penguasa,
        unsur.penanggung_jawab,
        unsur.tempat,
        unsur.bentuk,
        one.sk.nomor,
        one.terbit_pada,
        one.dimutakhirkan_pada,
        one.versi,
    )


def _edition(one: Edisi) -> EdisiDaftar:
    return EdisiDaftar(
        one.id,
        one.instansi,
        one.daftar,
        one.jenis,
        one.keadaan,
        one.tahun,
        one.urut,
        one.banyak,
        one.sk.nomor,
        one.sk.tanggal,
        one.naskah,
        one.mulai,
        one.terbit,
        one.ditarik,
        one.versi,
    )


JALAN = (
    looks(
        "/informasi",
        "daftar_informasi",
        "Informasi yang boleh dilihat: usulan, DIP, dan bagi yang berwenang DIK.",
        pieces,
        HalamanInformasi,
        TanyaInformasi,
    ),
    looks("/informasi/<informasi_id>", "lihat_informasi", "Satu informasi.", piece, BarisInformasi),
    looks("/edisi", "daftar_edisi", "Edisi DIP dan DIK.", editions, HalamanEdisi, Lanjut),
    looks("/edisi/<edisi_id>", "lihat_edisi", "Satu edisi.", edition, EdisiDaftar),
)
