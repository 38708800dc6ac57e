"""Whatever shape an error comes in, the signer reads the same sentence, and nothing of a secret."""

from __future__ import annotations

import html
from urllib.parse import quote

import pytest

from service.domain.esign.galat import (
    LayananMenolak,
    PassphraseSalah,
    PerluDicek,
    TotpSalah,
    is_for_signer,
    refusal,
    says_no,
    trouble,
)

SALAH = "Proses signing gagal : Passphrase anda salah"
BUKAN = "Proses signing gagal : User tidak terdaftar"


@pytest.mark.parametrize(
    "isi",
    [
        {"error": f"{SALAH} 2031", "status_code": 400},
        {"error": f"{SALAH} 2031,"},
        {"error": SALAH, "status_code": 2031},
        {"error": SALAH, "status_code": "2031"},
        {"message": SALAH},
        {"pesan": "Gagal", "status_code": 2031, "deskripsi_status": "Passphrase anda salah"},
        {"error": "Internal Server Error", "message": f"{SALAH} 2031"},
        {"error": "Gagal", "code": 2031},
        {"error": "Proses signing gagal : 2031"},
        {"error": "Pass phrase tidak sesuai"},
    ],
)
def test_a_wrong_passphrase_is_known_wherever_its_code_stands(isi: dict[str, object]) -> None:
    told = refusal(400, isi, ())

    assert isinstance(told, PassphraseSalah)
    assert "akun dapat terkunci" in str(told)


@pytest.mark.parametrize(
    "isi",
    [
        {"error": f"{BUKAN} 2011", "status_code": 400},
        {"error": BUKAN, "status_code": 2011},
        {"error": "Gagal", "kode": 2011},
        {"message": "User belum terdaftar"},
        {"error": "User not registered"},
    ],
)
def test_a_signer_who_is_not_registered_is_told_so(isi: dict[str, object]) -> None:
    told = refusal(400, isi, ())

    assert told.kode == 2011
    assert "belum terdaftar di BSrE" in str(told)


@pytest.mark.parametrize(
    "kata",
    [
        "TOTP tidak valid",
        "OTP salah",
        "Kode OTP sudah kedaluwarsa",
        "totp expired",
        "Invalid OTP code",
    ],
)
def test_a_code_that_no_longer_fits_asks_for_a_fresh_one(kata: str) -> None:
    told = refusal(400, {"error": f"Proses signing gagal : {kata}"}, ())

    assert isinstance(told, TotpSalah)
    assert "Minta kode baru" in str(told)


@pytest.mark.parametrize(
    "kata",
    [
        "Sertifikat berlaku sampai 31-12-2031",
        "Sertifikat berlaku sampai 2031",
        "Sertifikat berakhir 31 Desember 2031",
        "Sertifikat dari tahun 2011",
        "Waktu 12:2031",
    ],
)
def test_a_year_is_no_code(kata: str) -> None:
    told = refusal(400, {"error": kata, "status_code": 400}, ())

    assert told.kode == 0
    assert kata in str(told)


def test_an_error_nobody_knows_is_told_in_the_words_of_the_service() -> None:
    told = refusal(400, {"error": "Proses signing gagal : File rusak 2055"}, ())

    assert str(told) == (
        "Layanan tanda tangan menolak “Proses signing gagal : File rusak 2055” (kode 2055). "
        "Tidak ada yang ditandatangani."
    )


@pytest.mark.parametrize("rahasia", ["durian runtuh", "Durian & “Runtuh” <99>", "a  dua spasi"])
@pytest.mark.parametrize("guise", [str, str.upper, quote, html.escape])
def test_words_that_repeat_a_secret_are_told_without_it(rahasia: str, guise) -> None:
    nik = "9999010101010001"
    told = str(refusal(400, {"error": f"gagal {nik} '{guise(rahasia)}' sekali"}, (nik, rahasia)))

    assert rahasia.lower() not in told.lower()
    assert guise(rahasia) not in told
    assert nik not in told
    assert "sekali" in told


def test_a_secret_too_short_to_be_blotted_out_silences_the_words() -> None:
    told = str(refusal(400, {"error": "gagal dengan abc"}, ("abc",)))

    assert "gagal" not in told
    assert "kode 400" in told


def test_digits_as_long_as_a_nik_are_never_told() -> None:
    assert "3171" not in str(refusal(400, {"error": "NIK 3171999999999999 diblokir"}, ()))


def test_a_fault_inside_the_service_has_no_words_for_the_signer() -> None:
    inside = {"timestamp": "x", "status": 500, "error": "Internal Server Error", "path": "/x"}

    assert not is_for_signer(500, inside)
    assert is_for_signer(500, {**inside, "message": SALAH})
    assert is_for_signer(400, {"error": "Sertifikat dicabut"})
    assert not is_for_signer(401, {"error": f"{SALAH} 2031"})
    assert not is_for_signer(400, {})


def test_a_success_that_names_an_error_is_none() -> None:
    assert says_no({"error": "File rusak"})
    assert says_no({"message": "Gagal", "status_code": 2031})
    assert not says_no({"error": None, "message": "Proses signing berhasil"})
    assert not says_no({"message": "Proses signing berhasil", "status_code": 200})


@pytest.mark.parametrize(
    ("kode", "kata", "permanent"),
    [
        (401, "nama atau sandi aplikasi", True),
        (403, "nama atau sandi aplikasi", True),
        (302, "Alamat layanan tanda tangan keliru", True),
        (404, "Alamat layanan tanda tangan keliru", True),
        (413, "terlalu besar", True),
        (500, "sedang bermasalah", False),
        (503, "sedang bermasalah", False),
    ],
)
def test_a_fault_that_is_not_the_signers_says_whose_it_is(
    kode: int, kata: str, permanent: bool
) -> None:
    told = trouble(kode)

    assert kata in str(told)
    assert str(kode) in str(told)
    assert "Tidak ada yang ditandatangani" in str(told)
    assert told.permanent is permanent


def test_what_nobody_knows_is_never_called_a_failure() -> None:
    told = PerluDicek("Jawaban tidak sampai.", id_dokumen="abc")

    assert "mungkin sudah ditandatangani" in str(told)
    assert "tidak dikirim ulang" in str(told)
    assert not isinstance(told, LayananMenolak)
