"""The whole catalogue, for portals that gather it, as another's parser reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, Namespace

from service.adapters.penerbit import PenerbitSqlite
from service.adapters.soffice.naskah import LONG
from service.domain.edisi.cetakan import BERTANDA
from service.domain.edisi.edisi import DITARIK
from service.publik.app import create_app
from service.publik.daftar.statis import export
from service.publik.place import Place
from tests.terbitan import BADAN, LAIN, dik, dik_line, edition, line, publisher

URL = "https://ppid.contoh.go.id"
SPDX = Namespace("http://spdx.org/rdf/terms#")
KATALOG = URIRef(f"{URL}/katalog")


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    one = publisher(tmp_path, URL)
    first = edition([line(n) for n in range(3)], kini=False)
    third = edition([line(9)], 3, kini=False)
    taken = replace(third.edisi, keadaan=DITARIK, alasan="Keliru.", ditarik=datetime.now(UTC))
    newer = edition([line(0)], 2, first.baris)
    one.put(BADAN, [first, newer, replace(third, edisi=taken), dik(dik_line(1))])
    one.put(LAIN, [edition([line(200)], badan=LAIN)])
    return one


@pytest.fixture
def warga(penerbit: PenerbitSqlite, tmp_path: Path) -> FlaskClient:
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    place = Place(masuk, penerbit.path, terbuka=tmp_path / "terbuka", url=URL)
    return create_app(place).test_client()


def read(warga: FlaskClient, path: str = "/katalog.ttl") -> Graph:
    answer = warga.get(path)
    assert answer.status_code == 200
    form = "turtle" if ".ttl" in path else "json-ld"
    return Graph().parse(data=answer.data, format=form, publicID=f"{URL}/")


def test_both_writings_name_every_edition_that_is_read_and_none_that_was_taken_back(
    warga: FlaskClient,
) -> None:
    turtle, jsonld = read(warga), read(warga, "/katalog.jsonld")

    assert set(turtle) == set(jsonld)
    named = {str(one).removeprefix(f"{URL}/") for one in turtle.objects(KATALOG, DCAT.catalog)}
    assert named == {
        "dip/edisi/dinas_contoh/2026/1",
        "dip/edisi/dinas_contoh/2026/2",
        "dik/edisi/dinas_contoh/2026/1",
        f"dip/edisi/{LAIN.kode}/2026/1",
    }
    assert "2026/3" not in warga.get("/katalog.jsonld").text


def test_it_has_what_dcat_ap_demands_and_its_downloads_are_there_to_the_byte(
    warga: FlaskClient,
) -> None:
    found = read(warga)

    for one in found.subjects(RDF.type, DCAT.Catalog):
        for name in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher):
            assert found.value(one, name) is not None, (one, name)
        for owner in found.objects(one, DCTERMS.publisher):
            assert (owner, RDF.type, FOAF.Agent) in found
    parts = list(found.subjects(RDF.type, DCAT.Distribution))
    assert len(parts) >= 4 * 6
    for part in parts:
        where = str(found.value(part, DCAT.downloadURL)).removeprefix(URL)
        with warga.get(where) as answer:
            assert answer.status_code == 200, where
            assert len(answer.data) == found.value(part, DCAT.byteSize).toPython()  # type: ignore[union-attr]


def test_a_portal_asks_for_what_came_since_it_last_looked(warga: FlaskClient) -> None:
    every = len(list(read(warga).objects(KATALOG, DCAT.catalog)))

    assert (
        len(list(read(warga, "/katalog.ttl?sejak=2000-01-01").objects(KATALOG, DCAT.catalog)))
        == every
    )
    assert not list(read(warga, "/katalog.ttl?sejak=2999-01-01").objects(KATALOG, DCAT.catalog))
    assert warga.get("/katalog.ttl?sejak=kemarin").status_code == 400
    assert "katalog.jsonld" in warga.get("/dip").text


def test_an_empty_house_has_an_empty_catalogue(tmp_path: Path) -> None:
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    place = Place(masuk, tmp_path / "terbit", url=URL)

    assert len(read(create_app(place).test_client())) > 2


def test_the_folder_for_any_web_server_holds_the_same(
    warga: FlaskClient, penerbit: PenerbitSqlite, tmp_path: Path
) -> None:
    folder = tmp_path / "situs"
    export(folder, penerbit.path, None, URL)

    for name in ("katalog.ttl", "katalog.jsonld"):
        assert (folder / name).read_bytes() == warga.get(f"/{name}").data


def test_the_statement_says_what_the_printer_really_does(warga: FlaskClient) -> None:
    page = warga.get("/aksesibilitas").text

    assert "lebih dari 1.000 baris tidak bertanda" in page and BERTANDA == LONG == 1_000
    assert 'href="/aksesibilitas"' in warga.get("/dip").text
    assert 'href="/permohonan"' in page
