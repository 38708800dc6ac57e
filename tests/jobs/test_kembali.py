"""What comes back from a signer, and what is called back before it was signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import collect
from service.acts.naskah import batal as naskah_batal
from service.acts.naskah import submit
from service.demo.sertifikat import Terkunci
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import Kembalian
from service.domain.kiriman import Kiriman
from service.domain.naskah import (
    BATAL,
    DIKEMBALIKAN,
    DIKIRIM,
    DISETUJUI,
    DITANDATANGANI,
    Naskah,
)
from service.house import RealHouse
from tests.aplikasi import signed
from tests.conftest import new_sqlite
from tests.fault import naskah
from tests.office import INSTANSI, arrive, open_house, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        naskah.printed(whole, tmp_path)
        naskah.on_its_way(whole)
        yield whole


@pytest.fixture
def kunci(house: RealHouse, tmp_path: Path) -> Terkunci:
    return naskah.signs(house, tmp_path)


def kept(house: RealHouse) -> list[Kembalian]:
    with house.ledger.read() as reading:
        return reading.find(Kembalian)


def laid(house: RealHouse) -> list[Path]:
    return sorted(naskah.signers(house, "keluar").rglob("*.pdf"))


def returned(house: RealHouse, name: str, content: bytes) -> Path:
    path = naskah.signers(house, "kembali") / f"{name} {naskah.DI_JALAN}.pdf"
    path.write_bytes(content)
    return path


def final(house: RealHouse) -> bytes:
    with house.store.open(naskah.the_paper(house).pdf) as pdf:
        return pdf.read()


def test_called_back_it_lies_with_its_signer_no_more_and_its_final_print_stands_for_nothing(
    house: RealHouse,
) -> None:
    sent = final(house)
    assert len(laid(house)) == 1
    naskah.sent_back(house)

    one = naskah.the_paper(house)
    assert (one.keadaan, one.resep) == (DIKEMBALIKAN, "")
    assert one.nomor
    work(house)
    assert laid(house) == []
    assert final(house) != sent

    naskah.forward(house)
    naskah.approved(house)
    work(house)
    assert len(laid(house)) == 1
    naskah.given_up(house)
    work(house)
    assert laid(house) == []


def test_what_comes_back_of_a_void_paper_is_kept_for_a_person_and_told(
    house: RealHouse, kunci: Terkunci
) -> None:
    path = returned(house, "surat", signed(final(house), kunci))
    one = naskah.the_paper(house)
    naskah_batal.give_up(house, one.id, naskah.who(house, "kepala"), one.versi, "Batal contoh")

    collect.run(house, one.id)

    (odd,) = kept(house)
    assert "tidak sedang menunggu tanda tangan" in odd.temuan[0]
    assert not path.exists()
    assert naskah.the_paper(house).keadaan == BATAL


def test_a_wrong_file_keeps_no_right_one_waiting(house: RealHouse, kunci: Terkunci) -> None:
    wrong = returned(house, "a salah", b"%PDF-1.7\nlain\n%%EOF\n")
    right = returned(house, "b benar", signed(final(house), kunci))

    collect.run(house, naskah.DI_JALAN)

    assert naskah.the_paper(house).keadaan == DITANDATANGANI
    assert (wrong.exists(), right.exists()) == (False, False)
    assert [one.nama for one in kept(house)] == [wrong.name]


def test_signed_before_it_counts_as_sent_it_is_fetched_once_it_does(
    house: RealHouse, kunci: Terkunci
) -> None:
    with house.ledger.begin() as tx:  # as if the machine had died before it wrote down its sending
        one = tx.get(Naskah, naskah.DI_JALAN)
        tx.save(one, replace(one, keadaan=DISETUJUI))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", house.clock.now(), one.id))
        tx.plan("send", one.id)
    returned(house, "surat", signed(final(house), kunci))
    collect.run(house, naskah.DI_JALAN)
    assert naskah.the_paper(house).keadaan == DISETUJUI

    work(house)

    assert naskah.the_paper(house).keadaan not in (DISETUJUI, DIKIRIM)
    assert naskah.the_paper(house).bertanda_tangan


def test_sent_back_before_it_was_approved_its_print_is_a_konsep_and_stays(
    house: RealHouse, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    with open_house(other, new_sqlite(other)) as second:
        naskah.put_forward(second, other)
        submit.send_back(
            second,
            naskah.DI_JALAN,
            naskah.who(second, "kepala"),
            naskah.the_paper(second).versi,
            "Salah contoh",
        )
        assert naskah.the_paper(second).resep


@pytest.mark.parametrize("rahasia", [False, True])
def test_through_the_hallway_a_paper_is_known_again_and_as_withheld_as_its_matter(
    house: RealHouse, tmp_path: Path, *, rahasia: bool
) -> None:
    one = naskah.the_paper(house)
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, one.berkas)
        tx.save(berkas, replace(berkas, rahasia=rahasia))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dirahasiakan", house.clock.now(), berkas.id))
    path = tmp_path / "kembali.pdf"
    path.write_bytes(final(house) + naskah.BALASAN)

    came = arrive(house, path)
    work(house)

    with house.ledger.read() as reading:
        after = reading.get(Kiriman, came.id)
    assert (after.kembali, after.rahasia) == ((one.id,), rahasia)
    assert after.nomor_agenda == "", "it is no letter"
    (odd,) = kept(house)
    assert odd.kiriman == came.id
