"""Planned against real time, row by row: a page and a workbook."""

from __future__ import annotations

import re

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts import berkas_waktu
from service.acts.berkas_waktu import Baris, Laporan
from service.domain.tanggal import BULAN, local
from service.domain.wewenang import Act
from service.face.alamat import link
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.ports.papers import Lembar
from service.web.auth import hadir, house, only
from service.web.masa import at, span
from service.web.sekali import known

bp = Blueprint("sop_waktu", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPALA = (
    "Langkah",
    "Norma",
    "Sentuh (tengah)",
    "Tunggu (tengah)",
    "Terlama",
    "Kali",
    "Lewat norma",
    "Dikembalikan",
)
_MASA = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


@bp.get("/sop/<instansi>/<kode_sop>/waktu")
@only(Act.LOOK)
def show(instansi: str, kode_sop: str) -> str:
    """A month of an SOP."""
    found, masa = _found(instansi, kode_sop)
    rows = tuple(_row(one) for one in found.baris)
    here = url_for("sop_waktu.show", instansi=instansi, kode_sop=kode_sop)
    book = url_for("sop_waktu.as_xlsx", instansi=instansi, kode_sop=kode_sop)
    return render_template(
        "sop/waktu.html",
        judul=f"Waktu: {found.sop.judul}",
        jejak=(Tautan("Beranda", "/"), Tautan("SOP", "/sop")),
        kata=f"{_said(masa)}, {found.berkas} berkas. Dalam jam kantor: sentuh dihitung sejak "
        "langkah diambil, tunggu sebelumnya.",
        daftar=Tabel(
            "waktu",
            "Rencana dan nyata",
            tuple(Kolom(one, angka=n > 0) for n, one in enumerate(KEPALA)),
            rows,
            (Tautan("Excel (XLSX)", link(book, request.args.to_dict())),),
        ),
        saring=_filters(instansi, masa),
        alamat=here,
        tersaring=bool(request.args),
        kosong=Kosong("Belum ada langkah yang selesai pada bulan ini", "Pilih bulan lain."),
        ada=found.berkas > 0,
    )


@bp.get("/sop/<instansi>/<kode_sop>/waktu/xlsx")
@only(Act.LOOK)
def as_xlsx(instansi: str, kode_sop: str) -> Response:
    """The same as a workbook, times in minutes."""
    found, masa = _found(instansi, kode_sop)
    head = (
        "No",
        "Langkah",
        "Norma (menit)",
        *(f"{one} (menit)" for one in KEPALA[2:5]),
        *KEPALA[5:],
    )
    rows = [_cells(one) for one in found.baris]
    above = f"{found.sop.judul}\n{_said(masa)}, {found.berkas} berkas"
    with house().room() as room:
        sheet = Lembar("Waktu", above, head, rows)
        made = house().workbooks.write(room / "waktu.xlsx", [sheet]).read_bytes()
    answer = make_response(made)
    answer.headers["Content-Type"] = XLSX
    name = f"waktu-{kode_sop}-{masa}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(instansi: str, kode_sop: str) -> tuple[Laporan, str]:
    agency = known(instansi)
    zona = agency.zona if agency else "WIB"
    asked = _MASA.fullmatch(request.args.get("masa", ""))
    today = local(house().clock.now(), zona).date()
    tahun, bulan = (int(asked[1]), int(asked[2])) if asked else (today.year, today.month)
    first, last = span(tahun, bulan)
    moments = (at(first, zona), at(last, zona, end=True))
    unit = request.args.get("unit", "")[:80]
    found = berkas_waktu.report(house(), hadir(), instansi, kode_sop, moments, unit)
    return found, f"{tahun}-{bulan:02d}"


def _said(masa: str) -> str:
    return f"{BULAN[int(masa[5:]) - 1]} {masa[:4]}"


def _filters(instansi: str, masa: str) -> tuple[Ruas, ...]:
    agency = known(instansi)
    units = tuple(Pilihan(one.id, one.nama) for one in (agency.unit if agency else ()))
    unit = request.args.get("unit", "")
    every = (Pilihan("", "Semua unit"), *units)
    return (
        Ruas("masa", "Bulan", masa, contoh="2026-11", wajib=False, lebar="sempit"),
        Ruas("unit", "Unit", unit, "pilih", pilihan=every, wajib=False),
    )


def _row(one: Baris) -> tuple[Sel, ...]:
    row, it = one.langkah, one.banding
    name = Sel(row.kegiatan, catatan=f"langkah {row.nomor}" if row.nomor else "tafsir")
    norm = Sel(row.waktu.kata or "tanpa norma")
    if it is None:
        return (name, norm, *(Sel("–") for _ in KEPALA[2:]))
    over = Sel(str(it.lewat), bentuk="lewat" if it.lewat else None)
    times = (_minutes(it.sentuh), _minutes(it.tunggu), _minutes(it.terlama))
    return (name, norm, *(Sel(x) for x in times), Sel(str(it.banyak)), over, Sel(str(it.kembali)))


def _minutes(many: int) -> str:
    hours, minutes = divmod(many, 60)
    return f"{hours} jam {minutes} menit" if hours else f"{minutes} menit"


def _cells(one: Baris) -> tuple[str | int, ...]:
    row, it = one.langkah, one.banding
    head = (row.nomor or "", row.kegiatan)
    if it is None:
        return (*head, row.waktu.menit_sentuh or "", "", "", "", 0, 0, 0)
    norm = "" if it.norma is None else it.norma
    return (*head, norm, it.sentuh, it.tunggu, it.terlama, it.banyak, it.lewat, it.kembali)
