"""What the public reads and may read no longer goes at once; what is to come waits its turn."""

from __future__ import annotations

from service.domain.edisi.terpampang import Boleh, Terpampang, surplus
from service.domain.informasi.kode import read_kode, spoken

SATU = spoken("h7t3re45r")
ADA = Terpampang(
    dip=frozenset({SATU}),
    dik=frozenset({(SATU, "Surat", "UU", "a", "b")}),
    alasan=frozenset({SATU}),
    edisi=frozenset({("dip", 2026, 1)}),
    file=frozenset({"ab"}),
)
SEMUA = Boleh({read_kode(SATU)}, ADA.dik, {read_kode(SATU)}, ADA.edisi, ADA.file)


def test_what_the_ledger_still_shows_stays():
    assert not surplus(ADA, SEMUA).ada


def test_what_the_ledger_shows_no_more_goes_line_edition_reason_and_file():
    assert surplus(ADA, Boleh((), (), (), (), ())) == ADA


def test_a_line_of_the_dik_goes_when_one_of_its_words_is_no_longer_the_safe_one():
    other = Boleh(
        SEMUA.dip, {(SATU, "Surat lain", "UU", "a", "b")}, SEMUA.alasan, ADA.edisi, {"ab"}
    )
    assert surplus(ADA, other) == Terpampang(dik=ADA.dik)


def test_what_the_public_does_not_read_yet_is_not_asked_for():
    assert not surplus(Terpampang(), SEMUA).ada
