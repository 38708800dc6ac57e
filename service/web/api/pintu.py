"""The door of the API: every route of its table, its document, and a page that explains it."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from service.domain.bentuk_json import name_of, shape
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.web.api import (
    berkas,
    buku,
    cari,
    edisi,
    informasi,
    keberatan,
    kiriman,
    naskah,
    permohonan,
    permohonan_hasil,
    tentang,
)
from service.web.api.dokumen import AT, KATA, document
from service.web.api.jalan import Jalan, answering
from service.web.dasar.auth import answer_json, signed_in

AKAR = "/api/v1"
TABEL: tuple[Jalan, ...] = (
    *tentang.JALAN,
    *kiriman.JALAN,
    *permohonan.JALAN,
    *permohonan_hasil.JALAN,
    *keberatan.JALAN,
    *buku.JALAN,
    *berkas.JALAN,
    *naskah.JALAN,
    *informasi.JALAN,
    *edisi.JALAN,
    *cari.JALAN,
)
bp = Blueprint("api", __name__)
KOLOM = ("Permintaan", "Guna", "Isian")


@bp.get(f"{AKAR}/openapi.json")
@signed_in
def described() -> Response:
    """The document, for programs."""
    return answer_json(document(TABEL, url_for("api.tentang").rstrip("/")), 200)


@bp.get("/petunjuk-api")
@signed_in
def docs() -> str:
    """The document, for people."""
    return render_template(
        "api/petunjuk.html",
        jejak=(Tautan("Beranda", "/"),),
        kata=KATA,
        dokumen=Tautan("OpenAPI 3.1 (JSON)", url_for("api.described")),
        contoh=f'curl -H "Authorization: Bearer $TOKEN" {url_for("api.tentang", _external=True)}',
        daftar=Tabel("api", "Permintaan", tuple(map(Kolom, KOLOM)), tuple(map(_row, TABEL))),
    )


def _row(one: Jalan) -> tuple[Sel, ...]:
    asked = one.isi or one.tanya
    names = ", ".join(shape(asked, AT, masuk=True)["properties"]) if asked else ""
    more = "kepala If-Match" if one.bersyarat else ""
    answer = name_of(one.jawab) if one.jawab else one.mime
    return (
        Sel(f"{one.cara} {AKAR}{one.alamat}"),
        Sel(one.kata, catatan=f"Menjawab {answer}."),
        Sel(names or "–", catatan=more),
    )


for _one in TABEL:
    if not _one.asli:
        bp.add_url_rule(AKAR + _one.alamat, _one.nama, answering(_one), methods=[_one.cara])
