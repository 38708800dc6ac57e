"""What every answer tells the browser not to do."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

from service.face.door import KEBIJAKAN

log = logging.getLogger("berkas.web")
VERBS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
IZIN = ", ".join(
    f"{what}=()"
    for what in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
TETAP = {
    "Content-Security-Policy": KEBIJAKAN,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer a browser hides the Origin of a form, which we check.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": IZIN,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def harden(app: Flask, *, hsts: bool) -> None:
    """Put the headers on every answer; `hsts` only where the certificate is a trusted one."""

    @app.before_request
    def begin() -> None:
        g.mulai = time.monotonic()

    @app.after_request
    def harden_one(answer: Response) -> Response:
        for name, value in TETAP.items():
            answer.headers.setdefault(name, value)
        if request.blueprint not in ("wajah", "rupa"):
            answer.headers["Cache-Control"] = g.get("simpan", "no-store")
        if hsts:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"
        _tell(answer)
        return answer


def verb(asked: str) -> str:
    """The method of a request; whoever made one up may have put anything in its place."""
    return asked if asked in VERBS else "?"


def _tell(answer: Response) -> None:
    """One line of log; the rule and not the path, for a path can hold a one-time token."""
    rule = request.url_rule.rule if request.url_rule else "-"
    took = 1000 * (time.monotonic() - g.get("mulai", time.monotonic()))
    log.info("%s %s %d %.0f ms", verb(request.method), rule, answer.status_code, took)
