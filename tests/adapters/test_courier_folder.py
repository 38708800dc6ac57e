from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from service.adapters.courier_folder import CourierFolder
from service.domain.daftar_kirim import BarisKirim
from service.domain.ids import from_bytes
from service.domain.refusals import Unavailable

NASKAH = from_bytes(b"0123456789abcdef")
SETTLE = 0.2
PDF = b"%PDF-1.7\nisi\n%%EOF\n"


@pytest.fixture
def courier(tmp_path: Path) -> CourierFolder:
    return CourierFolder(tmp_path / "tanda-tangan", settle=SETTLE)


def came_back(courier: CourierFolder, *, whole: bool = False) -> list[object]:
    """The naskah that came back, once their files lie still."""
    courier.returned()
    time.sleep(SETTLE)
    return [one if whole else one[0] for one in courier.returned()]


def back(tmp_path: Path) -> Path:
    return tmp_path / "tanda-tangan" / "kembali"


def paper(tmp_path: Path) -> Path:
    path = tmp_path / "sk.pdf"
    path.write_bytes(PDF)
    return path


def test_a_paper_lies_in_the_folder_under_a_name_people_can_read(
    tmp_path: Path, courier: CourierFolder
) -> None:
    courier.send(NASKAH, paper(tmp_path), "Keputusan 12/TAHUN 2026: ..\\../DIP", "Contoh Satu/..")

    (laid,) = (tmp_path / "tanda-tangan" / "keluar").rglob("*.pdf")
    assert laid.parent.name == "Contoh Satu"
    assert laid.name == f"Keputusan 12-TAHUN 2026- ..-..-DIP {NASKAH}.pdf"
    assert laid.read_bytes() == PDF


def test_sent_twice_it_lies_there_once(tmp_path: Path, courier: CourierFolder) -> None:
    for _ in range(2):
        courier.send(NASKAH, paper(tmp_path), "SK", "Contoh Satu")

    assert [(one.naskah, one.folder) for one in courier.lying()] == [(NASKAH, "Contoh Satu")]


def test_from_one_signer_to_the_next_it_lies_with_one_of_them(
    tmp_path: Path, courier: CourierFolder
) -> None:
    courier.send(NASKAH, paper(tmp_path), "SK", "Contoh Satu")
    courier.send(NASKAH, paper(tmp_path), "SK", "Contoh Dua")

    assert [one.folder for one in courier.lying()] == ["Contoh Dua"]


def test_what_lay_in_the_folders_of_an_earlier_version_lies_in_the_new_ones(
    tmp_path: Path,
) -> None:
    lama = tmp_path / "tanda_tangan"
    for room, name in (("keluar", f"SK {NASKAH}.pdf"), ("masuk", f"SK {NASKAH} ttd.pdf")):
        (lama / room).mkdir(parents=True)
        (lama / room / name).write_bytes(PDF)
    back(tmp_path).mkdir(parents=True)
    (back(tmp_path) / f"SK {NASKAH} ttd.pdf").write_bytes(PDF + PDF)

    for _ in range(2):
        courier = CourierFolder(tmp_path / "tanda-tangan", settle=SETTLE, lama=lama)

    assert not lama.exists()
    assert [one.naskah for one in courier.lying()] == [NASKAH]
    assert [one.nama for one in courier.back()] == [
        f"2 SK {NASKAH} ttd.pdf",
        f"SK {NASKAH} ttd.pdf",
    ]
    assert came_back(courier) == [NASKAH, NASKAH]
    courier.withdraw(NASKAH)
    assert courier.lying() == []


def test_a_signer_may_add_words_to_the_name(tmp_path: Path, courier: CourierFolder) -> None:
    signed = back(tmp_path) / f"SK {NASKAH}_signed (1).pdf"
    signed.write_bytes(PDF)

    assert came_back(courier) == [NASKAH]


def test_what_is_not_ours_or_not_finished_is_left_alone(
    tmp_path: Path, courier: CourierFolder
) -> None:
    for name in (
        "daftar-kirim.html",
        f".SK {NASKAH}.pdf",
        f"~$SK {NASKAH}.pdf",
        f"SK {NASKAH}.pdf.part",
    ):
        (back(tmp_path) / name).write_bytes(PDF)
    (back(tmp_path) / f"SK {NASKAH}.pdf").write_bytes(PDF[:-7])
    (back(tmp_path) / f"tautan {NASKAH}.pdf").symlink_to(paper(tmp_path))
    (back(tmp_path) / f"folder {NASKAH}.pdf").mkdir()

    assert came_back(courier) == []
    assert courier.fetch(NASKAH, tmp_path) == []


