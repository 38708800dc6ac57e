"""A body is as long as it says, byte for byte, and never sent past a paper that changed."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from service.adapters.bsre.badan import PART, Badan, json_with_pdf, multipart, plain_json
from service.domain.refusals import Unavailable

SIZES = (0, 1, 2, 3, PART - 1, PART, PART + 1, 3 * PART + 2)


def whole(badan: Badan) -> bytes:
    parts = list(badan.parts())
    assert [last for _, last in parts] == [False] * (len(parts) - 1) + [True]
    return b"".join(part for part, _ in parts)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("daftar", [True, False])
def test_a_paper_in_json_is_the_paper(tmp_path: Path, size: int, daftar: bool) -> None:
    paper = tmp_path / "naskah.pdf"
    paper.write_bytes(bytes(n % 251 for n in range(size)))
    with paper.open("rb") as pdf:
        badan = json_with_pdf({"nik": 'tanda "petik"'} if daftar else {}, pdf, daftar=daftar)
        sent = whole(badan)

    assert len(sent) == badan.panjang
    told = json.loads(sent)
    held = told["file"][0] if daftar else told["file"]
    assert base64.b64decode(held, validate=True) == paper.read_bytes()
    assert told.get("nik", "") == ('tanda "petik"' if daftar else "")


@pytest.mark.parametrize("size", SIZES)
def test_a_paper_in_a_form_is_the_paper(tmp_path: Path, size: int) -> None:
    paper = tmp_path / "naskah.pdf"
    paper.write_bytes(bytes(n % 251 for n in range(size)))
    with paper.open("rb") as pdf:
        picture = ("imageTTD", "png", b"\x89PNG\r\n--gambar")
        badan = multipart({"reason": "Setuju\r\n--é"}, picture, "file", pdf)
        sent = whole(badan)

    assert len(sent) == badan.panjang
    edge = badan.jenis.partition("boundary=")[2]
    head, *parts, tail = (b"\r\n" + sent).split(f"\r\n--{edge}".encode())
    contents = [one.partition(b"\r\n\r\n")[2] for one in parts]
    assert (head, tail) == (b"", b"--\r\n")
    assert contents == ["Setuju\r\n--é".encode(), picture[2], paper.read_bytes()]
    assert b'name="file"; filename="naskah.pdf"' in parts[2]


def test_no_two_forms_are_parted_alike(tmp_path: Path) -> None:
    paper = tmp_path / "naskah.pdf"
    paper.write_bytes(b"%PDF")
    with paper.open("rb") as pdf:
        assert multipart({}, None, "file", pdf).jenis != multipart({}, None, "file", pdf).jenis


@pytest.mark.parametrize("left", [0, 10, PART, 2 * PART])
def test_a_paper_that_shrinks_while_it_leaves_is_not_sent_whole(tmp_path: Path, left: int) -> None:
    paper = tmp_path / "naskah.pdf"
    paper.write_bytes(bytes(3 * PART))
    with paper.open("rb") as pdf:
        badan = json_with_pdf({}, pdf, daftar=True)
        with paper.open("r+b") as other:
            other.truncate(left)
        sent = []
        with pytest.raises(Unavailable, match="berubah selagi dikirim"):
            sent.extend(badan.parts())

    assert not any(last for _, last in sent)


def test_a_question_is_one_part() -> None:
    badan = plain_json({"nik": "é"})

    assert json.loads(whole(badan)) == {"nik": "é"}
