"""What a backup holds, what the next one adds, and what a restore must find again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.cadangan import banding, hasil, jadwal, setelan
from service.domain.cadangan.isi import (
    BUKU,
    KUNCI,
    RUMAH,
    TERBUKA,
    TERTUTUP,
    Isi,
    Potongan,
    is_safe,
    ordered,
)
from service.domain.cadangan.lanjutan import base, require_alike
from service.domain.cadangan.manifes import Isian, Manifes, Sumber, read, written
from service.domain.cadangan.tolak import CadanganLebihBaru, CadanganRusak, DasarLain
from service.domain.catatan import Kepala

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
ISIAN = Isian(
    "0028",
    "sqlite",
    {"naskah": 3, "nomor": 7},
    (Kepala("kemensetneg", 12, "a" * 64),),
    {"kemensetneg/sk/2026": 7},
)
SURAT = Isi(TERTUTUP, "f" * 64, (Potongan("f" * 64, 9, 0, 512, 9),))
BUKU_INDUK = Isi(
    BUKU,
    "berkas.db",
    (Potongan("1" * 64, 4, 0, 2048, 3, True), Potongan("2" * 64, 4, 0, 2051, 3, True)),
)
PENUH = Manifes(
    (Sumber("satu", "penuh.tar"),),
    "0.7.0",
    NOW,
    "tanpa kunci",
    ISIAN,
    {"BERKAS_URL": "https://ppid.contoh.go.id"},
    (BUKU_INDUK, SURAT),
)


def test_a_list_of_contents_is_read_back_as_it_was_written() -> None:
    assert read(written(PENUH), "x") == PENUH
    assert PENUH.penuh
    assert PENUH.banyak() == {BUKU: 1, TERTUTUP: 1}
    assert PENUH.ditambah == 15


def test_a_backup_of_a_later_release_is_refused_with_its_name() -> None:
    later = json.loads(written(PENUH)) | {"bentuk": 99, "rilis": "3.1.0"}

    with pytest.raises(CadanganLebihBaru, match=r"Berkas 3\.1\.0.*Tidak ada yang diubah"):
        read(json.dumps(later).encode(), "x")


@pytest.mark.parametrize("text", [b"", b"{}", b"[1]", b'{"bentuk":1}', b"\xff"])
def test_what_is_no_list_of_contents_is_no_backup(text: bytes) -> None:
    with pytest.raises(CadanganRusak, match="daftar isinya tidak terbaca"):
        read(text, "x")


@pytest.mark.parametrize(
    "nama", ["../x", "/etc/passwd", "a/../../b", "..", "", "a\\..\\b", "a\x00b", "./x"]
)
def test_nothing_in_a_backup_can_be_laid_outside_the_house(nama: str) -> None:
    assert not is_safe(Isi(RUMAH, nama, ()))
    astray = json.loads(written(PENUH))
    astray["isi"][0][1] = nama
    with pytest.raises(CadanganRusak, match="menunjuk ke luar"):
        read(json.dumps(astray).encode(), "x")


def test_a_name_with_dots_in_it_is_no_way_out() -> None:
    assert is_safe(Isi(RUMAH, "tanda-tangan/keluar/surat..pdf", ()))
    assert not is_safe(Isi("elsewhere", "x", ()))


def test_bytes_are_looked_for_only_in_a_backup_that_is_named() -> None:
    astray = json.loads(written(PENUH))
    astray["isi"][0][2][0][2] = 1

    with pytest.raises(CadanganRusak, match="menunjuk ke luar"):
        read(json.dumps(astray).encode(), "x")


def test_rooms_are_laid_in_one_order_with_the_ledger_first_and_keys_last() -> None:
    some = [Isi(room, name, ()) for name in "ba" for room in (KUNCI, TERBUKA, TERTUTUP, BUKU)]

    assert [one.ruang for one in ordered(some)][::2] == [BUKU, TERTUTUP, TERBUKA, KUNCI]
    assert [one.nama for one in ordered(some)][:2] == ["a", "b"]


def test_a_later_backup_takes_files_over_by_name_and_the_ledger_by_its_bytes() -> None:
    dasar = base(PENUH)

    whole = dasar.whole(TERTUTUP, "f" * 64)
    assert whole and [p.sumber for p in whole.potongan] == [1]
    assert dasar.whole(BUKU, "berkas.db") is None  # it goes on changing under one name
    piece = dasar.piece("2" * 64)
    assert piece and (piece.sumber, piece.letak) == (1, 2051)
    assert dasar.piece("3" * 64) is None


def test_of_a_chain_each_backup_is_named_once_the_newest_first() -> None:
    second = Manifes((Sumber("dua", "dua.tar"), *base(PENUH).sumber), "0.7.0", NOW, "", ISIAN)

    assert [one.id for one in base(second).sumber] == ["dua", "satu"]
    assert not second.penuh


def test_a_backup_of_another_kind_of_house_is_not_gone_on_from() -> None:
    require_alike(PENUH, ISIAN, "tanpa kunci")
    with pytest.raises(DasarLain, match="postgresql"):
        require_alike(PENUH, Isian("0028", "postgresql"), "tanpa kunci")
    with pytest.raises(DasarLain, match="kunci lain"):
        require_alike(PENUH, ISIAN, "kunci abc")


def test_no_secret_among_the_settings() -> None:
    env = {
        "BERKAS_URL": "https://ppid.contoh.go.id",
        "BERKAS_TSA": "https://nama:rahasia@tsa.contoh.go.id",
        "BERKAS_LEDGER": "postgresql://berkas:rahasia@basis/berkas",
        "BERKAS_SMTP": "smtp://nama:rahasia@surel",
        "BERKAS_CADANGAN_SANDI_FILE": "/etc/berkas/sandi",
        "BERKAS_PORT": "",
        "PATH": "/usr/bin",
    }

    told = setelan.kept(env)

    assert "rahasia" not in str(told)
    assert told["BERKAS_URL"] == "https://ppid.contoh.go.id"
    assert told["BERKAS_LEDGER"] == setelan.TERISI
    assert set(told) == set(env) - {"PATH", "BERKAS_PORT"}


def test_every_difference_after_a_restore_is_named() -> None:
    found = Isian(
        "0028",
        "sqlite",
        {"naskah": 2, "nomor": 7},
        (Kepala("kemensetneg", 11, "b" * 64),),
        {"kemensetneg/sk/2026": 6},
    )

    assert banding.differences(ISIAN, ISIAN) == []
    assert banding.differences(ISIAN, found) == [
        "baris di naskah: dijanjikan 3, ada 2",
        f"kepala jurnal kemensetneg: dijanjikan 12:{'a' * 16}, ada 11:{'b' * 16}",
        "nomor terakhir buku kemensetneg/sk/2026: dijanjikan 7, ada 6",
    ]


def test_what_was_noted_after_the_backup_is_told_by_its_numbers() -> None:
    later = [Kepala("kemensetneg", 12, "a" * 64), Kepala("kemensetneg", 20, "c" * 64)]

    assert banding.lost(ISIAN.kepala, later[:1]) == []
    assert banding.lost(ISIAN.kepala, later) == [
        "jurnal kemensetneg: catatan 13 sampai 20 dibuat sesudah cadangan ini, dan tidak ikut pulih"
    ]


def nights(*days: str) -> list[str]:
    return [
        jadwal.Malam(date.fromisoformat(d.strip("*")), penuh=d.startswith("*")).nama for d in days
    ]


def test_a_night_is_named_and_read_back() -> None:
    one = jadwal.Malam(date(2026, 11, 23), penuh=True, terkunci=True)

    assert one.nama == "berkas-2026-11-23-penuh.tar.age"
    assert jadwal.read(one.nama) == one
    assert jadwal.read("berkas-2026-13-40-penuh.tar") is None
    assert jadwal.read("surat.tar") is None


def test_the_night_begins_at_half_past_one_where_the_office_is() -> None:
    assert jadwal.night(datetime(2026, 11, 22, 18, 29, tzinfo=UTC), "WIB") == date(2026, 11, 22)
    assert jadwal.night(datetime(2026, 11, 22, 18, 30, tzinfo=UTC), "WIB") == date(2026, 11, 23)


def test_the_first_night_of_a_month_is_whole_and_the_others_go_on_from_it() -> None:
    names = nights("*2026-10-01", "*2026-11-02", "2026-11-03")

    found = jadwal.base_of(names, date(2026, 11, 4), terkunci=False)
    assert found and found.hari == date(2026, 11, 2)
    assert jadwal.base_of(names, date(2026, 12, 1), terkunci=False) is None
    assert jadwal.base_of(names, date(2026, 11, 4), terkunci=True) is None
    assert jadwal.of_night(names, date(2026, 11, 3))
    assert jadwal.of_night(names, date(2026, 11, 4)) is None


def test_old_backups_go_but_never_the_last_whole_one_nor_what_another_needs() -> None:
    names = nights("*2026-06-01", "2026-06-20", "*2026-09-01", "2026-09-30", "*2026-11-01")

    assert jadwal.outdated(names, date(2026, 11, 23)) == names[:2]
    assert jadwal.outdated(nights("*2026-01-01", "2026-01-02"), date(2026, 11, 23)) == nights(
        "2026-01-02"
    )
    assert jadwal.outdated(["surat.tar"], date(2026, 11, 23)) == []


def test_where_no_folder_is_set_nobody_is_alarmed_and_everybody_is_told() -> None:
    assert hasil.made(None, None, NOW, diatur=False) == (None, hasil.TIDAK_DIATUR)
    assert hasil.made(None, None, NOW, diatur=True) == (False, hasil.BELUM)
    assert hasil.proved(None, None, NOW, diatur=True)[0] is False


def test_the_last_backup_is_told_with_its_day_and_size_and_a_late_one_is_bad() -> None:
    one = hasil.HasilCadangan("berkas-2026-11-23-penuh.tar", baik=True, file=120, bita=2_400_000)
    assert hasil.read(one.kept()) == one

    baik, kata = hasil.made(NOW, one, NOW, diatur=True)
    assert (baik, kata) == (
        True,
        "24 November 2026 pukul 02.00 WIB: berkas-2026-11-23-penuh.tar, 120 file, 2,4 MB.",
    )
    assert hasil.made(NOW, one, NOW + timedelta(days=3), diatur=True)[0] is False
    assert hasil.made(NOW, one, NOW + timedelta(days=3), diatur=False)[0] is True


def test_a_proof_that_failed_or_grew_old_is_bad() -> None:
    good = hasil.HasilCadangan("a.tar", baik=True, file=3)
    bad = hasil.HasilCadangan("a.tar", baik=False, catatan="kepala jurnal lain")

    assert hasil.proved(NOW, good, NOW, diatur=True)[0] is True
    assert hasil.proved(NOW, good, NOW + timedelta(days=36), diatur=True)[0] is False
    assert hasil.proved(NOW, bad, NOW, diatur=True) == (
        False,
        "24 November 2026 pukul 02.00 WIB: pemulihan a.tar gagal. kepala jurnal lain",
    )
    assert hasil.read({"nama": "x"}) is None
