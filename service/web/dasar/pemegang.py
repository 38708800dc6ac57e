"""Peran as pages show them."""

from __future__ import annotations

from datetime import date

from flask import url_for

from service.acts.orang.hadir import day
from service.domain.catatan import RUMAH
from service.domain.orang import DEFINITIF, DELEGASI, PLH, PLT, PROGRAM, Orang, Pemegang
from service.domain.refusals import TidakAda
from service.domain.tanggal import panjang
from service.domain.wewenang import PERAN, Act, Hadir
from service.face.isi import Bentuk
from service.face.isi_formulir import Pastikan
from service.face.isi_rumah import Dipegang
from service.ports import House, Reading
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known

SEBUTAN = {DEFINITIF: "", PLT: "Plt.", PLH: "Plh.", PROGRAM: "program"}


def held(house: House, hadir: Hadir, orang: Orang) -> tuple[Dipegang, ...]:
    """What a person holds, what is to come, and what was lent to or by them."""
    with house.ledger.read() as reading:
        rows = reading.find(Pemegang, orang=orang.id)
        given = [one for row in rows for one in reading.find(Pemegang, dari=row.id)]
        shown = sorted([*rows, *given], key=lambda one: (one.dicabut is not None, one.mulai))
        return tuple(_one(house, reading, hadir, one) for one in shown)


def nama_unit(instansi: str, unit: str) -> str:
    """What a page calls a unit."""
    agency = known(instansi) if instansi != RUMAH else None
    found = agency.unit_of(unit) if agency else None
    return found.nama if found else unit


def sebutan(instansi: str, peran: str) -> str:
    """What an instansi calls a peran."""
    agency = known(instansi) if instansi != RUMAH else None
    found = agency.peran_of(peran) if agency else None
    return found.sebutan if found else PERAN[peran]


def _one(house: House, reading: Reading, hadir: Hadir, one: Pemegang) -> Dipegang:
    bentuk, keadaan = _state(one, day(reading, one.instansi, house.clock.now()))
    peran = sebutan(one.instansi, one.peran)
    return Dipegang(
        peran=peran,
        tempat=_place(one),
        masa=_term(one),
        bentuk=bentuk,
        keadaan=keadaan,
        sebagai=_as(reading, one),
        dasar=one.dasar,
        cabut=_take(reading, hadir, one, peran) if bentuk != "selesai" else None,
    )


def _place(one: Pemegang) -> str:
    name = nama_instansi(one.instansi)
    return f"{name}, {nama_unit(one.instansi, one.unit)}" if one.unit else name


def _term(one: Pemegang) -> str:
    end = f" sampai {panjang(one.sampai)}" if one.sampai else ""
    return f"sejak {panjang(one.mulai)}{end}"


def _state(one: Pemegang, today: date) -> tuple[Bentuk, str]:
    if one.dicabut:
        return "selesai", "dicabut"
    if one.sampai and one.sampai < today:
        return "selesai", "berakhir"
    if today < one.mulai:
        return "menunggu", f"mulai {panjang(one.mulai)}"
    return "berjalan", "berlaku"


def _as(reading: Reading, one: Pemegang) -> str:
    if one.sebagai != DELEGASI:
        return SEBUTAN[one.sebagai]
    lender = _name(reading, reading.get(Pemegang, one.dari).orang)
    return f"delegasi dari {lender} kepada {_name(reading, one.orang)}"


def _name(reading: Reading, orang_id: str) -> str:
    try:
        return reading.get(Orang, orang_id).nama
    except TidakAda:
        return orang_id


def _take(reading: Reading, hadir: Hadir, one: Pemegang, peran: str) -> Pastikan | None:
    lent = one.sebagai == DELEGASI
    lender = lent and reading.get(Pemegang, one.dari).orang == hadir.orang.id
    if not lender and not hadir.may(Act.PEOPLE, one.instansi):
        return None
    whose = _name(reading, one.orang)
    return Pastikan(
        nama=f"cabut-{one.id}",
        teks="Cabut…",
        judul=f"Cabut {'delegasi' if lent else 'peran'} {peran} dari {whose}?",
        kata="Wewenangnya berakhir saat ini juga. Yang sudah dikerjakan tetap tercatat.",
        alamat=url_for("akun.withdraw" if lent else "orang.take", pemegang_id=one.id),
        tombol="Cabut",
    )
