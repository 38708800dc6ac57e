"""The port Caller: one POST to a judged address, never sent on, never endless.

No error repeats a head, for one of them proves who we are.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
from collections.abc import Collection, Mapping
from urllib.parse import SplitResult, urlsplit

from service.domain.edisi.alamat_periksa import is_public
from service.domain.refusals import Unavailable
from service.tanya_luar import DiDalam, judged, line_over, patience

DIAM, SELURUH = 10.0, 20.0  # seconds: to reach it or hear a byte, and for all of it
DIBACA = 1 << 16  # bytes of an answer; what it says is not kept


class Pengabar:
    """Tells machines of the open internet, and those of the office that its keeper named."""

    def __init__(
        self, kantor: Collection[str] = (), diam: float = DIAM, seluruh: float = SELURUH
    ) -> None:
        self.kantor = frozenset(kantor)
        self._diam, self._seluruh = diam, seluruh

    def tell(self, alamat: str, heads: Mapping[str, str], body: bytes) -> int:
        to = urlsplit(alamat)
        line = self._connected(to)
        with patience(line, self._seluruh) as late:
            try:
                path = to.path or "/"
                told = f"{path}?{to.query}" if to.query else path
                line.request("POST", told, body, {**self._plain(to), **heads})
                with contextlib.closing(line.getresponse()) as answer:
                    answer.read(DIBACA)
                    return answer.status
            except (OSError, http.client.HTTPException, UnicodeError) as wrong:
                raise _away(to, TimeoutError() if late.is_set() else wrong) from None

    def _plain(self, to: SplitResult) -> dict[str, str]:
        return {
            "Host": to.netloc,
            "User-Agent": "Berkas (webhook)",
            "Content-Type": "application/json",
            "Connection": "close",
        }

    def _connected(self, to: SplitResult) -> http.client.HTTPConnection:
        host = to.hostname or ""
        own, tls = host in self.kantor, to.scheme == "https"
        port = to.port or (443 if tls else 80)
        if not tls and not own:
            raise Unavailable(f"{host} tidak dihubungi tanpa TLS.", permanent=True)
        try:
            place = judged(host, port, None if own else is_public)
            bare = socket.create_connection((place, port), self._diam)
            return line_over(bare, host, port, ssl.create_default_context() if tls else None)
        except DiDalam:
            raise Unavailable(
                f"{host} terletak di jaringan kantor atau di mesin ini. Tidak ada yang dikirim. "
                "Bila itu memang mesin kantor sendiri, mintalah pengelola menyebutnya di "
                "BERKAS_KAIT_KANTOR.",
                permanent=True,
            ) from None
        except ssl.SSLCertVerificationError as wrong:
            raise Unavailable(
                f"Sertifikat {host} tidak dipercaya ({wrong.verify_message}). Tidak ada yang "
                "dikirim.",
                permanent=True,
            ) from None
        except (OSError, UnicodeError) as wrong:
            raise _away(to, wrong) from None


def _away(to: SplitResult, wrong: Exception) -> Unavailable:
    why = getattr(wrong, "strerror", None) or type(wrong).__name__
    if isinstance(wrong, TimeoutError):
        why = "waktu tunggunya habis"
    return Unavailable(f"{to.hostname} tidak menjawab sampai selesai ({why}).")
