"""What the public reads of the lists: narrowed, found, cited, taken back, and never more."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DITARIK
from service.domain.edisi.terbitan import BarisDitarik
from service.publik.app import create_app
from service.publik.place import Place
from tests.terbitan import (
    BADAN,
    LAIN,
    UNIT,
    dik,
    dik_line,
    edition,
    kept,
    kode,
    line,
    publisher,
)
from tests.web.browser import DESKTOP, PHONE, axe, served, spills

URL = "https://ppid.contoh.go.id"
ATOM = "{http://www.w3.org/2005/Atom}"
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    return publisher(tmp_path, URL)


@pytest.fixture
def warga(penerbit: PenerbitSqlite, tmp_path: Path) -> FlaskClient:
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    place = Place(masuk, penerbit.path, terbuka=tmp_path / "terbuka", url=URL)
    return create_app(place).test_client()


def shown(page: str) -> list[str]:
    """The codes of the lines on a page, in their order."""
    return [unescape(one) for one in re.findall(r'<th scope="row"><a href="/di[pk]/([^"]+)"', page)]


def text(warga: FlaskClient, path: str, code: int = 200) -> str:
    answer = warga.get(path)
    assert answer.status_code == code, (path, answer.status_code, answer.text)
    assert len(answer.data) <= 100_000
    return answer.text


def test_before_anything_is_published_the_page_says_what_would_be_here(warga):
    for path in ("/dip", "/dik", "/dip/edisi", "/dik/edisi"):
        assert "Belum ada daftar yang diumumkan" in text(warga, path)
    assert "<entry>" not in text(warga, "/dip/atom.xml")


def test_the_list_stands_under_the_bars_of_the_law_with_heads_that_are_read_aloud(warga, penerbit):
    penerbit.put(BADAN, [edition([line(n) for n in range(6)])])

    page = text(warga, "/dip")

    assert shown(page) == [kode(n) for n in (0, 3, 1, 4, 2, 5)]
    assert page.count('scope="rowgroup"') == 3
    assert page.count('<th scope="col">') == 6
    assert "<caption" in page
    assert "Dinas Contoh: Edisi 1 Tahun 2026" in page
    assert "1 TAHUN 2026" in page


def test_at_the_foot_stands_where_one_writes_to(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)])])

    for path in ("/dip", "/dik", f"/dip/{kode(0)}"):
        assert '<a href="mailto:ppid@contoh.id">ppid@contoh.id</a>' in text(warga, path)
    assert '"email": "ppid@contoh.id"' in text(warga, f"/dip/{kode(0)}")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kategori=berkala", {0, 3, 6, 9}),
        (f"unit={UNIT[1].replace(' ', '+')}", {1, 4, 7, 10}),
        ("tahun=2021", {1, 6, 11}),
        ("bentuk=elektronik", {1, 3, 5, 7, 9, 11}),
        ("kategori=berkala&bentuk=cetak&tahun=2021", {6}),
        ("q=bayar", set(range(12))),
        ("q=dibayarkan", set(range(12))),
        ("q=honorar", set(range(12))),
        ("q=keuangan+bayaran", {2, 5, 8, 11}),
        ("q=nomor+7", {7}),
        ("q=kementerian", set()),
        ("q=%22*)(", set()),
        ("kategori=dikecualikan", set()),
    ],
)
def test_a_list_is_narrowed_by_words_in_any_form_and_by_what_the_lines_are(
    warga, penerbit, asked, found
):
    penerbit.put(BADAN, [edition([line(n) for n in range(12)])])

    page = text(warga, f"/dip?{asked}")

    assert set(shown(page)) == {kode(n) for n in found}


def test_a_code_that_is_typed_finds_its_line(warga, penerbit):
    penerbit.put(BADAN, [edition([line(n) for n in range(12)])])

    assert shown(text(warga, f"/dip?q={kode(5).lower()}")) == [kode(5)]


def test_beside_each_choice_stands_how_many_lines_it_leaves(warga, penerbit):
    penerbit.put(BADAN, [edition([line(n) for n in range(12)])])

    page = text(warga, "/dip?kategori=berkala")

    assert "Diumumkan secara berkala (4)" in page
    assert "Tersedia setiap saat (4)" in page  # as if kategori were still open
    assert "Bagian Humas (4)" in page  # 0, 3, 6, 9
    assert "Bagian Hukum" not in page


def test_a_long_list_comes_in_pages_and_each_is_small(warga, penerbit):
    rows = [line(n, ringkasan="Laporan panjang " * 200 + str(n)) for n in range(120)]
    penerbit.put(BADAN, [edition(rows)])

    pages = [shown(text(warga, f"/dip?halaman={n}")) for n in (1, 2, 3)]

    assert [len(one) for one in pages] == [50, 50, 20]
    assert {x for one in pages for x in one} == {kode(n) for n in range(120)}
    assert shown(text(warga, "/dip?halaman=999")) == pages[2]
    assert len(shown(text(warga, "/dip/edisi/dinas_contoh/2026/1?halaman=2"))) == 60


def test_a_line_has_its_elements_its_file_and_its_history(warga, penerbit):
    file = kept(penerbit, b"%PDF contoh", "laporan.pdf")
    first = edition([line(0), line(1)], kini=False)
    later = [line(0, retensi="Permanen"), line(1)]
    penerbit.put(BADAN, [first, edition(later, 2, first.baris, file={kode(0): file})])

    page = text(warga, f"/dip/{kode(0)}")

    for words in ("Bagian Humas", "Permanen", file.sha256, "11 bita", "Tercantum pertama kali"):
        assert words in page
    assert "Diubah: Jangka Waktu Penyimpanan" in page
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])
    assert told["@type"] == "Dataset"
    assert told["distribution"]["sha256"] == file.sha256
    with warga.get(f"/dip/{kode(0)}/laporan.pdf") as got:
        assert got.data == b"%PDF contoh"
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert warga.get(f"/dip/{kode(0)}/lain.pdf").status_code == 404


def test_what_a_line_says_cannot_break_out_of_the_page(warga, penerbit):
    wicked = line(0, ringkasan="</script><script>alert(1)</script> & <b>", alamat="javascript:x")
    penerbit.put(BADAN, [edition([wicked])])

    for path in ("/dip", f"/dip/{kode(0)}", "/dip/sematkan", "/dip/bingkai", "/dip/atom.xml"):
        page = text(warga, path)
        assert "<script>alert" not in page
        assert "javascript:" not in page


def test_what_is_unknown_and_what_is_withheld_answer_in_the_same_bytes(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0), line(1)])])
    text(warga, f"/dip/{kode(1)}")
    penerbit.put(BADAN, [edition([line(0)])])  # the line was withheld meanwhile

    withheld, unknown = (warga.get(f"/dip/{kode(n)}") for n in (1, 7))
    slip = warga.get("/dip/BUKAN-KODE")

    assert withheld.status_code == unknown.status_code == slip.status_code == 404
    assert withheld.data == unknown.data == slip.data
    told = [{k: v for k, v in one.headers.items() if k != "Date"} for one in (withheld, unknown)]
    assert told[0] == told[1]
    assert warga.get(f"/dip/{kode(1)}/laporan.pdf").data == withheld.data


def test_a_line_that_was_taken_back_leaves_its_reason_and_nothing_else(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0), line(1)])])
    gone = (BarisDitarik(kode(1), AT, "Sudah diganti laporan baru."),)

    penerbit.put(BADAN, [edition([line(0)], ditarik=gone)])

    page = text(warga, f"/dip/{kode(1)}", 410)
    assert "Sudah diganti laporan baru." in page
    assert "nomor 1" not in page
    assert warga.get(f"/dip/{kode(1)}/laporan.pdf").status_code == 302


def test_a_withdrawn_edition_leaves_a_page_with_its_reason(warga, penerbit):
    whole = edition([line(0)])
    edisi = replace(whole.edisi, keadaan=DITARIK, alasan="Lampiran tertukar.", ditarik=AT)
    penerbit.put(BADAN, [replace(whole, edisi=edisi, kini=False)])

    for path in ("/dip/edisi/dinas_contoh/2026/1", "/dip/edisi/dinas_contoh/2026/1/beda"):
        page = text(warga, path, 410)
        assert "Lampiran tertukar." in page
        assert "honorarium" not in page
    assert "Ditarik" in text(warga, "/dip/edisi")
    assert "Belum ada daftar yang diumumkan" in text(warga, "/dip")


def test_an_edition_shows_its_decree_its_lines_and_what_it_changed(warga, penerbit):
    first = edition([line(0), line(1), line(2)], kini=False)
    rows = [line(0, retensi="Permanen"), line(1), line(3)]
    penerbit.put(BADAN, [first, edition(rows, 2, first.baris)])

    page = text(warga, "/dip/edisi/dinas_contoh/2026/1")
    beda = text(warga, "/dip/edisi/dinas_contoh/2026/2/beda")

    assert "Ini bukan daftar yang berlaku sekarang." in page
    assert "Edisi 2 Tahun 2026" in page
    assert "1 ditambah, 1 diubah, 1 dihapus" in beda
    assert "<ins>Permanen</ins>" in beda
    assert "Edisi 1 Tahun 2026" in text(warga, "/dip/edisi")
    short = warga.get("/dip/edisi/2026/2")
    assert (short.status_code, short.headers["Location"]) == (
        302,
        "/dip/edisi/dinas_contoh/2026/2",
    )


@pytest.mark.parametrize("bentuk", ["csv", "xlsx", "json", "jsonld", "ttl", "atom"])
def test_each_format_of_an_edition_is_linked_and_comes(warga, penerbit, bentuk):
    penerbit.put(BADAN, [edition([line(0)]), dik(dik_line(1))])

    for daftar in ("dip", "dik"):
        path = f"/{daftar}/edisi/dinas_contoh/2026/1"
        where = f"{path}/{daftar}-dinas_contoh-2026-1.{bentuk}"
        assert f'href="{where}"' in text(warga, path)
        with warga.get(where) as got:
            assert got.status_code == 200


def test_the_excluded_list_shows_its_columns_and_no_file(warga, penerbit):
    penerbit.put(BADAN, [dik(dik_line(1), dik_line(2))])

    page = text(warga, "/dik")
    one = text(warga, f"/dik/{kode(10_001)}")

    assert page.count('<th scope="col">') == 5
    assert "UU 14/2008 Pasal 17 huruf c" in one
    assert "12 TAHUN 2026" in one
    assert "Unduh" not in one
    assert warga.get(f"/dip/{kode(10_001)}").status_code == 404


def test_two_bodies_in_one_house_are_told_apart(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)])])
    penerbit.put(LAIN, [edition([line(1)], badan=LAIN)])

    assert set(shown(text(warga, "/dip"))) == {kode(0), kode(1)}
    page = text(warga, "/dip?instansi=badan_lain")
    assert shown(page) == [kode(1)]
    assert "Dinas Contoh (1)" in page
    assert warga.get("/dip/edisi/2026/1").status_code == 404
    assert "Badan Lain" in text(warga, "/dip/edisi/badan_lain/2026/1")


def test_a_feed_tells_what_changed_last_of_all_or_of_what_was_asked(warga, penerbit):
    first = edition([line(0), line(1), line(2)], kini=False)
    rows = [line(0), line(1, retensi="Permanen"), line(2)]
    penerbit.put(BADAN, [first, edition(rows, 2, first.baris)])

    whole = ElementTree.fromstring(warga.get("/dip/atom.xml").data)
    some = ElementTree.fromstring(warga.get("/dip/atom.xml?kategori=berkala").data)

    ids = [one.findtext(f"{ATOM}id") for one in whole.iter(f"{ATOM}entry")]
    assert ids[0] == f"{URL}/dip/{kode(1)}"
    assert len(ids) == 3
    assert [x.findtext(f"{ATOM}id") for x in some.iter(f"{ATOM}entry")] == [f"{URL}/dip/{kode(0)}"]
    page = text(warga, "/dip?kategori=berkala")
    assert 'type="application/atom+xml"' in page
    assert "/dip/atom.xml?kategori=berkala" in page


def test_the_map_of_the_site_names_every_page_that_stays(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)]), dik(dik_line(1))])

    index = text(warga, "/sitemap.xml")
    part = text(warga, "/sitemap-1.xml")

    assert f"{URL}/sitemap-1.xml" in index
    for path in ("dip", f"dip/{kode(0)}", f"dik/{kode(10_001)}", "dip/edisi/dinas_contoh/2026/1"):
        assert f"<loc>{URL}/{path}</loc>" in part
    assert warga.get("/sitemap-2.xml").status_code == 404
    for path in re.findall(r"<loc>(.*?)</loc>", part):
        assert warga.get(path.removeprefix(URL)).status_code == 200


def test_who_has_the_page_is_told_so_in_few_bytes(warga, penerbit):
    penerbit.put(BADAN, [edition([line(n) for n in range(50)])])

    small = warga.get("/dip", headers={"Accept-Encoding": "gzip"})
    again = warga.get("/dip", headers={"If-None-Match": warga.get("/dip").headers["ETag"]})

    assert gzip.decompress(small.data) == warga.get("/dip").data
    assert len(small.data) < 10_000
    assert small.headers["Vary"] == "Accept-Encoding"
    assert small.headers["Cache-Control"] == "public, max-age=20"
    assert (again.status_code, again.data) == (304, b"")


def test_a_new_edition_is_seen_at_the_next_request(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)])])
    assert shown(text(warga, "/dip")) == [kode(0)]

    penerbit.put(BADAN, [edition([line(1)])])

    assert shown(text(warga, "/dip")) == [kode(1)]


def test_the_frame_may_stand_in_another_site_and_no_other_page_may(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)])])

    frame, page = warga.get("/dip/bingkai"), warga.get("/dip")

    assert "X-Frame-Options" not in frame.headers
    assert "frame-ancestors *" in frame.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert f"{URL}/dip/bingkai" in text(warga, "/dip/sematkan")


def test_an_old_address_leads_to_the_code_as_it_is_printed(warga, penerbit):
    penerbit.put(BADAN, [edition([line(0)])])

    answer = warga.get(f"/dip/{kode(0).lower().replace('-', '')}")

    assert (answer.status_code, answer.headers["Location"]) == (301, f"/dip/{kode(0)}")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_of_the_lists_is_for_everybody(warga, penerbit, win, width):
    file = kept(penerbit, b"%PDF contoh")
    first = edition([line(n) for n in range(70)], kini=False)
    rows = [line(0, retensi="Permanen"), *(line(n) for n in range(2, 72))]
    gone = (BarisDitarik(kode(1), AT, "Sudah diganti."),)
    newer = edition(rows, 2, first.baris, file={kode(0): file}, ditarik=gone)
    penerbit.put(BADAN, [first, newer, dik(dik_line(1))])
    penerbit.put(LAIN, [edition([line(200)], badan=LAIN)])
    edisi = "/dip/edisi/dinas_contoh/2026/2"
    lists = ["/dip", "/dip?q=bayar&halaman=2", "/dip?q=tidakada", "/dik", "/dip/edisi", edisi]
    items = [f"{edisi}/beda", f"/dip/{kode(0)}", f"/dip/{kode(1)}", "/dip/bingkai", "/dip/sematkan"]
    items.append("/aksesibilitas")
    win.size(width)
    with served(warga.application) as url:
        for path in [*lists, *items]:
            win.page.goto(url + path)
            axe(win.page)
            assert spills(win.page) == [], path
    assert [one for one in win.complaints if "410" not in one] == []
