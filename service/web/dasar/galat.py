"""What a person reads when something cannot be done."""

from __future__ import annotations

import errno
import logging
import secrets

from flask import Flask, Response, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from service.domain.refusals import IsiTidakAda, Refusal, Unavailable
from service.domain.sisa import DiskHampirPenuh, DiskPenuh
from service.face.isi import Tautan
from service.web.dasar import kenangan
from service.web.dasar.auth import for_program
from service.web.dasar.headers import verb
from service.web.dasar.masalah import kata_of, problem

log = logging.getLogger("berkas.web")
BERANDA = Tautan("Ke beranda", "/")
UTUH = "Tidak ada yang diubah."


def answer_errors(app: Flask) -> None:
    """Every failure ends on a page with a sentence."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(Unavailable, _unavailable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def _refused(no: Refusal) -> Response:
    if isinstance(no, IsiTidakAda):
        no = kenangan.instead(no)
    answer = _page(no.status, str(no))
    if no.status == 429:
        answer.headers["Retry-After"] = "5"
    return answer


def _unavailable(away: Unavailable) -> Response:
    log.warning("unavailable: %s", away)
    if isinstance(away, DiskPenuh) and request.method == "POST" and not for_program():
        return _refused(DiskHampirPenuh())  # a form is not sent again by itself; a program asks on
    answer = _page(503, str(away))
    answer.headers["Retry-After"] = "5"
    return answer


def _http(wrong: HTTPException) -> Response:
    if wrong.response is not None:  # a form shown again, or another answer of our own
        return wrong.response  # type: ignore[return-value]
    answer = _page(wrong.code or 500)
    for name, value in wrong.get_headers():
        if name.lower() in ("allow", "retry-after"):
            answer.headers[name] = value
    return answer


def _fault(wrong: Exception) -> Response:
    if isinstance(wrong, OSError) and wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        log.warning("no room for what came to %s", request.endpoint)
        return _refused(DiskHampirPenuh())  # a large form waits on the disk until it is read
    kode = secrets.token_hex(4)
    rule = request.url_rule.rule if request.url_rule else "-"
    log.error("fault %s at %s %s", kode, verb(request.method), rule, exc_info=wrong)
    return _page(500, kode=kode)


def _page(status: int, kata: str = "", kode: str = "") -> Response:
    if for_program():
        return problem(status, kata, **({"kode": kode} if kode else {}))
    g.ditolak = True  # a page that refuses tells nothing of what it refuses
    judul, biasa, tindakan = kata_of(status)
    aman = UTUH if request.method not in ("GET", "HEAD") and not kata and status < 500 else ""
    html = render_template(
        "galat.html",
        judul=judul,
        kata=kata or biasa,
        aman=aman,
        tindakan="" if kata else tindakan,
        utama=BERANDA,
        lain=(),
        kode=kode,
    )
    return make_response(html, status)
