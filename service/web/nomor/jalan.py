"""The way to a book and to each of its numbers: addresses, and what they name for this person."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask import request, url_for

from service.acts.nomor import buku as acts
from service.domain.buku import KeadaanBuku, read_buku
from service.domain.instansi import Instansi
from service.domain.nomor import Nomor
from service.domain.refusals import TidakAda
from service.domain.tanggal import local
from service.face.alamat import link
from service.face.isi import Tautan
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import known
from service.web.nomor import isi as words

BERANDA = Tautan("Beranda", "/")
BUKU = "/nomor/<kode>/<seri>/<masa>"
LUAR = "luar/"  # where the id of a number that another register gave goes on behind its book's
_BULAN = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")


def at(one: KeadaanBuku, view: str = "nomor_buku.show", **more: str) -> str:
    """The address of a page of a book."""
    return link(
        url_for(view, **_parts(one)), {name: value for name, value in more.items() if value}
    )


def deed(one: KeadaanBuku, cara: str) -> str:
    """The address of the form of something that is done with a book."""
    return url_for("nomor_tindak.ask", **_parts(one), cara=cara)


def number(one: KeadaanBuku, nomor: Nomor, perbuatan: str = "") -> str:
    """The address of a number's page, or of something that is done with it."""
    own = nomor.id.removeprefix(f"{one.buku.id}/")
    outer = own.startswith(LUAR)
    name: dict[str, Any] = {"luar_id" if outer else "tempat": own.removeprefix(LUAR)}
    tail = "_outer" if outer else ""
    if perbuatan:
        return url_for(f"nomor_satu.decide{tail}", **_parts(one), **name, perbuatan=perbuatan)
    return url_for(f"nomor_satu.show{tail}", **_parts(one), **name)


def _parts(one: KeadaanBuku) -> dict[str, Any]:
    kode, seri, masa = one.buku.id.split("/")
    return {"kode": kode, "seri": seri, "masa": masa}


def standing(kode: str, seri: str, masa: str) -> KeadaanBuku:
    """The book that an address names, for whoever may see it."""
    named = read_buku(f"{kode}/{seri}/{masa}")
    if named is None or not hadir().sees(kode, rahasia=named.rahasia):
        raise TidakAda("Buku itu")
    return acts.book(house(), hadir(), named.id)


def found(kode: str, seri: str, masa: str, tempat: str) -> tuple[KeadaanBuku, Nomor]:
    """A number and its book, for whoever may see them."""
    state = standing(kode, seri, masa)
    with house().ledger.read() as reading:
        return state, reading.get(Nomor, f"{state.buku.id}/{tempat}")


def up(state: KeadaanBuku) -> Tautan:
    """The books of the same instansi."""
    return Tautan("Buku nomor", link("/nomor", {}, instansi=state.buku.instansi))


def trail(state: KeadaanBuku) -> tuple[Tautan, ...]:
    """What stands above a page below a book."""
    name = words.name_of(known(state.buku.instansi), state)
    return BERANDA, up(state), Tautan(name, at(state))


def today(agency: Instansi | None) -> date:
    """The day it is where an instansi works."""
    return local(house().clock.now(), agency.zona if agency else "WIB").date()


def day_of(state: KeadaanBuku, agency: Instansi) -> date:
    """A day of a book's own time: today, where it is the book of today."""
    buku, now = state.buku, today(agency)
    return now if buku.holds(now) else date(buku.tahun, buku.bulan or 1, 1)


def month(state: KeadaanBuku) -> date | None:
    """The month that is asked for, else the last of ours; None for all, or where none is dated."""
    months = state.bulan()
    asked = request.args.get("bulan", "")
    if asked == "semua" or not months:
        return None
    last = state.tanggal.replace(day=1) if state.tanggal else months[-1]
    named = date.fromisoformat(f"{asked}-01") if _BULAN.fullmatch(asked) else last
    return named if named in months else last
