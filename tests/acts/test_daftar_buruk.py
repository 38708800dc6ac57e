"""Bad workbooks by the way of every list: each is answered in words, and nothing of it is lost."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from service.acts.informasi import masuk, verifikasi
from service.domain.daftar_unit.masuk import DIBACA, DITOLAK, DaftarMasuk
from service.domain.dip import LAJUR
from service.house import RealHouse
from tests.acts.daftar import BILAH, UTUH, Meja, lines
from tests.conftest import new_sqlite
from tests.kantor import Jam
from tests.office import UNIT, open_house, person, rule, work
from tests.web.rumah_web import on_the_clock

JENIS = "http://schemas.openxmlformats.org/package/2006/content-types"
RAPAT = "http://schemas.openxmlformats.org/package/2006/relationships"
KANTOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BUKU = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KEPALA = tuple(LAJUR.values())
SATU = lines("Laporan kinerja biro tahun 2023")[0]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PENUH = 1_048_576  # rows that a sheet can have


@dataclass(frozen=True)
class Rumus:
    """A cell with a formula, and what it came to when it was last worked out."""

    rumus: str
    hasil: str = ""


Sel = str | int | Rumus
Lembar = Sequence[Sequence[Sel]]
BAIK: Lembar = [KEPALA, ("", BILAH), SATU]  # type: ignore[list-item]


def _cell(one: Sel) -> str:
    if isinstance(one, Rumus):
        if not one.hasil:
            return f"<c><f>{escape(one.rumus)}</f></c>"
        return f'<c t="str"><f>{escape(one.rumus)}</f><v>{escape(one.hasil)}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(str(one))}</t></is></c>'


def _row(one: Sequence[Sel]) -> str:
    return f"<row>{''.join(map(_cell, one))}</row>"


def _sheet(rows: Lembar, gabungan: Sequence[str] = (), sesudah: str = "") -> str:
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in gabungan)
    return (
        f'<worksheet xmlns="{BUKU}"><sheetData>{"".join(map(_row, rows))}{sesudah}</sheetData>'
        f"{f'<mergeCells>{merged}</mergeCells>' if merged else ''}</worksheet>"
    )


def book(out: Path, lembar: dict[str, str], **lain: bytes) -> Path:
    """A workbook written by hand; `lain`: parts of its folder xl besides the sheets."""
    named = "".join(
        f'<sheet name="{nama}" sheetId="{n}" r:id="r{n}"/>' for n, nama in enumerate(lembar, 1)
    )
    bound = "".join(
        f'<Relationship Id="r{n}" Type="{KANTOR}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(lembar) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{JENIS}"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RAPAT}"><Relationship Id="a" '
        f'Type="{KANTOR}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{BUKU}" xmlns:r="{KANTOR}"><sheets>{named}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RAPAT}">{bound}</Relationships>',
        **{f"xl/worksheets/s{n}.xml": xml for n, xml in enumerate(lembar.values(), 1)},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as went:
        for nama, isi in parts.items():
            went.writestr(nama, isi)
        for nama, bita in lain.items():
            went.writestr(f"xl/{nama.replace('__', '/')}", bita)
    return out


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """One office for all of them: none of these lists brings anything."""
    room = tmp_path_factory.mktemp("buruk")
    with open_house(room, new_sqlite(room)) as house:
        rule(house)
        yield Meja(house, person(house, "unit", "unit", unit=UNIT), room)


def came(meja: Meja, lembar: dict[str, str], **lain: bytes) -> DaftarMasuk:
    meja.n += 1
    return meja.sent(book(meja.room / f"{meja.n}.xlsx", lembar, **lain))


def told(meja: Meja, one: DaftarMasuk) -> str:
    short = masuk.short_of(meja.house, one)
    assert short is not None
    said = [f"{x.tempat}: {x.kata}" for x in short.salah]
    return "\n".join([*said, *short.tanya, *short.lembar_lain, *short.dilewati])


def kept_whole(meja: Meja, one: DaftarMasuk) -> bool:
    """Whether the workbook lies in the store byte for byte, and nothing of it counts yet."""
    return meja.house.store.has(one.file) and meja.pieces() == []


def test_macros_and_links_to_other_workbooks_are_never_followed_and_the_list_is_read(
    meja: Meja,
) -> None:
    linked = (2, Rumus("'[1]Lain'!A1", "Rencana kerja biro tahun 2024"), *UTUH)
    one = came(
        meja,
        {"DIP": _sheet([*BAIK, linked])},
        vbaProject__bin=OLE + b"Attribute VB_Name",
        externalLinks__externalLink1_xml=b'<externalLink r:id="r1" target="file:///etc/passwd"/>',
    )

    assert (one.keadaan, meja.counts(one)["baru"]) == (DIBACA, 2)
    assert kept_whole(meja, one)


def test_a_formula_that_nobody_worked_out_goes_back_with_its_cell_and_its_cure(meja: Meja) -> None:
    one = came(meja, {"DIP": _sheet([*BAIK, (2, Rumus('"Rencana "&A1'), *UTUH)])})

    assert (meja.counts(one)["baru"], meja.counts(one)["dikembalikan"]) == (1, 1)
    assert "sel B4: " in told(meja, one)
    assert "memuat rumus yang belum dihitung" in told(meja, one)


@pytest.mark.parametrize(
    "kosong", [20_000, pytest.param(PENUH - len(BAIK), marks=pytest.mark.panjang)]
)
def test_behind_a_sheet_full_of_empty_rows_the_list_is_still_one_line(
    meja: Meja, kosong: int
) -> None:
    one = came(meja, {"DIP": _sheet(BAIK, sesudah="<row/>" * kosong)})

    assert (one.keadaan, meja.counts(one)["baris"]) == (DIBACA, 1)


def test_the_sheet_with_the_list_is_found_and_without_one_all_sheets_are_named(meja: Meja) -> None:
    other = _sheet([("Petunjuk pengisian",), ("Isi lembar berikutnya",)])
    found = came(meja, {"Petunjuk": other, "Isian": _sheet(BAIK)})
    none = came(meja, {"Petunjuk": other, "Anggaran": _sheet([("Nama", "Harga"), ("Kertas", 3)])})

    assert (found.keadaan, meja.counts(found)["baru"]) == (DIBACA, 1)
    assert "Lembar 'Petunjuk' tidak dibaca" in told(meja, found)
    assert none.keadaan == DITOLAK
    assert "Petunjuk" in none.galat
    assert "Anggaran" in none.galat
    assert kept_whole(meja, none)


@pytest.mark.parametrize(
    ("bita", "kata"),
    [
        (b"No;Judul;Unit\n1;satu;dua\n", "CSV"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
        (OLE + b"\0" * 600, "Excel lama"),
        (b"PK\x03\x04 terpotong", "tidak dapat dibuka"),
        (b"", "tidak dapat dibuka"),
    ],
)
def test_what_is_no_open_workbook_is_refused_in_words_that_say_what_to_do(
    meja: Meja, bita: bytes, kata: str
) -> None:
    meja.n += 1
    path = meja.room / f"{meja.n}.xlsx"
    path.write_bytes(bita)

    one = meja.sent(path)

    assert one.keadaan == DITOLAK
    assert kata in one.galat
    assert kept_whole(meja, one)


def test_merged_chaos_loses_no_line_each_goes_on_or_back(meja: Meja) -> None:
    rows = [list(one) for one in lines(*(f"Laporan nomor {n}" for n in range(1, 8)))]
    rows[1][2:4] = ["", ""]  # row 4: merged with the title before them
    rows[2][2] = rows[3][2] = ""  # rows 5 and 6: merged with the unit above
    chaos = ("B4:D4", "C4:C6", "A1:G1", "C5:C5", "G3:XFD7", "B9:A2", "A8:B1048576", "B7:B8")
    one = came(meja, {"DIP": _sheet([KEPALA, ("", BILAH), *rows], chaos)})  # type: ignore[list-item]

    many = meja.counts(one)
    assert (one.keadaan, many["baris"]) == (DIBACA, 7)
    assert many["diterima"] + many["dikembalikan"] == 7
    assert "sel C4: Sel ini digabung dengan kolom B" in told(meja, one)
    assert kept_whole(meja, one)


WAKTU = {
    "Jakarta, setiap triwulan": "",
    "Jakarta, tiap awal semester": "",
    "Jakarta, 2022-2024": "",
    "Jakarta, 31 Februari 2024": "Tanggal itu tidak ada di kalender",
    "Jakarta, nanti kalau sudah jadi": "Waktunya belum terbaca",
    "45292": "mungkin tanggal yang kehilangan bentuknya",
}


def test_a_time_of_any_precision_is_kept_as_written_and_only_doubt_is_told(meja: Meja) -> None:
    rows = [
        (n, f"Laporan bagian {n}", *UTUH[:2], when, *UTUH[3:]) for n, when in enumerate(WAKTU, 1)
    ]
    one = came(meja, {"DIP": _sheet([KEPALA, ("", BILAH), *rows])})

    assert meja.counts(one)["baris"] == len(WAKTU)
    said = told(meja, one)
    for n, (when, kata) in enumerate(WAKTU.items(), 3):
        doubt = [x for x in said.splitlines() if x.startswith(f"sel E{n}: ")]
        assert len(doubt) == bool(kata), (when, doubt)
        assert kata in "".join(doubt), (when, doubt)


def test_one_code_twice_and_an_exclusion_without_its_law_go_back_in_words(meja: Meja) -> None:
    head = (*KEPALA, "Kode")
    rows = [(n, f"Judul lain {n}", *UTUH, "ABC-DEF-GHJ") for n in (1, 2)]
    twice = came(meja, {"DIP": _sheet([head, ("", BILAH), *rows])})
    head = ("No", "Informasi", "Dasar Hukum Pengecualian", "Dibuka", "Ditutup", "Jangka Waktu")
    line = (1, "Identitas pelapor dugaan pelanggaran", "Peraturan biro", "Bocor", "Aman", "5 tahun")
    closed = came(meja, {"DIK": _sheet([head, line])})

    assert meja.counts(twice)["dikembalikan"] == 2
    assert "Kode ini juga dipakai" in told(meja, twice)
    assert meja.counts(closed)["dikembalikan"] == 1
    assert "Dasar hukum harus menyebut undang-undangnya" in told(meja, closed)
    assert closed.tertutup


TAHUN_BARU = datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)  # one second before it, in Jakarta


def test_a_list_sent_at_the_turn_of_the_year_is_taken_once_and_dated_by_the_office(
    tmp_path: Path,
) -> None:
    clock = Jam(TAHUN_BARU)
    with open_house(tmp_path, new_sqlite(tmp_path)) as plain:
        house: RealHouse = on_the_clock(plain, clock)
        rule(house)
        office = Meja(house, person(house, "unit", "unit", unit=UNIT), tmp_path)
        sekretaris = person(house, "sekretaris", "tim_sekretariat")
        new = ("Biro Humas", "Kepala Biro Humas", "Jakarta, 1 Januari 2027", "Cetak", "2 tahun")
        sheet = _sheet([KEPALA, ("", BILAH), (1, "Rencana kerja biro tahun 2027", *new)])
        one = came(office, {"DIP": sheet})
        clock.go(seconds=2)
        again = came(office, {"DIP": sheet})
        masuk.accept(house, office.unit, one.id, one.versi)
        work(house)
        (piece,) = office.pieces()

        done = verifikasi.verify(house, sekretaris, piece.id, piece.versi)

        assert (office.now(one).baru, office.counts(again)["baru"]) == (1, 1)
        assert done.keadaan == "terverifikasi"
