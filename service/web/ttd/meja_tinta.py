"""The ink desk: papers to be printed and signed by hand, and where their sheets are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.ttd import meja_tinta
from service.domain.edar_tinta import DISERAHKAN, KATA, TERPANJANG, EdarTinta
from service.domain.tanggal import local, panjang
from service.domain.tempat_ttd import TempatTtd, waiting
from service.domain.wewenang import PERAN, Act
from service.face.alamat import onward, page_of
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel
from service.face.isi_formulir import Ruas
from service.ports.naskah import BarisNaskah
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work, paper_name
from service.web.kata.berkas import moment
from service.web.ttd.meja import by_when

bp = Blueprint("meja_tinta", __name__)
ALAMAT = "/tinta"
SEHALAMAN, TERJAUH = 50, 50
KOLOM = (
    *(Kolom("Naskah"), Kolom("Berkas"), Kolom("Menunggu")),
    *(Kolom("Kertasnya"), Kolom("Sejak"), Kolom("Paling lambat")),
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def desk() -> str:
    """What waits for ink, the oldest first, and who has its sheets."""
    asked = request.args.to_dict()
    here = min(max(page_of(asked), 1), TERJAUH)
    found = meja_tinta.listed(house(), hadir(), (here - 1) * SEHALAMAN, SEHALAMAN + 1)
    more = len(found) > SEHALAMAN and here < TERJAUH
    some = found[:SEHALAMAN]
    now, zona = house().clock.now(), zona_of(hadir(), at_work())
    marks = tuple(one.naskah.id for one, _ in some)
    places = house().ttd.places(marks)
    rows = tuple(
        _row(one, sheets, waiting(places.get(one.naskah.id, ())), (now, zona))
        for one, sheets in some
    )
    return render_template(
        "tanda_tangan/tinta.html",
        daftar=Tabel("tinta", "Menunggu tanda tangan tinta", KOLOM, rows, pilih=marks)
        if rows
        else None,
        kepada=Ruas("kepada", "Diserahkan kepada", batas=TERPANJANG),
        halaman=onward(ALAMAT, asked, here, more=more),
        kosong=Kosong(
            "Tidak ada naskah yang menunggu tinta",
            "Naskah yang disetujui untuk ditandatangani dengan tinta muncul di sini.",
        ),
    )


def _row(
    one: BarisNaskah,
    sheets: EdarTinta | None,
    open_: Sequence[TempatTtd],
    jam: tuple[datetime, str],
) -> tuple[Sel, ...]:
    naskah = one.naskah
    secret: Bentuk | None = "dikecualikan" if one.rahasia else None
    nama = paper_name(naskah)
    dated = panjang(naskah.tanggal) if naskah.tanggal else ""
    return (
        Sel(nama, url_for("naskah.show", naskah_id=naskah.id), bentuk=secret, catatan=dated),
        Sel(one.judul, url_for("berkas.show", berkas_id=naskah.berkas)),
        Sel(" dan ".join(PERAN.get(place.peran, place.peran) for place in open_) or "–"),
        _where(sheets),
        _since(sheets, *jam),
        by_when(min((x.jatuh for x in open_ if x.jatuh), default=None), local(*jam).date()),
    )


def _where(sheets: EdarTinta | None) -> Sel:
    if sheets is None:
        return Sel(KATA[""], bentuk="baru")
    shape: Bentuk = "berjalan" if sheets.keadaan == DISERAHKAN else "menunggu"
    return Sel(KATA[sheets.keadaan], bentuk=shape, catatan=sheets.kepada)


def _since(sheets: EdarTinta | None, now: datetime, zona: str) -> Sel:
    if sheets is None:
        return Sel("–")
    days = (now - sheets.pada).days
    long = f"{days} hari" if days else "hari ini"
    return Sel(moment(sheets.pada, zona), iso=sheets.pada.isoformat(), catatan=long)


@bp.post(f"{ALAMAT}/cetak")
@only(Act.LOOK)
def print_() -> FlaskResponse:
    """One file for the printer."""
    marks, both = request.form.getlist("pilih"), bool(request.form.get("bolak_balik"))
    with house().room() as room:
        out = room / "cetak.pdf"
        meja_tinta.print_(house(), hadir(), marks, out, bolak_balik=both)
        made = BytesIO(out.read_bytes())
    nama = "naskah untuk tinta.pdf"
    answer = send_file(made, "application/pdf", as_attachment=True, download_name=nama)
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


@bp.post(f"{ALAMAT}/serahkan")
@only(Act.LOOK)
def hand_over() -> Response:
    """Somebody has the sheets now."""
    marks = request.form.getlist("pilih")
    meja_tinta.hand_over(house(), hadir(), marks, request.form.get("kepada", ""))
    return redirect(url_for("meja_tinta.desk", kabar="tinta-diserahkan"), 303)


@bp.post(f"{ALAMAT}/kembali")
@only(Act.LOOK)
def take_back() -> Response:
    """The sheets are here again."""
    meja_tinta.take_back(house(), hadir(), request.form.getlist("pilih"))
    return redirect(url_for("meja_tinta.desk", kabar="tinta-kembali"), 303)
