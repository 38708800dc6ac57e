"""What every ledger promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.adapters.clock import new_id
from service.adapters.ledger.journal import UnnotedAct
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import AWAL, Catatan
from service.domain.kiriman import DITERIMA, KARANTINA, Kiriman
from service.domain.libur import NASIONAL, Libur
from service.domain.naskah import KONSEP, Naskah
from service.domain.nomor import Buku
from service.domain.refusals import Overtaken, TidakAda
from service.domain.simpanan import DISEWA, Simpanan
from tests.conftest import CountingBell

NOW = datetime(2026, 11, 21, 7, 5, 9, 123456, tzinfo=UTC)
AGENDA = Buku("kemensetneg", "agenda", 2026)


def kiriman(**changes: object) -> Kiriman:
    whole = Kiriman(
        new_id(), "kemensetneg", "humas", "folder", "Surat Contoh & Co <1>.docx", DITERIMA, NOW
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def line(**changes: object) -> Catatan:
    return replace(Catatan("kemensetneg", "mesin", "menerima", NOW), **changes)  # type: ignore[arg-type]


def test_what_is_written_is_read_back_letter_for_letter(ledger: SqlLedger) -> None:
    naskah = Naskah(
        new_id(),
        "b",
        "kemensetneg",
        "memorandum",
        KONSEP,
        NOW,
        {"perihal": "Uji “konsekuensi” & <b>", "rangkap": 3},
        tanggal=date(2026, 2, 28),
    )

    with ledger.begin() as tx:
        tx.add(naskah)
        tx.note(line())

    with ledger.read() as look:
        assert look.get(Naskah, naskah.id) == naskah


def test_a_row_that_has_moved_on_is_not_overwritten(ledger: SqlLedger) -> None:
    seen = kiriman()
    with ledger.begin() as tx:
        tx.add(seen)
        tx.note(line())
    with ledger.begin() as tx:
        tx.save(seen, replace(seen, nomor_agenda="1"))
        tx.note(line())

    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.save(seen, replace(seen, nomor_agenda="2"))

    with ledger.read() as look:
        assert look.get(Kiriman, seen.id).nomor_agenda == "1"


def test_a_taken_id_is_refused(ledger: SqlLedger) -> None:
    one = kiriman()
    with ledger.begin() as tx:
        tx.add(one)
        tx.note(line())

    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.add(one)


def test_what_is_not_there_is_not_found(ledger: SqlLedger) -> None:
    with pytest.raises(TidakAda), ledger.read() as look:
        look.get(Kiriman, new_id())


def test_rows_are_found_by_what_they_hold(ledger: SqlLedger) -> None:
    rows = [kiriman(keadaan=KARANTINA), kiriman(), kiriman(keadaan=KARANTINA)]
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(line())

    with ledger.read() as look:
        found = look.find(Kiriman, instansi="kemensetneg", keadaan=KARANTINA)

    assert {one.id for one in found} == {rows[0].id, rows[2].id}


def test_several_are_asked_for_at_once(ledger: SqlLedger) -> None:
    rows = [kiriman(keadaan=KARANTINA), kiriman(), kiriman(unit="lain")]
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(line())

    asked = [one.id for one in rows[1:]]
    with ledger.read() as look:
        assert [one.id for one in look.find(Kiriman, id=asked)] == sorted(asked)
        assert look.find(Kiriman, id=asked, unit="lain") == [rows[2]]
        assert look.find(Kiriman, id=[]) == []


def test_a_transaction_that_fails_leaves_nothing_behind(
    ledger: SqlLedger, bell: CountingBell
) -> None:
    one = kiriman()

    with pytest.raises(ZeroDivisionError), ledger.begin() as tx:
        tx.add(one)
        tx.draw(AGENDA, one.id)
        tx.plan("identify", one.id)
        tx.note(line())
        raise ZeroDivisionError

    with ledger.begin() as tx:
        assert tx.find(Kiriman) == []
        assert tx.kepala("kemensetneg").urut == 0
        assert tx.draw(AGENDA, "lain").urut == 1
    assert bell.rung == 0


def test_the_bell_rings_once_after_a_commit_that_owes_work(
    ledger: SqlLedger, bell: CountingBell
) -> None:
    with ledger.begin() as tx:
        tx.plan("identify", new_id())
        tx.plan("identify", new_id())
        assert bell.rung == 0

    assert bell.rung == 1


def test_the_same_thing_is_given_the_same_number(ledger: SqlLedger) -> None:
    with ledger.begin() as tx:
        first = tx.draw(AGENDA, "surat-1")
        again = tx.draw(AGENDA, "surat-1")
        second = tx.draw(AGENDA, "surat-2")

    assert (first.urut, again.urut, second.urut) == (1, 1, 2)


def test_books_of_another_year_or_series_count_for_themselves(ledger: SqlLedger) -> None:
    with ledger.begin() as tx:
        tx.draw(AGENDA, "a")
        other_year = tx.draw(replace(AGENDA, tahun=2027), "a")
        other_series = tx.draw(replace(AGENDA, seri="sk"), "a")

    assert (other_year.urut, other_series.urut) == (1, 1)


def test_a_book_that_comes_from_paper_goes_on_where_the_paper_ended(ledger: SqlLedger) -> None:
    from_paper = replace(AGENDA, mulai=15)

    with ledger.begin() as tx:
        drawn = [tx.draw(from_paper, f"surat-{n}").urut for n in range(2)]
        drawn.append(tx.draw(AGENDA, "surat-3").urut)

    assert drawn == [15, 16, 17]


def test_takers_at_once_get_every_number_once_and_none_is_left_out(ledger: SqlLedger) -> None:
    def take(who: int) -> list[int]:
        numbers = []
        for n in range(10):
            with ledger.begin() as tx:
                numbers.append(tx.draw(AGENDA, f"{who}-{n}").urut)
        return numbers

    with ThreadPoolExecutor(8) as takers:
        taken = [number for numbers in takers.map(take, range(8)) for number in numbers]

    assert sorted(taken) == list(range(1, 81))


def test_a_change_that_nobody_notes_is_a_fault(ledger: SqlLedger) -> None:
    with pytest.raises(UnnotedAct), ledger.begin() as tx:
        tx.add(kiriman())


def test_leases_of_the_store_need_no_note(ledger: SqlLedger) -> None:
    lease = Simpanan("ab" * 32, 10, DISEWA, NOW)

    with ledger.begin() as tx:
        tx.add(lease)
    with ledger.begin() as tx:
        tx.drop(lease)

    with ledger.read() as look:
        assert look.find(Simpanan) == []


def test_a_row_of_the_register_is_never_taken_out(ledger: SqlLedger) -> None:
    with pytest.raises(TypeError), ledger.begin() as tx:
        tx.drop(kiriman())


def test_a_holiday_taken_out_leaves_its_removal_in_the_journal(ledger: SqlLedger) -> None:
    libur = Libur("kemensetneg-2026-01-01", "kemensetneg", date(2026, 1, 1), "Tahun Baru", NASIONAL)
    with ledger.begin() as tx:
        tx.add(libur)
        tx.note(line())
    with ledger.begin() as tx:
        tx.drop(libur)
        tx.note(line(perbuatan="mencabut hari libur"))

    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.drop(libur)

    with ledger.read() as look:
        assert look.find(Libur) == []
        assert look.kepala("kemensetneg").urut == 2


def test_what_was_taken_out_and_is_put_in_again_with_others_goes_on_from_its_removal(
    ledger: SqlLedger,
) -> None:
    baru, buruh = (
        Libur(f"kemensetneg-{hari}", "kemensetneg", hari, nama, NASIONAL)
        for hari, nama in ((date(2026, 1, 1), "Tahun Baru"), (date(2026, 5, 1), "Hari Buruh"))
    )
    with ledger.begin() as tx:
        tx.add_all([baru])
        tx.note(line())
    with ledger.begin() as tx:
        tx.drop(baru)
        tx.note(line())
    with ledger.begin() as tx:
        tx.add_all([baru, buruh])
        tx.note(line())

    with ledger.read() as look:
        assert {one.nama: one.versi for one in look.find(Libur)} == {
            "Tahun Baru": 3,
            "Hari Buruh": 1,
        }


def test_each_journal_is_one_chain(ledger: SqlLedger) -> None:
    for n in range(3):
        with ledger.begin() as tx:
            tx.add(kiriman())
            tx.note(line(rincian={"ke": str(n)}))
            tx.note(line(instansi="kota_kupang"))

    with ledger.read() as look:
        assert look.kepala("kemensetneg").urut == 3
        assert look.kepala("kota_kupang").urut == 3
        assert look.kepala("kota_kupang").rantai != AWAL
        assert look.kepala("tidak_ada").urut == 0


def test_a_look_cannot_write(ledger: SqlLedger) -> None:
    with ledger.read() as look:
        assert not hasattr(look, "add")


def test_acts_at_once_in_one_instansi_all_get_their_line(ledger: SqlLedger) -> None:
    def act(_: int) -> None:
        for _ in range(5):
            with ledger.begin() as tx:
                tx.add(kiriman())
                tx.note(line())

    with ThreadPoolExecutor(6) as hands:
        list(hands.map(act, range(6)))

    with ledger.read() as look:
        assert look.kepala("kemensetneg").urut == 30
