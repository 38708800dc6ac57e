"""Copies of signed papers for my unit or my office, to be read."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, send_file, url_for

from service.acts.naskah.wujud import kind
from service.acts.ttd import tembusan
from service.domain.tanggal import hari_tanggal, local
from service.domain.wewenang import Act
from service.face.alamat import onward, page_of
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.ports.tanda_tangan import BarisTembusan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work, paper_name

bp = Blueprint("tembusan", __name__)
ALAMAT = "/tembusan"
SEHALAMAN = 50
TERJAUH = 50  # pages
KOLOM = (Kolom("Naskah"), Kolom("Perihal"), Kolom("Untuk"), Kolom("Sejak"))


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> str:
    """The latest first."""
    asked = request.args.to_dict()
    here = min(max(page_of(asked), 1), TERJAUH)
    found = tembusan.mine(house(), hadir(), (here - 1) * SEHALAMAN, SEHALAMAN + 1)
    zona = zona_of(hadir(), at_work())
    rows = tuple(_row(one, zona) for one in found[:SEHALAMAN])
    more = len(found) > SEHALAMAN and here < TERJAUH
    return render_template(
        "tanda_tangan/tembusan.html",
        daftar=Tabel("tembusan", "Tembusan", KOLOM, rows) if rows else None,
        halaman=onward(ALAMAT, asked, here, more=more),
        kosong=Kosong(
            "Belum ada tembusan untuk Anda",
            "Naskah yang sudah ditandatangani dan menyebut unit atau jabatan Anda sebagai tembusan "
            "muncul di sini.",
        ),
    )


def _row(one: BarisTembusan, zona: str) -> tuple[Sel, ...]:
    naskah, copy = one.naskah, one.tembusan
    nama = paper_name(naskah)
    since = local(copy.sejak, zona).date()
    return (
        Sel(nama, url_for("tembusan.read", tembusan_id=copy.id)),
        Sel(one.judul),
        Sel(copy.tulisan),
        Sel(hari_tanggal(since), iso=since.isoformat()),
    )


@bp.get(f"{ALAMAT}/<tembusan_id>")
@only(Act.LOOK)
def read(tembusan_id: str) -> Response:
    """The signed paper itself, to be kept."""
    with house().ledger.read() as reading:
        naskah = tembusan.opened(reading, hadir(), tembusan_id)
        wujud = kind(house(), reading, naskah)
    name = f"Tembusan {naskah.jenis.replace('_', ' ')} {naskah.id[:6]}{wujud.akhir}"
    held = house().store.open(naskah.bertanda_tangan)
    answer = send_file(
        held, mimetype=wujud.mime, as_attachment=True, download_name=name, etag=False
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
