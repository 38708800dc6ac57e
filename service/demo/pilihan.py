"""Which way a matter of the play goes where its SOP leaves a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.demo.walk import ahead
from service.domain.berkas import Berkas
from service.domain.sop.bentuk import PER_BUTIR, Sop
from service.domain.sop.jalan import Putusan

ALASAN = "Contoh: ada yang perlu diperbaiki dahulu."


@dataclass
class Pemilih:
    """Each row that may send a matter back does so once in a play; after that it leads on."""

    pernah: set[tuple[str, str]] = field(default_factory=set)  # SOP and row that sent back
    jalan: dict[str, tuple[str, str]] = field(default_factory=dict)  # matter: row and its way

    def __call__(self, berkas: Berkas, open_: Mapping[str, bool]) -> Putusan:
        langkah, hasil = self.jalan.get(berkas.id, ("", ""))
        if langkah == berkas.langkah and hasil in open_:
            return Putusan(hasil)
        at = (berkas.sop, berkas.langkah)
        back = next((hasil for hasil, kembali in open_.items() if kembali), "")
        if back and at not in self.pernah and berkas.id not in self.jalan:
            self.pernah.add(at)
            return Putusan(back, ALASAN)
        return ahead(berkas, open_)

    def take(self, berkas: str, langkah: str, hasil: str) -> None:
        """This matter takes another way at a row, and is sent back nowhere."""
        self.jalan[berkas] = (langkah, hasil)


def other_ways(sop: Sop, bagian: str) -> list[tuple[str, str]]:
    """Rows with the choices that lead on and are not the first: each wants a matter of its own."""
    order = [one.id for one in sop.rows(bagian)]
    found = []
    for row in sop.rows(bagian):
        if row.untuk == PER_BUTIR:
            continue  # its items go each their own way in one matter
        here = order.index(row.id)
        on = [h for h, goal in row.cabang.items() if goal not in order[: here + 1]]
        found += [(row.id, hasil) for hasil in on[1:]]
    return found
