"""Search over 100,000 pages on two databases: rare words, common ones, phrases, numbers, filters;
with --panjang over 1,000,000.

The words are those of the pages as they are typed; what is timed is the whole way of a page: the
index, the rows, and the places that are marked. Both databases must find the same. Every tenth file
is a paper of our own; in the long run a file has four pages.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from bench import postgres
from bench.figures import Figure
from bench.rumah import Rumah
from bench.tuang import Kendi, copied
from service.adapters.ledger import tables
from service.adapters.ledger.rows import to_row
from service.domain.berkas import BERJALAN, Berkas
from service.domain.cari import excerpts, read
from service.domain.ids import from_bytes
from service.domain.kiriman import DIDAFTAR, KARANTINA, File, Kiriman, Surat
from service.domain.naskah import BATAL, DITANDATANGANI, Naskah
from service.domain.teks import BATAS_HALAMAN, Akar, Judul, Teks, laid_out, urut_of
from service.house import RealHouse
from service.ports.cari import Batas, SaringCari
from service.ports.kiriman import Jangkauan

PAGES, LONG, SHEETS = 100_000, 1_000_000, 4
ASKED = 20  # times each search
SEHALAMAN = 21
BAR_MS = 100
AWAL = datetime(2021, 1, 4, 1, 0, tzinfo=UTC)
UNIT = ("humas", "hukum", "keuangan", "umum", "")
RAHASIA = 50  # one file in so many is withheld
PAPER = 10  # one in so many is a paper of our own
_UMUM = """
permohonan pembayaran gaji pegawai kontrak anggaran belanja daerah rapat koordinasi undangan
penyampaian laporan bulanan pelayanan informasi publik keterangan menerangkan persetujuan
pengadaan barang jasa kegiatan sosialisasi penetapan daftar pengecualian pertimbangan tertulis
pendidikan kesehatan perhubungan kependudukan perencanaan pembangunan pengawasan pemeriksaan
kepala dinas badan sekretaris bidang bagian seksi kantor wilayah provinsi kabupaten kota
nomor tanggal perihal lampiran tembusan hormat demikian atas perhatian kerja sama terima kasih
yang dan di ke dari untuk pada dengan dalam adalah tersebut bahwa sebagai oleh akan telah
"""
KATA = _UMUM.split()
EVERYWHERE = (Jangkauan("dinas", "", rahasia=False), Jangkauan("dinas", "", rahasia=True))
PUBLIC = EVERYWHERE[:1]
ONE_UNIT = (Jangkauan("dinas", "hukum", rahasia=False),)
# What is typed, by whom, with which filter.
SEARCHES: tuple[tuple[str, tuple[Jangkauan, ...], SaringCari], ...] = (
    ("langka", PUBLIC, SaringCari()),
    ("bayar", PUBLIC, SaringCari()),
    ("yang", PUBLIC, SaringCari()),
    ("yang dan untuk", EVERYWHERE, SaringCari()),
    ("langka yang", PUBLIC, SaringCari()),
    ('"rapat koordinasi"', PUBLIC, SaringCari()),
    ('"terima kasih yang langka"', PUBLIC, SaringCari()),
    ("bayar -gaji", PUBLIC, SaringCari()),
    ("sos*", PUBLIC, SaringCari()),
    ("pe*", PUBLIC, SaringCari()),
    ("800/4711/BKD/2023", PUBLIC, SaringCari()),
    ("800 / 4711 / BKD / 2023", PUBLIC, SaringCari()),
    ("rahasiasekali", PUBLIC, SaringCari()),
    ("rahasiasekali", EVERYWHERE, SaringCari()),
    ("yang", ONE_UNIT, SaringCari()),
    ("langka", ONE_UNIT, SaringCari()),
    ("yang", PUBLIC, SaringCari(instansi="dinas", unit="hukum")),
    ("yang", PUBLIC, SaringCari(keadaan=KARANTINA)),
    ("yang", PUBLIC, SaringCari(pintu="surel")),
    ("yang", PUBLIC, SaringCari(sampai=AWAL + timedelta(days=90))),
    ("langka", PUBLIC, SaringCari(dari=AWAL, sampai=AWAL + timedelta(days=900))),
    ("tidakadasamasekali", PUBLIC, SaringCari()),
    ("seperseratus", PUBLIC, SaringCari()),
    ("seperseribu", PUBLIC, SaringCari()),
    ("seperseratus yang", ONE_UNIT, SaringCari()),
    ("seperseratus", PUBLIC, SaringCari(naskah=True)),
    ("yang", PUBLIC, SaringCari(jenis_naskah="memorandum", keadaan_naskah="batal")),
    ("seperseratus", PUBLIC, SaringCari(sop="uji")),
)


def measure(room: Path) -> list[Figure]:
    """p95 of each search on each database, and how many answers differ."""
    return _measured(room, PAGES, 1)


def measure_long(room: Path) -> list[Figure]:
    """The same in a book ten times as large."""
    return _measured(room, LONG, SHEETS)


def _measured(room: Path, pages: int, sheets: int) -> list[Figure]:
    rumah = Rumah(room)
    try:
        told = [_filled(rumah, pages // sheets, sheets)]
        here, answers = _asked("SQLite", rumah.house)
        told += here
        bin_ = postgres.programs()
        if bin_ is None:
            absent = "PostgreSQL is not installed here: its searches were NOT measured"
            return [*told, Figure(absent, 0, "", 1)]
        with _on_postgres(room / "pg", bin_, rumah) as copy:
            there, others = _asked("PostgreSQL", copy.house)
        differ = sum(a != b for a, b in zip(answers, others, strict=True))
        return [*told, *there, Figure("searches answered differently", differ, "", 0, False)]
    finally:
        rumah.end()


@contextmanager
def _on_postgres(room: Path, bin_: Path, rumah: Rumah) -> Iterator[Rumah]:
    room.mkdir()
    with postgres.running(bin_) as server:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as door:
            door.execute("CREATE DATABASE cari")
        copy = Rumah(room, f"{server}/cari")
        try:
            copied(rumah.settings.home / "berkas.db", f"{server}/cari")
            yield copy
        finally:
            copy.end()


def _filled(rumah: Rumah, files: int, sheets: int) -> Figure:
    began, dice = time.perf_counter(), random.Random(files)
    kendi = Kendi(rumah.settings.home / "berkas.db")
    akar = rumah.house.stemmer.akar
    step = timedelta(days=2_000) / files
    for n in range(files):
        at, pages = AWAL + n * step, [_page(dice) for _ in range(sheets)]
        laid = _paper if n % PAPER == PAPER - 1 else _letter
        laid(kendi, akar, dice, n, at, pages)
        if n % 5_000 == 4_999:
            kendi.empty()
    kendi.empty()
    kendi.connection.execute("INSERT INTO cari_teks(cari_teks) VALUES ('rebuild')")
    kendi.close()
    return Figure(f"filled with {files * sheets} pages in", time.perf_counter() - began, "s")


def _page(dice: random.Random) -> str:
    words = dice.choices(KATA, k=120)
    words += [f"kata{dice.randrange(20_000)}" for _ in range(8)]
    for word, each in (("langka", 10_000), ("seperseribu", 1_000), ("seperseratus", 100)):
        if not dice.randrange(each):
            words.insert(30, word)
    return " ".join(words)


def _letter(
    kendi: Kendi, akar: Akar, dice: random.Random, n: int, at: datetime, pages: list[str]
) -> None:
    id_, rahasia = from_bytes(dice.randbytes(16)), n % RAHASIA == 1
    if rahasia:
        pages = [*pages[:-1], f"{pages[-1]} rahasiasekali"]
    nomor = f"800/{n % 10_000}/BKD/{at.year}"
    unit = UNIT[n % len(UNIT)]
    kiriman = Kiriman(
        id_,
        "dinas",
        unit,
        "surel" if n % 200 == 3 else "folder",
        f"surat {n}.pdf",
        KARANTINA if n % 500 == 2 else DIDAFTAR,
        at,
        rahasia=rahasia,
        surat=Surat(nomor, perihal=" ".join(pages[0].split()[:6]), pengirim="Dinas Contoh"),
    )
    file = File(from_bytes(dice.randbytes(16)), id_, kiriman.nama, "0" * 64, 1000)
    told = (kiriman.nama, kiriman.surat.perihal, nomor)
    judul = Judul("dinas", unit, rahasia, kiriman.pintu, "", (nomor,), told, kiriman.keadaan)
    isi = BATAS_HALAMAN.join(pages)
    akar_ = laid_out(judul, isi, akar)
    text = Teks(file.id, urut_of(at, n), file.id, id_, isi, akar_, halaman=1)
    for table, row in ((tables.kiriman, kiriman), (tables.file, file), (tables.teks, text)):
        kendi.add(table, to_row(row))


def _paper(
    kendi: Kendi, akar: Akar, dice: random.Random, n: int, at: datetime, pages: list[str]
) -> None:
    id_, matter = from_bytes(dice.randbytes(16)), from_bytes(dice.randbytes(16))
    unit, nomor = UNIT[n % len(UNIT)], f"M/{n}/{at.year}"
    berkas = Berkas(
        matter, "dinas", unit, f"Perkara {n}", "", BERJALAN, at, sop="uji" if n % 3 else "lain"
    )
    keadaan = BATAL if n % 1_000 == 9 else DITANDATANGANI
    naskah = Naskah(id_, matter, "dinas", "memorandum", keadaan, at, nomor=nomor)
    told = ("Memorandum", nomor, berkas.judul)
    judul = Judul("dinas", "", False, "", "memorandum", (nomor,), told, naskah=True)
    for x, isi in enumerate(("", BATAS_HALAMAN.join(pages))):
        akar_ = laid_out(judul, isi, akar)
        text = Teks(f"{id_}.{x}", urut_of(at, n + x), "", "", isi, akar_, naskah=id_, halaman=x)
        kendi.add(tables.teks, to_row(text))
    for table, row in ((tables.berkas, berkas), (tables.naskah, naskah)):
        kendi.add(table, to_row(row))


def _asked(database: str, house: RealHouse) -> tuple[list[Figure], list[list[str]]]:
    took: list[list[float]] = [[] for _ in SEARCHES]
    answers: list[list[str]] = []
    for turn in range(ASKED + 1):
        answers = []
        for n, (words, places, saring) in enumerate(SEARCHES):
            began = time.perf_counter()
            tanya = read(words, house.stemmer.akar)
            found = house.cari.found(tanya, Batas(places), saring, 0, SEHALAMAN)
            for one in found:
                excerpts(one.isi, tanya, house.stemmer.akar, one.halaman)
            if turn:  # the first one warms
                took[n].append(1000 * (time.perf_counter() - began))
            answers.append([one.id for one in found])
    each = {_named(search): _p95(times) for search, times in zip(SEARCHES, took, strict=True)}
    every = _p95([one for times in took for one in times])
    slowest = sorted(each, key=each.__getitem__, reverse=True)[:4]
    return [
        Figure(f"{database}: {len(each)} searches, p95 of all", every, "ms", BAR_MS, False),
        *(
            Figure(f"{database}: slowest {one}, p95", each[one], "ms", BAR_MS, False)
            for one in slowest
        ),
    ], answers


def _named(search: tuple[str, tuple[Jangkauan, ...], SaringCari]) -> str:
    words, places, saring = search
    who = {PUBLIC: "", EVERYWHERE: " +rahasia", ONE_UNIT: " satu unit"}[places]
    told = [name for name, value in vars(saring).items() if value]
    return f"{words}{who}{' ' if told else ''}{'+'.join(told)}"


def _p95(took: list[float]) -> float:
    return sorted(took)[max(0, round(0.95 * len(took)) - 1)]
