"""Sites that are given the lists are set in one file; its faults are told, its keys never."""

from __future__ import annotations

import pytest

from service.domain.edisi.tujuan import CKAN, targets

KUNCI = "token-contoh-rahasia"
BAIK = {
    "jenis": '"ckan"',
    "instansi": '"dinas_contoh"',
    "alamat": '"https://data.contoh.go.id/portal/"',
    "organisasi": '"ppid-contoh"',
    "kunci": f'"{KUNCI}"',
}


def told(**more: str) -> str:
    lines = {**BAIK, **more}
    return "[portal]\n" + "\n".join(f"{k} = {v}" for k, v in lines.items() if v)


def test_a_site_needs_no_more_than_where_it_is_and_who_we_are_there() -> None:
    [one] = targets(told())

    assert (one.nama, one.jenis, one.mesin, one.port, one.jalur) == (
        "portal",
        CKAN,
        "data.contoh.go.id",
        443,
        "/portal",
    )
    assert (one.daftar, one.butir, one.kantor) == (("dip",), False, False)
    assert KUNCI not in repr(one)


def test_an_application_password_may_be_written_in_groups_as_it_is_shown() -> None:
    text = told(
        jenis='"wordpress"', organisasi="", kunci="", nama='"berkas"', sandi='"abcd efgh ijkl"'
    )

    [one] = targets(text)

    assert (one.akun, one.sandi) == ("berkas", "abcdefghijkl")
    assert "abcd" not in repr(one)


def test_a_file_without_a_site_sets_none() -> None:
    assert targets("") == ()


@pytest.mark.parametrize(
    ("text", "kata"),
    [
        (f'[portal]\nkunci = "{KUNCI}', "bukan TOML yang sah"),
        ('kunci = "x"', "harus berupa tabel"),
        (told().replace("[portal]", '["Portal Data"]'), "nama tujuan"),
        (told(jenis='"drupal"'), "jenis harus salah satu"),
        (told(jenis="[1]"), "jenis harus salah satu"),
        (told(sandi='"x"'), "sandi tidak dikenal"),
        (told(instansi='"Dinas Contoh"'), "instansi harus kode"),
        (told(organisasi='"PPID Contoh"'), "organisasi harus nama"),
        (told(kunci=""), "kunci (token API CKAN) belum diisi"),
        (told(kunci='"satu\\ndua"'), "kunci harus satu baris"),
        (told(kunci="12"), "kunci harus satu baris"),
        (told(alamat='"data.contoh.go.id"'), "harus berupa https://"),
        (told(alamat='"http://data.contoh.go.id"'), "harus https://"),
        (told(alamat='"https://berkas:rahasia@data.contoh.go.id"'), "tanpa nama dan sandi"),
        (told(alamat='"https://data.contoh.go.id/?a=1"'), "tanpa nama dan sandi"),
        (told(alamat='"https://data.contoh.go.id:99999"'), "tidak terbaca"),
        (told(alamat='"https://data.contoh.go.id/a b"'), "jalur"),
        (told(daftar="[]"), "daftar harus seperti"),
        (told(daftar='["dip", "dir"]'), "daftar harus seperti"),
        (told(daftar="[[1]]"), "daftar harus seperti"),
        (told(butir='"ya"'), "butir harus true atau false"),
        (told(jaringan='"semua"'), "jaringan hanya"),
        (told(ca='"/tidak/ada.pem"'), "file sertifikat"),
        (
            told(jenis='"wordpress"', organisasi="", kunci="", nama='"a:b"', sandi='"x"'),
            "nama dan sandi",
        ),
    ],
)
def test_what_is_wrong_is_told_and_no_key_with_it(text: str, kata: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as wrong:
        targets(text)

    assert kata in str(wrong.value)
    assert KUNCI not in str(wrong.value)
    assert "rahasia" not in str(wrong.value)
