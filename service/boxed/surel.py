"""Letters by mail: headers, words, and attachments whose names are never merged."""

from __future__ import annotations

import email
import email.errors
import email.header
import re
from collections.abc import Iterator
from email.message import Message
from html.parser import HTMLParser
from typing import BinaryIO

from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import SEHALAMAN, Lihat

LARGEST = 100_000_000  # bytes of a letter that is read whole
LAPIS = 20  # parts within parts
_KEPALA = re.compile(
    rb"(?im)^(From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To"
    rb"|Reply-To|Content-Type|Sender|X-[\w-]+):"
)
_MULAI = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From \S+ .*\r?\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_AKHIRAN = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/calendar": ".ics",
}


def is_letter(head: bytes) -> bool:
    """Whether these first bytes are the headers of a letter."""
    top = re.split(rb"\r?\n\r?\n", head[:20_000], maxsplit=1)[0]
    return _MULAI.match(head) is not None and len({one.lower() for one in _KEPALA.findall(top)}) > 1


def is_page(head: bytes) -> bool:
    """Whether a letter is a web page kept as one file, which no one sent."""
    top = re.split(rb"\r?\n\r?\n", head[:20_000], maxsplit=1)[0].lower()
    return b"multipart/related" in top and b"\nreceived:" not in top and b"\nto:" not in top


def read(file: BinaryIO, lihat: Lihat) -> None:
    """What the letter says of itself, its words, and what hangs on it."""
    letter = parsed(file)
    for nama, header in (
        ("dari", "From"),
        ("kepada", "To"),
        ("tembusan", "Cc"),
        ("perihal", "Subject"),
        ("tanggal", "Date"),
        ("id_surel", "Message-ID"),
    ):
        lihat.sebut(nama, _header(letter, header))
    lihat.halaman = 0
    words = _words(letter)
    lihat.tulis(words)
    for nama, part in attached(letter):
        if part.get_content_type() == "application/ms-tnef":
            lihat.temukan("winmail", nama)
        lihat.anggota.append((nama, len(content(part))))
        if len(lihat.anggota) > lihat.batas.anggota:
            raise Berhenti("anggota_terlalu_banyak")
    _found(letter, lihat)
    if not words.strip() and not lihat.anggota:
        lihat.temukan("surel_kosong")


def parsed(file: BinaryIO) -> Message:
    """The letter; stops where it is larger than a reader should hold."""
    if file.seek(0, 2) > LARGEST:
        raise Berhenti("isi_terlalu_besar")
    file.seek(0)
    return email.message_from_binary_file(file)


def attached(letter: Message) -> list[tuple[str, Message]]:
    """Everything that hangs on the letter, in its order, each under its own name."""
    found: list[tuple[str, Message]] = []
    for part in _parts(letter):
        kind = part.get_content_type()
        nama = _name(part)
        is_word = kind in ("text/plain", "text/html") and not nama and not _is_apart(part)
        if not is_word and not (part.is_multipart() and kind != "message/rfc822"):
            found.append((nama or f"lampiran-{len(found) + 1}{_AKHIRAN.get(kind, '')}", part))
    return found


def content(part: Message) -> bytes:
    """The bytes of a part; of a letter within a letter, the letter."""
    if part.is_multipart():
        inner = part.get_payload()
        return b"".join(one.as_bytes() for one in inner if isinstance(one, Message))
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def member(file: BinaryIO, n: int) -> Iterator[bytes]:
    """The bytes of what hangs on the letter in n-th place."""
    hung = attached(parsed(file))
    if n >= len(hung):
        raise Berhenti("rusak")
    yield content(hung[n][1])


def _parts(letter: Message, depth: int = 0) -> Iterator[Message]:
    """The leaves of a letter; a letter within it is a leaf."""
    if depth > LAPIS:
        raise Berhenti("arsip_bersarang")
    if letter.is_multipart() and (depth == 0 or letter.get_content_type() != "message/rfc822"):
        for part in letter.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    else:
        yield letter


def _is_apart(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).lower().startswith("attachment")


def _name(part: Message) -> str:
    try:
        return _plain(part.get_filename() or "")
    except RUSAK:
        return ""


def _header(letter: Message, nama: str) -> str:
    return " ".join(_plain(str(letter.get(nama, ""))).split())


def _plain(text: str) -> str:
    """A header's words, whatever they were wrapped in."""
    try:
        parts = email.header.decode_header(text)
        return "".join(
            one if isinstance(one, str) else _decoded(one, coding) for one, coding in parts
        )
    except (*RUSAK, email.errors.HeaderParseError):
        return text


def _decoded(bita: bytes, coding: str | None) -> str:
    try:
        return bita.decode(coding or "utf-8", "replace")
    except LookupError:  # a coding that nobody knows, or one that is not of letters
        return bita.decode("cp1252", "replace")


def _words(letter: Message) -> str:
    """What the letter says, from its plain part where it has one."""
    plain: list[str] = []
    rich: list[str] = []
    for part in _parts(letter):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and not _is_apart(part) and not _name(part):
            text = content(part)[: 4 * SEHALAMAN]
            said = _decoded(text, part.get_content_charset())
            (plain if kind == "text/plain" else rich).append(said)
    return "\n".join(plain) if any(one.strip() for one in plain) else _bare("\n".join(rich))


class _Bare(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in ("script", "style", "title")
        if tag in ("p", "br", "div", "tr", "li"):
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in ("script", "style", "title")))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def _bare(html: str) -> str:
    """The words of a web page."""
    reader = _Bare()
    reader.feed(html)
    return re.sub(r"\s*\n\s*", "\n", "".join(reader.words)).strip()


def _found(letter: Message, lihat: Lihat) -> None:
    parts = list(_parts(letter))
    kinds = {one.get_content_type() for one in (letter, *parts)}
    if any(one.defects for one in (letter, *parts)):
        lihat.temukan("surel_rusak")
    if "multipart/signed" in kinds:
        lihat.temukan("bertanda_tangan")
    for part in (letter, *parts):
        sealed = part.get_param("smime-type") == "enveloped-data"
        if sealed or part.get_content_type() == "multipart/encrypted":
            lihat.temukan("terkunci_sandi")
