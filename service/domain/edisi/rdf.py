"""Triples, and their two writings: Turtle and JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

AWALAN = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Kata:
    """Words, or a value of a kind."""

    teks: str
    jenis: str = ""  # xsd:dateTime, …; '': words
    bahasa: str = ""


@dataclass(frozen=True)
class Ke:
    """Another thing, by its address, or as a nameless one (`_:n1`)."""

    alamat: str


@dataclass(frozen=True)
class Hal:
    """A thing, what it is, and all that is said of it."""

    alamat: str
    jenis: str
    kata: tuple[tuple[str, Kata | Ke], ...]


def turtle(things: Iterable[Hal]) -> bytes:
    """The triples as Turtle."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in AWALAN.items()]
    for thing in things:
        lines += ["", f"{_subject(thing.alamat)} a {thing.jenis}"]
        lines += [f"    ; {name} {_object(value)}" for name, value in thing.kata]
        lines.append("    .")
    return ("\n".join(lines) + "\n").encode()


def jsonld(things: Iterable[Hal]) -> bytes:
    """The same triples as JSON-LD."""
    whole = {"@context": AWALAN, "@graph": [_node(thing) for thing in things]}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(thing: Hal) -> dict[str, Any]:
    said: dict[str, list[object]] = {}
    for name, value in thing.kata:
        said.setdefault(name, []).append(_json(value))
    told = {name: values[0] if len(values) == 1 else values for name, values in said.items()}
    return {"@id": thing.alamat, "@type": thing.jenis, **told}


def _json(value: Kata | Ke) -> object:
    if isinstance(value, Ke):
        return {"@id": value.alamat}
    if value.jenis:
        return {"@value": value.teks, "@type": value.jenis}
    return {"@value": value.teks, "@language": value.bahasa} if value.bahasa else value.teks


def _subject(iri: str) -> str:
    return f"<{iri}>"


def _object(value: Kata | Ke) -> str:
    if isinstance(value, Ke):
        return _subject(value.alamat)
    text = "".join(_LUPUT.get(one, one) for one in value.teks)
    return (
        f'"{text}"'
        + (f"^^{value.jenis}" if value.jenis else "")
        + (f"@{value.bahasa}" if value.bahasa else "")
    )


# What may not stand in a Turtle string as it is; other control characters say nothing at all.
_LUPUT = {chr(n): f"\\u{n:04X}" for n in range(32)} | {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
