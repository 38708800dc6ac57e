"""The port Signer, by whichever key a person has: here, on a device, or kept by a service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal
from service.domain.tanda_kembali import nobody
from service.domain.tanda_tangan import Sertifikat
from service.ports import Clock
from service.ports.signing import (
    CaraTanda,
    KunciBsre,
    Penandatangan,
    Signer,
    SigningService,
    TandaJadi,
)


class SertifikatDiLayanan(Refusal):
    """The service shows no certificate before it signs with it."""

    def __init__(self) -> None:
        super().__init__(
            "Sertifikat di BSrE baru terlihat sesudah menandatangani. Tidak ada yang berubah."
        )


class SignerByKey:
    """Keys of the office are used here; those at a service, there."""

    def __init__(self, here: Signer, there: SigningService, clock: Clock) -> None:
        self._here, self._there, self._clock = here, there, clock

    def certificate(self, who: Penandatangan, secret: FrasaSandi) -> Sertifikat:
        if isinstance(who.kunci, KunciBsre):
            raise SertifikatDiLayanan
        return self._here.certificate(who, secret)

    @contextmanager
    def opened(self, who: Penandatangan, secret: FrasaSandi) -> Iterator[Penandatangan]:
        if isinstance(who.kunci, KunciBsre):
            yield who
            return
        with self._here.opened(who, secret) as held:
            yield held

    def sign(
        self, pdf: Path, who: Penandatangan, secret: FrasaSandi, how: CaraTanda, out: Path
    ) -> TandaJadi:
        if not isinstance(who.kunci, KunciBsre):
            return self._here.sign(pdf, who, secret, how, out)
        self._there.sign(pdf, who.kunci.nik, secret, how, out)
        # Which certificate it was is read from the paper.
        return TandaJadi("", nobody(), self._clock.now())
