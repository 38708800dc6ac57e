"""What anybody may know of a paper: that it is, and where it stands; nothing before it left."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain import kabar_naskah as k
from service.domain import naskah as n
from service.domain.instansi import Instansi
from service.domain.naskah import Naskah
from service.domain.ruas import PEJABAT, Pasangan, Ruas
from service.domain.tempat_ttd import DITANDATANGANI, ELEKTRONIK, TempatTtd

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


DINAS = Instansi("dinas_contoh", "Dinas Contoh", zona="WIT")
SATU = Naskah("n", "b", "dinas_contoh", "surat", n.DIKIRIM, NOW, nomor="7/B/2026", ajuan=1)
SATU = replace(SATU, pdf="aa" * 32, token="t", tanggal=date(2026, 11, 20))


def place(ajuan: int = 1, urut: int = 1, **more: object) -> TempatTtd:
    return replace(TempatTtd(f"{ajuan}{urut}", "n", ajuan, urut, "ppid", ELEKTRONIK), **more)  # type: ignore[arg-type]


def of(one: Naskah, *places: TempatTtd) -> k.KabarNaskah | None:
    return k.of(one, places, "Surat Contoh", DINAS, "")


def told(one: Naskah, *places: TempatTtd) -> k.KabarNaskah:
    found = of(one, *places)
    assert found
    return found


def test_it_names_only_what_stands_on_the_print_and_the_marks_of_its_bytes() -> None:
    assert {x.name for x in fields(k.KabarNaskah)} == {
        *("nama_instansi", "zona", "jenis", "nomor", "tanggal", "keadaan", "ajuan"),
        *("cetak", "file", "ditandatangani", "penanda"),
    }
    assert {x.name for x in fields(k.Penanda)} == {"jabatan", "nama", "cara", "pada"}


def test_who_signed_is_told_as_the_paper_prints_them_and_only_once_all_have() -> None:
    kind = Pasangan("surat", "Surat", "", "", ("ppid",), (Ruas("penandatangan", "P", PEJABAT),))
    head = {"sebagai": "Plh. ", "jabatan": "Kepala Biro", "nama": "Contoh, S.H.", "nip": "1970"}
    paper = replace(SATU, isian={"penandatangan": head}, keadaan=n.DITANDATANGANI)
    done = place(keadaan=DITANDATANGANI, pada=NOW, oleh="orang rahasia", sesudah="cc" * 32)

    found = k.of(paper, [done, place(2)], "Surat", DINAS, "", kind)
    assert found
    assert found.penanda == (
        k.Penanda("Plh. Kepala Biro", "Contoh, S.H.", "Elektronik di halaman Berkas", NOW),
    )
    assert k.read(k.write(found)) == found
    assert b"1970" not in k.write(found)
    assert b"orang rahasia" not in k.write(found)
    unprinted = k.of(replace(paper, isian={}), [done], "Surat", DINAS, "", kind)
    assert unprinted
    assert [(x.jabatan, x.nama) for x in unprinted.penanda] == [("PPID", "")]
    waiting = k.of(replace(paper, keadaan=n.DIKIRIM), [done, place(1, 2)], "Surat", DINAS, "", kind)
    assert waiting
    assert waiting.penanda == ()


@pytest.mark.parametrize(
    ("keadaan", "words"),
    [
        (n.DIKIRIM, "Menunggu tanda tangan"),
        (n.DITANDATANGANI, "Ditandatangani"),
        (n.DIARSIPKAN, "Ditandatangani"),
        (n.DIKEMBALIKAN, "Ditarik untuk diperbaiki"),
        (n.BATAL, "Dibatalkan"),
    ],
)
def test_where_it_stands_is_told_in_words(keadaan: str, words: str) -> None:
    assert told(replace(SATU, keadaan=keadaan), place()).kata == words


def test_nothing_is_known_before_a_print_could_be_in_anybodys_hands() -> None:
    for keadaan in (n.KONSEP, n.DIAJUKAN, n.DIKEMBALIKAN, n.BATAL):
        assert of(replace(SATU, keadaan=keadaan, nomor="")) is None


def test_only_what_is_signed_shows_the_mark_of_the_signed_file_and_its_moment() -> None:
    first = place(keadaan=DITANDATANGANI, pada=NOW)
    last = place(urut=2, keadaan=DITANDATANGANI, pada=NOW + timedelta(hours=1))
    signed = replace(SATU, keadaan=n.DITANDATANGANI, bertanda_tangan="bb" * 32)
    one = told(signed, first, last)
    assert (one.file, one.cetak) == ("bb" * 32, "aa" * 32)
    assert one.ditandatangani == NOW + timedelta(hours=1)
    assert one.zona == "WIT"
    waits = told(SATU, first)
    assert (waits.file, waits.ditandatangani) == ("", None)


def test_what_is_put_forward_anew_is_known_by_the_time_whose_prints_are_about() -> None:
    again = replace(SATU, keadaan=n.DIAJUKAN, ajuan=2)
    one = told(again, place(1))
    assert (one.keadaan, one.ajuan, one.cetak) == (k.DITARIK, 1, "")
    assert told(replace(again, keadaan=n.DIKIRIM), place(1), place(2)).ajuan == 2


def test_what_is_written_is_read_and_anything_else_is_nothing() -> None:
    one = told(SATU, place())
    assert k.read(k.write(one)) == one
    for odd in (b"", b"{}", b"[]", b"1", k.write(one)[:-9], k.write(replace(one, zona="X"))):
        assert k.read(odd) is None
    assert k.read(k.write(replace(one, keadaan="lain"))) is None


def test_a_pointer_leads_to_a_code_and_to_nothing_outside() -> None:
    code = "0a" * 20
    assert k.pointed(k.pointer(code)) == code
    for odd in (b"", b"[]", b'{"bentuk": 1}', k.pointer("../../kunci"), k.pointer("")):
        assert k.pointed(odd) == ""
