"""What DCAT says of an edition is the same in both its writings, as another's parser reads them."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, Namespace

from service.domain.edisi.dcat import to_jsonld, to_turtle
from service.domain.edisi.terbitan import FileTerbit, Terbitan
from tests.terbitan import dik, dik_line, edition, kode, line

URL = "https://ppid.contoh.go.id"
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
FILE = FileTerbit("ab" * 32, "laporan.pdf", "application/pdf", 4_321)
SUKAR = 'Kutip " dan \\ garis\nbaris\tkedua <b> {} ^^ @id é 📄 \x07'
# What DCAT-AP calls mandatory, of each kind of thing; and what each must be said of.
WAJIB = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
JENIS = {
    DCTERMS.publisher: FOAF.Agent,
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCAT.contactPoint: VCARD.Organization,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    SPDX.checksum: SPDX.Checksum,
}


def whole() -> Terbitan:
    rows = [
        line(0, ringkasan=SUKAR),
        line(1, alamat="https://data.contoh.go.id/a?b=1&c=d"),
        line(2),
    ]
    surat = FileTerbit("cd" * 32, "sk-dip-dinas_contoh-2026-1.pdf", "application/pdf", 99)
    return edition(rows, file={kode(0): FILE}, sk_pdf=surat)


EDISI = {"dip": whole(), "dik": dik(dik_line(1), dik_line(2)), "kosong": edition([])}


def read(content: bytes, form: str) -> Graph:
    return Graph().parse(data=content, format=form, publicID=f"{URL}/")


@pytest.mark.parametrize("which", EDISI)
@pytest.mark.parametrize("url", [URL, ""])
def test_turtle_and_json_ld_say_the_very_same(which: str, url: str) -> None:
    one = EDISI[which]

    turtle = read(to_turtle(one, url), "turtle")
    jsonld = read(to_jsonld(one, url), "json-ld")

    assert set(turtle) == set(jsonld)
    assert len(turtle) > 5


@pytest.mark.parametrize("which", ["dip", "dik"])
def test_everything_has_what_dcat_ap_demands_of_it(which: str) -> None:
    found = read(to_turtle(EDISI[which], URL), "turtle")

    for kind, wanted in WAJIB.items():
        for thing in found.subjects(RDF.type, kind):
            lacking = [name for name in wanted if (thing, name, None) not in found]
            assert lacking == [], thing
    assert len(list(found.subjects(RDF.type, DCAT.Dataset))) == len(EDISI[which].baris)


@pytest.mark.parametrize("which", ["dip", "dik"])
def test_what_is_pointed_at_is_there_and_of_its_kind(which: str) -> None:
    found = read(to_turtle(EDISI[which], URL), "turtle")

    for name, kind in JENIS.items():
        for thing in found.objects(None, name):
            assert (thing, RDF.type, kind) in found, thing


def test_a_reader_gets_the_words_the_bytes_and_the_mark_as_they_are() -> None:
    found = read(to_turtle(EDISI["dip"], URL), "turtle")
    line_, part = (URIRef(f"{URL}/dip/{kode(0)}{x}") for x in ("", "#file"))

    assert found.value(line_, DCTERMS.title) == Literal(SUKAR.split("\n")[0], lang="id")
    assert str(found.value(line_, DCTERMS.description)).startswith(SUKAR)
    assert found.value(part, DCAT.byteSize).toPython() == 4_321  # type: ignore[union-attr]
    assert found.value(part, DCAT.downloadURL) == URIRef(f"{URL}/dip/{kode(0)}/laporan.pdf")
    mark = found.value(part, SPDX.checksum)
    assert str(found.value(mark, SPDX.checksumValue)).lower() == "ab" * 32
