"""Certificates behind signatures: where they lead, how long they last, who was withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import crl, x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    PathError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.policy_decl import (
    NO_REVOCATION,
    REQUIRE_REVINFO,
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
)

AKAR, MANDIRI, PUTUS = "akar", "mandiri", "putus"
BERLAKU, BELUM, HABIS = "berlaku", "belum", "habis"
TIDAK, DICABUT, TAK_DIKETAHUI = "tidak", "dicabut", "tak_diketahui"
TAK_DITANYA = NO_REVOCATION
DIPERCAYA = {"rantai": AKAR, "masa": BERLAKU, "pencabutan": TIDAK}


@dataclass(frozen=True)
class Guna:
    """What a certificate must be meant for."""

    kunci: tuple[str, ...] = ()
    lanjut: tuple[str, ...] = ()


ORANG = Guna(kunci=("non_repudiation",))
CAP = Guna(lanjut=("time_stamping",))


@dataclass
class Bekal:
    """What a certificate is judged by: roots of the office, and what the file brings along."""

    akar: Sequence[x509.Certificate]
    lain: Sequence[x509.Certificate]
    crls: Sequence[crl.CertificateList]
    ocsps: Sequence[Any]

    def context(
        self, at: datetime, ditanya: RevocationCheckingPolicy, sampai: datetime | None = None
    ) -> ValidationContext:
        """The same, for one question about one moment.

        A list brought later tells of an earlier moment, too: it has the day of each withdrawal.
        Not one that was made when the certificate was over: such a list may leave it out.
        """
        lists = [one for one in self.crls if sampai is None or _made(one) <= sampai]
        return ValidationContext(
            trust_roots=list(self.akar),
            other_certs=list(self.lain),
            moment=at,
            crls=lists,
            ocsps=list(self.ocsps),
            revinfo_policy=CertRevTrustPolicy(ditanya, retroactive_revinfo=sampai is not None),
        )

    async def judged(
        self, cert: x509.Certificate, others: Sequence[x509.Certificate], at: datetime, guna: Guna
    ) -> dict[str, str]:
        """Its chain, its days and its withdrawal, at one moment."""
        dari, sampai = cert.not_valid_before, cert.not_valid_after
        masa = BELUM if at < dari else HABIS if at > sampai else BERLAKU
        within = min(max(at, dari), sampai)

        async def holds(ditanya: RevocationCheckingPolicy) -> None:
            asked = CertificateValidator(cert, others, self.context(within, ditanya, sampai))
            await asked.async_validate_usage(set(guna.kunci), set(guna.lanjut))

        rantai, pencabutan = AKAR, TIDAK
        try:
            await holds(TAK_DITANYA)
        except (ValidationError, PathError, ValueError):
            rantai = MANDIRI if cert.self_signed != "no" else PUTUS
            return {"rantai": rantai, "masa": masa, "pencabutan": TAK_DIKETAHUI}
        try:
            await holds(REQUIRE_REVINFO)
        except RevokedError:
            pencabutan = DICABUT
        except (ValidationError, PathError, ValueError):
            pencabutan = TAK_DIKETAHUI
        return {"rantai": rantai, "masa": masa, "pencabutan": pencabutan}


def _made(one: crl.CertificateList) -> datetime:
    made: datetime = one["tbs_cert_list"]["this_update"].native
    return made


def told(cert: x509.Certificate) -> dict[str, str]:
    """Whose it is, by whom, and its days."""
    return {
        "pemilik": _common(cert.subject),
        "penerbit": _common(cert.issuer),
        "sidik": cert.sha256.hex(),
        "dari": cert.not_valid_before.astimezone(UTC).isoformat(),
        "sampai": cert.not_valid_after.astimezone(UTC).isoformat(),
    }


def _common(name: Any) -> str:
    found = name.native.get("common_name") or name.human_friendly
    return str(found[0] if isinstance(found, list) else found)
