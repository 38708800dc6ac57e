"""`./berkas jilid` binds what may be shown, over no other file, and nothing that is withheld."""

from __future__ import annotations

import argparse
from pathlib import Path

import pikepdf
import pytest

from service.commands import jilid
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.refusals import Refusal, TidakAda
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, open_house, rule


def laid(house, *, rahasia: bool) -> str:
    now = house.clock.now()
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara", "", BERJALAN, now, rahasia=rahasia)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, one.id))
    return one.id


def test_a_matter_is_bound_into_a_file_of_its_own(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house)
        out = tmp_path / "hasil.pdf"

        many = jilid._bind(house, laid(house, rahasia=False), out, bolak_balik=False)

        with pikepdf.open(out) as whole:
            assert len(whole.pages) == many == 2
        for id_ in (laid(house, rahasia=True), "tidak_ada"):
            with pytest.raises(TidakAda):
                jilid._bind(house, id_, tmp_path / "lain.pdf", bolak_balik=False)
        assert not (tmp_path / "lain.pdf").exists()


def test_a_file_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "ada.pdf"
    out.write_text("lama")

    with pytest.raises(Refusal, match="tidak ditimpa"):
        jilid.run(argparse.Namespace(id="x", hasil=out, bolak_balik=False))

    assert out.read_text() == "lama"
