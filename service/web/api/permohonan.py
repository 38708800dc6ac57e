"""Requests for information: handed in, read without who asks, and seen in their register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.lihat.terlihat import line_for
from service.acts.register import permohonan as acts
from service.domain import isian_publik
from service.domain.bentuk_json import rincian
from service.domain.permohonan import Permohonan
from service.domain.wewenang import Act
from service.web.api.jalan import Jalan, looks, page
from service.web.api.penerimaan import Penerimaan, recorded, ruas
from service.web.api.register import TanyaRegister, stretch, wanted
from service.web.dasar.auth import hadir, house


@dataclass(frozen=True)
class BarisPermohonan:
    """Satu permohonan informasi; tanpa nama dan isi pemohonnya."""

    id: str
    kiriman: str
    instansi: str
    unit: str
    keadaan: str
    jalan: str
    nomor_agenda: str
    nomor_daftar: str
    diterima: datetime
    tenggat: date
    diperpanjang: bool
    keputusan: str
    versi: int


@dataclass(frozen=True)
class HalamanPermohonan:
    """Sebagian register permohonan, yang terbaru lebih dahulu."""

    isi: tuple[BarisPermohonan, ...]
    jumlah: int
    berikut: str | None


@dataclass(frozen=True)
class PermohonanTercatat:
    """Permohonan yang masuk register, dengan kode pelacakan bagi pemohonnya."""

    kode: str = field(metadata=rincian(kata="Serahkan kepada pemohonnya; tidak disimpan di sini."))
    permohonan: BarisPermohonan
    versi: int


@dataclass(frozen=True, kw_only=True)
class IsianPermohonan(Penerimaan):
    """Permohonan informasi, dengan pemohonnya."""

    rincian: str = field(metadata=ruas("rincian"))
    tujuan: str = field(metadata=ruas("tujuan"))
    memperoleh: str = field(metadata=ruas("memperoleh"))
    mendapatkan: str = field(metadata=ruas("mendapatkan"))


def requests(tanya: TanyaRegister) -> HalamanPermohonan:
    """The register of requests."""
    many, found = house().register.permohonan(wanted(tanya), stretch(tanya))
    some, more = page(found, tanya)
    return HalamanPermohonan(tuple(map(row, some)), many, more)


def show(permohonan_id: str) -> BarisPermohonan:
    """One line of it."""
    with house().ledger.read() as reading:
        return row(line_for(reading, hadir(), Permohonan, permohonan_id))


def record(isi: IsianPermohonan) -> PermohonanTercatat:
    """A request in the register, with its number."""
    one, kode = recorded(isi, isian_publik.PERMOHONAN, acts.at_desk)
    return PermohonanTercatat(kode, row(one), one.versi)


def row(one: Permohonan) -> BarisPermohonan:
    """A line of the register; who asks does not stand in it."""
    return BarisPermohonan(
        one.id,
        one.kiriman,
        one.instansi,
        one.unit,
        one.keadaan,
        one.jalan,
        one.nomor_agenda,
        one.nomor_daftar,
        one.diterima,
        one.tenggat,
        one.diperpanjang,
        one.keputusan.keputusan,
        one.versi,
    )


SATU = "/permohonan/<permohonan_id>"
JALAN = (
    looks(
        "/permohonan",
        "daftar_permohonan",
        "Register permohonan informasi dengan tenggatnya.",
        requests,
        HalamanPermohonan,
        TanyaRegister,
    ),
    Jalan(
        "POST",
        "/permohonan",
        "catat_permohonan",
        "Permohonan yang diterima di tempat lain masuk register dan bernomor.",
        record,
        PermohonanTercatat,
        IsianPermohonan,
        acts=(Act.IDENTIFY,),
        kode=201,
    ),
    looks(SATU, "lihat_permohonan", "Satu baris register permohonan.", show, BarisPermohonan),
)
