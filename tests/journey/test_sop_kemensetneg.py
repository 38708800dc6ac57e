"""Kemensetneg: a request from the inbox is tested, decided item by item, and listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.berkas import SELESAI, Berkas
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.sop.tolakan import BelumLengkap, ButirBelumDiputus
from service.domain.uji import DIKECUALIKAN, SEBAGIAN, TERBUKA
from tests.conftest import NEW, new_sqlite
from tests.journey.sop import Panggung, at_work, dropped
from tests.papers import letter

KODE, SOP, UNIT = "kemensetneg", "uji_konsekuensi", "humas"
MASUK = ["terima:uji", "kajian", "rapat:cukup", "laporkan", "penetapan"]


@pytest.fixture
def biro(tmp_path: Path) -> Iterator[Panggung]:
    with at_work(tmp_path, new_sqlite(tmp_path)) as house:
        yield Panggung(house, KODE)


def asked(biro: Panggung, folder: Path, judul: str = "PERMOHONAN INFORMASI PUBLIK") -> Berkas:
    """A request that lay in the inbox, and the matter that it opened."""
    path = letter(
        folder / "permohonan contoh.docx",
        judul,
        "Nomor : 12/A/XI/2026",
        "Hal : Permohonan informasi tentang perjalanan dinas tahun 2025",
        "Yth. Pejabat Pengelola Informasi dan Dokumentasi",
        "Dengan ini kami mengajukan permohonan untuk memperoleh informasi tersebut di atas.",
    )
    return dropped(biro, path, UNIT)


@pytest.mark.parametrize("buku", NEW)
def test_a_mixed_result_goes_both_ways_and_comes_to_one_end(buku: str, tmp_path: Path) -> None:
    with at_work(tmp_path, NEW[buku](tmp_path)) as house:
        biro = Panggung(house, KODE)
        one = asked(biro, tmp_path)
        assert one.tenggat is not None
        with house.ledger.read() as reading:
            came = reading.get(Kiriman, one.kiriman)
        assert (came.keadaan, came.jenis) == (DIDAFTAR, "permohonan_informasi")

        assert biro.play(one).keadaan == SELESAI
        assert biro.way(one) == [*MASUK, "umumkan", "masuk_dik", "laporan"]
        assert outcomes(biro, one) == [TERBUKA, SEBAGIAN, DIKECUALIKAN]
        assert {("dip", "terbit"), ("dik", "terbit"), ("laporan_uji", "ditandatangani")} <= (
            biro.things(one)
        )
        with house.ledger.read() as reading:
            # What is laid down belongs to the matter and opens none of its own.
            assert [x.id for x in reading.find(Berkas)] == [one.id]
        biro.sound()


@pytest.mark.parametrize(
    ("hasil", "rest"),
    [
        ((TERBUKA,), ["umumkan", "(masuk_dik)"]),
        ((DIKECUALIKAN,), ["(umumkan)", "masuk_dik"]),
        ((SEBAGIAN,), ["umumkan", "masuk_dik"]),
    ],
)
def test_one_result_goes_its_own_way(
    biro: Panggung, hasil: tuple[str, ...], rest: list[str]
) -> None:
    biro.bekal.hasil = hasil
    one = biro.opened(SOP, "tim_sekretariat", UNIT)
    assert one.tenggat is None

    assert biro.play(one).keadaan == SELESAI
    # A row that is passed is noted when the one before it is done.
    assert sorted(biro.way(one)) == sorted([*MASUK, *rest, "laporan"])
    lists = {name for name, state in biro.things(one) if state == "terbit"}
    assert lists == {"dip" if x == "umumkan" else "dik" for x in rest if "(" not in x}
    biro.sound()


def test_what_is_listed_already_needs_no_test(biro: Panggung) -> None:
    biro.choose(terima=["sudah_ada"])
    one = biro.opened(SOP, "tim_sekretariat", UNIT)

    assert biro.play(one).keadaan == SELESAI
    assert biro.way(one) == ["terima:sudah_ada", "laporan"]
    biro.sound()


def test_a_meeting_is_held_again_and_a_decree_is_sent_back_with_what_it_rests_on(
    biro: Panggung,
) -> None:
    biro.choose(rapat=["rapat_lagi"], penetapan=["kembali", "kembali"])
    one = biro.opened(SOP, "tim_sekretariat", UNIT)

    done = biro.play(one)
    assert (done.keadaan, done.putaran) == (SELESAI, 3)
    assert biro.way(one) == [
        "terima:uji",
        "kajian",
        "rapat:rapat_lagi",
        "kajian",
        "rapat:cukup",
        *["laporkan", "penetapan:kembali"] * 2,
        "laporkan",
        "penetapan",
        "umumkan",
        "masuk_dik",
        "laporan",
    ]
    biro.sound()


def test_a_decree_waits_for_its_paper_and_for_every_item(biro: Panggung) -> None:
    one = biro.play(biro.opened(SOP, "tim_sekretariat", UNIT), until="penetapan")
    with pytest.raises(ButirBelumDiputus):
        biro.go(one, "atasan_ppid")
    at = biro.jalan.at(one.id)
    for butir in biro.items(one):
        biro.bekal.decide(at, biro.pemeran.of("atasan_ppid"), butir, TERBUKA)
    with pytest.raises(BelumLengkap, match="klasifikasi"):
        biro.go(one, "atasan_ppid")
    assert biro.now(one).langkah == "penetapan"
    biro.sound()


def outcomes(biro: Panggung, one: Berkas) -> list[str]:
    return [x.hasil for x in biro.items(one)]
