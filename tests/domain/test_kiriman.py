from __future__ import annotations

from service.domain.kenali import WORD, look
from service.domain.kiriman import DIKENALI, KARANTINA, MENUNGGU_PETUGAS, File, shown


def file(mime: str, nama: str = "surat.docx") -> File:
    return File("f", "k", nama, "0" * 64, 10, mime)


def test_a_word_file_needs_nobody() -> None:
    assert look([file(WORD)]).keadaan == DIKENALI


def test_a_program_is_kept_apart_whatever_came_with_it() -> None:
    verdict = look([file(WORD), file("application/x-dosexec", "surat.pdf")])

    assert verdict.keadaan == KARANTINA
    assert "surat.pdf adalah program" in verdict.alasan


def test_an_empty_file_is_kept_apart_with_what_to_do() -> None:
    verdict = look([file("application/x-empty")])

    assert verdict.keadaan == KARANTINA
    assert "mengirim ulang" in verdict.alasan


def test_what_nobody_knows_waits_for_a_person() -> None:
    verdict = look([file("application/octet-stream")])

    assert verdict.keadaan == MENUNGGU_PETUGAS
    assert "application/octet-stream" in verdict.alasan


def test_a_name_is_kept_and_what_hides_in_it_is_spelt_out() -> None:
    assert shown("Surat 文档 (1).docx") == "Surat 文档 (1).docx"
    assert shown("surat\u202excod.exe") == "surat\\u202excod.exe"
    assert shown("a\nb.docx") == "a\\nb.docx"
    assert shown("su\udcffrat.pdf") == "su\\xffrat.pdf"
