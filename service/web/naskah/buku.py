"""What stands in a paper as a workbook, beside its print."""

from __future__ import annotations

import re

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from service.acts.naskah import baca
from service.acts.naskah.baca import Terbuka
from service.domain.arsip.kenangan import ArsipMusnah
from service.domain.naskah import called
from service.domain.naskah_tabel import TabelNaskah, tables
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.ports.papers import Diagram, Lembar
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG

bp = Blueprint("naskah_buku", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KELOMPOK = 5  # columns of one picture that can be told apart


@bp.get("/naskah/<naskah_id>/xlsx")
@only(Act.LOOK)
def workbook(naskah_id: str) -> Response:
    """Its fields and tables, for who may read the paper itself; none of a void one."""
    one = baca.read(house(), hadir(), naskah_id)
    if one.pasangan is None or not one.terbaca or one.tanda:
        raise TidakAda("Tabel naskah itu")
    if gone := kenangan.here():
        raise ArsipMusnah(gone)
    name = called(one.naskah, one.nama)
    found = [_sheet(name, each) for each in tables(one.pasangan, one.naskah.isian)]
    with house().room() as room:
        made = house().workbooks.write(room / "naskah.xlsx", found).read_bytes()
    answer = make_response(made)
    answer.headers["Content-Type"] = XLSX
    answer.headers["Content-Security-Policy"] = TERKURUNG
    answer.headers["Content-Disposition"] = f'attachment; filename="{_file(one)}.xlsx"'
    return answer


def _sheet(name: str, one: TabelNaskah) -> Lembar:
    drawn = one.gambar[:KELOMPOK]
    diagram = (Diagram(one.judul, "banyaknya", drawn, one.sebutan),) if drawn else ()
    return Lembar(one.judul, f"{name}\n{one.judul}", one.kolom, one.baris, diagram=diagram)


def _file(one: Terbuka) -> str:
    plain = f"{one.nama} {one.naskah.nomor or 'konsep'}".encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.,()-]+", "-", plain).strip("-.") or "naskah"
