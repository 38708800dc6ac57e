"""A list that comes again is compared with what is known, and doubles nothing."""

from __future__ import annotations

from time import process_time

from service.domain.daftar_unit.banding import BARU, Banding, Terdaftar, compared
from service.domain.daftar_unit.hasil import Hasil
from tests.domain.daftar_unit.contoh import BERKALA, KEPALA, line, read

BERKODE = [*KEPALA, "Kode"]


def known(hasil: Hasil) -> list[Terdaftar]:
    """The lines of a list, each with a code, as they stand in the house since."""
    return [
        Terdaftar(f"K-{n}", {**one.isi, "kode": ""}, one.kategori)
        for n, one in enumerate(hasil.diterima, 1)
    ]


def told(found: Banding) -> dict[str, list[str]]:
    return {
        "tambah": [one.at("judul") for one in found.tambah],
        "ubah": [f"{one.sebelum.kode}: {', '.join(one.beda)}" for one in found.ubah],
        "sama": [one.kode for one in found.sama],
        "hilang": [one.kode for one in found.hilang],
        "ragu": [one.baris.at("judul") for one in found.ragu],
        "asing": [one.at("kode") for one in found.asing],
    }


FIRST = read(
    [
        KEPALA,
        BERKALA,
        line("Profil kantor"),
        line("Laporan keuangan", "2"),
        line("Rencana kerja tahunan", "3"),
    ]
)


def test_the_same_list_twice_changes_nothing() -> None:
    assert told(compared(known(FIRST), FIRST)) == {
        "tambah": [],
        "ubah": [],
        "sama": ["K-1", "K-2", "K-3"],
        "hilang": [],
        "ragu": [],
        "asing": [],
    }


def test_by_its_code_a_line_is_known_whatever_it_says_now() -> None:
    rows = [
        [*line("Riwayat kantor dan pejabatnya"), " k 1"],
        [*line("Laporan keuangan", "2", bentuk="Elektronik"), "K-2"],
        [*line("Daftar aset", "4"), ""],
        [*line("Entah", "5"), "K-99"],
    ]

    found = compared(known(FIRST), read([BERKODE, BERKALA, *rows]))

    assert told(found) == {
        "tambah": ["Daftar aset"],
        "ubah": ["K-1: ringkasan", "K-2: bentuk"],
        "sama": [],
        "hilang": ["K-3"],
        "ragu": [],
        "asing": ["K-99"],
    }


def test_without_a_code_title_and_unit_tell_however_they_are_spelt() -> None:
    rows = [
        line("PROFIL  Kantor", penguasa="biro umum"),
        line("Laporan keuangan", "2", waktu_tempat="2025, Kota Contoh"),
        line("Rencana kerja tahunan", "3", penguasa="Biro Hukum"),
    ]

    found = compared(known(FIRST), read([KEPALA, BERKALA, *rows]))

    assert told(found)["ubah"] == ["K-1: ringkasan, penguasa", "K-2: waktu"]
    assert told(found)["tambah"] == ["Rencana kerja tahunan"]
    assert told(found)["hilang"] == ["K-3"]


def test_a_title_that_is_only_like_a_known_one_is_asked_about() -> None:
    rows = [line("Profil kantor"), line("Laporan keuangan", "2"), line("Rencana kerja tahunn", "3")]
    again = read([KEPALA, BERKALA, *rows])

    asked = compared(known(FIRST), again)
    same = compared(known(FIRST), again, {5: "K-3"})
    fresh = compared(known(FIRST), again, {5: BARU})

    assert [(x.kode, round(sure, 1)) for x, sure in asked.ragu[0].calon] == [("K-3", 1.0)]
    assert (told(asked)["tambah"], told(asked)["hilang"]) == ([], [])
    assert told(same)["ubah"] == ["K-3: ringkasan"]
    assert (told(fresh)["tambah"], told(fresh)["hilang"]) == (["Rencana kerja tahunn"], ["K-3"])


def test_the_report_of_another_year_is_no_doubt() -> None:
    first = read([KEPALA, BERKALA, line("Laporan kinerja tahun 2023")])
    again = read([KEPALA, BERKALA, line("Laporan kinerja tahun 2024")])

    found = told(compared(known(first), again))

    assert (found["tambah"], found["hilang"]) == (["Laporan kinerja tahun 2024"], ["K-1"])


def test_titles_that_stand_twice_are_told_apart_by_their_time() -> None:
    rows = [line("Laporan", waktu_tempat=f"{year}, Kota Contoh") for year in (2023, 2024)]
    more = [*rows, line("Laporan", waktu_tempat="2025, Kota Contoh")]

    found = compared(known(read([KEPALA, BERKALA, *rows])), read([KEPALA, BERKALA, *more]))

    assert (len(found.sama), len(found.tambah), found.ubah) == (2, 1, ())


def test_a_line_that_went_back_is_not_gone() -> None:
    rows = [line("Profil kantor"), line("Laporan keuangan", "2", bentuk="")]

    found = compared(known(FIRST), read([KEPALA, BERKALA, *rows]))

    assert told(found)["hilang"] == ["K-3"]


def test_of_what_came_back_mended_nothing_is_gone() -> None:
    rows = [[*line("Laporan keuangan", "2"), "4"]]

    found = compared(known(FIRST), read([[*KEPALA, "Baris asal"], BERKALA, *rows]))

    assert (told(found)["hilang"], told(found)["sama"]) == ([], ["K-2"])


def test_a_column_that_the_list_has_not_says_nothing_of_the_line() -> None:
    before = [
        Terdaftar(one.kode, {**one.isi, "tautan": "https://contoh.go.id"}, one.kategori)
        for one in known(FIRST)
    ]

    assert len(compared(before, FIRST).sama) == 3


def test_two_lists_of_many_lines_are_compared_in_seconds() -> None:
    rows = [line(f"Laporan kegiatan {word(n)} di wilayah {word(n * 7)}") for n in range(5_000)]
    first = read([KEPALA, BERKALA, *rows])
    rows[::10] = [[row[0], f"{row[1]}x", *row[2:]] for row in rows[::10]]
    again = read([KEPALA, BERKALA, *rows])

    begun = process_time()
    found = compared(known(first), again)

    assert process_time() - begun < 4
    assert len(found.sama) == 4_500
    assert len(found.ragu) + len(found.tambah) == 500


def word(n: int) -> str:
    return "".join(chr(97 + n // 26**k % 26) for k in range(4))
