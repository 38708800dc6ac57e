"""Letters of objection that stand in no register yet, above the register they belong in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from service.acts.register import keberatan_surat
from service.acts.register.keberatan_surat import Belum
from service.domain.tanggal import hari_tanggal, local
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Tugas
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import known


@dataclass(frozen=True)
class Tunggu:
    """The letters that are shown, and whether there are more of them."""

    surat: tuple[Tugas, ...] = ()
    lagi: bool = False


def unopened(instansi: str, unit: str = "") -> Tunggu:
    """Those this person may see, each with the day it came, its term and what to do about it."""
    found, lagi = keberatan_surat.unopened(house(), hadir(), instansi, unit)
    return Tunggu(tuple(_task(one) for one in found), lagi)


def _task(one: Belum) -> Tugas:
    kiriman, agency = one.kiriman, known(one.kiriman.instansi)
    on = local(kiriman.diterima, agency.zona_of(kiriman.unit) if agency else "WIB").date()
    perihal = kiriman.surat.perihal or kiriman.nama
    apa, alamat = _next(one)
    return Tugas(
        apa,
        alamat,
        _shape(one),
        one.sisa,
        perihal if one.pasti else f"{perihal} (mungkin keberatan)",
        one.sisa,
        f"Diterima {hari_tanggal(on)}",
        on.isoformat(),
    )


def _next(one: Belum) -> tuple[str, str]:
    kiriman = one.kiriman
    nomor = kiriman.nomor_agenda or kiriman.nama
    if not hadir().may(Act.IDENTIFY, kiriman.instansi, kiriman.unit):
        return f"Surat {nomor}", url_for("kiriman.show", kiriman_id=kiriman.id)
    if one.pasti:
        return f"Catat keberatan {nomor}", url_for("keberatan_surat.ask", kiriman_id=kiriman.id)
    return f"Tetapkan jenis {nomor}", url_for("meja.show", kiriman_id=kiriman.id)


def _shape(one: Belum) -> Bentuk:
    if one.tenggat < one.hari_ini:
        return "lewat"
    return "menunggu" if one.tenggat == one.hari_ini else "berjalan"
