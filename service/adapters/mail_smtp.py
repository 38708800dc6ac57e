"""The port Mail over SMTP: one letter on one connection, and the truth about what became of it."""

from __future__ import annotations

import contextlib
import re
import smtplib
import ssl
import time
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.utils import formatdate

from service.domain.refusals import Unavailable
from service.domain.surel_kirim import (
    PENERIMA,
    PENUH,
    JawabanHilang,
    PenerimaDitolak,
    Pengirim,
    SuratKeluar,
    blames,
    is_near,
)

SECONDS = 20  # for each answer of the server
REST = 45.0  # seconds in which a server that was away is left alone: others wait behind us
_TITIK = re.compile(rb"(?m)^\.")


class NoMail:
    """The port Mail where no server is set: notices stand on the pages."""

    in_use = False
    label = ""

    def send(self, surat: SuratKeluar) -> None:
        """Nobody takes it."""
        raise Unavailable(f"Tidak ada server surel untuk surat {surat.id}.", permanent=True)


class SmtpMail:
    """The port Mail."""

    in_use = True

    def __init__(self, pengirim: Pengirim, seconds: float = SECONDS) -> None:
        self.pengirim = pengirim
        self.seconds = seconds
        self._away: tuple[float, str] = (0.0, "")

    @property
    def label(self) -> str:
        return self.pengirim.mesin

    def send(self, surat: SuratKeluar) -> None:
        letter = self._letter(surat)
        line = self._reached()
        try:
            with self._told():
                self._log_in(line)
                self._hand_over(line, surat.kepada, letter)
            with contextlib.suppress(smtplib.SMTPException, OSError):
                line.quit()
        finally:
            line.close()

    def _reached(self) -> smtplib.SMTP:
        until, said = self._away
        if time.monotonic() < until:
            raise Unavailable(said)
        try:
            with self._told():
                return self._connected()
        except Unavailable as away:
            if not away.permanent:
                self._away = (time.monotonic() + REST, str(away))
            raise

    def _letter(self, surat: SuratKeluar) -> bytes:
        home = self.pengirim.dari.rpartition("@")[2]
        letter = EmailMessage(policy=policy.SMTP)
        letter["From"] = f"Berkas <{self.pengirim.dari}>"
        letter["To"] = surat.kepada
        letter["Subject"] = surat.perihal
        letter["Date"] = formatdate()
        letter["Message-ID"] = f"<{surat.id}@{home}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(surat.isi, charset="utf-8", cte="quoted-printable")
        return letter.as_bytes()

    def _connected(self) -> smtplib.SMTP:
        one = self.pengirim
        trust = ssl.create_default_context(cafile=str(one.ca) if one.ca else None)
        here = one.dari.rpartition("@")[2]  # not asked of the network: that may take long
        if one.tls:
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                one.mesin, one.port, here, timeout=self.seconds, context=trust
            )
        else:
            line = smtplib.SMTP(one.mesin, one.port, here, self.seconds)
        try:
            line.ehlo_or_helo_if_needed()  # without it a server takes no letter
            if one.tls:
                return line
            if line.has_extn("starttls"):
                line.starttls(context=trust)
                line.ehlo()
                return line
        except BaseException:
            line.close()
            raise
        if is_near(one):
            return line
        line.close()
        raise Unavailable(
            f"Server surel {one.mesin} tidak menawarkan sambungan tersandi, maka surat tidak "
            "dikirim. Pakai smtps:// di BERKAS_SMTP.",
            permanent=True,
        )

    def _log_in(self, line: smtplib.SMTP) -> None:
        one = self.pengirim
        if not one.nama:
            return
        try:
            line.login(one.nama, one.sandi)
        except smtplib.SMTPAuthenticationError as no:
            # What the server says may repeat what it was sent.
            raise self._refused("menolak nama atau sandinya", no.smtp_code) from None
        except smtplib.SMTPNotSupportedError:
            raise self._refused("tidak menerima nama dan sandi", 500) from None

    def _hand_over(self, line: smtplib.SMTP, kepada: str, letter: bytes) -> None:
        self._need(line.mail(self.pengirim.dari)[0], "menolak alamat pengirimnya")
        code, said = line.rcpt(kepada)
        blamed = blames(code, said)
        if blamed == PENERIMA:
            raise PenerimaDitolak
        if blamed == PENUH:
            raise self._refused("berkata kotak surat alamat ini sedang penuh", 452)
        self._need(code, "belum mau menerima surat untuk alamat ini")
        self._need(line.docmd("data")[0], "belum mau menerima surat", fits=354)
        line.send(_TITIK.sub(b"..", letter) + b".\r\n")
        try:
            code = line.getreply()[0]
        except (smtplib.SMTPException, OSError):
            raise JawabanHilang(self.pengirim.mesin) from None
        self._need(code, "menolak isi suratnya")

    def _need(self, code: int, kata: str, fits: int = 250) -> None:
        if code != fits and not (fits == 250 and code == 251):
            raise self._refused(kata, code)

    def _refused(self, kata: str, code: int) -> Unavailable:
        permanent = code >= 500
        what = "Periksa BERKAS_SMTP." if permanent else "Dicoba lagi dengan sendirinya."
        words = f"Server surel {self.pengirim.mesin} {kata}. Surat belum terkirim. {what}"
        return Unavailable(words, permanent=permanent)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What the line cannot do, as a sentence."""
        mesin = self.pengirim.mesin
        try:
            yield
        except ssl.SSLCertVerificationError as wrong:
            raise Unavailable(
                f"Sertifikat server surel {mesin} tidak dipercaya ({wrong.verify_message}). Bila "
                "kantor memakai sertifikat sendiri, tulis filenya di BERKAS_SMTP dengan ?ca=.",
                permanent=True,
            ) from None
        except (smtplib.SMTPException, OSError) as wrong:
            why = getattr(wrong, "strerror", None) or type(wrong).__name__
            raise Unavailable(
                f"Server surel {mesin} tidak menjawab ({why}). Surat belum terkirim dan dicoba "
                "lagi dengan sendirinya."
            ) from None
