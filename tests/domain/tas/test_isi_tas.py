"""What goes into a bag, in which part, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from service.domain.catatan import AWAL, Catatan, Kepala, Ubahan, chain
from service.domain.tas import jurnal, temuan
from service.domain.tas.isi import DOSSIER, ELEKTRONIK, KIRIMAN, NASKAH, Muatan, laid, split
from service.domain.tas.periksa import Tampak, Terlihat
from service.domain.tas.unsur import UNSUR, WAJIB, Perihal, metadata

PAGI = datetime(2026, 11, 23, 2, tzinfo=UTC)
DOS = Muatan(DOSSIER, "dossier.pdf", "d" * 64, 10, tertutup=False)
SK = Muatan(NASKAH, "SK.pdf", "a" * 64, 20, tertutup=False, tanda=ELEKTRONIK, dikirim=(5, "e" * 64))
SURAT = Muatan(KIRIMAN, "surat.pdf", "b" * 64, 30, tertutup=True, sumber="kiriman1")
PERIHAL = Perihal("12/PPID", "Contoh", "Dinas Contoh", "Bidang Satu", "SOP", "1 Juni", "2 Juni")


def test_an_open_matter_keeps_its_dossier_in_the_open_part() -> None:
    parts = split([DOS, SK], rahasia=False)
    assert parts.terbuka == (DOS, SK)
    assert not parts.tertutup


def test_what_is_withheld_and_the_dossier_that_binds_it_lie_in_the_closed_part() -> None:
    parts = split([DOS, SK, SURAT], rahasia=False)
    assert parts.terbuka == (SK,)
    assert parts.tertutup == (DOS, SURAT)
    assert parts.sumber == {"kiriman1"}


def test_the_same_bytes_are_never_open_under_another_name() -> None:
    twin = replace(SURAT, nama="salinan.pdf", tertutup=False, sumber="kiriman2")
    assert split([SURAT, twin], rahasia=False).terbuka == ()


def test_of_a_withheld_matter_nothing_is_open() -> None:
    assert split([DOS, SK], rahasia=True).terbuka == ()


def test_parts_that_hold_other_files_have_another_recipe() -> None:
    one = split([DOS, SK], rahasia=False)
    assert one.resep() == split([DOS, SK], rahasia=False).resep()
    assert one.resep() != split([DOS, replace(SK, tertutup=True)], rahasia=False).resep()


def test_two_files_of_one_name_have_two_places() -> None:
    places = [one.tempat for one in laid([SURAT, replace(SURAT, sha256="c" * 64)])]
    assert places == ["data/kiriman/001_surat.pdf", "data/kiriman/002_surat.pdf"]


def test_every_element_of_anri_is_told_of_the_matter_and_of_each_file() -> None:
    told = metadata(PERIHAL, laid([DOS, SK]), "terbuka", 1)
    assert set(WAJIB) <= set(told["berkas"])
    assert all(set(UNSUR) <= set(one) for one in told["arsip"])
    assert told["berkas"]["jumlah"] == "2 file"
    assert told["arsip"][1]["keterangan"] == "Bertanda tangan elektronik."
    assert told["file_di_bagian_lain"] == 1


def test_how_secret_a_paper_is_and_whether_it_is_open_are_two_things() -> None:
    told = metadata(PERIHAL, laid([replace(SURAT, sifat="biasa")]), "tertutup", 0)
    one = told["arsip"][0]
    assert (one["klasifikasi_akses"], one["klasifikasi_keamanan"]) == ("tertutup", "biasa")


def bag(told: dict[str, object]) -> Tampak:
    some = {x.tempat: Terlihat(1, {"sha256": x.muatan.sha256}) for x in laid([DOS, SK])}
    return Tampak("tas", some, {})


def test_what_is_told_of_a_bag_is_held_against_what_lies_in_it() -> None:
    told = metadata(PERIHAL, laid([DOS, SK]), "terbuka", 0)
    assert not [*temuan.faults(told, bag(told))]
    assert [one.dikirim for one in temuan.signed(told)] == [(5, "e" * 64)]
    first, second = told["arsip"]
    for spoilt, word in (
        ([first], "tidak dijelaskan metadata"),
        ([first, second, {**second, "file": "data/lain"}], "data/lain hilang"),
        ([{**first, "sha256": "0" * 64}, second], "bukan file yang dijelaskan"),
        ([{k: v for k, v in first.items() if k != "media"}, second], "tidak memuat Media"),
        ("bukan daftar", "tidak dijelaskan metadata"),
    ):
        assert word in " ".join(temuan.faults({**told, "arsip": spoilt}, bag(told)))


def test_metadata_of_others_is_not_taken_for_ours() -> None:
    assert not temuan.is_ours(temuan.read(b'{"bentuk": "lain"}'))
    assert temuan.read(b"[]") is None
    assert temuan.read(b"\xff") is None
    assert temuan.read(b"[" * 100_000) is None


def lines() -> list[Catatan]:
    found, kepala = list[Catatan](), Kepala("dinas", 0, AWAL)
    for n, about in enumerate(("berkas1", "lain", "kiriman1", "berkas1")):
        change = (Ubahan("berkas", about, n, "", "x"),)
        one = Catatan("dinas", "orang", "langkah", PAGI, about, {"ke": str(n)}, change)
        found.append(chain(one, kepala))
        kepala = Kepala("dinas", found[-1].urut, found[-1].rantai)
    return found


def head(some: list[Catatan]) -> Kepala:
    return Kepala("dinas", some[-1].urut, some[-1].rantai)


def test_the_journal_of_a_matter_proves_itself_line_by_line() -> None:
    some = lines()
    told = jurnal.extract(head(some), [some[0], some[3]])
    assert [one["urut"] for one in told["catatan"]] == [1, 4]
    assert not [*jurnal.faults(told)]
    assert jurnal.line(told["catatan"][1]) == some[3]


def test_a_line_written_after_the_bag_was_asked_for_is_not_in_it() -> None:
    some = lines()
    early = Kepala("dinas", 2, some[1].rantai)
    assert [one["urut"] for one in jurnal.extract(early, some)["catatan"]] == [1, 2]


def test_what_was_done_to_an_extract_is_named() -> None:
    some = lines()
    spoils: list[tuple[Callable[[dict[str, Any]], object], str]] = [
        (lambda t: t["catatan"][0].update(siapa="lain"), "nomor 1 berubah"),
        (lambda t: t["catatan"].reverse(), "tidak menurut urutannya"),
        (lambda t: t["kepala"].update(urut=2), "tidak cocok dengan kepala"),
        (lambda t: t["kepala"].update(rantai="0" * 64), "tidak cocok dengan kepala"),
        (lambda t: t.update(instansi="lain"), "milik instansi lain"),
        (lambda t: t["catatan"][0].pop("waktu"), "tidak terbaca"),
        (lambda t: t.update(catatan=None), "tidak terbaca"),
    ]
    for spoil, word in spoils:
        told = jurnal.extract(head(some), some)
        spoil(told)
        assert word in " ".join(jurnal.faults(told))
    forged = [some[0], replace(some[1], sebelumnya=AWAL)]
    forged[1] = chain(forged[1], Kepala("dinas", 1, "1" * 64))
    assert "tidak menyambung" in " ".join(jurnal.faults(jurnal.extract(head(some), forged)))
    assert [*jurnal.faults({})] == ["Kutipan jurnal tidak terbaca."]


def test_lines_about_withheld_things_stay_with_them() -> None:
    some = lines()
    assert [one.urut for one in jurnal.about(some, {"kiriman1"})] == [1, 2, 4]
    told = replace(some[1], rincian={"file": "kiriman1"})
    assert jurnal.about([told], {"kiriman1"}) == []
