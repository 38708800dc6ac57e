"""The bytes of a file as they came, and its pages as pictures."""

from __future__ import annotations

import re

from flask import Blueprint, Response, g, request, send_file

from service.acts.lihat.terlihat import file_for
from service.acts.lihat.tertutup import need_free
from service.acts.simpan import gambar
from service.domain.kiriman import File
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("file", __name__)
_HALAMAN = re.compile(r"[1-9][0-9]{0,4}")
TERKURUNG = "sandbox; default-src 'none'"  # whatever opens it runs nothing and reaches nothing


def _seen(file_id: str) -> File:
    with house().ledger.read() as reading:
        file = file_for(reading, hadir(), file_id)
        need_free(reading, file)
    return file


@bp.get("/file/<file_id>")
@only(Act.LOOK, Act.PEOPLE)
def original(file_id: str) -> Response:
    """The very bytes that came in, never opened by the browser itself."""
    file = _seen(file_id)
    answer = send_file(
        house().store.open(file.sha256),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=file.nama,
        etag=False,
    )
    answer.content_length = file.ukuran
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


@bp.get("/file/<file_id>/halaman/<n>")
@only(Act.LOOK, Act.PEOPLE)
def page(file_id: str, n: str) -> Response:
    """A page as PNG; the browser may keep it, and asks each time whether it still may show it."""
    file = _seen(file_id)
    # How many pages a Word file has is known only once LibreOffice made them.
    most = file.halaman if file.mime not in gambar.DIUBAH else 0
    if not _HALAMAN.fullmatch(n) or (most and int(n) > most):
        raise TidakAda("Halaman itu")
    mark = f"{file.sha256[:32]}-{n}"
    fresh = request.if_none_match.contains_weak(mark)
    answer = Response(b"" if fresh else gambar.page(house(), file, int(n)), mimetype="image/png")
    answer.set_etag(mark)
    answer.headers["Content-Security-Policy"] = TERKURUNG
    g.simpan = "private, no-cache"
    answer.make_conditional(request)
    return answer


LEMBAR_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
