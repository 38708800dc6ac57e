"""What the public sent is taken in once, whole, and told back; what is odd is kept aside."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jobs.pickup import Pickup
from service.acts.keadaan.rumah import keadaan
from service.acts.register import kabar as kabars
from service.acts.register import permohonan as permohonans
from service.domain.antaran import KEBERATAN, TERBESAR, write
from service.domain.kabar import read
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File, Kiriman
from service.domain.kode_lacak import sidik
from service.domain.permohonan import Permohonan
from service.domain.refusals import Unavailable
from service.house import RealHouse
from service.ports import Keadaan
from tests.conftest import new_sqlite
from tests.loket import ISIAN, an_antaran, attach, leave, new_kode
from tests.office import INSTANSI, open_house, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def masuk(house: RealHouse) -> Path:
    folder = house.settings.home / "publik" / "masuk"
    folder.mkdir(parents=True)
    return folder


def permohonan(house: RealHouse) -> list[Permohonan]:
    with house.ledger.read() as reading:
        return reading.find(Permohonan)


def files(house: RealHouse) -> list[File]:
    with house.ledger.read() as reading:
        return sorted(reading.find(File), key=lambda one: one.urut)


def told(house: RealHouse, kode: str) -> Any:
    path = house.settings.home / "publik" / "terbit" / "lacak" / f"{sidik(kode)}.json"
    return read(path.read_bytes()) if path.exists() else None


def left(masuk: Path) -> list[str]:
    return sorted(path.name for path in masuk.rglob("*") if not path.is_dir())


def aside(house: RealHouse) -> int:
    return house.loket.count_aside()


def sound(house: RealHouse) -> list[str]:
    return [one.janji for one in house.audit.findings(house.heads.recorded()) if one.dilanggar]


def test_a_form_is_registered_numbered_kept_and_told_back(house: RealHouse, masuk: Path) -> None:
    kode = new_kode()
    leave(masuk, an_antaran(kode))

    Pickup(house).turn()

    [one] = permohonan(house)
    assert one.isian.rincian == ISIAN["rincian"]
    assert one.nomor_agenda and one.nomor_daftar
    assert one.kode == sidik(kode)
    [sheet] = files(house)
    with house.store.open(sheet.sha256) as kept:
        text = kept.read().decode()
    assert ISIAN["rincian"] in text and "Contoh Pemohon Kenari" in text
    kabar = told(house, kode)
    assert (kabar.nomor, kabar.nomor_agenda) == (one.nomor_daftar, one.nomor_agenda)
    assert kabar.tenggat == one.tenggat
    assert left(masuk) == []
    assert sound(house) == []


def test_on_both_ledgers_the_same_is_kept_and_the_audit_accepts_it(
    tmp_path: Path, ledger_url: str
) -> None:
    with open_house(tmp_path, ledger_url) as house:
        rule(house)
        masuk = house.settings.home / "publik" / "masuk"
        asked = new_kode()
        leave(masuk, an_antaran(asked))
        Pickup(house).turn()
        isian = {**an_antaran(asked, jenis=KEBERATAN).isian, "kode_permohonan": asked}
        leave(masuk, an_antaran(new_kode(), jenis=KEBERATAN, isian=isian))
        Pickup(house).turn()

        assert [one.isian.nama for one in permohonan(house)] == [ISIAN["nama"]]
        assert [one.permohonan for one in objections(house)] == [permohonan(house)[0].id]
        assert sound(house) == []


def test_what_the_public_saw_and_was_lost_is_shown_again_when_the_pickup_starts(
    house: RealHouse, masuk: Path
) -> None:
    kode = new_kode()
    leave(masuk, an_antaran(kode))
    Pickup(house).turn()
    before = told(house, kode)
    for path in (house.settings.home / "publik" / "terbit" / "lacak").iterdir():
        path.unlink()

    Pickup(house).beat()

    assert told(house, kode) == before


def test_the_term_counts_from_the_moment_the_form_was_sent_not_from_the_pickup(
    house: RealHouse, masuk: Path
) -> None:
    # Thursday, 12 November 2026, 10.00 WIB; ten working days later, none of them a holiday.
    sent = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
    leave(masuk, an_antaran(new_kode(), diterima=sent))

    Pickup(house).turn()

    [one] = permohonan(house)
    assert str(one.hari_terima) == "2026-11-12"
    assert str(one.tenggat) == "2026-11-26"
    assert one.tanggal_daftar and str(one.tanggal_daftar) == "2026-11-12"


def test_what_came_after_hours_counts_from_the_next_working_day(
    house: RealHouse, masuk: Path
) -> None:
    friday_evening = datetime(2026, 11, 13, 12, 0, tzinfo=UTC)  # 19.00 WIB
    leave(masuk, an_antaran(new_kode(), diterima=friday_evening))

    Pickup(house).turn()

    [one] = permohonan(house)
    assert str(one.hari_terima) == "2026-11-16"
    assert str(one.tenggat) == "2026-11-30"


def test_what_the_public_sees_is_numbers_and_days_and_nothing_of_the_person(
    house: RealHouse, masuk: Path
) -> None:
    kode = new_kode()
    leave(masuk, an_antaran(kode))
    Pickup(house).turn()

    terbit = house.settings.home / "publik" / "terbit"
    shown = "".join(path.read_text() for path in terbit.rglob("*.json"))
    fields = set(json.loads((terbit / "lacak" / f"{sidik(kode)}.json").read_text()))

    assert not [value for value in ISIAN.values() if len(value) > 8 and value in shown]
    assert kode not in shown
    assert fields == {
        "bentuk",
        "jenis",
        "instansi",
        "nama_instansi",
        "zona",
        "diterima",
        "hari_terima",
        "tenggat",
        "nomor_agenda",
        "nomor",
        "keadaan",
        "dijawab",
        "keberatan",
    }


def test_neither_journal_nor_row_versions_nor_queue_nor_log_hold_what_was_written(
    house: RealHouse, masuk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kode = new_kode()
    leave(masuk, an_antaran(kode))
    leave(masuk, an_antaran(new_kode(), isian={**ISIAN, "telepon": "kenari"}))
    Pickup(house).turn()

    with house.engine.connect() as line:
        kept = "".join(
            str(line.exec_driver_sql(f"SELECT * FROM {table}").all())
            for table in ("riwayat", "catatan", "pekerjaan", "kiriman", "file")
        )

    for secret in ("Kenari", "kenari", ISIAN["nik"], ISIAN["surel"], "Penelitian", kode):
        assert secret not in kept
        assert secret not in caplog.text


def test_files_sent_with_a_form_are_files_of_the_same_kiriman(
    house: RealHouse, masuk: Path
) -> None:
    sent = (attach(masuk, b"%PDF-1.7\n%%EOF\n", "surat kuasa.pdf"), attach(masuk, b"x", "ktp.jpg"))
    leave(masuk, an_antaran(new_kode(), lampiran=sent))

    Pickup(house).turn()

    found = files(house)
    assert [(one.nama, one.peran) for one in found] == [
        ("permohonan.txt", "pengantar"),
        ("surat kuasa.pdf", "lampiran"),
        ("ktp.jpg", "lampiran"),
    ]
    assert len({one.kiriman for one in found}) == 1
    assert left(masuk) == []


def test_the_hallway_looks_at_the_files_and_gives_no_second_number(
    house: RealHouse, masuk: Path
) -> None:
    sent = (attach(masuk, b"MZ\x90\x00 contoh program", "surat kuasa.pdf"),)
    for lampiran in ((), sent):
        leave(masuk, an_antaran(new_kode(), lampiran=lampiran))
    Pickup(house).turn()
    before = {one.id: (one.nomor_agenda, one.nomor_daftar) for one in permohonan(house)}

    work(house)

    with house.ledger.read() as reading:
        came = [reading.get(Kiriman, one.kiriman) for one in permohonan(house)]
    assert {one.id: (one.nomor_agenda, one.nomor_daftar) for one in permohonan(house)} == before
    assert {(one.nomor_agenda, one.nomor_daftar) for one in came} == set(before.values())
    assert {one.jenis for one in came} == {"permohonan_informasi"}
    assert sorted(one.keadaan for one in came) == ["didaftar", "menunggu_petugas"]
    assert all(one.akhir for one in files(house))
    assert sound(house) == []


def test_a_form_left_twice_is_one_request_with_one_number(house: RealHouse, masuk: Path) -> None:
    antaran = an_antaran(new_kode())
    pickup = Pickup(house)
    for _ in range(3):
        leave(masuk, antaran)
        pickup.turn()

    assert len(permohonan(house)) == 1
    assert left(masuk) == []
    leave(masuk, an_antaran(new_kode()))
    pickup.turn()
    numbers = sorted(one.nomor_agenda for one in permohonan(house))
    assert [number[:4] for number in numbers] == ["0001", "0002"]


@pytest.mark.parametrize("dies_in", ["tell", "done"])
def test_a_pickup_that_dies_after_the_ledger_leaves_the_form_to_the_next_one(
    house: RealHouse, masuk: Path, monkeypatch: pytest.MonkeyPatch, dies_in: str
) -> None:
    kode = new_kode()
    lampiran = attach(masuk, b"%PDF-1.7\n%%EOF\n", "kuasa.pdf")
    leave(masuk, an_antaran(kode, lampiran=(lampiran,)))
    with monkeypatch.context() as broken:
        broken.setattr(type(house.loket), dies_in, _killed)
        with pytest.raises(KeyboardInterrupt):
            Pickup(house).turn()
    assert len(permohonan(house)) == 1
    (masuk / lampiran.file).unlink()  # it died between two removals

    Pickup(house).turn()

    assert len(permohonan(house)) == 1
    assert told(house, kode).nomor == permohonan(house)[0].nomor_daftar
    assert left(masuk) == []
    assert aside(house) == 0


def _killed(*_told: object, **_more: object) -> None:
    raise KeyboardInterrupt


def test_while_the_ledger_is_away_the_form_stays_and_is_taken_in_later(
    house: RealHouse, masuk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(masuk, an_antaran(new_kode()))
    with monkeypatch.context() as broken:
        broken.setattr(permohonans, "accept_all", _away)
        Pickup(house).turn()
    assert permohonan(house) == []
    assert len(left(masuk)) == 1

    Pickup(house).turn()

    assert len(permohonan(house)) == 1


def _away(*_told: object) -> None:
    raise Unavailable("Basis data tidak menjawab.")


def test_two_pickups_at_once_take_each_form_in_once(house: RealHouse, masuk: Path) -> None:
    for n in range(12):
        sent = (attach(masuk, b"%d" % n, "a.txt"),)
        leave(masuk, an_antaran(new_kode(), lampiran=sent))
    both = [threading.Thread(target=Pickup(house).turn) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    Pickup(house).turn()

    found = permohonan(house)
    assert len(found) == 12
    assert sorted(one.nomor_agenda[:4] for one in found) == [f"{n:04}" for n in range(1, 13)]
    assert left(masuk) == []
    assert aside(house) == 0
    assert sound(house) == []


def test_before_the_house_is_set_up_forms_wait_and_nothing_is_put_aside(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        masuk = house.settings.home / "publik" / "masuk"
        leave(masuk, an_antaran(new_kode(), instansi=""))
        Pickup(house).turn()
        assert (len(left(masuk)), aside(house)) == (1, 0)
        rule(house)

        Pickup(house).turn()

        assert [one.instansi for one in permohonan(house)] == [INSTANSI]


def test_where_the_pack_says_so_the_legal_number_waits_for_an_officer(
    house: RealHouse, masuk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = f"{INSTANSI}/instansi.toml"
    text = house.packs.text(file) + '\n[publik]\ndaftar = "petugas"\nunit = "humas"\n'
    monkeypatch.setattr(house.packs, "text", lambda path: text if path == file else "")
    kode = new_kode()
    leave(masuk, an_antaran(kode))

    Pickup(house).turn()

    [one] = permohonan(house)
    assert (one.nomor_daftar, one.tanggal_daftar, one.unit) == ("", None, "humas")
    assert one.nomor_agenda
    assert told(house, kode).kata == "Diterima, menunggu nomor pendaftaran"


# --- what no form of ours is -------------------------------------------------------------------


def odd(antaran: dict[str, Any], **changed: Any) -> bytes:
    return json.dumps({**antaran, **changed}).encode()


def bad_forms(kode: str) -> dict[str, bytes]:
    good = json.loads(write(an_antaran(kode)))
    isian = good["isian"]
    file = {"file": f"{'a' * 32}.lampiran", "nama": "a", "ukuran": 1}
    return {
        "huge": b" " * (TERBESAR + 1),
        "half": write(an_antaran(kode))[:200],
        "empty": b"",
        "no JSON": b"\x00\xff\xfe",
        "deep": b"[" * 50_000,
        "deep, and whole": b"[" * 40_000 + b"]" * 40_000,
        "a list": b"[1]",
        "a number of many digits": b'{"bentuk": ' + b"9" * 6000 + b"}",
        "other fields": odd(good, siapa="x"),
        "another shape": odd(good, bentuk=1),
        "another kind": odd(good, jenis="naskah"),
        "no code": odd(good, kode="x"),
        "a code that is no text": odd(good, kode=7),
        "another's code": odd(good, kode=new_kode()),
        "a time to come": odd(good, diterima=(datetime.now(UTC) + timedelta(1)).isoformat()),
        "a time without zone": odd(good, diterima="2026-11-20T10:00:00"),
        "no time": odd(good, diterima="kemarin"),
        "an unknown body": odd(good, instansi="entah"),
        "a path as body": odd(good, instansi="../x"),
        "an answer more": odd(good, isian={**isian, "peran": "ppid"}),
        "an answer that is a number": odd(good, isian={**isian, "nama": 1}),
        "an answer with a null": odd(good, isian={**isian, "nama": "a\x00b"}),
        "an answer with half a letter": odd(good, isian={**isian, "nama": "a\ud800"}),
        "an answer that turns around": odd(good, isian={**isian, "nama": "a\u202eb"}),
        "an answer too long": odd(good, isian={**isian, "rincian": "a" * 5001}),
        "no name": odd(good, isian={**isian, "nama": ""}),
        "a NIK of letters": odd(good, isian={**isian, "nik": "x" * 16}),
        "files as a text": odd(good, lampiran="x"),
        "four files": odd(good, lampiran=[file] * 4),
        "one file twice": odd(good, lampiran=[file, file]),
        "a file elsewhere": odd(good, lampiran=[{**file, "file": "../../berkas.db"}]),
        "a file that is not there": odd(good, lampiran=[file]),
        "a file of no length": odd(good, lampiran=[{**file, "ukuran": True}]),
    }


@pytest.mark.parametrize("what", bad_forms(new_kode()))
def test_what_no_form_is_lies_aside_untouched_and_the_next_form_is_taken_in(
    house: RealHouse, masuk: Path, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    kode = new_kode()
    content = bad_forms(kode)[what]
    (masuk / f"{sidik(kode)}.json").write_bytes(content)
    leave(masuk, an_antaran(new_kode()))

    Pickup(house).turn()

    assert len(permohonan(house)) == 1
    assert left(masuk) == []
    [kept] = (house.settings.home / "publik_disisihkan").iterdir()
    assert kept.read_bytes() == content
    assert "it was put aside" in caplog.text


def test_links_pipes_folders_and_strange_names_are_put_aside_and_never_opened(
    house: RealHouse, masuk: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "rahasia.json"
    secret.write_bytes(write(an_antaran(new_kode())))
    (masuk / f"{'a' * 40}.json").symlink_to(secret)
    os.mkfifo(masuk / f"{'b' * 40}.json")
    (masuk / f"{'c' * 40}.json").mkdir()
    (masuk / "catatan.txt").write_text("x")
    (masuk / ("a\udcff\n" + "b" * 60)).write_text("x")

    Pickup(house).turn()

    assert aside(house) == 5
    assert permohonan(house) == []
    assert secret.exists()


def test_what_lies_aside_is_said_on_the_status_page(house: RealHouse, masuk: Path) -> None:
    def line() -> Keadaan:
        return next(one for one in keadaan(house) if one.nama == "Kotak permohonan publik")

    before = line()
    (masuk / "catatan.txt").write_text("x")
    Pickup(house).turn()

    assert (before.baik, line().baik) == (True, False)
    assert "1 file disisihkan" in line().kata


def test_a_file_that_grows_or_shrinks_after_it_was_told_of_is_odd(
    house: RealHouse, masuk: Path
) -> None:
    for more in (b"xxxx", b""):
        lampiran = attach(masuk, b"xx", "a.txt")
        (masuk / lampiran.file).write_bytes(more)
        leave(masuk, an_antaran(new_kode(), lampiran=(lampiran,)))

    Pickup(house).turn()

    assert (permohonan(house), aside(house)) == ([], 2)


def test_what_a_form_that_never_came_left_behind_is_taken_away_after_a_day(
    house: RealHouse, masuk: Path
) -> None:
    old, wanted, fresh = (attach(masuk, b"x", "a.txt") for _ in range(3))
    waiting = leave(masuk, an_antaran(new_kode(), lampiran=(wanted,)))
    (masuk / ".x.part").write_text("x")
    for name in (old.file, wanted.file, ".x.part"):
        os.utime(masuk / name, (1, 1))

    house.loket.tidy()

    assert left(masuk) == sorted([wanted.file, fresh.file, waiting.name])


# --- objections --------------------------------------------------------------------------------


def objections(house: RealHouse) -> list[Keberatan]:
    with house.ledger.read() as reading:
        return reading.find(Keberatan)


def test_what_was_half_written_for_the_public_when_the_pickup_died_is_swept_after_a_day(
    house: RealHouse, masuk: Path
) -> None:
    kode = new_kode()
    leave(masuk, an_antaran(kode))
    Pickup(house).turn()
    lacak = house.settings.home / "publik" / "terbit" / "lacak"
    stale, fresh = lacak / ".lama.json.part", lacak / ".baru.json.part"
    for one in (stale, fresh):
        one.write_text("{")
    os.utime(stale, (0, 0))

    house.loket.tidy()

    assert (stale.exists(), fresh.exists()) == (False, True)
    assert told(house, kode)


def test_an_objection_is_tied_to_its_request_and_both_codes_tell_of_it(
    house: RealHouse, masuk: Path
) -> None:
    asked, objected = new_kode(), new_kode()
    leave(masuk, an_antaran(asked))
    Pickup(house).turn()
    isian = {**an_antaran(objected, jenis=KEBERATAN).isian, "alasan": "a d"}
    leave(
        masuk,
        an_antaran(objected, jenis=KEBERATAN, isian={**isian, "kode_permohonan": asked}),
    )

    Pickup(house).turn()

    [one] = objections(house)
    assert (one.permohonan, one.alasan) == (permohonan(house)[0].id, ("a", "d"))
    assert one.nomor and not one.dini
    assert told(house, objected).nomor == one.nomor
    assert [x.nomor for x in told(house, asked).keberatan] == [one.nomor]
    assert sound(house) == []
    with house.ledger.read() as reading:
        kiriman = reading.get(Kiriman, one.kiriman)
    assert (kiriman.jenis, kiriman.nomor_daftar) == ("keberatan", one.nomor)


@pytest.mark.parametrize(("alasan", "dini"), [("c", True), ("g", True), ("c f", False)])
def test_an_objection_for_lateness_before_the_term_is_kept_and_marked_as_early(
    house: RealHouse, masuk: Path, alasan: str, dini: bool
) -> None:
    asked = new_kode()
    leave(masuk, an_antaran(asked))
    Pickup(house).turn()
    nomor = permohonan(house)[0].nomor_daftar
    isian = an_antaran(asked, jenis=KEBERATAN).isian
    more = {**isian, "alasan": alasan, "nomor_permohonan": nomor}
    leave(masuk, an_antaran(new_kode(), jenis=KEBERATAN, isian=more))

    Pickup(house).turn()

    [one] = objections(house)
    assert (one.dini, one.permohonan) == (dini, permohonan(house)[0].id)


def test_which_bodies_there_are_is_told_once_they_are_at_work(house: RealHouse) -> None:
    kabars.tell_instansi(house)

    path = house.settings.home / "publik" / "terbit" / "instansi.json"
    [one] = json.loads(path.read_text())["instansi"]
    assert (one["kode"], one["zona"]) == (INSTANSI, "WIB")


def test_a_link_laid_in_place_of_our_folder_leads_nowhere_and_moves_nothing(
    house: RealHouse, masuk: Path
) -> None:
    elsewhere = house.settings.home / "milik_kantor"
    elsewhere.mkdir()
    kode = new_kode()
    leave(elsewhere, an_antaran(new_kode()))
    (elsewhere / "buku.db").write_text("isi kantor")
    (masuk / "diambil").symlink_to(elsewhere)
    leave(masuk, an_antaran(kode))

    Pickup(house).turn()

    assert len(list(elsewhere.iterdir())) == 2
    assert [one.kode for one in permohonan(house)] == [sidik(kode)]
    assert aside(house) == 1


@pytest.mark.parametrize("kind", ["file", "pipe"])
def test_what_is_no_folder_in_place_of_ours_goes_aside(
    house: RealHouse, masuk: Path, kind: str
) -> None:
    if kind == "file":
        (masuk / "diambil").write_text("bukan folder")
    else:
        os.mkfifo(masuk / "diambil")
    leave(masuk, an_antaran(new_kode()))

    Pickup(house).turn()

    assert len(permohonan(house)) == 1
    assert aside(house) == 1


def test_a_name_too_long_to_be_kept_aside_as_it_is_holds_up_nobody(
    house: RealHouse, masuk: Path
) -> None:
    for n in range(55):  # more than are claimed at one look
        (masuk / (f"{n:02}" + "\U0001f4ce" * 63)).write_text("x")
    pickup = Pickup(house)
    pickup.turn()
    leave(masuk, an_antaran(new_kode()))

    pickup.turn()
    pickup.turn()

    assert len(permohonan(house)) == 1
    assert aside(house) == 55
