"""How the house knows that it stands well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.ports import Keadaan
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.heads import HeadsFile
    from service.adapters.last_numbers import NumbersFile
    from service.adapters.machine import Machine


class Health(Foundation):
    """What is looked at to say how the house is."""

    @opened_once
    def machine(self) -> Machine:
        from service.adapters.machine import Machine

        return Machine(self.settings.home)

    @opened_once
    def heads(self) -> HeadsFile:
        from service.adapters.heads import HeadsFile

        return HeadsFile(self.settings.home / "jurnal" / "kepala")

    @opened_once
    def last_numbers(self) -> NumbersFile:
        from service.adapters.last_numbers import NumbersFile

        return NumbersFile(self.settings.home / "jurnal" / "nomor")

    def separation(self) -> Keadaan:
        from service.publik.box import separation

        told = separation(self.settings)
        return Keadaan("Pemisahan halaman publik", told.baik, told.kata)
