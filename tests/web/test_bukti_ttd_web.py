"""The page that proves a paper's signatures: what it shows, to whom, and what it never says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service.adapters.signing.verifikasi import FolderVerifier
from service.house import RealHouse
from service.web.app import create_app
from tests.office import one_reader
from tests.pki import Pki
from tests.web.bertanda import approved, signed, words
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import perkara
from tests.web.rumah_web import come_in, officer

pytestmark = pytest.mark.usefixtures("bertanda")


def test_the_page_says_who_when_how_and_with_which_certificate(house: RealHouse, pki: Pki) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir)

    assert f'href="/naskah/{one.id}/bukti-ttd"' in atasan.client.get(f"/naskah/{one.id}").text
    page = words(atasan.client.get(f"/naskah/{one.id}/bukti-ttd").text)

    for told in (
        *(one.nomor, one.pdf, one.bertanda_tangan, pki.sidik("kepala")),
        *("Contoh Kepala", "Akar Contoh", "Atasan PPID", "Elektronik di halaman Berkas"),
        *("PAdES B-LTA", "WIB", "tidak berubah sejak tanda tangan ini dibuat"),
        "berujung pada sertifikat induk yang dipercaya kantor ini",
        "tidak dicabut penerbitnya",
        "berawal persis dari naskah yang dikirim",
        *("Menyetujui naskah", "Mulai menandatangani naskah", "Menandatangani naskah"),
    ):
        assert told in page, told
    assert not re.search(r"\b(valid|sah)\b", page.partition("Yang ditemukan")[2], re.IGNORECASE)


def test_before_anybody_signed_it_tells_whose_turn_it_is(house: RealHouse) -> None:
    one = approved(house)
    atasan = officer(house, "atasan", "atasan_ppid")
    page = words(atasan.client.get(f"/naskah/{one.id}/bukti-ttd").text)
    assert "Menunggu" in page
    assert "SHA-256 sesudah" not in page


def test_a_file_that_cannot_be_looked_at_now_hides_nothing_else(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir)
    (tmp_path / "akar").mkdir()
    (tmp_path / "akar" / "induk.crt").write_bytes(b"bukan sertifikat")
    house.opened["verifier"] = FolderVerifier(
        one_reader(), house.clock, lambda: [tmp_path / "akar"]
    )
    page = words(atasan.client.get(f"/naskah/{one.id}/bukti-ttd").text)
    assert "induk.crt" in page
    assert one.bertanda_tangan in page


def test_who_may_not_see_the_matter_sees_no_proof_of_its_papers(house: RealHouse, pki: Pki) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir, perkara(house, "Perkara rahasia", rahasia=True))
    stranger = officer(house, "unit", "unit")
    there = f"/naskah/{one.id}/bukti-ttd"
    answer = stranger.client.get(there)
    absent = stranger.client.get(f"/naskah/{house.new_id()}/bukti-ttd")
    assert atasan.client.get(there).status_code == 200
    assert (answer.status_code, words(answer.text)) == (404, words(absent.text))


def test_the_page_is_whole_on_a_phone_and_on_a_desk(
    house: RealHouse, pki: Pki, win, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = signed(house, pki, atasan.hadir)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "atasan", f"/naskah/{one.id}/bukti-ttd")
        win.page.get_by_role("heading", name="Bukti tanda tangan").wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"bukti-{width}.png", full_page=True)
            sound(win)
