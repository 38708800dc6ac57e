"""A program at the API of a real house: it shows its token and reads what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.orang import token
from service.acts.orang.hadir import operator
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, today


@dataclass
class Program:
    """A program that came in by a token of its own."""

    client: FlaskClient
    rahasia: str
    id: str

    def ask(self, cara: str, path: str, **more: object) -> TestResponse:
        heads = {"Authorization": f"Bearer {self.rahasia}", **more.pop("headers", {})}  # type: ignore[dict-item]
        return self.client.open(f"/api/v1{path}", method=cara, headers=heads, **more)

    def get(self, path: str, **query: object) -> TestResponse:
        return self.ask("GET", path, query_string=query)

    def post(self, path: str, isi: object = None, versi: int = 0) -> TestResponse:
        heads = {"If-Match": f'"{versi}"'} if versi else {}
        return self.ask("POST", path, json=isi, headers=heads)


def program(
    house: RealHouse, peran: str = "petugas", unit: str = "", instansi: str = INSTANSI
) -> Program:
    """One that may what this peran may."""
    until = today(house) + timedelta(days=30)
    asked = token.Isian("Program contoh", instansi, unit, peran, until)
    one, rahasia = token.make(house, operator(house), house.new_id(), asked)
    return Program(create_app(house).test_client(), rahasia, one.id)
