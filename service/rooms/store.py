"""Where files are kept: the closed store, the public one, and the key they are sealed with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.seal import WordSeal
    from service.ports import Seal, Store


class Storing(Foundation):
    """The stores of the house."""

    @opened_once
    def _seal(self) -> Seal:
        from service.adapters.seal import KeySeal, NoSeal

        return KeySeal(self.settings.key_file) if self.settings.key_file else NoSeal()

    @opened_once
    def words(self) -> WordSeal:
        from service.adapters.seal import WordSeal, own_key

        return WordSeal(self.settings.key_file or own_key(self.settings.home / "kunci-nik"))

    @opened_once
    def store(self) -> Store:
        return _store(self.settings.store, self._seal)

    @opened_once
    def store_publik(self) -> Store:
        from service.adapters.seal import NoSeal

        store = _store(self.settings.store_publik, NoSeal(), shared=True)
        if not self.settings.store_publik.startswith("s3://"):
            return store
        from service.adapters.store_dekat import StoreDekat

        # The process that serves the public has no network: what it gives out lies here, too.
        return StoreDekat(store, _store(str(self.settings.terbuka), NoSeal(), shared=True))

    @property
    def sealed(self) -> bool:
        return self.settings.key_file is not None


def _store(address: str, seal: Seal, *, shared: bool = False) -> Store:
    if address.startswith("s3://"):
        from service.adapters.store_s3 import StoreS3

        return StoreS3(address, seal)
    from service.adapters.store_folder import StoreFolder
    from service.disk import Disk, SharedDisk

    return StoreFolder(Path(address), SharedDisk() if shared else Disk(), seal)
