"""The two clocks of a matter: the norm of its step, and the term of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import is_unit
from service.domain.berkas import Berkas
from service.domain.hitung_hari import Hitungan, Tunda, count
from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.sop.bentuk import PER_UNIT, Sop
from service.domain.sop.waktu import jatuh_tempo
from service.ports import House, Reading


def dated(house: House, reading: Reading, sop: Sop, berkas: Berkas) -> Berkas:
    """The matter with the ends of both its clocks, the earlier of them, and who is waited for."""
    days = kalender(house, reading, berkas.instansi, berkas.unit)
    norma = _norma(days, sop, berkas)
    law = _counted(agency(house.packs, berkas.instansi), days, sop, berkas)
    tenggat = law.tenggat if law else None
    jatuh = _earliest(tenggat, days.tanggal(norma) if norma else None)
    waits = _waited_for(sop, berkas)
    return replace(berkas, norma=norma, tenggat=tenggat, jatuh=jatuh, menunggu=waits)


def _waited_for(sop: Sop, berkas: Berkas) -> str:
    """The peran that can do the step; none where it stands still, or where each unit does it."""
    if not berkas.langkah or berkas.ditunda:
        return ""
    row = sop.row(berkas.langkah)
    if row.untuk == PER_UNIT and not is_unit(berkas):
        return ""
    act = next((one for one in row.tahap if one.id == berkas.tahap), None)
    actors = act.pelaksana if act else row.pelaksana
    return "+".join(sorted({sop.peran(one) for one in actors}))


def counted(house: House, reading: Reading, sop: Sop, berkas: Berkas) -> Hitungan | None:
    """The term of the law, day by day; None where none runs for this matter."""
    days = kalender(house, reading, berkas.instansi, berkas.unit)
    return _counted(agency(house.packs, berkas.instansi), days, sop, berkas)


def _counted(instansi: Instansi, days: Kalender, sop: Sop, berkas: Berkas) -> Hitungan | None:
    term = term_of(instansi, sop)
    if term is None or berkas.diterima is None:
        return None
    stood = [Tunda(days.tanggal(a), days.tanggal(b)) for a, b in berkas.berhenti]
    stood += [Tunda(days.tanggal(berkas.ditunda))] if berkas.ditunda else []
    return count(days, berkas.diterima, term.jumlah + berkas.perpanjangan, tuple(stood))


def _norma(days: Kalender, sop: Sop, berkas: Berkas) -> datetime | None:
    """When the step is due; the office time in which the clock stood is given back."""
    if not berkas.langkah or berkas.ditunda:
        return None
    since = berkas.sejak or berkas.dibuka
    due = jatuh_tempo(sop.row(berkas.langkah).waktu, days, since)
    back = sum(days.menit_kerja(max(a, since), b) for a, b in berkas.berhenti if b > since)
    return days.tambah_menit(due, back) if due and back else due


def term_of(instansi: Instansi, sop: Sop) -> Tenggat | None:
    """The term that an SOP names, where it is counted in working days."""
    found = next((one for one in instansi.tenggat if one.id == sop.buka.tenggat), None)
    return found if found and found.satuan == HARI_KERJA else None


def _earliest(*days: date | None) -> date | None:
    known = [one for one in days if one]
    return min(known) if known else None
