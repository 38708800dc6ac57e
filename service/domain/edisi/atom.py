"""What is new in a list, as an Atom feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

SEBERMULA = datetime(2000, 1, 1, tzinfo=UTC)  # a feed of nothing was last changed then

_TIADA = "\ufffe\uffff"


@dataclass(frozen=True)
class Kabar:
    """One entry."""

    alamat: str
    judul: str
    isi: str
    pada: datetime
    oleh: str
    kategori: str = ""


@dataclass(frozen=True)
class Umpan:
    """A feed: where it is, what it is called, its entries from the newest."""

    alamat: str
    laman: str
    judul: str
    kabar: Sequence[Kabar]


def to_atom(one: Umpan) -> bytes:
    """The feed as RFC 4287 has it."""
    newest = max((x.pada for x in one.kabar), default=SEBERMULA)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        f"<id>{_plain(_iri(one.alamat))}</id>",
        f"<title>{_plain(one.judul)}</title>",
        f"<updated>{_moment(newest)}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(one.alamat)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(one.laman)}/>',
        "<generator>Berkas</generator>",
    ]
    for kabar in one.kabar:
        lines += _entry(kabar)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode("utf-8", "replace")


def _entry(one: Kabar) -> list[str]:
    return [
        "<entry>",
        f"<id>{_plain(_iri(one.alamat))}</id>",
        f"<title>{_plain(one.judul)}</title>",
        f"<updated>{_moment(one.pada)}</updated>",
        f"<author><name>{_plain(one.oleh)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quoteattr(one.alamat)}/>',
        *((f"<category term={quoteattr(_clean(one.kategori))}/>",) if one.kategori else ()),
        f"<summary>{_plain(one.isi)}</summary>",
        "</entry>",
    ]


def _iri(address: str) -> str:
    """An id must be whole also where nobody said what the site's address is."""
    return address if "://" in address else f"urn:berkas:{address.strip('/').replace('/', ':')}"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in _TIADA))
