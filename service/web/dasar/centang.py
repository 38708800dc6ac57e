"""Tick boxes of a form: every box that was ticked, shown ticked again."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from service.face.isi_formulir import Formulir, Ruas

CENTANG = "centang"


def chosen(ruas: Ruas) -> tuple[str, ...]:
    """The boxes of a field that were ticked, of those that it offers."""
    known = {one.nilai for one in ruas.pilihan}
    return tuple(one for one in dict.fromkeys(request.form.getlist(ruas.nama)) if one in known)


def ticked(form: Formulir) -> Formulir:
    """The form with its boxes as they were sent."""
    groups = tuple(
        replace(group, ruas=tuple(_ticked(one) for one in group.ruas)) for group in form.kelompok
    )
    return replace(form, kelompok=groups)


def _ticked(ruas: Ruas) -> Ruas:
    return replace(ruas, terpilih=chosen(ruas)) if ruas.jenis == CENTANG else ruas
