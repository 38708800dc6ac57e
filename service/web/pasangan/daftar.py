"""Templates: every kind of paper of an agency, its versions, its files and how they look."""

from __future__ import annotations

import io
import re

from flask import Blueprint, render_template, request, send_file, url_for
from flask import Response as FlaskResponse

from service.acts.pasangan.daftar import listed
from service.acts.pasangan.konsep import draft_of
from service.acts.pasangan.riwayat import Versi, history, one_of, template_of, works_in
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import LEMBAR_PDF, TERKURUNG, WORD
from service.web.dasar.gambar_halaman import page_number, picture_of
from service.web.dasar.muka import nama_instansi
from service.web.pasangan.isi import (
    JEJAK,
    badge,
    called,
    events,
    files,
    konsep_at,
    table,
    trail,
)
from service.web.pasangan.kata import name_of, tools_for

bp = Blueprint("pasangan", __name__)
_URUT = re.compile(r"[0-9]{1,6}")


@bp.get("/pasangan")
@only(Act.LOOK)
def listing() -> str:
    """The templates of the agencies this person works in."""
    mine = [kode for kode in hadir().instansi if works_in(hadir(), kode)]
    asked = request.args.get("instansi", "")
    if asked and asked not in mine:
        raise TidakAda("Instansi itu")
    here = asked or (mine[0] if mine else "")
    rows = listed(house(), hadir(), here) if here else []
    lain = (Tautan(nama_instansi(x), url_for("pasangan.listing", instansi=x)) for x in mine)
    may = bool(here) and hadir().may(Act.PASANGAN, here)
    return render_template(
        "pasangan/daftar.html",
        nama=nama_instansi(here) if here else "",
        jejak=JEJAK[:1],
        daftar=table(here, rows) if rows else None,
        lain=tuple(x for x in lain if not x.alamat.endswith(f"={here}")),
        baru=url_for("pasangan_unggah.fresh", instansi=here) if may else "",
        kosong=Kosong("Belum ada templat", "Templat datang bersama Berkas, di folder paketnya."),
    )


@bp.get("/pasangan/<instansi>/<jenis>")
@only(Act.LOOK)
def show(instansi: str, jenis: str) -> str:
    """One kind of paper: what it is printed with, and every version of that."""
    return page(instansi, jenis)


def page(instansi: str, jenis: str, wrong: Formulir | None = None) -> str:
    """The page, with a form that came back."""
    konsep = draft(instansi, jenis)
    every = history(house(), hadir(), instansi, jenis)
    made = [one.terbit for one in every if one.terbit]
    mine = _drafts(instansi, jenis)
    now = every[-1]
    return render_template(
        "pasangan/satu.html",
        judul=name_of(every, konsep),
        jejak=trail(instansi),
        di_banding=url_for("pasangan_versi.compare", instansi=instansi, jenis=jenis),
        sifat=(
            ("Jenis", jenis),
            ("Yang berlaku", called(now)),
            ("Instansi", nama_instansi(instansi)),
        ),
        unduh=files(now),
        konsep=(*badge(konsep), konsep_at(konsep)) if konsep else None,
        peristiwa=events([*made, *mine]),
        **tools_for(instansi, jenis, every, konsep, wrong),
    )


def draft(instansi: str, jenis: str) -> PasanganKonsep | None:
    """The draft that is being written, for those who write templates there."""
    if not hadir().may(Act.PASANGAN, instansi):
        return None
    with house().ledger.read() as reading:
        return draft_of(reading, instansi, jenis)


def _drafts(instansi: str, jenis: str) -> list[PasanganKonsep]:
    if not hadir().may(Act.PASANGAN, instansi):
        return []
    with house().ledger.read() as reading:
        return reading.find(PasanganKonsep, instansi=instansi, jenis=jenis)


@bp.get("/pasangan/<instansi>/<jenis>/versi/<urut>/<akhir>")
@only(Act.LOOK)
def file(instansi: str, jenis: str, urut: str, akhir: str) -> FlaskResponse:
    """One of the two files of a version, to be opened in Word or a text editor."""
    every = history(house(), hadir(), instansi, jenis)
    if not _URUT.fullmatch(urut):
        raise TidakAda("Versi itu")
    one = one_of(every, int(urut))
    if akhir == "toml":
        return handed(one.teks.encode(), jenis, akhir)
    return handed(_template(one), jenis, akhir)


def _template(one: Versi) -> bytes:
    with template_of(house(), one) as path:
        return path.read_bytes()


def handed(isi: bytes, jenis: str, akhir: str) -> FlaskResponse:
    """A file of a pair as a download."""
    if akhir not in ("docx", "toml"):
        raise TidakAda("File itu")
    answer = send_file(
        io.BytesIO(isi),
        mimetype=WORD if akhir == "docx" else "application/toml",
        as_attachment=True,
        download_name=f"{jenis}.{akhir}",
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


@bp.get("/pasangan/<instansi>/<jenis>/contoh/<sidik>/<n>")
@only(Act.LOOK)
def picture(instansi: str, jenis: str, sidik: str, n: str) -> FlaskResponse:
    """A page of a print with samples, as PNG."""
    _seen(instansi, jenis, sidik)
    return picture_of(sidik, page_number(n))


@bp.get("/pasangan/<instansi>/<jenis>/contoh/<sidik>")
@only(Act.LOOK)
def print_(instansi: str, jenis: str, sidik: str) -> FlaskResponse:
    """A print with samples, whole."""
    _seen(instansi, jenis, sidik)
    answer = send_file(
        house().store.open(sidik),
        mimetype="application/pdf",
        download_name=f"{jenis}.pdf",
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = LEMBAR_PDF
    return answer


def _seen(instansi: str, jenis: str, sidik: str) -> None:
    """Nothing, where this print is one of this kind that the person may see; else TidakAda."""
    if not works_in(hadir(), instansi):
        raise TidakAda("Contoh itu")
    with house().ledger.read() as reading:
        made = reading.find(PasanganTerbit, instansi=instansi, jenis=jenis)
    drafts = _drafts(instansi, jenis)
    prints = {(one.contoh, one.contoh_dasar) for one in made}
    prints |= {(one.contoh, one.contoh_dasar) for one in drafts}
    if not sidik or not any(sidik in pair for pair in prints):
        raise TidakAda("Contoh itu")