def test_a_file_under_a_name_of_its_own_is_told_of_and_gets_the_name_of_its_paper(
    tmp_path: Path, courier: CourierFolder
) -> None:
    for name in ("hasil.pdf", f"SK {NASKAH}x.pdf", "hasil " + NASKAH + ".pdf"):
        (back(tmp_path) / name).write_bytes(PDF)
    (back(tmp_path) / "catatan.docx").write_bytes(b"x")
    (back(tmp_path) / "Thumbs.db").write_bytes(b"x")
    assert came_back(courier) == ["", "", NASKAH]
    assert [one.nama for one in courier.back()] == [
        f"SK {NASKAH}x.pdf",
        "catatan.docx",
        f"hasil {NASKAH}.pdf",
        "hasil.pdf",
    ]

    found = dict(courier.fetch("", tmp_path))
    assert sorted(one.name for one in found) == [f"SK {NASKAH}x.pdf", "hasil.pdf"]
    for _ in range(2):
        courier.name(back(tmp_path) / "hasil.pdf", NASKAH)

    assert sorted(one.nama for one in courier.back() if one.naskah == NASKAH) == [
        f"hasil (2) {NASKAH}.pdf",
        f"hasil {NASKAH}.pdf",
    ]


def test_the_lists_beside_the_papers_say_where_each_is(
    tmp_path: Path, courier: CourierFolder
) -> None:
    courier.send(NASKAH, paper(tmp_path), "SK <1>", "Contoh Satu")
    (back(tmp_path) / "lain & lain.pdf").write_bytes(PDF)
    rows = [BarisKirim(NASKAH, "Surat <Keputusan>", "12/2026")]

    courier.tell(rows, "WIB")

    own = tmp_path / "tanda-tangan" / "keluar" / "Contoh Satu" / "daftar-kirim.html"
    every = back(tmp_path) / "daftar-kirim.html"
    assert "Surat &lt;Keputusan&gt;" in own.read_text()
    assert "12/2026" in every.read_text()
    assert "lain &amp; lain.pdf" in every.read_text()
    assert "Menunggu tanda tangan" in own.read_text()
    before = own.stat().st_ino
    courier.tell(rows, "WIB")
    assert own.stat().st_ino == before, "what says the same is not written again"
    assert came_back(courier) == [""]
    courier.withdraw(NASKAH)
    courier.tell([], "WIB")
    assert "Tidak ada naskah" in own.read_text()


def test_a_file_still_being_copied_waits(tmp_path: Path, courier: CourierFolder) -> None:
    growing = back(tmp_path) / f"SK {NASKAH}.pdf"
    growing.write_bytes(PDF)

    assert courier.returned() == []
    assert 0 < (courier.settles_in() or 0) <= SETTLE
    time.sleep(SETTLE)
    growing.write_bytes(PDF + PDF)
    assert courier.returned() == []
    time.sleep(SETTLE)
    [(naskah, mark)] = courier.returned()
    assert naskah == NASKAH
    assert courier.settles_in() is None

    growing.write_bytes(PDF * 3)
    [(_, again)] = came_back(courier, whole=True)
    assert again != mark, "what was changed is told again"


def test_nobody_waits_for_a_look(courier: CourierFolder, tmp_path: Path) -> None:
    (back(tmp_path) / f"SK {NASKAH}.pdf").write_bytes(PDF)
    began = time.monotonic()
    for _ in range(20):
        courier.returned()

    assert time.monotonic() - began < SETTLE
    assert CourierFolder(tmp_path / "lain").settles_in() is None


def test_of_one_naskah_all_that_came_is_copied_and_what_changes_meanwhile_is_not(
    tmp_path: Path, courier: CourierFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back(tmp_path) / f"SK {NASKAH}.pdf"
    other = back(tmp_path) / f"SK {NASKAH} (1).pdf"
    for path in (first, other):
        path.write_bytes(PDF)
    (back(tmp_path) / f"lain {from_bytes(bytes(16))}.pdf").write_bytes(PDF)

    found = courier.fetch(NASKAH, tmp_path)
    assert [path for path, _ in found] == sorted([first, other])
    assert [copy.read_bytes() for _, copy in found] == [PDF, PDF]

    copied = shutil.copyfile

    def copied_and_written_on(source: Path, goal: Path) -> object:
        done = copied(source, goal)
        if source == first:
            first.write_bytes(PDF + PDF)
        return done

    monkeypatch.setattr(shutil, "copyfile", copied_and_written_on)
    assert [path for path, _ in courier.fetch(NASKAH, tmp_path)] == [other]


def test_what_was_taken_is_gone_and_what_is_withdrawn_too(
    tmp_path: Path, courier: CourierFolder
) -> None:
    courier.send(NASKAH, paper(tmp_path), "SK")
    signed = back(tmp_path) / f"SK {NASKAH}.pdf"
    signed.write_bytes(PDF)

    courier.taken(signed)
    courier.taken(signed)
    assert [one.naskah for one in courier.lying()] == [NASKAH], "others may have to sign still"
    courier.withdraw(NASKAH)

    assert [path for path in (tmp_path / "tanda-tangan").rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_written_says_so_and_leaves_no_half(tmp_path: Path) -> None:
    courier = CourierFolder(tmp_path / "tanda-tangan")
    (tmp_path / "tanda-tangan" / "keluar" / "Contoh Satu").touch()

    with pytest.raises(Unavailable, match="belum dapat diletakkan"):
        courier.send(NASKAH, paper(tmp_path), "SK", "Contoh Satu")
