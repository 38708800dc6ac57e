"""A matter that a person has asked to be bound, with a paper that is drawn first."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from service.acts.jilid import minta
from service.acts.jilid.minta import Minta
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.jilidan import BERKAS
from service.domain.naskah import DITANDATANGANI, Naskah
from service.house import RealHouse
from tests.fault import naskah
from tests.jilid.lembar import surat
from tests.office import INSTANSI


def _no_archive(paper: Path) -> Path:
    """The same pages without what makes a PDF one that lasts: such a paper is drawn."""
    with pikepdf.open(paper, allow_overwriting_input=True) as whole:
        del whole.Root.Metadata
        whole.save()
    return paper


def asked(house: RealHouse, room: Path) -> None:
    """A konsep and a paper signed elsewhere; who prepared it wants both in one file."""
    naskah.matter(house, room)
    now = house.clock.now()
    for n in (1, 2):
        paper = surat(room / f"naskah-{n}.pdf", f"naskah {n}")
        kept = keep(house, paper if n == 1 else _no_archive(paper))
        one = Naskah(
            f"naskah{n}",
            naskah.PERKARA,
            INSTANSI,
            naskah.JENIS,
            DITANDATANGANI,
            now,
            bertanda_tangan=kept.sha256,
        )
        with house.ledger.begin() as tx:
            tx.add(one)
            hold(tx, kept)
            tx.note(Catatan(INSTANSI, MESIN, "naskah_diisi", now, one.id))
    oleh = naskah.who(house, "penyiap")
    minta.ask(house, oleh, Minta("jilidan1", BERKAS, naskah.PERKARA))
