"""What came in, as a list and one by one: all that a person may see, and no trace of the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.catatan import Catatan
from service.domain.kiriman import (
    DIDAFTAR,
    KARANTINA,
    MENUNGGU_PETUGAS,
    File,
    Fisik,
    Kiriman,
    Surat,
    Usul,
)
from service.domain.temuan import DENGAN_CATATAN, TIDAK_DAPAT_DIPROSES, Temuan
from service.domain.temuan import DITERIMA as AKHIR_DITERIMA
from service.ports.kiriman import Jangkauan, Letak, SaringKiriman
from service.web.app import create_app
from tests.office import INSTANSI, UNIT, arrive
from tests.papers import letter
from tests.web.browser import served, sound
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def house(tmp_path, ledger_url):
    """An office on SQLite, and again on PostgreSQL."""
    with rumah_web(tmp_path, ledger_url) as whole:
        yield whole


def came(house, nama: str, *temuan: Temuan, **more) -> Kiriman:
    """A kiriman as it stands after the look, with one file."""
    told = {
        "instansi": INSTANSI,
        "unit": UNIT,
        "pintu": "web",
        "keadaan": DIDAFTAR,
        "diterima": PAGI,
        "akhir": AKHIR_DITERIMA,
    }
    one = Kiriman(id=house.new_id(), nama=nama, **(told | more))
    file = File(
        house.new_id(),
        one.id,
        nama,
        "a" * 64,
        1_400_000,
        mime="application/pdf",
        akhir=one.akhir,
        halaman=3,
        temuan=temuan,
    )
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.add(file)
        tx.note(Catatan(one.instansi or "rumah", "mesin", "kiriman_diterima", PAGI, one.id))
    return one


def names(page: str) -> list[str]:
    return re.findall(r'href="/kiriman/[a-z2-7]{26}">([^<]+)<', page)


def test_each_sees_what_is_theirs_and_what_is_withheld_only_who_may(house):
    came(house, "biasa.pdf")
    came(house, "unit lain.pdf", unit="lain")
    came(house, "rahasia.pdf", rahasia=True)
    came(house, "tersesat.pdf", instansi="", unit="")
    semua = officer(house, "semua", "petugas")
    satu = officer(house, "satu", "petugas", unit=UNIT)
    tim = officer(house, "tim", "tim_sekretariat")
    penjaga = officer(house, "penjaga", "administrator")

    seen = {
        who: set(names(one.client.get("/kiriman").text))
        for who, one in (("semua", semua), ("satu", satu), ("tim", tim), ("penjaga", penjaga))
    }

    assert seen == {
        "semua": {"biasa.pdf", "unit lain.pdf", "tersesat.pdf"},
        "satu": {"biasa.pdf"},
        "tim": {"biasa.pdf", "unit lain.pdf", "tersesat.pdf", "rahasia.pdf"},
        "penjaga": set(),
    }


def test_beyond_reach_a_kiriman_its_state_and_its_files_are_as_if_not_there(house):
    one = came(house, "rahasia.pdf", rahasia=True)
    with house.ledger.read() as look:
        [file] = look.find(File, kiriman=one.id)
    semua = officer(house, "semua", "petugas")
    nothing = "a" * 26

    for path in ("/kiriman/{}", "/api/v1/kiriman/{}"):
        there, not_there = (semua.client.get(path.format(id_)) for id_ in (one.id, nothing))
        assert (there.status_code, there.text) == (404, not_there.text)
    for path in ("/file/{}", "/file/{}/halaman/1"):
        there, not_there = (semua.client.get(path.format(id_)) for id_ in (file.id, nothing))
        assert (there.status_code, there.text) == (404, not_there.text)
    sent = {"csrf": semua.csrf, "lokasi": "Rak 2", "jumlah": "1", "versi": "1"}
    assert semua.client.post(f"/kiriman/{one.id}/fisik", data=sent).status_code == 404


def test_the_first_of_the_same_is_named_only_to_who_may_see_it(house):
    first = came(house, "pertama.pdf", rahasia=True, nomor_agenda="R-0007/AGENDA/2026")
    again = came(house, "lagi.pdf", kembar=first.id)
    semua, tim = officer(house, "semua", "petugas"), officer(house, "tim", "tim_sekretariat")

    hidden = semua.client.get(f"/kiriman/{again.id}").text
    shown = tim.client.get(f"/kiriman/{again.id}").text

    assert "R-0007" not in hidden
    assert first.id not in hidden
    assert "Sama dengan" not in hidden
    assert f'/kiriman/{first.id}">R-0007/AGENDA/2026</a>' in shown


def test_the_list_is_asked_by_state_end_door_unit_and_day_in_its_address(house):
    came(house, "lama.pdf", diterima=PAGI - timedelta(days=40))
    came(house, "perlu.pdf", keadaan=KARANTINA, akhir=TIDAK_DAPAT_DIPROSES, pintu="folder")
    came(house, "tunggu.pdf", keadaan=MENUNGGU_PETUGAS, akhir=DENGAN_CATATAN, pintu="surel")
    satu = officer(house, "satu", "petugas")

    def asked(query: str) -> list[str]:
        return names(satu.client.get(f"/kiriman?{query}").text)

    assert asked("keadaan=karantina") == ["perlu.pdf"]
    assert "Perlu tindakan" in satu.client.get("/kiriman?keadaan=karantina").text
    assert asked("akhir=diterima_dengan_catatan") == ["tunggu.pdf"]
    assert asked("pintu=folder") == ["perlu.pdf"]
    assert len(asked(f"unit={UNIT}")) == 3
    assert asked("unit=tidak_ada") == []
    assert asked("sampai=2026-10-31") == ["lama.pdf"]
    assert len(asked("dari=2026-11-21&sampai=2026-11-21")) == 2
    # What makes no sense asks for nothing, and is no fault.
    assert len(asked("keadaan=x&akhir=y&pintu=z&dari=kemarin&sampai=9999-99-99")) == 3
    for odd in ("sebelum=x", f"sebelum=99999999999999999-{'a' * 26}", "sebelum=1", "unit=%00"):
        assert satu.client.get(f"/kiriman?{odd}").status_code in (200, 404)


def test_a_long_list_is_walked_to_its_end_and_no_kiriman_is_met_twice(house):
    for n in range(120):
        # Several at the very same moment.
        came(house, f"surat-{n:03}.pdf", diterima=PAGI + timedelta(minutes=n // 7))
    satu = officer(house, "satu", "petugas")
    met, path = [], "/kiriman"

    while path:
        page = satu.client.get(path).text
        met += names(page)
        found = re.search(r'href="([^"]+)" rel="next"', page)
        path = found[1].replace("&amp;", "&") if found else ""

    assert len(met) == len(set(met)) == 120
    assert met[0] == "surat-119.pdf" or met[0].startswith("surat-1")
    assert "120 kiriman" in satu.client.get("/kiriman").text


def test_a_peran_in_a_unit_and_one_in_the_whole_office_show_a_kiriman_once(house):
    came(house, "biasa.pdf")
    places = [Jangkauan(INSTANSI, UNIT, False), Jangkauan(INSTANSI, "", False)]

    assert len(house.kiriman.newest(places, SaringKiriman(), None, 10)) == 1
    assert house.kiriman.count(places, SaringKiriman(), 10) == 1
    assert house.kiriman.count(places, SaringKiriman(), 0) == 0
    assert house.kiriman.newest([], SaringKiriman(), Letak(PAGI, "a" * 26), 10) == []
    assert house.kiriman.files([]) == {}


def test_one_kiriman_tells_what_was_found_what_was_read_and_who_says_so(house):
    usul = (
        Usul("nomor", "12/A/XI/2026", "nomor_surat", "", 1, "Nomor: 12/A/XI/2026", 92),
        Usul("perihal", "Undangan rapat", "perihal", "", 1, "Hal: Undangan", 80),
    )
    one = came(
        house,
        "surat.pdf",
        Temuan("terlalu_lama", "halaman 7"),
        akhir="disimpan_saja",
        keadaan=MENUNGGU_PETUGAS,
        alasan="Jenis kiriman ini belum pasti.",
        surat=Surat(nomor="12/A/XI/2026", perihal="Rapat contoh", tanggal="2026-11"),
        usul=usul,
        fisik=Fisik("Rak 2", 3, "lembar", "baik", "asli"),
    )
    satu = officer(house, "satu", "petugas")

    page = satu.client.get(f"/kiriman/{one.id}").text

    for told in (
        "Menunggu petugas",
        "Jenis kiriman ini belum pasti.",
        "Disimpan, isinya tak terbaca",
        "Terlalu lama dibaca (halaman 7)",
        "Jenis: PDF",
        "Ukuran: 1,4 MB",
        "Halaman: 3",
        "a" * 64,
        "yakin 92%; halaman 1",
        "November 2026",
        "3 lembar, asli, baik, di Rak 2",
        "Menerima kiriman",
    ):
        assert told in page, told
    nomor, perihal = (page.split(f"<dt>{name}</dt>")[1] for name in ("Nomor surat", "Perihal"))
    assert "dibaca mesin" in nomor.split("<dt>")[0]
    assert "dipastikan petugas" in perihal.split("<dt>")[0]


def test_where_the_paper_lies_is_written_down_and_journaled(house):
    one = came(house, "surat.pdf")
    satu = officer(house, "satu", "petugas")
    sent = {"csrf": satu.csrf, "lokasi": "Rak 2", "jumlah": "3", "satuan": "lembar", "versi": "1"}

    def post(**more: str):
        return satu.client.post(f"/kiriman/{one.id}/fisik", data={**sent, **more})

    assert "sedikitnya 1" in post(jumlah="0").text
    assert "tempat kertasnya" in post(lokasi="").text
    assert post(kondisi="basah").status_code == 422
    assert post().status_code == 303
    assert "Sudah diubah orang lain" in post(lokasi="Rak 3").text

    page = satu.client.get(f"/kiriman/{one.id}").text
    assert "3 lembar, di Rak 2" in page
    assert "Mencatat fisik kiriman" in page
    [line] = house.lists.jurnal(INSTANSI, 10_000, 1)
    assert (line.perbuatan, line.siapa, line.rincian) == ("fisik_dicatat", satu.hadir.orang.id, {})


def test_the_original_comes_back_byte_for_byte_and_runs_nowhere(house, tmp_path):
    path = tmp_path / "sura\u202et “1”.html"
    path.write_bytes(b"<script>alert(1)</script>")
    one = arrive(house, path)
    with house.ledger.read() as look:
        [file] = look.find(File, kiriman=one.id)
    satu = officer(house, "satu", "petugas")

    answer = satu.client.get(f"/file/{file.id}")

    assert answer.data == path.read_bytes()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["Content-Length"] == "25"
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment; ")
    assert "filename*=UTF-8''" in named
    assert "\u202e" not in named
    assert satu.client.get("/file/../../etc/passwd").status_code == 404
    answer.close()


class Pictures:
    """A reader that has drawn its page already; it counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def picture(self, path, halaman, lebar):
        assert path.read_bytes()
        self.asked.append(halaman)
        return b"\x89PNG contoh"

    def close(self) -> None:
        """Nothing stays open."""


