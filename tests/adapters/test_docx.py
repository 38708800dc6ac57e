from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from service.adapters.docx import Docx, IsianTidakSah, TemplateSalah
from tests.papers import SK, contoh, letter


def words(docx: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(docx)).paragraphs)


def filled(folder: Path, *lines: str, **isian: object) -> str:
    template = letter(folder / "templat.docx", *lines)
    return words(Docx().fill(template, isian, folder / "naskah.docx"))


def test_what_an_officer_types_is_printed_letter_for_letter(tmp_path: Path) -> None:
    typed = "PT Contoh & Rekan <kantor> \"A\" < B {{ 7*7 }} {% raw %} 'é' 文"

    assert filled(tmp_path, "Yth. {{ nama }}", nama=typed) == f"Yth. {typed}"


def test_a_value_cannot_add_a_paragraph_to_a_letter(tmp_path: Path) -> None:
    typed = "</w:t></w:r></w:p><w:p><w:r><w:t>dengan ini disetujui"

    assert filled(tmp_path, "{{ nama }}", nama=typed) == typed


def test_a_ruas_that_nobody_filled_stops_the_paper_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateSalah, match="meminta ruas alamat yang tidak diisi"):
        filled(tmp_path, "Yth. {{ nama }} di {{ alamat }}", nama="Contoh")


def test_a_part_of_a_value_that_is_missing_is_named_too(tmp_path: Path) -> None:
    with pytest.raises(TemplateSalah, match="ruas pangkat"):
        filled(tmp_path, "{{ pejabat.pangkat }}", pejabat={"nama": "Contoh"})


@pytest.mark.parametrize(
    "command",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ nama.__class__.__base__.__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    ],
)
def test_a_template_cannot_run_a_program(tmp_path: Path, command: str) -> None:
    with pytest.raises(TemplateSalah):
        filled(tmp_path, command, nama="Contoh")


@pytest.mark.parametrize(
    "broken", ["{{ nama", "{% if nama %}ya", "{{ nama| }}", "{% include 'x' %}"]
)
def test_a_broken_template_is_refused_with_its_name(tmp_path: Path, broken: str) -> None:
    with pytest.raises(TemplateSalah, match=r"templat\.docx"):
        filled(tmp_path, broken, nama="Contoh")


def test_a_file_that_is_no_word_file_is_refused_as_template(tmp_path: Path) -> None:
    (tmp_path / "templat.docx").write_bytes(b"bukan dokumen")

    with pytest.raises(TemplateSalah, match="Simpan ulang dari Word"):
        Docx().fill(tmp_path / "templat.docx", {}, tmp_path / "naskah.docx")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x0c", "\ufffe"])
def test_a_sign_that_no_paper_prints_is_refused_by_the_name_of_its_ruas(
    tmp_path: Path, sign: str
) -> None:
    with pytest.raises(IsianTidakSah, match=r"pejabat\.nama"):
        filled(tmp_path, "{{ pejabat.nama }}", pejabat={"nama": f"Con{sign}toh"})


def test_the_sk_counts_its_reasons_and_rulings_by_itself(tmp_path: Path) -> None:
    isian = contoh() | {
        "menimbang": ["bahwa satu", "bahwa dua", "bahwa tiga"],
        "diktum_tambahan": ["Membentuk tim."],
        "memperhatikan": [],
    }

    text = words(Docx().fill(SK, isian, tmp_path / "sk.docx"))

    assert "\t\td.\tbahwa berdasarkan pertimbangan" in text
    assert "dalam huruf a, huruf b, dan huruf c, perlu" in text
    assert "KEEMPAT\t:\tMembentuk tim." in text
    assert "KELIMA\t:\tKeputusan ini mulai berlaku" in text
    assert "Memperhatikan" not in text


def test_the_lampiran_is_exactly_the_rows_of_the_list(tmp_path: Path) -> None:
    isian = contoh()

    (table,) = Document(str(Docx().fill(SK, isian, tmp_path / "sk.docx"))).tables

    rows = [[cell.text for cell in row.cells] for row in table.rows][2:]
    wanted = []
    for golongan in isian["daftar"]:
        wanted.append([golongan["kategori"]] * 7)
        wanted += [[str(value) for value in baris.values()] for baris in golongan["baris"]]
    assert rows == wanted
