"""Every pair of the packs printed with its own sample, to be looked at page by page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from service.acts.instansi.rupa import rupa_in
from service.acts.pasangan.klinik import unprinted
from service.domain import paper
from service.domain.kesalahan import Kesalahan, grave
from service.domain.klinik.tercetak import of_print
from service.domain.paket import UMUM, PaketTidakTerbaca
from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Packs

_PASANGAN = re.compile(r"naskah/([^/]+)\.toml")


def print_all(
    house: House, packs: Packs, out: Path, only: Collection[str] = ()
) -> Iterator[Path | Kesalahan]:
    """A PDF in `out` for each pair and what is not read on it, or why there is none.

    Pairs with faults are told elsewhere.
    """
    for kode in (UMUM, *packs.instansi()):
        if not only or kode in only:
            for name in packs.names(kode):
                if found := _PASANGAN.fullmatch(name):
                    yield from _printed(house, packs, out, kode, found[1])


def _printed(
    house: House, packs: Packs, out: Path, kode: str, jenis: str
) -> Iterator[Path | Kesalahan]:
    toml, docx = paper.names(jenis)
    with house.room() as room:
        try:
            kind, found = paper.read(jenis, packs.text(f"{kode}/{toml}"), f"{kode}/{toml}")
            if kind is None or grave(found) or docx not in {*packs.names(kode), *packs.names(UMUM)}:
                return
            templat = packs.file(kode, docx, room / f"{jenis}.docx")
            # The common pack is nobody's: its pairs are printed as they came.
            ikut = kode != UMUM and kind.takes_looks(umum=docx not in packs.names(kode))
            rupa = rupa_in(packs, kode, room, ikut=ikut)
            filled = house.filler.fill(templat, paper.sample(kind), room / "isi.docx", rupa)
            made = house.converter.pdf(filled, room / "jadi.pdf")
            yield Path(shutil.copyfile(made, out / f"{kode}-{jenis}.pdf"))
            for one in unprinted(house, templat, made, kind):
                yield Kesalahan(f"{kode}/{docx}", 0, str(of_print(one)), peringatan=True)
        except (Refusal, Unavailable, PaketTidakTerbaca) as wrong:
            yield Kesalahan(f"{kode}/{docx}", 0, f"Tidak dapat dicetak: {wrong}")
