"""What the public is given is well made, as parsers say that are none of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest
from flask.testing import FlaskClient
from lxml import etree

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DITARIK
from service.domain.edisi.terbitan import BarisDitarik
from service.publik.app import create_app
from service.publik.daftar.statis import export
from service.publik.place import Place
from tests.terbitan import BADAN, dik, dik_line, edition, kept, kode, line, publisher

URL = "https://ppid.contoh.go.id"
AT = datetime(2026, 3, 1, tzinfo=UTC)
SUKAR = 'Laporan "A & B" <b>tebal</b> \u2028 é 📄 \x0b'
# RFC 4287: what a feed and an entry must have, once; what may stand there besides.
ATOM = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed"><ref name="umum"/><interleave>
    <ref name="wajib"/>
    <zeroOrMore><ref name="orang"/></zeroOrMore>
    <zeroOrMore><ref name="tautan"/></zeroOrMore>
    <optional><element name="generator"><ref name="umum"/><text/></element></optional>
    <optional><element name="subtitle"><ref name="umum"/><text/></element></optional>
    <zeroOrMore><ref name="kabar"/></zeroOrMore>
  </interleave></element></start>
  <define name="kabar"><element name="entry"><ref name="umum"/><interleave>
    <ref name="wajib"/>
    <oneOrMore><ref name="orang"/></oneOrMore>
    <oneOrMore><ref name="tautan"/></oneOrMore>
    <zeroOrMore><element name="category"><attribute name="term"/><empty/></element></zeroOrMore>
    <optional><element name="summary"><ref name="umum"/><text/></element></optional>
  </interleave></element></define>
  <define name="wajib"><interleave>
    <element name="id"><ref name="umum"/><data type="anyURI">
      <param name="pattern">[a-zA-Z][a-zA-Z0-9+.-]*:.+</param></data></element>
    <element name="title"><ref name="umum"/><text/></element>
    <element name="updated"><ref name="umum"/><data type="dateTime">
      <param name="pattern">.+T.+(Z|[+-][0-9][0-9]:[0-9][0-9])</param></data></element>
  </interleave></define>
  <define name="orang"><element name="author"><element name="name"><text/></element></element>
  </define>
  <define name="tautan"><element name="link">
    <attribute name="href"><data type="anyURI"/></attribute>
    <optional><attribute name="rel"/></optional><optional><attribute name="type"/></optional>
    <empty/></element></define>
  <define name="umum"><zeroOrMore><attribute><choice><name ns="http://www.w3.org/XML/1998/namespace"
    >lang</name><name ns="">type</name></choice></attribute></zeroOrMore></define>
</grammar>
"""


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    one = publisher(tmp_path, URL)
    file = kept(one, b"%PDF contoh")
    first = edition([line(n) for n in range(70)], kini=False)
    rows = [line(0, ringkasan=SUKAR, retensi="Permanen"), *(line(n) for n in range(2, 72))]
    gone = (BarisDitarik(kode(1), AT, SUKAR),)
    newer = edition(rows, 2, first.baris, file={kode(0): file}, ditarik=gone)
    third = edition([line(9)], 3, kini=False)
    taken = replace(third.edisi, keadaan=DITARIK, alasan="Keliru.", ditarik=AT)
    one.put(BADAN, [first, newer, replace(third, edisi=taken), dik(dik_line(1))])
    return one


@pytest.fixture
def warga(penerbit: PenerbitSqlite, tmp_path: Path) -> FlaskClient:
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    place = Place(masuk, penerbit.path, terbuka=tmp_path / "terbuka", url=URL)
    return create_app(place).test_client()


def faults(page: bytes) -> list[str]:
    """What a reader of HTML as the standard has it would have to mend."""
    parser = html5lib.HTMLParser()
    parser.parse(page, transport_encoding="utf-8")
    return [f"{place}: {code} {more}" for place, code, more in parser.errors]


HALAMAN = (
    "/dip",
    "/dik",
    "/dip?q=bayar&kategori=berkala&halaman=2",
    "/dip?q=tidak+ada+sama+sekali",
    f"/dip/{kode(0)}",
    f"/dip/{kode(1)}",
    f"/dik/{kode(10_001)}",
    "/dip/edisi",
    "/dip/edisi/dinas_contoh/2026/2",
    "/dip/edisi/dinas_contoh/2026/2/beda",
    "/dip/edisi/dinas_contoh/2026/3",
    "/dip/sematkan",
    "/dip/bingkai",
    "/aksesibilitas",
    "/dip/tidak-ada",
)


def test_no_public_page_has_to_be_mended_by_who_reads_it(warga: FlaskClient) -> None:
    assert {path: found for path in HALAMAN if (found := faults(warga.get(path).data))} == {}


def test_no_page_of_the_folder_has_to_be_mended_by_who_reads_it(
    penerbit: PenerbitSqlite, tmp_path: Path
) -> None:
    folder = tmp_path / "situs"
    export(folder, penerbit.path, None, URL)

    pages = [folder / "index.html", *sorted(folder.glob("di[pk]/**/index.html"))[::12]]
    pages.append(folder / "aksesibilitas" / "index.html")
    assert len(pages) > 6
    assert {str(x): found for x in pages if (found := faults(x.read_bytes()))} == {}


def test_every_feed_is_one_that_the_standard_knows(warga: FlaskClient) -> None:
    grammar = etree.RelaxNG(etree.fromstring(ATOM))
    edisi = "/dip/edisi/dinas_contoh/2026/2/dip-dinas_contoh-2026-2.atom"

    for path in ("/dip/atom.xml", "/dik/atom.xml", "/dip/atom.xml?q=bayar", edisi):
        with warga.get(path) as answer:
            feed = etree.fromstring(answer.data)
        assert grammar.validate(feed), (path, grammar.error_log.last_error)
        ids = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}id")]
        assert len(ids) == len(set(ids)), path
