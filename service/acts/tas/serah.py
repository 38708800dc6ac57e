"""The bags of a list that is handed over: those there are, those to be made, and all as one."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from service.acts.arsip.usul import usul_for
from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.acts.tas import minta
from service.acts.tas.pilah import sorted_out
from service.acts.tas.susun import matter
from service.domain.arsip.usul import Usul
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.ids import derived
from service.domain.refusals import TidakAda
from service.domain.tas import serah, unsur
from service.domain.tas.isi import DAFTAR, METADATA
from service.domain.tas.serah import (
    BagianKosong,
    BelumDiserahkan,
    SebagianMenyusul,
    TasBelumSiap,
    Terserah,
)
from service.domain.tas.tas import DIMINTA, JADI, TERBUKA, BelumDijilid, TasBerkas, name_of
from service.domain.tas.unsur import TEMPAT, UNSUR
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading
from service.ports.papers import Lembar
from service.ports.tas import Mengalir


@dataclass(frozen=True)
class Penyerahan:
    """A list with the newest bag of each of its archives."""

    usul: Usul
    berkas: tuple[Berkas, ...]
    tas: dict[str, TasBerkas]  # by its matter

    def many(self, keadaan: str) -> int:
        """How many bags stand so."""
        return sum(one.keadaan == keadaan for one in self.tas.values())

    @property
    def belum(self) -> tuple[Berkas, ...]:
        """Those without a bag that is ready or on its way."""
        kept = {one.berkas for one in self.tas.values() if one.keadaan in (JADI, DIMINTA)}
        return tuple(one for one in self.berkas if one.id not in kept)


def standing(reading: Reading, oleh: Hadir, usul_id: str) -> Penyerahan:
    """The list, for who may see it."""
    usul = usul_for(reading, oleh, usul_id)
    ids = list(usul.arsip)
    found = {one.id: one for one in reading.find(Berkas, id=ids)} if ids else {}
    tas = dict[str, TasBerkas]()
    for one in sorted(
        reading.find(TasBerkas, berkas=ids) if ids else [], key=lambda one: (one.diminta, one.id)
    ):
        tas[one.berkas] = one
    return Penyerahan(usul, tuple(found[one] for one in ids if one in found), tas)


def ask_all(house: House, oleh: Hadir, usul_id: str, tanda: str) -> int:
    """A bag is owed for each that has none; how many. Sent twice it is done once.

    One that can have none yet is told of, and holds up no other.
    """
    with house.ledger.read() as reading:
        here = standing(reading, oleh, usul_id)
    late = 0
    for one in here.belum:
        try:
            minta.ask(house, oleh, one.id, derived(f"tas serah {usul_id} {one.id} {tanda}"))
        except BelumDijilid:
            late += 1
    if late:
        raise SebagianMenyusul(late)
    return len(here.belum)


def packed(house: House, oleh: Hadir, usul_id: str, bagian: str) -> tuple[str, Iterator[bytes]]:
    """The package by its name, written while it is read; that it was taken is written down."""
    with house.ledger.read() as reading:
        here = standing(reading, oleh, usul_id)
        usul = here.usul
        if not serah.may_leave(usul):
            raise BelumDiserahkan
        isi = _bags(house, reading, oleh, here, bagian)
    with house.ledger.begin() as tx:
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(usul.instansi, usul.unit))
        now = house.clock.now()
        said = {"bagian": bagian, "banyak": str(len(isi)), "pemegang": given.pemegang}
        tx.note(Catatan(usul.instansi, oleh.orang.id, "tas_serah_diambil", now, usul.id, said))
    nama = f"serah-{usul.id}-{bagian}"
    told = [
        ("Source-Organization", agency(house.packs, usul.instansi).nama),
        ("External-Description", usul.judul),
        ("Internal-Sender-Identifier", usul.id),
        ("Bag-Software-Agent", "Berkas"),
    ]
    files = [
        Mengalir(one.tempat(n), one.sha256, one.ukuran, partial(house.store.open, one.sha256))
        for n, one in enumerate(isi, 1)
    ]
    files += _lists(house, usul, bagian, isi)
    return nama, house.bags.stream(nama, told, files)


def _bags(
    house: House, reading: Reading, oleh: Hadir, here: Penyerahan, bagian: str
) -> list[Terserah]:
    found, lacking = list[Terserah](), 0
    for berkas in here.berkas:
        one = here.tas.get(berkas.id)
        parts = sorted_out(house, reading, berkas)
        if one is None or one.keadaan != JADI or parts.isi.resep() != one.resep:
            lacking += 1
            continue
        if bagian != TERBUKA and not minta.may_closed(oleh, berkas):
            raise TidakAda(minta.APA)
        open_ = bagian == TERBUKA
        sha256 = one.terbuka if open_ else one.tertutup
        if sha256:
            size, many = (
                (one.ukuran_terbuka, one.banyak_terbuka)
                if open_
                else (one.ukuran_tertutup, one.banyak_tertutup)
            )
            told = unsur.of_matter(matter(house, reading, parts), many)
            found.append(Terserah(name_of(one, bagian), sha256, size, told))
    if lacking or len(here.berkas) != len(here.usul.arsip):
        raise TasBelumSiap(lacking or len(here.usul.arsip) - len(here.berkas))
    if not found:
        raise BagianKosong
    return found


def _lists(house: House, usul: Usul, bagian: str, isi: list[Terserah]) -> list[Mengalir]:
    told = serah.metadata(usul, bagian, isi)
    text = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    head = (*TEMPAT.values(), *UNSUR.values())
    one = Lembar(
        "Daftar serah", f"Daftar arsip yang diserahkan\n{usul.judul}", head, _rows(told["arsip"])
    )
    with house.room() as room:
        book = house.workbooks.write(room / "daftar.isi", [one])
        content = house.bags.steady(book, room / "daftar.xlsx").read_bytes()
    return [_held(METADATA, text), _held(DAFTAR, content)]


def _rows(arsip: list[dict[str, str]]) -> list[tuple[str | int, ...]]:
    return [unsur.row(one) for one in arsip]


def _held(tempat: str, content: bytes) -> Mengalir:
    def opened() -> BinaryIO:
        return io.BytesIO(content)

    return Mengalir(tempat, hashlib.sha256(content).hexdigest(), len(content), opened)
