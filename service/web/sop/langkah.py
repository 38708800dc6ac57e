"""One row of a draft: the table as it was read beside the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.sop import konsep as acts
from service.acts.sop.konsep import Terbaca
from service.domain.refusals import TidakAda
from service.domain.sop.bahan import Bahan
from service.domain.sop.konsep import KONSEP, BarisKonsep, SopKonsep
from service.domain.sop.konsep_baca import fresh
from service.domain.sop.konsep_susun import led
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import ticked
from service.web.sop.daftar import JEJAK
from service.web.sop.kata import actors, many, place, text, understood
from service.web.sop.konsep_isi import doubts, sources
from service.web.sop.langkah_bahan import named, unknown
from service.web.sop.langkah_isian import LANJUT, folded, form
from service.web.sop.langkah_tulis import edited
from service.web.sop.simpan import keep, moved, seen_anew

bp = Blueprint("sop_langkah", __name__)


@bp.get("/sop/konsep/<konsep_id>/langkah/<kunci>")
@only(Act.SOP)
def show(konsep_id: str, kunci: str) -> str:
    """The row as it is."""
    found = acts.read(house(), hadir(), konsep_id)
    row = found.konsep.row(kunci)
    if row is None or found.konsep.keadaan != KONSEP:
        raise TidakAda("Langkah itu")
    return _page(
        found, row, form(found.konsep, row, found.periksa, acts.sidik(found.konsep, kunci))
    )


def _page(found: Terbaca, row: BarisKonsep, formulir: Formulir) -> str:
    konsep = found.konsep
    at = place(konsep, row)
    beside = {
        n: url_for("sop_langkah.show", konsep_id=konsep.id, kunci=one.kunci)
        for n, one in enumerate(konsep.langkah, 1)
    }
    here = url_for("sop_konsep.show", konsep_id=konsep.id)
    now = found.konsep.row(row.kunci) if moved() else None
    return render_template(
        "sop/langkah.html",
        judul=f"Langkah {at} dari {max(at, len(konsep.langkah))}",
        nama=konsep.nama,
        jejak=(*JEJAK, Tautan("Konsep", url_for("sop_konsep.listing")), Tautan(konsep.nama, here)),
        sumber=sources(konsep, row),
        ragu=doubts(row),
        cacat=found.periksa.at(row.kunci),
        formulir=formulir,
        lipat=folded(formulir),
        bahan=tuple(named(found.periksa.bahan)),
        sebelum=beside.get(at - 1, ""),
        sesudah=beside.get(at + 1, ""),
        kini=_now(konsep, now) if now else (),
    )


def _now(konsep: SopKonsep, row: BarisKonsep) -> tuple[tuple[str, str], ...]:
    """What stands there now, where somebody else wrote it meanwhile."""
    kata = text(row.isi.get("waktu"))
    return (
        ("Kegiatan", text(row.isi.get("kegiatan")) or "–"),
        ("Pelaksana", actors(konsep, many(row.isi.get("pelaksana")))),
        ("Waktu", f"{kata or '–'} ({understood(kata)})"),
    )


@bp.post("/sop/konsep/<konsep_id>/langkah/<kunci>")
@only(Act.SOP)
def write(konsep_id: str, kunci: str) -> Response:
    """The row as it was written; one that was taken out meanwhile can be put in again."""
    found = acts.read(house(), hadir(), konsep_id)
    row = found.konsep.row(kunci) or BarisKonsep(kunci, {})

    def again(wrong: Formulir) -> str:
        now = acts.read(house(), hadir(), konsep_id)
        fresh_ = seen_anew(wrong, lambda: acts.sidik(now.konsep, kunci))
        return _page(now, row, ticked(fresh_))

    sent = forms.read(form(found.konsep, row, found.periksa, ""), again)
    bahan = found.periksa.bahan
    sent.must(unknown(row, sent, bahan))
    after = keep(konsep_id, kunci, sent, lambda now: _with(now, kunci, sent, bahan))
    if request.form.get(LANJUT) and (n := _next(after, kunci)):
        return redirect(url_for("sop_langkah.show", konsep_id=konsep_id, kunci=n), 303)
    here = url_for("sop_konsep.show", konsep_id=konsep_id, kabar="disimpan")
    return redirect(f"{here}#{kunci}", 303)


def _with(now: SopKonsep, kunci: str, sent: forms.Terisi, bahan: Mapping[str, Bahan]) -> SopKonsep:
    held = now.row(kunci)
    row, baru = edited(held or BarisKonsep(fresh(now.langkah), {}), sent, bahan)
    rows = tuple(row if one.kunci == kunci else one for one in now.langkah)
    known = {name: one for name, one in baru.items() if name not in now.bahan}
    whole = replace(now, bahan={**now.bahan, **known})
    return led(whole, rows if held else (*rows, row))


def _next(konsep: SopKonsep, kunci: str) -> str:
    keys = [one.kunci for one in konsep.langkah]
    at = keys.index(kunci) + 1 if kunci in keys else len(keys)
    return keys[at] if at < len(keys) else ""
