"""Shapes of JSON: frozen dataclasses told as a schema, read with every fault, written back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from service.domain.refusals import Refusal

T = TypeVar("T")
TERPANJANG = 10_000  # letters of a text that names no limit of its own
TERBESAR = 2**53 - 1  # a whole number that every reader of JSON keeps
_POLOS: dict[type, str] = {str: "string", int: "integer", bool: "boolean", float: "number"}
_KATA: dict[type, str] = {str: "teks", int: "bilangan bulat", bool: "true atau false"}


class IsianJsonSalah(Refusal):
    """What a program sent does not fit; every place that is wrong, with its reason."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        super().__init__("Ada isian yang perlu diperbaiki. Tidak ada yang diubah.")
        self.salah = dict(salah)


@dataclass(frozen=True)
class Rincian:
    """What is told of a field besides its kind; kept in the field's metadata under `json`."""

    kata: str = ""
    terpanjang: int = 0
    terpendek: int = 0
    paling_kecil: int | None = None
    paling_besar: int | None = None
    pola: str = ""
    pilihan: tuple[str, ...] = ()  # '' among them where nothing has to be chosen
    contoh: object = None
    bebas: bool = False  # any string among the values is read as it is, without a limit


def rincian(**told: Any) -> dict[str, Rincian]:
    """The metadata of a field."""
    return {"json": Rincian(**told)}


def name_of(kind: type) -> str:
    """By which name a shape stands in a document."""
    return kind.__name__


def shapes(kind: Any) -> Iterator[type]:
    """The dataclasses that a shape is made of, itself first; each may come more than once."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for told in get_type_hints(kind).values():
            yield from shapes(told)
    else:
        for part in get_args(kind):
            yield from shapes(part)


def schema(kind: Any, at: str) -> dict[str, Any]:
    """A kind as JSON Schema; dataclasses are pointed at under `at`."""
    if is_dataclass(kind) and isinstance(kind, type):
        return {"$ref": f"{at}{name_of(kind)}"}
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [schema(one, at) for one in args]}
    if origin is Literal:
        return {"type": "string", "enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": schema(args[0], at)}
    if origin in (dict, Mapping):
        return {"type": "object"}
    if kind is NoneType:
        return {"type": "null"}
    if kind is datetime:
        return {"type": "string", "format": "date-time"}
    if kind is date:
        return {"type": "string", "format": "date"}
    return {"type": _POLOS[kind]}


def shape(kind: type, at: str, *, masuk: bool) -> dict[str, Any]:
    """One dataclass as an object of JSON Schema; `masuk`: as it is read, not as it is written."""
    hints = get_type_hints(kind)
    told = {one.name: _field(one, hints[one.name], at, masuk=masuk) for one in fields(kind)}
    needed = [x.name for x in fields(kind) if not masuk or _needed(x)]
    found: dict[str, Any] = {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": told,
        "additionalProperties": False,
    }
    return found | ({"required": needed} if needed else {})


def _field(one: Field[Any], kind: Any, at: str, *, masuk: bool) -> dict[str, Any]:
    more = one.metadata.get("json", Rincian())
    found = schema(kind, at)
    bare, inner = _bare(kind, found)
    if bare is str and masuk and not more.bebas:
        inner["maxLength"] = more.terpanjang or TERPANJANG
    if bare is int and masuk:
        inner["maximum"] = TERBESAR if more.paling_besar is None else more.paling_besar
        inner["minimum"] = -TERBESAR if more.paling_kecil is None else more.paling_kecil
    if more.terpendek and masuk:
        inner["minLength"] = more.terpendek
    if more.pilihan:
        inner["enum"] = list(more.pilihan)
    if more.pola:
        inner["pattern"] = f"^{more.pola}$"
    if more.kata:
        found["description"] = more.kata
    if more.contoh is not None:
        found["examples"] = [more.contoh]
    return found


def _bare(kind: Any, told: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """The kind that limits are about, and where its schema says so: in a list, or beside null."""
    if get_origin(kind) in (Union, UnionType):
        [(bare, inner)] = [
            (x, y) for x, y in zip(get_args(kind), told["anyOf"], strict=True) if x is not NoneType
        ]
        return _bare(bare, inner)
    if get_origin(kind) is tuple:
        return _bare(get_args(kind)[0], told["items"])
    return kind, told


def _needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def read(kind: type[T], told: Mapping[str, object]) -> T:
    """The shape as it was sent, or IsianJsonSalah with every fault."""
    hints, found = get_type_hints(kind), dict[str, object]()
    wrong: dict[str, str] = {name: "Isian ini tidak dikenal." for name in told if name not in hints}
    for one in fields(kind):  # type: ignore[arg-type]
        if one.name not in told:
            if _needed(one):
                wrong[one.name] = "Isian ini wajib ada."
            continue
        try:
            found[one.name] = _read(hints[one.name], told[one.name])
            if fault := _fault(one, found[one.name]):
                wrong[one.name] = fault
        except ValueError as no:
            wrong[one.name] = str(no)
    if wrong:
        raise IsianJsonSalah(wrong)
    return kind(**found)


def _read(kind: Any, value: object) -> object:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if value is None and NoneType in args:
            return None
        return _read(next(one for one in args if one is not NoneType), value)
    if origin is Literal:
        if value not in args or not isinstance(value, str):
            raise ValueError(f"Pilih salah satu: {', '.join(args)}.")
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError("Isian ini harus berupa daftar.")
        return tuple(_read(args[0], one) for one in value)
    if origin in (dict, Mapping):
        if not isinstance(value, dict):
            raise ValueError("Isian ini harus berupa objek.")
        return value
    if kind in (date, datetime):
        return _moment(kind, value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"Isian ini harus berupa {_KATA[kind]}.")
    return value


def _moment(kind: type[date], value: object) -> date:
    words = "tanggal, misalnya 2026-11-21" if kind is date else "saat dengan zona waktunya"
    try:
        if isinstance(value, str) and (kind is datetime or len(value) == len("2026-11-21")):
            return kind.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"Isian ini harus berupa {words}.")


def _fault(one: Field[Any], value: object) -> str:
    if isinstance(value, tuple):
        return next(filter(None, (_fault(one, x) for x in value)), "")
    more = one.metadata.get("json", Rincian())
    if isinstance(value, str):
        if more.pilihan and value not in more.pilihan:
            return f"Pilih salah satu: {', '.join(filter(None, more.pilihan))}."
        most = more.terpanjang or TERPANJANG
        if not more.bebas and len(value) > most:
            return f"Paling banyak {most} huruf."
        if len(value) < more.terpendek:
            return f"Paling sedikit {more.terpendek} huruf."
        if more.pola and not re.fullmatch(more.pola, value):
            return "Bentuk isian ini tidak sesuai."
    if isinstance(value, int) and not isinstance(value, bool):
        least = -TERBESAR if more.paling_kecil is None else more.paling_kecil
        most = TERBESAR if more.paling_besar is None else more.paling_besar
        if not least <= value <= most:
            return f"Antara {least} dan {most}."
    return ""


def plain(thing: Any) -> Any:
    """A value as JSON has it."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return {one.name: plain(getattr(thing, one.name)) for one in fields(thing)}
    if isinstance(thing, Mapping):
        return {str(name): plain(value) for name, value in thing.items()}
    if isinstance(thing, tuple | list):
        return [plain(one) for one in thing]
    if isinstance(thing, date):  # a moment is a date as well
        return thing.isoformat()
    return thing
