"""Every route of the officers' web says who may enter; one that does not stays shut."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from service.adapters.ledger.ledger import SqlLedger
from service.domain.wewenang import Act
from service.web.app import create_app
from service.web.dasar.auth import ANYONE, SIAPA, SIGNED_IN, signed_in
from tests.kantor import SANDI, Kantor

# What a stranger may see: the log-in page and what lies behind a one-time link. A longer list is
# a decision, and is taken here.
TERBUKA = {
    *("masuk.ask", "masuk.enter", "mulai.ask", "mulai.begin", "wajah.one", "metrik.show"),
    *("contoh.first", "contoh.first_ask", "contoh.first_drop"),  # behind the first one-time link
    *("pintu_contoh.show", "pintu_contoh.enter"),  # behind the key of a sample home
}


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    return Kantor(buku_induk, tmp_path)


def undeclared(app: Flask) -> list[str]:
    """The routes that let in nobody knows whom."""
    views = {rule.endpoint: app.view_functions[rule.endpoint] for rule in app.url_map.iter_rules()}
    return [
        name
        for name, view in views.items()
        if name not in TERBUKA
        and getattr(view, SIAPA, None) != SIGNED_IN
        and not _acts(getattr(view, SIAPA, None))
    ]


def _acts(siapa: object) -> bool:
    return isinstance(siapa, tuple) and bool(siapa) and all(isinstance(one, Act) for one in siapa)


def test_every_route_says_who_may_enter(kantor):
    app = create_app(kantor)

    assert undeclared(app) == []
    assert len(list(app.url_map.iter_rules())) > 20


def test_a_route_that_declares_nobody_is_found_and_is_shut_even_to_the_administrator(kantor):
    app = create_app(kantor)
    app.add_url_rule("/lupa", "lupa", lambda: "rahasia")
    app.add_url_rule("/ingat", "ingat", signed_in(lambda: "terbuka"))
    kantor.administrator()
    client = app.test_client()
    client.get("/masuk")
    csrf = client.get_cookie("berkas-awal").value
    client.post("/masuk", data={"csrf": csrf, "nama_masuk": "admin.contoh", "sandi": SANDI})

    assert undeclared(app) == ["lupa"]
    assert client.get("/ingat").status_code == 200
    assert client.get("/lupa").status_code == 403


def test_nothing_that_changes_is_reached_by_a_link(kantor):
    app = create_app(kantor)

    both = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and "GET" in (rule.methods or ())
    ]

    assert both == []


def test_a_stranger_sees_the_log_in_page_and_nothing_else(kantor):
    kantor.opened()
    app = create_app(kantor)
    client = app.test_client()

    for n, rule in enumerate(app.url_map.iter_rules()):
        # Each from another address, or the patience with strangers would end first.
        client.environ_base["REMOTE_ADDR"] = f"192.0.2.{n % 250}"
        if rule.endpoint in TERBUKA:
            assert getattr(app.view_functions[rule.endpoint], SIAPA, ANYONE) == ANYONE
            continue
        path = rule.rule.replace("<", "x").replace(">", "x")
        if path.startswith("/api/"):
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                answer = client.open(path, method=method)
                assert answer.status_code == answer.json["status"] == 401, rule.rule
                assert answer.mimetype == "application/problem+json"
            continue
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        answer = client.open(path, method=method)
        assert answer.status_code == 303, f"{method} {rule.rule}"
        assert answer.headers["Location"].startswith("/masuk?"), f"{method} {rule.rule}"
