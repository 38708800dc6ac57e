"""The lists as a folder: the same on any web server, whole, and nothing but what is public."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DITARIK
from service.domain.edisi.terbitan import BarisDitarik
from service.publik.daftar.statis import BukanFolderTerbit, export
from tests.terbitan import BADAN, dik, dik_line, edition, kept, kode, line, publisher

URL = "https://ppid.contoh.go.id"
AT = datetime(2026, 3, 1, tzinfo=UTC)
LINK = re.compile(r'(?:href|src)="([^"#]+)"')


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    one = publisher(tmp_path, URL)
    file = kept(one, b"%PDF contoh")
    first = edition([line(n) for n in range(70)], kini=False)
    rows = [line(0, retensi="Permanen"), *(line(n) for n in range(2, 72))]
    gone = (BarisDitarik(kode(1), AT, "Sudah diganti."),)
    newer = edition(rows, 2, first.baris, file={kode(0): file}, ditarik=gone)
    third = edition([line(9)], 3, kini=False)
    taken = replace(third.edisi, keadaan=DITARIK, alasan="Keliru.", ditarik=AT)
    one.put(BADAN, [first, newer, replace(third, edisi=taken), dik(dik_line(1))])
    return one


def written(penerbit: PenerbitSqlite, folder: Path) -> dict[str, bytes]:
    export(folder, penerbit.path, penerbit.toko.terbuka.root, URL)  # type: ignore[attr-defined]
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_made_twice_it_is_the_same_bytes(penerbit, tmp_path):
    assert written(penerbit, tmp_path / "a") == written(penerbit, tmp_path / "b")
    assert written(penerbit, tmp_path / "a") == written(penerbit, tmp_path / "b")  # replaced


def test_every_link_of_every_page_leads_to_a_file_of_the_folder(penerbit, tmp_path):
    folder = tmp_path / "situs"
    pages = written(penerbit, folder)

    for name, content in pages.items():
        if not name.endswith(".html"):
            continue
        assert len(content) <= 100_000
        for link in LINK.findall(content.decode()):
            if link.startswith(("http", "mailto:")):
                continue
            goal = (folder / name).parent / link
            if link.endswith("/") or not link:
                goal = goal / "index.html"
            assert goal.is_file(), (name, link)


def test_the_folder_has_the_lists_the_lines_the_editions_and_the_files(penerbit, tmp_path):
    pages = written(penerbit, tmp_path / "situs")

    assert pages[f"dip/{kode(0)}/laporan.pdf"] == b"%PDF contoh"
    assert b"Permanen" in pages[f"dip/{kode(0)}/index.html"]
    assert b"Sudah diganti." in pages[f"dip/{kode(1)}/index.html"]
    assert b"Keliru." in pages["dip/edisi/dinas_contoh/2026/3/index.html"]
    assert "dip/halaman/2/index.html" in pages
    assert "dik/index.html" in pages
    assert "dip/edisi/dinas_contoh/2026/2/dip-dinas_contoh-2026-2.xlsx" in pages
    assert b"<form" not in b"".join(x for n, x in pages.items() if n.endswith(".html"))


def test_what_is_no_longer_public_is_in_no_file_of_the_next_folder(penerbit, tmp_path):
    folder = tmp_path / "situs"
    rahasia = line(80, ringkasan="kenariemas77")
    penerbit.put(BADAN, [edition([line(0), rahasia])])
    assert any(b"kenariemas77" in x for x in written(penerbit, folder).values())

    penerbit.put(BADAN, [edition([line(0)])])

    assert not any(b"kenariemas77" in x for x in written(penerbit, folder).values())


def test_a_folder_with_something_else_in_it_is_left_alone(penerbit, tmp_path):
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "surat.txt").write_text("milik orang")

    with pytest.raises(BukanFolderTerbit):
        written(penerbit, tmp_path / "lain")

    assert [path.name for path in (tmp_path / "lain").iterdir()] == ["surat.txt"]


def test_before_anything_is_published_the_folder_says_so(tmp_path):
    pages = written(publisher(tmp_path), tmp_path / "situs")

    assert "Belum ada daftar yang diumumkan" in pages["dip/index.html"].decode()
