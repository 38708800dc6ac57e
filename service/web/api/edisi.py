"""The editions of both lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.acts.edisi import baca
from service.domain.edisi.edisi import Edisi
from service.web.api.jalan import Lanjut, looks, page, skipped
from service.web.dasar.auth import hadir, house


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


def editions(tanya: Lanjut) -> HalamanEdisi:
    """The editions this caller may see."""
    with house().ledger.read() as reading:
        found = baca.listed(reading, hadir())
    some, more = page(found[skipped(tanya) :], tanya)
    return HalamanEdisi(tuple(map(_edition, some)), more)


def edition(edisi_id: str) -> EdisiDaftar:
    """One edition."""
    with house().ledger.read() as reading:
        return _edition(baca.edisi_for(reading, hadir(), edisi_id))


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
    looks("/edisi", "daftar_edisi", "Edisi DIP dan DIK.", editions, HalamanEdisi, Lanjut),
    looks("/edisi/<edisi_id>", "lihat_edisi", "Satu edisi.", edition, EdisiDaftar),
)
