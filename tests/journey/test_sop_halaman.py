"""All five official tables: printed, brought in at the page, corrected, put in force, walked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from service import house as houses
from service.acts.berkas.baru import open_by
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi import pilihan as agencies
from service.acts.instansi.packs import agency
from service.acts.orang import mulai, orang, peran
from service.acts.orang.hadir import operator, present
from service.acts.sop.daftar import bahan_of, sop_of
from service.acts.sop.versi import walked
from service.domain.orang import Orang as Person
from service.domain.sop.formulir import form
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import SANDI
from tests.web.rumah_web import Orang, rumah_web
from tests.web.test_pintu import log_in
from tests.web.test_sop_web import imported, konsep_of, sent

LIMA = (
    ("kemensetneg", "uji_konsekuensi"),
    ("kalteng_biro_organisasi", "penetapan_dip"),
    ("kalteng_biro_umum", "pendokumentasian_dikecualikan"),
    ("kota_kupang", "pendokumentasian_dikecualikan"),
    ("ppid_kementerian", "pengelolaan_informasi"),
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def somebody(house: RealHouse, kode: str, nama: str, memegang: str) -> Hadir:
    """A sample person of an agency."""
    admin = operator(house)
    made, _ = orang.create(house, admin, kode, orang.Isian(nama, f"Contoh {nama}"))
    peran.give(house, admin, made.id, peran.Penugasan(kode, "", memegang))
    mulai.choose_password(house, orang.invite(house, admin, made.id), SANDI, "192.0.2.1")
    with house.ledger.read() as reading:
        return present(reading, reading.get(Person, made.id), house.clock.now())


def at_pages(house: RealHouse, hadir: Hadir, nama: str) -> Orang:
    client = create_app(house).test_client()
    log_in(client, nama)
    return Orang(client, hadir)


@pytest.mark.parametrize(("kode", "sop"), LIMA)
def test_an_official_table_goes_the_whole_way_through_the_pages(
    house: RealHouse, tmp_path: Path, kode: str, sop: str
) -> None:
    if kode != "kemensetneg":
        agencies.set_up(house, operator(house), kode)
    tim = at_pages(house, somebody(house, kode, "tim", "tim_sekretariat"), "tim")
    ppid = at_pages(house, somebody(house, kode, "ppid", "ppid"), "ppid")
    source = sop_of(house.packs, kode, sop)
    paper = form(source, bahan_of(house.packs, kode))
    out = tmp_path / "sop.docx"
    houses.sop_forms().write(paper, out)

    # In: every official row is there, and nothing stops the draft.
    answer = imported(tim, out.read_bytes(), "SOP contoh.docx")
    assert answer.status_code == 303, answer.text
    at = answer.location.split("?")[0]
    konsep = konsep_of(house, at)
    assert [one.isi["kegiatan"] for one in konsep.langkah] == [x.kegiatan for x in source.resmi]
    assert "Tidak ada kesalahan" in tim.client.get(at).text

    # Corrected: who acts in the first row, how long it takes, what is sure by now.
    first = konsep.langkah[0].kunci
    actor = next(iter(konsep.kepala["pelaksana"]))
    saved = sent(tim, f"{at}/langkah/{first}", pelaksana=[actor], waktu="35 menit", ragu=[])
    assert saved.status_code == 303, saved.text
    assert sent(tim, f"{at}/kepala", judul="SOP contoh dari tabel").status_code == 303
    assert konsep_of(house, at).langkah[0].isi.get("tafsir") is None

    # In force by a second person, and a berkas opens under it.
    used = sent(ppid, f"{at}/pakai")
    assert used.status_code == 303, used.text
    fresh = re.search(rf"/sop/{kode}/(\w+)", used.location)[1]
    unit = agency(house.packs, kode).unit
    asked = Pembukaan(
        house.new_id(), kode, unit[0].id if unit else "", fresh, "Perkara contoh dari tabel"
    )
    berkas = open_by(house, tim.hadir, asked)
    with house.ledger.read() as reading:
        walks = walked(reading, berkas).sop
    assert walks.judul == "SOP contoh dari tabel"
    assert len(walks.langkah) == len(source.resmi)
    assert walks.langkah[0].waktu.jumlah == 35
    assert [one for one in house.audit.findings([]) if not one.utuh] == []


def test_a_table_of_the_wrong_kind_is_refused_in_words_and_leaves_nothing(
    house: RealHouse,
) -> None:
    tim = at_pages(house, somebody(house, "kemensetneg", "tim", "tim_sekretariat"), "tim")
    for isi, nama, kata in (
        (b"PK\x03\x04 rusak", "sop.docx", "tidak dapat dibuka"),
        (_scan(), "pindaian.pdf", "hanya berisi gambar pindaian"),
        (_sheet([["Nama", "Alamat"], ["Contoh", "Kota Contoh"]]), "lain.xlsx", "baris judul kolom"),
        (_sheet([*HEAD, *([str(n), f"Langkah {n}", "x"] for n in range(1, 501))]), "a.xlsx", "500"),
        (_sheet(HEAD), "kosong.xlsx", "tidak ada langkah di bawahnya"),
        (b"", "", "Pilih file SOP-nya"),
    ):
        answer = imported(tim, isi, nama)
        assert answer.status_code in (409, 413, 422), (nama, answer.text)
        assert kata in answer.text, nama
    assert "Belum ada konsep" in tim.client.get("/sop/konsep").text


def test_of_two_tables_in_a_file_one_is_chosen_and_the_other_kept_apart(house: RealHouse) -> None:
    tim = at_pages(house, somebody(house, "kemensetneg", "tim", "tim_sekretariat"), "tim")
    answer = imported(tim, _sheet(SATU, DUA), "dua.xlsx")
    assert answer.status_code == 303, answer.text
    choice = answer.location.split("?")[0]
    at = choice.removesuffix("/tabel")
    page = tim.client.get(choice).text
    assert "2 tabel yang tampak sebagai SOP" in page
    assert "Menerima surat contoh" in page

    first = {"csrf": tim.csrf, "tabel": "1", "tanda": "contohtanda1"}
    assert tim.client.post(choice, data=first).location == at
    assert konsep_of(house, at).langkah[0].isi["kegiatan"] == "Menerima surat contoh"
    kunci = konsep_of(house, at).langkah[0].kunci
    sent(tim, f"{at}/langkah/{kunci}", waktu="5 menit")
    other = tim.client.post(choice, data=first | {"tabel": "2"}).location
    assert other != at
    assert tim.client.post(choice, data=first | {"tabel": "2"}).location == other
    assert konsep_of(house, at).langkah[0].isi["waktu"] == "5 menit"
    assert konsep_of(house, other).langkah[0].isi["kegiatan"] == "Membuka lemari contoh"
    nowhere = first | {"tabel": "9", "tanda": "contohtanda2"}
    assert tim.client.post(choice, data=nowhere).status_code == 422


def test_a_file_with_macros_is_read_and_none_of_them_runs(house: RealHouse, tmp_path: Path) -> None:
    tim = at_pages(house, somebody(house, "kemensetneg", "tim", "tim_sekretariat"), "tim")
    source = sop_of(house.packs, "kemensetneg", "uji_konsekuensi")
    out = tmp_path / "sop.docx"
    houses.sop_forms().write(form(source, bahan_of(house.packs, "kemensetneg")), out)

    answer = imported(tim, _with_macros(out), "sop.docm")

    assert answer.status_code == 303, answer.text
    assert len(konsep_of(house, answer.location.split("?")[0]).langkah) == 7


HEAD = [["No", "Kegiatan", "Petugas", "Kelengkapan", "Waktu", "Output", "Ket"]]
SATU = [*HEAD, ["1", "Menerima surat contoh", "x", "Surat", "10 menit", "Nomor register", ""]]
DUA = [
    *HEAD,
    ["1", "Membuka lemari contoh", "x", "", "10 menit", "", ""],
    ["2", "Menutup lemari contoh", "x", "", "1 hari", "", ""],
]


def _sheet(*sheets: list[list[str]]) -> bytes:

    book = Workbook()
    for n, rows in enumerate(sheets):
        sheet = book.active if n == 0 else book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with_macros(path: Path) -> bytes:
    """The same document as Word saves it with macros in it."""
    out = io.BytesIO()
    plain = b"wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            isi = before.read(name)
            if name == "[Content_Types].xml":
                isi = isi.replace(
                    b"application/vnd.openxmlformats-officedocument." + plain,
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            after.writestr(name, isi)
        after.writestr("word/vbaProject.bin", b"Contoh makro")
    return out.getvalue()


def _scan() -> bytes:

    out = io.BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PDF")
    return out.getvalue()
