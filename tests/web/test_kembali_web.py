"""What came back oddly, at the pages: seen beside what was sent, taken or refused with a reason."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.kembali import tertahan as kembali
from service.acts.kembali.tertahan import Datang
from service.domain import kembalian as k
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import Kembalian
from service.domain.naskah import BATAL, DIKIRIM, DITANDATANGANI, Naskah
from service.domain.tempat_ttd import APLIKASI, TINTA, TempatTtd
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, work
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import does, now, sent_out
from tests.web.rumah_web import Orang, come_in, officer

pytestmark = pytest.mark.usefixtures("berpasangan")

TEMUAN = "Awal file bukan file yang dikirim: versi lain."


@pytest.fixture
def naskah(house: RealHouse, penyiap: Orang, ppid: Orang) -> Naskah:
    """A paper that its signer has."""
    return sent_out(house, penyiap, ppid, APLIKASI)


def back(
    house: RealHouse, one: Naskah, room: Path, tambah: bytes = b"% contoh", jalan: str = APLIKASI
) -> Kembalian:
    """A file that came back for it, and is not taken as it is."""
    path = room / "kembali.pdf"
    with house.store.open(one.pdf) as sent:
        path.write_bytes(sent.read() + tambah)
    return kembali.record(house, one, Datang(path, "surat <b>(1).pdf", jalan, (TEMUAN,)))


def stands(house: RealHouse, one: Kembalian) -> Kembalian:
    with house.ledger.read() as reading:
        return reading.get(Kembalian, one.id)


def place(house: RealHouse, naskah: Naskah) -> TempatTtd:
    with house.ledger.read() as reading:
        return reading.find(TempatTtd, naskah=naskah.id)[0]


def sees(who: Orang, one: Kembalian) -> str:
    found = re.search(
        r'name="sidik"[^>]*value="([\d.]+)"', who.client.get(f"/kembali/{one.id}").text
    )
    return found[1] if found else ""


def says(who: Orang, one: Kembalian, apa: str, **told: str):
    sent = {"csrf": who.csrf, "sidik": sees(who, one) or "1.1", "alasan": "Cocok.", **told}
    return who.client.post(f"/kembali/{one.id}/{apa}", data=sent)


def test_it_waits_on_the_first_page_and_is_taken_with_the_name_of_who_signed(
    house: RealHouse, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    atasan = officer(house, "atasan", "atasan_ppid")
    one = back(house, naskah, tmp_path)
    assert back(house, naskah, tmp_path) == one, "the same file twice is one row"
    assert "Putuskan file kembali: Surat Contoh" in ppid.client.get("/").text
    assert naskah.nomor in ppid.client.get("/kembali").text
    page = ppid.client.get(f"/kembali/{one.id}").text
    assert TEMUAN in page
    assert "surat &lt;b&gt;(1).pdf" in page
    assert "Belum ada pada file ini" in page
    for mana in ("dikirim", "kembali"):
        picture = ppid.client.get(f"/kembali/{one.id}/gambar/{mana}/1")
        assert picture.data.startswith(b"\x89PNG")
        assert ppid.client.get(f"/kembali/{one.id}/gambar/{mana}/9").status_code == 404
    assert ppid.client.get(f"/kembali/{one.id}/gambar/lain/1").status_code == 404
    whole = ppid.client.get(f"/kembali/{one.id}/file")
    assert whole.headers["Content-Disposition"].startswith("attachment")
    with house.store.open(one.file) as kept:
        assert whole.data == kept.read()
    whole.close()

    assert says(ppid, one, "terima", oleh_1=atasan.hadir.orang.id).status_code == 303
    work(house)

    after, filled = now(house, naskah), place(house, naskah)
    assert after.bertanda_tangan == one.file
    assert after.keadaan == DITANDATANGANI
    assert (filled.oleh, filled.cara) == (atasan.hadir.orang.id, APLIKASI)
    assert (filled.sebelum, filled.sesudah) == (naskah.pdf, one.file)
    assert stands(house, one).keadaan == k.DITERIMA
    assert "Cocok." in ppid.client.get(f"/naskah/{naskah.id}").text
    assert "Cocok." in ppid.client.get(f"/kembali/{one.id}").text
    assert f"/kembali/{one.id}" in ppid.client.get(f"/naskah/{naskah.id}").text
    assert "Putuskan file kembali" not in ppid.client.get("/").text
    assert "Tidak ada file kembali" in ppid.client.get("/kembali").text


def test_who_signed_may_have_no_account_and_ink_fills_every_place(
    house: RealHouse, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path, jalan=TINTA)
    page = ppid.client.get(f"/kembali/{one.id}").text
    assert "Pindaian tanda tangan tinta" in page
    assert "kenali sertifikat" not in page

    assert says(ppid, one, "terima", oleh_1="-").status_code == 303

    assert place(house, naskah).oleh == ""
    assert now(house, naskah).keadaan == DITANDATANGANI


def test_refused_it_stays_kept_and_the_paper_goes_on_waiting(
    house: RealHouse, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path)

    assert says(ppid, one, "tolak", alasan="Bukan tanda tangannya.").status_code == 303

    assert (stands(house, one).keadaan, now(house, naskah).keadaan) == (k.DITOLAK, DIKIRIM)
    assert house.store.has(one.file)
    assert "Tidak ada file kembali" in ppid.client.get("/kembali").text
    again = back(house, naskah, tmp_path)
    assert (again.id, again.keadaan) == (one.id, k.MENUNGGU)
    assert "pernah ditolak" in ppid.client.get(f"/kembali/{one.id}").text


def test_without_a_reason_or_a_signer_or_with_a_made_up_one_nothing_is_taken(
    house: RealHouse, ppid: Orang, penyiap: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path)
    wrong = [
        says(ppid, one, "terima", oleh_1="-", alasan=" "),
        says(ppid, one, "terima", oleh_1=""),
        says(ppid, one, "terima", oleh_1=penyiap.hadir.orang.id),
        says(ppid, one, "terima", oleh_1="-", kenali="1"),
        says(ppid, one, "tolak", alasan=""),
        says(ppid, one, "tolak", alasan="x" * (k.TERPANJANG + 1)),
    ]

    assert {answer.status_code for answer in wrong} <= {409, 422}
    assert "Sebut tanda tangan siapa" in wrong[1].text
    assert "Sertifikatnya belum dapat dikenali" in wrong[3].text
    assert (stands(house, one), now(house, naskah)) == (one, naskah)


def test_of_two_who_decide_only_the_first_counts(
    house: RealHouse, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    lain = officer(house, "pelaksana", "ppid_pelaksana")
    one = back(house, naskah, tmp_path)
    seen = sees(lain, one)
    assert says(ppid, one, "tolak").status_code == 303

    late = says(lain, one, "terima", oleh_1="-", sidik=seen)

    assert late.status_code == 409
    assert stands(house, one).oleh == ppid.hadir.orang.id
    assert now(house, naskah).keadaan == DIKIRIM


def test_who_may_not_sign_only_looks_and_strangers_find_nothing(
    house: RealHouse, penyiap: Orang, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path)
    page = penyiap.client.get(f"/kembali/{one.id}")
    assert page.status_code == 200
    assert "Terima file ini" not in page.text
    assert says(penyiap, one, "terima", oleh_1="-").status_code == 403
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, naskah.berkas)
        tx.save(berkas, replace(berkas, rahasia=True))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dirahasiakan", house.clock.now(), berkas.id))
    unit = officer(house, "unit", "unit")
    for at in ("", "/file", "/gambar/kembali/1"):
        assert unit.client.get(f"/kembali/{one.id}{at}").status_code == 404
    assert naskah.nomor not in unit.client.get("/kembali").text
    assert ppid.client.get("/kembali/salah").status_code == 404
    assert ppid.client.get(f"/kembali/{'a' * 26}").status_code == 404


def test_of_a_paper_that_waits_no_more_it_can_only_be_refused(
    house: RealHouse, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path)
    assert does(ppid, naskah, "batalkan", alasan="Tidak jadi contoh.").status_code == 303
    assert now(house, naskah).keadaan == BATAL

    page = ppid.client.get(f"/kembali/{one.id}").text
    assert "tidak lagi menunggu tanda tangan" in page
    assert "Terima file ini" not in page
    assert says(ppid, one, "terima", oleh_1="-").status_code in (409, 422)
    assert says(ppid, one, "tolak").status_code == 303
    assert now(house, naskah).bertanda_tangan == ""


def test_what_nobody_knows_in_the_folder_is_told_to_who_may_know(
    house: RealHouse, ppid: Orang, penyiap: Orang, naskah: Naskah
) -> None:
    (room,) = house.courier.lands_in()
    for name in ("brosur <1>.pdf", f"setengah {naskah.id}.pdf", "baru.pdf"):
        (room / name).write_bytes(b"x")
    long_ago = house.clock.now().timestamp() - 600
    for path in room.iterdir():
        if path.name != "baru.pdf":
            os.utime(path, (long_ago, long_ago))

    page = ppid.client.get("/kembali").text

    assert "brosur &lt;1&gt;.pdf" in page
    assert "Masih di folder tanda tangan" in page
    assert "Belum terbaca utuh, atau bukan PDF" in page
    assert "baru.pdf" not in page
    assert "brosur" not in penyiap.client.get("/kembali").text


def test_the_pages_are_sound_and_it_is_decided_by_keyboard_and_on_a_phone(
    house: RealHouse, win, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    one = back(house, naskah, tmp_path)
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "ppid", "/kembali")
        sound(win)
        page.get_by_role("link", name=re.compile("^Surat Contoh")).press("Enter")
        page.get_by_role("heading", name="Yang ditemukan").wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            page.screenshot(path=tmp_path / f"kembali-{width}.png", full_page=True)
        sound(win)
        page.get_by_label("Mengapa file ini dapat diterima").fill("Sudah dicocokkan.")
        page.get_by_role("button", name="Terima file ini").press("Enter")
        page.get_by_text("File diterima sebagai naskah").wait_for()
        sound(win)
    assert stands(house, one).keadaan == k.DITERIMA
