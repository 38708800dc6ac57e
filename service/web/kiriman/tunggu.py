"""The staging folder: look at what waits, accept it as one kiriman, or put it back."""

from __future__ import annotations

import logging
from itertools import groupby

from flask import Blueprint, Response, g, render_template, request, url_for
from flask import redirect as led_to
from werkzeug.wrappers import Response as Answer

from service.acts.kiriman import tertahan, tunggu
from service.domain.karantina import TUNGGU
from service.domain.kiriman import shown
from service.domain.refusals import Refusal, TidakAda, Unavailable
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.tunggu import Ditunggu, MasihDisalin
from service.domain.wewenang import Act
from service.face.isi import Kosong
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.face.isi_tunggu import FileTunggu, Tertahan, UnitTunggu
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.gambar_kata import said
from service.web.dasar.sekali import at_work, known
from service.web.kata.kiriman import besar

bp = Blueprint("tunggu", __name__)
log = logging.getLogger("berkas.web")
TANPA_GAMBAR = (
    "Halaman ini tidak dapat digambar. File mungkin terkunci kata sandi atau rusak, dan tetap "
    "utuh di folder tunggu."
)
DISALIN = "File ini masih disalin. Muat ulang halaman sebentar lagi."
BELUM = "Halaman ini belum dapat digambar sekarang. File tetap utuh di folder tunggu."


@bp.get("/tunggu")
@only(Act.RECEIVE)
def show() -> str:
    """What waits in the staging folders of this person's units."""
    return _page({})


def _page(wrong: dict[str, Formulir], salah: str = "") -> str:
    found = tunggu.waiting(house(), hadir())
    place = tunggu.places(house(), hadir())
    return render_template(
        "tunggu.html",
        unit=[
            UnitTunggu(_name(*key), _folder(*key), tuple(_row(one, wrong) for one in files))
            for key, files in groupby(found, key=lambda one: (one.instansi, one.unit))
        ],
        tertahan=[_held(one) for one in tertahan.held(house(), hadir())],
        salah=(salah,) if salah else (),
        folder=_folder(*place[0]) if place else "",
        kosong=Kosong(
            "Tidak ada file yang menunggu",
            "File di folder tunggu baru diterima setelah Anda melihat dan memilihnya di sini.",
        ),
    )


def _row(one: Ditunggu, wrong: dict[str, Formulir]) -> FileTunggu:
    agency = known(one.instansi)
    zona = agency.zona_of(one.unit) if agency else "WIB"
    nama = shown("/".join((*one.letak, one.nama)))
    form = wrong.get(one.tanda) or _reason(one.tanda)
    return FileTunggu(
        one.tanda,
        nama,
        besar(one.rupa.ukuran),
        f"{hari_tanggal(local(one.sejak, zona).date())}, {pukul(one.sejak, zona)}",
        one.sejak.isoformat(),
        one.siap,
        url_for("tunggu.picture", tanda=one.tanda) if one.bergambar else "",
        Pastikan(
            f"k-{one.tanda}",
            "Kembalikan…",
            f"Kembalikan {nama}?",
            "File dipindahkan ke folder tunggu/dikembalikan bersama alasannya. Tidak ada yang "
            "dihapus.",
            form.alamat,
            form.tombol,
            form.ruas,
        ),
    )


def _reason(tanda: str) -> Formulir:
    alasan = Ruas("alasan", "Alasan", jenis="panjang", batas=500, kunci=tanda)
    alamat = url_for("tunggu.put_back", tanda=tanda)
    return Formulir(alamat, "Kembalikan file", (Kelompok("", (alasan,)),))


def _held(one: tertahan.Tertahan) -> Tertahan:
    coba = url_for("tunggu.again", tanda=one.tanda) if one.tanda else ""
    return Tertahan(shown(one.nama), one.sebab, "/".join(("inbox", *one.letak)), coba)


def _name(instansi: str, unit: str) -> str:
    agency = known(instansi)
    found = agency.unit_of(unit) if agency else None
    words = found.nama if found else unit
    return f"{agency.nama}: {words}" if agency and len(at_work()) > 1 else words


def _folder(instansi: str, unit: str) -> str:
    return f"inbox/{instansi}/{unit}/{TUNGGU}"


@bp.get("/tunggu/<tanda>/gambar")
@only(Act.RECEIVE)
def picture(tanda: str) -> Response:
    """The first page of a file that waits; its mark names these very bytes."""
    mark = f"tunggu-{tanda}"
    try:
        answer = Response(tunggu.picture(house(), hadir(), tanda), mimetype="image/png")
    except TidakAda as no:
        raise TidakAda("Gambar file itu") from no
    except Refusal as no:
        answer = said(DISALIN if isinstance(no, MasihDisalin) else TANPA_GAMBAR)
    except Unavailable as away:
        log.warning("no picture of a staged file: %s", away)
        answer = said(BELUM, 503)
        answer.headers["Retry-After"] = "5"
    answer.headers["Content-Security-Policy"] = TERKURUNG
    if answer.mimetype != "image/png":
        return answer
    answer.set_etag(mark)
    g.simpan = "private, no-cache"
    answer.make_conditional(request)
    return answer


@bp.post("/tunggu")
@only(Act.RECEIVE)
def receive() -> Answer | tuple[str, int]:
    """Accept what was ticked as one kiriman."""
    try:
        kiriman = tunggu.receive(house(), hadir(), request.form.getlist("pilih"))
    except TidakAda:
        raise
    except Refusal as no:
        return _page({}, str(no)), no.status
    return led_to(url_for("kiriman.show", kiriman_id=kiriman.id, kabar="terkirim"), 303)


@bp.post("/tunggu/<tanda>/kembalikan")
@only(Act.RECEIVE)
def put_back(tanda: str) -> Answer:
    """Move it aside, with a reason."""
    sent = forms.read(_reason(tanda), lambda form: _page({tanda: form}))
    sent.attempt(lambda: tunggu.put_back(house(), hadir(), tanda, sent["alasan"]))
    return led_to(url_for("tunggu.show", kabar="dikembalikan"), 303)


@bp.post("/tunggu/<tanda>/coba")
@only(Act.RECEIVE)
def again(tanda: str) -> Answer:
    """What was refused at the door goes back to its unit's folder, to be tried once more."""
    tertahan.again(house(), hadir(), tanda)
    return led_to(url_for("tunggu.show", kabar="dicoba"), 303)
