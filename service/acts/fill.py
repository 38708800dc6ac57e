"""Fill the form of a naskah: a konsep is born, and a paper of it is owed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.acts import izin
from service.acts.packs import agency
from service.domain import dip, paper
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.isian import of_instansi
from service.domain.naskah import KONSEP, Naskah
from service.domain.wewenang import Act, Hadir
from service.ports import House


def pasangan(house: House, instansi: str, jenis: str) -> paper.Pasangan:
    """What the pair of this jenis asks for; PaketSalah where its author made faults."""
    toml, _ = paper.names(jenis)
    path = f"{instansi}/{toml}"
    return paper.checked(jenis, house.packs.text(path), path)


def daftar(house: House, tabel: Path) -> list[dict[str, Any]]:
    """The list of a spreadsheet, as the ruas `daftar` takes it."""
    return dip.read(house.reader.rows(tabel))


def fill(house: House, berkas_id: str, jenis: str, isian: Mapping[str, Any], oleh: Hadir) -> Naskah:
    """A konsep with what was filled in; refuses what is missing or of another shape."""
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, berkas_id)
        siapa = izin.need(reading, oleh, Act.FILL, izin.Tempat(berkas.instansi, berkas.unit)).siapa
    kind, instansi = pasangan(house, berkas.instansi, jenis), agency(house.packs, berkas.instansi)
    now = house.clock.now()
    own = of_instansi(instansi, kind, instansi.kalender_of(berkas.unit).tanggal(now))
    kept = paper.complete(kind, {**own, **isian})
    naskah = Naskah(house.new_id(), berkas.id, berkas.instansi, jenis, KONSEP, now, kept, (siapa,))
    with house.ledger.begin() as tx:
        tx.add(naskah)
        tx.note(
            Catatan(berkas.instansi, siapa, "naskah_diisi", now, naskah.id, {"jenis": naskah.jenis})
        )
        tx.plan("draft", naskah.id)
    return naskah
