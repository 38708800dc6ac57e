"""One request on one line: sealed, no proxy, no second address, no doubt about what was sent.

What cannot have been acted upon is Unavailable; once the last byte may have left, a lost answer is
JawabanHilang. No error repeats path, head or body: they hold what only the signer knows.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.adapters.bsre.badan import Badan
from service.domain.esign.sambungan import Sambungan
from service.domain.refusals import Unavailable
from service.tanya_luar import line_over, need_whole, patience

PART = 1 << 16
FIRST = 1024  # bytes by which it is seen who takes the rest


class JawabanHilang(Exception):
    """All was sent, and the answer did not come, or not whole."""

    def __init__(self, kepala: Mapping[str, str]) -> None:
        super().__init__("the answer was lost")
        self.kepala = kepala


Take = Callable[[bytes], None]
Penerima = Callable[[int, bytes], Take | None]
"""From the status and the first bytes: who takes all of them, or None for the answer itself."""


@dataclass(frozen=True, repr=False)
class Permintaan:
    """One request; `batas` is how many bytes its answer may have."""

    cara: str
    alamat: str
    badan: Badan | None
    batas: int
    penerima: Penerima | None = None


@dataclass(frozen=True, repr=False)
class Jawaban:
    """What came back; names of the head in small letters."""

    kode: int
    kepala: Mapping[str, str]
    isi: bytes

    @property
    def baik(self) -> bool:
        """Whether the service calls it a success."""
        return 200 <= self.kode < 300


class Saluran:
    """The way to one service."""

    def __init__(self, sambungan: Sambungan) -> None:
        self._to = sambungan
        self._trust: ssl.SSLContext | None = None
        if sambungan.tls:
            ca = str(sambungan.ca) if sambungan.ca else None
            self._trust = ssl.create_default_context(cafile=ca)

    def ask(self, one: Permintaan) -> Jawaban:
        """The answer, whatever it says; Unavailable, or JawabanHilang."""
        line = self._connected()
        with patience(line, self._to.kesabaran.seluruh):
            return self._answered(line, one, whole=self._sent(line, one))

    def _connected(self) -> http.client.HTTPConnection:
        to = self._to
        end = time.monotonic() + to.kesabaran.sambung
        try:
            bare = socket.create_connection((to.mesin, to.port), to.kesabaran.sambung)
            bare.settimeout(max(0.1, end - time.monotonic()))
            line = line_over(bare, to.mesin, to.port, self._trust)
            line.sock.settimeout(to.kesabaran.diam)
        except ssl.SSLCertVerificationError as wrong:
            raise Unavailable(
                f"Sertifikat layanan tanda tangan {to.mesin} tidak dipercaya "
                f"({wrong.verify_message}). Tidak ada yang ditandatangani. Bila layanan itu "
                "memakai sertifikat sendiri, minta pengelola menyetel file penerbitnya.",
                permanent=True,
            ) from None
        except (OSError, ValueError) as wrong:
            raise self._away(wrong) from None
        return line

    def _sent(self, line: http.client.HTTPConnection, one: Permintaan) -> bool:
        """Whether the last byte may have left."""
        whole = one.badan is None
        try:
            self._write_head(line, one)
            for part, last in one.badan.parts() if one.badan else ():
                whole = last
                line.send(part)
        except TimeoutError as wrong:
            if whole:
                raise JawabanHilang({}) from None
            raise self._away(wrong) from None
        except OSError:
            pass  # it has heard enough; perhaps it said why before it hung up
        return whole

    def _write_head(self, line: http.client.HTTPConnection, one: Permintaan) -> None:
        basic = b64encode(f"{self._to.nama}:{self._to.sandi}".encode()).decode()
        line.putrequest(one.cara, f"{self._to.jalur}{one.alamat}")
        line.putheader("Authorization", f"Basic {basic}")
        line.putheader("Connection", "close")
        if one.badan:
            line.putheader("Content-Type", one.badan.jenis)
            line.putheader("Content-Length", str(one.badan.panjang))
        line.endheaders()

    def _answered(
        self, line: http.client.HTTPConnection, one: Permintaan, *, whole: bool
    ) -> Jawaban:
        kepala: dict[str, str] = {}
        try:
            with contextlib.closing(line.getresponse()) as answer:
                kepala = {name.lower(): value for name, value in answer.getheaders()}
                return Jawaban(answer.status, kepala, _read(answer, one))
        except (OSError, http.client.HTTPException) as wrong:
            if whole or kepala:
                raise JawabanHilang(kepala) from None
            raise self._away(wrong) from None

    def _away(self, wrong: Exception) -> Unavailable:
        why = getattr(wrong, "strerror", None) or type(wrong).__name__
        return Unavailable(
            f"Layanan tanda tangan {self._to.mesin} tidak menjawab ({why}). Tidak ada yang "
            "ditandatangani; coba lagi nanti."
        )


def _read(answer: http.client.HTTPResponse, one: Permintaan) -> bytes:
    """The bytes for the answer; those that somebody takes have gone there."""
    kept: list[bytes] = []
    part = answer.read(FIRST)
    take = (one.penerima and one.penerima(answer.status, part)) or kept.append
    many = 0
    while part:
        many += len(part)
        if many > one.batas:
            raise http.client.HTTPException("more than any answer has")
        take(part)
        part = answer.read1(PART)
    need_whole(answer, many)
    return b"".join(kept)
