"""The API keeps to its own document: asked at random by it, it answers as it says and never fails.

Schemathesis reads the OpenAPI document from a served app and asks; a short sample always runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, BaseSchema, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from service.web.app import create_app
from service.web.dasar.limit import EMBER_PROGRAM, Ember
from tests.conftest import new_postgres, new_sqlite
from tests.office import INSTANSI, UNIT, arrive, work
from tests.papers import letter
from tests.web.api import program
from tests.web.browser import served
from tests.web.naskah_web import SURAT, with_pair
from tests.web.rumah_web import rumah_web
from tests.web.test_api_web import asked
from tests.web.test_jawaban_web import an_objection
from tests.web.test_permohonan_web import a_request

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
TERLALU_PANJANG = 414
TEMPAT = {"instansi": INSTANSI, "unit": UNIT}
BANYAK, LAMA = 1, 60  # questions of each route and way; and in a long run


@dataclass(frozen=True)
class Dilayani:
    """A served office, its document, and the ids of what stands in it."""

    schema: BaseSchema
    heads: dict[str, str]
    known: dict[str, str]


@pytest.fixture(scope="module", params=[new_sqlite, new_postgres], ids=["sqlite", "postgresql"])
def dilayani(request, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dilayani]:
    room: Path = tmp_path_factory.mktemp("api")
    with rumah_web(room, request.param(room)) as house:
        with_pair(house, room)
        who = program(house, "ppid_pelaksana")  # who records and approves as well
        told = asked(house)
        berkas = who.post("/berkas", told)
        assert berkas.status_code == 201, berkas.text
        naskah = {"id": house.new_id(), "jenis": SURAT}
        assert who.post(f"/berkas/{told['id']}/naskah", naskah).status_code == 201
        came = arrive(house, letter(room / "surat.docx", "Surat contoh"))
        piece = {"id": house.new_id(), "ringkasan": "Laporan contoh"} | TEMPAT
        assert who.post("/informasi", piece).status_code == 201
        work(house, ("berat",))
        app = create_app(house)
        app.extensions[EMBER_PROGRAM] = Ember(10_000, 10_000)
        heads = {"Authorization": f"Bearer {who.rahasia}"}
        with served(app) as address:
            where = f"{address}/api/v1/openapi.json"
            schema = schemathesis.openapi.from_url(where, headers=heads, wait_for_schema=10)
            known = {
                "berkas_id": told["id"],
                "naskah_id": naskah["id"],
                "kiriman_id": came.id,
                "permohonan_id": a_request(house, UNIT).id,
                "keberatan_id": an_objection(house).id,
                "informasi_id": piece["id"],
            }
            yield Dilayani(schema, heads, known)


def operations(schema: BaseSchema) -> list[APIOperation]:
    return [one.ok() for one in schema.get_all_operations()]


def asks(one: APIOperation, way: GenerationMode, where: Dilayani, many: int) -> None:
    """So many questions of one route, each answered as the document says."""

    @seed(9)
    @settings(
        max_examples=many,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=one.as_strategy(generation_mode=way), real=st.booleans())
    def ask(case: schemathesis.Case, real: bool) -> None:
        if real:
            for name in set(case.path_parameters) & set(where.known):
                case.path_parameters[name] = where.known[name]
            if isinstance(case.body, dict):
                case.body |= {x: y for x, y in TEMPAT.items() if isinstance(case.body.get(x), str)}
        answer = case.call(headers=where.heads)
        if answer.status_code != TERLALU_PANJANG:  # the server itself hangs up before it asks us
            case.validate_response(answer, checks=CHECKS)

    ask()


@pytest.mark.parametrize("way", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=str)
def test_every_route_answers_as_its_document_says(dilayani, way, request):
    panjang = request.config.getoption("--panjang")
    for one in operations(dilayani.schema):
        asks(one, way, dilayani, LAMA if panjang else BANYAK)
