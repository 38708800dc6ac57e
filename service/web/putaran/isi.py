"""What the pages of the rounds show: pictures, tables, and the form of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from service.acts.putaran.baca import PERAN_UNIT, Putaran
from service.acts.putaran.langkah import Periksa, checklists
from service.domain import putaran as p
from service.domain.daftar_unit.masuk import KEADAAN as DAFTAR
from service.domain.putaran import Unit
from service.domain.refusals import TidakAda
from service.domain.tanggal import panjang
from service.face.isi import Bentuk, Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.face.qr import Lukisan
from service.web.dasar.auth import hadir, house
from service.web.dasar.sebutan import unit_name
from service.web.laporan.isi import picture
from service.web.laporan.satuan import Bagian

BENTUK: dict[str, Bentuk] = {
    p.BELUM: "baru",
    p.DIKIRIM: "berjalan",
    p.DIKEMBALIKAN: "menunggu",
    p.DIVERIFIKASI: "selesai",
    p.NIHIL: "selesai",
    p.TIDAK_DITUNGGU: "selesai",
}
TERLAMBAT = "Terlambat"
_MASA = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Muka:
    """One round on its page."""

    nama: str
    kata: str
    berkas: Tautan | None
    gambar: Lukisan | None
    tabel: Tabel


def month(masa: str) -> str:
    """A period as an address names it; TidakAda for anything else."""
    if not _MASA.fullmatch(masa):
        raise TidakAda("Putaran itu")
    return masa


def months(found: Sequence[Putaran]) -> Lukisan | None:
    """How many units of each round are through, under way, or waited for."""
    rows = tuple((one.nama, *_three(one)) for one in found)
    kolom = ("Putaran", "Selesai", "Sudah dikirim", "Ditunggu")
    return picture(Bagian("bulan", "Unit dalam setiap putaran", kolom, rows, (1, 2, 3)))


def _three(one: Putaran) -> tuple[int, int, int]:
    many = p.counted(one.unit)
    waited = sum(many[keadaan] for keadaan in p.TERUTANG)
    return len(one.unit) - waited - many[p.DIKIRIM], many[p.DIKIRIM], waited


def month_table(found: Sequence[Putaran]) -> Tabel | None:
    """Every round in figures, each with the way to its page."""
    if not found:
        return None
    names = ("Unit", *p.KEADAAN.values(), TERLAMBAT)
    head = (Kolom("Putaran"), *(Kolom(name, angka=True) for name in names))
    return Tabel("putaran", "Putaran, dalam angka", head, tuple(_month_row(x) for x in found))


def _month_row(one: Putaran) -> tuple[Sel, ...]:
    late = sum(x.terlambat for x in one.unit)
    numbers = (len(one.unit), *p.counted(one.unit).values(), late)
    at = url_for("putaran.show", instansi=one.instansi, masa=one.masa)
    return (Sel(one.nama, at), *(Sel(str(n)) for n in numbers))


def shown(one: Putaran) -> Muka:
    """The round with each of its units."""
    steps = checklists(house(), one)
    many = p.counted(one.unit)
    late = sum(x.terlambat for x in one.unit)
    kata = f"{len(one.unit)} unit, {late} terlambat."
    if not one.berirama:
        kata = f"{len(one.unit)} unit. SOP instansi ini tidak menetapkan harinya."
    rows = tuple((words, many[keadaan]) for keadaan, words in p.KEADAAN.items())
    drawing = Bagian("keadaan", "Unit menurut keadaannya", ("Keadaan", "Unit"), rows, (1,))
    at = url_for("berkas.show", berkas_id=one.berkas) if one.berkas else ""
    return Muka(
        one.nama,
        kata,
        Tautan("Berkas putaran ini", at) if at else None,
        picture(drawing),
        _table(one, steps),
    )


def _table(one: Putaran, steps: Mapping[str, Periksa]) -> Tabel:
    names = ("Unit", "Keadaan", "Jatuh tempo", "Langkah dan yang belum ada", "Daftar terakhir")
    rows = tuple(_row(one, x, steps.get(x.bagian.berkas)) for x in one.unit)
    return Tabel(f"unit-{one.masa}", f"Unit dalam putaran {one.nama}", _head(names), rows)


def _head(names: Sequence[str]) -> tuple[Kolom, ...]:
    return tuple(Kolom(name) for name in names)


def _row(one: Putaran, unit: Unit, step: Periksa | None) -> tuple[Sel, ...]:
    part = unit.bagian
    matter = url_for("berkas.show", berkas_id=part.berkas) if part.berkas else ""
    due = Sel(panjang(part.jatuh), iso=part.jatuh.isoformat()) if part.jatuh else Sel("–")
    form = BENTUK[unit.keadaan] if not unit.terlambat else "lewat"
    words = f"{TERLAMBAT}: {p.KEADAAN[unit.keadaan].lower()}"
    return (
        Sel(unit_name(one.instansi, part.unit), matter),
        Sel(words if unit.terlambat else p.KEADAAN[unit.keadaan], bentuk=form),
        due,
        _step(step),
        _last(unit),
    )


def _step(step: Periksa | None) -> Sel:
    if step is None:
        return Sel("–")
    lacks = f"Belum ada: {', '.join(step.kurang)}" if step.kurang else "Semua bahannya sudah ada"
    return Sel(f"{step.urut} dari {step.dari}: {step.kegiatan}", catatan=lacks)


def _last(unit: Unit) -> Sel:
    if not unit.daftar:
        return Sel("–")
    last = unit.daftar[-1]
    before = f", {len(unit.daftar)} kali dikirim" if len(unit.daftar) > 1 else ""
    at = url_for("informasi_masuk.show", daftar_id=last.id)
    return Sel(panjang(last.tanggal), at, catatan=f"{DAFTAR[last.keadaan]}{before}")


def forms_of(found: Sequence[Putaran]) -> list[Formulir]:
    """For each unit of this person that has sent nothing yet: the word that nothing changed."""
    return [_form(one, unit) for one, unit in _silent(found)]


def form_of(found: Sequence[Putaran], berkas_id: str) -> Formulir:
    """The form of one unit, open or not; TidakAda where this person has no part in it."""
    for one in found:
        for unit in one.unit:
            if unit.bagian.berkas == berkas_id and berkas_id:
                return _form(one, unit)
    raise TidakAda("Bagian unit itu")


def _silent(found: Sequence[Putaran]) -> Iterator[tuple[Putaran, Unit]]:
    for one in found:
        own = {x.unit for x in hadir().peran if (x.instansi, x.peran) == (one.instansi, PERAN_UNIT)}
        for unit in one.unit:
            part = unit.bagian
            free = part.berkas and part.pada_unit and not part.ditutup and not unit.daftar
            if free and own & {"", part.unit}:
                yield one, unit


def _form(one: Putaran, unit: Unit) -> Formulir:
    part = unit.bagian
    at = url_for("putaran.nothing", instansi=one.instansi, masa=one.masa, berkas_id=part.berkas)
    fields = (
        Ruas("versi", "Versi", str(part.versi), "tersembunyi", batas=9, kunci=f"v-{part.berkas}"),
        Ruas(
            "alasan",
            "Keterangan",
            jenis="panjang",
            wajib=False,
            batas=2000,
            kunci=f"alasan-{part.berkas}",
            petunjuk="Bagian unit ini berakhir tanpa daftar dan putarannya tidak menunggunya lagi.",
        ),
    )
    name = unit_name(one.instansi, part.unit)
    group = Kelompok(f"{name}: tidak ada perubahan", fields)
    return Formulir(at, "Nyatakan tidak ada perubahan", (group,))
