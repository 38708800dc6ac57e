"""What only the signer knows is in one request, and in nothing that anybody reads afterwards."""

from __future__ import annotations

import base64
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from service.adapters.bsre import EsignV1, EsignV2
from service.adapters.bsre.kirim import Jawaban, Permintaan
from service.domain.esign.galat import LayananMenolak
from service.domain.esign.tampak import TAK_TAMPAK
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal, Unavailable
from service.telling import Reticent
from tests.bsre_tiruan import NAMA, NIK, PASSPHRASE, SANDI, Tiruan
from tests.servers import free_port

Esign = EsignV1 | EsignV2
TINGKAH = (
    "gema",
    "putus_sesudah",
    "putus_sebelum",
    "terputus",
    "terpotong",
    "pdf_lain",
    "kosong",
    "500",
    "502",
    "html",
    "html_200",
    "galat_200",
    "salah_500",
    "alihkan",
)
KODE = "a1b2c3d4"


def chain(fault: BaseException | None) -> Iterator[BaseException]:
    """A fault and everything that led to it, also what is not shown."""
    while fault:
        yield fault
        fault = fault.__cause__ or fault.__context__


def told_by(fault: BaseException) -> str:
    """All that a page, a log or a report could make of a fault."""
    record = logging.LogRecord("x", 40, "x", 1, "", (), (type(fault), fault, fault.__traceback__))
    said = ["".join(traceback.format_exception(fault)), Reticent().format(record)]
    for one in chain(fault):
        said += [str(one), repr(one), repr(one.args), repr(vars(one))]
    return "\n".join(said)


def found(text: str, kunci: str = PASSPHRASE) -> list[str]:
    """Which secrets stand in a text, in any of their guises."""
    basic = base64.b64encode(f"{NAMA}:{SANDI}".encode()).decode()
    return [
        one
        for one in (NIK, kunci, quote(kunci), repr(kunci)[1:-1], SANDI, quote(SANDI), basic)
        if one in text
    ]


def test_a_secret_that_stood_there_would_be_found() -> None:
    assert found(f"gagal untuk {NIK} dengan '{PASSPHRASE}'") == [NIK, PASSPHRASE, PASSPHRASE]


@pytest.mark.parametrize("tingkah", TINGKAH)
def test_no_failure_repeats_what_was_sent(
    esign: Esign,
    layanan: Tiruan,
    naskah: Path,
    tingkah: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    layanan.tingkah = tingkah

    with pytest.raises((Refusal, Unavailable)) as told:
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("out.pdf"))

    printed = capfd.readouterr()
    assert found(told_by(told.value)) == []
    assert found(caplog.text + printed.out + printed.err) == []
    kept = b"".join(one.read_bytes() for one in naskah.parent.iterdir()).decode("latin-1")
    assert found(kept) == []


def test_words_of_the_service_that_repeat_a_secret_are_told_without_it(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    layanan.tingkah = "gema"

    with pytest.raises(LayananMenolak) as told:
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("out.pdf"))

    assert "gagal untuk ••• dengan '•••' oleh •••" in str(told.value)
    assert "2099" in str(told.value)


@pytest.mark.parametrize("kunci", [FrasaSandi(KODE, "totp"), FrasaSandi(PASSPHRASE)])
def test_a_key_that_does_not_fit_is_not_repeated(
    layanan: Tiruan, naskah: Path, kunci: FrasaSandi
) -> None:
    layanan.keadaan[NIK] = "ISSUE" if kunci.macam == "totp" else "SUSPEND"

    with pytest.raises(Refusal) as told:
        EsignV2(layanan.sambungan()).sign(
            naskah, NIK, kunci, TAK_TAMPAK, naskah.with_name("out.pdf")
        )

    assert found(told_by(told.value), kunci.reveal()) == []


def test_a_service_that_is_away_or_not_trusted_is_told_of_without_a_secret(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    for wrong in (
        layanan.sambungan(port=free_port()),
        layanan.sambungan(ca=None),
        layanan.sambungan(sandi=f"{SANDI}!"),
        layanan.sambungan(mesin="tidak-ada.invalid"),
    ):
        one = type(esign)(wrong)
        for act in (
            lambda one=one: one.status(NIK),
            lambda one=one: one.sign(
                naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("out.pdf")
            ),
            lambda one=one: one.verify(naskah),
        ):
            with pytest.raises(Unavailable) as told:
                act()
            assert found(told_by(told.value)) == []


def test_no_address_holds_a_secret_but_the_one_the_manual_asks_for(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("out.pdf"))
    esign.verify(naskah)

    told = [one for one in layanan.diminta if found(one)]
    asked = f"GET /api/user/status/{NIK}"
    assert told == ([asked] if isinstance(esign, EsignV1) else [])


def test_what_the_client_is_made_of_shows_no_secret(esign: Esign, layanan: Tiruan) -> None:
    parts = [
        esign,
        *vars(esign).values(),
        layanan.sambungan(),
        FrasaSandi(PASSPHRASE),
        Permintaan("GET", f"/api/user/status/{NIK}", None, 1),
        Jawaban(200, {"x": NIK}, NIK.encode()),
    ]

    assert found("".join(f"{one!r}{one!s}{one}" for one in parts)) == []


def test_no_proxy_of_the_machine_is_asked_to_carry_a_passphrase(
    esign: Esign, naskah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")

    told = esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("out.pdf"))

    assert told.path.exists()
