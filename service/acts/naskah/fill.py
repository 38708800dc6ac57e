"""Fill the form of a naskah: a konsep is born, written on, and a paper of it is owed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from service.acts.edisi import naskah as edisi_naskah
from service.acts.instansi.packs import agency
from service.acts.isian.berkas import of_berkas
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_kept
from service.acts.lihat.naskah_terbaca import need_readable, who_may_know
from service.acts.naskah.lihat import held
from service.acts.orang import izin
from service.acts.simpan.keep import Kept, hold
from service.domain import dip, paper
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.isian import of_instansi
from service.domain.naskah import KONSEP, Naskah, written
from service.domain.pribadi import says_who
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

JENIS = re.compile(r"[a-z0-9_]{1,80}")


@dataclass(frozen=True)
class Mulai:
    """A paper to be begun; its id, where there is one, makes a second try the same."""

    berkas: str
    jenis: str
    isian: Mapping[str, Any] = field(default_factory=dict)
    bahan: str = ""
    id: str = ""


def pasangan(house: House, instansi: str, jenis: str) -> paper.Pasangan:
    """What the pair of this jenis asks for; PaketSalah where its author made faults."""
    if not JENIS.fullmatch(jenis):
        raise TidakAda("Jenis naskah itu")
    toml, _ = paper.names(jenis)
    path = f"{instansi}/{toml}"
    kind = paper.checked(jenis, house.packs.text(path), path)
    if kind.disusun_dari:  # what it says would be only what somebody typed
        raise TidakAda("Jenis naskah itu")
    return kind


def daftar(house: House, tabel: Path) -> list[dict[str, Any]]:
    """The list of a spreadsheet, as the ruas `daftar` takes it."""
    return dip.read(house.reader.rows(tabel))


def begun(
    house: House, reading: Reading, oleh: Hadir, berkas: Berkas, kind: paper.Pasangan
) -> dict[str, Any]:
    """What the office and the matter fill in by themselves, as this person may see it."""
    instansi = agency(house.packs, berkas.instansi)
    today = instansi.kalender_of(berkas.unit).tanggal(house.clock.now())
    own = of_instansi(instansi, kind, today)
    listed = edisi_naskah.lines_of(house, reading, berkas.id, kind)
    return own | of_berkas(house, reading, oleh, berkas, kind) | listed


def fill(
    house: House,
    berkas_id: str,
    jenis: str,
    isian: Mapping[str, Any],
    oleh: Hadir,
    bahan: str = "",
    id_: str = "",
) -> Naskah:
    """A konsep with what is known so far, the same for the same id; what is given must fit."""
    with house.ledger.begin() as tx:
        return filled(house, tx, oleh, Mulai(berkas_id, jenis, isian, bahan, id_))


def filled(house: House, tx: Tx, oleh: Hadir, asked: Mulai) -> Naskah:
    """The same, as a part of what somebody does."""
    for same in tx.find(Naskah, id=asked.id, berkas=asked.berkas) if asked.id else []:
        return same
    berkas = berkas_for(tx, oleh, asked.berkas)
    if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(berkas.keadaan)
    need_kept(tx, berkas.id)
    tempat = izin.Tempat(berkas.instansi, berkas.unit)
    siapa = izin.need(tx, oleh, Act.FILL, tempat).siapa
    tx.hold_pairs(berkas.instansi)  # so that it is not withdrawn between
    kind, now = pasangan(house, berkas.instansi, asked.jenis), house.clock.now()
    kept = paper.kept(kind, {**begun(house, tx, oleh, berkas, kind), **asked.isian})
    naskah = Naskah(
        asked.id or house.new_id(),
        berkas.id,
        berkas.instansi,
        asked.jenis,
        KONSEP,
        now,
        kept,
        (siapa,),
        bahan=asked.bahan,
        token=house.new_id(),
    )
    tx.add(naskah)
    edisi_naskah.linked(tx, naskah, kind, siapa)
    told = {"jenis": naskah.jenis}
    tx.note(Catatan(berkas.instansi, siapa, "naskah_diisi", now, naskah.id, told))
    tx.plan("draft", naskah.id)
    return naskah


def write(
    house: House,
    naskah_id: str,
    oleh: Hadir,
    versi: int,
    isian: Mapping[str, Any],
    gambar: Sequence[Kept] = (),
) -> Naskah:
    """The konsep with these isian; what they leave out stays as it was. `gambar`: what they name
    and nobody holds yet."""
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.FILL, dua=False)
        before = one.naskah
        kind = pasangan(house, before.instansi, before.jenis)
        need_readable(tx, oleh, before, one.berkas, kind)
        kept = paper.kept(kind, {**before.isian, **isian})
        after = written(before, kept, one.izin.siapa)
        if says_who(kind, kept) and not says_who(kind, before.isian):
            # Who began it without a name does not learn by that what another put in.
            know = who_may_know(tx, house.clock.now(), after, one.berkas, kind)
            own = [x for x in after.penyiap if x in know or x == one.izin.siapa]
            after = replace(after, penyiap=tuple(own))
        if kept == before.isian and after.penyiap == before.penyiap:
            return before
        tx.save(before, after)
        hold(tx, *gambar)
        edisi_naskah.written_by(tx, before, one.izin.siapa)
        who, now = one.izin.siapa, house.clock.now()
        tx.note(Catatan(before.instansi, who, "naskah_diubah", now, before.id))
        tx.plan("draft", before.id)
    return replace(after, versi=before.versi + 1)
