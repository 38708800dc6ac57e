"""The service behind the port: signers by their key, what is seen, and whether it answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.bsre import BsreService, NoService
from service.adapters.clock import SystemClock
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.pilih import SignerByKey
from service.domain.esign.galat import SudahDiunduh, TotpSalah
from service.domain.esign.layanan import LayananBsre
from service.domain.esign.pengguna import BelumBolehMenandatangani
from service.domain.frasa_sandi import TOTP, FrasaSandi
from service.domain.refusals import Refusal, Unavailable
from service.ports.signing import CaraTanda, KolomTanda, KunciBsre, Penandatangan
from tests.bsre_tiruan import NIK, PASSPHRASE, SANDI, Tiruan
from tests.bsre_ttd import places

TTD = "tanda_tangan_1"
CARA = CaraTanda(
    [KolomTanda(TTD, 1, (100, 500, 160, 560))],
    TTD,
    alamat="https://ppid.contoh.go.id/v/contoh",
    alasan="Surat Contoh 1",
    ukuran=(595.0, 842.0),
)


@pytest.fixture(params=[1, 2], ids=["v1", "v2"])
def service(request: pytest.FixtureRequest, layanan: Tiruan) -> BsreService:
    return BsreService(LayananBsre(request.param, layanan.sambungan()))


def test_who_has_a_key_at_bsre_signs_there_and_the_qr_is_where_the_house_would_set_it(
    service: BsreService, layanan: Tiruan, naskah: Path
) -> None:
    signer = SignerByKey(PadesSigner(Layanan(), SystemClock()), service, SystemClock())
    out = naskah.with_name("bertanda.pdf")
    who = Penandatangan("Contoh", KunciBsre(NIK))
    with FrasaSandi(PASSPHRASE) as frasa:
        signer.sign(naskah, who, frasa, CARA, out)

    assert out.read_bytes().startswith(naskah.read_bytes())
    assert places(out.read_bytes()) == [(2, (100.0, 500.0, 160.0, 560.0))]
    assert layanan.ditandatangani == 1
    with FrasaSandi(PASSPHRASE) as frasa, pytest.raises(Refusal, match="baru terlihat"):
        signer.certificate(who, frasa)


@pytest.mark.parametrize(
    "how",
    [
        CaraTanda(CARA.kolom, TTD, ukuran=CARA.ukuran),
        CaraTanda(CARA.kolom, TTD, CARA.alamat),
        CaraTanda([KolomTanda(TTD)], TTD, CARA.alamat, ukuran=CARA.ukuran),
    ],
    ids=["tanpa alamat", "tanpa ukuran", "tanpa ruang"],
)
def test_where_there_is_nothing_to_show_or_no_room_it_is_signed_unseen(
    service: BsreService, layanan: Tiruan, naskah: Path, how: CaraTanda
) -> None:
    with FrasaSandi(PASSPHRASE) as frasa:
        service.sign(naskah, NIK, frasa, how, naskah.with_name("bertanda.pdf"))

    seen = layanan.terakhir.get("signatureProperties", [layanan.terakhir])[0]
    assert seen["tampilan"].lower() == "invisible"


def test_an_office_that_wants_a_mark_or_nothing_gets_it(layanan: Tiruan, naskah: Path) -> None:
    for letak, mark in (("pagar", "#"), ("dolar", "$")):
        one = BsreService(LayananBsre(1, layanan.sambungan(), letak))
        with FrasaSandi(PASSPHRASE) as frasa:
            one.sign(naskah, NIK, frasa, CARA, naskah.with_name(f"{letak}.pdf"))
        assert layanan.terakhir["tag_koordinat"] == mark
        assert "page" not in layanan.terakhir
    one = BsreService(LayananBsre(2, layanan.sambungan(), "tidak"))
    with FrasaSandi(PASSPHRASE) as frasa:
        one.sign(naskah, NIK, frasa, CARA, naskah.with_name("tidak.pdf"))
    assert layanan.terakhir["signatureProperties"][0]["tampilan"] == "INVISIBLE"


def test_whether_it_answers_is_asked_about_nobody(service: BsreService, layanan: Tiruan) -> None:
    assert service.prove() in ("versi 1", "versi 2")
    assert NIK not in "".join(layanan.diminta)
    wrong = layanan.sambungan(sandi=f"{SANDI}!")
    with pytest.raises(Unavailable, match="nama atau sandi aplikasi"):
        BsreService(LayananBsre(2, wrong)).prove()


def test_only_an_issued_certificate_signs_and_the_state_is_told(
    service: BsreService, layanan: Tiruan, naskah: Path
) -> None:
    layanan.keadaan[NIK] = "EXPIRED"

    assert not service.state(NIK).boleh
    with FrasaSandi(PASSPHRASE) as frasa, pytest.raises(BelumBolehMenandatangani):
        service.sign(naskah, NIK, frasa, CARA, naskah.with_name("bertanda.pdf"))
    assert layanan.ditandatangani == 0


def test_version_2_sends_a_code_that_signs_once(layanan: Tiruan, naskah: Path) -> None:
    one = BsreService(LayananBsre(2, layanan.sambungan()))
    one.send_code(NIK)
    kode = layanan.totp[NIK]

    with FrasaSandi(kode, TOTP) as frasa:
        one.sign(naskah, NIK, frasa, CARA, naskah.with_name("satu.pdf"))
    with FrasaSandi(kode, TOTP) as frasa, pytest.raises(TotpSalah):
        one.sign(naskah, NIK, frasa, CARA, naskah.with_name("dua.pdf"))


def test_version_1_hands_a_paper_out_once_more_and_version_2_never(
    layanan: Tiruan, naskah: Path
) -> None:
    one = BsreService(LayananBsre(1, layanan.sambungan()))
    with FrasaSandi(PASSPHRASE) as frasa:
        one.sign(naskah, NIK, frasa, CARA, naskah.with_name("satu.pdf"))
    [known] = layanan.simpanan

    one.fetch(known, naskah, naskah.with_name("lagi.pdf"))

    assert naskah.with_name("lagi.pdf").read_bytes() == naskah.with_name("satu.pdf").read_bytes()
    with pytest.raises(SudahDiunduh):
        one.fetch(known, naskah, naskah.with_name("ketiga.pdf"))
    two = BsreService(LayananBsre(2, layanan.sambungan()))
    with pytest.raises(Refusal, match="tidak menyerahkan"):
        two.fetch(known, naskah, naskah.with_name("dua.pdf"))
    assert (one.hands_out, one.sends_codes) == (True, False)
    assert (two.hands_out, two.sends_codes) == (False, True)


def test_an_office_without_a_service_says_so_and_signs_nothing(naskah: Path) -> None:
    none = NoService()
    assert not none.in_use
    out = naskah.with_name("bertanda.pdf")
    for act in (
        none.prove,
        lambda: none.state(NIK),
        lambda: none.send_code(NIK),
        lambda: none.sign(naskah, NIK, FrasaSandi(PASSPHRASE), CARA, out),
        lambda: none.fetch("contoh", naskah, out),
    ):
        with pytest.raises(Refusal, match="BERKAS_BSRE"):
            act()
