"""A keputusan with a list of more than a thousand rows, from form to signer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from bench import lampiran
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.boxed.qr import codes
from service.domain.berkas import Berkas
from service.domain.naskah import DIKIRIM, KONSEP, Naskah
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive_letter, isian, open_house, person, rule, work

JENIS, ROWS = "sk_penetapan_dip", 1_100


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def test_a_long_list_is_drafted_approved_and_sent_with_every_row_and_a_mark_on_every_page(
    house: RealHouse, tmp_path: Path
) -> None:
    petugas, ppid = person(house, "contoh.petugas", "petugas"), person(house, "contoh.ppid", "ppid")
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        (berkas,) = reading.find(Berkas, kiriman=kiriman.id)

    daftar = lampiran.isian(ROWS)["daftar"]
    naskah = fill(house, berkas.id, JENIS, isian(daftar=daftar), petugas)
    assert work(house) == ["draft", "teks"]
    assert rows_of(house, naskah, KONSEP) == list(range(1, ROWS + 1))

    submit(house, naskah.id, petugas)
    nomor = approve(house, naskah.id, ppid).nomor
    assert nomor
    assert work(house) == ["draft", "send", "teks", "papan", "collect"]
    assert rows_of(house, naskah, DIKIRIM) == list(range(1, ROWS + 1))
    with house.ledger.read() as reading:
        final = reading.get(Naskah, naskah.id)
    with house.store.open(final.pdf) as held, pypdfium2.PdfDocument(held.read()) as paper:
        first = paper[0].get_textpage().get_text_range()
        said = codes(paper[len(paper) - 1].render(scale=200 / 72).to_pil())[0]
        assert said == [f"berkas:/v/{final.token}/1.{len(paper)}"]
    assert f"NOMOR {nomor}" in first


def rows_of(house: RealHouse, naskah: Naskah, keadaan: str) -> list[int]:
    """The numbers of the rows in the paper as it now is."""
    with house.ledger.read() as reading:
        now = reading.get(Naskah, naskah.id)
    assert now.keadaan == keadaan
    with house.store.open(now.pdf) as held, pypdfium2.PdfDocument(held.read()) as paper:
        told = [page.get_textpage().get_text_range() for page in paper]
    return [int(n) for page in told for n in lampiran.NAMED.findall(page)]
