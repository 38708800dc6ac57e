"""The port Signer: PAdES signatures laid onto a paper as a layer of their own."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers import Signer as Kunci
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko_certvalidator.errors import (
    InsufficientRevinfoError,
    PathError,
    RevokedError,
    ValidationError,
)

from service.adapters.signing import akar, kunci, rupa_tanda
from service.adapters.signing.layanan import Contoh, Layanan, Tersambung
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciMenolak
from service.domain.refusals import Refusal, Unavailable
from service.domain.tanda_tangan import Masa, Sertifikat
from service.ports import Clock
from service.ports.signing import CaraTanda, KolomTanda, Penandatangan, TandaJadi

UTUH = "Belum ada yang ditandatangani."
# What proves the last time stamp lies below it, so that it vouches for the file to its end.
BUKTI = DSSContentSettings(
    include_vri=False,
    next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
)


class NaskahTidakTerbuka(Refusal):
    """The PDF cannot be added to without changing what is there."""

    def __init__(self) -> None:
        super().__init__(f"PDF naskah ini tidak dapat dibuka untuk ditandatangani. {UTUH}")


class TempatTidakAda(Refusal):
    """The place of this signer is missing, and the first signature allows no new one."""

    def __init__(self) -> None:
        super().__init__(
            f"Tempat tanda tangan Anda tidak ada pada naskah ini, atau sudah terisi. {UTUH}"
        )


class SertifikatDitolak(KunciMenolak):
    """The certificate was withdrawn, or leads to no root that the office trusts."""


class PadesSigner:
    """The port Signer, with keys in files and on devices."""

    def __init__(self, layanan: Layanan, clock: Clock) -> None:
        self._layanan, self._clock = layanan, clock
        self._contoh: Contoh = {}

    def certificate(self, who: Penandatangan, secret: FrasaSandi) -> Sertifikat:
        with kunci.opened(who, secret) as key:
            return _certificate(key)

    @contextmanager
    def opened(self, who: Penandatangan, secret: FrasaSandi) -> Iterator[Penandatangan]:
        with kunci.at_hand(who, secret) as held:
            yield held

    def sign(
        self, pdf: Path, who: Penandatangan, secret: FrasaSandi, how: CaraTanda, out: Path
    ) -> TandaJadi:
        whole = pdf.read_bytes()
        with kunci.opened(who, secret) as key:
            certificate, now = _certificate(key), self._clock.now()
            if (masa := certificate.masa(now)) is not Masa.BERLAKU:
                raise kunci.SertifikatTidakBerlaku(masa, certificate)
            signed = _alone(self._signed(whole, key, how, certificate))
        _keep(signed, out)
        return TandaJadi(self._layanan.tingkat, certificate, now)

    async def _signed(
        self, whole: bytes, key: Kunci, how: CaraTanda, certificate: Sertifikat
    ) -> bytes:
        known = bool(self._contoh)
        try:
            return await self._once(whole, key, how)
        except (PathError, ValidationError, SigningError, TimestampRequestError) as fault:
            if not known or self._contoh:
                raise _said(fault, certificate) from fault
        except (PdfError, ValueError, KeyError, TypeError) as broken:
            raise NaskahTidakTerbuka from broken
        return await self._signed(whole, key, how, certificate)  # by what it looks like now

    async def _once(self, whole: bytes, key: Kunci, how: CaraTanda) -> bytes:
        out = io.BytesIO()
        paper = IncrementalPdfFileWriter(io.BytesIO(whole), strict=True)
        async with self._layanan.connected(self._contoh) as services:
            first = _prepare(paper, how)
            signer = self._signer(services, key, how, _size(paper, how.giliran), certify=first)
            try:
                await signer.async_sign_pdf(paper, output=out)
            finally:
                if changed := services.stamper is not None and services.stamper.berganti:
                    self._contoh.clear()
            if changed:
                raise SigningError("the time stamping service changed its certificate")
        return out.getvalue()

    def _signer(
        self,
        services: Tersambung,
        key: Kunci,
        how: CaraTanda,
        size: tuple[float, float],
        *,
        certify: bool,
    ) -> PdfSigner:
        trusted = services.trusted()
        told = PdfSignatureMetadata(
            field_name=how.giliran,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",  # as the key signs
            reason=how.alasan or None,
            location=how.tempat or None,
            certify=certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
            validation_context=trusted,
            embed_validation_info=trusted is not None,
            use_pades_lta=trusted is not None,
            dss_settings=BUKTI,
        )
        style = rupa_tanda.style(how.alamat, *size)
        return PdfSigner(told, key, timestamper=services.stamper, stamp_style=style)


def _alone(work: Coroutine[Any, Any, bytes]) -> bytes:
    """In a thread of its own: whoever asks may itself be run by a loop."""
    with ThreadPoolExecutor(1, "tanda-tangan") as pool:
        return pool.submit(asyncio.run, work).result()


def _prepare(paper: IncrementalPdfFileWriter, how: CaraTanda) -> bool:
    """Make the places of all who sign, where nobody has signed yet; whether that is so."""
    filled = {name: value for name, value, _ in enumerate_sig_fields(paper.prev)}
    first = not any(value is not None for value in filled.values())
    if first:
        for one in how.kolom:
            if one.nama not in filled:
                append_signature_field(paper, _place(one))
                filled[one.nama] = None
    elif how.giliran not in filled and not _certified(paper):
        # A service signed first: it makes its own place, and leaves the others to us.
        mine = next(one for one in how.kolom if one.nama == how.giliran)
        append_signature_field(paper, _place(mine))
        filled[mine.nama] = None
    if filled.get(how.giliran, paper) is not None:
        raise TempatTidakAda
    return first


def _size(paper: IncrementalPdfFileWriter, nama: str) -> tuple[float, float]:
    """How wide and high a place is, whoever made it."""
    _, _, field = next(enumerate_sig_fields(paper, with_name=nama))
    left, bottom, right, top = map(float, field.get_object().get("/Rect", (0, 0, 0, 0)))
    return right - left, top - bottom


def _certified(paper: IncrementalPdfFileWriter) -> bool:
    """Whether a signature says what may be added after it."""
    return "/DocMDP" in paper.root.get("/Perms", ())


def _place(one: KolomTanda) -> SigFieldSpec:
    """A place that nobody changes once it is signed."""
    own = FieldMDPSpec(FieldMDPAction.INCLUDE, fields=[one.nama])
    return SigFieldSpec(one.nama, on_page=one.halaman, box=one.kotak, field_mdp_spec=own)


def _certificate(key: Kunci) -> Sertifikat:
    cert = key.signing_cert
    assert cert is not None
    return akar.told(cert)


def _said(fault: Exception, certificate: Sertifikat) -> Exception:
    causes: list[BaseException] = []
    cause: BaseException | None = fault
    while cause is not None:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(one, RevokedError) for one in causes):
        return SertifikatDitolak(f"Sertifikat {certificate.pemilik} sudah dicabut. {UTUH}")
    if any(isinstance(one, TimestampRequestError) for one in causes):
        return Unavailable(f"Layanan cap waktu tidak menjawab. {UTUH} Coba lagi nanti.")
    if any(isinstance(one, InsufficientRevinfoError | OSError) for one in causes):
        return Unavailable(
            f"Penerbit sertifikat tidak dapat ditanyai apakah sertifikat dicabut. {UTUH} "
            "Coba lagi nanti."
        )
    return SertifikatDitolak(
        f"Sertifikat {certificate.pemilik} tidak berujung pada sertifikat induk yang dipercaya "
        f"kantor ini. {UTUH}"
    )


def _keep(signed: bytes, out: Path) -> None:
    """Put it into its place whole, and onto the disk."""
    with NamedTemporaryFile(dir=out.parent, prefix=".tanda-", delete=False) as beside:
        try:
            beside.write(signed)
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).replace(out)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise
    folder = os.open(out.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
