"""One request to a site of others: to the address that was judged, never sent on, never endless.

No error repeats the head or the body of a request: the one holds the key to the site.
"""

from __future__ import annotations

import contextlib
import fcntl
import http.client
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.adapters.dorong.badan import Badan
from service.domain.edisi.alamat_periksa import is_public
from service.domain.edisi.tujuan import Tujuan
from service.domain.refusals import Unavailable
from service.tanya_luar import DiDalam, judged, line_over, need_whole, patience

PART = 1 << 16
TERBESAR = 16_000_000  # bytes of an answer
LAJU = 50_000  # bytes a second that a slow line carries at least


@dataclass(frozen=True)
class Sabar:
    """Seconds: to reach it or hear a byte, and for all of a small request."""

    diam: float = 20.0
    seluruh: float = 60.0


@dataclass(frozen=True)
class Jawaban:
    """What came back."""

    kode: int
    isi: bytes

    @property
    def baik(self) -> bool:
        """Whether the site calls it a success."""
        return 200 <= self.kode < 300

    @property
    def told(self) -> Any:
        """The JSON it holds; None where it holds none."""
        try:
            return json.loads(self.isi)
        except (ValueError, RecursionError):
            return None


class Saluran:
    """The way to one site, with the key that opens it."""

    def __init__(
        self,
        tujuan: Tujuan,
        kunci: tuple[str, str],
        sabar: Sabar,
        terbuka: Callable[[str], bool] = is_public,
    ) -> None:
        self._to, self._key, self._sabar, self._terbuka = tujuan, kunci, sabar, terbuka

    def ask(self, cara: str, alamat: str, badan: Badan | None = None) -> Jawaban:
        """The answer, whatever it says; Unavailable where none came."""
        line = self._connected()
        whole = self._sabar.seluruh + (badan.panjang / LAJU if badan else 0)
        with patience(line, whole) as late:
            try:
                self._send(line, cara, alamat, badan)
                with contextlib.closing(line.getresponse()) as answer:
                    return Jawaban(answer.status, _read(answer))
            except (OSError, http.client.HTTPException) as wrong:
                raise self._away(TimeoutError() if late.is_set() else wrong) from None

    def _connected(self) -> http.client.HTTPConnection:
        to = self._to
        try:
            place = judged(to.mesin, to.port, None if to.kantor else self._terbuka)
            trust = self._trust() if to.tls else None
            bare = socket.create_connection((place, to.port), self._sabar.diam)
            return line_over(bare, to.mesin, to.port, trust)
        except DiDalam:
            raise Unavailable(
                f"{to.mesin} terletak di jaringan kantor atau di mesin ini. Tidak ada yang "
                f'dikirim. Bila itu memang situs kantor sendiri, tambahkan jaringan = "kantor" '
                f"pada tujuan {to.nama}.",
                permanent=True,
            ) from None
        except ssl.SSLCertVerificationError as wrong:
            raise Unavailable(
                f"Sertifikat {to.mesin} tidak dipercaya ({wrong.verify_message}). Tidak ada "
                "yang dikirim. Bila situs itu memakai sertifikat sendiri, tulis file "
                f"penerbitnya di ca pada tujuan {to.nama}.",
                permanent=True,
            ) from None
        except (OSError, UnicodeError) as wrong:
            raise self._away(wrong) from None

    def _send(
        self, line: http.client.HTTPConnection, cara: str, alamat: str, badan: Badan | None
    ) -> None:
        to = self._to
        usual = to.port == (443 if to.tls else 80)
        line.putrequest(cara, f"{to.jalur}{alamat}", skip_host=True, skip_accept_encoding=True)
        line.putheader("Host", to.mesin if usual else f"{to.mesin}:{to.port}")
        line.putheader(*self._key)
        line.putheader("User-Agent", "Berkas (daftar informasi publik)")
        line.putheader("Accept", "application/json")
        line.putheader("Connection", "close")
        if badan or cara == "POST":
            line.putheader("Content-Length", str(badan.panjang if badan else 0))
        if badan:
            line.putheader("Content-Type", badan.jenis)
        line.endheaders()
        # One that has heard enough hangs up, and has perhaps said why before.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for part in badan.parts() if badan else ():
                line.send(part)

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self._to.ca) if self._to.ca else None)

    def _away(self, wrong: Exception) -> Unavailable:
        why = getattr(wrong, "strerror", None) or type(wrong).__name__
        if isinstance(wrong, TimeoutError):
            why = "waktu tunggunya habis"
        return Unavailable(
            f"{self._to.mesin} tidak menjawab sampai selesai ({why}). Sebelum mengirim lagi, "
            "dilihat dahulu apa yang sudah sampai di sana."
        )


@contextlib.contextmanager
def alone(folder: Path, tujuan: Tujuan) -> Iterator[None]:
    """One sender to a site at a time; who is killed holds nothing up."""
    folder.mkdir(0o700, parents=True, exist_ok=True)
    with (folder / f"{tujuan.nama}.kunci").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unavailable(
                f"Pengiriman lain ke {tujuan.nama} sedang berjalan; yang ini menyusul."
            ) from None
        yield


def _read(answer: http.client.HTTPResponse) -> bytes:
    kept, many = list[bytes](), 0
    try:
        while part := answer.read1(PART):
            many += len(part)
            if many > TERBESAR:
                raise http.client.HTTPException("more than any answer has")
            kept.append(part)
    except (OSError, http.client.HTTPException):
        if answer.status >= 400:  # it had heard enough; the number says why
            return b""
        raise
    if answer.status < 400:
        need_whole(answer, many)
    return b"".join(kept)
