"""The sheet that proves a paper's signatures: what it says, to whom, and what it leaves behind."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.naskah import fill
from service.acts.naskah import jenis as naskah_jenis
from service.adapters.pdf_sah import PageExaminer
from service.domain.naskah import Naskah
from service.domain.nomor import Nomor
from service.domain.refusals import TidakAda
from service.house import RealHouse
from tests.pki import Pki
from tests.pki import served as pki_served
from tests.web.bertanda import approved, signed, trusting
from tests.web.naskah_web import perkara
from tests.web.rumah_web import officer, rumah_web

PETAK = 14.0  # points within which the lines of a page may differ


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    with pki_served(tmp_path_factory.mktemp("pki")) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, pki: Pki) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        trusting(whole, pki, tmp_path)
        yield whole


def read(pdf: bytes, folder: Path, *how: str) -> str:
    (folder / "lembar.pdf").write_bytes(pdf)
    ran = subprocess.run(
        ["pdftotext", *how, str(folder / "lembar.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def kept(house: RealHouse, one: Naskah) -> tuple[int, int, set[str]]:
    """How many numbers there are, and lines of the journal about it, and which files."""
    with house.ledger.read() as reading:
        many = len(reading.find(Nomor))
    return many, len(house.perkara.trail(one)), set(house.store.names())


def test_the_sheet_says_who_when_and_how_with_every_mark_whole_and_takes_no_number(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir)
    page = atasan.client.get(f"/naskah/{one.id}/bukti-ttd").text
    before = kept(house, one)

    answer = atasan.client.get(f"/naskah/{one.id}/bukti-ttd/pdf")

    assert f'href="/naskah/{one.id}/bukti-ttd/pdf"' in page
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "attachment" in answer.headers["Content-Disposition"]
    told = read(answer.data, tmp_path, "-layout")
    lines = {x for line in told.splitlines() for x in line.split()}
    for mark in (one.pdf, one.bertanda_tangan, pki.sidik("kepala")):
        assert mark in lines, "a mark is torn over two lines"
    plain = " ".join(told.split())
    for words in (
        *("LEMBAR BUKTI TANDA TANGAN", one.nomor, "Contoh Kepala", "Akar Contoh", "WIB"),
        *("Elektronik di halaman Berkas", "PAdES B-LTA", "Menyetujui naskah", "Dicetak oleh"),
    ):
        assert words in plain, words
    assert "RAHASIA" not in plain
    (tmp_path / "arsip.pdf").write_bytes(answer.data)
    assert PageExaminer().broken(tmp_path / "arsip.pdf", "2b") == []
    assert kept(house, one) == before


def test_before_anybody_signed_the_sheet_names_whose_turn_it_is(
    house: RealHouse, tmp_path: Path
) -> None:
    one = approved(house)
    atasan = officer(house, "atasan", "atasan_ppid")
    answer = atasan.client.get(f"/naskah/{one.id}/bukti-ttd/pdf")
    plain = " ".join(read(answer.data, tmp_path).split())
    assert "Atasan PPID: Menunggu" in plain
    assert "SHA-256 sesudah" not in plain


def test_who_may_not_see_the_matter_gets_no_sheet_and_a_secret_one_says_so(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir, perkara(house, "Perkara rahasia", rahasia=True))
    stranger = officer(house, "unit", "unit")
    there = f"/naskah/{one.id}/bukti-ttd/pdf"
    answer = stranger.client.get(there)
    absent = stranger.client.get(f"/naskah/{house.new_id()}/bukti-ttd/pdf")
    assert (answer.status_code, answer.text) == (404, absent.text)
    assert "RAHASIA" in read(atasan.client.get(there).data, tmp_path)


def test_nobody_writes_a_proof_by_hand(house: RealHouse) -> None:
    berkas = perkara(house, "Perkara contoh")
    penyiap = officer(house, "penyiap", "petugas", "tim_sekretariat")
    offered = naskah_jenis.kinds(house, berkas.instansi)
    assert offered
    assert "lembar_bukti_ttd" not in offered
    with pytest.raises(TidakAda):
        fill.fill(house, berkas.id, "lembar_bukti_ttd", {"naskah": "Palsu"}, penyiap.hadir)
