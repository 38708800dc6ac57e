"""Bind the dossier of a berkas: reading copies in front, the originals attached as they came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.acts.naskah.acuan import declared_for
from service.acts.simpan.keep import hold, keep
from service.domain.berkas import DIARSIPKAN, SELESAI, Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import File
from service.domain.naskah import BATAL, DITANDATANGANI, Naskah, archived, called
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.refusals import Overtaken
from service.ports import House


@dataclass(frozen=True)
class Isi:
    """All that goes into one dossier, in its order."""

    berkas: Berkas
    naskah: tuple[tuple[Naskah, str], ...]  # each with what its kind was called
    kiriman: tuple[File, ...]


def run(house: House, berkas_id: str) -> None:
    """To diarsipkan, once every naskah is signed and the SOP, where there is one, is walked."""
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, berkas_id)
        found = [one for one in reading.find(Naskah, berkas=berkas_id) if one.keadaan != BATAL]
        naskah = sorted(found, key=lambda one: (one.dibuat, one.id))
        files = reading.find(File, kiriman=berkas.kiriman)
    if berkas.sidik and berkas.keadaan != SELESAI:
        return  # the end of its SOP owes this again
    if not berkas.sidik and not naskah:
        return  # all were given up, and nothing else says that it is over
    # What was opened again has papers in an earlier dossier, and is bound with them anew.
    over = (DITANDATANGANI, TERIKAT)
    if berkas.keadaan == DIARSIPKAN or any(one.keadaan not in over for one in naskah):
        return
    with house.ledger.read() as reading:
        named = [(one, declared_for(house, reading, one).nama) for one in naskah]
    isi = Isi(berkas, tuple(named), tuple(files))
    with house.room() as room:
        dossier = keep(house, _bind(house, room, isi))
    with house.ledger.begin() as tx:
        tx.hold(berkas.id)
        now = [one for one in tx.find(Naskah, berkas=berkas_id) if one.keadaan != BATAL]
        if {(one.id, one.versi) for one in now} != {(one.id, one.versi) for one in naskah}:
            raise Overtaken("berkas", berkas_id)
        tx.save(berkas, bound(berkas, dossier.sha256))
        for one in naskah:
            if one.keadaan == DITANDATANGANI:
                tx.save(one, archived(one))
        hold(tx, dossier)
        tx.note(
            Catatan(
                berkas.instansi,
                MESIN,
                "berkas_diarsipkan",
                house.clock.now(),
                berkas.id,
                {"dossier": dossier.sha256},
            )
        )


def _bind(house: House, room: Path, isi: Isi) -> Path:
    fetch = house.store.fetch
    parts, attached = [], []
    for n, (one, kind) in enumerate(isi.naskah):
        nama = called(one, kind)
        # What is signed is never bound, only attached: binding breaks the signature.
        parts.append((f"{nama} (salinan baca)", fetch(one.pdf, room / f"{n}.pdf")))
        signed = fetch(one.bertanda_tangan, room / f"{n} asli.pdf")
        attached.append((f"{one.jenis} {one.id}.pdf", signed))
    for n, file in enumerate(isi.kiriman):
        attached.append((file.nama, fetch(file.sha256, room / f"kiriman {n}")))
    return house.binder.bind(isi.berkas.judul, parts, attached, room / "dossier.pdf")
