"""Whoever dies while a scan is joined to its paper: it is joined once, or not yet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from jobs import tinta as job
from service.acts.keadaan.audit import audit
from service.acts.kembali.tinta import DIAMBIL, SUDAH
from service.adapters.ledger import tables
from service.domain.catatan import Catatan
from service.domain.kembalian import Kembalian
from service.domain.kiriman import Kiriman
from service.domain.naskah import DITANDATANGANI
from service.domain.pekerjaan import BERAT
from service.domain.refusals import Overtaken
from service.domain.tempat_ttd import TempatTtd
from service.house import RealHouse
from tests import tinta
from tests.conftest import NEW, new_sqlite
from tests.fault import naskah
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all
from tests.jobs.test_tinta import DPI, Meja, in_ink
from tests.office import arrive, open_house, work


def scanned(house: RealHouse, room: Path) -> None:
    """A scan of a signed paper lies here, and is still to be joined to it."""
    in_ink(house, room)
    arrive(house, tinta.saved(Meja(house, room).sheets(), room / "pindaian.pdf", DPI))
    work(house, [BERAT])


def joined(house: RealHouse) -> object:
    for one in kiriman(house):
        job.run(house, one.id)
    return None


def kiriman(house: RealHouse) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Kiriman), key=lambda one: one.id)


def told(house: RealHouse) -> dict[str, object]:
    """How all stands, and which promises are broken."""
    one = naskah.the_paper(house)
    with house.ledger.read() as reading:
        places = [(x.keadaan, x.cara, x.sesudah) for x in reading.find(TempatTtd)]
        held = len(reading.find(Kembalian))
    with house.ledger.reader.begin() as look:
        owed = sorted(look.execute(select(tables.pekerjaan.c.job)).scalars())
    return {
        "naskah": (one.keadaan, one.bertanda_tangan),
        "tempat": places,
        "kembalian": held,
        "kiriman": [(x.keadaan, x.kode, x.alasan) for x in kiriman(house)],
        "terutang": owed,
        "janji": [x.janji for x in audit(house) if not x.utuh],
    }


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
def test_killed_between_any_two_words_a_scan_is_joined_whole_or_not_at_all(
    buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    one = Perbuatan("pasangkan", scanned, joined)
    long = request.config.getoption("--panjang")
    whole_or_not_at_all(one, told, Salinan(tmp_path, buku), long=long)


def test_two_scans_at_two_workers_at_once_are_one_signed_paper(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        scanned(house, tmp_path)
        pages = [tinta.jpeg(one) for one in Meja(house, tmp_path).sheets()]
        arrive(house, tinta.saved(pages, tmp_path / "lagi.pdf", DPI))
        work(house, [BERAT])

        def at_once(id_: str) -> None:
            try:
                job.run(house, id_)
            except Overtaken:
                job.run(house, id_)  # as the machine does: it asks first how things stand now

        with ThreadPoolExecutor(2) as hands:
            list(hands.map(at_once, [one.id for one in kiriman(house)]))

        assert naskah.the_paper(house).keadaan == DITANDATANGANI
        assert sorted(one.alasan for one in kiriman(house)) == sorted([DIAMBIL, SUDAH])
        lines = house.lists.jurnal(kiriman(house)[0].instansi, 10_000, 100)
        assert len([x for x in lines if _is_signing(x)]) == 1


def _is_signing(one: Catatan) -> bool:
    return one.perbuatan == "naskah_ditandatangani"
