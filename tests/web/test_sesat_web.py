"""What nobody can place is a task of the day, and a person says which paper it is, or that it is
none of ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jobs import collect
from service.acts.keadaan.audit import audit
from service.domain import file_sesat as s
from service.domain.file_sesat import FileSesat
from service.domain.kembalian import Kembalian
from service.domain.naskah import TANPA_NAMA, Naskah
from service.domain.tempat_ttd import APLIKASI
from service.house import RealHouse
from service.web.app import create_app
from tests.office import work
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import sent_out
from tests.web.rumah_web import Orang, come_in, officer

pytestmark = pytest.mark.usefixtures("berpasangan")


@pytest.fixture
def naskah(house: RealHouse, penyiap: Orang, ppid: Orang) -> Naskah:
    """A paper that its signer has."""
    return sent_out(house, penyiap, ppid, APLIKASI)


def strays(house: RealHouse) -> list[FileSesat]:
    with house.ledger.read() as reading:
        return reading.find(FileSesat)


def lays(house: RealHouse, nama: str, held: bytes) -> FileSesat:
    """A file among the returned that nobody can place."""
    (room,) = house.courier.lands_in()
    (room / nama).write_bytes(held)
    collect.run(house, TANPA_NAMA)
    assert not (room / nama).exists()
    (one,) = [x for x in strays(house) if x.nama == nama]
    with house.store.open(one.file) as kept:
        assert kept.read() == held
    return one


def rebuilt(house: RealHouse, one: Naskah) -> bytes:
    """The paper as a program saved it anew, without a code that could be read."""
    return b"%PDF-1.4\n% disimpan ulang " + one.id.encode() + b"\n%%EOF\n"


def says(who: Orang, one: FileSesat, apa: str, **told: str):
    sent = {"csrf": who.csrf, "versi": str(one.versi), "alasan": "Cocok dengan kertasnya.", **told}
    return who.client.post(f"/kembali/sesat/{one.id}/{apa}", data=sent)


def test_it_is_a_task_of_the_day_and_goes_on_as_the_paper_that_a_person_says(
    house: RealHouse, ppid: Orang, naskah: Naskah
) -> None:
    one = lays(house, "scan <1>.pdf", rebuilt(house, naskah))
    assert "Putuskan 1 file tidak dikenal" in ppid.client.get("/").text
    assert "scan &lt;1&gt;.pdf" in ppid.client.get("/kembali").text
    page = ppid.client.get(f"/kembali/sesat/{one.id}").text
    assert naskah.nomor in page
    assert s.TAK_DIKENAL in page

    assert says(ppid, one, "pasang", naskah=naskah.id).status_code == 303
    work(house)

    with house.ledger.read() as reading:
        (held,) = reading.find(Kembalian, naskah=naskah.id)
        after = reading.get(FileSesat, one.id)
    assert (held.file, held.nama) == (one.file, one.nama)
    assert "Di halamannya tidak terbaca tanda naskah" in " ".join(held.temuan)
    assert (after.keadaan, after.naskah) == (s.DIPASANGKAN, naskah.id)
    assert "tidak dikenal" not in ppid.client.get("/").text
    assert "Cocok dengan kertasnya." in ppid.client.get(f"/kembali/sesat/{one.id}").text
    assert [x.janji for x in audit(house) if not x.utuh] == []


def test_none_of_ours_stays_kept_with_the_reason_and_laid_again_it_is_asked_again(
    house: RealHouse, ppid: Orang
) -> None:
    one = lays(house, "brosur.pdf", b"%PDF-1.4\nbrosur\n%%EOF\n")
    assert "hanya dapat disisihkan" in ppid.client.get(f"/kembali/sesat/{one.id}").text

    assert says(ppid, one, "sisih", alasan="Brosur toko.").status_code == 303

    assert "brosur.pdf" not in ppid.client.get("/kembali").text
    whole = ppid.client.get(f"/kembali/sesat/{one.id}/file")
    assert whole.data == b"%PDF-1.4\nbrosur\n%%EOF\n"
    whole.close()
    again = lays(house, "brosur.pdf", b"%PDF-1.4\nbrosur\n%%EOF\n")
    assert (again.id, again.keadaan, again.sebab) == (one.id, s.MENUNGGU, s.LAGI)


def test_without_a_reason_or_a_paper_or_after_somebody_else_nothing_changes(
    house: RealHouse, ppid: Orang, naskah: Naskah
) -> None:
    one = lays(house, "a.pdf", rebuilt(house, naskah))
    wrong = [
        says(ppid, one, "pasang", naskah=""),
        says(ppid, one, "pasang", naskah="a" * 26),
        says(ppid, one, "pasang", naskah=naskah.id, alasan=" "),
        says(ppid, one, "sisih", alasan=""),
        says(ppid, one, "sisih", versi="7"),
    ]
    assert {answer.status_code for answer in wrong} <= {409, 422}
    assert strays(house) == [one]

    assert says(ppid, one, "sisih").status_code == 303
    late = says(ppid, one, "pasang", naskah=naskah.id)
    assert late.status_code == 409
    assert "sudah diputuskan orang lain" in late.text


def test_what_is_no_whole_pdf_is_taken_once_it_lies_there_long_and_strangers_know_nothing(
    house: RealHouse, ppid: Orang
) -> None:
    (room,) = house.courier.lands_in()
    path = room / "catatan.docx"
    path.write_bytes(b"setengah")
    collect.run(house, TANPA_NAMA)
    assert path.exists(), "it may be on its way still"
    later = house.clock.now() + 2 * collect.LAMA
    assert house.courier.odd(later) == [path]
    with house.room() as other:
        ((found, copy),) = house.courier.fetch_odd(later, other)
        assert (found, copy.read_bytes()) == (path, b"setengah")

    unit = officer(house, "unit", "unit")
    one = lays(house, "rahasia.pdf", b"%PDF-1.4\nlain\n%%EOF\n")
    assert unit.client.get(f"/kembali/sesat/{one.id}").status_code in (403, 404)
    assert "rahasia.pdf" not in unit.client.get("/kembali").text
    assert "tidak dikenal" not in unit.client.get("/").text
    assert ppid.client.get("/kembali/sesat/salah").status_code == 404
    os.utime(path)


def test_the_page_is_sound_and_it_is_decided_by_keyboard_and_on_a_phone(
    house: RealHouse, win, ppid: Orang, naskah: Naskah, tmp_path: Path
) -> None:
    with house.store.open(naskah.pdf) as sent:
        one = lays(house, "kosong.pdf", rebuilt(house, naskah) + sent.read()[:0])
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "ppid", "/kembali")
        sound(win)
        page.get_by_role("link", name="kosong.pdf").press("Enter")
        page.get_by_role("heading", name="Isi file").wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            page.screenshot(path=tmp_path / f"sesat-{width}.png", full_page=True)
        sound(win)
        page.get_by_label("Naskah yang mana").select_option(naskah.id)
        page.get_by_label("Bagaimana Anda memastikannya").fill("Cocok dengan kertasnya.")
        page.get_by_role("button", name="Pasangkan dengan naskah itu").press("Enter")
        page.get_by_text("File dipasangkan dengan naskah itu").wait_for()
        sound(win)
    assert strays(house)[0].keadaan == s.DIPASANGKAN
    assert one.keadaan == s.MENUNGGU
