"""The door of the face: gives a Flask app its look."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, request

from service.face.rute import Rute

HERE = Path(__file__).resolve().parent
VENDOR = HERE.parent.parent / "vendor"

# What a page may load and run: only files of this house, nothing written into the page.
KEBIJAKAN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_MIME = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_REMARK = re.compile(rb"/\*.*?\*/", re.DOTALL)
_LAMA = "public, max-age=31536000, immutable"  # the address changes with the bytes
_SEBENTAR = "public, max-age=60"


@dataclass(frozen=True)
class Helai:
    """One file as it is served: its bytes, plain and packed, and the mark of its content."""

    isi: bytes
    padat: bytes
    mime: str
    tanda: str


def _read(path: Path) -> Helai:
    isi = path.read_bytes()
    if path.suffix == ".css":
        isi = lean(isi)
    return Helai(
        isi=isi,
        padat=gzip.compress(isi, 9, mtime=0),
        mime=_MIME[path.suffix],
        tanda=hashlib.sha256(isi).hexdigest()[:12],
    )


def lean(sheet: bytes) -> bytes:
    """A sheet without what only its writers read: remarks, indents and empty lines."""
    lines = (line.strip() for line in _REMARK.sub(b"", sheet).splitlines())
    return b"\n".join(line for line in lines if line)


@cache
def helai() -> dict[str, Helai]:
    """Every file of the face, by the name it is asked for."""
    files = [*sorted((HERE / "static").iterdir()), VENDOR / "htmx" / "htmx.min.js"]
    return {path.name: _read(path) for path in files}


def dress(app: Flask) -> None:
    """Give an app the layout, the macros and the files they need, under /wajah/."""
    app.url_rule_class = Rute
    served = helai()
    face = Blueprint("wajah", __name__, url_prefix="/wajah", template_folder="templates")

    @face.get("/<name>")
    def one(name: str) -> Response:
        if name not in served:
            abort(404)
        return _answer(served[name])

    def wajah(name: str) -> str:
        return f"/wajah/{name}?v={served[name].tanda}"

    app.register_blueprint(face)
    app.jinja_env.globals["wajah"] = wajah
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def _answer(file: Helai) -> Response:
    packed = request.accept_encodings["gzip"] > 0
    answer = Response(file.padat if packed else file.isi, mimetype=file.mime)
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Vary"] = "Accept-Encoding"
    asked = request.args.get("v") == file.tanda
    answer.headers["Cache-Control"] = _LAMA if asked else _SEBENTAR
    answer.set_etag(file.tanda + ("-gz" if packed else ""))
    answer.make_conditional(request)
    return answer
