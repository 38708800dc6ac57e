"""One way into the API: what it is asked, what it answers, who may; from it all else is made."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, get_args, get_type_hints

from flask import request
from werkzeug.wrappers import Response

from service.domain.bentuk_json import IsianJsonSalah, plain, read, rincian
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act
from service.web.dasar.auth import answer_json, only, signed_in
from service.web.dasar.badan_json import sent
from service.web.dasar.masalah import problem

T = TypeVar("T")
BANYAK, TERBANYAK = 50, 100
TERJAUH = 1_000_000  # lines of a list that are passed over
ETAG = re.compile(r'"([0-9]{1,9})"')


@dataclass(frozen=True)
class Jalan:
    """One route: its method and address, what comes, what goes, and the act behind it."""

    cara: str
    alamat: str
    nama: str
    kata: str
    view: Callable[..., Any]
    jawab: type | None = None  # None: the bytes of a file, or nothing but a plain object
    isi: type | None = None
    tanya: type | None = None
    acts: tuple[Act, ...] = ()  # none: whoever is in
    kode: int = 200
    bersyarat: bool = False  # asks for the version that the program saw, as If-Match
    mime: str = "application/json"
    atau: tuple[str, ...] = ()  # which other kinds of file it may answer with
    lain: tuple[int, ...] = ()  # how else it may end, besides what every route may
    asli: bool = False  # already a way in of the pages; here it is only told of
    potongan: bool = False  # takes bytes, and where they begin


class BelumSebutVersi(Refusal):
    """A change without the version that it rests on."""

    status = 428

    def __init__(self) -> None:
        super().__init__(
            "Sebutkan versi yang Anda lihat sebagai kepala If-Match, misalnya If-Match: "
            '"3". Tidak ada yang diubah.'
        )


@dataclass(frozen=True)
class Lanjut:
    """Where a list goes on, and how many lines of it are wanted."""

    sesudah: str = field(
        default="", metadata=rincian(kata="Isi `berikut` dari jawaban sebelumnya.", terpanjang=200)
    )
    banyak: int = field(default=BANYAK, metadata=rincian(paling_kecil=1, paling_besar=TERBANYAK))


def mark(told: object) -> str:
    """A place in a list, as a program sends it back unread."""
    return base64.urlsafe_b64encode(str(told).encode()).decode().rstrip("=")


def unmarked(text: str) -> str:
    """What a mark says; IsianJsonSalah where it is none of ours."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (binascii.Error, ValueError):
        raise IsianJsonSalah({"sesudah": "Penunjuk ini tidak dikenal."}) from None


def skipped(lanjut: Lanjut) -> int:
    """How many lines of a list are passed over."""
    if not lanjut.sesudah:
        return 0
    told = unmarked(lanjut.sesudah)
    if not told.isascii() or not told.isdigit() or len(told) > 7 or int(told) > TERJAUH:
        raise IsianJsonSalah({"sesudah": "Penunjuk ini tidak dikenal."})
    return int(told)


def page(found: Sequence[T], lanjut: Lanjut) -> tuple[Sequence[T], str | None]:
    """One page of what was found, asked for with one line more, and where the next begins."""
    more = len(found) > lanjut.banyak
    return found[: lanjut.banyak], mark(skipped(lanjut) + lanjut.banyak) if more else None


def looks(
    alamat: str,
    nama: str,
    kata: str,
    view: Callable[..., Any],
    jawab: type,
    tanya: type | None = None,
) -> Jalan:
    """A route that only shows, to whoever may look."""
    return Jalan("GET", alamat, nama, kata, view, jawab, tanya=tanya, acts=(Act.LOOK,))


def answering(one: Jalan) -> Callable[..., Response]:
    """The view of a route, as the door of the pages has it."""

    def served(**path: str) -> Response:
        given: dict[str, Any] = dict(path)
        try:
            if one.bersyarat:
                given["versi"] = _seen()
            if one.tanya:
                given["tanya"] = read(one.tanya, _asked(one.tanya, request.args.to_dict()))
            if one.isi:
                given["isi"] = read(one.isi, sent())
            return _answered(one, one.view(**given))
        except IsianJsonSalah as wrong:
            return problem(422, str(wrong), salah=wrong.salah)
        except Overtaken as late:
            return problem(412 if one.bersyarat else 409, str(late))

    return only(*one.acts)(served) if one.acts else signed_in(served)


def _answered(one: Jalan, told: Any) -> Response:
    if isinstance(told, Response):
        return told
    answer = answer_json(plain(told), one.kode)
    if versi := getattr(told, "versi", 0):
        answer.headers["ETag"] = f'"{versi}"'
    return answer


def _seen() -> int:
    found = ETAG.fullmatch(request.headers.get("If-Match", "").strip())
    if not found or not int(found[1]):
        raise BelumSebutVersi
    return int(found[1])


def _asked(kind: type, args: Mapping[str, str]) -> dict[str, object]:
    """What stands in the address, with its numbers and its yes and no."""
    hints = get_type_hints(kind)
    names = {one.name for one in fields(kind)}
    found: dict[str, object] = {}
    for name, text in args.items():
        kinds = (hints[name], *get_args(hints[name])) if name in names else ()
        if int in kinds and re.fullmatch(r"-?[0-9]{1,15}", text):
            found[name] = int(text)
        elif bool in kinds and text in ("true", "false"):
            found[name] = text == "true"
        else:
            found[name] = text
    return found
