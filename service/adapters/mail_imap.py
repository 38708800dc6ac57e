"""The port Mailbox over IMAP: letters are read without a trace and marked only when kept."""

from __future__ import annotations

import contextlib
import errno
import imaplib
import os
import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.domain.refusals import Unavailable
from service.domain.surel import TERDEKAT, KotakSurat, SuratMasuk

TANDA = "$Berkas"  # the keyword of a letter that was taken in
SEPOTONG = 1 << 20  # so much of a letter is in memory at a time
SECONDS = 30
SEKALIGUS = 200  # letters whose sizes are asked for together
SELEMBAR = 50_000  # letters that are searched together: a longer answer is no line to imaplib
_UKURAN = re.compile(rb"UID (\d+).*?RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).*?UID (\d+)")


class ImapMailbox:
    """One folder on one server."""

    def __init__(self, kotak: KotakSurat) -> None:
        self.kotak = kotak
        self._line: imaplib.IMAP4 | None = None
        self._keyword = False
        self._many = 0  # letters in the mailbox when it was opened

    def open(self) -> None:
        self.close()
        with self._told():
            self._line = self._connected()
            self._log_in(self._line)
            self._select(self._line)

    def waiting(self) -> Iterator[SuratMasuk]:
        # A letter somebody has read is still to be taken; only without keywords \Seen must do.
        asked = f"UNDELETED UNKEYWORD {TANDA}" if self._keyword else "UNDELETED UNSEEN"
        for first in range(1, self._many + 1, SELEMBAR):
            within = f"{first}:{min(first + SELEMBAR - 1, self._many)}"
            with self._told():
                found = self._ok(self._here().uid("SEARCH", f"{within} {asked}"))[0] or b""
            yield from self._sized(found.split())

    def _sized(self, uids: list[bytes]) -> Iterator[SuratMasuk]:
        for at in range(0, len(uids), SEKALIGUS):
            few = b",".join(uids[at : at + SEKALIGUS]).decode()
            with self._told():
                lines = self._ok(self._here().uid("FETCH", few, "(UID RFC822.SIZE)"))
            for uid, ukuran in sorted(_sizes(lines)):
                yield SuratMasuk(uid, ukuran)

    def fetch(self, surat: SuratMasuk, out: Path) -> bool:
        with self._told(), out.open("wb") as letter:
            while (part := self._part(surat, letter.tell())) is not None:
                letter.write(part)
                # Some servers misjudge the size of a letter: the end is where no more comes.
                if not part or (len(part) < SEPOTONG and letter.tell() >= surat.ukuran):
                    return True
        return False

    def _part(self, surat: SuratMasuk, at: int) -> bytes | None:
        """So much of a letter from this byte on, b'' behind its end, None where it is gone."""
        asked = f"(BODY.PEEK[]<{at}.{SEPOTONG}>)"
        for told in self._ok(self._here().uid("FETCH", str(surat.uid), asked)):
            if isinstance(told, tuple):
                part: bytes = told[1]
                return part
            if told and b"BODY[]" in told and not told.rstrip(b") ").endswith(b"NIL"):
                return b""
        return None

    def done(self, surat: SuratMasuk) -> None:
        flags = rf"(\Seen {TANDA})" if self._keyword else r"(\Seen)"
        with self._told():
            self._ok(self._here().uid("STORE", str(surat.uid), "+FLAGS.SILENT", flags))

    def close(self) -> None:
        line, self._line = self._line, None
        if line:
            with contextlib.suppress(imaplib.IMAP4.error, OSError):
                line.logout()
            with contextlib.suppress(OSError):
                line.shutdown()

    def _connected(self) -> imaplib.IMAP4:
        kotak = self.kotak
        trust = ssl.create_default_context(cafile=str(kotak.ca) if kotak.ca else None)
        if kotak.tls:
            return imaplib.IMAP4_SSL(kotak.mesin, kotak.port, ssl_context=trust, timeout=SECONDS)
        line = imaplib.IMAP4(kotak.mesin, kotak.port, timeout=SECONDS)
        if "STARTTLS" in line.capabilities:
            line.starttls(trust)
        elif kotak.mesin not in TERDEKAT:
            line.shutdown()
            raise Unavailable(
                f"Kotak surat {kotak.label} tidak menawarkan sambungan tersandi, maka sandinya "
                "tidak dikirim. Pakai imaps:// di BERKAS_IMAP.",
                permanent=True,
            )
        return line

    def _log_in(self, line: imaplib.IMAP4) -> None:
        try:
            line.login(self.kotak.nama, self.kotak.sandi)
        except imaplib.IMAP4.abort:
            raise
        except (imaplib.IMAP4.error, UnicodeError):
            # What the server says may repeat what it was sent.
            raise Unavailable(
                f"Kotak surat {self.kotak.label} menolak nama atau sandinya. Surel di sana tetap "
                "utuh; perbaiki BERKAS_IMAP.",
                permanent=True,
            ) from None

    def _select(self, line: imaplib.IMAP4) -> None:
        quoted = self.kotak.folder.replace("\\", "\\\\").replace('"', '\\"')
        answer, many = line.select(f'"{quoted}"')
        if answer != "OK":
            raise Unavailable(
                f"Kotak surat {self.kotak.label} tidak ada. Periksa nama kotaknya di BERKAS_IMAP.",
                permanent=True,
            )
        self._many = int(many[0] or 0)
        allowed = (line.response("PERMANENTFLAGS")[1] or [b""])[0] or b""
        self._keyword = rb"\*" in allowed or TANDA.encode() in allowed

    @staticmethod
    def _ok(answer: tuple[str, Any]) -> list[Any]:
        if answer[0] != "OK":
            raise imaplib.IMAP4.error("refused")
        return list(answer[1])

    def _here(self) -> imaplib.IMAP4:
        if self._line is None:
            raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))
        return self._line

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What the line cannot do, as a sentence; the line is given up then."""
        try:
            yield
        except ssl.SSLCertVerificationError as wrong:
            self.close()
            raise Unavailable(
                f"Sertifikat kotak surat {self.kotak.label} tidak dipercaya "
                f"({wrong.verify_message}). Bila kantor memakai sertifikat sendiri, tulis filenya "
                "di BERKAS_IMAP dengan ?ca=.",
                permanent=True,
            ) from None
        except (imaplib.IMAP4.error, OSError, EOFError) as wrong:
            self.close()
            why = getattr(wrong, "strerror", None) or type(wrong).__name__
            raise Unavailable(
                f"Kotak surat {self.kotak.label} tidak menjawab ({why}). Surel di sana tetap utuh "
                "dan diambil begitu kotaknya menjawab lagi."
            ) from None


def _sizes(lines: list[Any]) -> Iterator[tuple[int, int]]:
    for line in lines:
        told = line[0] if isinstance(line, tuple) else line
        if told and (found := _UKURAN.search(told)):
            uid, size, other_size, other_uid = found.groups()
            yield int(uid or other_uid), int(size or other_size)
