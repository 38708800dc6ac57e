"""The term of an answer is lengthened once, with a lawful reason, of a matter and of its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.acts.register import perpanjangan
from service.acts.register.perpanjangan import Perpanjang, TidakDapatDiperpanjang
from service.domain.catatan import Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import SELESAI, Permohonan, SudahBerakhir
from service.domain.perpanjangan import (
    ALASAN,
    PerpanjanganTidakSah,
    SudahDiperpanjang,
    TenggatLewat,
)
from service.domain.perpanjangan import Perpanjangan as Baris
from service.domain.refusals import Overtaken, TidakBerwenang
from tests.acts.perkara import KODE, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
KATA = "Informasinya masih dikumpulkan dari dua bidang"
SAH = Perpanjang("belum_didokumentasikan", KATA, "disusun")


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def a_line(dinas: Perkantoran, kiriman: str = "") -> Permohonan:
    """A request in the register, and the letter it came in."""
    kiriman = kiriman or dinas.kantor.new_id()
    one = Permohonan(
        dinas.kantor.new_id(),
        kiriman,
        KODE,
        UNIT,
        "",
        "terdaftar",
        SENIN,
        SENIN.date(),
        date(2026, 12, 7),
        nomor_daftar="1/REG",
    )
    with dinas.kantor.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, KODE, UNIT, "web", "surat contoh", DIDAFTAR, SENIN))
        tx.add(one)
        tx.note(Catatan(KODE, "mesin", "permohonan_diterima", SENIN, one.id))
    return one


def kept(dinas: Perkantoran, one: Permohonan) -> Permohonan:
    with dinas.kantor.ledger.read() as reading:
        return reading.get(Permohonan, one.id)


def more(dinas: Perkantoran, one: Permohonan, said: Perpanjang = SAH, versi: int = 1) -> Permohonan:
    return perpanjangan.of_request(dinas.kantor, dinas.oleh("ppid"), one.id, versi, said)


def test_the_term_of_a_matter_is_lengthened_once(dinas: Perkantoran) -> None:
    one, head = dinas.opened(diterima=SENIN), dinas.oleh("ppid")
    kantor = dinas.kantor
    with pytest.raises(TidakBerwenang):
        perpanjangan.of_matter(kantor, dinas.oleh("unit"), one.id, one.versi, SAH)
    longer = perpanjangan.of_matter(kantor, head, one.id, one.versi, SAH)

    assert (longer.perpanjangan, longer.tenggat) == (7, date(2026, 12, 16))
    with pytest.raises(SudahDiperpanjang, match="16-12-2026"):
        perpanjangan.of_matter(kantor, head, one.id, longer.versi, SAH)
    other = dinas.opened("serah")
    with pytest.raises(TidakDapatDiperpanjang):
        perpanjangan.of_matter(kantor, head, other.id, other.versi, SAH)


def test_a_line_without_a_matter_is_lengthened_by_itself(dinas: Perkantoran) -> None:
    one = a_line(dinas)
    after = more(dinas, one)

    assert (after.diperpanjang, after.tenggat) == (True, date(2026, 12, 16))
    with dinas.kantor.ledger.read() as reading:
        [row] = reading.find(Baris)
    assert (row.dari, row.sampai, row.hari) == (date(2026, 12, 7), date(2026, 12, 16), 7)
    assert (row.alasan, row.uraian, row.surat) == (SAH.alasan, KATA, "disusun")


@pytest.mark.parametrize("by_line", [True, False])
def test_a_line_and_its_matter_are_lengthened_together_by_either(
    dinas: Perkantoran, by_line: bool
) -> None:
    line = a_line(dinas)
    berkas = dinas.opened(diterima=SENIN, kiriman=line.kiriman)
    if by_line:
        more(dinas, line)
    else:
        head = dinas.oleh("ppid")
        perpanjangan.of_matter(dinas.kantor, head, berkas.id, berkas.versi, SAH)

    now = dinas.now(berkas)
    assert (kept(dinas, line).tenggat, now.tenggat) == (date(2026, 12, 16), date(2026, 12, 16))
    with pytest.raises(SudahDiperpanjang):
        more(dinas, line, versi=2)
    with pytest.raises(SudahDiperpanjang):
        perpanjangan.of_matter(dinas.kantor, dinas.oleh("ppid"), now.id, now.versi, SAH)


@pytest.mark.parametrize(
    "said",
    [
        replace(SAH, alasan="sibuk"),
        replace(SAH, uraian="belum"),
        replace(SAH, surat=""),
        replace(SAH, surat="dilampirkan"),
    ],
)
def test_what_no_letter_could_say_is_refused_and_nothing_changes(
    dinas: Perkantoran, said: Perpanjang
) -> None:
    one = a_line(dinas)
    with pytest.raises(PerpanjanganTidakSah, match="Tidak ada yang diubah"):
        more(dinas, one, said)
    assert kept(dinas, one) == one
    assert set(ALASAN) == {"belum_dikuasai", "belum_didokumentasikan", "belum_diputuskan"}


def test_what_is_over_or_overdue_is_not_lengthened(dinas: Perkantoran) -> None:
    one, answered = a_line(dinas), a_line(dinas)
    with dinas.kantor.ledger.begin() as tx:
        tx.save(answered, replace(answered, keadaan=SELESAI))
        tx.note(Catatan(KODE, "mesin", "permohonan_dijawab", SENIN, answered.id))
    with pytest.raises(SudahBerakhir):
        more(dinas, answered, versi=2)
    with pytest.raises(Overtaken):
        more(dinas, one, versi=9)
    dinas.kantor.clock.at = datetime(2026, 12, 7, 2, 0, tzinfo=UTC)
    with dinas.kantor.ledger.read() as reading:
        assert reading.get(Permohonan, one.id).tenggat == date(2026, 12, 7)
    dinas.kantor.clock.at = datetime(2026, 12, 8, 2, 0, tzinfo=UTC)
    with pytest.raises(TenggatLewat):
        more(dinas, one)
