"""The OpenAPI document: made of the table of routes and the shapes, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from service.domain.bentuk_json import name_of, rincian, shape, shapes
from service.web.api.jalan import Jalan
from service.web.dasar.masalah import MASALAH, kata_of

AT = "#/components/schemas/"
SETIAP = (400, 401, 403, 404, 429, 503)  # how any route may end
VERSI = "1.0.0"
DIUBAH = ("POST", "PATCH", "PUT", "DELETE")
KATA = (
    "Perbuatan yang sama dengan halaman Berkas, dalam JSON. Masuk dengan token di kepala "
    "Authorization: Bearer. Id baru dibuat pemanggil (26 huruf base32 kecil); kiriman ulang "
    "dengan id yang sama tidak membuat hal kedua. Yang tidak boleh dilihat token dijawab sama "
    "dengan yang tidak ada. Galat menurut RFC 9457."
)


@dataclass(frozen=True)
class Masalah:
    """Yang tidak berhasil, menurut RFC 9457."""

    type: str
    title: str
    status: int
    detail: str = field(metadata=rincian(kata="Kalimat untuk orang yang membaca."))
    kata: str = field(metadata=rincian(kata="Kalimat yang sama dengan detail."))


def document(table: Iterable[Jalan], url: str) -> dict[str, Any]:
    """The whole document, OpenAPI 3.1."""
    table = list(table)
    paths: dict[str, dict[str, Any]] = {}
    for one in table:
        where = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", one.alamat) or "/"
        paths.setdefault(where, {})[one.cara.lower()] = _operation(one)
    asked = {kind for one in table if one.isi for kind in shapes(one.isi)}
    told = {kind for one in table if one.jawab for kind in shapes(one.jawab)} | {Masalah}
    made = {name_of(x): shape(x, AT, masuk=False) for x in told}
    made |= {name_of(x): shape(x, AT, masuk=True) for x in asked}
    made[name_of(Masalah)]["additionalProperties"] = True
    return {
        "openapi": "3.1.0",
        "info": {"title": "API Berkas", "version": VERSI, "description": KATA},
        "servers": [{"url": url}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(made.items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Jalan) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": one.nama,
        "summary": one.kata,
        "tags": [one.alamat.split("/")[1] if one.alamat else "tentang"],
        "parameters": [*_path(one), *_query(one), *_heads(one)],
        "responses": _answers(one),
    }
    if one.potongan:
        raw: dict[str, Any] = {"application/octet-stream": {}}
        found["requestBody"] = {"required": True, "content": raw}
    if one.isi:
        told = {"application/json": {"schema": {"$ref": f"{AT}{name_of(one.isi)}"}}}
        found["requestBody"] = {"required": True, "content": told}
    if one.acts:
        found["description"] = "Untuk peran yang boleh: " + ", ".join(sorted(one.acts)) + "."
    return found


def _path(one: Jalan) -> list[dict[str, Any]]:
    names = re.findall(r"<(?:\w+:)?(\w+)>", one.alamat)
    told = {"type": "string", "minLength": 1, "maxLength": 80}
    return [{"name": x, "in": "path", "required": True, "schema": told} for x in names]


def _query(one: Jalan) -> list[dict[str, Any]]:
    if one.tanya is None:
        return []
    whole = shape(one.tanya, AT, masuk=True)
    needed = whole.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in needed, "schema": told}
        for name, told in whole["properties"].items()
    ]


def _heads(one: Jalan) -> list[dict[str, Any]]:
    if one.potongan:
        told = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
        return [{"name": "Upload-Offset", "in": "header", "required": True, "schema": told}]
    if not one.bersyarat:
        return []
    told = {"type": "string", "pattern": '^"[1-9][0-9]{0,8}"$'}
    return [{"name": "If-Match", "in": "header", "required": True, "schema": told}]


def _answers(one: Jalan) -> dict[str, Any]:
    good: dict[str, Any] = {"description": one.kata}
    if one.jawab:
        good["content"] = {one.mime: {"schema": {"$ref": f"{AT}{name_of(one.jawab)}"}}}
    elif one.mime != "application/json":
        good["content"] = {mime: {} for mime in (one.mime, *one.atau)}
    else:
        good["content"] = {one.mime: {"schema": {"type": "object"}}}
    codes = {*SETIAP, *one.lain}
    if one.cara in DIUBAH:
        codes |= {409, 413, 415, 422, 507}
    if one.bersyarat:
        codes |= {412, 428}
    if one.tanya:
        codes |= {422}
    wrong = {"content": {MASALAH: {"schema": {"$ref": f"{AT}{name_of(Masalah)}"}}}}
    told = {str(code): {"description": kata_of(code)[0], **wrong} for code in sorted(codes)}
    return {str(one.kode): good, **told}
