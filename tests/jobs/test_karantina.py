"""The folder karantina of a unit says what the ledger says, and holds nothing else of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import karantina
from service.acts.kiriman.karantina import set_aside, tidy
from service.domain.catatan import MESIN, Catatan
from service.domain.karantina import Perkara, kiriman_of, plain
from service.domain.kiriman import DIDAFTAR, KARANTINA, MENUNGGU_PETUGAS, WEB, File, Kiriman
from service.domain.refusals import Unavailable
from service.domain.temuan import DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES, Temuan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, open_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        (whole.inbox / INSTANSI / UNIT).mkdir(parents=True)
        yield whole


def held(
    house: RealHouse,
    folder: Path,
    nama: str = "surat.pdf",
    kode: str = "kosong",
    pintu: str = "folder",
) -> Kiriman:
    """A kiriman of one file with one finding, in karantina."""
    path = folder / f"asal-{len(list(folder.iterdir()))}"
    path.write_bytes(b"Contoh isi " + nama.encode())
    kiriman = arrive(house, path, nama=nama, pintu=pintu)
    with house.ledger.begin() as tx:
        (file,) = tx.find(File, kiriman=kiriman.id)
        found = replace(file, nama=nama, akhir=TIDAK_DAPAT_DIPROSES, temuan=(Temuan(kode),))
        tx.save(file, found)
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diperiksa", house.clock.now(), kiriman.id))
    moved(house, kiriman.id, KARANTINA)
    return kiriman


def moved(house: RealHouse, kiriman_id: str, keadaan: str, **more: object) -> None:
    with house.ledger.begin() as tx:
        before = tx.get(Kiriman, kiriman_id)
        tx.save(before, replace(before, keadaan=keadaan, **more))  # type: ignore[arg-type]
        now = house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_diperiksa", now, kiriman_id))


def folder(house: RealHouse) -> Path:
    return house.inbox / INSTANSI / UNIT / "karantina"


def lying(house: RealHouse) -> list[str]:
    return sorted(str(one.relative_to(folder(house))) for one in folder(house).rglob("*.*"))


def test_a_unit_finds_the_file_and_a_letter_that_notepad_reads(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = held(house, tmp_path)

    karantina.run(house, kiriman.id)

    assert lying(house) == ["kosong/surat.pdf", "kosong/surat.pdf.txt"]
    raw = (folder(house) / "kosong" / "surat.pdf.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfBERKAS")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("utf-8-sig")
    assert "Sebab: File kosong" in text
    assert "Minta pengirim mengirim ulang." in text
    assert f"letakkan file itu di folder inbox/{INSTANSI}/{UNIT}." in text


def told(house: RealHouse) -> str:
    (one,) = folder(house).rglob("*.txt")
    return one.read_text("utf-8-sig")


def test_the_letter_names_the_nomor_agenda_which_stays_and_its_kiriman_last(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = held(house, tmp_path)
    moved(house, kiriman.id, KARANTINA, nomor_agenda="0007/AGENDA/2026")

    karantina.run(house, kiriman.id)

    text = told(house)
    assert "Nomor agenda: 0007/AGENDA/2026, tetap milik kiriman ini." in text
    assert "menjadi kiriman baru dengan nomor agendanya sendiri." in text
    assert kiriman_of(text) == kiriman.id


def test_a_number_of_the_closed_book_stands_in_no_folder(house: RealHouse, tmp_path: Path) -> None:
    kiriman = held(house, tmp_path)
    moved(house, kiriman.id, KARANTINA, rahasia=True, nomor_agenda="R-0001/AGENDA/2026")

    karantina.run(house, kiriman.id)

    assert "AGENDA" not in told(house)


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ("virus", "minta bagian TI membersihkannya"),
        ("program", "juga tidak dengan nama lain"),
        ("pdf_terkunci_mengirim", "salinan yang tidak terkunci"),
        ("hanya_pemisah", "hasil pindai yang baru, bersama suratnya"),
        ("rekaman", "tentukan kiriman ini di halaman Meja"),
        ("bungkus_tanda_tangan", "tentukan kiriman ini di halaman Meja"),
        ("rusak", "Begitu ada file penggantinya"),
    ],
)
def test_each_reason_has_its_own_advice_and_nothing_that_harms_is_asked_back(
    house: RealHouse, tmp_path: Path, kode: str, kata: str
) -> None:
    kiriman = held(house, tmp_path, kode=kode)

    karantina.run(house, kiriman.id)

    text = told(house)
    assert kata in text
    assert "{" not in text
    assert "Setelah diperbaiki" not in text
    if kode in ("virus", "program"):
        assert "Tidak ada yang perlu diperbaiki atau diletakkan lagi" in text
        assert "letakkan file itu" not in text


def test_done_again_it_lays_nothing_twice(house: RealHouse, tmp_path: Path) -> None:
    kiriman = held(house, tmp_path)
    for _ in range(3):
        karantina.run(house, kiriman.id)

    assert lying(house) == ["kosong/surat.pdf", "kosong/surat.pdf.txt"]


def test_two_kiriman_of_one_name_lie_side_by_side_and_go_one_by_one(
    house: RealHouse, tmp_path: Path
) -> None:
    one, other = held(house, tmp_path), held(house, tmp_path)
    karantina.run(house, one.id)
    karantina.run(house, other.id)
    assert len(lying(house)) == 4

    moved(house, one.id, MENUNGGU_PETUGAS)
    karantina.run(house, one.id)

    assert lying(house) == ["kosong/surat (2).pdf", "kosong/surat (2).pdf.txt"]


def test_a_copy_that_an_officer_mended_in_place_is_left_to_them(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = held(house, tmp_path)
    karantina.run(house, kiriman.id)
    (folder(house) / "kosong" / "surat.pdf").write_bytes(b"Sudah diperbaiki")

    moved(house, kiriman.id, MENUNGGU_PETUGAS)
    karantina.run(house, kiriman.id)

    assert lying(house) == ["kosong/surat.pdf"]


@pytest.mark.parametrize("kode", ["virus", "program"])
def test_what_may_harm_is_named_and_never_copied(
    house: RealHouse, tmp_path: Path, kode: str
) -> None:
    kiriman = held(house, tmp_path, kode=kode)

    karantina.run(house, kiriman.id)

    assert lying(house) == [f"{kode}/surat.pdf.txt"]


def test_what_is_kept_unread_is_told_until_a_person_decides(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = held(house, tmp_path, kode="terlalu_lama")
    moved(house, kiriman.id, MENUNGGU_PETUGAS, akhir=DISIMPAN_SAJA)
    karantina.run(house, kiriman.id)
    assert lying(house) == ["terlalu-lama/surat.pdf", "terlalu-lama/surat.pdf.txt"]

    moved(house, kiriman.id, DIDAFTAR)
    karantina.run(house, kiriman.id)

    assert lying(house) == []


def test_of_what_is_withheld_no_copy_lies_in_a_folder(house: RealHouse, tmp_path: Path) -> None:
    kiriman = held(house, tmp_path)
    moved(house, kiriman.id, KARANTINA, rahasia=True)

    karantina.run(house, kiriman.id)

    assert lying(house) == ["kosong/surat.pdf.txt"]


def test_what_came_by_another_door_leaves_the_inbox_alone(house: RealHouse, tmp_path: Path) -> None:
    kiriman = held(house, tmp_path, pintu=WEB)

    karantina.run(house, kiriman.id)

    assert not folder(house).exists()


@pytest.mark.parametrize(
    "nama",
    ["../../keluar.pdf", "/etc/passwd", "lampiran/a.pdf", ".sembunyi", "-rf.pdf", "CON", "n" * 240],
)
def test_no_name_leads_out_of_the_folder(house: RealHouse, tmp_path: Path, nama: str) -> None:
    kiriman = held(house, tmp_path, nama=nama)

    karantina.run(house, kiriman.id)

    (room,) = folder(house).iterdir()
    assert len(list(room.iterdir())) == 2
    assert all(not one.name.startswith(".") for one in room.iterdir())
    assert "/" not in plain(nama)


def test_a_link_in_place_of_the_folder_is_not_followed(house: RealHouse, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    folder(house).symlink_to(tmp_path / "lain")
    kiriman = held(house, tmp_path)

    with pytest.raises(Unavailable, match="tidak dapat ditulis"):
        karantina.run(house, kiriman.id)

    assert list((tmp_path / "lain").iterdir()) == []


def test_the_letter_of_the_door_goes_when_its_file_was_taken_out_again(house: RealHouse) -> None:
    unit = house.inbox / INSTANSI / UNIT
    (unit / "besar.pdf").write_bytes(b"Contoh")
    perkara = Perkara("besar.pdf", "terlalu_besar", "Terlalu besar", "Bagi dua.", "inbox/contoh")
    set_aside(house, unit / "besar.pdf", perkara, (INSTANSI, UNIT))
    assert lying(house) == ["terlalu-besar/besar.pdf", "terlalu-besar/besar.pdf.txt"]
    tidy(house, (INSTANSI, UNIT))
    assert len(lying(house)) == 2

    (folder(house) / "terlalu-besar" / "besar.pdf").rename(unit / "besar.pdf")
    tidy(house, (INSTANSI, UNIT))

    assert lying(house) == []
