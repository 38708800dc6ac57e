"""Editions for the tests of what the public reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from service.adapters.penerbit import PenerbitSqlite, Toko
from service.adapters.seal import NoSeal
from service.adapters.stem import Sastrawi
from service.adapters.store_folder import StoreFolder
from service.adapters.xlsx_tulis import XlsxTulis
from service.disk import Disk, SharedDisk
from service.domain.edisi.edisi import DIK, DIP, TERBIT, Edisi
from service.domain.edisi.terbitan import Badan, FileTerbit, Terbitan
from service.domain.informasi.beda import Baris, beda
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.unsur import Sk

BADAN = Badan("dinas_contoh", "Dinas Contoh", "WIB", "https://dinas.contoh.go.id", "ppid@contoh.id")
LAIN = Badan("badan_lain", "Badan Lain", "WITA")
KATEGORI = ("berkala", "serta_merta", "setiap_saat")
UNIT = ("Bagian Humas", "Bagian Hukum", "Bagian Keuangan")


def kode(n: int) -> str:
    """The code of the n-th sample line."""
    return spoken(from_bits(hashlib.sha256(f"baris {n}".encode()).digest()))


def line(n: int, **changed: str) -> dict[str, str]:
    """A line of the DIP."""
    told = {
        "kode": kode(n),
        "kategori": KATEGORI[n % 3],
        "ringkasan": f"Laporan pembayaran honorarium nomor {n}",
        "penguasa": UNIT[n % len(UNIT)],
        "penanggung_jawab": "Kepala Bagian",
        "waktu_tempat": f"Kota Contoh, {2020 + n % 5}",
        "bentuk": "Cetak dan Elektronik" if n % 2 else "Cetak",
        "retensi": "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah",
        "alamat": "",
        "sidik": "",
    }
    return told | changed


def dik_line(n: int, **changed: str) -> dict[str, str]:
    """A line of the DIK."""
    told = {
        "kode": kode(10_000 + n),
        "informasi": f"Surat dinas contoh nomor {n}",
        "dasar": "UU 14/2008 Pasal 17 huruf c",
        "dibuka": "Mengganggu penegakan hukum",
        "ditutup": "Penegakan hukum terjaga",
        "jangka": "5 tahun",
        "sk": "12 TAHUN 2026",
    }
    return told | changed


def edition(
    baris: Sequence[Baris],
    urut: int = 1,
    sebelum: Sequence[Baris] = (),
    badan: Badan = BADAN,
    daftar: str = DIP,
    file: dict[str, FileTerbit] | None = None,
    kini: bool = True,
    **more: object,
) -> Terbitan:
    """A published edition of these lines."""
    edisi = Edisi(
        id=f"{daftar}{urut}",
        instansi=badan.kode,
        daftar=daftar,
        keadaan=TERBIT,
        tahun=2026,
        urut=urut,
        sk=Sk("n1", f"{urut} TAHUN 2026", date(2026, urut, 2), True),
        terbit=datetime(2026, urut, 3, 2, 0, tzinfo=UTC),
        banyak=len(baris),
    )
    told = {"kini": kini, **more}
    return Terbitan(edisi, badan, tuple(baris), beda(sebelum, baris), file or {}, **told)  # type: ignore[arg-type]


def dik(*baris: Baris, urut: int = 1) -> Terbitan:
    """A published edition of the DIK."""
    return edition(baris, urut, daftar=DIK)


def publisher(folder: Path, url: str = "", path: Path | None = None) -> PenerbitSqlite:
    """The real publisher in a folder."""
    toko = Toko(
        StoreFolder(folder / "simpanan_contoh", Disk(), NoSeal()),
        StoreFolder(folder / "terbuka", SharedDisk(), NoSeal()),
    )
    path = path or folder / "terbit" / "publik.db"
    room = _room(folder)
    return PenerbitSqlite(path, toko, Sastrawi(), XlsxTulis(), SharedDisk(), room, url)


def _room(folder: Path):  # type: ignore[no-untyped-def]
    @contextmanager
    def room() -> Iterator[Path]:
        with TemporaryDirectory(dir=folder) as made:
            yield Path(made)

    return room


def kept(penerbit: PenerbitSqlite, content: bytes, nama: str = "laporan.pdf") -> FileTerbit:
    """A file in the closed store, as the gate let it go."""
    path = penerbit.path.with_name("file-contoh")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    sha256 = penerbit.toko.tertutup.put(path)
    path.unlink()
    return FileTerbit(sha256, nama, "application/pdf", len(content))
