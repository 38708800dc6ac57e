"""Several papers signed in one sitting: each looked at, each counted by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd.bersama import Duduk, TiadaDipilih
from service.acts.ttd.tandatangani import Diminta, sign
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.domain import tempat_ttd as t
from service.domain.catatan import MESIN, Catatan
from service.domain.dilihat_ttd import BelumDilihat
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciMenolak
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.refusals import Overtaken, Unavailable
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.meja_ttd import Meja
from tests.office import INSTANSI, open_house, person, rule
from tests.pki import FRASA, Pki

JENIS = "laporan_monev"  # signed by the PPID, and after them by their superior


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        whole.opened["signer"] = PadesSigner(Layanan(), whole.clock)
        rule(whole)
        yield whole


@pytest.fixture
def meja(house: RealHouse, pki: Pki, tmp_path: Path) -> Meja:
    return Meja(house, person(house, "ppid", "ppid"), pki, tmp_path)


def test_what_was_looked_at_is_signed_matter_by_matter_and_nothing_else(meja: Meja) -> None:
    a, b, c, d = meja.lays(1), meja.lays(2), meja.lays(1), meja.lays(2)
    assert meja.looked == []
    meja.looks(d, c, a)

    found = meja.sits()

    assert [(one.baris.naskah.id, one.jadi) for one in found] == [(a, True), (c, True), (d, True)]
    assert [meja.signed(one) for one in (a, b, c, d)] == [True, False, True, True]
    assert meja_ttd.count(meja.house, meja.ppid) == 1
    with meja.house.ledger.read() as reading:
        assert {reading.get(Naskah, one).keadaan for one in (a, c, d)} == {DIKIRIM}
    lines = meja.house.lists.jurnal(INSTANSI, 1_000_000, 1_000)
    began = [x.rincian["bersama"] for x in lines if x.perbuatan == "naskah_mulai_ttd"]
    assert len(began) == 3
    assert len(set(began)) == 1
    assert [one.janji for one in audit(meja.house) if not one.utuh] == []


def test_what_changed_after_it_was_looked_at_is_looked_at_again(meja: Meja) -> None:
    one = meja.lays(1)
    meja.looks(one)
    asked_ = Diminta(one, 1, meja.places(one)[0].id, meja.kunci.id, "satu duduk")
    with meja.house.ledger.begin() as tx:
        before = tx.get(Naskah, one)
        tx.save(before, before)
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dibuat", meja.house.clock.now(), one))

    assert meja.looked == []
    with FrasaSandi(FRASA) as frasa, pytest.raises(Overtaken):
        sign(meja.house, meja.ppid, asked_, frasa)
    with FrasaSandi(FRASA) as frasa, pytest.raises(BelumDilihat):
        sign(meja.house, meja.ppid, replace(asked_, versi=2), frasa)
    meja.looks(one)
    assert meja.looked == [one]


def test_a_wrong_passphrase_signs_none_of_them(meja: Meja) -> None:
    ids = [meja.lays(1), meja.lays(2)]
    meja.looks(*ids)

    with pytest.raises(KunciMenolak) as no:
        meja.sits("frasa yang keliru")

    assert "frasa yang keliru" not in str(no.value)
    assert not any(map(meja.signed, ids))
    assert meja.looked == ids
    with FrasaSandi(FRASA) as frasa, pytest.raises(TiadaDipilih):
        asked_ = Duduk(meja.kunci.id, ())
        ttd_bersama.sitting(meja.house, meja.ppid, asked_, frasa).__enter__()


def test_one_that_fails_holds_back_its_own_matter_and_no_other(meja: Meja) -> None:
    a, b, c = meja.lays(1), meja.lays(1), meja.lays(2)
    meja.looks(a, b, c)
    first = meja.places(a)[0]
    with meja.house.ledger.begin() as tx:
        now = meja.house.clock.now()
        tx.save(first, t.taken(first, "rekan", "kunci", "", now))
        tx.note(Catatan(INSTANSI, "rekan", "naskah_mulai_ttd", now, a))

    found = meja.sits()

    assert [(one.jadi, one.dicoba) for one in found] == [
        (False, True),
        (False, False),
        (True, True),
    ]
    assert "sedang ditandatangani" in found[0].kata
    assert [meja.signed(one) for one in (a, b, c)] == [False, False, True]


def test_where_a_service_is_away_the_others_are_not_tried(
    meja: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [meja.lays(1), meja.lays(2), meja.lays(2)]
    meja.looks(*ids)

    def away(*_: object) -> None:
        raise Unavailable("Layanan cap waktu tidak menjawab.")

    with monkeypatch.context() as for_now:
        for_now.setattr(meja.house.signer, "_signed", away)
        found = meja.sits()
    assert [one.dicoba for one in found] == [True, False, False]
    assert [meja.places(one)[0].penyewa for one in ids] == ["", "", ""]

    assert all(one.jadi for one in meja.sits())


def test_who_leaves_in_the_middle_finds_the_rest_on_the_desk(meja: Meja) -> None:
    ids = [meja.lays(1) for _ in range(4)]
    meja.looks(*ids)

    meja.sits(most=2)

    assert [meja.signed(one) for one in ids] == [True, True, False, False]
    assert meja.looked == ids[2:]
    assert all(one.jadi for one in meja.sits())
    assert meja_ttd.count(meja.house, meja.ppid) == 0
