"""Whoever dies while a list is made public: after one more run it is public once, and whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jobs import terbitkan
from service.acts.edisi.susun import frozen_rows, laid
from service.acts.keadaan.audit import audit
from service.acts.simpan.keep import hold
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DIP, TERBIT, Edisi
from service.domain.informasi import keadaan as k
from service.domain.informasi.baris import dip_row
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.riwayat import Riwayat
from service.domain.informasi.unsur import Pelengkap, Sk
from service.house import RealHouse
from tests.conftest import NEW
from tests.domain.informasi.contoh import UTUH
from tests.fault.perbuatan import Salinan, words_of
from tests.fault.titik import CHANGING, LEDGER, dies_at, in_child, points, tells_of_commits
from tests.office import INSTANSI, UNIT, open_house, rule

SK = Sk("naskah-1", "12 TAHUN 2026", date(2026, 11, 20), ditandatangani=True)
TITIK = CHANGING | LEDGER


def published(house: RealHouse) -> None:
    """A person has published an edition of three lines; the machine has not begun yet."""
    rule(house)
    now = house.clock.now()
    more = {"instansi": INSTANSI, "unit": UNIT, "keadaan": k.DITETAPKAN, "sk": SK}
    pieces = [
        replace(
            UTUH,
            id=house.new_id(),
            kode=from_bits(f"contoh mati {n:04}".encode()),
            pelengkap=Pelengkap(),
            **more,
        )
        for n in range(3)
    ]
    kept = laid(house, [dip_row(one) for one in pieces])
    edisi = Edisi(house.new_id(), INSTANSI, DIP, keadaan=TERBIT, tahun=2026, urut=1, sk=SK)
    edisi = replace(edisi, isi=kept.sha256, banyak=3, terbit=now, beku=now, penerbit="contoh")
    with house.ledger.begin() as tx:
        hold(tx, kept)
        tx.add_all([*pieces, edisi])
        tx.note(Catatan(INSTANSI, MESIN, "edisi_diterbitkan", now, edisi.id))
        tx.plan("terbitkan", INSTANSI)


def public(house: RealHouse) -> list[str]:
    """What the public reads today, by kode."""
    path = Path(house.settings.publik.removeprefix("sqlite:///"))
    if not path.is_file():
        return []
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as book:
        return [str(kode) for (kode,) in book.execute("SELECT kode FROM kini ORDER BY kode")]


def whole(house: RealHouse, where: str) -> None:
    """Published once: all three lines, moved once each, and no half-made file left."""
    with house.ledger.read() as reading:
        pieces = reading.find(Informasi)
        lines = reading.find(Riwayat, ke=k.TERBIT)
        (edisi,) = reading.find(Edisi)
    assert {one.keadaan for one in pieces} == {k.TERBIT}, where
    assert sorted(one.informasi for one in lines) == sorted(one.id for one in pieces), where
    assert public(house) == sorted(spoken(one.kode) for one in pieces), where
    assert len(frozen_rows(house, edisi.isi)) == edisi.banyak
    folder = Path(house.settings.publik.removeprefix("sqlite:///")).parent
    assert list(folder.glob(".*.part")) == [], where
    assert [one.sebut for one in audit(house) if one.janji == "I5" and not one.utuh] == [], where


def runs(house: RealHouse) -> None:
    terbitkan.run(house, INSTANSI)


def counted(house: RealHouse) -> int:
    """How many calls to disk and ledger the job makes."""
    tells_of_commits(house.engine)
    with points(None, TITIK) as seen:
        runs(house)
    return seen.count


@pytest.mark.timeout(600)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("cara", ["kata", "disk"])
def test_killed_at_any_word_or_call_the_edition_is_public_once_after_one_more_run(
    cara: str, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    salinan = Salinan(tmp_path, buku)
    with open_house(salinan.start, salinan.url) as house:
        published(house)
        assert public(house) == []
    with open_house(*salinan.copy("tenang")) as house:
        total = words_of(house, runs) if cara == "kata" else counted(house)
        whole(house, "undisturbed")
        wanted = public(house)

    every = 1 if request.config.getoption("--panjang") else max(1, total // 4)
    for n in {*range(1, total + 1, every), total}:
        folder, url = salinan.copy(f"kali{n}")

        def killed(folder: Path = folder, url: str = url, n: int = n) -> None:
            with open_house(folder, url) as house:
                if cara == "kata":
                    words_of(house, runs, n)
                else:
                    tells_of_commits(house.engine)
                    with points(dies_at(n), TITIK):
                        runs(house)

        where = f"{cara} {n} of {total}"
        assert os.WIFSIGNALED(in_child(killed)), f"{where}: nobody died"
        with open_house(folder, url) as house:
            assert public(house) in ([], wanted), where
            runs(house)
            whole(house, where)
        shutil.rmtree(folder)