def test_a_page_is_drawn_once_and_then_kept_by_the_browser_which_still_asks(house, tmp_path):
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF-1.7 contoh")
    one = arrive(house, path)
    with house.ledger.begin() as tx:
        [file] = tx.find(File, kiriman=one.id)
        tx.save(file, replace(file, mime="application/pdf", halaman=2))
        tx.note(Catatan(INSTANSI, "mesin", "kiriman_diperiksa", PAGI, one.id))
    house.opened["reader"] = Pictures()
    satu = officer(house, "satu", "petugas")
    at = f"/file/{file.id}/halaman"

    first = satu.client.get(f"{at}/2")
    again = satu.client.get(f"{at}/2", headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, first.data) == (200, b"\x89PNG contoh")
    assert first.headers["Content-Type"] == "image/png"
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert again.status_code == 304
    assert house.opened["reader"].asked == [2]
    for wrong in ("0", "3", "-1", "x", "1e3", "99999"):
        assert satu.client.get(f"{at}/{wrong}").status_code == 404
    satu.client.post("/keluar", data={"csrf": satu.csrf})
    gone = satu.client.get(f"{at}/2", headers={"If-None-Match": first.headers["ETag"]})
    assert gone.status_code == 303


def test_list_and_page_are_readable_by_all(house, win):
    one = came(
        house,
        "Undangan rapat koordinasi layanan informasi publik tahun dua ribu dua puluh enam.pdf",
        Temuan("program"),
        Temuan("terlalu_lama"),
        akhir=TIDAK_DAPAT_DIPROSES,
        keadaan=KARANTINA,
        alasan="Ada file yang tidak dapat diproses.",
        usul=(Usul("nomor", "12/A", "nomor", "", 1, "Nomor: 12/A", 92),),
        fisik=Fisik("Rak 2", 3),
    )
    came(house, "kedua.pdf", rahasia=True, nomor_agenda="R-0001/AGENDA/2026")
    with_password(house, "tim", "tim_sekretariat")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/kiriman")
        sound(win)
        win.page.get_by_role("link", name="Undangan rapat").click()
        sound(win)
        win.page.get_by_text("Ubah letak kertas").click()
        win.page.get_by_text("Sidik file").click()
        sound(win)
        assert one.id in win.page.url
        win.page.goto(f"{alamat}/kiriman?keadaan=dikenali")
        assert "Tidak ada kiriman yang cocok" in win.page.inner_text("main")
        sound(win)


def test_a_word_file_is_shown_as_its_page_looks_and_one_that_cannot_be_has_a_sentence(
    tmp_path,
):
    surat = letter(tmp_path / "usulan.docx", "Usulan daftar informasi contoh")
    kosong = tmp_path / "rusak.docx"
    kosong.write_bytes(surat.read_bytes()[:9000])
    with rumah_web(tmp_path) as house:
        satu = officer(house, "satu", "petugas")
        answers = []
        for path in (surat, kosong):
            one = arrive(house, path)
            with house.ledger.begin() as tx:
                [file] = tx.find(File, kiriman=one.id)
                tx.save(file, replace(file, mime=WORD))
                tx.note(Catatan(INSTANSI, "mesin", "kiriman_diperiksa", PAGI, one.id))
            answers.append(satu.client.get(f"/file/{file.id}/halaman/1"))

    good, bad = answers
    assert (good.status_code, good.headers["Content-Type"]) == (200, "image/png")
    assert good.data.startswith(b"\x89PNG")
    assert bad.status_code == 422
    assert "File tersimpan utuh" in bad.text.replace("\n", " ")
