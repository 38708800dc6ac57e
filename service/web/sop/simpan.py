"""Keeping a piece of a draft that several write: whoever comes second sees both, and decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import abort, g, make_response

from service.acts.sop import konsep as acts
from service.acts.sop.konsep import BagianBerubah, Edit
from service.domain.sop.konsep import SopKonsep
from service.domain.sop.konsep_baca import TerlaluBanyakBaris
from service.domain.sop.konsep_susun import TanpaTetangga
from service.face.isi_formulir import Formulir
from service.web.dasar.auth import hadir, house
from service.web.dasar.forms import Terisi

TERLIHAT = "terlihat"


def keep(konsep_id: str, potongan: str, sent: Terisi, edit: Edit) -> SopKonsep:
    """The piece kept, or this form again: over a piece that moved on it asks once more."""
    return sent.attempt(lambda: _told(konsep_id, potongan, sent[TERLIHAT], edit))


def _told(konsep_id: str, potongan: str, terlihat: str, edit: Edit) -> SopKonsep:
    try:
        return acts.change(house(), hadir(), konsep_id, potongan, terlihat, edit)
    except BagianBerubah:
        g.berubah = True
        raise


def moved_rows(konsep_id: str, terlihat: str, edit: Edit, show: Callable[[str], str]) -> SopKonsep:
    """The rows put in another order; where that cannot be, the page as it is now says why."""
    try:
        return acts.change(house(), hadir(), konsep_id, acts.SUSUNAN, terlihat, edit)
    except (acts.SusunanBerubah, TanpaTetangga, TerlaluBanyakBaris) as no:
        abort(make_response(show(str(no)), no.status))


def moved() -> bool:
    """Whether this request met a piece that somebody else had written."""
    return bool(g.get("berubah"))


def seen_anew(form: Formulir, now: Callable[[], str]) -> Formulir:
    """The form with what is seen now, where it is shown because the piece had moved on."""
    if not moved():
        return form
    fresh = now()
    groups = tuple(
        replace(
            group,
            ruas=tuple(
                replace(one, nilai=fresh) if one.nama == TERLIHAT else one for one in group.ruas
            ),
        )
        for group in form.kelompok
    )
    return replace(form, kelompok=groups)
