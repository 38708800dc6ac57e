"""Bind the dossier of a berkas: reading copies in order, the originals attached as they came."""

from __future__ import annotations

from service.acts.instansi.packs import agency
from service.acts.jilid.isi import cover, of_files, of_papers
from service.acts.jilid.kumpul import bound as bound_in
from service.acts.simpan.keep import hold, keep
from service.domain.berkas import DIARSIPKAN, SELESAI, Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.bahan import Isi, ordered
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import BATAL, DITANDATANGANI, Naskah, archived
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.refusals import Overtaken
from service.ports import House


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
    isi = _isi(house, berkas, naskah, files)
    with house.room() as room:
        path, _ = bound_in(house, room, isi)
        dossier = keep(house, path)
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


def _isi(house: House, berkas: Berkas, naskah: list[Naskah], files: list[File]) -> Isi:
    instansi = agency(house.packs, berkas.instansi)
    with house.ledger.read() as reading:
        found = reading.find(Kiriman, id=berkas.kiriman) if berkas.kiriman else []
        came = found[0] if found else None
        papers = of_papers(house, reading, naskah, instansi.zona_of(berkas.unit))
        sampul = cover(house, reading, berkas)
    return Isi(sampul, ordered([*papers, *of_files(came, files)]))
