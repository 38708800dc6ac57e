"""What the pages of the lists are measured on: a piece, an edition, a list that came in."""

from __future__ import annotations

from bench.daftar import workbook
from service.acts.informasi import masuk_baca
from service.acts.instansi.packs import agency
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import MENUNGGU, DaftarMasuk
from service.domain.edisi.edisi import DIP, Edisi
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits
from service.domain.informasi.retensi import read_retensi
from service.domain.informasi.riwayat import Oleh, born
from service.domain.informasi.unsur import Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.house import RealHouse

BARIS = 60


def listed(house: RealHouse, kode: str) -> dict[str, str]:
    """A piece to be verified, the draft of an edition, a list of sixty rows; their ids."""
    unit, now = agency(house.packs, kode).unit[0].id, house.clock.now()
    words = Unsur(
        "Laporan kinerja contoh tahun 2025",
        "Bagian Contoh",
        "Kepala Bagian Contoh",
        read_waktu("2025"),
        "Kota Contoh",
        ("cetak",),
        retensi=read_retensi("2 tahun"),
    )
    id_ = house.new_id()
    piece = Informasi(
        id_, kode, from_bits(id_.encode()), unit=unit, kategori="berkala", unsur=words
    )
    made = born(piece, Oleh(MESIN, now))
    with house.room() as room:
        kept = keep(house, workbook(room / "daftar.xlsx", BARIS))
    one = DaftarMasuk(house.new_id(), kode, unit, MENUNGGU, now, MESIN, kept.sha256, "daftar.xlsx")
    edisi = Edisi(house.new_id(), kode, DIP)
    with house.ledger.begin() as tx:
        tx.add_all([made.informasi, made.riwayat, one])
        tx.add(edisi)
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "informasi_diusulkan", now, piece.id))
    masuk_baca.run(house, one)
    return {"informasi_id": piece.id, "daftar_id": one.id, "edisi_id": edisi.id}
