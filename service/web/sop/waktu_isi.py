"""What the page of planned and real time shows: each part a chart and the same as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.acts.berkas.waktu import Laporan
from service.domain.sop.banding import Banding, Sebaran
from service.domain.tanggal import BULAN
from service.face.grafik import Batang, Grafik, Lajur, counted, drawn, scale_end
from service.face.isi import Kolom, Sel, Tabel
from service.face.lentur import BERGARIS, PENUH
from service.face.qr import Lukisan
from service.web.dasar.sebutan import unit_name

KEPALA = ("Norma", "Sentuh", "Tunggu", "Terlama", "Kali", "Lewat norma", "Dikembalikan")
PERTAMA = {"langkah": "Langkah", "bulan": "Bulan", "unit": "Unit"}
TANPA_UNIT = "Tanpa unit"
LAMA = "Langkah dari versi SOP sebelumnya"
_BULAN = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
_WAKTU = ((PENUH, "Sentuh: dikerjakan"), (BERGARIS, "Tunggu: belum diambil siapa pun"))
_KALI = ((PENUH, "Langkah yang selesai"), (BERGARIS, "Di antaranya dikembalikan"))
_UJUNG = "Batang sampai nilai tengah; garisnya sampai 9 dari 10"


@dataclass(frozen=True)
class Bagian:
    """One part of the page."""

    nama: str
    judul: str
    gambar: tuple[Lukisan, ...]
    tabel: Tabel


def is_bulan(text: str) -> bool:
    """Whether it names a month."""
    return bool(_BULAN.fullmatch(text))


def bulan_kata(bulan: str) -> str:
    """`November 2026`."""
    return f"{BULAN[int(bulan[5:]) - 1]} {bulan[:4]}"


def parts(found: Laporan, instansi: str) -> tuple[Bagian, ...]:
    """By row, by month, by unit."""
    return (
        _part("langkah", "Per langkah", by_row(found)),
        _part("bulan", "Per bulan", by_month(found)),
        _part("unit", "Per unit", by_unit(found, instansi)),
    )


def by_row(found: Laporan) -> list[tuple[str, str, Banding | None]]:
    """Name, norm in the words of the SOP, what was counted."""
    rows = [
        (_row_name(one.langkah.nomor, one.langkah.kegiatan), one.langkah.waktu.kata, one.banding)
        for one in found.baris
    ]
    return [*rows, (LAMA, "", found.lama)] if found.lama else rows


def by_month(found: Laporan) -> list[tuple[str, str, Banding | None]]:
    """The same by month."""
    return [(bulan_kata(one.kunci), "", one) for one in found.bulan]


def by_unit(found: Laporan, instansi: str) -> list[tuple[str, str, Banding | None]]:
    """The same by unit."""
    return [(unit_name(instansi, one.kunci) or TANPA_UNIT, "", one) for one in found.unit]


def _row_name(nomor: int, kegiatan: str) -> str:
    return f"{nomor}. {kegiatan}" if nomor else f"{kegiatan} (tafsir)"


def _part(nama: str, judul: str, rows: Sequence[tuple[str, str, Banding | None]]) -> Bagian:
    head = (Kolom(PERTAMA[nama]), *(Kolom(one, angka=True) for one in KEPALA))
    cells = tuple(map(_cells, rows))
    if nama != "langkah":  # rows of many norms have none together
        head, cells = (head[0], *head[2:]), tuple((one[0], *one[2:]) for one in cells)
    table = Tabel(f"tabel-{nama}", f"{judul}, dalam angka", head, cells)
    seen = [(name, norm, one) for name, norm, one in rows if one]
    counts = () if nama == "langkah" else (_counts(nama, judul, seen),)
    return Bagian(nama, judul, (*counts, _times(nama, judul, seen)), table)


def _times(nama: str, judul: str, rows: Sequence[tuple[str, str, Banding]]) -> Lukisan:
    """Touch and waiting; with the norm where each lane has one of its own."""
    planned = nama == "langkah"
    lanes = tuple(
        Lajur(
            name,
            _said(one, norm if planned else ""),
            (_bar(PENUH, one.sentuh), _bar(BERGARIS, one.tunggu)),
            one.norma if planned else None,
        )
        for name, norm, one in rows
    )
    most = max(max(one.sentuh.p90, one.tunggu.p90, (one.norma or 0)) for _, _, one in rows)
    chart = Grafik(
        f"grafik-{nama}",
        f"{judul}: sentuh dan tunggu",
        _heard(lanes),
        lanes,
        _WAKTU,
        _UJUNG,
        "Garis tebal: norma SOP bagi sentuh" if planned else "",
    )
    end = scale_end(most / 60) * 60 if most > 60 else 60
    return drawn(chart, (end, minutes(round(end / 2)), minutes(round(end))))


def _counts(nama: str, judul: str, rows: Sequence[tuple[str, str, Banding]]) -> Lukisan:
    lanes = tuple(
        Lajur(
            name,
            f"{one.banyak} langkah, {one.berkas} berkas, {one.kembali} dikembalikan",
            (Batang(PENUH, one.banyak), Batang(BERGARIS, one.kembali)),
        )
        for name, _, one in rows
    )
    chart = Grafik(f"kali-{nama}", f"{judul}: banyaknya langkah", _heard(lanes), lanes, _KALI)
    return drawn(chart, counted(max(one.banyak for _, _, one in rows)))


def _bar(corak: str, one: Sebaran) -> Batang:
    return Batang(corak, one.tengah, one.p90)


def _said(one: Banding, norm: str) -> str:
    words = f"sentuh {minutes(one.sentuh.tengah)}, tunggu {minutes(one.tunggu.tengah)}"
    return f"{words}, norma {norm}" if norm and one.norma is not None else words


def _heard(lanes: Iterable[Lajur]) -> str:
    return " ".join(f"{one.nama}: {one.kata}." for one in lanes)


def _cells(row: tuple[str, str, Banding | None]) -> tuple[Sel, ...]:
    name, norm, it = row
    planned = Sel(norm or "–")
    if it is None:
        return (Sel(name), planned, *(Sel("–") for _ in KEPALA[1:]))
    over = Sel(str(it.lewat), bentuk="lewat" if it.lewat else None)
    times = (_spread(it.sentuh), _spread(it.tunggu), Sel(minutes(it.terlama)))
    return (Sel(name), planned, *times, Sel(str(it.banyak)), over, Sel(str(it.kembali)))


def _spread(one: Sebaran) -> Sel:
    return Sel(minutes(one.tengah), catatan=f"9 dari 10: {minutes(one.p90)}")


def minutes(many: int) -> str:
    """Office time as people say it."""
    hours, rest = divmod(many, 60)
    if not hours:
        return f"{rest} menit"
    return f"{hours} jam {rest} menit" if rest else f"{hours} jam"
