"""A backup is whole or not there; it is a tar; and the next one holds only what is new."""

from __future__ import annotations

import errno
import io
import os
import tarfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.adapters.cadangan import RakCadangan
from service.adapters.cadangan.alir import DI_JALAN, SEKALI
from service.adapters.cadangan.potong import TETAP
from service.disk import Disk
from service.domain.cadangan.isi import BUKU, TERTUTUP, Isi
from service.domain.cadangan.lanjutan import Dasar, base
from service.domain.cadangan.manifes import Isian, Manifes, Sumber
from service.domain.cadangan.tolak import (
    CadanganRusak,
    DasarHilang,
    SandiPerlu,
    SandiSalah,
    SudahAda,
)
from service.domain.refusals import TidakAda, Unavailable
from service.domain.sisa import DiskPenuh

SANDI = "kuda benar baterai"
NOW = datetime(2026, 11, 23, tzinfo=UTC)


class LittleDisk(Disk):
    """A disk with room for so many bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, fd: int, part: bytes) -> None:
        super().write(fd, part[: max(0, self.room)])
        self.room -= len(part)
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class SlowDisk(Disk):
    """A disk that takes its time, a little less with each part."""

    def __init__(self) -> None:
        self.rest = 0.02

    def write(self, fd: int, part: bytes) -> None:
        time.sleep(self.rest)
        self.rest *= 0.8
        super().write(fd, part)


class NoLinks(Disk):
    """A disk that is carried about: one name for each file."""

    def link(self, part: Path, goal: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def a_rack(disk: Disk | None = None) -> RakCadangan:
    return RakCadangan(disk or Disk(), "0.7.0", kerja=4)


def make(
    rak: RakCadangan,
    path: Path,
    buku: bytes,
    surat: Sequence[bytes] = (b"surat satu", b"surat dua"),
    *,
    sandi: str = "",
    dari: Path | None = None,
    nama_buku: str = "berkas.db",
) -> Manifes:
    dasar = base(rak.look(dari, sandi)) if dari else Dasar()
    with rak.write(path, dasar, sandi) as out:
        isi = [out.pieces(BUKU, nama_buku, io.BytesIO(buku))]
        for n, one in enumerate(surat):
            nama = f"{n:064}"
            isi.append(dasar.whole(TERTUTUP, nama) or out.whole(TERTUTUP, nama, io.BytesIO(one)))
        sumber = (Sumber(path.name, path.name), *dasar.sumber)
        whole = Manifes(sumber, rak.rilis, NOW, "", Isian("1", "sqlite"), isi=tuple(isi))
        out.done(whole)
    return whole


def contents(rak: RakCadangan, path: Path, sandi: str = "") -> dict[str, bytes]:
    with rak.read(path, sandi) as archive:
        return {one.nama: b"".join(archive.open(one)) for one in archive.manifes.isi}


@pytest.mark.parametrize("sandi", ["", SANDI])
def test_what_was_put_in_comes_out_again(tmp_path: Path, sandi: str) -> None:
    path, buku = tmp_path / "a.tar", os.urandom(3 * TETAP + 9)

    made = make(a_rack(), path, buku, sandi=sandi)

    assert contents(a_rack(), path, sandi) == {
        "berkas.db": buku,
        f"{0:064}": b"surat satu",
        f"{1:064}": b"surat dua",
    }
    assert a_rack().look(path, sandi) == made
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["a.tar"]


def test_any_tar_lists_it_and_takes_the_files_out(tmp_path: Path) -> None:
    make(a_rack(), tmp_path / "a.tar", b"buku" * 5)

    with tarfile.open(tmp_path / "a.tar") as tar:
        names = tar.getnames()
        letter = tar.extractfile(f"tertutup/{0:064}")
        assert letter and letter.read() == b"surat satu"
    assert names[0] == "BACA-SAYA.txt"
    assert names[-2:] == ["daftar-isi.json.gz", "akhir.json"]


def test_nothing_of_a_locked_backup_can_be_read_without_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.age"
    make(a_rack(), path, b"RAHASIA" * 9, [b"NIK 3201"], sandi=SANDI)

    raw = path.read_bytes()
    assert b"RAHASIA" not in raw and b"NIK" not in raw and b"berkas.db" not in raw
    with pytest.raises(SandiPerlu, match="--sandi"):
        a_rack().look(path, "")
    with pytest.raises(SandiSalah):
        a_rack().look(path, "kuda salah")


@pytest.mark.parametrize("sandi", ["", SANDI])
def test_the_next_backup_holds_only_what_is_new(tmp_path: Path, sandi: str) -> None:
    rak, buku = a_rack(), bytearray(os.urandom(40 * TETAP))
    make(rak, tmp_path / "a.tar", bytes(buku), [b"x" * 90_000], sandi=sandi)
    buku[5 * TETAP : 5 * TETAP + 4] = b"baru"

    two = make(
        rak,
        tmp_path / "b.tar",
        bytes(buku),
        [b"x" * 90_000, b"y" * 500],
        sandi=sandi,
        dari=tmp_path / "a.tar",
    )

    assert two.ditambah < TETAP + 600
    found = contents(rak, tmp_path / "b.tar", sandi)
    assert found["berkas.db"] == bytes(buku)
    assert found[f"{1:064}"] == b"y" * 500
    three = make(
        rak, tmp_path / "c.tar", bytes(buku), [b"x" * 90_000], sandi=sandi, dari=tmp_path / "b.tar"
    )
    assert [one.nama for one in three.sumber] == ["c.tar", "b.tar", "a.tar"]
    assert contents(rak, tmp_path / "c.tar", sandi)["berkas.db"] == bytes(buku)


def test_a_row_more_before_the_others_moves_no_piece(tmp_path: Path) -> None:
    rows = [f"{n}\t{os.urandom(60).hex()}\n".encode() for n in range(20_000)]
    rak = a_rack()
    make(rak, tmp_path / "a.tar", b"".join(rows), [], nama_buku="catatan.salin")

    two = make(
        rak,
        tmp_path / "b.tar",
        b"".join([b"baru\n", *rows[:9000], *rows[9001:]]),
        [],
        nama_buku="catatan.salin",
        dari=tmp_path / "a.tar",
    )

    assert two.ditambah < 200_000 < rak.look(tmp_path / "a.tar", "").ditambah


def test_a_backup_whose_base_is_gone_or_is_another_says_so(tmp_path: Path) -> None:
    rak = a_rack()
    make(rak, tmp_path / "a.tar", b"satu")
    make(rak, tmp_path / "b.tar", b"dua", dari=tmp_path / "a.tar")
    (tmp_path / "a.tar").rename(tmp_path / "lain.tar")

    with pytest.raises(DasarHilang, match=r"a\.tar"):
        contents(rak, tmp_path / "b.tar")

    made = make(rak, tmp_path / "sementara", b"satu")
    assert made.id == "sementara"
    (tmp_path / "sementara").rename(tmp_path / "a.tar")
    with pytest.raises(CadanganRusak, match="bukan cadangan yang dahulu"):
        contents(rak, tmp_path / "b.tar")


def test_a_backup_never_takes_the_place_of_another(tmp_path: Path) -> None:
    rak, path = a_rack(), tmp_path / "a.tar"
    make(rak, path, b"satu")
    before = path.read_bytes()

    with pytest.raises(SudahAda):
        make(rak, path, b"dua")
    with pytest.raises(SudahAda), rak.write(tmp_path / "b.tar", Dasar(), "") as out:
        (tmp_path / "b.tar").write_bytes(b"milik orang")  # while ours is on its way
        out.done(Manifes((Sumber("b", "b"),), "", NOW, "", Isian("", "")))

    assert path.read_bytes() == before
    assert (tmp_path / "b.tar").read_bytes() == b"milik orang"


@pytest.mark.parametrize("room", [0, 600, 60_000, 130_000])
def test_a_full_disk_leaves_the_last_good_one_and_nothing_half(tmp_path: Path, room: int) -> None:
    make(a_rack(), tmp_path / "a.tar", b"satu")

    with pytest.raises(DiskPenuh):
        make(a_rack(LittleDisk(room)), tmp_path / "b.tar", os.urandom(130_000))

    assert [p.name for p in tmp_path.iterdir()] == ["a.tar"]
    assert contents(a_rack(), tmp_path / "a.tar")["berkas.db"] == b"satu"


def test_a_disk_that_fills_up_under_way_is_heard_before_much_more_is_read(tmp_path: Path) -> None:
    rak, letters = a_rack(LittleDisk(5 * SEKALI)), [io.BytesIO(bytes(SEKALI)) for _ in range(30)]

    with (
        pytest.raises(DiskPenuh),
        rak.write(tmp_path / "b.tar", Dasar(), "") as out,
    ):
        for n, letter in enumerate(letters):
            out.whole(TERTUTUP, f"{n:064}", letter)

    assert sum(letter.tell() > 0 for letter in letters) <= 5 + DI_JALAN + 2
    assert [*tmp_path.iterdir()] == []


def test_a_slow_disk_gets_each_byte_in_its_order(tmp_path: Path) -> None:
    letters = [os.urandom(SEKALI + n) for n in range(12)]

    make(a_rack(SlowDisk()), tmp_path / "a.tar", b"satu", letters)

    assert [contents(a_rack(), tmp_path / "a.tar")[f"{n:064}"] for n in range(12)] == letters


def test_what_fails_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), a_rack().write(tmp_path / "a.tar", Dasar(), ""):
        raise KeyError
    with a_rack().write(tmp_path / "b.tar", Dasar(), ""):
        pass  # never said to be done

    assert [*tmp_path.iterdir()] == []


def test_a_disk_without_links_keeps_backups_too(tmp_path: Path) -> None:
    make(a_rack(NoLinks()), tmp_path / "a.tar", b"satu")

    assert contents(a_rack(), tmp_path / "a.tar")["berkas.db"] == b"satu"
    with pytest.raises(SudahAda):
        make(a_rack(NoLinks()), tmp_path / "a.tar", b"dua")


def test_what_a_killed_one_left_is_swept_and_what_another_writes_is_not(tmp_path: Path) -> None:
    left = tmp_path / ".z.tar.0.cadangan-bagian"
    left.write_bytes(b"half")
    mine = tmp_path / ".surat"
    mine.touch()

    with a_rack().write(tmp_path / "a.tar", Dasar(), ""):
        make(a_rack(), tmp_path / "b.tar", b"satu")
        writing = [p.name for p in tmp_path.iterdir() if p.name.startswith(".a.tar")]

    assert len(writing) == 1
    assert not left.exists()
    assert mine.exists()


def test_every_flipped_bit_and_every_cut_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    make(a_rack(), path, os.urandom(5_000), [os.urandom(700), os.urandom(2_000)])
    raw = path.read_bytes()
    whole = contents(a_rack(), path)

    for at in range(0, len(raw), 97):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :])
        try:
            assert contents(a_rack(), path) == whole  # it lay in a header or in padding
        except (CadanganRusak, Unavailable):
            continue
    for size in range(0, len(raw) - 1, 511):
        path.write_bytes(raw[:size])
        with pytest.raises(CadanganRusak):
            contents(a_rack(), path)


def test_what_is_no_backup_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(b"surat biasa" * 5_000)

    with pytest.raises(CadanganRusak, match="bukan cadangan"):
        a_rack().look(tmp_path / "a.tar", "")
    with pytest.raises(TidakAda):
        a_rack().look(tmp_path / "b.tar", "")


def test_pressed_bytes_that_swell_are_stopped_at_their_size(tmp_path: Path) -> None:
    rak, path = a_rack(), tmp_path / "a.tar"
    made = make(rak, path, bytes(TETAP), [])
    [isi] = made.isi
    short = replace(isi.potongan[0], ukuran=10)

    with rak.read(path, "") as archive, pytest.raises(CadanganRusak):
        b"".join(archive.open(Isi(BUKU, isi.nama, (short,))))
