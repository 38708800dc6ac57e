"""The flowchart as it reaches the eye and the ear: drawn by a real browser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from service.domain.sop.bagan_bentuk import Perjalanan
from service.face.bagan import drawn
from tests.sop_contoh import PUTUSAN, TAHAP, panjang, sop
from tests.web.browser import Window, axe

JALAN = Perjalanan(("terima", "periksa"), "rapat")


def shown(win: Window, svg: str, folder: Path) -> None:
    page = '<!doctype html><html lang="id"><title>Bagan</title><main><h1>Bagan alir</h1>'
    (folder / "bagan.html").write_text(f"{page}{svg}</main></html>", encoding="utf-8")
    win.page.goto((folder / "bagan.html").as_uri())


def test_a_reader_hears_every_row_with_who_acts_and_where_it_leads() -> None:
    root = ET.fromstring(drawn(sop(PUTUSAN), JALAN))
    told = root.findtext("{http://www.w3.org/2000/svg}desc", "")

    assert "Langkah 2, sudah dilalui, Kepala Bidang Contoh: Memeriksa surat contoh." in told
    assert "ya: ke langkah 3; tidak: ke langkah 1; batal: selesai." in told
    assert "Langkah 3, langkah sekarang" in told
    assert "Langkah tafsir “Menyimpan tembusan contoh”" in told


def test_what_an_author_writes_never_becomes_markup() -> None:
    svg = drawn(sop(PUTUSAN.replace("Menerima surat contoh", "<script>alert(1)</script> & surat")))

    assert "<script" not in svg
    assert " style=" not in svg and "<style" not in svg  # the pages allow no style of its own
    ET.fromstring(svg)


@pytest.mark.parametrize(
    "text", [PUTUSAN, TAHAP, panjang(15, 7)], ids=["putusan", "tahap", "panjang"]
)
def test_a_browser_draws_every_word_within_its_column(
    text: str, win: Window, tmp_path: Path
) -> None:
    one = sop(text)
    shown(win, drawn(one, JALAN if one.has("rapat") else None), tmp_path)
    axe(win.page)
    lost = win.page.evaluate(
        """() => {
          const svg = document.querySelector('svg'), edge = svg.getBoundingClientRect();
          const lines = [...svg.querySelectorAll('line')].map((one) => one.getBoundingClientRect());
          const borders = lines.filter((one) => one.height > 20).map((one) => one.x);
          return [...svg.querySelectorAll('text')].filter((one) => {
            const box = one.getBoundingClientRect();
            if (box.left < edge.left || box.right > edge.right) return true;
            const table = box.top > Math.min(...lines.map((line) => line.top));
            const under = box.top > Math.max(...lines.filter((l) => l.height > 20)
              .map((line) => line.bottom));
            return table && !under && one.getAttribute('font-weight') !== 'bold' &&
              borders.some((x) => x > box.left + 1 && x < box.right - 1);
          }).map((one) => one.textContent);
        }"""
    )

    assert lost == []
    win.quiet()


def test_where_a_berkas_stands_is_told_without_colour_too() -> None:
    svg = drawn(sop(PUTUSAN), JALAN)

    assert ">di sini</text>" in svg
    assert svg.count(">selesai</text>") == 2
    assert "Garis tebal: langkah yang sudah dilalui berkas ini." in svg
    assert "Garis putus-putus: tafsir" in svg
    assert "di sini" not in drawn(sop(PUTUSAN))
