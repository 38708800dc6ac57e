"""A dossier from anywhere, looked at: every original inside it, and its signatures."""

from __future__ import annotations

from pathlib import Path

from service.acts.tas.periksa import KOSONG, Diperiksa
from service.domain.dossier.utuh import faults
from service.domain.kiriman import shown
from service.domain.tas.manifes import Oxum
from service.domain.temuan_ttd import broken, of_again, people
from service.domain.wujud_asli import DIBACA, of_head
from service.ports import House
from service.ports.signing import Terkirim


def is_pdf(path: Path) -> bool:
    """Whether a file begins as one."""
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return of_head(opened.read(DIBACA)).pdf


def look_dossier(house: House, path: Path) -> Diperiksa:
    """Every fault of its attachments, and of the signatures that those that are PDFs bear."""
    isi = house.dossiers.held(path)
    oxum = Oxum(sum(one.bita for one in isi.lampiran), len(isi.lampiran))
    found = Diperiksa(path.name, oxum, list(faults(isi)))
    with house.room() as room:
        for n, one in enumerate(isi.lampiran):
            if not one.nama.lower().endswith(".pdf"):
                continue
            pdf = house.dossiers.one(path, n, room / "lampiran.pdf")
            if not is_pdf(pdf):
                continue
            bacaan = house.verifier.look(pdf, Terkirim(0, KOSONG))
            if not people(bacaan) and not bacaan.ganjil:
                continue  # a letter that nobody signed here
            found.tanda += 1
            said = [f"Tanda tangan {shown(one.nama)}: {x}" for x in of_again(bacaan)]
            if broken(bacaan):
                found.salah += said
            else:
                found.perhatikan += said
    return found
