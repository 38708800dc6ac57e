"""A matter that a person has asked to be bound, with a letter that is drawn first."""

from __future__ import annotations

from pathlib import Path

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


def asked(house: RealHouse, room: Path) -> None:
    """A konsep and a paper signed elsewhere; who prepared it wants both in one file."""
    naskah.matter(house, room)
    now = house.clock.now()
    for n in (1, 2):
        kept = keep(house, surat(room / f"naskah-{n}.pdf", f"naskah {n}"))
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
