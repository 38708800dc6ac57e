from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from service.adapters.courier_folder import CourierFolder
from service.domain.ids import from_bytes
from service.domain.refusals import Unavailable

NASKAH = from_bytes(b"0123456789abcdef")
SETTLE = 0.2
PDF = b"%PDF-1.7\nisi\n%%EOF\n"


@pytest.fixture
def courier(tmp_path: Path) -> CourierFolder:
    return CourierFolder(tmp_path / "tanda_tangan", settle=SETTLE)


def came_back(courier: CourierFolder, *, whole: bool = False) -> list[object]:
    """The naskah that came back, once their files lie still."""
    courier.returned()
    time.sleep(SETTLE)
    return [one if whole else one[0] for one in courier.returned()]


def back(tmp_path: Path) -> Path:
    return tmp_path / "tanda_tangan" / "masuk"


def paper(tmp_path: Path) -> Path:
    path = tmp_path / "sk.pdf"
    path.write_bytes(PDF)
    return path


def test_a_paper_lies_in_the_folder_under_a_name_people_can_read(
    tmp_path: Path, courier: CourierFolder
) -> None:
    courier.send(NASKAH, paper(tmp_path), "Keputusan 12/TAHUN 2026: ..\\../DIP")

    (laid,) = (tmp_path / "tanda_tangan" / "keluar").iterdir()
    assert laid.name == f"Keputusan 12-TAHUN 2026- ..-..-DIP {NASKAH}.pdf"
    assert laid.read_bytes() == PDF


def test_sent_twice_it_lies_there_once(tmp_path: Path, courier: CourierFolder) -> None:
    for _ in range(2):
        courier.send(NASKAH, paper(tmp_path), "SK")

    assert len(list((tmp_path / "tanda_tangan" / "keluar").iterdir())) == 1


def test_a_signer_may_add_words_to_the_name(tmp_path: Path, courier: CourierFolder) -> None:
    signed = back(tmp_path) / f"SK {NASKAH}_signed (1).pdf"
    signed.write_bytes(PDF)

    assert came_back(courier) == [NASKAH]


def test_what_is_not_ours_or_not_finished_is_left_alone(
    tmp_path: Path, courier: CourierFolder
) -> None:
    for name in (
        "catatan.pdf",
        f".SK {NASKAH}.pdf",
        f"~$SK {NASKAH}.pdf",
        f"SK {NASKAH}.pdf.part",
        f"SK {NASKAH}x.pdf",
    ):
        (back(tmp_path) / name).write_bytes(PDF)
    (back(tmp_path) / f"SK {NASKAH}.pdf").write_bytes(PDF[:-7])
    (back(tmp_path) / f"tautan {NASKAH}.pdf").symlink_to(paper(tmp_path))
    (back(tmp_path) / f"folder {NASKAH}.pdf").mkdir()

    assert came_back(courier) == []
    assert courier.fetch(NASKAH, tmp_path) == []


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


def test_what_was_taken_is_gone_from_both_folders(tmp_path: Path, courier: CourierFolder) -> None:
    courier.send(NASKAH, paper(tmp_path), "SK")
    signed = back(tmp_path) / f"SK {NASKAH}.pdf"
    signed.write_bytes(PDF)

    courier.taken(signed)
    courier.taken(signed)

    assert [path for path in (tmp_path / "tanda_tangan").rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_written_says_so_and_leaves_no_half(tmp_path: Path) -> None:
    courier = CourierFolder(tmp_path / "tanda_tangan")
    (tmp_path / "tanda_tangan" / "keluar").rmdir()

    with pytest.raises(Unavailable, match="belum dapat diletakkan"):
        courier.send(NASKAH, paper(tmp_path), "SK")
