"""Who looks into foreign files, each behind a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.kotak_baca import BoxDossier, BoxFitter, BoxGate, BoxReader
    from service.adapters.ocr import TesseractOcr
    from service.ports import Scanner


class Reading(Foundation):
    """The readers of foreign files."""

    @opened_once
    def reader(self) -> BoxReader:
        from service.adapters.kotak_baca import BoxReader

        return BoxReader(self.settings.batas)

    @opened_once
    def fitter(self) -> BoxFitter:
        from service.adapters.kotak_baca import BoxFitter

        return BoxFitter(self.reader)

    @opened_once
    def gate(self) -> BoxGate:
        from service.adapters.kotak_baca import BoxGate

        return BoxGate(self.reader, self.settings.batas)

    @opened_once
    def dossiers(self) -> BoxDossier:
        from service.adapters.kotak_baca import BoxDossier

        return BoxDossier(self.reader)

    @opened_once
    def ocr(self) -> TesseractOcr:
        from service.adapters.box import Bubblewrap
        from service.adapters.ocr import TesseractOcr

        return TesseractOcr(Bubblewrap())

    @opened_once
    def scanner(self) -> Scanner:
        from service.adapters.clamd import Clamd, NoScanner

        return Clamd(self.settings.clamd) if self.settings.clamd else NoScanner()
