"""Figures for Prometheus: to a program that shows a token, or to one on this very machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Blueprint, Response, g, request

from service.acts.keadaan.ukuran import figures
from service.domain.ukuran import written
from service.web.dasar.auth import METRIK, alamat, anyone, ask_for_token, house
from service.web.dasar.ukur import meteran

bp = Blueprint("metrik", __name__)
BENTUK = "text/plain; version=0.0.4; charset=utf-8"
DITERUSKAN = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")


@bp.get(METRIK)
@anyone
def show() -> Response:
    """What is owed, how much room is left, how often each route was asked."""
    if g.hadir is None and not _from_here():
        return ask_for_token()
    told = [*figures(house()), *meteran().told()]
    return Response(written(told), content_type=BENTUK)


def _from_here() -> bool:
    """Whether this very machine asks; not somebody for whom a server on it passes on.

    Such a server need not say so, but it keeps the name that was asked for: our forms need it.
    """
    if any(name in request.headers for name in DITERUSKAN):
        return False
    asked = urlsplit(f"//{request.host}").hostname or ""
    return _is_here(alamat()) and (asked == "localhost" or _is_here(asked))


def _is_here(ip: str) -> bool:
    try:
        return ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False
