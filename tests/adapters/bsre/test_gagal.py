"""Nothing that goes wrong is taken for a signature, and no signature for nothing."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.bsre import EsignV1, EsignV2
from service.disk import Disk
from service.domain.esign.galat import LayananMenolak, PassphraseSalah, PerluDicek, SudahDiunduh
from service.domain.esign.sambungan import connection
from service.domain.esign.tampak import TAK_TAMPAK
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal, Unavailable
from tests.bsre_tiruan import NAMA, NIK, PASSPHRASE, SABAR, SANDI, Tiruan
from tests.bsre_ttd import plain_pdf
from tests.servers import free_port

Esign = EsignV1 | EsignV2


def sign(esign: Esign, naskah: Path) -> Path:
    out = naskah.with_name("kembali.pdf")
    return esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, out).path


def asked(layanan: Tiruan) -> int:
    return sum(one.endswith("/sign/pdf") for one in layanan.diminta)


@pytest.mark.parametrize(
    ("tingkah", "kata"),
    [
        ("putus_sesudah", "tidak sampai utuh"),
        ("terlambat", "tidak sampai utuh"),
        ("terputus", "tidak sampai utuh"),
        ("502", "tidak sampai utuh"),
        ("kosong", "tanpa naskah"),
        ("html_200", "bentuk yang tidak dikenal"),
        ("pdf_lain", "bukan kelanjutan naskah"),
        ("tanpa_tambahan", "tanpa tambahan apa pun"),
        ("tanpa_ttd", "tanpa tanda tangan"),
        ("terpotong", "terpotong"),
    ],
)
def test_where_nobody_knows_whether_it_was_signed_a_person_looks(
    esign: Esign, layanan: Tiruan, naskah: Path, tingkah: str, kata: str
) -> None:
    layanan.tingkah = tingkah

    with pytest.raises(PerluDicek, match="mungkin sudah ditandatangani") as told:
        sign(esign, naskah)

    assert kata in str(told.value)
    assert asked(layanan) == 1


@pytest.mark.parametrize("tingkah", ["pdf_lain", "tanpa_tambahan", "tanpa_ttd", "terpotong"])
def test_what_came_back_odd_is_kept_for_who_decides(
    esign: Esign, layanan: Tiruan, naskah: Path, tingkah: str
) -> None:
    layanan.tingkah = tingkah

    with pytest.raises(PerluDicek) as told:
        sign(esign, naskah)

    [made] = layanan.simpanan.values()
    assert told.value.kembali
    assert told.value.kembali.read_bytes() == made


@pytest.mark.parametrize("tingkah", ["putus_sesudah", "kosong", "502"])
def test_where_nothing_came_back_no_file_is_left(
    esign: Esign, layanan: Tiruan, naskah: Path, tingkah: str
) -> None:
    layanan.tingkah = tingkah

    with pytest.raises(PerluDicek) as told:
        sign(esign, naskah)

    assert told.value.kembali is None
    assert [one.name for one in naskah.parent.iterdir()] == ["naskah.pdf"]


def test_half_of_an_answer_is_kept_with_the_id_to_fetch_the_whole(
    layanan: Tiruan, naskah: Path
) -> None:
    esign, again = EsignV1(layanan.sambungan()), naskah.with_name("lagi.pdf")
    layanan.tingkah = "terputus"
    with pytest.raises(PerluDicek) as told:
        sign(esign, naskah)
    layanan.tingkah = ""
    code, half = told.value.id_dokumen, told.value.kembali
    assert half

    whole = esign.download(code, naskah, again).path.read_bytes()

    assert whole.startswith(half.read_bytes())
    assert len(whole) == half.stat().st_size + 100
    assert asked(layanan) == 1


def test_a_download_that_breaks_leaves_what_came_for_there_is_no_second(
    layanan: Tiruan, naskah: Path
) -> None:
    esign = EsignV1(layanan.sambungan())
    one = esign.sign(naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.with_name("1.pdf"))
    layanan.tingkah = "unduhan_putus"

    with pytest.raises(PerluDicek) as told:
        esign.download(one.id_dokumen, naskah, naskah.with_name("2.pdf"))

    assert told.value.kembali
    assert one.path.read_bytes().startswith(told.value.kembali.read_bytes())
    assert told.value.kembali.stat().st_size > 100_000
    with pytest.raises(SudahDiunduh):
        esign.download(one.id_dokumen, naskah, naskah.with_name("3.pdf"))


@pytest.mark.parametrize(
    ("tingkah", "kata", "permanent"),
    [
        ("500", "sedang bermasalah (500)", False),
        ("503", "sedang bermasalah (503)", False),
        ("html", "sedang bermasalah (400)", False),
        ("alihkan", "Alamat layanan tanda tangan keliru (302)", True),
    ],
)
def test_a_service_in_trouble_has_signed_nothing(
    esign: Esign, layanan: Tiruan, naskah: Path, tingkah: str, kata: str, permanent: bool
) -> None:
    layanan.tingkah = tingkah

    with pytest.raises(Unavailable, match="Tidak ada yang ditandatangani") as told:
        sign(esign, naskah)

    assert kata in str(told.value)
    assert told.value.permanent is permanent
    assert asked(layanan) == 1
    assert not naskah.with_name("kembali.pdf").exists()


def test_an_error_that_calls_itself_a_success_is_an_error(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    layanan.tingkah = "galat_200"

    with pytest.raises(LayananMenolak, match="File rusak"):
        sign(esign, naskah)


def test_a_wrong_passphrase_inside_a_fault_is_still_told(
    esign: Esign, layanan: Tiruan, naskah: Path
) -> None:
    layanan.tingkah = "salah_500"

    with pytest.raises(PassphraseSalah):
        sign(esign, naskah)


@pytest.mark.parametrize("tingkah", ["jenis_salah", "lambat"])
def test_a_paper_is_taken_though_it_is_late_or_called_something_else(
    esign: Esign, layanan: Tiruan, naskah: Path, tingkah: str
) -> None:
    layanan.tingkah = tingkah

    assert sign(esign, naskah).read_bytes().startswith(naskah.read_bytes())


@pytest.fixture
def besar(tmp_path: Path) -> Path:
    """More than the lines between here and there hold by themselves."""
    paper = tmp_path / "besar.pdf"
    paper.write_bytes(plain_pdf(size=16_000_000))
    return paper


def test_a_line_that_broke_before_the_paper_was_through_may_be_tried_again(
    esign: Esign, layanan: Tiruan, besar: Path
) -> None:
    layanan.tingkah = "putus_sebelum"
    with pytest.raises(Unavailable, match="tidak menjawab") as told:
        sign(esign, besar)
    assert not told.value.permanent
    assert layanan.ditandatangani == 0
    layanan.tingkah = ""

    sign(esign, besar)

    assert layanan.ditandatangani == 1


def test_a_service_that_does_not_read_is_given_up_and_has_nothing(
    esign: Esign, layanan: Tiruan, besar: Path
) -> None:
    layanan.tingkah = "tak_membaca"

    with pytest.raises(Unavailable, match="tidak menjawab") as told:
        sign(esign, besar)

    assert not told.value.permanent


def test_a_service_that_says_no_before_the_paper_was_through_is_heard(
    esign: Esign, layanan: Tiruan, besar: Path
) -> None:
    layanan.tingkah = "terlalu_besar"

    with pytest.raises(Unavailable, match="Tidak ada yang ditandatangani"):
        sign(esign, besar)

    assert layanan.ditandatangani == 0


def test_a_name_the_service_does_not_know_is_the_managers_matter(
    layanan: Tiruan, naskah: Path
) -> None:
    for version in (EsignV1, EsignV2):
        esign = version(layanan.sambungan(sandi="bukan itu"))
        for act in (lambda one=esign: sign(one, naskah), lambda one=esign: one.status(NIK)):
            with pytest.raises(Unavailable, match="nama atau sandi aplikasi") as told:
                act()
            assert told.value.permanent


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
def test_a_service_that_is_not_there_or_not_itself_gets_nothing(
    layanan: Tiruan, naskah: Path, version: type[Esign]
) -> None:
    gone = version(layanan.sambungan(port=free_port()))
    with pytest.raises(Unavailable, match="tidak menjawab") as told:
        sign(gone, naskah)
    assert not told.value.permanent

    strange = version(layanan.sambungan(ca=None))
    with pytest.raises(Unavailable, match="Sertifikat layanan tanda tangan") as told:
        sign(strange, naskah)
    assert told.value.permanent

    other = version(layanan.sambungan(mesin="127.0.0.2"))
    with pytest.raises(Unavailable):
        sign(other, naskah)
    assert layanan.diminta == []


@contextmanager
def mute(said: Iterable[bytes]) -> Iterator[int]:
    """A service in the clear that answers everything with these bytes, and nothing after them."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        open_: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                open_.append(line)
                line.recv(65536)
                with suppress(OSError):  # who has heard enough hangs up
                    for part in said:
                        line.sendall(part)

        runs = threading.Thread(target=serve)
        runs.start()
        try:
            yield door.getsockname()[1]
        finally:
            door.shutdown(socket.SHUT_RDWR)
            runs.join()
            for line in open_:
                line.close()


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"bukan HTTP sama sekali\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n" + bytes(9_000_000),
        b"HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n" + b"[" * 30,
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + b'["ISSUE"]',
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=["diam", "bukan_http", "terlalu_banyak", "dalam", "daftar", "kepala", "potongan"],
)
def test_an_answer_that_is_none_lets_nobody_sign(
    naskah: Path, version: type[Esign], said: bytes
) -> None:
    with mute([said]) as port:
        near = connection(f"http://127.0.0.1:{port}", NAMA, SANDI)
        esign = version(replace(near, kesabaran=replace(SABAR, diam=0.5)))
        with pytest.raises(Unavailable) as told:
            sign(esign, naskah)

    assert re.search("tidak menjawab|tidak sampai|tidak dikenal", str(told.value))
    assert not told.value.permanent


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
def test_an_answer_without_an_end_is_not_listened_to_for_ever(
    naskah: Path, version: type[Esign]
) -> None:
    sent: list[int] = []

    def more() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n{"
        while True:
            sent.append(1 << 20)
            time.sleep(0.005)
            yield bytes(1 << 20)

    with mute(more()) as port:
        near = connection(f"http://127.0.0.1:{port}", NAMA, SANDI)
        esign = version(replace(near, kesabaran=replace(SABAR, seluruh=1.0)))
        with pytest.raises(Unavailable, match="tidak sampai"):
            esign.verify(naskah)

    assert sum(sent) < 40 << 20


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
def test_a_service_that_drips_is_given_up_when_the_whole_took_too_long(
    layanan: Tiruan, naskah: Path, version: type[Esign]
) -> None:
    layanan.tingkah = "tetes"
    short = replace(SABAR, seluruh=1.5)
    began = time.monotonic()

    with pytest.raises(PerluDicek, match="tidak sampai utuh"):
        sign(version(layanan.sambungan(kesabaran=short)), naskah)

    assert short.seluruh < time.monotonic() - began < short.seluruh + 3


class Penuh(Disk):
    """A disk that is full, or fails, where what comes back is written."""

    def __init__(self, *, sync: bool) -> None:
        self._only_sync = sync

    def write(self, fd: int, part: bytes) -> None:
        if not self._only_sync:
            raise OSError(28, "No space left on device")
        super().write(fd, part)

    def sync(self, fd: int) -> None:
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
@pytest.mark.parametrize("sync", [True, False])
def test_a_signed_paper_the_disk_refuses_is_not_called_signed(
    layanan: Tiruan, naskah: Path, version: type[Esign], sync: bool
) -> None:
    with pytest.raises(PerluDicek, match="disk menolak") as told:
        sign(version(layanan.sambungan(), Penuh(sync=sync)), naskah)

    assert layanan.ditandatangani == 1
    assert bool(told.value.id_dokumen) is (version is EsignV1)


@pytest.mark.parametrize("version", [EsignV1, EsignV2])
def test_a_folder_that_is_not_there_is_said_before_anything_is_signed(
    layanan: Tiruan, naskah: Path, version: type[Esign]
) -> None:
    esign = version(layanan.sambungan())

    with pytest.raises((Refusal, Unavailable)):
        esign.sign(
            naskah, NIK, FrasaSandi(PASSPHRASE), TAK_TAMPAK, naskah.parent / "tidak" / "ada.pdf"
        )

    assert asked(layanan) == 0
