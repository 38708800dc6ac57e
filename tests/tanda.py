"""Where papers are signed and taken back: a signer, a verifier and the rule between them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

from service.adapters.clock import SystemClock
from service.adapters.pdf_sah import PageExaminer
from service.adapters.signing.kolom import PdfKolom
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.verifikasi import BoxVerifier
from service.domain.frasa_sandi import FrasaSandi
from service.domain.paper import sample
from service.domain.tanda_kembali import Harapan, Putusan, judge
from service.domain.tanda_tangan import BacaanTanda
from service.ports import Tanda
from service.ports.signing import (
    CaraTanda,
    KolomTanda,
    KunciFile,
    Penandatangan,
    Rujukan,
    TandaJadi,
    Terkirim,
)
from tests.lingkar import apart
from tests.office import one_converter, one_filler, one_reader
from tests.papers import UMUM
from tests.pasangan import declared
from tests.pki import FRASA, ORANG, Pki

ALAMAT = "https://ppid.contoh/v/Xk3"
KOLOM = (
    KolomTanda("sekretaris", -1, (80, 60, 150, 130)),
    KolomTanda("kepala", -1, (300, 60, 370, 130)),
)


def printed(folder: Path, jenis: str, name: str, **other: object) -> Path:
    """A paper of ours, with its marks, as it is sent out to be signed."""
    filled = folder / f"{name}.docx"
    one_filler().fill(UMUM / f"{jenis}.docx", sample(declared(jenis)) | other, filled)
    return one_converter().pdf(filled, folder / f"{name}.pdf", Tanda(ALAMAT, (name,)))


def prepared(pdf: Path, out: Path, *rujukan: Rujukan, kolom: Sequence[KolomTanda] = KOLOM) -> Path:
    """The same with an empty place for each who signs it electronically, as it goes out."""
    return PdfKolom(PageExaminer()).prepared(pdf, kolom, rujukan, out)


def sent(pdf: Path) -> Terkirim:
    """What is remembered of a file that goes out."""
    return Terkirim(pdf.stat().st_size, hashlib.sha256(pdf.read_bytes()).hexdigest())


@dataclass
class Kantor:
    """One office with its keys, its services and its roots."""

    pki: Pki
    folder: Path
    urut: Iterator[int] = field(default_factory=count)
    signers: dict[str, PadesSigner] = field(default_factory=dict)

    def layanan(self, tingkat: str = "B-LTA") -> Layanan:
        """What is set for signatures of this level."""
        tsa = "" if tingkat == "B-B" else self.pki.tsa
        return Layanan(tsa, (self.pki.der("akar"),), bukti=tingkat == "B-LTA")

    def signer(self, tingkat: str) -> PadesSigner:
        """The one of a whole day: what it learnt of the services, it knows next time."""
        made = PadesSigner(self.layanan(tingkat), SystemClock())
        return self.signers.setdefault(tingkat, made)

    def sign(
        self, pdf: Path, who: str, tingkat: str = "B-LTA", **how: Any
    ) -> tuple[Path, TandaJadi]:
        """The paper with the signature of somebody, in the place that bears their name."""
        cara = CaraTanda(**{"kolom": KOLOM, "giliran": who, "alamat": ALAMAT, **how})
        out = self.folder / f"{pdf.stem}-{who}-{next(self.urut)}.pdf"
        key = Penandatangan(ORANG.get(who, who), KunciFile(self.pki.pkcs12(who)))
        with FrasaSandi(FRASA) as frasa:
            made = self.signer(tingkat).sign(pdf, key, frasa, cara, out)
        return out, made

    def look(self, kirim: Path, back: Path, *crl: bytes) -> BacaanTanda:
        """What the box finds in a file that came back."""
        verifier = BoxVerifier(one_reader(), SystemClock(), (self.pki.der("akar"),), crl)
        return verifier.look(back, sent(kirim))

    def judged(self, kirim: Path, back: Path, *who: str, crl: bytes = b"") -> Putusan:
        """What the rule says of it, where these were to sign."""
        expected = [Harapan(ORANG[one], frozenset([self.pki.sidik(one)])) for one in who]
        found = self.look(kirim, back, *([crl] if crl else []))
        return judge(found, kirim.stat().st_size, expected, datetime.now(UTC))

    def foreign(
        self,
        pdf: bytes,
        who: str,
        kolom: str = "Signature1",
        kotak: tuple[int, int, int, int] | None = (60, 60, 200, 120),
    ) -> bytes:
        """Signed by a program that is not ours and asks for nothing."""
        key = self.pki.pkcs12(who)
        signer = SimpleSigner.load_pkcs12(str(key), passphrase=FRASA.encode())
        assert signer
        told = PdfSignatureMetadata(
            field_name=kolom, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        place = SigFieldSpec(kolom, on_page=0, box=kotak)
        writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
        made = PdfSigner(told, signer, new_field_spec=place)
        apart(made.async_sign_pdf(writer, existing_fields_only=False, output=out))
        return out.getvalue()
