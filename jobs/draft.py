"""Make the paper of a naskah: fill, convert, keep."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from service.acts.instansi.rupa import rupa_of
from service.acts.naskah.acuan import Acuan, acuan, remember
from service.acts.simpan.keep import Kept, hold, keep
from service.acts.ttd import siap as siap_ttd
from service.domain import paper
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import BELUM_DISETUJUI, DISETUJUI, Naskah, called, drafted
from service.domain.ruas import GAMBAR, Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.ports import House, Rupa, Tanda

TANPA_ALAMAT = "berkas:"  # where the office has no address of its own


def run(house: House, naskah_id: str) -> None:
    """The paper as its resep asks; a paper that was approved goes on to the signer."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
    if before.keadaan not in BELUM_DISETUJUI | {DISETUJUI}:
        return
    with house.room() as room:
        pair = acuan(house, room, before)
        asked = _asked(house, room, before, pair)
        resep, sidik = _resep(asked), pair.versi.id
        if resep == before.resep and before.pasangan == sidik:
            return
        docx, pdf = _make(house, room, before, asked)
        remember(house, pair)
    _save(house, before, drafted(before, resep, docx.sha256, pdf.sha256, sidik), (docx, pdf))


@dataclass(frozen=True)
class Diminta:
    """All that one paper is made of."""

    templat: Path
    isian: dict[str, Any]
    gambar: dict[str, dict[str, Any]]  # pictures, by their ruas
    rupa: Rupa
    konsep: bool  # what is missing is shown, not refused
    tanda: Tanda
    kind: Pasangan
    tempat: tuple[TempatTtd, ...]  # of those who sign it electronically


def _asked(house: House, room: Path, before: Naskah, pair: Acuan) -> Diminta:
    kind = pair.pasangan
    isian = paper.printed(kind, before)
    pictures = {
        ruas.nama: {
            "gambar": house.store.fetch(str(before.isian[ruas.nama]), room / ruas.nama),
            "lebar_mm": ruas.lebar,
        }
        for ruas in kind.ruas
        if ruas.jenis == GAMBAR and before.isian.get(ruas.nama)
    }
    rupa = rupa_of(house, before.instansi, room, ikut=pair.rupa)
    konsep = before.keadaan in BELUM_DISETUJUI
    tanda = marks(house.url, before, kind.nama)
    with house.ledger.read() as reading:
        tempat = siap_ttd.asked(reading, before)
    return Diminta(pair.templat, isian, pictures, rupa, konsep, tanda, kind, tempat)


def marks(url: str, naskah: Naskah, nama: str) -> Tanda:
    """What stands on each of its pages: a draft says that it is one, and is not asked after."""
    if naskah.keadaan in BELUM_DISETUJUI:
        return Tanda("", ("KONSEP, belum disetujui", nama))
    told = (called(naskah, nama),)
    if not naskah.token:  # begun before papers had one
        return Tanda("", told)
    at = f"{url or TANPA_ALAMAT}/v/{naskah.token}/{naskah.ajuan}"
    return Tanda(at, (f"{told[0]}, cetakan ke-{naskah.ajuan}",))


def _resep(asked: Diminta) -> str:
    """Of all it is made from, by what is in it rather than where it lies."""
    logo = asked.rupa.logo
    told = {
        "isian": asked.isian,
        "rupa": str(replace(asked.rupa, logo=None)),
        "logo": _sha256(logo) if logo else "",
        "konsep": asked.konsep,
        "tanda": str(asked.tanda),
    }
    if asked.tempat:
        told["tempat"] = [f"{one.urut} {one.peran} {one.jalan}" for one in asked.tempat]
    return paper.resep(_sha256(asked.templat), told)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _make(house: House, room: Path, before: Naskah, asked: Diminta) -> tuple[Kept, Kept]:
    filled = {**asked.isian, **asked.gambar}
    docx = house.filler.fill(asked.templat, filled, room / "naskah.docx", asked.rupa, asked.konsep)
    pdf = house.converter.pdf(docx, room / "naskah.pdf", asked.tanda)
    out = siap_ttd.ready(house, before, asked.kind, asked.tempat, pdf, room / "siap.pdf")
    return keep(house, docx), keep(house, out)


def _save(house: House, before: Naskah, after: Naskah, kept: tuple[Kept, ...]) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, after)
        hold(tx, *kept)
        tx.plan("teks", before.id)
        tx.note(
            Catatan(
                before.instansi,
                MESIN,
                "naskah_dicetak",
                house.clock.now(),
                before.id,
                {"keadaan": before.keadaan, "pdf": after.pdf},
            )
        )
        if before.keadaan == DISETUJUI:
            tx.plan("send", before.id)
