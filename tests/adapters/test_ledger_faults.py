"""What goes wrong under the ledger is said plainly, and never as a fault of the program."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.clock import SystemClock, new_id
from service.adapters.ledger import engine as engines
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
from service.adapters.ledger.ledger import SqlLedger
from service.config import CODE
from service.domain.kiriman import Kiriman
from service.domain.libur import NASIONAL, Libur
from service.domain.nomor import Buku
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, Refusal, Unavailable
from tests import pangkalan
from tests.adapters.test_ledger_contract import AGENDA, NOW, kiriman, line
from tests.conftest import CountingBell, new_postgres, new_sqlite
from tests.servers import postgres_url


def test_a_holiday_taken_out_may_be_put_in_again(ledger: SqlLedger) -> None:
    libur = Libur("kemensetneg-2026-01-01", "kemensetneg", NOW.date(), "Tahun Baru", NASIONAL)
    with ledger.begin() as tx:
        tx.add(libur)
        tx.note(line())
    with ledger.begin() as tx:
        tx.drop(libur)
        tx.note(line())

    with ledger.begin() as tx:
        tx.add(libur)
        tx.note(line())
    with ledger.begin() as tx:
        [found] = tx.find(Libur)
        tx.save(found, replace(found, nama="Tahun Baru 2026 Masehi"))
        tx.note(line())

    with ledger.read() as look:
        assert look.find(Libur)[0].nama == "Tahun Baru 2026 Masehi"


def test_one_row_is_never_saved_over_another(ledger: SqlLedger) -> None:
    one, other = kiriman(), kiriman()
    with ledger.begin() as tx:
        tx.add(one)
        tx.add(other)
        tx.note(line())

    with pytest.raises(ValueError), ledger.begin() as tx:
        tx.save(one, replace(one, id=other.id, nama="tertukar"))

    with ledger.read() as look:
        assert look.get(Kiriman, other.id) == other


def test_a_name_that_is_taken_is_refused_when_a_row_changes_to_it(ledger: SqlLedger) -> None:
    satu = Orang(new_id(), "kemensetneg", "contoh.satu", "Contoh Satu", "", "", aktif=True)
    dua = replace(satu, id=new_id(), nama_masuk="contoh.dua")
    with ledger.begin() as tx:
        tx.add(satu)
        tx.add(dua)
        tx.note(line())

    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.save(dua, replace(dua, nama_masuk="contoh.satu"))


@pytest.mark.parametrize("nama", ["surat\x00contoh.docx", "surat\ud800contoh.docx"])
def test_letters_that_no_ledger_can_keep_are_refused_with_a_sentence(
    ledger: SqlLedger, nama: str
) -> None:
    with pytest.raises(Refusal, match="tidak dapat disimpan"), ledger.begin() as tx:
        tx.add(kiriman(nama=nama))
        tx.note(line())

    with ledger.read() as look:
        assert look.find(Kiriman) == []


def test_more_who_ask_than_there_are_connections_are_asked_to_wait(
    ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_MS", 200)
    monkeypatch.setattr(engines, "CONNECTIONS", 2)
    ledger = SqlLedger(open_engine(ledger_url), SystemClock(), CountingBell())

    with (
        ledger.read(),
        ledger.read(),
        pytest.raises(Unavailable, match="Terlalu banyak"),
        ledger.read(),
    ):
        pass
    ledger.close()


def test_two_acts_that_wait_for_each_other_end_and_one_of_them_is_told_to_try_again(
    tmp_path: Path,
) -> None:
    ledger = SqlLedger(open_engine(new_postgres(tmp_path)), SystemClock(), CountingBell())
    one, other = kiriman(), kiriman()
    with ledger.begin() as tx:
        tx.add(one)
        tx.add(other)
        tx.note(line())
    meet = threading.Barrier(2)

    def act(first: Kiriman, second: Kiriman) -> str:
        try:
            with ledger.begin() as tx:
                tx.save(first, replace(first, alasan="contoh"))
                meet.wait(10)
                tx.save(second, replace(second, alasan="contoh"))
                tx.note(line())
        except (Unavailable, Overtaken) as no:
            return str(no)
        return "selesai"

    with ThreadPoolExecutor(2) as hands:
        told = list(hands.map(act, (one, other), (other, one)))
    ledger.close()

    assert sorted(word == "selesai" for word in told) == [False, True]
    assert any("sedang dipakai" in word for word in told)


def test_an_act_that_froze_half_way_does_not_hold_up_the_others_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_MS", 300)
    ledger = SqlLedger(open_engine(new_postgres(tmp_path)), SystemClock(), CountingBell())
    frozen = ledger.begin()
    frozen.__enter__().draw(AGENDA, "beku")

    with pytest.raises(Unavailable, match="sedang dipakai"), ledger.begin() as tx:
        tx.draw(AGENDA, "lain")

    frozen.__exit__(None, None, None)
    ledger.close()


def test_a_damaged_ledger_is_named_as_what_it_is(tmp_path: Path) -> None:
    url = new_sqlite(tmp_path)
    (tmp_path / "berkas.db").write_bytes(b"bukan buku induk " * 1000)
    ledger = SqlLedger(open_engine(url), SystemClock(), CountingBell())

    with pytest.raises(Unavailable, match="rusak"), ledger.read() as look:
        look.find(Kiriman)
    ledger.close()


def test_numbers_are_given_back_by_an_act_that_was_refused(ledger: SqlLedger) -> None:
    unknown = kiriman()
    with ledger.begin() as tx:
        tx.draw(AGENDA, "pertama")
    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.draw(AGENDA, "kedua")
        tx.draw(Buku("kemensetneg", "sk", 2026), "kedua")
        tx.save(unknown, unknown)

    with ledger.begin() as tx:
        assert tx.draw(AGENDA, "ketiga").urut == 2
        assert tx.draw(Buku("kemensetneg", "sk", 2026), "ketiga").urut == 1


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A ledger that nobody has laid out yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/kosong.db"
    name = f"kosong_{new_id()}"
    pangkalan.create(name)
    return postgres_url(name)


LAY_OUT = """
import sys
from service.adapters.ledger import schema
from service.adapters.ledger.engine import open_engine
engine = open_engine(sys.argv[1], lasting=False)
print("at the door", flush=True)
sys.stdin.readline()
print(schema.migrate(engine))
"""


def test_processes_that_lay_out_a_ledger_at_once_lay_it_out_once(empty: str) -> None:
    many = [
        subprocess.Popen(
            [sys.executable, "-c", LAY_OUT, empty],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=CODE,
        )
        for _ in range(4)
    ]
    for one in many:
        assert one.stdout
        one.stdout.readline()
    for one in many:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=60) for one in many]

    assert [(out.strip(), wrong) for out, wrong in said] == [(schema.head(), "")] * 4
