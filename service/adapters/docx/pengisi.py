"""The port Filler: one warm child fills the papers of a process, and is replaced where it falls."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.adapters.docx import isian as isians
from service.adapters.docx.kotak import Anak
from service.adapters.docx.pesan import Hasil, Putus, Tugas
from service.adapters.docx.rupa_kirim import Wujud, wujud
from service.adapters.docx.salah import GambarSalah, TemplateSalah
from service.domain.refusals import BelumSiap, Unavailable
from service.ports.papers import Rupa

DETIK = 8  # seconds of processor for one paper
SABAR = 10.0  # seconds by the clock on the wall, before the child is replaced
QUEUE = 30.0  # seconds to wait for the papers of other threads
TERBESAR = 20_000_000  # bytes of a template
POLOS = Rupa()


class Docx:
    """The port Filler; the child is started when it is first needed, and again where it fell."""

    def __init__(self, detik: int = DETIK, sabar: float = SABAR) -> None:
        self._detik, self._sabar = detik, sabar
        self._child: Anak | None = None
        self._one = threading.Lock()

    def fill(
        self,
        template: Path,
        isian: Mapping[str, Any],
        out: Path,
        rupa: Rupa = POLOS,
        konsep: bool = False,
    ) -> Path:
        known, looks, missed = _read(template), wujud(rupa), list[str]()
        told = isians.ready(dict(isian), missed)
        tugas = Tugas(_kunci(known, looks), template.name, told, konsep, tuple(missed))
        with self._turn():
            hasil, made = self._asked(tugas)
            if hasil is Hasil.BELUM_KENAL:
                hasil, made = self._asked(replace(tugas, templat=known, wujud=looks))
        if hasil in (Hasil.JADI, Hasil.JADI_AKHIR):
            out.write_bytes(made)
            return out
        if hasil is Hasil.GAMBAR:
            raise GambarSalah(made.decode())
        raise TemplateSalah(made.decode())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._one.acquire(timeout=QUEUE):
            raise Unavailable(
                "Pengisi naskah sedang mengerjakan naskah lain. Isian tersimpan; coba lagi "
                "sebentar lagi."
            )
        try:
            yield
        finally:
            self._one.release()

    def close(self) -> None:
        """End the child."""
        with self._one:
            self._forget()

    def _asked(self, tugas: Tugas) -> tuple[Hasil, bytes]:
        try:
            hasil, told = self._ready().ask(tugas, time.monotonic() + self._sabar)
        except TimeoutError as late:
            self._forget()
            raise Unavailable(
                f"Template {tugas.nama} belum selesai diisi setelah {self._sabar:g} detik, lalu "
                "dihentikan. Isian tersimpan; naskah lain tidak terganggu."
            ) from late
        except Putus as gone:
            self._forget()
            raise Unavailable(
                f"Pengisi naskah berhenti mendadak pada template {tugas.nama}. Isian tersimpan; "
                "naskah lain tidak terganggu."
            ) from gone
        if hasil.last:
            self._forget()
        return hasil, told

    def _ready(self) -> Anak:
        if self._child is not None and self._child.owner != os.getpid():
            self._child = None  # a process forked from the one that started it has its own
        if self._child is not None and self._child.is_over():
            self._forget()  # between two papers, and none is the worse for it
        if self._child is None:
            self._child = Anak(self._detik)
        try:
            self._child.await_start()
        except BelumSiap:
            raise  # it goes on, and the next paper finds it further
        except Unavailable:
            self._forget()
            raise
        return self._child

    def _forget(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


def _read(template: Path) -> bytes:
    if not template.is_file():
        raise TemplateSalah(f"Template {template.name} tidak ditemukan. Unggah ulang templatnya.")
    if template.stat().st_size > TERBESAR:
        raise TemplateSalah(
            f"Template {template.name} lebih besar dari {TERBESAR // 1_000_000} MB. Perkecil "
            "gambarnya, lalu simpan ulang dari Word sebagai .docx."
        )
    return template.read_bytes()


def _kunci(template: bytes, looks: Wujud | None) -> str:
    """One name for a template as an agency's papers look."""
    told = hashlib.sha256(template)
    if looks is not None:
        told.update(repr(replace(looks, logo=b"")).encode())
        told.update(looks.logo)
    return told.hexdigest()
