"""The tags of one paragraph: what each orders and asks for, read and never carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from service.domain.klinik.templat import KETERANGAN, NILAI

OPENS = re.compile(r"\{[{%#]")
CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
INSIDE = re.compile(r"\{([{%])([-+]?)(?:(tr|tc|p|r)(?=\s))?(.*?)([-+]?)[}%]\}", re.DOTALL)
WORD = re.compile(r"\s*(\w+)(.*)", re.DOTALL)
CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\t": " ", "\n": " "})
# How a command is made whole, so that it can be read by itself.
WHOLE = {
    "for": "{{% for{} %}}{{% endfor %}}",
    "if": "{{% if{} %}}{{% endif %}}",
    "elif": "{{% if{} %}}{{% endif %}}",
    "set": "{{% set{} %}}",
}
SPANS = ("colspan", "cellbg")  # docxtpl's own, each with a value
GRAMMAR = Environment(autoescape=True)
UNREADABLE, TOO_DEEP = "tidak lengkap atau salah tulis", "bersarang terlalu dalam"


def tags(alinea: int, teks: str) -> Iterator[dict[str, Any]]:
    """Each tag of a paragraph."""
    for begins, ends in spans(teks):
        tag = teks[begins:ends]
        yield {"alinea": alinea, "mulai": begins, "teks": tag, **_facts(tag)}


def spans(teks: str) -> Iterator[tuple[int, int]]:
    """Where each tag begins and ends, in one pass however many brackets never close."""
    at, never = 0, set[str]()
    while found := OPENS.search(teks, at):
        closes = CLOSES[found[0]]
        end = -1 if closes in never else teks.find(closes, found.end())
        if end < 0:
            never.add(closes)
            at = found.start() + 1
        else:
            yield found.start(), end + 2
            at = end + 2


@lru_cache(maxsize=4_096)
def _facts(tag: str) -> dict[str, Any]:
    if tag.startswith("{#"):
        return {"perintah": KETERANGAN}
    inside = INSIDE.fullmatch(tag)
    if inside is None:
        return {"perintah": NILAI, "salah": UNREADABLE}
    kind, _, awalan, body, _ = inside.groups()
    body = body.translate(CURLY)
    if kind == "{":
        return {"perintah": NILAI, "awalan": awalan or "", **_read(f"{{{{{body}}}}}")}
    found = WORD.match(body)
    command, rest = (found[1], found[2]) if found else ("", body)
    facts: dict[str, Any] = {"perintah": command, "awalan": awalan or ""}
    if command in SPANS:
        return facts | _read(f"{{{{{rest}}}}}")
    if command in WHOLE:
        return facts | _read(WHOLE[command].format(rest))
    return facts


def _read(source: str) -> dict[str, Any]:
    """What one tag asks for."""
    try:
        tree = GRAMMAR.parse(source)
        return {name: told for name, told in _asked(tree).items() if told}
    except TemplateSyntaxError:
        return {"salah": UNREADABLE}
    except RecursionError:
        return {"salah": TOO_DEEP}


def _asked(tree: nodes.Template) -> dict[str, Any]:
    names = list(tree.find_all(nodes.Name))
    filters = list(tree.find_all(nodes.Filter))
    calls = list(tree.find_all(nodes.Call))
    loop = next(tree.find_all(nodes.For), None)
    return {
        "nama": _once(one.name for one in names if one.ctx == "load"),
        "sasaran": _once(one.name for one in names if one.ctx == "store"),
        "dari": _path(loop.iter) if loop else "",
        "bagian_nilai": _once(
            path for one in tree.find_all((nodes.Getattr, nodes.Getitem)) if (path := _path(one))
        ),
        "asing": _once(one.name for one in filters if one.name not in GRAMMAR.filters),
        "uji_asing": _once(
            one.name for one in tree.find_all(nodes.Test) if one.name not in GRAMMAR.tests
        ),
        "panggil": _once(_path(one.node) or "?" for one in calls),
        "rentang": max([0, *(n for one in calls for n in _reach(one))]),
        "aman": any(one.name in ("safe", "xmlattr", "tojson") for one in filters),
    }


def _once(told: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(told))


def _path(node: Any) -> str:
    """A value with its parts, as in satu.dasar; '' where it is worked out."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return ""
    if isinstance(node, nodes.Getattr) and (before := _path(node.node)):
        return f"{before}.{node.attr}"
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and (before := _path(node.node))
    ):
        return f"{before}.{node.arg.value}"
    if isinstance(node, nodes.Getattr):
        return f"?.{node.attr}"
    return ""


def _reach(call: Any) -> Iterator[int]:
    if _path(call.node) == "range":
        for one in call.args:
            if isinstance(one, nodes.Const) and isinstance(one.value, int):
                yield min(abs(one.value), 10**12)
            elif next(one.find_all(nodes.Pow), None) or isinstance(one, nodes.Pow):
                yield 10**12
