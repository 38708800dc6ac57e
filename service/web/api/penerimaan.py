"""What a request and an objection have in common where a program hands them in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from service.acts.register.permohonan import IsianKurang, Masukan
from service.domain import isian_publik
from service.domain.bentuk_json import IsianJsonSalah, Rincian, rincian
from service.domain.isian_publik import Aturan
from service.domain.keberatan import Keberatan
from service.domain.kode_lacak import from_bits, spoken
from service.domain.permohonan import JALAN, PORTAL, PUBLIK, Permohonan
from service.domain.saat_terima import TanggalTerimaSalah, received
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.web.api.bagian import id_baru, salah_satu, tempat
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import known

Baris = TypeVar("Baris", Permohonan, Keberatan)
DATANG = {nilai: kata for nilai, kata in JALAN.items() if nilai != PUBLIK}
_ATURAN = {one.nama: one for one in (*isian_publik.KEBERATAN, *isian_publik.PERMOHONAN)}


def ruas(nama: str) -> dict[str, Rincian]:
    """A field that the form of the public has as well, with its label and its limit."""
    one = _ATURAN[nama]
    kata = f"{one.label}{''.join(f'; {key}: {arti}' for key, arti in one.pilihan.items())}."
    return rincian(kata=kata, terpanjang=one.batas, terpendek=int(one.wajib))


@dataclass(frozen=True, kw_only=True)
class Penerimaan:
    """Siapa yang mengajukan, kepada siapa, dan kapan datangnya."""

    id: str = field(metadata=id_baru())
    instansi: str
    unit: str = field(metadata=rincian(kata="Kosong: seluruh instansi."))
    jalan: str = field(default=PORTAL, metadata=salah_satu(DATANG))
    tanggal: date | None = field(
        default=None, metadata=rincian(kata="Hari diterimanya; tanpa ini: sekarang.")
    )
    nama: str = field(metadata=ruas("nama"))
    nik: str = field(default="", metadata=ruas("nik"))
    alamat: str = field(metadata=ruas("alamat"))
    pekerjaan: str = field(metadata=ruas("pekerjaan"))
    telepon: str = field(default="", metadata=ruas("telepon"))
    surel: str = field(default="", metadata=ruas("surel"))
    sebagai: str = field(metadata=ruas("sebagai"))
    pemberi_kuasa: str = field(default="", metadata=ruas("pemberi_kuasa"))


def recorded(
    isi: Penerimaan,
    aturan: Iterable[Aturan],
    act: Callable[[House, Hadir, Masukan], Baris],
    **more: str,
) -> tuple[Baris, str]:
    """The line in its register and the code to follow it by; the same for the same id."""
    instansi, unit = tempat(isi.instansi, isi.unit, Act.IDENTIFY)
    told = {one.nama: getattr(isi, one.nama) for one in aturan if one.nama not in more} | more
    isian = {nama: isian_publik.tidy(said) for nama, said in told.items()}
    # Of this program alone: no other reaches what it handed in by an id that is the same.
    kode = from_bits(hashlib.sha256(f"program:{hadir().orang.id}:{isi.id}".encode()).digest())
    try:
        now, agency = house().clock.now(), known(instansi)
        diterima = received(agency.kalender_of(unit), now, isi.tanggal) if agency else now
        came = Masukan(kode, instansi, unit, diterima, isian, jalan=isi.jalan)
        return act(house(), hadir(), came), spoken(kode)
    except TanggalTerimaSalah as no:
        raise IsianJsonSalah({"tanggal": str(no)}) from None
    except IsianKurang as no:
        raise IsianJsonSalah(no.salah) from None
