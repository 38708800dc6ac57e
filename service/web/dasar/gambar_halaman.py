"""A page of a print as PNG, as every door that shows prints sends it."""

from __future__ import annotations

import re

from flask import Response, g, request

from service.acts.naskah import gambar as naskah_gambar
from service.domain.refusals import TidakAda
from service.web.dasar.auth import house
from service.web.dasar.file import TERKURUNG

_HALAMAN = re.compile(r"[1-9][0-9]{0,4}")


def page_number(told: str) -> int:
    """The page somebody asks for; TidakAda where that is no number of a page."""
    if not _HALAMAN.fullmatch(told):
        raise TidakAda("Halaman itu")
    return int(told)


def picture_of(sidik: str, n: int, tanda: str = "") -> Response:
    """The browser may keep it, and asks each time whether it still may show it."""
    mark = "-".join(filter(None, (sidik[:32], str(n), tanda)))
    fresh = request.if_none_match.contains_weak(mark)
    drawn = b"" if fresh else naskah_gambar.page(house(), sidik, n, tanda)
    answer = Response(drawn, mimetype="image/png")
    answer.set_etag(mark)
    answer.headers["Content-Security-Policy"] = TERKURUNG
    g.simpan = "private, no-cache"
    answer.make_conditional(request)
    return answer
