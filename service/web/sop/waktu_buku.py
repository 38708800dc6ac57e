"""The workbook of planned and real time: a sheet by row, by month and by unit, each with charts."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.berkas.waktu import Laporan
from service.domain.sop.banding import Banding
from service.ports.papers import Diagram, Lembar
from service.web.sop.waktu_isi import PERTAMA, by_month, by_row, by_unit

KOLOM = (
    "Norma (menit)",
    "Sentuh, tengah (menit)",
    "Sentuh, 9 dari 10 (menit)",
    "Tunggu, tengah (menit)",
    "Tunggu, 9 dari 10 (menit)",
    "Terlama (menit)",
    "Berkas",
    "Kali",
    "Lewat norma",
    "Dikembalikan",
)
NAMA, NORMA, SENTUH, SENTUH_90, TUNGGU, TUNGGU_90 = 2, 3, 4, 5, 6, 7  # columns, from 1
KALI, KEMBALI = 10, 12


def sheets(found: Laporan, instansi: str, above: str) -> list[Lembar]:
    """Three sheets."""
    numbers = [*(str(one.langkah.nomor or "tafsir") for one in found.baris), "lama"]
    return [
        _sheet("langkah", "Per langkah", above, by_row(found), numbers),
        _sheet("bulan", "Per bulan", above, by_month(found)),
        _sheet("unit", "Per unit", above, by_unit(found, instansi)),
    ]


def _sheet(
    nama: str,
    judul: str,
    above: str,
    rows: Sequence[tuple[str, str, Banding | None]],
    numbers: Sequence[str] = (),
) -> Lembar:
    planned = nama == "langkah"
    by = 1 if planned else NAMA
    times = (SENTUH, TUNGGU, *((NORMA,) if planned else ()), SENTUH_90, TUNGGU_90)
    charts = (
        Diagram("Sentuh dan tunggu: nilai tengah dan 9 dari 10", "Menit jam kantor", times, by),
        Diagram("Banyaknya langkah dan pengembalian", "Kali", (KALI, KEMBALI), by),
    )
    return Lembar(
        judul,
        f"{above}\n{judul}",
        ("No", PERTAMA[nama], *KOLOM),
        [
            (numbers[n] if n < len(numbers) else str(n + 1), *_cells(name, one, planned=planned))
            for n, (name, _, one) in enumerate(rows)
        ],
        diagram=charts if rows else (),
    )


def _cells(name: str, it: Banding | None, *, planned: bool) -> tuple[str | int | None, ...]:
    if it is None:
        return (name, *(None for _ in KOLOM[:6]), 0, 0, 0, 0)
    norm = it.norma if planned else None
    times = (it.sentuh.tengah, it.sentuh.p90, it.tunggu.tengah, it.tunggu.p90, it.terlama)
    return (name, norm, *times, it.berkas, it.banyak, it.lewat, it.kembali)
