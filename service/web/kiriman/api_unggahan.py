"""Files that come in piece by piece, for the page's own script and for programs."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, request
from werkzeug.wrappers import Response

from service.acts.kiriman import unggah
from service.domain.unggahan import SEPOTONG, OffsetKeliru, Unggahan, UnggahanKeliru
from service.domain.wewenang import Act
from service.web.dasar.auth import answer_json, carrying, hadir, house, only
from service.web.dasar.badan_json import sent
from service.web.dasar.masalah import problem

bp = Blueprint("api_unggahan", __name__, url_prefix="/api/v1/unggahan")
OFFSET = "Upload-Offset"


@bp.get("")
@only(Act.RECEIVE)
def listing() -> Response:
    """All that this person has under way."""
    return answer_json({"unggahan": [told(one) for one in unggah.mine(house(), hadir())]}, 200)


@bp.post("")
@only(Act.RECEIVE)
def begin() -> Response:
    """A place for a file; the bytes come by PATCH."""
    isi = sent()
    ukuran = isi.get("ukuran")
    if not isinstance(ukuran, int) or isinstance(ukuran, bool):
        raise UnggahanKeliru("Sebutkan ukuran file dalam bita.")
    one = unggah.begin(
        house(), hadir(), text(isi, "nama"), ukuran, text(isi, "sha256"), text(isi, "tanda")
    )
    return answer_json(told(one), 201)


@bp.get("/<unggahan_id>")
@only(Act.RECEIVE)
def show(unggahan_id: str) -> Response:
    """How far a file came: where to go on after a broken line."""
    return answer_json(told(unggah.own(house(), hadir(), unggahan_id)), 200)


@bp.patch("/<unggahan_id>")
@only(Act.RECEIVE)
@carrying(lambda: SEPOTONG)
def append(unggahan_id: str) -> Response:
    """The next piece, from the offset the header names."""
    offset, many = request.headers.get(OFFSET, ""), request.content_length
    if not (offset.isascii() and offset.isdigit() and len(offset) < 16) or many is None:
        raise UnggahanKeliru(f"Sebutkan {OFFSET} dan panjang bagian ini.")
    try:
        one = unggah.append(house(), hadir(), unggahan_id, int(offset), request.stream, many)
    except OffsetKeliru as elsewhere:
        return problem(409, str(elsewhere), sudah=elsewhere.sudah)
    return answer_json(told(one), 200)


@bp.delete("/<unggahan_id>")
@only(Act.RECEIVE)
def forget(unggahan_id: str) -> Response:
    """Take a file away that was not sent."""
    unggah.forget(house(), hadir(), unggahan_id)
    return answer_json({}, 200)


def told(one: Unggahan) -> dict[str, object]:
    """An upload as a program reads it."""
    return {
        "id": one.id,
        "nama": one.nama,
        "ukuran": one.ukuran,
        "sudah": one.sudah,
        "tanda": one.tanda,
        "utuh": one.utuh,
    }


def text(isi: Mapping[str, object], nama: str) -> str:
    """A text of it; '' where it is not there."""
    value = isi.get(nama, "")
    if not isinstance(value, str):
        raise UnggahanKeliru(f"{nama} harus berupa teks.")
    return value
