"""What is told of two versions of a template: the words that came and went, and what is asked."""

from __future__ import annotations

from time import process_time

import pytest

from service.domain.klinik.templat import ISI, KEPALA, Alinea
from service.domain.paper import checked
from service.domain.pasangan_beda import declared, paragraphs, words
from service.domain.pasangan_tulis import DaftarRuasTakTerbaca, says_rupa, text_of, with_rupa

SURAT = """
nama = "Surat contoh"
penandatangan = ["atasan_ppid"]
[[ruas]]
nama = "tentang"
label = "Tentang"
jenis = "teks"
contoh = "Contoh"
[[ruas]]
nama = "catatan"
label = "Catatan"
jenis = "teks"
contoh = "Contoh"
"""


def body(*texts: str) -> list[Alinea]:
    return [Alinea(ISI, n, text) for n, text in enumerate(texts, 1)]


def test_only_the_words_that_changed_are_marked_and_a_tag_is_one_word() -> None:
    found = words("Yth. {{ kepada.nama }} di Jakarta", "Yth. {{ kepada.jabatan }} di Jakarta")

    assert [(one.tanda, one.teks) for one in found] == [
        ("", "Yth. "),
        ("-", "{{ kepada.nama }}"),
        ("+", "{{ kepada.jabatan }}"),
        ("", " di Jakarta"),
    ]


def test_paragraphs_that_came_went_or_were_mended_are_told_with_their_place() -> None:
    before = body("Menimbang hal ini dan itu", "Kalimat lama sekali", "", "Penutup")
    after = [
        *body("Menimbang hal ini dan lainnya", "Penutup", "Tembusan baru"),
        Alinea(KEPALA, 1, "Kop contoh", 1, 2, 3),
    ]

    found = paragraphs(before, after)

    assert [(one.tempat, one.sebelum, one.sesudah) for one in found] == [
        ("Isi naskah, alinea 1", before[0].teks, after[0].teks),
        ("Isi naskah, alinea 2", "Kalimat lama sekali", ""),
        ("Isi naskah, alinea 3", "", "Tembusan baru"),
        ("Kepala halaman, tabel 1 baris 2 kolom 3", "", "Kop contoh"),
    ]
    assert paragraphs(before, before) == []


def test_every_paragraph_of_either_version_can_be_read_back() -> None:
    before = body(*(f"Alinea nomor {n} contoh" for n in range(40)))
    after = body(*(f"Alinea nomor {n} contoh" for n in range(0, 80, 2)))

    found = paragraphs(before, after)

    gone = {one.sebelum for one in found} | {x.teks for x in before if x in after}
    same = {x.teks for x in before} & {x.teks for x in after}
    assert {x.teks for x in before} <= gone | same
    assert {x.teks for x in after} <= {one.sesudah for one in found} | same


def test_a_long_paragraph_is_shown_whole_and_many_take_no_time() -> None:
    long = [" ".join(["satu", one] * 400) for one in ("dua", "tiga")]
    many = [body(*(f"{n} " + "a b " * 40 + one * (n % 9) for n in range(900))) for one in "cd"]
    same = [body(*["a", "b"] * 700, one) for one in "cd"]

    began = process_time()
    assert [one.tanda for one in words(*long)] == ["-", "+"]
    assert words("lama " * 299, "baru " * 299)
    found = paragraphs(*many)
    assert {one.sesudah for one in found if one.sesudah} <= {one.teks for one in many[1]}
    assert paragraphs(*same)
    assert process_time() - began < 10


def test_ruas_that_came_went_and_changed_are_told() -> None:
    before = checked("surat", SURAT, "surat.toml")
    later = SURAT.replace('nama = "catatan"', 'nama = "uraian"').replace("Surat contoh", "Surat")
    after = checked("surat", later.replace('label = "Tentang"', 'label = "Hal"'), "surat.toml")

    told = [(one.nama, one.sebelum, one.sesudah) for one in declared(before, after)]

    assert told == [
        ("Nama", "Surat contoh", "Surat"),
        ("Ruas catatan dikeluarkan", "Catatan", ""),
        ("Ruas tentang · label", "Tentang", "Hal"),
        ("Ruas uraian ditambah", "", "Catatan (teks)"),
    ]


@pytest.mark.parametrize("head", ["", "# Contoh\n# dua baris\n", "\n\n", '# rupa = "x"\n'])
def test_whose_looks_a_paper_has_is_written_without_touching_the_rest(head: str) -> None:
    text = head + SURAT.lstrip()

    once = with_rupa(text, "instansi")

    assert not says_rupa(text)
    assert says_rupa(once)
    assert checked("surat", once, "").rupa == "instansi"
    assert checked("surat", with_rupa(once, "sendiri"), "").rupa == "sendiri"
    assert with_rupa(once, "instansi") == once
    assert once.replace('rupa = "instansi"\n', "", 1) == text


def test_a_list_of_ruas_is_read_as_windows_keeps_it_and_no_other_bytes_are() -> None:
    assert text_of(b"\xef\xbb\xbfnama = 1\r\n") == "nama = 1\n"
    for odd in (b"\xff\xfen\0a\0", b"a\0b", b"x" * 300_001):
        with pytest.raises(DaftarRuasTakTerbaca, match="Tidak ada yang disimpan"):
            text_of(odd)
