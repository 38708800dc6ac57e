"""Requests of the public and objections, with their terms; numbers and their books."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.lihat.terlihat import line_for, reach
from service.acts.nomor import buku as buku_nomor
from service.domain.bentuk_json import rincian
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.ports.register import SaringRegister, Urutan
from service.web.api.jalan import Jalan, Lanjut, page, skipped
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import at_work


@dataclass(frozen=True)
class TanyaRegister(Lanjut):
    """Baris register mana yang diminta."""

    instansi: str = field(metadata=rincian(terpendek=1, terpanjang=80), kw_only=True)
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    keadaan: str = field(default="", metadata=rincian(terpanjang=40))
    rahasia: bool = False


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
class BarisKeberatan:
    """Satu keberatan; tanpa nama dan isi pemohonnya."""

    id: str
    permohonan: str
    instansi: str
    unit: str
    keadaan: str
    nomor_agenda: str
    nomor: str
    diterima: datetime
    tenggat: date
    versi: int


@dataclass(frozen=True)
class HalamanKeberatan:
    """Sebagian register keberatan, yang terbaru lebih dahulu."""

    isi: tuple[BarisKeberatan, ...]
    jumlah: int
    berikut: str | None


@dataclass(frozen=True)
class TanyaBuku:
    """Buku nomor instansi mana."""

    instansi: str = field(metadata=rincian(terpendek=1, terpanjang=80))


@dataclass(frozen=True)
class BukuNomor:
    """Satu buku nomor: sampai mana ia, dan adakah lubangnya."""

    id: str
    seri: str
    tahun: int
    bulan: int
    mulai: int
    terakhir: int
    tanggal: date | None
    lubang: int
    berikutnya: str


@dataclass(frozen=True)
class DaftarBuku:
    """Buku-buku nomor yang boleh dilihat."""

    isi: tuple[BukuNomor, ...]


def requests(tanya: TanyaRegister) -> HalamanPermohonan:
    """The register of requests."""
    many, found = house().register.permohonan(_saring(tanya), _urutan(tanya))
    some, more = page(found, tanya)
    return HalamanPermohonan(tuple(map(_request, some)), many, more)


def request_of(permohonan_id: str) -> BarisPermohonan:
    """One line of it."""
    with house().ledger.read() as reading:
        return _request(line_for(reading, hadir(), Permohonan, permohonan_id))


def objections(tanya: TanyaRegister) -> HalamanKeberatan:
    """The register of objections."""
    many, found = house().register.keberatan(_saring(tanya), _urutan(tanya))
    some, more = page(found, tanya)
    return HalamanKeberatan(tuple(map(_objection, some)), many, more)


def books(tanya: TanyaBuku) -> DaftarBuku:
    """The books of numbers of an agency."""
    if tanya.instansi not in {one.id for one in at_work()} or not hadir().sees(tanya.instansi):
        raise TidakAda("Buku itu")
    found = buku_nomor.books(house(), hadir(), tanya.instansi)
    return DaftarBuku(
        tuple(
            BukuNomor(
                x.buku.id,
                x.buku.seri,
                x.buku.tahun,
                x.buku.bulan,
                x.mulai,
                x.terakhir,
                x.tanggal,
                x.lubang,
                buku_nomor.coming(house(), x),
            )
            for x in found
        )
    )


def _saring(tanya: TanyaRegister) -> SaringRegister:
    units = _units(tanya.instansi, rahasia=tanya.rahasia)
    if not units:
        raise TidakAda("Register")
    only = () if "" in units else tuple(sorted(units))
    return SaringRegister(tanya.instansi, tanya.rahasia, only, tanya.unit, tanya.keadaan)


def _units(instansi: str, *, rahasia: bool) -> Collection[str]:
    places = reach(house(), hadir())
    return {x.unit for x in places if x.instansi == instansi and x.rahasia == rahasia}


def _urutan(tanya: TanyaRegister) -> Urutan:
    return Urutan(skip=skipped(tanya), atmost=tanya.banyak + 1)


def _request(one: Permohonan) -> BarisPermohonan:
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


def _objection(one: Keberatan) -> BarisKeberatan:
    return BarisKeberatan(
        one.id,
        one.permohonan,
        one.instansi,
        one.unit,
        one.keadaan,
        one.nomor_agenda,
        one.nomor,
        one.diterima,
        one.tenggat,
        one.versi,
    )


def _looks(
    alamat: str, nama: str, kata: str, view: object, jawab: type, tanya: type | None
) -> Jalan:
    return Jalan("GET", alamat, nama, kata, view, jawab, tanya=tanya, acts=(Act.LOOK,))  # type: ignore[arg-type]


JALAN = (
    _looks(
        "/permohonan",
        "daftar_permohonan",
        "Register permohonan informasi dengan tenggatnya.",
        requests,
        HalamanPermohonan,
        TanyaRegister,
    ),
    _looks(
        "/permohonan/<permohonan_id>",
        "lihat_permohonan",
        "Satu baris register permohonan.",
        request_of,
        BarisPermohonan,
        None,
    ),
    _looks(
        "/keberatan",
        "daftar_keberatan",
        "Register keberatan dengan tenggatnya.",
        objections,
        HalamanKeberatan,
        TanyaRegister,
    ),
    _looks(
        "/buku-nomor",
        "daftar_buku_nomor",
        "Buku nomor dan nomor berikutnya; tidak ada nomor yang diambil.",
        books,
        DaftarBuku,
        TanyaBuku,
    ),
)
