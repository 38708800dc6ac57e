"""A sitting at BSrE with one-time codes: one for all, or one for each; what was signed stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd.bersama import Duduk, Nasib
from service.acts.ttd.kunci import KodeHanyaBsre
from service.adapters.bsre import BsreService
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.pilih import SignerByKey
from service.domain.esign.layanan import LayananBsre
from service.domain.frasa_sandi import TOTP, FrasaSandi
from service.house import RealHouse
from tests.bsre_tiruan import NIK, PASSPHRASE, Tiruan, tiruan
from tests.conftest import new_sqlite
from tests.meja_ttd import Meja
from tests.office import open_house, person, rule
from tests.pki import Pki, served


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    with served(tmp_path_factory.mktemp("pki")) as one:
        yield one


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        joined(whole, layanan)
        rule(whole)
        yield whole


def joined(house: RealHouse, layanan: Tiruan, *, banyak: bool = True) -> None:
    """The office with version 2 of the service, and how a code works there."""
    layanan.kode_banyak = banyak
    esign = BsreService(LayananBsre(2, layanan.sambungan(), kode_banyak=banyak))
    here = PadesSigner(Layanan(), house.clock)
    house.opened.update({"esign": esign, "signer": SignerByKey(here, esign, house.clock)})


@pytest.fixture
def meja(house: RealHouse, pki: Pki, tmp_path: Path) -> Meja:
    one = Meja(house, person(house, "ppid", "ppid"), pki, tmp_path)
    one.kunci = kunci_ttd.add_bsre(house, one.ppid, NIK)
    return one


def coded(meja: Meja, layanan: Tiruan, banyak: int) -> str:
    kunci_ttd.send_code(meja.house, meja.ppid, meja.kunci.id, banyak)
    return layanan.totp[NIK]


def sits(meja: Meja, kode: str) -> list[Nasib]:
    asked = Duduk(meja.kunci.id, meja.marks())
    with (
        FrasaSandi(kode, TOTP) as secret,
        ttd_bersama.sitting(meja.house, meja.ppid, asked, secret) as each,
    ):
        return list(each)


def requests(layanan: Tiruan) -> int:
    return sum(one.endswith("/get/totp") for one in layanan.diminta)


def test_one_code_signs_all_papers_of_a_sitting(meja: Meja, layanan: Tiruan) -> None:
    ids = [meja.lays(1), meja.lays(2), meja.lays(1)]
    meja.looks(*ids)

    found = sits(meja, coded(meja, layanan, 3))

    assert [one.jadi for one in found] == [True, True, True]
    assert layanan.ditandatangani == 3
    assert requests(layanan) == 1
    assert layanan.sisa_kode[NIK] == 0


def test_where_a_code_is_for_one_paper_the_others_wait_for_the_next_code_untried(
    meja: Meja, layanan: Tiruan
) -> None:
    joined(meja.house, layanan, banyak=False)
    ids = [meja.lays(1), meja.lays(2)]
    meja.looks(*ids)

    first = sits(meja, coded(meja, layanan, 2))

    assert [(one.jadi, one.dicoba) for one in first] == [(True, True), (False, False)]
    assert "satu kode untuk setiap naskah" in first[1].kata
    assert meja.looked == ids[1:]
    [second] = sits(meja, coded(meja, layanan, 1))
    assert second.jadi
    assert requests(layanan) == 2


def test_a_code_that_is_over_in_the_middle_leaves_the_signed_signed_and_the_rest_on_the_desk(
    meja: Meja, layanan: Tiruan
) -> None:
    ids = [meja.lays(1), meja.lays(2), meja.lays(2)]
    meja.looks(*ids)
    kode = coded(meja, layanan, 1)  # good for one, though three are signed

    found = sits(meja, kode)

    assert [(one.jadi, one.dicoba) for one in found] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    assert "salah atau sudah lewat waktunya" in found[1].kata
    assert found[2].kata == ttd_bersama.KODE_BARU
    assert [meja.signed(one) for one in ids] == [True, False, False]
    assert meja.looked == ids[1:]
    assert not any(kode in one.kata for one in found)
    again = sits(meja, coded(meja, layanan, 2))
    assert [one.jadi for one in again] == [True, True]
    assert layanan.ditandatangani == 3


def test_a_wrong_code_signs_nothing_and_a_passphrase_signs_all(meja: Meja, layanan: Tiruan) -> None:
    ids = [meja.lays(1), meja.lays(2)]
    meja.looks(*ids)
    coded(meja, layanan, 2)

    wrong = sits(meja, "000000x")

    assert [(one.jadi, one.dicoba) for one in wrong] == [(False, True), (False, False)]
    assert layanan.ditandatangani == 0
    assert [one.jadi for one in meja.sits(PASSPHRASE)] == [True, True]


def test_no_code_is_sent_for_a_key_that_lies_here(meja: Meja, layanan: Tiruan) -> None:
    with meja.house.ledger.read() as reading:
        [here] = [one for one in kunci_ttd.mine(reading, meja.ppid) if not one.nik]
    with pytest.raises(KodeHanyaBsre):
        kunci_ttd.send_code(meja.house, meja.ppid, here.id, 2)
    assert requests(layanan) == 0
