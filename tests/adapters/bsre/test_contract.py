"""Both versions of the service keep one contract: asked, signed, kept, looked at."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from service.adapters.bsre import EsignV1, EsignV2
from service.disk import Disk
from service.domain.esign.galat import PassphraseSalah, SudahDiunduh, TanpaTotp, TotpSalah
from service.domain.esign.letak import Halaman, Letak, LetakDiLuarHalaman
from service.domain.esign.pengguna import BelumBolehMenandatangani
from service.domain.esign.tampak import TAK_TAMPAK, Tampak, TampakTidakLengkap
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import NikKeliru
from service.domain.refusals import Refusal, TidakAda, Unavailable
from tests.bsre_tiruan import NIK, NIK_KEDUA, PASSPHRASE, Tiruan
from tests.bsre_ttd import places

PNG = b"\x89PNG\r\n\x1a\nisi gambar"
KOTAK = Tampak(Letak(2, 100, 50, 120, 40), Halaman(595, 842), gambar=PNG, alasan="Menyetujui é")
Esign = EsignV1 | EsignV2


def test_a_paper_comes_back_with_a_signature_behind_its_bytes(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    before, out = naskah.read_bytes(), naskah.with_name("kembali.pdf")

    told = esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), KOTAK, out)

    assert told.path == out
    assert out.read_bytes().startswith(before)
    assert naskah.read_bytes() == before
    assert out.stat().st_mode & 0o077 == 0
    assert _pdfsig(out) == ["Signature is Valid."]
    assert layanan.ditandatangani == 1


def test_a_signature_stands_where_it_was_asked_for_in_both_ways_of_counting(
    esign: Esign, naskah: Path
) -> None:
    told = esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), KOTAK, naskah.with_name("kembali.pdf"))

    assert places(told.path.read_bytes()) == [(2, (100, 752, 220, 792))]


def test_a_second_signer_adds_to_what_the_first_left(esign: Esign, naskah: Path) -> None:
    first, second = naskah.with_name("satu.pdf"), naskah.with_name("dua.pdf")
    esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, first)

    esign.sign(first, NIK_KEDUA, FrasaSandi(PASSPHRASE), KOTAK, second)

    assert second.read_bytes().startswith(first.read_bytes())
    assert _pdfsig(second) == ["Signature is Valid."] * 2


@pytest.mark.parametrize("seen", [TAK_TAMPAK, Tampak(penanda="#", gambar=PNG, lokasi="Kupang")])
def test_a_signature_may_be_unseen_or_stand_at_a_mark(
    esign: Esign, layanan: Tiruan, naskah: Path, seen: Tampak
) -> None:
    esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), seen, naskah.with_name("kembali.pdf"))

    told = layanan.terakhir.get("signatureProperties", [layanan.terakhir])[0]
    assert told["tampilan"].lower() == ("visible" if seen.penanda else "invisible")
    assert told.get("tag_koordinat", "") == seen.penanda
    assert told.get("location", "") == seen.lokasi


def test_the_words_and_the_picture_arrive_as_they_are(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), KOTAK, naskah.with_name("kembali.pdf"))

    told = layanan.terakhir.get("signatureProperties", [layanan.terakhir])[0]
    assert told["reason"] == "Menyetujui é"
    assert layanan.terakhir["passphrase"] == PASSPHRASE
    assert layanan.terakhir["nik"] == NIK
    if isinstance(esign, EsignV1):
        assert told["imageTTD"] == PNG


@pytest.mark.parametrize("keadaan", ["EXPIRED", "SUSPEND", "REVOKE", "NEW", "BENTUK_BARU"])
def test_who_may_not_sign_is_stopped_before_anything_is_sent(
    esign: Esign, layanan: Tiruan, naskah: Path, keadaan: str
) -> None:
    layanan.keadaan[NIK] = keadaan
    out = naskah.with_name("kembali.pdf")

    with pytest.raises(BelumBolehMenandatangani):
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, out)

    assert not esign.status(NIK).boleh
    assert not [one for one in layanan.diminta if one.endswith("/sign/pdf")]
    assert not out.exists()


def test_a_signer_nobody_knows_is_not_registered(esign: Esign) -> None:
    assert esign.status("9999010101019999").keadaan == "NOT_REGISTERED"
    assert esign.status(NIK).boleh


@pytest.mark.parametrize("kode_di", ["teks", "ruas"])
def test_a_wrong_passphrase_is_asked_of_the_service_once(
    esign: Esign, layanan: Tiruan, naskah: Path, kode_di: str
) -> None:
    layanan.kode_di = kode_di
    out = naskah.with_name("kembali.pdf")

    with pytest.raises(PassphraseSalah):
        esign.sign(naskah, NIK, FrasaSandi("bukan itu"), TAK_TAMPAK, out)

    assert sum(one.endswith("/sign/pdf") for one in layanan.diminta) == 1
    assert not out.exists()


def test_what_cannot_be_asked_is_not_sent(esign: Esign, layanan: Tiruan, naskah: Path) -> None:
    out = naskah.with_name("kembali.pdf")
    outside = Tampak(Letak(1, 560, 10, 100, 40), Halaman(595, 842), gambar=PNG)
    bare = Tampak(Letak(1, 10, 10, 100, 40), Halaman(595, 842))

    with pytest.raises(NikKeliru):
        esign.sign(naskah, "31.71", FrasaSandi(PASSPHRASE), TAK_TAMPAK, out)
    with pytest.raises(LetakDiLuarHalaman):
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), outside, out)
    with pytest.raises(TampakTidakLengkap):
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), bare, out)
    with pytest.raises(TidakAda):
        esign.sign(out, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("lain.pdf"))

    assert not [one for one in layanan.diminta if one.endswith("/sign/pdf")]


def test_a_file_that_is_there_is_not_written_over(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    before = naskah.read_bytes()

    with pytest.raises(Unavailable):
        esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah)

    assert layanan.ditandatangani == 0
    assert naskah.read_bytes() == before


def test_the_service_is_asked_what_it_sees_in_a_paper(esign: Esign, naskah: Path) -> None:
    assert esign.verify(naskah).jumlah == 0
    out = naskah.with_name("kembali.pdf")
    esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, out)

    told = esign.verify(out)

    [one] = told.tanda
    assert told.jumlah == 1
    assert told.keterangan == "Dokumen tiruan"
    assert one.nama == "Contoh Penandatangan Tiruan"
    assert one.waktu.startswith("2026-11-23")
    assert (one.utuh, one.dipercaya, one.bercap_waktu) == (True, False, False)
    assert (one.alasan, one.lokasi) == ("", "")


class Mesin(Disk):
    """A disk that remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def sync(self, fd: int) -> None:
        super().sync(fd)
        self.asked.append("sync")

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self.asked.append("sync_folder")

    def open(self, path: Path):  # type: ignore[no-untyped-def]
        self.asked.append(f"open {path.name}")
        return super().open(path)


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
def test_what_comes_back_lasts_before_anybody_looks_at_it(
    layanan: Tiruan, naskah: Path, version: type[Esign]
) -> None:
    disk, out = Mesin(), naskah.with_name("kembali.pdf")

    version(layanan.sambungan(), disk).sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, out)

    looked = disk.asked.index("open kembali.pdf")
    assert disk.asked[:looked] == ["open naskah.pdf", "sync", "sync_folder"]


