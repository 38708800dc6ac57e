"""The services behind a signature: time stamps, and whether a certificate was withdrawn."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import aiohttp
from asn1crypto import cms, x509
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import extract_ts_certs
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend

MENUNGGU = 20  # seconds for one answer
Contoh = dict[str, cms.ContentInfo]  # what a stamp of each kind of digest looks like


@dataclass(frozen=True)
class Layanan:
    """What the office has set; nothing set: signatures prove themselves by their own clock."""

    tsa: str = ""  # address of the time stamping service
    akar: tuple[bytes, ...] = ()  # trusted roots, DER
    perantara: tuple[bytes, ...] = ()  # certificates between a root and the signers, DER
    bukti: bool = False  # whether proofs that nothing was withdrawn are fetched and kept
    ca_tls: Path | None = None  # of an office that signs its own servers

    @property
    def tingkat(self) -> str:
        """The level of PAdES that this is enough for."""
        if not self.tsa:
            return "B-B"
        return "B-LTA" if self.akar and self.bukti else "B-T"

    @asynccontextmanager
    async def connected(self, contoh: Contoh) -> AsyncIterator[Tersambung]:
        """The services, asked over connections that end with the block."""
        trusted = _servers_trusted(self.ca_tls)
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=trusted),
            timeout=aiohttp.ClientTimeout(total=MENUNGGU),
            trust_env=False,
        ) as session:
            yield Tersambung(self, session, contoh)


@cache
def _servers_trusted(ca_tls: Path | None) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=ca_tls)


class Penanggal(HTTPTimeStamper):
    """Gives time stamps; what one looks like is asked once, not before every signature."""

    def __init__(self, tsa: str, session: aiohttp.ClientSession, contoh: Contoh) -> None:
        super().__init__(tsa, timeout=MENUNGGU, session=session)
        self._contoh = contoh
        self.berganti = False  # whether the service stamps with a certificate it did not show
        for digest, one in list(contoh.items()):
            self._register_dummy(digest, one)  # type: ignore[no-untyped-call]

    async def async_dummy_response(self, md_algorithm: str) -> cms.ContentInfo:
        """How a stamp looks, so that there is room for it."""
        one = await super().async_dummy_response(md_algorithm)
        self._contoh[md_algorithm] = one
        return one

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A stamp."""
        shown = set(self._certs)
        given = await super().async_timestamp(message_digest, md_algorithm)
        now = {one.issuer_serial for one in extract_ts_certs(given, self.cert_registry)}
        self.berganti |= bool(shown) and not now <= shown
        return given


class Tersambung:
    """The services while they are connected."""

    def __init__(self, layanan: Layanan, session: aiohttp.ClientSession, contoh: Contoh) -> None:
        self._layanan, self._session = layanan, session
        self.stamper = Penanggal(layanan.tsa, session, contoh) if layanan.tsa else None

    def trusted(self) -> ValidationContext | None:
        """What proves a certificate for later, where that is asked for."""
        if self._layanan.tingkat != "B-LTA":
            return None
        return ValidationContext(
            trust_roots=[x509.Certificate.load(one) for one in self._layanan.akar],
            other_certs=[x509.Certificate.load(one) for one in self._layanan.perantara],
            allow_fetching=True,
            revocation_mode="hard-fail",
            fetcher_backend=AIOHttpFetcherBackend(self._session, MENUNGGU),
        )
