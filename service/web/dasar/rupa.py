"""The colour of an instansi, as a style sheet of its own."""

from __future__ import annotations

from flask import Blueprint, Response, request

from service.acts.instansi.pilihan import known
from service.domain.warna import BAWAAN, sheet
from service.web.dasar.auth import house, signed_in

bp = Blueprint("rupa", __name__)


@bp.get("/rupa/<kode>.css")
@signed_in
def sheet_of(kode: str) -> Response:
    """The sheet; the house's own colour where the pack names none, is missing or broken."""
    agency = known(house(), kode)
    answer = Response(sheet(agency.warna if agency else BAWAAN), mimetype="text/css")
    answer.headers["Cache-Control"] = "private, max-age=300"
    answer.add_etag()
    answer.make_conditional(request)
    return answer
