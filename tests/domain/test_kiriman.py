from __future__ import annotations

from service.domain.kiriman import shown


def test_a_name_is_kept_and_what_hides_in_it_is_spelt_out() -> None:
    assert shown("Surat 文档 (1).docx") == "Surat 文档 (1).docx"
    assert shown("surat\u202excod.exe") == "surat\\u202excod.exe"
    assert shown("a\nb.docx") == "a\\nb.docx"
    assert shown("su\udcffrat.pdf") == "su\\xffrat.pdf"
