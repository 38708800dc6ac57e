"""Whoever dies while a paper is signed: it bears one signature of each, or none yet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from service.domain.naskah import DITANDATANGANI
from service.domain.refusals import Overtaken, Refusal
from service.house import RealHouse
from tests.conftest import NEW
from tests.fault import naskah, tanda_tangan
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all
from tests.fault.titik import in_child
from tests.office import UNIT, open_house

PERBUATAN = (
    Perbuatan("tanda tangani", tanda_tangan.out_for_signature, tanda_tangan.signed_later),
    Perbuatan("tolak", tanda_tangan.out_for_signature, tanda_tangan.declined),
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_a_paper_is_signed_once_or_not_yet(
    one: Perbuatan, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    salinan = Salinan(tmp_path, buku)
    long = request.config.getoption("--panjang")
    whole_or_not_at_all(one, tanda_tangan.told, salinan, long=long)


@pytest.mark.parametrize("buku", NEW)
def test_two_who_sign_one_place_at_once_leave_one_signature(buku: str, tmp_path: Path) -> None:
    salinan = Salinan(tmp_path, buku)
    with open_house(salinan.start, salinan.url) as house:
        tanda_tangan.out_for_signature(house, salinan.start)
    ready, gate = os.pipe(), os.pipe()

    def hurried() -> None:
        with open_house(salinan.start, salinan.url) as house:
            os.write(ready[1], b"x")
            os.read(gate[0], 1)
            try:
                tanda_tangan.signed(house)
            except (Overtaken, Refusal):
                os._exit(3)

    children = [_started(hurried) for _ in range(2)]
    for _ in children:
        os.read(ready[0], 1)
    os.write(gate[1], b"xx")
    ended = sorted(os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in children)

    assert ended == [0, 3]
    with open_house(salinan.start, salinan.url) as house:
        assert tanda_tangan.told(house)["jurnal"] == ["naskah_dibubuhi_ttd"]
        assert tanda_tangan.told(house)["janji"] == []
        assert tanda_tangan.told(house)["tembusan"] == [(f"unit:{UNIT}", naskah.TEMBUSAN)]
        assert len(_signatures(house, tmp_path)) == 1


def test_who_died_while_signing_is_waited_for_some_minutes_and_no_longer(tmp_path: Path) -> None:
    salinan = Salinan(tmp_path, "sqlite")
    with open_house(salinan.start, salinan.url) as house:
        tanda_tangan.out_for_signature(house, salinan.start)

        def dies() -> None:
            with open_house(salinan.start, salinan.url) as inner:
                inner.opened["placer"] = Pingsan()
                tanda_tangan.signed(inner)

        assert os.WIFSIGNALED(in_child(dies))
        with pytest.raises(Refusal, match="sedang ditandatangani"):
            tanda_tangan.signed(house)
        tanda_tangan.signed_later(house)

        assert naskah.the_paper(house).keadaan == DITANDATANGANI
        assert len(_signatures(house, tmp_path)) == 1


class Pingsan:
    """The power goes after the intent stands and before anything is signed."""

    def places(self, *_: object) -> list[None]:
        os.kill(os.getpid(), 9)
        return []


def _started(work: object) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()  # type: ignore[operator]
            os._exit(0)
        finally:
            os._exit(70)
    return child


def _signatures(house: RealHouse, room: Path) -> list[str]:
    sha = naskah.the_paper(house).bertanda_tangan
    with house.store.fetch(sha, room / "bertanda.pdf").open("rb") as file:
        return [one.field_name for one in PdfFileReader(file).embedded_signatures]
