"""The report of a month, half a year or a year: a page, a workbook, and the way into its paper."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.laporan import putaran
from service.acts.laporan.hitung import Hitung
from service.domain.laporan.masa import BULAN, SEBUTAN, Masa, masa_of, read_masa
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name
from service.web.laporan import bagian, isi
from service.web.laporan.buku import sheets
from service.web.laporan.tempat import chosen, mine, today

bp = Blueprint("laporan", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DITAWARKAN = {"bulan": 24, "semester": 6, "tahun": 5}  # periods of each length, the latest first


@dataclass(frozen=True)
class Diminta:
    """Whose report of which period."""

    instansi: str
    masa: Masa
    angka: Hitung


@bp.get("/laporan")
@only(Act.LOOK)
def listing() -> str | Response:
    """The report that is asked for; else of this month, of the first agency of the person."""
    asked = _asked()
    if request.args.get("masa") and request.args.get("instansi"):
        return redirect(_at("laporan.show", asked), 303)
    return show(asked.instansi, asked.masa.kode)


@bp.get("/laporan/<instansi>/<masa>")
@only(Act.LOOK)
def show(instansi: str, masa: str) -> str:
    """One report: tables, each with its picture."""
    asked = _of(instansi, masa)
    whose = nama_instansi(instansi)
    return render_template(
        "laporan/satu.html",
        judul=f"Laporan {asked.masa.nama}",
        jejak=(Tautan("Beranda", "/"),),
        kata=_told(asked, whose),
        saring=_filters(asked),
        alamat=url_for("laporan.listing"),
        bagian=isi.shown(bagian.parts(asked.angka, lambda x: unit_name(instansi, x))),
        buku=_at("laporan.as_xlsx", asked),
        belum=_at("laporan_belum.listing", asked) if hadir().may(Act.FILL) else "",
        sebelum=Tautan(asked.masa.sebelum.nama, _near(asked, asked.masa.sebelum)),
        sesudah=Tautan(asked.masa.sesudah.nama, _near(asked, asked.masa.sesudah)),
        berkas=[
            Tautan(one.judul, url_for("berkas.show", berkas_id=one.id))
            for one in putaran.of_period(house(), hadir(), instansi, asked.masa)
        ],
        tanpa_berkas=Kosong(
            "Belum ada berkas untuk masa ini",
            "Naskah laporannya disusun di berkas putaran yang dibuka kalender atau petugas; "
            "angka di halaman ini terisi sendiri di sana dan dapat dibetulkan.",
        ),
    )


@bp.get("/laporan/<instansi>/<masa>/xlsx")
@only(Act.LOOK)
def as_xlsx(instansi: str, masa: str) -> Response:
    """The same figures as a workbook."""
    asked = _of(instansi, masa)
    told = bagian.parts(asked.angka, lambda x: unit_name(instansi, x))
    above = f"Laporan {asked.masa.nama}\n{_told(asked, nama_instansi(instansi))}"
    with house().room() as room:
        made = house().workbooks.write(room / "laporan.xlsx", sheets(told, above)).read_bytes()
    answer = make_response(made)
    answer.headers["Content-Type"] = XLSX
    name = f"laporan-{instansi}-{asked.masa.kode}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _asked() -> Diminta:
    """What the filter asks for; nothing of it has to be there."""
    instansi = chosen(request.args.get("instansi", ""))
    text = request.args.get("masa", "")
    return _of(instansi, text or masa_of(BULAN, today(instansi)).kode)


def _of(instansi: str, text: str) -> Diminta:
    """The report of an agency in which the person may look at something."""
    masa = read_masa(text)
    return Diminta(instansi, masa, Hitung(house(), hadir(), chosen(instansi), masa))


def _told(asked: Diminta, whose: str) -> str:
    """Whose it is, and of what it tells."""
    span = "sampai hari ini" if asked.masa.akhir >= asked.angka.hari_ini else "seluruh masanya"
    words = f"{whose}, {span}."
    if not asked.angka.utuh:
        return f"{words} Hanya unit Anda."
    if not asked.angka.semua:
        return f"{words} Angka permohonan tampil bagi yang boleh melihat seluruh register."
    return words


def _filters(asked: Diminta) -> tuple[Ruas, ...]:
    bodies = tuple(Pilihan(one.id, one.nama) for one in mine())
    offered = list[Masa]()
    for panjang, many in DITAWARKAN.items():
        one = masa_of(panjang, asked.angka.hari_ini)
        for _ in range(many):
            offered.append(one)
            one = one.sebelum
    if asked.masa not in offered:
        offered.append(asked.masa)
    spans = tuple(Pilihan(x.kode, f"{SEBUTAN[x.panjang]}: {x.nama}") for x in offered)
    return (
        Ruas("masa", "Masa", asked.masa.kode, "pilih", pilihan=spans),
        Ruas("instansi", "Instansi", asked.instansi, "pilih", pilihan=bodies),
    )


def _at(endpoint: str, asked: Diminta) -> str:
    return url_for(endpoint, instansi=asked.instansi, masa=asked.masa.kode)


def _near(asked: Diminta, masa: Masa) -> str:
    return url_for("laporan.show", instansi=asked.instansi, masa=masa.kode)
