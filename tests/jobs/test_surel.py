"""Letters come in by a real IMAP server: once each, as they were sent, marked only when kept."""

from __future__ import annotations

import imaplib
import logging
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from jobs.pengawas import surel
from jobs.pengawas.surel import Tukang
from jobs.watcher import Watcher
from service.adapters import mail_imap
from service.adapters.mail_imap import TANDA, ImapMailbox
from service.domain.batas import Batas
from service.domain.kiriman import SUREL, File, Kiriman
from service.domain.refusals import Unavailable
from service.domain.sisa import Sisa
from service.domain.surel import KotakSurat, SuratMasuk, mailbox
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.dovecot import SANDI, dovecot
from tests.fault.titik import in_child
from tests.office import INSTANSI, UNIT, open_house
from tests.servers import until

BROKEN = b"From: \xff\xfe<a@contoh.id\r\nSubject: =?x-tidak-ada?B?!!!?= \xe9\r\nDate: kemarin\r\n"
BROKEN += b'Content-Type: multipart/mixed; boundary="\r\n\r\n--tidak ditutup\r\n\x80\x01'


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@pytest.fixture
def nama(request: pytest.FixtureRequest) -> str:
    """A mailbox nobody else uses."""
    return f"uji{os.getpid()}{abs(hash(request.node.nodeid))}"


def kotak(nama: str, **more: object) -> KotakSurat:
    told = dovecot()
    one = KotakSurat("127.0.0.1", told["port"], False, nama, SANDI, "INBOX", INSTANSI, UNIT)
    return replace(one, **{"ca": Path(told["cert"]), **more})  # type: ignore[arg-type]


def with_mail(house: RealHouse, *boxes: KotakSurat) -> RealHouse:
    house.opened["mailboxes"] = tuple(ImapMailbox(one) for one in boxes)
    return house


def line(nama: str) -> imaplib.IMAP4:
    client = imaplib.IMAP4("127.0.0.1", dovecot()["port"])
    client.login(nama, SANDI)
    return client


def send(nama: str, *letters: bytes, folder: str = "INBOX") -> None:
    client = line(nama)
    if folder != "INBOX":
        client.create(f'"{folder}"')
    for letter in letters:
        assert client.append(f'"{folder}"', "", None, letter)[0] == "OK"  # type: ignore[arg-type]
    client.logout()


def flags(nama: str) -> list[str]:
    client = line(nama)
    client.select()
    told = client.uid("FETCH", "1:*", "(FLAGS)")[1]
    client.logout()
    return [one.decode() for one in told if one]


def letter(perihal: str = "Permohonan informasi contoh", *attached: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"] = "Contoh Pemohon <pemohon@contoh.id>"
    made["Subject"] = perihal
    made["Date"] = "Sat, 21 Nov 2026 08:00:00 +0700"
    made["Message-ID"] = "<1@contoh.id>"
    made.set_content("Dengan hormat.\n")
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return made.as_bytes().replace(b"\n", b"\r\n")


def taken(house: RealHouse) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Kiriman), key=lambda one: one.nama)


def bytes_of(house: RealHouse, one: Kiriman) -> bytes:
    with house.ledger.read() as reading:
        [file] = reading.find(File, kiriman=one.id)
    with house.store.open(file.sha256) as opened:
        return opened.read()


def test_a_letter_is_kept_byte_by_byte_with_what_its_head_says(house: RealHouse, nama: str) -> None:
    sent = letter("Permohonan é", ("surat é.pdf", b"%PDF-1.7 satu"), ("surat é.pdf", b"%PDF dua"))
    send(nama, sent)

    Tukang(with_mail(house, kotak(nama))).visit()

    [one] = taken(house)
    assert (one.pintu, one.instansi, one.unit, one.nama) == (SUREL, INSTANSI, UNIT, "Permohonan é")
    assert one.asal == {
        "Dari": "Contoh Pemohon <pemohon@contoh.id>",
        "Perihal": "Permohonan é",
        "Tanggal": "Sat, 21 Nov 2026 08:00:00 +0700",
        "Message-ID": "<1@contoh.id>",
    }
    assert bytes_of(house, one) == sent
    [line] = house.lists.jurnal(INSTANSI, 100, 1)
    assert "Permohonan" not in str(line.rincian)


