"""The reading copy of a file: drawn once and kept, whatever dossier it goes into."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from service.acts.simpan.keep import hold, keep
from service.domain.dossier.salinan import SalinanBaca
from service.domain.refusals import Overtaken
from service.ports import House


def known(house: House, sha256: str) -> SalinanBaca | None:
    """The copy that was drawn of a file; None as long as none was."""
    with house.ledger.read() as reading:
        found = reading.find(SalinanBaca, id=sha256)
    return found[0] if found else None


def drawn(house: House, sha256: str, path: Path, out: Path) -> Path:
    """The copy of a file whose pages lie at `path`, laid at `out`; Refusal where one cannot be."""
    if found := known(house, sha256):
        return house.store.fetch(found.salinan, out)
    made = house.fitter.pictured(path, out)
    kept = keep(house, made)
    with suppress(Overtaken), house.ledger.begin() as tx:  # another drew the same pages meanwhile
        hold(tx, kept)
        tx.add(SalinanBaca(sha256, kept.sha256, house.clock.now()))
    return made
