"""How often each route was asked and how it ended, counted in this process since it began."""

from __future__ import annotations

import time
from collections import Counter
from threading import Lock

from flask import Flask, Response, current_app, g, request

from service.domain.ukuran import HITUNGAN, Label, Ukuran
from service.web.dasar.headers import verb

METERAN = "berkas_meteran"  # where an app keeps its own count


class Meteran:
    """Requests by method, route and status; what stands in an address is never among them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._many = Counter[Label]()
        self._seconds = Counter[Label]()

    def add(self, cara: str, rute: str, status: int, seconds: float) -> None:
        """One request more."""
        label = (("metode", cara), ("rute", rute), ("status", str(status)))
        with self._lock:
            self._many[label] += 1
            self._seconds[label[:2]] += seconds  # type: ignore[assignment]

    def told(self) -> list[Ukuran]:
        """What was counted so far."""
        with self._lock:
            many, seconds = dict(self._many), dict(self._seconds)
        return [
            Ukuran("berkas_permintaan_total", "Permintaan menurut rute.", HITUNGAN, many),
            Ukuran("berkas_permintaan_detik_total", "Lama menjawab, per rute.", HITUNGAN, seconds),
        ]


def count(app: Flask) -> None:
    """Count every request of an app."""
    app.extensions[METERAN] = Meteran()

    @app.after_request
    def counted(answer: Response) -> Response:
        rule = request.url_rule.rule if request.url_rule else "-"
        took = time.monotonic() - g.get("mulai", time.monotonic())
        meteran().add(verb(request.method), rule, answer.status_code, took)
        return answer


def meteran() -> Meteran:
    """What this app counted."""
    found: Meteran = current_app.extensions[METERAN]
    return found
