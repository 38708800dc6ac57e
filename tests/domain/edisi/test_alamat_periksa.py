"""Which addresses are looked at, and how their answers count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.edisi import alamat_periksa as p
from service.domain.edisi.alamat_periksa import Alamat, Jawaban, judged, looked, named
from service.domain.edisi.terbitan import FileTerbit
from tests.terbitan import edition, kode, line

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FILE = FileTerbit("ab" * 32, "laporan.pdf", "application/pdf", 1_000)
SENDIRI = Alamat(f"/dip/{kode(0)}/laporan.pdf", kode(0), 1_000, "ab" * 32)
LUAR = "https://data.contoh.go.id/laporan"


def test_the_file_of_a_line_and_the_other_site_it_names_are_asked_for() -> None:
    rows = [line(0), line(1, alamat=LUAR), line(2, alamat="lihat di loket")]
    one = edition(rows, file={kode(0): FILE})

    assert list(named(one, p.SEMUA)) == [SENDIRI, Alamat(LUAR, kode(1))]
    assert list(named(one, p.SENDIRI)) == [SENDIRI]
    assert list(named(one, p.TIDAK)) == []


@pytest.mark.parametrize(
    "text",
    [
        "ftp://contoh.go.id/a",
        "file:///etc/passwd",
        "https://",
        "https://a:b@contoh.go.id/",
        "http://x:99999/",
    ],
)
def test_nothing_but_plain_web_addresses_is_ever_asked(text: str) -> None:
    assert not p.is_web(text)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.7", "172.16.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "2002:a00:1::1", "fec0::1", "::127.0.0.1", "bukan alamat",
    ],
)  # fmt: skip
def test_an_office_and_this_machine_are_no_public_place(ip: str) -> None:
    assert not p.is_public(ip)


def test_the_open_internet_is_a_public_place() -> None:
    assert p.is_public("103.10.66.7")
    assert p.is_public("2606:4700:4700::1111")


@pytest.mark.parametrize(
    ("answer", "hasil"),
    [
        (Jawaban(200, 1_000, "ab" * 32), p.BAIK),
        (Jawaban(200, 999, "ab" * 32), p.LAIN),
        (Jawaban(200, 1_000, "cd" * 32), p.LAIN),
        (Jawaban(404), p.HILANG),
        (Jawaban(500), p.HILANG),
        (Jawaban(sebab="waktu habis"), p.DIAM),
        (Jawaban(sebab="jaringan kantor", ditolak=True), p.DITOLAK),
    ],
)
def test_a_file_of_ours_must_come_byte_for_byte(answer: Jawaban, hasil: str) -> None:
    assert judged(SENDIRI, answer)[0] == hasil


def test_of_another_site_it_is_enough_that_it_answers() -> None:
    assert judged(Alamat(LUAR, kode(1)), Jawaban(200, 7, "ef" * 32)) == (p.BAIK, "")


def test_since_when_a_link_is_broken_is_told_until_it_answers_again() -> None:
    first = looked("dinas", SENDIRI, Jawaban(404), None, NOW)
    later = looked("dinas", SENDIRI, Jawaban(410), first, NOW + timedelta(days=1))
    mended = looked("dinas", SENDIRI, Jawaban(200, 1_000, "ab" * 32), later, NOW + p.SEBULAN)

    assert (later.sejak, later.diperiksa) == (NOW, NOW + timedelta(days=1))
    assert mended.baik
    assert mended.sejak == NOW + p.SEBULAN


def test_what_answers_is_asked_each_month_and_what_does_not_the_next_day() -> None:
    good = looked("dinas", SENDIRI, Jawaban(200, 1_000, "ab" * 32), None, NOW)
    other = Alamat(LUAR, kode(1))
    bad = looked("dinas", other, Jawaban(404), None, NOW)
    known = {one.alamat: one for one in (good, bad)}
    changed = Alamat(SENDIRI.alamat, SENDIRI.kode, 5, "cd" * 32)

    assert p.due([SENDIRI, other], known, NOW + timedelta(hours=1)) == []
    assert p.due([SENDIRI, other], known, NOW + timedelta(days=1)) == [(other, bad)]
    assert [x for x, _ in p.due([SENDIRI, other], known, NOW + p.SEBULAN)] == [SENDIRI, other]
    wanted = replace(bad, diminta=NOW)
    assert p.due([other], {LUAR: wanted}, NOW) == [(other, wanted)]
    assert looked("dinas", other, Jawaban(404), wanted, NOW).diminta is None
    assert p.due([changed], known, NOW) == [(changed, good)]
    assert p.due([SENDIRI, SENDIRI], {}, NOW) == [(SENDIRI, None)]
