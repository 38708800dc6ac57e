"""The list of a ZIP tells of every question, and leads to every file."""

from __future__ import annotations

from html.parser import HTMLParser

from service.domain.monev.isi import KEPALA, Termuat, as_html, file_name, folder, rows
from service.domain.monev.kuesioner import Kategori, Kuesioner, Pertanyaan

SATU = Pertanyaan("1.1", "a", "Apakah DIP diumumkan?")
DUA = Pertanyaan("1.2", "a", "Bagaimana <b>lain</b>?")
SEMUA = Kuesioner(
    2026, "Monev", kategori={"a": Kategori("a", "Jenis", 100)}, pertanyaan=(SATU, DUA)
)


def test_a_question_without_evidence_stands_in_the_list_and_says_so() -> None:
    told = rows(SEMUA, [Termuat("1.1", "DIP", "Milik Berkas", "1.1-x/01-dip.pdf", 9, "ab")])

    assert [(row[0], row[3], row[-1]) for row in told] == [
        ("1.1", "DIP", ""),
        ("1.2", "", "Belum ada bukti"),
    ]


def test_folders_and_files_have_names_that_every_machine_takes() -> None:
    assert folder(SATU) == "1.1-apakah-dip-diumumkan"
    assert folder(Pertanyaan("2", "a", "?")) == "2"
    long = Pertanyaan("3", "a", "Apakah tersedia SOP pengelolaan dan pelayanan informasi publik?")
    assert folder(long) == "3-apakah-tersedia-sop-pengelolaan-dan-pelayanan"
    assert file_name(3, "Laporan Café / 2026?") == "03-laporan-cafe-2026.pdf"
    assert file_name(1, "../..") == "01-bukti.pdf"
    assert file_name(1, "Laporan", 2, 3) == "01-laporan-bagian-2-dari-3.pdf"


def test_the_page_of_the_list_takes_words_as_words_and_links_each_file() -> None:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    lines = rows(SEMUA, [Termuat("1.1", "DIP", "x", "1.1-x/01-dip.pdf", 9, "ab")])
    Reader().feed(as_html("Bukti <monev>", ["Kata"], lines))

    assert [a["href"] for tag, a in found if tag == "a"] == ["1.1-x/01-dip.pdf"]
    assert not [tag for tag, _ in found if tag in ("b", "monev")]
    assert [a["scope"] for tag, a in found if tag == "th"] == ["col"] * len(KEPALA) + ["row"] * 2
    assert [tag for tag, _ in found if tag == "caption"]
