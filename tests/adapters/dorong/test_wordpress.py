"""The agency's own site has one page for each list, with a table that everybody can read."""

from __future__ import annotations

import time
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from service.adapters.dorong import Wordpress
from service.domain.edisi.dorong import TABEL, Dorongan, of_list
from service.domain.refusals import Unavailable
from tests import wordpress_tiruan
from tests.adapters.dorong.contoh import URL, Rak
from tests.situs_tiruan import SABAR
from tests.terbitan import edition, line
from tests.wordpress_tiruan import AKUN, SANDI, WordpressTiruan

NAMA = "berkas-dinas-contoh-dip"


@pytest.fixture
def situs(wordpress: WordpressTiruan, tmp_path: Path) -> Wordpress:
    return Wordpress(wordpress.tujuan(), tmp_path / "kunci", SABAR)


def files(wordpress: WordpressTiruan) -> list[bytes]:
    return sorted(wordpress.isi.values())


def test_a_list_is_one_page_with_its_files_and_its_table(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    one = rak.listed("Laporan <satu> & dua", csv=b"satu", pdf=b"%PDF", json=b"{}")

    situs.bring(one, rak.fetch)
    situs.bring(one, rak.fetch)

    assert wordpress.terbuka == [NAMA]
    assert files(wordpress) == [b"%PDF", b"satu"]  # WordPress takes no JSON
    page = wordpress.content(NAMA)
    assert page.count("<caption>Daftar Informasi Publik Dinas Contoh</caption>") == 1
    assert '<th scope="row">Laporan &lt;satu&gt; &amp; dua</th>' in page
    assert all(x["source_url"] in page for x in wordpress.media.values())
    assert f'href="{URL}/dip"' in page
    assert wordpress.count("POST /wp-json/wp/v2/media") == 2


class Seimbang(HTMLParser):
    """Fails where a tag is closed that was not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scopes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)
        if tag == "th":
            self.scopes.append(str(dict(attrs)["scope"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_table_says_which_head_a_cell_belongs_to(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    situs.bring(rak.listed("Laporan satu\ndua", "Laporan <script>alert(1)</script>"), rak.fetch)

    page = wordpress.content(NAMA)
    read = Seimbang()
    read.feed(page)

    assert read.open == []
    assert {"col", "colgroup", "row"} == set(read.scopes)
    assert "<script" not in page
    assert "satu<br>dua" in page


def test_a_new_edition_leaves_nothing_of_the_old_one(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    situs.bring(rak.listed("Laporan lama", csv=b"lama", pdf=b"%PDF-lama"), rak.fetch)
    number = next(iter(wordpress.pages))

    situs.bring(rak.listed("Laporan baru", csv=b"baru"), rak.fetch)

    assert list(wordpress.pages) == [number]
    assert files(wordpress) == [b"baru"]
    assert "lama" not in wordpress.content(NAMA)


def test_a_line_that_may_be_read_no_more_leaves_the_page_before_a_file_goes_up(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    situs.bring(rak.listed("Laporan rahasia", csv=b"rahasia"), rak.fetch)
    wordpress.tingkah, wordpress.kena = "500", "POST /wp-json/wp/v2/media"

    with pytest.raises(Unavailable):
        situs.bring(rak.listed("Laporan baru", csv=b"baru"), rak.fetch)

    assert "rahasia" not in wordpress.content(NAMA)
    assert files(wordpress) == []


def test_a_list_that_was_withdrawn_is_gone_for_good_and_may_come_again(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    situs.bring(rak.listed(csv=b"satu"), rak.fetch)

    situs.withdraw(NAMA)
    situs.withdraw(NAMA)

    assert (wordpress.pages, wordpress.media) == ({}, {})
    situs.bring(rak.listed(csv=b"satu"), rak.fetch)
    assert wordpress.terbuka == [NAMA]


@pytest.mark.parametrize("kena", ["POST /wp-json/wp/v2/pages", "POST /wp-json/wp/v2/media"])
def test_an_answer_that_was_lost_makes_nothing_twice(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak, kena: str
) -> None:
    one = rak.listed(csv=b"satu", pdf=b"%PDF")
    wordpress.tingkah, wordpress.kena, wordpress.sekali = "putus_sesudah", kena, True

    with pytest.raises(Unavailable):
        situs.bring(one, rak.fetch)
    situs.bring(one, rak.fetch)

    assert wordpress.terbuka == [NAMA]
    assert files(wordpress) == [b"%PDF", b"satu"]


def test_what_a_killed_sender_had_on_its_way_does_not_stay_beside_ours(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    one = rak.listed(csv=b"satu")

    def twin(told: str) -> None:
        if told == "POST /wp-json/wp/v2/media":
            wordpress.lewat = None
            page, media = next(iter(wordpress.pages.values())), [*wordpress.media.values()][-1]
            wordpress.pages[900] = {**page, "id": 900, "slug": f"{NAMA}-2"}
            wordpress.media[901] = {**media, "id": 901, "slug": f"{media['slug']}-2"}
            wordpress.isi[901] = b"satu"

    wordpress.lewat = twin
    situs.bring(one, rak.fetch)

    assert wordpress.terbuka == [NAMA]
    assert files(wordpress) == [b"satu"]


def test_a_page_of_somebody_else_under_our_name_is_left_alone(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    theirs = {"id": 5, "slug": NAMA, "status": "draft"}
    wordpress.pages[5] = {**theirs, "title": {"raw": "Punya kami"}, "content": {"raw": "Halo"}}

    with pytest.raises(Unavailable, match="bukan dari sini"):
        situs.bring(rak.listed(), rak.fetch)
    situs.withdraw(NAMA)

    assert wordpress.content(NAMA) == "Halo"


def test_a_name_that_something_else_has_is_told_and_leaves_no_page_behind(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    theirs = {"id": 5, "slug": NAMA, "post": 0, "source_url": "", "status": "inherit"}
    wordpress.media[5] = theirs

    with pytest.raises(Unavailable, match="bukan dari sini"):
        situs.bring(rak.listed(), rak.fetch)

    assert wordpress.pages == {}
    assert list(wordpress.media) == [5]


def test_a_list_too_long_for_a_page_is_told_of_and_linked(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak
) -> None:
    rows = [line(n) for n in range(TABEL + 1)]
    one: Dorongan = of_list(edition(rows), {"csv": rak.file("csv", b"banyak")}, (), URL)

    situs.bring(one, rak.fetch)

    page = wordpress.content(NAMA)
    assert f"{TABEL + 1} baris" in page
    assert "<table>" not in page
    assert f'href="{URL}/dip"' in page


@pytest.mark.parametrize(
    ("tingkah", "lagi", "kata"),
    [
        ("401", False, "menolak kunci"),
        ("403", False, "menolak kunci"),
        ("404", False, "tidak ada yang dicari"),
        ("413", False, "menolak file sebesar itu"),
        ("500", True, "sedang terganggu"),
        ("html", True, "sedang terganggu"),
        ("html_200", False, "bentuk yang tidak dikenal"),
        ("alihkan", False, "mengalihkan"),
        ("diam", True, "waktu tunggunya habis"),
        ("gema", False, "menolak (menjawab 400)"),
    ],
)
def test_what_a_site_does_wrong_is_told_plainly_and_tried_again_where_that_helps(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak, tingkah: str, lagi: bool, kata: str
) -> None:
    wordpress.tingkah, wordpress.kena = tingkah, "POST"
    begun = time.monotonic()

    with pytest.raises(Unavailable) as wrong:
        situs.bring(rak.listed(), rak.fetch)

    assert kata in str(wrong.value)
    assert wrong.value.permanent is not lagi
    plain = SANDI.replace(" ", "")
    for secret in (plain, b64encode(f"{AKUN}:{plain}".encode()).decode()[:20]):
        assert secret not in str(wrong.value)
    assert time.monotonic() - begun < 3


def test_a_kind_of_file_that_the_site_does_not_take_is_told_and_the_page_stands_with_the_others(
    situs: Wordpress, wordpress: WordpressTiruan, rak: Rak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordpress_tiruan, "BOLEH", {"pdf"})

    with pytest.raises(Unavailable, match="not allowed to upload") as wrong:
        situs.bring(rak.listed(csv=b"satu", pdf=b"%PDF"), rak.fetch)

    assert wrong.value.permanent
    assert files(wordpress) == [b"%PDF"]
    assert next(iter(wordpress.media.values()))["source_url"] in wordpress.content(NAMA)


def test_a_password_that_is_not_known_is_told(
    wordpress: WordpressTiruan, rak: Rak, tmp_path: Path
) -> None:
    other = replace(wordpress.tujuan(), sandi="lain")

    with pytest.raises(Unavailable, match="Periksa kunci tujuan situs"):
        Wordpress(other, tmp_path, SABAR).bring(rak.listed(), rak.fetch)
