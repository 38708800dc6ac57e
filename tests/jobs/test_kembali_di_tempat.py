"""Who signs does so where the paper lies, and saves: it counts as if it had been carried back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import collect, send
from jobs.watcher import Watcher
from service.acts.naskah import submit
from service.domain.naskah import DIARSIPKAN, DIKIRIM
from service.domain.refusals import Unavailable
from service.house import RealHouse
from tests.aplikasi import Kantor, opened, signed
from tests.conftest import new_sqlite
from tests.office import open_house, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tmp_path: Path) -> Kantor:
    made = opened(house, tmp_path)
    for nama in ("ppid", "atasan"):
        made.knows(nama)
    return made


def at(kantor: Kantor, id_: str) -> Path:
    (found,) = kantor.folder("keluar").rglob(f"*{id_}.pdf")
    return found


def looked(kantor: Kantor, watcher: Watcher) -> list[str]:
    """The watcher looks until a file lies still, and the machine does what it asks for."""
    watcher.collect()
    time.sleep(1.05)
    watcher.collect()
    return work(kantor.house)


def test_signed_where_it_lies_it_goes_on_to_the_next_signer_and_to_its_end(kantor: Kantor) -> None:
    one, watcher = kantor.out(), Watcher(kantor.house)
    assert looked(kantor, watcher) == [], "what lies there as it was laid is asked for no more"
    first = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    at(kantor, one.id).write_bytes(first)

    looked(kantor, watcher)
    assert kantor.lies(one.id) == ("Contoh atasan", first)
    last = signed(first, kantor.kunci["atasan"], "Signature2")
    at(kantor, one.id).with_name(f"SK {one.id}_signed.pdf").write_bytes(last)
    looked(kantor, watcher)

    after = kantor.now(one.id)
    assert after.keadaan == DIARSIPKAN
    with kantor.house.store.open(after.bertanda_tangan) as kept:
        assert kept.read() == last
    assert not [*kantor.folder("keluar").rglob(f"*{one.id}*")]
    assert kantor.kept(one.id) == []


def test_what_the_rule_refuses_goes_to_a_person_and_the_paper_is_laid_back_as_it_was(
    kantor: Kantor,
) -> None:
    one, watcher = kantor.out(), Watcher(kantor.house)
    folder, went = kantor.lies(one.id)
    wrong = signed(went, kantor.kunci["lain"])
    at(kantor, one.id).write_bytes(wrong)

    looked(kantor, watcher)

    (came,) = kantor.kept(one.id)
    assert "bukan yang tercatat bagi PPID" in came.temuan[0]
    with kantor.house.store.open(came.file) as kept:
        assert kept.read() == wrong
    assert kantor.lies(one.id) == (folder, went)
    assert looked(kantor, watcher) == []


def test_half_written_it_waits_and_nothing_is_laid_over_it(kantor: Kantor) -> None:
    one, watcher = kantor.out(), Watcher(kantor.house)
    went = kantor.lies(one.id)[1]
    whole = signed(went, kantor.kunci["ppid"])
    path = at(kantor, one.id)
    path.write_bytes(whole[:-300])

    assert looked(kantor, watcher) == []
    for run in (collect.run, send.run):
        with pytest.raises(Unavailable, match="masih ditulis"):
            run(kantor.house, one.id)
    assert path.read_bytes() == whole[:-300]
    path.write_bytes(whole)
    with path.open("ab") as held, pytest.raises(Unavailable, match="masih dibuka"):
        collect.run(kantor.house, one.id)
    held.close()
    looked(kantor, watcher)
    assert kantor.lies(one.id) == ("Contoh atasan", whole)


def test_signed_there_when_it_was_called_back_already_it_is_kept_and_told(kantor: Kantor) -> None:
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    at(kantor, one.id).write_bytes(held)

    submit.send_back(kantor.house, one.id, kantor.orang["ppid"], one.versi, "Salah contoh")
    work(kantor.house)

    (came,) = kantor.kept(one.id)
    with kantor.house.store.open(came.file) as kept:
        assert kept.read() == held
    assert kantor.nobody_has(one.id)


def test_carried_back_and_signed_there_too_the_second_is_laid_over_by_nothing(
    kantor: Kantor,
) -> None:
    one = kantor.out()
    went = kantor.lies(one.id)[1]
    other = signed(went, kantor.kunci["lain"])
    at(kantor, one.id).write_bytes(other)

    kantor.gives_back(one.id, signed(went, kantor.kunci["ppid"]))

    assert kantor.now(one.id).keadaan == DIKIRIM
    assert kantor.lies(one.id)[0] == "Contoh atasan"
    (came,) = kantor.kept(one.id)
    with kantor.house.store.open(came.file) as kept:
        assert kept.read() == other


def test_an_earlier_print_of_ours_that_still_lies_there_is_no_return(kantor: Kantor) -> None:
    one = kantor.out()

    submit.send_back(kantor.house, one.id, kantor.orang["ppid"], one.versi, "Salah contoh")
    work(kantor.house)  # a new print is made before the old one is taken away

    assert kantor.now(one.id).pdf != one.pdf
    assert kantor.nobody_has(one.id)
    assert kantor.kept(one.id) == []
