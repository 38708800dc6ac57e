"""The public pages: the lists, the request form, tracking and verification; no ledger in reach."""

from __future__ import annotations

import logging
import os
import shutil
from functools import partial
from typing import Any

from flask import (
    Flask,
    Response,
    jsonify,
    make_response,
    render_template,
    request,
)
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from service.domain.antaran import LAMPIRAN_BANYAK, LAMPIRAN_TERBESAR
from service.domain.refusals import Unavailable
from service.face.door import KEBIJAKAN, dress
from service.face.isi import Muka
from service.publik import bukti, kirim, naskah, takaran
from service.publik.blanko import BLANKO
from service.publik.daftar.rute import lists
from service.publik.drop import SPARE
from service.publik.lampiran import Kiriman
from service.publik.meja import Desk, desk, faced, who
from service.publik.place import Place
from service.publik.words import GALAT

LARGEST = 256 * 1024
WITH_FILES = 2 * LAMPIRAN_BANYAK * LAMPIRAN_TERBESAR  # so that a file too large is told of by name
log = logging.getLogger(__name__)


class Pages(Flask):
    """Flask that never writes the address of a request: there may be a code in it."""

    def log_exception(self, exc_info: Any) -> None:
        """What went wrong, and on which kind of page."""
        log.error("a page failed: %s", request.endpoint, exc_info=exc_info)


def create_app(place: Place) -> Flask:
    """The public pages, standing on nothing but what `place` names."""
    app = Pages(__name__, template_folder="pages", static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST, MAX_FORM_PARTS=60)
    app.request_class = type("Kiriman", (Kiriman,), {"masuk": place.masuk})
    app.extensions["desk"] = Desk(place)
    dress(app)
    for path, view in (
        ("/", beranda),
        ("/lacak", bukti.track),
        ("/lacak/<kode>", bukti.tracked),
        ("/lacak/<kode>/nomor", bukti.told),
        ("/v/<path:token>", naskah.verified),
        (takaran.ALAMAT, naskah.ask),
        ("/sehat", sound),
    ):
        app.add_url_rule(path, view_func=view)
    lists(app, place.daftar, place.terbuka, place.url)
    for jenis, blanko in BLANKO.items():
        app.add_url_rule(blanko.alamat, jenis, partial(kirim.ask, jenis))
        app.add_url_rule(
            blanko.alamat, f"kirim_{jenis}", partial(kirim.take, jenis), methods=["POST"]
        )
    app.add_url_rule(takaran.ALAMAT, "held", naskah.take, methods=["POST"])
    app.before_request(_measured)
    app.context_processor(_muka)
    app.after_request(_guarded)
    app.register_error_handler(HTTPException, _galat)
    app.register_error_handler(Unavailable, _gangguan)
    return app


# --- pages ----------------------------------------------------------------------------------


def beranda() -> str:
    """Where the public comes in."""
    badan = desk().papan.badan()
    asked = any(one.masukan for one in badan)
    return render_template("beranda_publik.html", buka=bool(badan), masukan=asked)


def sound() -> tuple[Response, int]:
    """Whether a request could be taken in now."""
    folder = desk().place.masuk
    try:
        good = os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > SPARE
    except OSError:
        good = False
    return jsonify(baik=good), 200 if good else 503


# --- what they share ------------------------------------------------------------------------


def _measured() -> Answer | None:
    """Let files in where a form takes them; who sends many large forms waits, unread."""
    if request.method != "POST" or request.mimetype != "multipart/form-data":
        return None
    if request.path == takaran.ALAMAT:
        request.max_content_length = LARGEST + takaran.TERBESAR
    elif request.path in {one.alamat for one in BLANKO.values()}:
        request.max_content_length = LARGEST + WITH_FILES
    else:
        return None
    told = request.content_length  # None: it comes in pieces, and nobody knows how many
    if (told is None or told > LARGEST) and not desk().berat.allows(who()):
        return _often()
    return None


def _often() -> Answer:
    judul, kata, tindakan = GALAT[429]
    page = render_template("galat_publik.html", judul=judul, kata=kata, tindakan=tindakan)
    answer = make_response(page, 429)
    answer.headers["Retry-After"] = "600"
    return answer


def _muka() -> dict[str, Muka]:
    return {"muka": faced()}


def _guarded(answer: Response) -> Response:
    answer.headers.setdefault("Cache-Control", "no-store")
    answer.headers.setdefault("Content-Security-Policy", KEBIJAKAN)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if request.endpoint != "bingkai":  # made to stand inside another site
        answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"
    if request.is_secure:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000"
    return answer


def _galat(wrong: HTTPException) -> Answer:
    judul, kata, tindakan = GALAT.get(wrong.code or 500, GALAT[500])
    answer = make_response(
        render_template("galat_publik.html", judul=judul, kata=kata, tindakan=tindakan),
        wrong.code or 500,
    )
    if allow := dict(wrong.get_headers()).get("Allow"):
        answer.headers["Allow"] = allow
    return answer


def _gangguan(wrong: Unavailable) -> tuple[str, int]:
    log.error("a page could not be given: %s", wrong)
    jenis = next((k for k, one in BLANKO.items() if one.alamat == request.path), "")
    if jenis and request.method == "POST":
        return kirim.again(jenis)
    judul, kata, tindakan = GALAT[503]
    return render_template("galat_publik.html", judul=judul, kata=kata, tindakan=tindakan), 503
