"""Papers are signed with a key that never leaves its device."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.adapters.clock import SystemClock
from service.adapters.signing.kunci import FrasaSalah, KunciTidakAda
from service.adapters.signing.pades import PadesSigner
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal
from service.ports.signing import CaraTanda, KunciPerangkat, Penandatangan
from tests.perangkat import PIN
from tests.pki import Pki
from tests.tanda import KOLOM, Kantor


@pytest.fixture(scope="session")
def kantor(pki: Pki) -> Kantor:
    """The office whose head holds the device."""
    return Kantor(pki, pki.folder)


def sign(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, out: Path, pin: str = PIN
) -> None:
    who = Penandatangan("Contoh Kepala", perangkat)
    with FrasaSandi(pin) as frasa:
        PadesSigner(kantor.layanan(), SystemClock()).sign(
            naskah, who, frasa, CaraTanda(KOLOM, "kepala"), out
        )


def test_a_paper_is_signed_by_the_device_and_taken_as_it_is(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, tmp_path: Path
) -> None:
    sign(kantor, naskah, perangkat, tmp_path / "hasil.pdf")

    found = kantor.judged(naskah, tmp_path / "hasil.pdf", "kepala")
    assert found.diterima, found.ditemukan


def test_the_certificate_on_the_device_is_read_for_its_end(
    kantor: Kantor, perangkat: KunciPerangkat
) -> None:
    signer = PadesSigner(kantor.layanan(), SystemClock())
    with FrasaSandi(PIN) as frasa:
        found = signer.certificate(Penandatangan("Contoh Kepala", perangkat), frasa)

    assert (found.pemilik, found.sidik) == ("Contoh Kepala", kantor.pki.sidik("kepala"))


def test_two_who_sign_at_the_same_time_wait_for_the_device(
    kantor: Kantor, naskah: Path, perangkat: KunciPerangkat, tmp_path: Path
) -> None:
    outs = [tmp_path / f"{n}.pdf" for n in range(4)]
    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(lambda out: sign(kantor, naskah, perangkat, out), outs))

    assert [kantor.judged(naskah, out, "kepala").diterima for out in outs] == [True] * 4


@pytest.mark.parametrize(
    ("odd", "pin", "refusal"),
    [
        ({}, "000000", FrasaSalah),
        ({}, "1", FrasaSalah),
        ({"token": "lain"}, PIN, KunciTidakAda),
        ({"label": "lain"}, PIN, KunciTidakAda),
        ({"modul": Path("/usr/lib/tiada.so")}, PIN, KunciTidakAda),
    ],
)
def test_what_is_amiss_with_device_or_passphrase_is_said_apart(
    kantor: Kantor,
    naskah: Path,
    perangkat: KunciPerangkat,
    tmp_path: Path,
    odd: dict[str, object],
    pin: str,
    refusal: type[Refusal],
) -> None:
    other = KunciPerangkat(**{**vars(perangkat), **odd})
    with pytest.raises(refusal):
        sign(kantor, naskah, other, tmp_path / "hasil.pdf", pin)

    assert list(tmp_path.iterdir()) == []
