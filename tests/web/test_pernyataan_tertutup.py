"""Pages of what is withheld and of files on their way out ask as often for many as for few."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.pelepasan import putus
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang.keluar import FileKeluar
from service.domain.gerbang.pelepasan import Pelepasan
from service.domain.gerbang.tembus import Tembus
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pembukaan import DITOLAK, Pembukaan
from service.house import RealHouse
from tests.contoh_buruk import _pdf
from tests.office import INSTANSI, UNIT, arrive, work
from tests.pelepasan import BIASA, NIP, SEBAB, Loket
from tests.web.rumah_web import Orang, officer
from tests.web.test_dikecualikan_web import laid

SEDIKIT, BANYAK = 2, 12


@pytest.fixture
def pejabat(house: RealHouse) -> Orang:
    return officer(house, "pejabat", "ppid", "petugas", "tim_sekretariat")


def asks(who: Orang, halaman: str, kata: str, ditanya: list[str]) -> list[str]:
    """What one look at a page asks, once what is learnt once is known."""
    assert who.client.get(halaman).status_code == 200
    ditanya.clear()
    assert kata in who.client.get(halaman).text
    return list(ditanya)


def same(few: list[str], many: list[str]) -> None:
    again = sorted({one for one in many if many.count(one) > few.count(one)})
    assert len(many) == len(few), "\n\n".join(again)


def test_the_list_of_what_is_withheld_asks_no_more_often_when_it_grows(
    house: RealHouse, pejabat: Orang, ditanya: list[str]
) -> None:
    found = []
    for first, last in ((0, SEDIKIT), (SEDIKIT, BANYAK)):
        for n in range(first, last):
            laid(house, f"satu contoh {n:04}")
        found.append(asks(pejabat, "/dikecualikan", "satu contoh 0000", ditanya))
    same(*found)


def test_a_withheld_piece_asks_no_more_often_when_its_history_grows(
    house: RealHouse, pejabat: Orang, ditanya: list[str]
) -> None:
    one, found = laid(house), []
    for first, last in ((0, SEDIKIT), (SEDIKIT, BANYAK)):
        for _ in range(first, last):
            turned_down(house, one, pejabat)
        found.append(asks(pejabat, f"/dikecualikan/{one.id}", "Tidak disetujui", ditanya))
    same(*found)


def turned_down(house: RealHouse, one: Informasi, who: Orang) -> None:
    """It was asked to be opened, and somebody said no."""
    now, by, why = (
        house.clock.now(),
        who.hadir.orang.id,
        Alasan(house.new_id(), INSTANSI, one.id, SEBAB),
    )
    asked = Pembukaan(house.new_id(), one.id, INSTANSI, UNIT, "b" * 26, by, now, why.id, one.sk)
    with house.ledger.begin() as tx:
        tx.add(why)
        tx.add(replace(asked, keadaan=DITOLAK, penjawab=by, dijawab=now, jawaban=why.id))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_pembukaan_ditolak", now, one.id))


def test_a_file_on_its_way_out_asks_no_more_often_for_many_hits(
    house: RealHouse, pejabat: Orang, ditanya: list[str], tmp_path: Path
) -> None:
    kita, found = Loket(house, tmp_path, pejabat.hadir, pejabat.hadir), []
    one = kita.letter(BIASA, NIP)
    putus.begin(house, pejabat.hadir, one.id)
    before = kita.done(one)
    for many in (SEDIKIT, BANYAK):
        before = cleared(house, before, many, pejabat)
        found.append(asks(pejabat, f"/informasi/{one.id}/pemeriksaan", SEBAB, ditanya))
    same(*found)


def cleared(house: RealHouse, before: FileKeluar, many: int, who: Orang) -> FileKeluar:
    """So many hits stand in it, and each was let pass with a reason of its own."""
    hits = tuple(Tembus("nip", f"halaman {n + 1}") for n in range(many))
    seen = replace(before, temuan=hits)
    now, about = house.clock.now(), (INSTANSI, before.informasi)
    reasons = [Alasan(house.new_id(), *about, f"{SEBAB} {n}") for n in range(many)]
    lepas = tuple(
        Pelepasan(seen.pemeriksaan.sidik, hit.id, who.hadir.orang.id, why.id, now)
        for hit, why in zip(hits, reasons, strict=True)
    )
    with house.ledger.begin() as tx:
        for why in reasons:
            tx.add(why)
        tx.save(before, replace(seen, lepas=lepas))
        tx.note(Catatan(INSTANSI, MESIN, "file_temuan_dilepas", now, before.informasi))
    with house.ledger.read() as reading:
        return reading.get(FileKeluar, before.id)


def test_the_choice_of_a_file_asks_no_more_often_for_many_kiriman(
    house: RealHouse, pejabat: Orang, ditanya: list[str], tmp_path: Path
) -> None:
    kita, found = Loket(house, tmp_path, pejabat.hadir, pejabat.hadir), []
    one = kita.letter()
    for first, last in ((0, SEDIKIT), (SEDIKIT, BANYAK)):
        for n in range(first, last):
            path = tmp_path / f"surat-{n}.pdf"
            path.write_bytes(_pdf.letter(f"Surat {n}"))
            arrive(house, path)
        work(house)
        found.append(asks(pejabat, f"/informasi/{one.id}/pemeriksaan/pilih", "surat-0", ditanya))
    same(*found)
