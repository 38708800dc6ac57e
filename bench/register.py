"""A letter that was given to somebody, for the pages that show it."""

from __future__ import annotations

from service.domain.catatan import Catatan
from service.domain.disposisi import PERAN, Disposisi
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
