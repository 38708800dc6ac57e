"""Which paper of ours a file is, by its first bytes or by the codes on its pages."""

from __future__ import annotations

from pathlib import Path

from service.acts.kiriman import awalan
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.tanda_cetak import differs, marks
from service.ports import House


def difference(house: House, naskah: Naskah, path: Path) -> str:
    """What its pages say of a file that does not begin as this paper does."""
    return differs(naskah.token, naskah.ajuan, _marks(house, path))


def paper_of(house: House, path: Path) -> str:
    """The id of the paper that a file is, whatever it is called; '' where nobody can tell."""
    with house.ledger.read() as reading:
        if found := awalan.begins_as(reading, reading.find(Naskah, keadaan=DIKIRIM), path):
            return found.id
    tokens = dict.fromkeys(token for token, _ in _marks(house, path))
    with house.ledger.read() as reading:
        known = {one.id for token in tokens for one in reading.find(Naskah, token=token)}
    return known.pop() if len(known) == 1 else ""


def _marks(house: House, path: Path) -> tuple[tuple[str, int], ...]:
    return marks(house.reader.look(path, "kembali.pdf").tanda)
