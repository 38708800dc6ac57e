"""Planned against real time by row, by unit and by month: a page and a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import waktu as berkas_waktu
from service.acts.berkas.waktu import Laporan
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.alamat import link
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.masa import at, span
from service.web.dasar.sekali import known
from service.web.sop import waktu_isi as isi
from service.web.sop.waktu_buku import sheets

bp = Blueprint("sop_waktu", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BIASA, DITAWARKAN = 3, 60  # months that are shown and offered where nothing else is asked


@dataclass(frozen=True)
class Diminta:
    """A report as it was asked for; months as 2026-11."""

    instansi: str
    kode: str
    dari: str
    sampai: str
    unit: str
    bulan: tuple[str, ...]  # that are offered, the latest first

    @property
    def masa(self) -> str:
        """The span in words."""
        first, last = (isi.bulan_kata(one) for one in (self.dari, self.sampai))
        return first if first == last else f"{first} sampai {last}"


@bp.get("/sop/<instansi>/<kode_sop>/waktu")
@only(Act.LOOK)
def show(instansi: str, kode_sop: str) -> str:
    """Some months of an SOP."""
    asked = _asked(instansi, kode_sop)
    found = _found(asked)
    here = url_for("sop_waktu.show", instansi=instansi, kode_sop=kode_sop)
    book = url_for("sop_waktu.as_xlsx", instansi=instansi, kode_sop=kode_sop)
    sop = url_for("sop.show", instansi=instansi, kode_sop=kode_sop)
    return render_template(
        "sop/waktu.html",
        judul=f"Rencana dan nyata: {found.sop.judul}",
        jejak=(Tautan("Beranda", "/"), Tautan("SOP", "/sop"), Tautan(found.sop.judul, sop)),
        kata=told(asked, found),
        bagian=isi.parts(found, instansi) if found.banyak else (),
        buku=link(book, request.args.to_dict()),
        saring=_filters(asked),
        alamat=here,
        tersaring=bool(request.args),
        kosong=Kosong("Belum ada langkah yang selesai pada masa ini", "Pilih bulan lain."),
    )


@bp.get("/sop/<instansi>/<kode_sop>/waktu/xlsx")
@only(Act.LOOK)
def as_xlsx(instansi: str, kode_sop: str) -> Response:
    """The same as a workbook, times in minutes."""
    asked = _asked(instansi, kode_sop)
    found = _found(asked)
    with house().room() as room:
        above = f"{found.sop.judul}\n{told(asked, found)}"
        book = house().workbooks.write(room / "waktu.xlsx", sheets(found, instansi, above))
        made = book.read_bytes()
    answer = make_response(made)
    answer.headers["Content-Type"] = XLSX
    name = f"waktu-{kode_sop}-{asked.dari}-{asked.sampai}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def told(asked: Diminta, found: Laporan) -> str:
    """What was counted, and how."""
    many = f"{found.banyak} langkah selesai dari {found.berkas} berkas"
    if found.penuh:
        many = f"dihitung dari {berkas_waktu.TERBANYAK} langkah terakhir; pilih masa lebih pendek"
    return (
        f"{asked.masa}, {many}. Dihitung dalam jam kantor: tunggu sampai langkah diambil, sentuh "
        "sesudahnya; waktu selama berkas ditunda tidak dihitung."
    )


def _asked(instansi: str, kode_sop: str) -> Diminta:
    """What the address asks for; what is no month asks for nothing, a reversed span is turned."""
    agency = known(instansi)
    today = local(house().clock.now(), agency.zona if agency else "WIB").date()
    count = today.year * 12 + today.month - 1
    offered = tuple(_month(count - n) for n in range(DITAWARKAN))
    asked = (request.args.get("dari", ""), request.args.get("sampai", ""))
    usual = (offered[BIASA - 1], offered[0])
    dari, sampai = sorted(
        one if isi.is_bulan(one) else other for one, other in zip(asked, usual, strict=True)
    )
    every = sorted({*offered, dari, sampai}, reverse=True)
    unit = request.args.get("unit", "")[:80]
    return Diminta(instansi, kode_sop, dari, sampai, unit, tuple(every))


def _month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _found(asked: Diminta) -> Laporan:
    agency = known(asked.instansi)
    zona = agency.zona if agency else "WIB"
    first = span(int(asked.dari[:4]), int(asked.dari[5:]))[0]
    last = span(int(asked.sampai[:4]), int(asked.sampai[5:]))[1]
    within = (at(first, zona), at(last, zona, end=True))
    wanted = berkas_waktu.Diminta(asked.instansi, asked.kode, *within, asked.unit)
    return berkas_waktu.report(house(), hadir(), wanted)


def _filters(asked: Diminta) -> tuple[Ruas, ...]:
    agency = known(asked.instansi)
    months = tuple(Pilihan(one, isi.bulan_kata(one)) for one in asked.bulan)
    units = tuple(Pilihan(one.id, one.nama) for one in (agency.unit if agency else ()))
    every = (Pilihan("", "Semua unit"), *units)
    return (
        Ruas("dari", "Dari bulan", asked.dari, "pilih", pilihan=months),
        Ruas("sampai", "Sampai bulan", asked.sampai, "pilih", pilihan=months),
        Ruas("unit", "Unit", asked.unit, "pilih", pilihan=every, wajib=False),
    )
