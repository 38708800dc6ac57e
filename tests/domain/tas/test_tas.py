"""A bag says what it carries, and shows what was lost, changed or slipped in."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace

import pytest

from service.domain.tas import manifes as m
from service.domain.tas.nama import TERPANJANG, placed, safe, wrong
from service.domain.tas.periksa import Tampak, Terlihat, examine

SURAT, SK = b"surat permohonan contoh", b"SK contoh"


def seen(content: bytes) -> Terlihat:
    return Terlihat(
        len(content),
        {algo: hashlib.new(algo, content).hexdigest() for algo in m.ALGORITMA},
    )


def bag(**data: bytes) -> Tampak:
    """A whole bag with these files."""
    file = {f"data/{nama}": seen(isi) for nama, isi in (data or {"surat": SURAT}).items()}
    teks = {
        f"manifest-{algo}.txt": m.manifest({path: one.sidik[algo] for path, one in file.items()})
        for algo in m.ALGORITMA
    }
    bare = Tampak("tas", file, teks)
    teks |= {m.BAGIT: m.DEKLARASI, m.INFO: m.info([(m.OXUM, str(bare.oxum))])}
    return replace(bare, teks=teks)


def faults(tas: Tampak) -> str:
    return " | ".join(examine(tas).salah)


def test_a_bag_as_it_was_made_is_whole() -> None:
    assert examine(bag(surat=SURAT, sk=SK)).utuh


def test_a_changed_file_is_named() -> None:
    one = bag()
    spoilt = replace(one, file={"data/surat": replace(seen(b"x" * len(SURAT)))})
    assert "data/surat berubah" in faults(spoilt)


def test_a_lost_file_is_named_and_the_sum_does_not_hold() -> None:
    told = faults(replace(bag(surat=SURAT, sk=SK), file={"data/surat": seen(SURAT)}))
    assert "data/sk hilang" in told
    assert "Payload-Oxum menyebut 32 bita dalam 2 file; yang ada 23 bita dalam 1 file." in told


def test_a_file_slipped_in_is_named() -> None:
    one = bag()
    told = faults(replace(one, file={**one.file, "data/selundupan": seen(b"x")}))
    assert "data/selundupan tidak disebut manifest-sha256.txt" in told


def test_a_wrong_sum_is_told_and_one_that_is_none_too() -> None:
    one = bag()
    for oxum, kata in (("24.1", "menyebut 24 bita"), ("banyak", "tidak terbaca: banyak")):
        assert kata in faults(replace(one, teks={**one.teks, m.INFO: f"Payload-Oxum: {oxum}\n"}))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("data/../../etc/passwd", "luar tas"),
        ("/etc/passwd", "mutlak"),
        ("C:/Windows/x", "mutlak"),
        ("~/x", "mutlak"),
        ("data/a\\..\\b", "terbalik"),
        ("data//x", "luar tas"),
        ("data/x\x00y", "tidak terlihat"),
        ("", "kosong"),
    ],
)
def test_a_name_that_leads_out_of_the_bag_is_refused(path: str, why: str) -> None:
    assert why in wrong(path)
    one = bag()
    line = f"{'0' * 64}  {path}\n"
    if path.strip():
        spoilt = {**one.teks, "manifest-sha256.txt": one.teks["manifest-sha256.txt"] + line}
        assert why in faults(replace(one, teks=spoilt))


def test_letters_put_together_in_two_ways_are_one_name() -> None:
    one = bag(café=SURAT)
    apart = {unicodedata.normalize("NFD", path): seen for path, seen in one.file.items()}
    assert list(apart) != list(one.file)
    assert examine(replace(one, file=apart)).utuh
    both = replace(one, file={**one.file, **apart})
    assert "dua file yang namanya sama" in faults(both)


def test_what_has_no_declaration_or_no_manifest_proves_nothing() -> None:
    one = bag()
    bare = {nama: text for nama, text in one.teks.items() if nama != m.BAGIT}
    assert "bukan tas BagIt" in faults(replace(one, teks=bare))
    assert "isinya tidak terbukti" in faults(replace(one, teks={m.BAGIT: m.DEKLARASI}))
    old = {**one.teks, m.BAGIT: "BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-16\n"}
    assert "versi BagIt 9.9" in faults(replace(one, teks=old))
    assert "tidak menyebut UTF-8" in faults(replace(one, teks=old))


def test_lines_that_cannot_be_read_or_say_a_file_twice_are_told() -> None:
    one = bag()
    text = one.teks["manifest-sha256.txt"]
    spoilt = {**one.teks, "manifest-sha256.txt": f"{text}bukan baris\n{text}"}
    told = faults(replace(one, teks=spoilt))
    assert "manifest-sha256.txt baris 2 tidak terbaca." in told
    assert "menyebut data/surat dua kali" in told


def test_a_written_part_that_was_changed_is_named() -> None:
    one = bag()
    tags = {"bag-info.txt": hashlib.sha256(b"lain").hexdigest()}
    spoilt = replace(
        one,
        file={**one.file, "bag-info.txt": seen(b"ini")},
        teks={**one.teks, "tagmanifest-sha256.txt": m.manifest(tags)},
    )
    assert "bag-info.txt berubah" in faults(spoilt)


def test_names_that_some_disk_cannot_keep_are_written_so_that_it_can() -> None:
    assert safe("a/b\\c:d*.pdf") == "a_b_c_d_.pdf"
    assert safe("100% benar.pdf") == "100_ benar.pdf"
    assert safe("...") == "file"
    assert safe(unicodedata.normalize("NFD", "é.pdf")) == "é.pdf"
    long = safe("é" * 300 + ".pdf")
    assert long.endswith(".pdf")
    assert len(long.encode()) <= TERPANJANG
    assert len(safe("x" * 300).encode()) <= TERPANJANG
    assert placed("naskah", 2, "SK.pdf") == "data/naskah/002_SK.pdf"
    assert not wrong(placed("naskah", 2, "../../x"))


def test_a_name_with_a_new_line_goes_through_a_manifest_unharmed() -> None:
    path = "data/a\nb%c"
    found, wrong_ = m.read_manifest("manifest-sha256.txt", m.manifest({path: "0" * 64}))
    assert list(found) == [path]
    assert not wrong_
