"""A log says where something failed, and nothing of what was in hand."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from service.config import CODE
from service.fair_log import FairLog
from service.telling import where
from service.web.dasar.headers import verb

KENARI = "3175000022223333"


def failed(inner: Exception, outer: Exception) -> Exception:
    try:
        try:
            raise inner
        except type(inner) as wrong:
            raise outer from wrong
    except type(outer) as caught:
        return caught


def test_the_kind_of_a_fault_its_lines_and_its_causes_are_told_and_no_word_of_it() -> None:
    told = where(failed(KeyError(KENARI), ValueError(f"surat {KENARI}")))

    assert KENARI not in told
    assert told.index("KeyError") < told.index("led to") < told.index("ValueError")
    assert told.count("test_telling.py") == 2
    assert "raise inner" in told


def test_a_fault_that_caused_itself_is_told_in_a_few_lines() -> None:
    fault = ValueError(KENARI)
    fault.__cause__ = fault

    assert len(where(fault).splitlines()) < 40


@pytest.mark.parametrize(
    "fault",
    [
        "raise ValueError(kenari)",
        "threading.Thread(target=int, args=(kenari + 'x',)).start()",
        "try:\n    open('/tiada/' + kenari)\nexcept OSError:\n    logging.exception('this look')",
    ],
)
def test_a_process_that_fails_says_so_without_what_it_held(fault: str) -> None:
    code = "import logging, sys, threading\nfrom service import telling\ntelling.begin()\n"
    code += f"kenari = sys.stdin.read()\n{fault}\n"
    ran = subprocess.run(
        [sys.executable, "-c", code], input=KENARI, cwd=CODE, capture_output=True, text=True
    )

    assert KENARI not in ran.stdout + ran.stderr
    assert "Error" in ran.stderr
    assert "line" in ran.stderr


def test_a_worker_that_cannot_begin_says_where_and_nothing_of_what_it_was_given(
    tmp_path: Path,
) -> None:
    ledger = f"postgresql://contoh@127.0.0.1:x{KENARI}/contoh"  # a port that is none
    told = {"BERKAS_HOME": str(tmp_path), "BERKAS_LEDGER": ledger, "PATH": os.environ["PATH"]}
    ran = subprocess.run(
        [sys.executable, "-m", "jobs.worker", "naskah"],
        cwd=CODE,
        env=told,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 1
    assert KENARI not in ran.stdout + ran.stderr
    assert "this process ends" in ran.stderr
    assert "ValueError" in ran.stderr
    assert "worker.py" in ran.stderr


def test_gunicorn_tells_neither_the_address_asked_for_nor_the_line_that_was_none(
    capfd: pytest.CaptureFixture[str],
) -> None:
    cfg = Config()
    cfg.set("loglevel", "warning")
    log = FairLog(cfg)
    asked = SimpleNamespace(uri=f"/cari?kata={KENARI}")
    try:
        raise failed(KeyError(KENARI), ValueError(KENARI))
    except ValueError:
        log.exception("Error handling request %s", asked.uri)
    log.warning(f"Invalid request from ip=192.0.2.1: Invalid HTTP request line: 'GET {KENARI}'")
    log.warning("Autorestarting %s", "a worker")
    logging.getLogger("gunicorn.error").handlers.clear()

    said = capfd.readouterr().err
    assert KENARI not in said
    assert "ValueError" in said
    assert "a request that was none was turned away" in said
    assert "192.0.2.1" not in said
    assert "Autorestarting a worker" in said


@pytest.mark.parametrize(
    ("asked", "told"), [("GET", "GET"), ("PATCH", "PATCH"), (KENARI, "?"), ("get", "?"), ("", "?")]
)
def test_a_method_that_somebody_made_up_is_not_repeated(asked: str, told: str) -> None:
    assert verb(asked) == told
