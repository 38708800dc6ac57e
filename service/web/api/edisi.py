"""The editions of both lists: seen, and a draft of the DIP begun or given up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.edisi import baca, rancang
from service.acts.edisi.rancang import Rancangan
from service.domain.edisi.edisi import Edisi
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.web.api.bagian import id_baru
from service.web.api.jalan import Jalan, Lanjut, looks, page, skipped
from service.web.dasar.auth import hadir, house
from service.web.edisi.daftar import matters


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


@dataclass(frozen=True)
class IsianEdisi:
    """Rancangan edisi DIP yang dimulai."""

    id: str = field(metadata=id_baru())


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


def begin(berkas_id: str, isi: IsianEdisi) -> EdisiDaftar:
    """A draft of the whole DIP, in the matter of its decree; the same for the same id."""
    if berkas_id not in {one.id for one in matters()}:
        raise TidakAda("Berkas penetapan itu")
    return edition(rancang.begin(house(), hadir(), Rancangan(isi.id, berkas_id)).id)


def discard(edisi_id: str, versi: int) -> EdisiDaftar:
    """The draft will be no edition; its lines stay as they are."""
    rancang.discard(house(), hadir(), edisi_id, versi)
    return edition(edisi_id)


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
    Jalan(
        "POST",
        "/berkas/<berkas_id>/edisi",
        "mulai_edisi",
        "Rancangan edisi DIP di berkas penetapannya; barisnya yang sudah terverifikasi.",
        begin,
        EdisiDaftar,
        IsianEdisi,
        acts=(Act.VERIFY,),
        kode=201,
    ),
    Jalan(
        "POST",
        "/edisi/<edisi_id>/batal",
        "batal_edisi",
        "Membatalkan rancangan; barisnya tetap seperti sebelumnya.",
        discard,
        EdisiDaftar,
        acts=(Act.VERIFY,),
        bersyarat=True,
    ),
)
