"""What the pages of the lists are measured on: a piece, an edition, a list that came in."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from bench.daftar import workbook
from service.acts.informasi import masuk_baca
from service.acts.instansi.packs import agency
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import MENUNGGU, DaftarMasuk
from service.domain.edisi.edisi import DIP, Edisi
from service.domain.gerbang.keluar import FileKeluar, id_of
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import USULAN_KECUALI
from service.domain.informasi.kode import from_bits
from service.domain.informasi.retensi import read_retensi
from service.domain.informasi.riwayat import Oleh, born
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.kiriman import File
from service.house import RealHouse

BARIS = 60


def listed(house: RealHouse, kode: str, file_id: str) -> dict[str, str]:
    """A piece with a file at the gate, the draft of an edition, a list of sixty rows; their ids."""
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
    with house.ledger.read() as look:
        file = look.get(File, file_id)
    given = Pelengkap(file=file.id, sidik=file.sha256, ukuran=file.ukuran)
    piece = Informasi(
        id_,
        kode,
        _kode(id_),
        unit=unit,
        kategori="berkala",
        unsur=words,
        pelengkap=given,
    )
    out = FileKeluar(id_of(id_), kode, id_, file.sha256, file.mime, file.ukuran, file.nama)
    made = born(piece, Oleh(MESIN, now))
    shut_id = house.new_id()
    shut = replace(
        piece,
        id=shut_id,
        pelengkap=Pelengkap(),
        kode=_kode(shut_id),
        keadaan=USULAN_KECUALI,
    )
    withheld = born(shut, Oleh(MESIN, now))
    with house.room() as room:
        kept = keep(house, workbook(room / "daftar.xlsx", BARIS))
    one = DaftarMasuk(house.new_id(), kode, unit, MENUNGGU, now, MESIN, kept.sha256, "daftar.xlsx")
    edisi = Edisi(house.new_id(), kode, DIP)
    with house.ledger.begin() as tx:
        tx.add_all([made.informasi, made.riwayat, withheld.informasi, withheld.riwayat, one, out])
        tx.add(edisi)
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "informasi_diusulkan", now, piece.id))
    masuk_baca.run(house, one)
    ids = {"informasi_id": piece.id, "daftar_id": one.id, "edisi_id": edisi.id}
    return ids | {"kecuali_id": shut.id}


def _kode(id_: str) -> str:
    """A code for this id, as scattered as one that is drawn."""
    return from_bits(hashlib.sha256(id_.encode()).digest())
