"""What goes to another unit goes with its line in the register; who keeps its term is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.berkas import pindah as berkas_pindah
from service.acts.berkas.henti import Minta
from service.acts.kiriman import nomor_daftar
from service.acts.kiriman import putusan as desk
from service.acts.lihat.terlihat import line_for
from service.acts.orang import orang, peran
from service.acts.pengingat.daftar import reminders
from service.acts.register import jawaban, sengketa_putusan
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.permohonan import DIBERIKAN, Keputusan, Permohonan
from service.domain.refusals import TidakAda
from service.domain.sengketa import Sengketa
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.perkara import KODE, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.acts.test_berkas_pindah import house, petugas, registered, sent_to_unit
from tests.acts.test_perpanjangan import SENIN, a_line, kept
from tests.acts.test_putusan_kiriman import DITETAPKAN, audited, found
from tests.kantor import Kantor
from tests.office import UNIT as HUMAS
from tests.office import person, work
from tests.web.test_sengketa_web import disputed, objected, ordered

__all__ = ["house", "petugas"]
DUA = "bidang_dua"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def of_unit(dinas: Perkantoran, unit: str) -> Hadir:
    """Somebody who receives requests for one unit."""
    kantor = dinas.kantor
    admin = kantor.hadir(dinas.orang["admin"])
    made, _ = orang.create(kantor, admin, KODE, orang.Isian(f"contoh.{unit}", f"Contoh {unit}"))
    peran.give(kantor, admin, made.id, peran.Penugasan(KODE, unit, "petugas"))
    return kantor.hadir(made.id)


def moved(dinas: Perkantoran, line: Permohonan) -> Permohonan:
    """The request when its matter went from its first unit to the second."""
    one = dinas.opened(diterima=SENIN, kiriman=line.kiriman)
    with dinas.kantor.ledger.begin() as tx:
        came = tx.get(Kiriman, line.kiriman)
        tx.save(came, replace(came, berkas=one.id))
        tx.note(Catatan(KODE, "mesin", "kiriman_didaftar", SENIN, came.id))
    head = dinas.oleh("ppid", "tim_sekretariat")
    berkas_pindah.move(dinas.kantor, head, Minta(one.id, one.versi, "Unit yang menguasai"), DUA)
    return kept(dinas, line)


def test_the_unit_that_a_request_went_to_is_reminded_of_it_and_answers_it(
    dinas: Perkantoran,
) -> None:
    before, after = of_unit(dinas, UNIT), of_unit(dinas, DUA)
    line = moved(dinas, a_line(dinas))

    assert line.unit == DUA
    kantor = dinas.kantor
    kantor.clock.at = datetime(2026, 12, 7, 2, tzinfo=UTC)  # the last day of its term
    assert [x.id for x in reminders(kantor, after) if x.apa == "permohonan"] == [line.id]
    assert [x for x in reminders(kantor, before) if x.apa == "permohonan"] == []
    with kantor.ledger.read() as reading, pytest.raises(TidakAda):
        line_for(reading, before, Permohonan, line.id)
    said = Keputusan(keputusan=DIBERIKAN, pemberitahuan="2026-12-07", pemberian="2026-12-07")
    jawaban.answer(kantor, after, line.id, line.versi, said)
    assert [x.perbuatan for x in kantor.perkara.trail(line)][1] == "register_dipindah"
    assert promises(dinas) == []


def test_a_request_is_counted_by_the_clock_of_the_unit_it_went_to(dinas: Perkantoran) -> None:
    kantor = dinas.kantor
    pack = kantor.home / "paket" / KODE / "instansi.toml"
    pack.write_text(pack.read_text().replace('kode = "B2"', 'kode = "B2"\nzona = "WIT"'))
    late = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)  # 15.30 here, after hours there
    line = a_line(dinas)
    with kantor.ledger.begin() as tx:
        tx.save(line, replace(line, diterima=late))
        tx.note(Catatan(KODE, "mesin", "permohonan_diterima", late, line.id))
    assert moved(dinas, line).tenggat == date(2026, 12, 8)


def test_a_letter_that_the_desk_sends_to_a_unit_takes_its_line_along(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    letter = registered(house, petugas, tmp_path)
    letter = nomor_daftar.give(house, petugas, letter.id, letter.versi)
    letter = sent_to_unit(house, petugas, found(house, letter.id))

    with house.ledger.read() as reading:
        [line] = reading.find(Permohonan, kiriman=letter.id)
    assert (letter.unit, line.unit) == (HUMAS, HUMAS)
    assert audited(house) == []


def test_an_objection_goes_with_its_dispute_and_stays_when_the_test_it_led_to_goes(
    house: RealHouse,
) -> None:
    head = person(house, "atasan", "atasan_ppid", "tim_sekretariat")
    about = objected(house)
    work(house)
    one = disputed(house, head, about)
    ruled = sengketa_putusan.rule(house, head, one.id, 1, *ordered(house))
    berkas_pindah.move(house, head, Minta(ruled.berkas, 1, "Unit yang menguasai"), HUMAS)
    came = found(house, about.kiriman)
    assert came.unit == about.unit == ""

    told = replace(DITETAPKAN, jenis="keberatan", unit=HUMAS)
    desk.confirm(house, head, came.id, came.versi, told)
    with house.ledger.read() as reading:
        places = [reading.get(Keberatan, about.id).unit, reading.get(Sengketa, one.id).unit]
    assert places == [HUMAS, HUMAS]
    assert audited(house) == []
