"""A letter is handed to a real server once, sealed, and what became of it is told truly."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.mail_smtp import NoMail, SmtpMail
from service.domain.refusals import Unavailable
from service.domain.surel_kirim import (
    AlamatTidakSah,
    JawabanHilang,
    PenerimaDitolak,
    SuratKeluar,
    checked_alamat,
)
from tests.pos import DARI, Pos, pos
from tests.servers import free_port

SURAT = SuratKeluar(
    "surat_20261123", "contoh@contoh.go.id", "Berkas: 2 pengingat", "Yth.\n.\nTitik\n"
)


@pytest.fixture(scope="module")
def kantor_pos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pos]:
    with pos(tmp_path_factory.mktemp("pos")) as one:
        yield one


def to(who: str) -> SuratKeluar:
    return replace(SURAT, kepada=f"{who}@contoh.go.id")


def taken(kantor_pos: Pos, who: str) -> int:
    return sum(one["To"].startswith(f"{who}@") for one in kantor_pos.letters)


def test_a_letter_arrives_sealed_and_whole(kantor_pos: Pos) -> None:
    SmtpMail(kantor_pos.pengirim()).send(SURAT)

    [letter] = [one for one in kantor_pos.letters if one["To"] == SURAT.kepada]
    assert letter["From"] == f"Berkas <{DARI}>"
    assert letter["Subject"] == "Berkas: 2 pengingat"
    assert letter["Message-ID"] == "<surat_20261123@contoh.go.id>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content().replace("\r\n", "\n") == "Yth.\n.\nTitik\n"


def test_a_recipient_who_is_not_there_is_told_apart(kantor_pos: Pos) -> None:
    with pytest.raises(PenerimaDitolak) as told:
        SmtpMail(kantor_pos.pengirim()).send(to("tolak"))

    assert told.value.permanent
    assert "halaman Akun" in str(told.value)


@pytest.mark.parametrize(
    "said",
    [
        "550 5.1.1 no such user",
        "550 no such user here",
        "553 5.1.3 bad destination",
        "550 5.1.1 user unknown in relay recipient table",
    ],
)
def test_an_unknown_box_is_the_address_of_its_person(kantor_pos: Pos, said: str) -> None:
    (kantor_pos.room / "siapa.jawab").write_text(said)

    with pytest.raises(PenerimaDitolak):
        SmtpMail(kantor_pos.pengirim()).send(to("siapa"))


@pytest.mark.parametrize(
    "said",
    [
        "554 5.7.1 relay access denied",
        "550 5.7.1 unable to relay",
        "550 relay not permitted",
        "530 5.7.1 authentication required",
        "554 5.7.1 client host blocked",
        "550 5.1.8 sender domain not found",
        "521 this server takes no mail",
    ],
)
def test_a_server_that_refuses_the_office_switches_nobody_s_address_off(
    kantor_pos: Pos, said: str
) -> None:
    (kantor_pos.room / "siapa.jawab").write_text(said)

    with pytest.raises(Unavailable, match="Periksa BERKAS_SMTP") as told:
        SmtpMail(kantor_pos.pengirim()).send(to("siapa"))

    assert told.value.permanent
    assert not isinstance(told.value, PenerimaDitolak)


@pytest.mark.parametrize("said", ["552 5.2.2 over quota", "552 full", "550 5.2.2 mailbox full"])
def test_a_full_box_is_tried_again(kantor_pos: Pos, said: str) -> None:
    (kantor_pos.room / "siapa.jawab").write_text(said)

    with pytest.raises(Unavailable, match="sedang penuh") as told:
        SmtpMail(kantor_pos.pengirim()).send(to("siapa"))

    assert not told.value.permanent


def test_a_server_that_says_later_is_asked_again(kantor_pos: Pos) -> None:
    with pytest.raises(Unavailable) as told:
        SmtpMail(kantor_pos.pengirim()).send(to("nanti"))
    assert not told.value.permanent
    assert "Surat belum terkirim" in str(told.value)

    SmtpMail(kantor_pos.pengirim()).send(to("nanti"))

    assert taken(kantor_pos, "nanti") == 1


@pytest.mark.parametrize("who", ["lambat", "putus"])
def test_an_answer_that_is_lost_is_never_called_a_failure(kantor_pos: Pos, who: str) -> None:
    with pytest.raises(JawabanHilang) as told:
        SmtpMail(kantor_pos.pengirim(), seconds=1.0).send(to(who))

    assert not told.value.permanent
    assert "mungkin sudah sampai" in str(told.value)
    assert taken(kantor_pos, who) == 1


def test_a_wrong_password_is_said_and_never_repeated(kantor_pos: Pos) -> None:
    with pytest.raises(Unavailable) as told:
        SmtpMail(kantor_pos.pengirim(sandi="durian-runtuh")).send(SURAT)

    assert told.value.permanent
    assert "menolak nama atau sandinya" in str(told.value)
    assert "durian" not in str(told.value)


def test_a_certificate_nobody_vouches_for_gets_no_letter(kantor_pos: Pos) -> None:
    with pytest.raises(Unavailable, match="Sertifikat server surel localhost") as told:
        SmtpMail(kantor_pos.pengirim(ca=None)).send(to("asing"))

    assert told.value.permanent
    assert taken(kantor_pos, "asing") == 0


def test_a_server_that_is_down_or_silent_is_away_for_now() -> None:
    gone = Pos(Path(), free_port(), Path(), "polos").pengirim()
    with pytest.raises(Unavailable) as told:
        SmtpMail(gone).send(SURAT)
    assert not told.value.permanent
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mute = replace(gone, mesin="127.0.0.1", port=silent.getsockname()[1])
        mail = SmtpMail(mute, seconds=0.3)
        with pytest.raises(Unavailable) as told:
            mail.send(SURAT)
        assert not told.value.permanent
        silent.settimeout(0.05)
        silent.accept()[0].close()
        with pytest.raises(Unavailable, match=re.escape(str(told.value))):
            mail.send(SURAT)
        with pytest.raises(TimeoutError):  # it is left alone for a while
            silent.accept()


def test_tls_from_the_first_byte_and_a_server_on_this_machine(tmp_path: Path) -> None:
    with pos(tmp_path, "tls") as sealed:
        SmtpMail(sealed.pengirim()).send(SURAT)
        assert len(sealed.letters) == 1
    with pos(tmp_path, "tls-polos") as nameless:
        SmtpMail(nameless.pengirim()).send(SURAT)
        assert len(nameless.letters) == 1
    with pos(tmp_path, "polos") as near:
        SmtpMail(near.pengirim()).send(SURAT)
        assert len(near.letters) == 1


def test_without_a_seal_nothing_leaves_this_machine(tmp_path: Path) -> None:
    with pos(tmp_path, "polos") as near:
        away = near.pengirim(mesin=socket.gethostbyname("localhost").replace("127.0.0.1", "127.1"))
        with pytest.raises(Unavailable, match="tidak menawarkan sambungan tersandi") as told:
            SmtpMail(away).send(SURAT)
        assert near.letters == []
    assert told.value.permanent


def test_a_line_can_not_be_slipped_into_the_head(kantor_pos: Pos) -> None:
    for bad in (
        replace(SURAT, perihal="Berkas\r\nBcc: lain@contoh.go.id"),
        replace(SURAT, kepada="a@contoh.go.id\r\nBcc: lain@contoh.go.id"),
    ):
        with pytest.raises(ValueError):
            SmtpMail(kantor_pos.pengirim()).send(bad)
    assert taken(kantor_pos, "lain") == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "contoh",
        "contoh@",
        "@contoh.go.id",
        "contoh@contoh",
        "a b@contoh.go.id",
        "a@contoh.go.id, b@contoh.go.id",
        "a@contoh.go.id\r\nBcc: b@contoh.go.id",
        "<a@contoh.go.id>",
        "a..b@contoh.go.id",
        "é@contoh.go.id",
        "a@-contoh.go.id",
        f"{'a' * 65}@contoh.go.id",
        f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 30}.id",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AlamatTidakSah, match="satu alamat lengkap"):
        checked_alamat(text)


def test_an_address_is_kept_as_it_is_but_for_its_home() -> None:
    assert checked_alamat(" Contoh.Satu+ppid@Contoh.GO.ID ") == "Contoh.Satu+ppid@contoh.go.id"


def test_where_no_server_is_set_nobody_takes_a_letter() -> None:
    with pytest.raises(Unavailable) as told:
        NoMail().send(SURAT)
    assert told.value.permanent
    assert not NoMail.in_use
