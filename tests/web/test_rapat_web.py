"""The meeting of a matter at its pages: called, printed, held, written down, and called again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.butir import put_in_all
from service.acts.instansi import pilihan as instansi
from service.acts.orang import peran
from service.acts.orang.hadir import operator
from service.domain.berkas import Berkas
from service.domain.berkas import at as at_row
from service.domain.catatan import Catatan
from service.domain.rapat_berkas import RapatBerkas
from service.domain.sop.jalan import Posisi
from service.house import RealHouse
from service.web.app import create_app
from tests.office import UNIT
from tests.rapat import held
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import brought, does, opened
from tests.web.test_pintu import log_in

LAIN = "kalteng_biro_organisasi"
UNDANGAN = {
    "judul": "Uji konsekuensi laporan contoh",
    "tanggal": "2026-11-24",
    "mulai": "09:00",
    "selesai": "11:30",
    "cara": "luring",
    "tempat": "Ruang rapat contoh",
    "tautan": "",
    "acara-1-judul": "Laporan contoh",
    "acara-1-pembahasan": "",
    "acara-1-putusan": "",
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def person(n: int, nama: str, sebagai: str = "peserta", hadir: str = "") -> dict[str, str]:
    told = {"nama": nama, "jabatan": f"Jabatan contoh {n}", "unit": "Biro Contoh"}
    told |= {"sebagai": sebagai, "hadir": hadir, "diwakili": ""}
    return {f"peserta-{n}-{part}": value for part, value in told.items()}


def people(hadir: str = "") -> dict[str, str]:
    first = person(1, "Contoh Satu", "pimpinan", hadir)
    return first | person(2, "Contoh Dua", "notulis", hadir) | person(3, "Contoh Tiga", "peserta")


def sends(who: Orang, at: str, told: dict[str, str], **more: str):
    page = who.client.get(at).text
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("rapat", "versi")
    }
    return who.client.post(at, data={"csrf": who.csrf, **hidden, **told, **more})


def the_one(house: RealHouse) -> RapatBerkas:
    with house.ledger.read() as reading:
        [one] = reading.find(RapatBerkas)
    return one


def ahead(house: RealHouse) -> dict[str, str]:
    """A working day that has not come yet."""
    return UNDANGAN | {"tanggal": "2099-11-24"} | people()


def test_a_row_more_or_less_loses_nothing_that_was_typed(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    typed = UNDANGAN | people() | {"mulai": "jam sembilan"}

    more = sends(tim, at, typed, ubah="tambah-peserta")
    assert more.status_code == 200
    assert 'name="peserta-4-nama"' in more.text
    for value in ("jam sembilan", "Contoh Tiga", "Laporan contoh", "Jabatan contoh 2"):
        assert f'value="{value}"' in more.text
    assert "belum disimpan" in more.text
    fewer = sends(tim, at, typed, ubah="hapus-peserta-2").text
    assert "Contoh Dua" not in fewer
    assert re.search(r'name="peserta-2-nama"[^>]*value="Contoh Tiga"', fewer)
    assert 'name="acara-2-judul"' in sends(tim, at, typed, ubah="tambah-acara").text
    assert 'name="acara-1-judul"' not in sends(tim, at, typed, ubah="hapus-acara-1").text
    assert sends(tim, at, typed, ubah="hapus-peserta-999").status_code == 200
    assert sends(tim, at, typed, ubah="entah").status_code == 200
    with house.ledger.read() as reading:
        assert reading.find(RapatBerkas) == []


def test_no_point_of_an_agenda_is_lost_because_there_are_too_many(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    daftar = "\n".join(f"Butir contoh nomor {n}" for n in range(51))
    put_in_all(house, tim.hadir, at.rsplit("/", 1)[1], "e" * 26, daftar)
    page = tim.client.get(f"{at}/rapat/1").text
    assert re.search(r'name="acara-1-judul"[^>]*value="Pengujian 51 butir"', page)
    assert 'name="acara-2-judul"' not in page

    many = {f"acara-{n}-{part}": "" for n in range(1, 61) for part in ("pembahasan", "putusan")}
    many |= {f"acara-{n}-judul": f"Pokok contoh {n}" for n in range(1, 61)}
    refused = sends(tim, f"{at}/rapat/1", UNDANGAN | people() | many)
    assert refused.status_code == 422
    assert "Paling banyak 50 pokok acara" in refused.text
    fewer = sends(tim, f"{at}/rapat/1", UNDANGAN | people() | many, ubah="hapus-acara-1")
    for shown, rows in ((refused.text, 60), (fewer.text, 59)):
        assert f'name="acara-{rows}-judul"' in shown
        assert 'value="Pokok contoh 60"' in shown
        assert f'name="acara-{rows + 1}-judul"' not in shown
    with house.ledger.read() as reading:
        assert reading.find(RapatBerkas) == []


def test_people_of_the_office_are_picked_in_one_go(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    other = with_password(house, "unit", "unit", unit=UNIT)
    at = f"{opened(tim)}/rapat/1"
    page = tim.client.get(at).text
    assert f'value="orang/{other.orang.id}"' in page
    sent = UNDANGAN | people() | {"orang": f"orang/{other.orang.id}", "ubah": "pilih"}

    shown = sends(tim, at, sent).text

    assert re.search(rf'name="peserta-4-nama"[^>]*value="{other.orang.nama}"', shown)
    assert 'name="peserta-5-nama"' not in shown
    assert sends(tim, at, sent | {"orang": "orang/tidak-ada"}).status_code == 200


def test_a_draft_is_kept_with_its_gaps_and_an_invitation_names_each_at_its_field(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    bare = dict.fromkeys(UNDANGAN, "") | {"judul": "Rapat contoh"}
    assert sends(tim, at, bare).status_code == 303
    assert the_one(house).judul == "Rapat contoh"

    wrong = sends(tim, at, bare, apa="undang")
    assert wrong.status_code == 422
    for field, kata in (("tanggal", "Isi tanggal rapat."), ("tempat", "Isi tempat rapat.")):
        assert f'<a href="#r-{field}">{kata}</a>' in wrong.text
    assert '<a href="#r-peserta-1-nama">Undang sedikitnya dua orang.</a>' in wrong.text
    assert the_one(house).diundang is None
    page = tim.client.get(at).text
    assert "Sebelum undangan dapat ditetapkan" in page
    right = sends(tim, at, ahead(house), apa="undang")
    assert right.location.endswith("kabar=rapat-diundang")
    assert the_one(house).diundang
    assert "Undangan ditetapkan" in tim.client.get(at).text


@pytest.mark.parametrize(
    "told",
    [
        {"tanggal": "2026-13-45"},
        {"mulai": "25:00"},
        {"mulai": "sembilan"},
        {"cara": "surat"},
        {"judul": "x" * 400},
        {"peserta-1-sebagai": "tamu"},
        {"peserta-1-hadir": "mungkin"},
        {"acara-1-judul": "baris\x00"},
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field_and_nothing_is_lost(
    house: RealHouse, told: dict[str, str]
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"

    answer = sends(tim, at, UNDANGAN | people() | told)

    assert answer.status_code == 422
    assert "Ada yang perlu diperbaiki" in answer.text
    assert "Contoh Tiga" in answer.text
    with house.ledger.read() as reading:
        assert reading.find(RapatBerkas) == []


def test_a_strange_day_is_said_and_kept(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    sunday = ahead(house) | {"tanggal": "2099-11-22"}
    assert sends(tim, at, sunday, apa="undang").status_code == 303
    assert "Minggu, 22 November 2099 bukan hari kerja." in tim.client.get(at).text
    sends(tim, at, ahead(house) | {"selesai": "21:00"})
    assert "di luar jam kantor hari itu" in tim.client.get(at).text


def test_what_came_of_it_is_asked_once_the_day_has_come(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    matter = opened(tim)
    brought(tim, matter, "surat_permohonan", "didaftar")
    does(tim, matter, "selesai", hasil="uji")
    at = f"{matter}/rapat/1"
    sends(tim, at, ahead(house), apa="undang")
    assert "Tetapkan hasil rapat" not in tim.client.get(at).text
    assert "belum berlangsung" in sends(tim, at, ahead(house), apa="lapor").text
    over = UNDANGAN | {"tanggal": "2020-11-24"} | people()
    assert sends(tim, at, over).status_code == 303
    page = tim.client.get(at).text
    assert "Tetapkan hasil rapat" in page
    assert "Tandai hadir atau tidaknya: Contoh Satu" in page
    wrong = sends(tim, at, over | people("ya"), apa="lapor")
    assert '<a href="#r-peserta-3-hadir">Tandai hadir atau tidaknya: Contoh Tiga.</a>' in wrong.text
    assert '<a href="#r-acara-1-putusan">Tulis hasil untuk: Laporan contoh.</a>' in wrong.text
    came = over | people("ya") | {"peserta-3-hadir": "tidak", "acara-1-putusan": "Terbuka"}
    assert sends(tim, at, came, apa="lapor").location.endswith("kabar=rapat-hasil")
    assert the_one(house).dilaporkan
    notula = tim.client.get(f"{at}/notula").text
    assert "2 dari 3 yang diundang" in notula
    assert "Contoh Tiga, Jabatan contoh 3, Biro Contoh" in notula
    assert "(Konsep)" not in notula


def test_all_who_came_are_marked_with_one_button_and_nobody_who_did_not(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    typed = UNDANGAN | {"tanggal": "2020-11-24"} | people()
    typed |= {"peserta-2-hadir": "tidak", "peserta-3-diwakili": "Contoh Wakil"}

    shown = sends(tim, at, typed, ubah="hadir-semua").text

    chosen = [
        re.search(rf'name="peserta-{n}-hadir".*?</select>', shown, re.DOTALL)[0] for n in (1, 2, 3)
    ]
    assert [re.findall(r'value="(\w*)" selected', one) for one in chosen] == [["ya"], ["tidak"], []]
    assert "belum disimpan" in shown


def test_a_second_meeting_stands_beside_the_first(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    matter = opened(tim)
    assert "rapat/1" in tim.client.get(f"{matter}/rapat").location
    held(house, tim.hadir, matter.rsplit("/", 1)[1])
    first = tim.client.get(f"{matter}/rapat/1").text
    tanda = re.search(r'name="tanda" value="([^"]+)"', first)[1]
    for _ in range(2):
        sent = {"csrf": tim.csrf, "tanda": tanda}
        answer = tim.client.post(f"{matter}/rapat/1/lagi", data=sent)
        assert answer.location.endswith("/rapat/2?kabar=rapat-lagi")
    second = tim.client.get(f"{matter}/rapat/2").text
    assert 'value="Contoh Dua"' in second
    assert f'href="{matter}/rapat/1">Rapat ke-1' in second
    assert "rapat/2" in tim.client.get(f"{matter}/rapat").location
    late = tim.client.post(f"{matter}/rapat/2/lagi", data={"csrf": tim.csrf, "tanda": "lain"})
    assert late.status_code == 409
    assert "Isi tanggal rapat." in late.text
    page = tim.client.get(matter).text
    assert page.count("/rapat/2") == page.count("/rapat/1") > 0


def test_an_old_page_changes_nothing_of_a_meeting(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    sends(tim, at, ahead(house))
    one = the_one(house)
    told = {"csrf": tim.csrf, "rapat": one.id, "versi": "1", **ahead(house)}
    assert tim.client.post(at, data=told | {"tempat": "Ruang A contoh"}).status_code == 303
    late = tim.client.post(at, data=told | {"tempat": "Ruang B contoh"})
    assert late.status_code == 409
    assert "Ruang B contoh" in late.text
    assert the_one(house).tempat == "Ruang A contoh"


def test_who_has_no_part_reads_and_writes_nothing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    arsip = officer(house, "arsip", "pengelola_arsip")
    matter = opened(tim)
    at = f"{matter}/rapat/1"
    assert arsip.client.get(at).status_code == 404
    sends(tim, at, ahead(house))
    page = arsip.client.get(at).text
    assert "Contoh Tiga" in page
    assert "Simpan konsep" not in page
    sent = {"csrf": arsip.csrf, "rapat": the_one(house).id, "versi": "1", **ahead(house)}
    assert arsip.client.post(at, data=sent).status_code in (403, 422)
    assert arsip.client.get(f"{matter}/rapat/7").status_code == 404
    for odd in ("0", "satu", "9" * 30, "²"):
        assert tim.client.get(f"{matter}/rapat/{odd}").status_code == 404
    assert the_one(house).versi == 1


def test_a_withheld_meeting_is_not_there_for_who_may_not_see_it(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    matter = opened(tim, "Perkara tertutup contoh", "rahasia")
    at = f"{matter}/rapat/1"
    sends(tim, at, ahead(house))
    for path in ("", "/undangan", "/daftar-hadir", "/notula", "/undangan.ics"):
        assert unit.client.get(f"{at}{path}").status_code == 404
        assert tim.client.get(f"{at}{path}").status_code == 200
    assert f"orang/{unit.hadir.orang.id}" not in tim.client.get(at).text
    assert "RAHASIA" in tim.client.get(f"{at}/undangan").text


def test_the_sheets_say_what_the_meeting_says(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    assert tim.client.get(f"{at}/undangan").status_code == 404
    sends(tim, at, dict.fromkeys(UNDANGAN, "") | {"judul": "Rapat contoh"})
    assert tim.client.get(f"{at}/undangan.ics").status_code == 404
    assert tim.client.get(f"{at}/undangan").status_code == 200
    sends(tim, at, ahead(house), apa="undang")
    call = tim.client.get(f"{at}/undangan").text
    assert "Selasa, 24 November 2099" in call
    assert "pukul 09.00 sampai dengan 11.30 WIB" in call
    assert "Contoh Dua, Jabatan contoh 2, Biro Contoh" in call
    names = tim.client.get(f"{at}/daftar-hadir").text
    assert names.index('class="paraf ganjil">1.') < names.index('class="paraf genap">2.')
    told = tim.client.get(f"{at}/undangan.ics")
    assert told.content_type.startswith("text/calendar")
    assert "DTSTART:20991124T020000Z" in told.text


def many(n: int) -> dict[str, str]:
    return {key: value for each in range(1, n + 1) for key, value in _one(each).items()}


def _one(n: int) -> dict[str, str]:
    return person(n, f"Contoh Peserta {n}", "pimpinan" if n == 1 else "peserta", "ya")


def test_the_pages_of_a_meeting_are_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "tim", "tim_sekretariat", "ppid")
    tim = officer(house, "dua", "tim_sekretariat", "ppid")
    matter = opened(tim, "Permohonan laporan contoh")
    at = f"{matter}/rapat/1"
    agenda = {"acara-1-pembahasan": "Dibahas panjang lebar.\nBaris kedua.", "acara-1-putusan": "Ya"}
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", at)
        sends(tim, at, UNDANGAN | {"tanggal": "2099-11-22"} | people(), apa="undang")
        win.page.goto(f"{alamat}{at}")
        look(win, tmp_path, "undangan")
        over = UNDANGAN | {"tanggal": "2020-11-24"} | agenda | many(7)
        sends(tim, at, over)
        for nama in ("", "/undangan", "/daftar-hadir", "/notula"):
            win.page.goto(f"{alamat}{at}{nama}")
            look(win, tmp_path, f"hasil{nama.replace('/', '-')}")
        win.page.goto(f"{alamat}{matter}")
        look(win, tmp_path, "berkas")


def look(win, folder: Path, nama: str) -> None:
    for width in (PHONE, DESKTOP):
        win.size(width)
        win.page.screenshot(path=folder / f"{nama}-{width}.png", full_page=True)
    sound(win)


def test_a_meeting_is_called_by_keyboard_without_a_script(house: RealHouse, open_window) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim = officer(house, "dua", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    page = open_window(script=False).page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "tim", at)
        page.locator("#r-tanggal").fill("2099-11-24")
        page.locator("#r-mulai").fill("09:00")
        page.locator("#r-tempat").fill("Ruang rapat contoh")
        page.locator("#r-acara-1-judul").fill("Laporan contoh")
        for n, nama in enumerate(("Contoh Satu", "Contoh Dua", "Contoh Tiga"), 1):
            page.locator(f"#r-peserta-{n}-nama").fill(nama)
        page.get_by_role("button", name="Tambah peserta").press("Enter")
        page.locator("#r-peserta-4-nama").fill("Contoh Empat")
        page.locator("#r-peserta-4-nama").press("Enter")
        page.get_by_text("Perubahan tersimpan.").wait_for()
        page.get_by_role("button", name="Tetapkan undangan").press("Enter")
        page.get_by_text("Undangan ditetapkan. Lembarnya siap dicetak.").wait_for()
    assert [one.nama for one in the_one(house).peserta][-1] == "Contoh Empat"


def test_more_people_than_a_meeting_holds_are_refused_and_stay_on_the_page(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"

    answer = sends(tim, at, UNDANGAN | many(501))

    assert answer.status_code == 422
    assert "Paling banyak 500 orang dalam satu undangan." in answer.text
    assert "Contoh Peserta 501" in answer.text
    assert sends(tim, at, UNDANGAN | many(500)).status_code == 303
    assert len(the_one(house).peserta) == 500


@pytest.mark.parametrize("told", [{"versi": "satu"}, {"versi": ""}, {"rapat": ""}])
def test_a_form_that_is_not_whole_is_answered_in_words(
    house: RealHouse, told: dict[str, str]
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"

    answer = sends(tim, at, UNDANGAN | people(), **told)

    assert answer.status_code == 422
    assert re.search("Ada yang perlu diperbaiki|Belum dapat dilakukan", answer.text)
    with house.ledger.read() as reading:
        assert reading.find(RapatBerkas) == []


def test_a_meeting_that_another_sop_calls_has_its_own_page_and_stands_on_both(
    house: RealHouse,
) -> None:
    instansi.set_up(house, operator(house), LAIN)
    tim = officer(house, "tim", "tim_sekretariat")
    for one in ("ppid_pelaksana", "tim_sekretariat"):
        peran.give(house, operator(house), tim.hadir.orang.id, peran.Penugasan(LAIN, "", one))
    above = row_four(house)
    client = create_app(house).test_client()
    log_in(client, "tim")
    who = Orang(client, tim.hadir)

    called = does(who, f"/berkas/{above}", "rujukan").location.split("?")[0]
    sends(who, f"{called}/rapat/1", UNDANGAN | {"tanggal": "2020-11-24"} | people())

    for page in (called, f"/berkas/{above}"):
        assert f'href="{called}/rapat/1"' in client.get(page).text
    assert client.get(f"/berkas/{above}/rapat").status_code == 404


def row_four(house: RealHouse) -> str:
    """A matter of seed 004 that stands before its joint meeting."""
    asked = Pembukaan(house.new_id(), LAIN, "", "penetapan_dip", "Penetapan contoh")
    with house.ledger.begin() as tx:
        one = begun(house, tx, asked)
        tx.note(Catatan(LAIN, "mesin", "berkas_dibuka", house.clock.now(), one.id))
    with house.ledger.begin() as tx:
        before = tx.get(Berkas, one.id)
        tx.save(before, at_row(before, Posisi("rapat", house.clock.now())))
        tx.note(Catatan(LAIN, "mesin", "langkah_selesai", house.clock.now(), one.id))
    return one.id


def test_no_signature_stands_alone_on_the_last_sheet(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim = officer(house, "dua", "tim_sekretariat")
    at = f"{opened(tim)}/rapat/1"
    told = UNDANGAN | {"tanggal": "2020-11-24"} | many(30)
    for n in range(1, 12):
        told |= {f"acara-{n}-judul": f"Pokok acara contoh ke-{n} " * 4, f"acara-{n}-putusan": "Ya"}
        told |= {f"acara-{n}-pembahasan": "Setiap peserta menyampaikan pendapatnya. " * 9}
    assert sends(tim, at, told, apa="lapor").status_code == 303
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", at)
        for nama, signer in (
            ("undangan", "Kepala Biro Hubungan Masyarakat"),
            ("daftar-hadir", "Pimpinan rapat"),
            ("notula", "Pimpinan rapat"),
        ):
            win.page.goto(f"{alamat}{at}/{nama}")
            win.page.pdf(path=tmp_path / "lembar.pdf", prefer_css_page_size=True)
            last = [one for one in words_by_page(tmp_path / "lembar.pdf") if signer in one][-1]
            assert len(last.partition(signer)[0].split()) > 5, nama


def words_by_page(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as whole:
        return [page.get_textpage().get_text_range() for page in whole]


def test_sent_back_to_meet_again_both_pages_say_that_another_meeting_is_needed(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    brought(tim, at, "surat_permohonan", "didaftar")
    assert does(tim, at, "selesai", hasil="uji").status_code == 303
    brought(tim, at, "undangan_rapat", "ditandatangani")
    assert does(tim, at, "selesai").status_code == 303
    held(house, tim.hadir, at.rsplit("/", 1)[1])
    again = does(tim, at, "selesai", hasil="rapat_lagi", alasan="Contoh belum cukup")
    assert again.status_code == 303
    assert does(tim, at, "selesai").status_code == 303

    assert "perlu rapat baru" in tim.client.get(at).text
    page = tim.client.get(f"{at}/rapat/1").text
    assert "Berkas ini dikembalikan sesudah rapat ini" in page
    assert "Siapkan rapat berikutnya" in page
