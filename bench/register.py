"""A letter that was given to somebody, a number from outside: for the pages that show them."""

from __future__ import annotations

from dataclasses import replace

from service.domain.catatan import Catatan
from service.domain.disposisi import PERAN, Disposisi
from service.domain.nomor import EKSTERNAL, Nomor
from service.house import RealHouse

# Books and searches beyond their plain pages.
MORE = (
    "/register/keluar",
    "/register/permohonan",
    "/register/keberatan",
    "/register/masuk?tahun=2022&halaman=3",
    "/register/masuk?tahun=2022&bulan=3&arah=naik",
    "/register/masuk?tahun=2022&keadaan=menunggu_petugas",
    "/register/masuk?tahun=2022&kertas=tanpa_lokasi",
    "/register/keluar?tahun=2022&halaman=3",
    "/register/masuk/cetak?tahun=2022&bulan=3",
    "/cari?kata=contoh",
    "/cari?kata=usulan+-daftar&keadaan=didaftar",
)


def outside(house: RealHouse, kode: str) -> str:
    """The end of the id of a number that another register gave; asked again, one more."""
    now, id_ = house.clock.now(), house.new_id()
    buku = f"{kode}/agenda/{now.year}"
    with house.ledger.begin() as tx:
        own = Nomor(f"{buku}/luar/{id_}", buku, 0, "", now, nomor=f"B-1/{id_[:4]}/{now.year}")
        tx.add(replace(own, tanggal=now.date(), sumber=EKSTERNAL, perihal="Surat contoh"))
        tx.note(Catatan(kode, "contoh", "nomor_luar_dicatat", now, own.id))
    return id_


def given(house: RealHouse, kode: str, kiriman_id: str) -> str:
    """The id of a disposisi to those who keep the office's papers."""
    now, id_ = house.clock.now(), house.new_id()
    with house.ledger.begin() as tx:
        tx.add(
            Disposisi(
                id_,
                kiriman_id,
                kode,
                dari="contoh",
                dari_sebagai="PPID Contoh",
                kepada_jenis=PERAN,
                kepada="tim_sekretariat",
                kepada_nama="Tim Sekretariat",
                dibuat=now,
                isi=("tindaklanjuti",),
            )
        )
        tx.note(Catatan(kode, "contoh", "disposisi_dikirim", now, kiriman_id))
    return id_
