"""How papers are signed, sent to signers, and judged when they come back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.readers import Reading

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.courier_folder import CourierFolder
    from service.adapters.letak_ttd import PdfLetak
    from service.adapters.signing.pilih import SignerByKey
    from service.adapters.signing.verifikasi import FolderVerifier
    from service.ports.signing import SigningService


class Signing(Reading):
    """The signing desk."""

    @opened_once
    def signer(self) -> SignerByKey:
        from service.adapters.signing.akar import read
        from service.adapters.signing.layanan import Layanan
        from service.adapters.signing.pades import PadesSigner
        from service.adapters.signing.pilih import SignerByKey

        known = read(*self._trusted())
        asked = bool(self.settings.tsa and known.akar)
        services = Layanan(self.settings.tsa, known.akar, known.perantara, bukti=asked)
        return SignerByKey(PadesSigner(services, self.clock), self.esign, self.clock)

    @opened_once
    def esign(self) -> SigningService:
        from service.adapters.bsre import BsreService, NoService

        return BsreService(self.settings.bsre) if self.settings.bsre else NoService()

    @opened_once
    def verifier(self) -> FolderVerifier:
        from service.adapters.signing.verifikasi import FolderVerifier

        return FolderVerifier(self.reader, self.clock, self._trusted)

    def _trusted(self) -> list[Path]:
        """The folders with what signatures are judged by: the machine's, and one in each pack."""
        own = [self.settings.akar] if self.settings.akar else []
        return [*own, *sorted(self.settings.packs.glob("*/akar"))]

    @opened_once
    def placer(self) -> PdfLetak:
        from service.adapters.letak_ttd import PdfLetak

        return PdfLetak()

    @property
    def modul_ttd(self) -> Path | None:
        return self.settings.pkcs11

    @opened_once
    def courier(self) -> CourierFolder:
        from service.adapters.courier_folder import CourierFolder

        home = self.settings.home
        return CourierFolder(home / "tanda-tangan", lama=home / "tanda_tangan")
