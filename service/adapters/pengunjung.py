"""The port Visitor: one plain request after another, to machines of the open internet alone."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from service.domain.edisi.alamat_periksa import SENDIRI, Alamat, Jawaban, is_public, is_web
from service.tanya_luar import DiDalam, judged, line_over, need_whole, patience

PORTS = {"http": 80, "https": 443}
ALIH = frozenset({301, 302, 303, 307, 308})
PALING_ALIH = 5
PART = 1 << 16
BACA_LUAR = 1 << 16  # bytes of another site's answer; that it answers is all that is asked
APA_ADANYA = "/?&=%:@!$'()*+,;~"


class TidakBoleh(Exception):
    """The address leads where nothing of ours may be sent."""


@dataclass(frozen=True)
class Sabar:
    """How long to wait, in seconds: for a connection or a byte, and for all of it."""

    diam: float = 10.0
    luar: float = 20.0
    sendiri: float = 120.0


class Pengunjung:
    """Asks from this machine; `sendiri` is where our own pages are reached."""

    def __init__(
        self,
        which: str,
        sendiri: str,
        ca: Path | None = None,
        sabar: Sabar | None = None,
        terbuka: Callable[[str], bool] = is_public,
    ) -> None:
        self.which, self._own, self._ca = which, sendiri, ca
        self._sabar, self._terbuka = sabar or Sabar(), terbuka

    def visit(self, asked: Alamat) -> Jawaban:
        own = asked.jenis == SENDIRI
        where = self._own + asked.alamat if own else asked.alamat
        try:
            for _ in range(PALING_ALIH):
                answer, onward = self._once(where, asked)
                if not onward:
                    return answer
                where = urljoin(where, onward)
        except TidakBoleh as no:
            return Jawaban(sebab=str(no), ditolak=True)
        except ssl.SSLCertVerificationError as wrong:
            return Jawaban(sebab=f"sertifikatnya tidak dipercaya ({wrong.verify_message})")
        except TimeoutError:
            return Jawaban(sebab="waktu tunggunya habis")
        except (OSError, http.client.HTTPException, UnicodeError) as wrong:
            why = getattr(wrong, "strerror", None) or type(wrong).__name__
            return Jawaban(sebab=f"tidak tersambung ({why})")
        return Jawaban(sebab="dialihkan terus-menerus")

    def _once(self, where: str, asked: Alamat) -> tuple[Jawaban, str]:
        """The answer, and where it sends on to."""
        if not is_web(where):
            raise TidakBoleh("bukan alamat http atau https")
        to = urlsplit(where)
        own = bool(self._own) and _origin(to) == _origin(urlsplit(self._own))
        line = self._connected(to, own=own)
        with patience(line, self._sabar.sendiri if own else self._sabar.luar) as late:
            try:
                line.request("GET", _path(to), headers={**KEPALA, "Host": to.netloc})
                with contextlib.closing(line.getresponse()) as answer:
                    onward = answer.getheader("Location", "") if answer.status in ALIH else ""
                    if onward:
                        return Jawaban(answer.status), onward
                    read = _read(answer, asked.ukuran + 1 if asked.sidik else BACA_LUAR)
                if late.is_set():  # a line that is cut reads as an end
                    raise TimeoutError
                return read, ""
            except (OSError, http.client.HTTPException) as wrong:
                if late.is_set():
                    raise TimeoutError from wrong
                raise

    def _connected(self, to: SplitResult, *, own: bool) -> http.client.HTTPConnection:
        host, port = to.hostname or "", to.port or PORTS[to.scheme]
        try:
            place = judged(host, port, None if own else self._terbuka)
        except DiDalam as no:
            raise TidakBoleh("alamatnya di jaringan kantor atau di mesin ini") from no
        trust = self._trust() if to.scheme == "https" else None
        bare = socket.create_connection((place, port), self._sabar.diam)
        return line_over(bare, host, port, trust)

    def _trust(self) -> ssl.SSLContext:
        trust = ssl.create_default_context()
        if self._ca and self._ca.is_file():
            trust.load_verify_locations(self._ca)
        return trust


KEPALA = {
    "User-Agent": "Berkas (pemeriksaan tautan daftar informasi publik)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def _origin(to: SplitResult) -> tuple[str, str, int]:
    return to.scheme, to.hostname or "", to.port or PORTS.get(to.scheme, 0)


def _path(to: SplitResult) -> str:
    asked = quote(to.path or "/", safe=APA_ADANYA)
    return f"{asked}?{quote(to.query, safe=APA_ADANYA)}" if to.query else asked


def _read(answer: http.client.HTTPResponse, most: int) -> Jawaban:
    """What came, up to so many bytes, and by what it is known."""
    many, mark = 0, hashlib.sha256()
    while many < most and (part := answer.read(min(PART, most - many))):
        many += len(part)
        mark.update(part)
    if many < most:
        need_whole(answer, many)
    return Jawaban(answer.status, many, mark.hexdigest())
