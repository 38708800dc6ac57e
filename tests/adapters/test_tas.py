"""Bags are written so that others can prove them, and read whatever they are made of."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from service.adapters.tas import TasBagIt, batas
from service.adapters.tas.batas import TasMencurigakan, TasTidakTerbaca
from service.adapters.xlsx_tulis import XlsxTulis
from service.domain.refusals import TidakAda, Unavailable
from service.domain.tas import manifes
from service.domain.tas.periksa import examine
from service.ports.papers import Lembar
from service.ports.tas import Masuk

TAS = TasBagIt()
NAMA = "berkas-contoh"


def made(room: Path, out: str = "tas.zip") -> Path:
    """A bag with a letter, a decree and what is told of them."""
    said = {"surat": b"surat contoh", "sk": b"SK contoh \xff", "meta": b"{}"}
    for name, content in said.items():
        (room / name).write_bytes(content)
    sk = hashlib.sha256(said["sk"]).hexdigest()
    isi = [
        Masuk("data/naskah/001_SK é.pdf", room / "sk", sk),
        Masuk("data/kiriman/001_surat.pdf", room / "surat"),
        Masuk("metadata/metadata.json", room / "meta"),
    ]
    return TAS.write(room / out, NAMA, [("Source-Organization", "Dinas Contoh")], isi)


def unpacked(zipped: Path) -> Path:
    with zipfile.ZipFile(zipped) as packed:
        packed.extractall(zipped.parent / "luar")
    return zipped.parent / "luar" / NAMA


def said(path: Path) -> str:
    return " | ".join(examine(TAS.look(path)).salah)


def test_the_library_of_congress_finds_a_bag_of_ours_valid(tmp_path: Path) -> None:
    folder = unpacked(made(tmp_path))
    theirs = bagit.Bag(str(folder))
    assert theirs.validate(processes=1)
    assert sorted(theirs.algorithms) == ["sha256", "sha512"]
    assert theirs.info["Payload-Oxum"] == "23.2"


def test_a_bag_that_others_made_is_whole_for_us(tmp_path: Path) -> None:
    folder = tmp_path / "lain"
    folder.mkdir()
    (folder / "a b%.txt").write_text("isi")
    bagit.make_bag(str(folder), checksums=["sha256", "sha512"], processes=1)
    assert not said(folder)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = made(tmp_path, "a.zip"), made(tmp_path, "b.zip")
    assert first.read_bytes() == second.read_bytes()
    assert not said(first)


def test_a_folder_and_its_zip_are_found_alike(tmp_path: Path) -> None:
    zipped = made(tmp_path)
    assert TAS.look(zipped).file == TAS.look(unpacked(zipped)).file


def _lost(bag: Path) -> None:
    (bag / "data/kiriman/001_surat.pdf").unlink()


def _added(bag: Path) -> None:
    (bag / "data/baru").write_text("x")


def _changed(bag: Path) -> None:
    (bag / "data/kiriman/001_surat.pdf").write_text("surat c0ntoh")


def _retold(bag: Path) -> None:
    (bag / "metadata/metadata.json").write_text("[]")


def _linked(bag: Path) -> None:
    (bag / "data/tautan").symlink_to("/etc/passwd")


def _led(bag: Path) -> None:
    (bag / "data/folder").symlink_to("/etc")


def _piped(bag: Path) -> None:
    os.mkfifo(bag / "data/pipa")


def _binary(bag: Path) -> None:
    (bag / "bag-info.txt").write_bytes(b"\xff\xfe\x00")


def _fetching(bag: Path) -> None:
    (bag / "fetch.txt").write_text("https://contoh 1 data/x\n")


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_lost, "001_surat.pdf hilang"),
        (_added, "data/baru tidak disebut"),
        (_changed, "001_surat.pdf berubah"),
        (_retold, "metadata/metadata.json berubah"),
        (_linked, "data/tautan bukan file biasa"),
        (_led, "data/folder bukan file biasa"),
        (_piped, "data/pipa bukan file biasa"),
        (_binary, "bag-info.txt bukan teks UTF-8"),
        (_fetching, "Ada fetch.txt"),
    ],
)
def test_what_was_done_to_a_folder_is_named(
    tmp_path: Path, spoil: Callable[[Path], None], word: str
) -> None:
    folder = unpacked(made(tmp_path))
    spoil(folder)
    assert word in said(folder)


def _member(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    one = zipfile.ZipInfo(name)
    one.create_system, one.external_attr = 3, mode << 16
    return one


@pytest.mark.parametrize(
    ("member", "word"),
    [
        (_member(f"{NAMA}/../../x"), "luar tas"),
        (_member("/etc/x"), "mutlak"),
        (_member(f"{NAMA}/data/tautan", 0o120777), "bukan file biasa"),
        (_member(f"{NAMA}/data/kiriman/001_surat.pdf"), "dua kali"),
        (_member("lain/x"), "tepat satu folder"),
        (_member("x"), "tepat satu folder"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_was_slipped_into_a_zip_is_named(
    tmp_path: Path, member: zipfile.ZipInfo, word: str
) -> None:
    zipped = made(tmp_path)
    with zipfile.ZipFile(zipped, "a") as packed:
        packed.writestr(member, b"x")
    assert word in said(zipped)


def test_a_zip_that_was_cut_or_changed_is_no_bag_or_a_broken_one(tmp_path: Path) -> None:
    whole = made(tmp_path).read_bytes()
    cut = tmp_path / "potong.zip"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TasTidakTerbaca):
        TAS.look(cut)
    cut.write_bytes(whole.replace(b"surat contoh", b"surat c0ntoh", 1))
    assert "001_surat.pdf rusak" in said(cut)


@pytest.mark.parametrize("cara", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_was_torn_where_others_pressed_it_is_named(tmp_path: Path, cara: int) -> None:
    bag = tmp_path / "tas.zip"
    with zipfile.ZipFile(bag, "w", cara) as packed:
        packed.writestr("tas/bagit.txt", manifes.DEKLARASI)
        packed.writestr("tas/data/surat.txt", os.urandom(3_000).hex())
    torn = bytearray(bag.read_bytes())
    begins = torn.find(b"data/surat.txt") + len(b"data/surat.txt")
    torn[begins : begins + 40] = b"\xff" * 40
    bag.write_bytes(torn)

    assert "data/surat.txt rusak" in said(bag)


def test_a_zip_that_would_fill_the_disk_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = tmp_path / "bom.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{NAMA}/data/nol", bytes(4_000_000))
    monkeypatch.setattr(batas, "SELALU", 1_000_000)
    with pytest.raises(TasMencurigakan, match="mengembang"):
        TAS.look(bomb)
    monkeypatch.setattr(batas, "TERBANYAK", 0)
    with pytest.raises(TasMencurigakan, match="memuat 1 file"):
        TAS.look(bomb)


def test_a_file_that_is_no_longer_itself_goes_into_no_bag(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("lain")
    with pytest.raises(Unavailable, match="rusak"):
        TAS.write(tmp_path / "t.zip", NAMA, [], [Masuk("data/x", tmp_path / "x", "0" * 64)])


def test_one_file_is_taken_out_of_a_bag(tmp_path: Path) -> None:
    zipped = made(tmp_path)
    for bag in (zipped, unpacked(zipped)):
        out = TAS.take(bag, "data/kiriman/001_surat.pdf", tmp_path / "keluar")
        assert out.read_bytes() == b"surat contoh"
        with pytest.raises(TidakAda):
            TAS.take(bag, "data/../../x", tmp_path / "keluar")


def test_a_workbook_loses_its_moment_and_nothing_else(tmp_path: Path) -> None:
    one = Lembar("Arsip", "Daftar", ("No", "Nama"), [(1, "SK")])
    book = XlsxTulis().write(tmp_path / "a.xlsx", [one])
    with zipfile.ZipFile(book) as packed:
        core = packed.read("docProps/core.xml")
    later = tmp_path / "b.xlsx"
    with zipfile.ZipFile(book) as packed, zipfile.ZipFile(later, "w") as again:
        for part in packed.infolist():
            content = packed.read(part).replace(core, core.replace(b">20", b">21"))
            again.writestr(part.filename, content)
    first = TAS.steady(book, tmp_path / "1.xlsx").read_bytes()
    assert first == TAS.steady(later, tmp_path / "2.xlsx").read_bytes()
    assert b"SK" in first
