"""What came back and is not taken as it is: the list, and one of them to be decided."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.kembali import putus as kembali_putus
from service.acts.kembali import tertahan as kembali
from service.acts.kembali.putus import Putusan
from service.acts.kembali.tertahan import Baris, Terlihat
from service.acts.naskah import gambar as naskah_gambar
from service.acts.ttd import daftar_kirim
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.alamat import onward, page_of
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.file import TERKURUNG
from service.web.dasar.gambar_halaman import page_number, picture_of
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment
from service.web.ttd import kembali_isi, sesat

bp = Blueprint("kembali", __name__)
ALAMAT = "/kembali"
SEHALAMAN, TERJAUH = 50, 50
SESAT = (Kolom("File"), Kolom("Sejak"), Kolom("Yang dapat dilakukan"))
BELUM_UTUH = (
    "Belum terbaca utuh, atau bukan PDF. Salin ulang bila terputus; yang tetap begini diambil "
    "dalam sepuluh menit supaya seseorang memutuskannya."
)
KOLOM = (Kolom("Naskah"), Kolom("Berkas"), Kolom("File"), Kolom("Kembali lewat"), Kolom("Datang"))


@bp.get(ALAMAT)
@only(Act.LOOK, Act.PEOPLE)
def desk() -> str:
    """What waits for a decision."""
    asked = request.args.to_dict()
    here = min(max(page_of(asked), 1), TERJAUH)
    found, more = kembali.waiting(house(), hadir(), (here - 1) * SEHALAMAN, SEHALAMAN)
    zona = zona_of(hadir(), at_work())
    rows = tuple(_row(one, zona) for one in found)
    return render_template(
        "kembali/meja.html",
        daftar=Tabel("kembali", "Menunggu keputusan", KOLOM, rows) if rows else None,
        halaman=onward(ALAMAT, asked, here, more=more and here < TERJAUH),
        sesat=sesat.listed(zona),
        tertinggal=_astray(zona),
        kosong=Kosong(
            "Tidak ada file kembali yang menunggu keputusan",
            "Naskah yang kembali dan tidak dapat diterima begitu saja muncul di sini.",
        ),
    )


def _astray(zona: str) -> Tabel | None:
    """Files in the folder that nobody took, with what helps."""
    rows = tuple(
        (
            Sel(one.nama),
            Sel(moment(one.sejak, zona), iso=one.sejak.isoformat()),
            Sel(BELUM_UTUH),
        )
        for one in daftar_kirim.left_lying(house(), hadir())
    )
    return Tabel("tak-dikenal", "File yang belum diambil", SESAT, rows) if rows else None


def _row(one: Baris, zona: str) -> tuple[Sel, ...]:
    came = one.kembalian
    secret: Bentuk | None = "dikecualikan" if one.berkas.rahasia else None
    return (
        Sel(one.sebutan, url_for("kembali.show", kembali_id=came.id), bentuk=secret),
        Sel(one.berkas.judul, url_for("berkas.show", berkas_id=one.berkas.id)),
        Sel(came.nama),
        Sel(kembali_isi.way(came)),
        Sel(moment(came.datang, zona), iso=came.datang.isoformat()),
    )


@bp.get("/kembali/<kembali_id>")
@only(Act.LOOK)
def show(kembali_id: str) -> str:
    """One file, what was found, and what can be said of it."""
    return _page(_one(kembali_id))


def _one(kembali_id: str) -> Terlihat:
    return kembali.read(house(), hadir(), kembali_id)


def _page(one: Terlihat, wrong: Formulir | None = None) -> str:
    return render_template("kembali/satu.html", **kembali_isi.page(house(), hadir(), one, wrong))


@bp.post("/kembali/<kembali_id>/terima")
@only(Act.SIGN)
def accept(kembali_id: str) -> Response:
    """Taken for the signed paper."""
    one = _one(kembali_id)
    form = kembali_isi.accepting(one)
    sent = forms.read(form, lambda wrong: _page(one, ticked(wrong)))
    oleh = {place.id: who for place in one.tempat if (who := sent[kembali_isi.field(place)])}
    kenali = any(chosen(x) for x in form.ruas if x.nama == kembali_isi.KENALI)
    said = Putusan(kembali_id, sent["sidik"], sent["alasan"], oleh, kenali)
    sent.attempt(lambda: kembali_putus.accept(house(), hadir(), said))
    return redirect(url_for("naskah.show", naskah_id=one.naskah.id, kabar="kembali-terima"), 303)


@bp.post("/kembali/<kembali_id>/tolak")
@only(Act.SIGN)
def refuse(kembali_id: str) -> Response:
    """Not the signed paper."""
    one = _one(kembali_id)
    sent = forms.read(kembali_isi.refusing(one), lambda wrong: _page(one, wrong))
    said = Putusan(kembali_id, sent["sidik"], sent["alasan"], {})
    sent.attempt(lambda: kembali_putus.refuse(house(), hadir(), said))
    return redirect(url_for("kembali.desk", kabar="kembali-tolak"), 303)


@bp.get("/kembali/<kembali_id>/gambar/<mana>/<n>")
@only(Act.LOOK)
def picture(kembali_id: str, mana: str, n: str) -> FlaskResponse:
    """A page of what was sent, or of what came back, as PNG."""
    sha256 = kembali_isi.files_of(_one(kembali_id)).get(mana, "")
    asked = page_number(n)
    if not sha256 or asked > naskah_gambar.pages(house(), sha256):
        raise TidakAda("Halaman itu")
    return picture_of(sha256, asked)


@bp.get("/kembali/<kembali_id>/file")
@only(Act.LOOK)
def original(kembali_id: str) -> FlaskResponse:
    """The very bytes that came back, never opened by the browser itself."""
    came = _one(kembali_id).kembalian
    answer = send_file(
        house().store.open(came.file),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=came.nama,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