def test_a_letter_is_marked_only_after_it_is_kept_and_taken_once(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(nama, letter())
    tukang = Tukang(with_mail(house, kotak(nama)))

    def full(*_: object) -> None:
        raise Unavailable("Disk penuh.")

    with monkeypatch.context() as away:
        away.setattr(surel, "accept", full)
        tukang.visit()
    assert TANDA not in flags(nama)[0]
    assert "Seen" not in flags(nama)[0]
    assert tukang.told() == "Disk penuh."

    tukang.later.clear()
    tukang.visit()
    tukang.visit()

    assert len(taken(house)) == 1
    assert TANDA in flags(nama)[0]
    assert tukang.told() == ""


def test_killed_between_commit_and_mark_it_is_one_kiriman_and_then_marked(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(nama, letter())
    with_mail(house, kotak(nama))

    def dies(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    house.engine.dispose()
    with monkeypatch.context() as power:
        power.setattr(ImapMailbox, "done", dies)
        assert os.WIFSIGNALED(in_child(Tukang(house).visit))
    assert len(taken(house)) == 1
    assert TANDA not in flags(nama)[0]

    Tukang(house).visit()

    assert len(taken(house)) == 1
    assert TANDA in flags(nama)[0]


def test_a_letter_that_somebody_has_read_is_taken_all_the_same(house: RealHouse, nama: str) -> None:
    send(nama, letter())
    client = line(nama)
    client.select()
    client.uid("STORE", "1", "+FLAGS", r"(\Seen)")
    client.logout()

    Tukang(with_mail(house, kotak(nama))).visit()

    assert len(taken(house)) == 1


@pytest.mark.parametrize(
    "odd",
    [
        b"Subject: tanpa isi\r\n\r\n",
        BROKEN,
        b"\r\n\r\n",
        b"Subject: " + b"a" * 70_000 + b"\r\n\r\nisi",
        b"Subject: satu\r\nSubject: dua\r\nX: \x01\r\n\r\n",
        b"Subject: \xe2\x80\xae" + b"gpj.exe\r\n\r\n",
    ],
    ids=["bodiless", "broken", "headless", "endless", "twofold", "backwards"],
)
def test_a_letter_in_pieces_is_kept_as_it_came(house: RealHouse, nama: str, odd: bytes) -> None:
    send(nama, odd)

    Tukang(with_mail(house, kotak(nama))).visit()

    [one] = taken(house)
    assert bytes_of(house, one) == odd
    assert "\u202e" not in str(one.asal)
    assert all(len(value) <= 500 for value in one.asal.values())


def test_large_letters_come_in_pieces_and_too_large_ones_stay_and_are_told(
    house: RealHouse, nama: str
) -> None:
    large = letter("Besar", ("a.pdf", os.urandom(2_500_000)))
    larger = letter("Terlalu besar", ("a.pdf", os.urandom(5_000_000)))
    send(nama, large, larger)
    small = replace(house, settings=replace(house.settings, batas=Batas(ukuran=5_000_000)))
    tukang = Tukang(with_mail(small, kotak(nama)))

    tukang.visit()

    [one] = taken(house)
    assert bytes_of(house, one) == large
    assert "1 surel lebih besar dari batas" in tukang.told()
    assert TANDA not in flags(nama)[1]


def test_folders_belong_to_units_and_one_that_is_away_keeps_none_waiting(
    house: RealHouse, nama: str
) -> None:
    send(nama, letter("Untuk humas"))
    send(nama, letter("Untuk arsip"), folder="Arsip Masuk")
    away = kotak(nama, port=1)
    boxes = away, kotak(nama), kotak(nama, folder="Arsip Masuk", unit="arsip")
    tukang = Tukang(with_mail(house, *boxes))

    tukang.visit()

    assert [(one.nama, one.unit) for one in taken(house)] == [
        ("Untuk arsip", "arsip"),
        ("Untuk humas", UNIT),
    ]
    assert "tidak menjawab" in tukang.wrong[away]


def test_a_folder_that_is_not_there_is_said(house: RealHouse, nama: str) -> None:
    tukang = Tukang(with_mail(house, kotak(nama, folder="Tidak Ada")))

    tukang.visit()

    assert "127.0.0.1/Tidak Ada tidak ada" in tukang.told()


def test_a_wrong_password_is_said_without_it_and_not_tried_at_once_again(
    house: RealHouse, nama: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = kotak(nama, sandi="sandi-yang-salah")
    watcher = Watcher(with_mail(house, wrong))

    watcher.tukang.visit()
    watcher._tell([watcher.tukang.told()])
    watcher.beat()

    told = watcher.tukang.told()
    assert "menolak nama atau sandinya" in told
    everywhere = told + caplog.text + repr(wrong) + str(house.pulse.beats())
    assert "sandi-yang-salah" not in everywhere
    assert watcher.tukang.later[wrong] > 0


def test_its_own_authority_is_trusted_and_no_other(house: RealHouse, nama: str) -> None:
    send(nama, letter())
    sealed = kotak(nama, mesin="localhost", port=dovecot()["port_tls"], tls=True, ca=None)
    tukang = Tukang(with_mail(house, sealed))

    tukang.visit()
    assert "tidak dipercaya" in tukang.told()
    assert taken(house) == []

    Tukang(with_mail(house, replace(sealed, ca=Path(dovecot()["cert"])))).visit()
    assert len(taken(house)) == 1


def test_nearly_full_the_disk_leaves_letters_where_they_are(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(nama, letter())
    monkeypatch.setattr(RealHouse, "sisa", lambda _: Sisa(1_000, 10_000_000))
    tukang = Tukang(with_mail(house, kotak(nama)))

    tukang.visit()

    assert "hampir penuh" in tukang.told()
    assert taken(house) == []
    assert TANDA not in flags(nama)[0]


def test_an_agency_nobody_knows_leaves_the_letter_to_a_person(house: RealHouse, nama: str) -> None:
    send(nama, letter())

    Tukang(with_mail(house, kotak(nama, instansi="entah"))).visit()

    assert [(one.instansi, one.unit) for one in taken(house)] == [("", "")]


def test_an_address_tells_all_and_its_faults_repeat_nothing() -> None:
    one = mailbox("imaps://nama%40kantor:s%2Fandi@surat.contoh/INBOX/PPID?instansi=a&unit=b")
    assert (one.nama, one.sandi, one.port, one.tls) == ("nama@kantor", "s/andi", 993, True)
    assert (one.folder, one.instansi, one.unit) == ("INBOX/PPID", "a", "b")
    for wrong in ("pop://a:rahasia@b", "imaps://a@b", "imaps://a:rahasia@b/x?kota=c", "imap://"):
        with pytest.raises(ValueError, match=r"\.$") as told:
            mailbox(wrong)
        assert "rahasia" not in str(told.value)


def test_a_subject_with_half_a_letter_keeps_nothing_behind_it_waiting(
    house: RealHouse, nama: str
) -> None:
    halved = b"Subject: =?utf-7?Q?+2AA-?= contoh\r\n\r\nisi"
    send(nama, halved, letter("Berikutnya"))

    Tukang(with_mail(house, kotak(nama))).visit()

    assert [one.nama for one in taken(house)] == ["Berikutnya", "\\ud800 contoh"]
    assert all(TANDA in one for one in flags(nama))


def test_a_mailbox_made_anew_gives_no_letter_twice_and_keeps_none_back(
    house: RealHouse, nama: str
) -> None:
    first, second, third = (letter(f"Surat {n}") for n in range(3))
    send(nama, first, second, folder="Arsip")
    tukang = Tukang(with_mail(house, kotak(nama, folder="Arsip")))
    tukang.visit()

    client = line(nama)
    client.delete("Arsip")
    client.logout()
    send(nama, third, second, folder="Arsip")  # its numbers begin at one again
    tukang.visit()

    assert [one.nama for one in taken(house)] == ["Surat 0", "Surat 1", "Surat 2"]
    assert tukang.told() == ""


def test_a_mailbox_made_anew_under_our_hands_loses_no_letter(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = (letter(f"{when} {n}") for n, when in enumerate(("Dahulu", "Kemudian")))
    send(nama, before, folder="Arsip")
    tukang, done = Tukang(with_mail(house, kotak(nama, folder="Arsip"))), ImapMailbox.done

    def made_anew(box: ImapMailbox, surat: SuratMasuk) -> None:
        client = line(nama)
        client.delete("Arsip")
        client.logout()
        send(nama, after, folder="Arsip")  # under the number of the one in hand
        done(box, surat)

    with monkeypatch.context() as hands:
        hands.setattr(ImapMailbox, "done", made_anew)
        tukang.visit()
    tukang.later.clear()
    tukang.visit()

    assert [one.nama for one in taken(house)] == ["Dahulu 0", "Kemudian 1"]


def test_a_letter_taken_out_while_it_is_fetched_is_not_kept_in_part(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = letter("Besar", ("a.pdf", os.urandom(2_500_000)))
    send(nama, large, letter("Berikutnya"))
    part, expunged = ImapMailbox._part, list[int]()

    def gone_after_a_piece(box: ImapMailbox, surat: SuratMasuk, at: int) -> bytes | None:
        if at and not expunged:
            expunged.append(surat.uid)
            client = line(nama)
            client.select()
            client.uid("STORE", str(surat.uid), "+FLAGS", r"(\Deleted)")
            client.expunge()
            client.logout()
        return part(box, surat, at)

    monkeypatch.setattr(ImapMailbox, "_part", gone_after_a_piece)
    tukang = Tukang(with_mail(house, kotak(nama)))
    tukang.visit()
    tukang.later.clear()
    tukang.visit()

    assert expunged
    assert [one.nama for one in taken(house) if bytes_of(house, one) != large] == ["Berikutnya"]


def test_a_letter_that_ends_where_a_piece_ends_is_whole(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_imap, "SEPOTONG", 100)
    head = b"Subject: pas\r\n\r\n"
    sent = [head + b"x" * (size - len(head)) for size in (99, 100, 101, 200)]
    send(nama, *sent)

    Tukang(with_mail(house, kotak(nama))).visit()

    assert sorted(bytes_of(house, one) for one in taken(house)) == sorted(sent)


def test_more_letters_than_one_turn_are_all_taken_in_one_visit(
    house: RealHouse, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surel, "SEKALI", 3)
    monkeypatch.setattr(mail_imap, "SEKALIGUS", 2)
    monkeypatch.setattr(mail_imap, "SELEMBAR", 3)
    send(nama, *(letter(f"Surat {n}") for n in range(8)))

    Tukang(with_mail(house, kotak(nama))).visit()

    assert len(taken(house)) == 8
    assert all(TANDA in one for one in flags(nama))


def test_a_mailbox_full_of_letters_is_taken_whole_by_one_that_dies_again_and_again(
    house: RealHouse, nama: str, request: pytest.FixtureRequest
) -> None:
    many = 1_000 if request.config.getoption("--panjang") else 40
    sent = [letter(f"Surat {n}", (f"{n}.pdf", os.urandom(2_000))) for n in range(many)]
    send(nama, *sent)
    with_mail(house, kotak(nama))
    deaths = 0

    while len(taken(house)) < many:
        house.engine.dispose()
        before = len(taken(house))
        house.engine.dispose()
        pid = os.fork()
        if pid == 0:
            Tukang(house).visit()
            os._exit(0)
        until(lambda: len(taken(house)) > before, 60, "one more")  # noqa: B023 (asked at once)
        os.kill(pid, signal.SIGKILL)
        deaths += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    Tukang(house).visit()

    assert deaths > 1
    assert sorted(bytes_of(house, one) for one in taken(house)) == sorted(
        one.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for one in sent
    )
    assert all(TANDA in one for one in flags(nama))
