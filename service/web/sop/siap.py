"""The writer's word that a draft of an SOP is ready, and taken back."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, make_response, redirect, url_for
from werkzeug.wrappers import Response

from service.acts.sop import konsep as konsep_acts
from service.acts.sop import siap as acts
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.sop.konsep import SopKonsep
from service.domain.wewenang import Act
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.tombol import whole
from service.web.sop.konsep import page

bp = Blueprint("sop_siap", __name__)


@bp.post("/sop/konsep/<konsep_id>/siap")
@only(Act.SOP)
def declare(konsep_id: str) -> Response:
    """Ready, as it was seen."""
    versi = whole("versi", 1, 1_000_000_000)
    _said(konsep_id, lambda: acts.declare(house(), hadir(), konsep_id, versi))
    return _back(konsep_id, "sop-siap")


@bp.post("/sop/konsep/<konsep_id>/tidak-siap")
@only(Act.SOP)
def take_back(konsep_id: str) -> Response:
    """Ready no more."""
    _said(konsep_id, lambda: acts.take_back(house(), hadir(), konsep_id))
    return _back(konsep_id, "sop-tidak-siap")


def _back(konsep_id: str, kabar: str) -> Response:
    return redirect(url_for("sop_konsep.show", konsep_id=konsep_id, kabar=kabar), 303)


def _said(konsep_id: str, act: Callable[[], SopKonsep]) -> None:
    """The word kept; where it cannot be, the draft as it is now says why."""
    try:
        act()
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        found = konsep_acts.read(house(), hadir(), konsep_id)
        why = getattr(no, "faults", (str(no),))
        abort(make_response(page(found, why), no.status))
