"""What follows on a request or an objection, as their pages show it."""

from __future__ import annotations

import contextlib

from flask import url_for

from service.acts.baris import hitung as register_hitung
from service.acts.lihat.terlihat import line_for
from service.acts.register import perpanjangan
from service.acts.register import sengketa as sengketas
from service.acts.sop import hasil
from service.domain.keberatan import KEADAAN, Keberatan
from service.domain.permohonan import Permohonan
from service.domain.perpanjangan import ALASAN, SURAT
from service.domain.refusals import TidakAda
from service.domain.sengketa import DICABUT, TAHAP
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Act
from service.face.isi import Tabel, Tautan
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house
from service.web.dasar.hitungan import days
from service.web.register.permohonan_kata import Satu


def extension(one: Satu) -> tuple[tuple[str, str], ...]:
    """Why the answer may take longer, and how the letter of that stands."""
    if not isinstance(one, Permohonan):
        return ()
    with house().ledger.read() as reading:
        found = perpanjangan.known(reading, one)
    if found is None:
        return ()
    told = (
        ("Diperpanjang", f"dari {hari_tanggal(found.dari)} menjadi {hari_tanggal(found.sampai)}"),
        ("Alasan", ALASAN[found.alasan]),
        ("Penjelasan", found.uraian),
        ("Surat", SURAT[found.surat]),
        ("Nomor surat", found.nomor),
    )
    return tuple((name, value) for name, value in told if value)


def counted(one: Satu) -> tuple[str, Tabel] | None:
    """The term of a request day by day, with the rule it rests on."""
    if not isinstance(one, Permohonan):
        return None
    found, rule = register_hitung.explained(house(), one)
    return (rule.dasar, days(found)) if found else None


def outcome(one: Satu) -> tuple[str, str] | None:
    """Where a request stands in the outcomes of the pack, and the letter that goes with it."""
    found = hasil.of_request(house().packs, one) if isinstance(one, Permohonan) else None
    return (found[0].nama, found[1]) if found else None


def objections(one: Satu) -> list[Tautan]:
    """The objections to how a request was dealt with, as far as the reader may see them."""
    if not isinstance(one, Permohonan):
        return []
    seen = list[Keberatan]()
    with house().ledger.read() as reading:
        for each in reading.find(Keberatan, permohonan=one.id):
            with contextlib.suppress(TidakAda):
                seen.append(line_for(reading, hadir(), Keberatan, each.id))
    return [
        Tautan(
            f"{x.nomor or x.nomor_agenda}: {KEADAAN[x.keadaan]}",
            url_for("permohonan.show_keberatan", keberatan_id=x.id),
        )
        for x in sorted(seen, key=lambda x: x.diterima)
    ]


def disputes(one: Satu) -> list[Tautan]:
    """The disputes about an objection."""
    if not isinstance(one, Keberatan):
        return []
    with house().ledger.read() as reading:
        found = sengketas.of_keberatan(reading, one.id)
    return [
        Tautan(f"{x.nomor}: {TAHAP[x.tahap]}", url_for("sengketa.show", sengketa_id=x.id))
        for x in found
    ]


def dispute_link(one: Satu) -> str:
    """Where a dispute about it is written down; '' where one stands, or that is not theirs."""
    may = isinstance(one, Keberatan) and hadir().may(Act.DISPUTE, one.instansi, one.unit)
    if not may:
        return ""
    with house().ledger.read() as reading:
        stands = [x for x in sengketas.of_keberatan(reading, one.id) if x.tahap != DICABUT]
    return "" if stands else url_for("sengketa.ask", keberatan_id=one.id)


def scan(one: Satu) -> str:
    """Where the paper of the answer or of the extension can be opened; '' where there is none."""
    if isinstance(one, Keberatan):
        file = one.surat.file
    else:
        with house().ledger.read() as reading:
            found = perpanjangan.known(reading, one)
        file = found.file if found else ""
    return kenangan.original(file)
