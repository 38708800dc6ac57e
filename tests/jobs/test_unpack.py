"""What an archive or a letter holds becomes files of its own, once, and whatever happens."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from jobs import unpack
from service.domain.kiriman import File, Kiriman
from service.domain.pekerjaan import JALUR
from service.domain.simpanan import DIPEGANG, Simpanan
from service.domain.teks import Teks
from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    TIDAK_DAPAT_DIPROSES,
    Temuan,
)
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive, open_house, rule, work
from tests.papers import letter


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for nama, held in members:
            packed.writestr(nama, held)
    return out.getvalue()


def a_letter(folder: Path, words: str) -> bytes:
    return letter(folder / "surat.docx", words).read_bytes()


def bring(house: RealHouse, folder: Path, nama: str, held: bytes) -> Kiriman:
    (folder / nama).write_bytes(held)
    return arrive(house, folder / nama)


def files(house: RealHouse) -> dict[str, File]:
    with house.ledger.read() as reading:
        return {one.nama: one for one in reading.find(File)}


def test_each_file_of_an_archive_becomes_a_file_of_the_kiriman(
    house: RealHouse, tmp_path: Path
) -> None:
    docx = a_letter(tmp_path, "Permohonan salinan anggaran jembatan")
    kiriman = bring(house, tmp_path, "arsip.zip", zipped(("a/surat.docx", docx), ("b.txt", b"ya")))

    assert "unpack" in work(house)

    found = files(house)
    whole = found.pop("arsip.zip")
    assert {name: one.dari for name, one in found.items()} == {
        "a/surat.docx": whole.id,
        "b.txt": whole.id,
    }
    assert {one.kiriman for one in found.values()} == {kiriman.id}
    assert found["a/surat.docx"].mime.endswith("wordprocessingml.document")
    with house.ledger.read() as reading:
        kept = reading.get(Simpanan, found["a/surat.docx"].sha256)
        words = [one.isi for one in reading.find(Teks, file=found["a/surat.docx"].id)]
    assert kept.keadaan == DIPEGANG
    assert "anggaran jembatan" in words[0]


def test_done_twice_it_takes_nothing_out_again(house: RealHouse, tmp_path: Path) -> None:
    bring(house, tmp_path, "arsip.zip", zipped(("surat.txt", b"Yth. Bapak Contoh")))
    work(house)
    before = files(house)

    unpack.run(house, before["arsip.zip"].id)

    assert files(house) == before


def test_killed_in_between_it_leaves_no_half(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(house, tmp_path, "arsip.zip", zipped(("satu.txt", b"satu"), ("dua.txt", b"dua")))
    take = house.reader.member

    def dies_at_the_second(path: Path, nama: str, n: int, out: Path) -> Path:
        if n == 1:
            raise KeyboardInterrupt
        return take(path, nama, n, out)

    monkeypatch.setattr(house.reader, "member", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        work(house)
    assert set(files(house)) == {"arsip.zip"}

    monkeypatch.undo()
    unpack.run(house, files(house)["arsip.zip"].id)
    assert set(files(house)) == {"arsip.zip", "satu.txt", "dua.txt"}


def test_attachments_of_one_name_stay_two_files(house: RealHouse, tmp_path: Path) -> None:
    surat = EmailMessage()
    surat["From"], surat["To"] = "Contoh <contoh@example.org>", "ppid@example.org"
    surat["Subject"] = "Dua lampiran"
    surat.set_content("Terlampir.")
    for words in (b"Lampiran pertama", b"Lampiran kedua"):
        surat.add_attachment(words, maintype="text", subtype="plain", filename="lampiran.txt")
    bring(house, tmp_path, "surat.eml", surat.as_bytes())

    work(house)

    with house.ledger.read() as reading:
        taken = [one for one in reading.find(File) if one.dari]
    assert [one.nama for one in taken] == ["lampiran.txt", "lampiran.txt"]
    assert len({one.sha256 for one in taken}) == 2


def test_an_archive_in_an_archive_is_opened_and_what_lies_deeper_is_left(
    house: RealHouse, tmp_path: Path
) -> None:
    surat = EmailMessage()
    surat["From"], surat["Subject"] = "contoh@example.org", "Berlapis"
    surat.set_content("Terlampir.")
    inner = zipped(("isi.txt", b"paling dalam"))
    surat.add_attachment(inner, maintype="application", subtype="zip", filename="dalam.zip")
    bring(house, tmp_path, "luar.zip", zipped(("surat.eml", surat.as_bytes()), ("x.txt", b"x")))

    work(house)

    found = files(house)
    assert set(found) == {"luar.zip", "surat.eml", "x.txt", "dalam.zip"}
    assert Temuan("isi_dibiarkan") in found["dalam.zip"].temuan
    assert found["dalam.zip"].akhir == DENGAN_CATATAN


def test_what_is_bad_in_an_archive_has_its_own_end(house: RealHouse, tmp_path: Path) -> None:
    held = zipped(("surat.pdf.html", b"<html><body>Halo</body></html>"), ("baik.txt", b"Yth."))
    bring(house, tmp_path, "arsip.zip", held)

    work(house)

    found = files(house)
    assert found["surat.pdf.html"].akhir == TIDAK_DAPAT_DIPROSES
    assert found["baik.txt"].akhir == "diterima"


def test_one_broken_member_holds_up_none_of_the_others(house: RealHouse, tmp_path: Path) -> None:
    held = zipped(("rusak.bin", bytes(range(256)) * 8), ("baik.txt", b"Yth. Bapak"))
    at = held.index(b"rusak.bin") + 40
    bring(house, tmp_path, "arsip.zip", held[:at] + b"\xff\xff\xff\xff" + held[at + 4 :])

    work(house)

    found = files(house)
    assert set(found) == {"arsip.zip", "baik.txt"}
    assert Temuan("anggota_rusak", "rusak.bin") in found["arsip.zip"].temuan


def test_a_bomb_is_not_unpacked(house: RealHouse, tmp_path: Path) -> None:
    bring(house, tmp_path, "bom.zip", zipped(("nol", b"\0" * 30_000_000)))

    assert "unpack" not in work(house)
    assert files(house)["bom.zip"].akhir == TIDAK_DAPAT_DIPROSES


def test_a_locked_archive_is_kept_as_it_is(house: RealHouse, tmp_path: Path) -> None:
    held = bytearray(zipped(("surat.txt", b"rahasia")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.index(mark) + at] |= 1
    bring(house, tmp_path, "terkunci.zip", bytes(held))

    work(house)

    (one,) = files(house).values()
    assert (one.akhir, one.temuan) == (DISIMPAN_SAJA, (Temuan("terkunci_sandi"),))


def test_more_than_a_kiriman_may_hold_stays_in_the_archive(
    house: RealHouse, tmp_path: Path
) -> None:
    many = house.batas.file + 5
    bring(house, tmp_path, "banyak.zip", zipped(*((f"{n}.txt", b"%d" % n) for n in range(many))))

    work(house)

    found = files(house)
    assert len(found) == house.batas.file
    assert Temuan("isi_dibiarkan", "6 file") in found["banyak.zip"].temuan
    assert house.owed.claim(JALUR[2], 1, set) == []