@pytest.mark.parametrize("spelt", ["id_dokumen", "id-dokumen", ""])
def test_version_1_says_by_which_id_it_keeps_a_paper_or_does_not(
    layanan: Tiruan, naskah: Path, spelt: str
) -> None:
    layanan.kepala_id = spelt

    told = EsignV1(layanan.sambungan()).sign(
        naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("kembali.pdf")
    )

    assert bool(told.id_dokumen) is bool(spelt)
    assert told.id_dokumen in ("", *layanan.simpanan)


def test_version_1_hands_a_paper_out_once_more_and_then_never(
    layanan: Tiruan, naskah: Path
) -> None:
    esign, again = EsignV1(layanan.sambungan()), naskah.with_name("lagi.pdf")
    one = esign.sign(
        naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("kembali.pdf")
    )

    told = esign.download(one.id_dokumen, naskah, again)

    assert told.path.read_bytes() == one.path.read_bytes()
    with pytest.raises(SudahDiunduh, match="sudah pernah diunduh"):
        esign.download(one.id_dokumen, naskah, naskah.with_name("ketiga.pdf"))
    assert not naskah.with_name("ketiga.pdf").exists()
    with pytest.raises(SudahDiunduh):
        esign.download("../../status", naskah, naskah.with_name("keempat.pdf"))


def test_version_1_draws_the_qr_by_itself(layanan: Tiruan, naskah: Path) -> None:
    seen = Tampak(Letak(1, 10, 10, 60, 60), Halaman(595, 842), tautan="https://contoh.go.id/v/x")

    EsignV1(layanan.sambungan()).sign(
        naskah, NIK, FrasaSandi(PASSPHRASE), seen, naskah.with_name("kembali.pdf")
    )

    assert layanan.terakhir["image"] == "false"
    assert layanan.terakhir["linkQR"] == "https://contoh.go.id/v/x"
    assert "imageTTD" not in layanan.terakhir


def test_version_1_knows_no_one_time_codes(layanan: Tiruan, naskah: Path) -> None:
    esign = EsignV1(layanan.sambungan())

    with pytest.raises(TanpaTotp, match="Pakai passphrase"):
        esign.get_totp(NIK)
    with pytest.raises(TanpaTotp):
        esign.sign(
            naskah, NIK, FrasaSandi("123456", "totp"), TAK_TAMPAK, naskah.with_name("kembali.pdf")
        )
    assert layanan.diminta == []


@pytest.mark.parametrize("ruas", ["totp", "otp"])
def test_version_2_signs_by_a_code_that_was_sent_under_either_name(
    layanan: Tiruan, naskah: Path, ruas: str
) -> None:
    layanan.ruas_totp = ruas
    at = layanan.sambungan(ruas_totp=ruas)
    esign = EsignV2(at)
    esign.get_totp(NIK)
    kode = FrasaSandi(layanan.totp[NIK], "totp")

    esign.sign(naskah, NIK, kode, TAK_TAMPAK, naskah.with_name("kembali.pdf"))

    assert layanan.terakhir[ruas] == kode.reveal()
    assert "passphrase" not in layanan.terakhir
    with pytest.raises(TotpSalah, match="Minta kode baru"):
        esign.sign(naskah, NIK, kode, TAK_TAMPAK, naskah.with_name("lagi.pdf"))


def test_a_code_for_a_signer_nobody_knows_is_refused(layanan: Tiruan) -> None:
    with pytest.raises(Refusal, match="belum terdaftar di BSrE"):
        EsignV2(layanan.sambungan()).get_totp("9999010101019999")


def _pdfsig(path: Path) -> list[str]:
    said = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=True).stdout
    lines = [one.partition("Signature Validation: ")[2] for one in said.splitlines()]
    return [one for one in lines if one]
