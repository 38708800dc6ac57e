from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from service.adapters.courier_folder import CourierFolder
from service.domain.ids import from_bytes
from service.domain.refusals import Unavailable

NASKAH = from_bytes(b"0123456789abcdef")
PDF = b"%PDF-1.7\nisi\n%%EOF\n"


@pytest.fixture
def courier(tmp_path: Path) -> CourierFolder:
    return CourierFolder(tmp_path / "tanda_tangan", settle=0.2)


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

    assert courier.collect() == [(NASKAH, signed)]


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

    assert courier.collect() == []


def test_a_file_still_being_copied_waits(tmp_path: Path, courier: CourierFolder) -> None:
    growing = back(tmp_path) / f"SK {NASKAH}.pdf"
    growing.write_bytes(PDF)

    def copy_on() -> None:
        time.sleep(0.05)
        growing.write_bytes(PDF + PDF)

    thread = threading.Thread(target=copy_on)
    thread.start()
    assert courier.collect() == []
    thread.join()
    assert courier.collect() == [(NASKAH, growing)]


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
