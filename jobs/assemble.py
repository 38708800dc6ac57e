"""Bind the dossier of a berkas: reading copies in front, the originals attached as they came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.acts.fill import pasangan
from service.acts.keep import hold, keep
from service.domain.berkas import DIARSIPKAN, SELESAI, Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import File
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import DITANDATANGANI, Naskah, archived
from service.ports import House


@dataclass(frozen=True)
class Isi:
    """All that goes into one dossier, in its order."""

    berkas: Berkas
    naskah: tuple[Naskah, ...]
    kiriman: tuple[File, ...]


def run(house: House, berkas_id: str) -> None:
    """To diarsipkan, once every naskah is signed and the SOP, where there is one, is walked."""
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, berkas_id)
        naskah = sorted(
            reading.find(Naskah, berkas=berkas_id), key=lambda one: (one.dibuat, one.id)
        )
        files = reading.find(File, kiriman=berkas.kiriman)
    if berkas.sidik and berkas.keadaan != SELESAI:
        return  # the end of its SOP owes this again
    # What was opened again has papers in an earlier dossier, and is bound with them anew.
    over = (DITANDATANGANI, TERIKAT)
    if berkas.keadaan == DIARSIPKAN or any(one.keadaan not in over for one in naskah):
        return
    isi = Isi(berkas, tuple(naskah), tuple(files))
    with house.room() as room:
        dossier = keep(house, _bind(house, room, isi))
    with house.ledger.begin() as tx:
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
    for n, one in enumerate(isi.naskah):
        nama = f"{pasangan(house, one.instansi, one.jenis).nama} Nomor {one.nomor}"
        # What is signed is never bound, only attached: binding breaks the signature.
        parts.append((f"{nama} (salinan baca)", fetch(one.pdf, room / f"{n}.pdf")))
        signed = fetch(one.bertanda_tangan, room / f"{n} asli.pdf")
        attached.append((f"{one.jenis} {one.id}.pdf", signed))
    for n, file in enumerate(isi.kiriman):
        attached.append((file.nama, fetch(file.sha256, room / f"kiriman {n}")))
    return house.binder.bind(isi.berkas.judul, parts, attached, room / "dossier.pdf")
