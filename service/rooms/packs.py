"""What an agency brings with it: its packs with what officers changed, and the days off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from service.domain.paket import Paket
from service.opened_once import opened_once
from service.rooms.store import Storing

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.holidays import HolidaySeed
    from service.adapters.packs import FolderPacks

CHANGED = "paket"


class Packed(Storing):
    """The packs of the agencies."""

    @opened_once
    def packs(self) -> FolderPacks:
        from service.adapters.packs import FolderPacks

        return FolderPacks(self.settings.packs, self._changed, self._kept)

    def _kept(self, sha256: str) -> bytes:
        with self.store.open(sha256) as held:
            return held.read()

    def _changed(self) -> Mapping[str, str]:
        """What officers changed; read anew only where a version moved on."""
        seen, texts = self.opened.get(CHANGED, ({}, {}))
        if self.lists.paket() != seen:
            with self.ledger.read() as look:
                rows = look.find(Paket)
            seen, texts = {one.id: one.versi for one in rows}, {one.id: one.teks for one in rows}
            self.opened[CHANGED] = (seen, texts)
        return cast(Mapping[str, str], texts)

    @opened_once
    def holidays(self) -> HolidaySeed:
        from service.adapters.holidays import HolidaySeed

        return HolidaySeed()
