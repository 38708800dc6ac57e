"""Make the proof of a changed pair: lighter where that shows nowhere, filled with its samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from service.acts.instansi.rupa import rupa_of
from service.acts.pasangan.klinik import unprinted
from service.acts.pasangan.riwayat import Versi, takes_looks, template_of, versions
from service.acts.simpan.keep import Kept, hold, keep
from service.domain import paper
from service.domain.catatan import MESIN, Catatan
from service.domain.pasangan_versi import KONSEP, PasanganKonsep, proved
from service.domain.refusals import Overtaken, Refusal, Unavailable
from service.domain.ruas import Pasangan
from service.ports import House


def run(house: House, konsep_id: str) -> None:
    """The proof of a draft, beside what is in force with the same samples."""
    with house.ledger.read() as reading:
        before = reading.get(PasanganKonsep, konsep_id)
        if before.keadaan != KONSEP or before.tercetak:
            return
        every = versions(house.packs, reading, before.instansi, before.jenis)
    last = every[-1] if every and every[-1].berlaku else None
    with house.room() as room:
        try:
            ringan, contoh, lacks = _proof(house, room, before)
        except Overtaken:
            raise
        except Refusal as no:
            _save(house, before, replace(before, galat=str(no)), ())
            return
        except Unavailable as away:
            if not away.permanent:
                raise
            _save(house, before, replace(before, galat=str(away)), ())
            return
        dasar = _of_last(house, room, before, last) if last else ()
    pdf_dasar = dasar[0].sha256 if dasar else ""
    after = proved(before, ringan.sha256, contoh.sha256, pdf_dasar, lacks)
    _save(house, before, after, (ringan, contoh, *dasar))


def _proof(house: House, room: Path, konsep: PasanganKonsep) -> tuple[Kept, Kept, tuple[str, ...]]:
    """The lighter template, its print, and the ruas whose samples are not read on that."""
    asli = house.store.fetch(konsep.docx, room / "asli.docx")
    ringan = room / f"{konsep.jenis}.docx"
    house.trimmer.trim(asli, ringan)
    kind = _declared(konsep.jenis, konsep.teks)
    ikut = kind.takes_looks(umum=False)
    pdf = _printed(house, room / "konsep", konsep.instansi, ringan, paper.sample(kind), ikut=ikut)
    lacks = tuple(one.nama for one in unprinted(house, ringan, pdf, kind))
    return keep(house, ringan), keep(house, pdf), lacks


def _of_last(house: House, room: Path, konsep: PasanganKonsep, last: Versi) -> tuple[Kept, ...]:
    """What is in force, printed with the samples of the draft; nothing where that cannot be."""
    try:
        kind, fresh = _declared(last.jenis, last.teks), _declared(konsep.jenis, konsep.teks)
        shown = paper.sample(kind) | _shared(kind, fresh)
        ikut = takes_looks(kind, last)
        with template_of(house, last) as docx:
            pdf = _printed(house, room / "dasar", last.instansi, docx, shown, ikut=ikut)
        return (keep(house, pdf),)
    except Overtaken:
        raise
    except Refusal:
        return ()
    except Unavailable as away:
        if not away.permanent:
            raise
        return ()


def _shared(kind: Pasangan, fresh: Pasangan) -> dict[str, Any]:
    same = {
        one.nama
        for one in fresh.ruas
        if (was := kind.ruas_of(one.nama)) and (was.jenis, was.kolom) == (one.jenis, one.kolom)
    }
    return {nama: value for nama, value in paper.sample(fresh).items() if nama in same}


def _printed(
    house: House, room: Path, instansi: str, docx: Path, isian: dict[str, Any], *, ikut: bool
) -> Path:
    room.mkdir()
    rupa = rupa_of(house, instansi, room, ikut=ikut)
    filled = house.filler.fill(docx, isian, room / "isi.docx", rupa)
    return house.converter.pdf(filled, room / "contoh.pdf")


def _declared(jenis: str, teks: str) -> Pasangan:
    return paper.checked(jenis, teks, paper.names(jenis)[0])


def _save(
    house: House, before: PasanganKonsep, after: PasanganKonsep, kept: tuple[Kept, ...]
) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, after)
        hold(tx, *kept)
        now = house.clock.now()
        tx.note(Catatan(before.instansi, MESIN, "pasangan_konsep_dicetak", now, before.id))
