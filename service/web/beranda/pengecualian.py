"""What is withheld on the first page of the day: openings that wait, terms that run out."""

from __future__ import annotations

from service.acts.dikecualikan.buka import waiting_pieces
from service.acts.pengingat.hukum import PENJAGA
from service.acts.pengingat.pengecualian import pieces
from service.acts.ttd.pengingat_hari import Hari, places
from service.domain.informasi.kode import spoken
from service.domain.ingat import in_order
from service.domain.wewenang import Act, Hadir
from service.face.isi import Tugas
from service.ports import House
from service.web.kata.pengingat import task

TERLIHAT = 4


def withheld(house: House, hadir: Hadir) -> list[Tugas]:
    """One task an opening that waits for this person, and the terms that end first."""
    if not hadir.may(Act.SECRET):
        return []
    asked = [
        Tugas(
            "Setujui atau tolak pembukaan informasi sebelum waktunya",
            f"/dikecualikan/{one.id}#minta-{each.id}",
            "menunggu",
            "menunggu orang kedua",
            spoken(one.kode),
        )
        for each, one in waiting_pieces(house, hadir)
    ]
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        where = [one for here in places(hadir, PENJAGA).values() for one in here]
        found = in_order(pieces(house, hari, where, ()))
    return asked[:TERLIHAT] + [task(one, "") for one in found[:TERLIHAT]]
