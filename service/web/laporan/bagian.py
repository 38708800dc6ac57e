"""The parts of a report: a table each, and which of its columns a picture shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from service.acts.laporan.hitung import Hitung
from service.domain.laporan import ketersediaan as k
from service.domain.laporan import layanan, sanggahan
from service.domain.laporan.ketersediaan import Ketersediaan
from service.domain.rekap_permohonan import NASIB
from service.domain.tenggat_kata import SATUAN

Angka = str | int | None
Nama = Callable[[str], str]  # what a unit is called
NASIB_KATA: dict[str, str] = {
    "dikabulkan": "Dikabulkan seluruhnya",
    "sebagian": "Dikabulkan sebagian",
    "ditolak": "Ditolak",
    "tidak_dikuasai": "Tidak dikuasai badan publik",
    "ditutup": "Ditutup tanpa jawaban",
    "diproses": "Masih diproses",
}
JUMLAH = "Jumlah"


@dataclass(frozen=True)
class Bagian:
    """One part; `seri` are the columns of the picture, from 0; none: no picture."""

    nama: str
    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Angka, ...], ...]
    seri: tuple[int, ...] = ()
    jumlah: bool = False  # the last row adds up the others
    catatan: str = ""

    @property
    def tergambar(self) -> tuple[tuple[Angka, ...], ...]:
        """The rows that the picture shows."""
        return self.baris[:-1] if self.jumlah else self.baris


def parts(angka: Hitung, unit: Nama) -> list[Bagian]:
    """The whole report as this person may know it."""
    return [*of_lists(angka, unit), *(of_service(angka) if angka.semua else ())]


def of_lists(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """What the lists hold, and what became of their lines."""
    yield from coverage(angka, unit)
    yield _both(angka.ketersediaan, unit)
    yield from changes(angka, unit)


def coverage(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """How much is there: by kategori, and by unit."""
    rows = angka.ketersediaan
    yield _available("kategori", "Ketersediaan per kategori", "Kategori", k.by_kategori(rows), _kat)
    yield _available(
        "unit", "Ketersediaan per unit", "Unit", k.by_unit(rows), lambda x: _unit(x.unit, unit)
    )


def changes(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """What came into the public list and left it, and what was found when it was looked at."""
    moved = angka.gerak
    yield Bagian(
        "gerak",
        "Perubahan Daftar Informasi Publik",
        ("Perubahan", "Banyaknya"),
        (
            ("Ditambahkan", moved.ditambah),
            ("Diubah", moved.diubah),
            ("Dikeluarkan", moved.dikeluarkan),
        ),
        (1,),
        catatan="Yang masuk dan keluar lagi dalam masa yang sama tidak dihitung.",
    )
    yield Bagian(
        "verifikasi",
        "Hasil verifikasi",
        ("Unit", "Diperiksa", "Sesuai", "Dikembalikan"),
        tuple(
            (_unit(x.unit, unit), x.diperiksa, x.sesuai, x.dikembalikan) for x in angka.verifikasi
        ),
        (2, 3),
    )


def of_service(angka: Hitung) -> Iterator[Bagian]:
    """How people were served, for who may count all of it."""
    asked = angka.permohonan
    if asked is None:
        return
    nasib = angka.nasib
    yield Bagian(
        "permohonan",
        "Permohonan informasi",
        ("Hasil", "Banyaknya"),
        (*((NASIB_KATA[x], nasib[x]) for x in NASIB), (JUMLAH, len(asked))),
        (1,),
        jumlah=True,
    )
    mean = layanan.mean(layanan.working_days(asked, angka.kalender))
    words = angka.jangka.kata
    yield Bagian(
        "jawaban",
        "Waktu jawaban",
        ("Waktu jawaban", "Dikabulkan seluruhnya", "Dikabulkan sebagian", "Ditolak"),
        tuple(
            (words[x.rentang], x.dikabulkan, x.sebagian, x.ditolak) for x in layanan.answered(asked)
        ),
        (1, 2, 3),
        catatan=f"Rata-rata {mean}." if mean else "",
    )
    yield Bagian(
        "waktu",
        "Ketepatan waktu",
        ("Kegiatan", "Norma waktu", "Tepat waktu", "Terlambat"),
        tuple(
            (name, f"{rule.jumlah} {SATUAN[rule.satuan]}", how.tepat, how.terlambat)
            for name, rule, how in angka.kept_terms()
        ),
        (2, 3),
        catatan="Yang lewat tenggat dan belum dijawab terhitung terlambat.",
    )
    yield Bagian(
        "penolakan",
        "Alasan penolakan",
        ("Alasan", "Banyaknya"),
        tuple(layanan.refused_on(asked)),
        (1,),
    )
    yield Bagian(
        "keberatan",
        "Keberatan",
        ("Alasan keberatan", "Diterima seluruhnya atau sebagian", "Ditolak", "Masih diproses"),
        tuple(
            (x.alasan, x.terima, x.tolak, x.proses)
            for x in sanggahan.objected(angka.keberatan or [])
        ),
        (1, 2, 3),
    )
    yield Bagian(
        "sengketa",
        "Sengketa informasi",
        ("Nomor register", "Pokok", "Tahap"),
        tuple((x.nomor, x.pokok, x.tahap) for x in angka.disputes()),
    )
    yield from withheld(angka)


def withheld(angka: Hitung) -> Iterator[Bagian]:
    """What stands in the DIK today: how many, on which law, for how long yet."""
    held = angka.pengecualian
    if held is None:
        return
    now = f"Keadaan hari ini, {held.banyak} informasi."
    yield Bagian(
        "pengecualian",
        "Pengecualian menurut undang-undang",
        ("Dasar", "Banyaknya"),
        held.huruf,
        (1,),
        catatan=f"{now} Satu informasi dapat berdasar lebih dari satu huruf.",
    )
    sisa = ("Jangka waktu", "Banyaknya")
    yield Bagian("sisa", "Sisa jangka waktu pengecualian", sisa, held.sisa, (1,), catatan=now)


def _available(
    nama: str,
    judul: str,
    first: str,
    rows: Sequence[Ketersediaan],
    called: Callable[[Ketersediaan], str],
) -> Bagian:
    told = [(called(x), *_many(x)) for x in rows]
    more = [(JUMLAH, *_many(k.whole(rows)))] if rows else []
    head = (first, "Seharusnya tersedia", "Tersedia", "Belum tersedia", "Persen")
    return Bagian(nama, judul, head, tuple(told + more), (2, 3), jumlah=bool(rows))


def _both(rows: Sequence[Ketersediaan], unit: Nama) -> Bagian:
    head = ("Unit", "Kategori", "Seharusnya tersedia", "Tersedia", "Belum tersedia", "Persen")
    told = tuple((_unit(x.unit, unit), _kat(x), *_many(x)) for x in rows)
    return Bagian("rinci", "Ketersediaan per unit dan kategori", head, told)


def _many(one: Ketersediaan) -> tuple[Angka, ...]:
    return one.seluruh, one.tersedia, one.belum, one.persen


def _kat(one: Ketersediaan) -> str:
    return k.KATEGORI.get(one.kategori, k.TANPA_KATEGORI)


def _unit(id_: str, unit: Nama) -> str:
    return unit(id_) or k.TANPA_UNIT
