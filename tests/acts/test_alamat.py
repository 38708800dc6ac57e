"""What the public list points at is looked at, and what does not answer is told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.acts.edisi import alamat
from service.acts.informasi import cabut
from service.domain.edisi.alamat_periksa import (
    BAIK,
    DIAM,
    HILANG,
    SEMUA,
    TIDAK,
    Alamat,
    AlamatDiperiksa,
    Jawaban,
)
from service.domain.informasi.informasi import Informasi
from service.domain.refusals import TidakAda
from tests.acts.perkara import KODE
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LUAR = "https://data.contoh.go.id/{}"


class Tamu:
    """Answers as it was told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.which = SEMUA
        self.jawab: dict[str, Jawaban] = {}
        self.asked: list[str] = []

    def visit(self, asked: Alamat) -> Jawaban:
        self.asked.append(asked.alamat)
        return self.jawab.get(asked.alamat, Jawaban(200))


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    kantor.pengunjung = Tamu()
    return kantor_edisi(kantor)


@pytest.fixture
def tamu(it: KantorEdisi) -> Tamu:
    assert isinstance(it.kantor.pengunjung, Tamu)
    return it.kantor.pengunjung


def rows(it: KantorEdisi) -> dict[str, AlamatDiperiksa]:
    return {one.alamat: one for one in alamat.found(it.kantor, KODE)}


def listed(it: KantorEdisi, *nama: str) -> list[Informasi]:
    """Lines that name another site each, in a list that the public reads."""
    made = [it.piece(one, alamat=LUAR.format(one)) for one in nama]
    it.public()
    return made


def test_after_a_publication_each_address_is_asked_once(it: KantorEdisi, tamu: Tamu) -> None:
    listed(it, "keuangan", "kinerja")
    tamu.jawab[LUAR.format("kinerja")] = Jawaban(404)

    assert alamat.look(it.kantor, KODE) == {BAIK: 1, HILANG: 1}
    assert alamat.look(it.kantor, KODE) == {}

    assert sorted(tamu.asked) == [LUAR.format("keuangan"), LUAR.format("kinerja")]
    found = rows(it)
    assert next(iter(found)) == LUAR.format("kinerja")
    assert found[LUAR.format("kinerja")].kata == "servernya menjawab 404"


def test_a_broken_address_is_asked_the_next_day_and_a_good_one_in_a_month(
    it: KantorEdisi, tamu: Tamu
) -> None:
    listed(it, "keuangan", "kinerja")
    tamu.jawab[LUAR.format("kinerja")] = Jawaban(404)
    alamat.look(it.kantor, KODE)
    tamu.asked.clear()

    it.kantor.clock.at = SENIN + timedelta(days=1)
    tamu.jawab.clear()
    alamat.look(it.kantor, KODE)
    assert tamu.asked == [LUAR.format("kinerja")]
    it.kantor.clock.at = SENIN + timedelta(days=31)
    alamat.look(it.kantor, KODE)

    assert sorted(tamu.asked[1:]) == [LUAR.format("keuangan"), LUAR.format("kinerja")]
    assert all(one.baik for one in rows(it).values())


def test_of_a_line_that_left_the_list_nothing_is_asked_and_nothing_told(
    it: KantorEdisi, tamu: Tamu
) -> None:
    gone, _ = listed(it, "keuangan", "kinerja")
    alamat.look(it.kantor, KODE)
    before = it.now(gone)
    cabut.withdraw(it.kantor, it.oleh("ppid"), before.id, before.versi, "Ganda dengan baris lain")

    assert list(rows(it)) == [LUAR.format("kinerja")]
    it.kantor.clock.at = SENIN + timedelta(days=40)
    tamu.asked.clear()
    alamat.look(it.kantor, KODE)

    assert tamu.asked == [LUAR.format("kinerja")]
    with it.kantor.ledger.read() as reading:
        assert len(reading.find(AlamatDiperiksa, instansi=KODE)) == 1


def test_a_machine_that_keeps_silent_is_left_alone_until_the_next_day(
    it: KantorEdisi, tamu: Tamu
) -> None:
    nama = [f"bidang {huruf}" for huruf in "abcdef"]
    listed(it, *nama)
    tamu.jawab = {LUAR.format(one): Jawaban(sebab="waktu habis") for one in nama}

    assert alamat.look(it.kantor, KODE) == {DIAM: alamat.SEPI}


def test_a_person_who_publishes_has_it_looked_at_once_more(it: KantorEdisi, tamu: Tamu) -> None:
    listed(it, "keuangan")
    tamu.jawab[LUAR.format("keuangan")] = Jawaban(404)
    alamat.look(it.kantor, KODE)
    tamu.jawab.clear()

    alamat.again(it.kantor, it.oleh("ppid"), KODE)
    alamat.look(it.kantor, KODE)

    assert rows(it)[LUAR.format("keuangan")].baik
    with pytest.raises(TidakAda):
        alamat.again(it.kantor, it.oleh("ppid"), "instansi_lain")


def test_an_office_that_wants_none_of_it_owes_nothing(it: KantorEdisi, tamu: Tamu) -> None:
    tamu.which = TIDAK
    listed(it, "keuangan")

    assert alamat.look(it.kantor, KODE) == {}
    owed = set[str]()
    alamat.plan_looks(it.kantor, owed)
    assert owed == set()


def test_each_office_owes_its_look_once_a_day(it: KantorEdisi) -> None:
    owed = set[str]()
    alamat.plan_looks(it.kantor, owed)
    alamat.plan_looks(it.kantor, owed)

    assert len(owed) == 1
