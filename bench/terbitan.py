"""A published list of sample lines, as large as asked, for the benches of what the public reads."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from bench.rumah import Rumah
from service.domain.edisi.edisi import DIP, TERBIT, Edisi
from service.domain.edisi.terbitan import Badan, Terbitan
from service.domain.informasi.beda import beda
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.unsur import Sk

BADAN = Badan("dinas", "Dinas Contoh", "WIB", "https://dinas.contoh.go.id", "ppid@contoh.id")
KATEGORI = ("berkala", "serta_merta", "setiap_saat")
_KATA = """
laporan pembayaran anggaran pelayanan kesehatan pendidikan perhubungan keuangan rencana kerja
pengadaan barang jasa pegawai organisasi pengawasan perizinan statistik lingkungan
"""
KATA = _KATA.split()


def kode(n: int) -> str:
    """The code of the n-th line."""
    return spoken(from_bits(hashlib.sha256(str(n).encode()).digest()))


def line(n: int) -> dict[str, str]:
    """The n-th line."""
    words = " ".join(KATA[(n * k + k) % len(KATA)] for k in range(1, 9))
    return {
        "kode": kode(n),
        "kategori": KATEGORI[n % 3],
        "ringkasan": f"{words.capitalize()} nomor {n}",
        "penguasa": f"Bagian {n % 120}",
        "penanggung_jawab": f"Kepala Bagian {n % 120}",
        "waktu_tempat": f"Kota Contoh, {2010 + n % 16}",
        "bentuk": "Cetak dan Elektronik" if n % 2 else "Cetak",
        "retensi": "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah",
    }


def published(rumah: Rumah, many: int) -> Path:
    """A list of so many lines, published; where its book lies."""
    rows = tuple(line(n) for n in range(many))
    sk = Sk("naskah", "1 TAHUN 2026", date(2026, 1, 2), True)
    at = datetime(2026, 1, 3, 2, 0, tzinfo=UTC)
    edisi = Edisi("e", BADAN.kode, DIP, keadaan=TERBIT, tahun=2026, urut=1, sk=sk, terbit=at)
    rumah.house.penerbit.put(BADAN, [Terbitan(edisi, BADAN, rows, beda((), rows), kini=True)])
    return rumah.house.penerbit.path
