"""The NIK of a signer is never in clear where the ledger lies, also where it once was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from service.acts.keadaan.audit import audit
from service.acts.simpan.nik import NikTakTerbuka, masked, opened, seal_all
from service.domain.catatan import MESIN, Catatan
from service.domain.kunci_ttd import BSRE, KunciTtd
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, open_house, person, rule
from tests.servers import postgres

NIK = "9999010101010001"


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def ppid(house: RealHouse) -> Hadir:
    return person(house, "ppid", "ppid")


def as_it_was(house: RealHouse, oleh: Hadir, n: int = 1) -> KunciTtd:
    """A key as a version before this one kept it, and wrote it once more."""
    one = KunciTtd(house.new_id(), oleh.orang.id, BSRE, f"BSrE {n}", house.clock.now(), nik=NIK)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "kunci_ttd_ditambah", house.clock.now(), one.id))
    with house.ledger.begin() as tx:
        tx.save(one, replace(one, pemilik="Contoh Kepala"))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dibubuhi_ttd", house.clock.now(), one.id))
    return one


def lies(house: RealHouse) -> bytes:
    """The very bytes in which the keys lie on the disk."""
    if house.engine.dialect.name == "sqlite":
        book = Path(str(house.engine.url.database))
        return b"".join(path.read_bytes() for path in book.parent.glob(f"{book.name}*"))
    with house.engine.connect() as look:
        look.execute(text("CHECKPOINT"))
        at = look.execute(text("SELECT pg_relation_filepath('kunci_ttd')")).scalar_one()
    return Path(postgres()["home"], "data", at).read_bytes()


def kept(house: RealHouse, one: KunciTtd) -> KunciTtd:
    with house.ledger.read() as reading:
        return reading.get(KunciTtd, one.id)


def test_what_was_kept_in_clear_is_sealed_at_the_first_start_and_once(
    house: RealHouse, ppid: Hadir
) -> None:
    keys = [as_it_was(house, ppid, n) for n in (1, 2)]
    with house.ledger.begin() as tx:
        gone = KunciTtd(house.new_id(), ppid.orang.id, BSRE, "Dilepas", house.clock.now())
        tx.add(gone)
        tx.note(Catatan(INSTANSI, MESIN, "kunci_ttd_ditambah", house.clock.now(), gone.id))
    assert NIK.encode() in lies(house)  # or nothing would be looked for in the right place

    assert seal_all(house) == 2
    assert seal_all(house) == 0

    for one in keys:
        now = kept(house, one)
        assert NIK not in now.nik
        assert opened(house, now) == NIK
        assert masked(house, now) == "NIK ••••0001"
    assert kept(house, gone).nik == masked(house, kept(house, gone)) == ""
    assert NIK.encode() not in lies(house)
    assert [one.janji for one in audit(house) if not one.utuh] == []


@pytest.mark.parametrize("ledger_url", ["postgresql"], indirect=True)
def test_it_is_gone_from_the_disk_also_while_somebody_looks_at_the_ledger_as_it_was(
    house: RealHouse, ppid: Hadir
) -> None:
    as_it_was(house, ppid)
    assert NIK.encode() in lies(house)

    slow = house.engine.execution_options(isolation_level="REPEATABLE READ")
    with slow.connect() as reader:
        reader.execute(text("SELECT count(*) FROM orang"))  # and from here on sees this moment
        assert seal_all(house) == 1
        assert NIK.encode() not in lies(house)


def test_a_house_whose_key_is_gone_says_what_to_do_and_shows_no_other_number(
    house: RealHouse, ppid: Hadir
) -> None:
    one = as_it_was(house, ppid)
    seal_all(house)
    (house.settings.home / "kunci-nik").unlink()
    house.opened.pop("words")

    assert masked(house, kept(house, one)) == "NIK tidak terbaca"
    with pytest.raises(NikTakTerbuka, match="tambahkan lagi dengan NIK Anda"):
        opened(house, kept(house, one))


def test_a_sealed_nik_that_is_moved_to_another_row_does_not_open(
    house: RealHouse, ppid: Hadir
) -> None:
    one, two = as_it_was(house, ppid, 1), as_it_was(house, ppid, 2)
    seal_all(house)
    with pytest.raises(NikTakTerbuka):
        opened(house, replace(kept(house, two), nik=kept(house, one).nik))
