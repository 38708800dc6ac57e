"""Signed papers are looked at again, by what is trusted and known on that day."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.bukti.periksa_ulang import Ulang, again
from service.acts.keadaan.fixity import fixity_line
from service.acts.keadaan.rumah import keadaan
from service.adapters.signing.verifikasi import BoxVerifier
from service.commands import fixity
from service.domain import temuan_ttd as f
from service.domain.naskah import Naskah
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Sertifikat,
    TandaTangan,
)
from service.house import RealHouse
from tests.office import one_reader
from tests.pki import Pki
from tests.web.bertanda import signed, trusting
from tests.web.rumah_web import rumah_web, with_password

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path, pki: Pki) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        trusting(whole, pki, tmp_path)
        yield whole


@pytest.fixture
def naskah(house: RealHouse, pki: Pki) -> Naskah:
    return signed(house, pki, with_password(house, "atasan", "atasan_ppid"))


def test_what_is_as_it_was_is_told_to_be_so(house: RealHouse, naskah: Naskah) -> None:
    assert list(again(house)) == [Ulang(naskah.id, naskah.instansi, True)]


def test_a_root_that_is_trusted_no_more_is_told_and_no_byte_is_blamed(
    house: RealHouse, naskah: Naskah, pki: Pki
) -> None:
    house.opened["verifier"] = BoxVerifier(one_reader(), house.clock, (pki.der("akar_asing"),))
    (one,) = again(house)
    assert one.baik is None
    assert any("tidak berujung pada sertifikat induk" in x for x in one.ditemukan)
    assert all("Contoh Kepala" in x for x in one.ditemukan)


def test_a_file_that_is_not_as_it_was_needs_somebody(house: RealHouse, naskah: Naskah) -> None:
    path = house.store.at(naskah.bertanda_tangan)
    assert path
    path.chmod(0o600)
    whole = bytearray(path.read_bytes())
    whole[3000] ^= 1
    path.write_bytes(bytes(whole))
    (one,) = again(house)
    assert one.baik is False


def test_only_what_was_proven_to_be_signed_after_its_withdrawal_is_a_breach() -> None:
    cert = Sertifikat("Contoh", "Induk", "aa", NOW, NOW + timedelta(days=9))
    plain = TandaTangan(
        *("k", False, 9, True, True, True, Rantai.AKAR, Masa.BERLAKU, Pencabutan.DICABUT, cert),
        NOW,
    )
    told = BacaanTanda(9, True, (plain,))
    assert not f.broken(told)
    assert f.of_again(told) == ("Contoh: Sertifikatnya sudah dicabut penerbitnya.",)
    assert f.broken(replace(told, tanda=(replace(plain, waktu_terbukti=True),)))
    assert f.broken(replace(told, awalan_sama=False))
    assert f.of_again(BacaanTanda(9, ganjil="rusak"))


def test_what_the_command_found_is_kept_and_seen_in_the_state_of_the_house(
    house: RealHouse,
    naskah: Naskah,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(RealHouse, "close", lambda _: None)
    monkeypatch.setattr(fixity.houses, "open_checked", lambda _: house)
    asked = argparse.Namespace(json=False, kepala=None)
    assert "Belum pernah" in fixity_line(house).kata

    assert fixity.run(asked) == 0
    line = fixity_line(house)
    assert line.baik is True
    assert "1 naskah bertanda tangan, 0 perlu tindakan" in line.kata

    path = house.store.at(naskah.bertanda_tangan)
    assert path
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert fixity.run(asked) == 1
    line = fixity_line(house)
    assert line.baik is False
    assert naskah.id in line.kata
    assert naskah.nomor not in line.kata + capsys.readouterr().out
    assert line in keadaan(house)
