"""A program comes in by a token: as one peran of one unit, until a day, or until it is taken."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from service import cli
from service import house as houses
from service.acts.instansi import pilihan
from service.acts.lihat.penerima import present_in
from service.acts.orang import masuk, orang, token
from service.acts.orang.hadir import operator
from service.acts.orang.kedua import who_can_use
from service.config import Settings
from service.domain.catatan import RUMAH
from service.domain.orang import Orang
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.token import BERAKHIR, BERLAKU, Token, TokenSudahDibuat, TokenTidakSah
from service.domain.wewenang import ADMINISTRATOR, Act
from tests.kantor import PAGI, SANDI, Kantor

BESOK = date(2026, 11, 22)


def asked(**more: object) -> token.Isian:
    told = {
        "nama": "Portal data",
        "instansi": "dinas_contoh",
        "unit": "bidang_satu",
        "peran": "petugas",
        "sampai": BESOK,
    }
    return token.Isian(**(told | more))  # type: ignore[arg-type]


def made(kantor: Kantor, admin, **more: object) -> tuple[Token, str]:
    return token.make(kantor, admin, kantor.new_id(), asked(**more))


def test_a_program_may_what_its_peran_may_in_its_unit_and_nothing_else(kantor_dua):
    kantor = kantor_dua
    _, rahasia = made(kantor, kantor.opened())

    hadir = token.who(kantor, rahasia).hadir

    assert hadir.may(Act.IDENTIFY, "dinas_contoh", "bidang_satu")
    assert not hadir.may(Act.LOOK, "dinas_contoh", "bidang_dua")
    assert not hadir.may(Act.PEOPLE)
    assert hadir.orang.nama == "Portal data (program)"


def test_it_lets_in_on_its_last_day_and_not_on_the_next(kantor):
    one, rahasia = made(kantor, kantor.opened())
    kantor.clock.go(days=1)
    assert token.who(kantor, rahasia)

    kantor.clock.go(days=1)

    assert token.who(kantor, rahasia) is None
    assert [x.keadaan for x in token.listing(kantor, kantor.hadir(one.oleh))] == [BERAKHIR]


def test_a_token_that_was_taken_back_lets_nobody_in_from_then_on(kantor):
    admin = kantor.opened()
    one, rahasia = made(kantor, admin)

    token.revoke(kantor, admin, one.id)
    token.revoke(kantor, admin, one.id)

    assert token.who(kantor, rahasia) is None
    found = kantor.lists.jurnal("dinas_contoh", 10**9, 50)
    lines = [x.perbuatan for x in reversed(found) if x.tentang == one.id]
    assert lines == ["token_dibuat", "token_dicabut"]


def test_the_secret_is_nowhere_in_the_ledger(kantor):
    _, rahasia = made(kantor, kantor.opened())
    token.who(kantor, rahasia)

    with kantor.ledger.engine.connect() as line:
        dump = "\n".join(line.connection.driver_connection.iterdump())

    assert rahasia not in dump
    assert rahasia.removeprefix("berkas_") not in dump


def test_the_same_form_sent_twice_makes_one_token(kantor):
    admin, id_ = kantor.opened(), kantor.new_id()
    token.make(kantor, admin, id_, asked())

    with pytest.raises(TokenSudahDibuat, match="hanya ditampilkan sekali"):
        token.make(kantor, admin, id_, asked())

    assert len(token.listing(kantor, admin)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"nama": "  "},
        {"nama": "x" * 81},
        {"peran": ADMINISTRATOR},
        {"peran": "raja"},
        {"sampai": None},
        {"sampai": BESOK - timedelta(days=2)},
        {"sampai": BESOK + timedelta(days=800)},
    ],
    ids=str,
)
def test_a_token_that_asks_too_much_is_not_made(kantor, wrong):
    admin = kantor.opened()

    with pytest.raises(TokenTidakSah, match="Tidak ada yang diubah"):
        made(kantor, admin, **wrong)

    assert token.listing(kantor, admin) == []


def test_nobody_makes_a_token_for_an_office_that_is_not_theirs(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    officer = kantor.hadir(kantor.person(admin, "satu", "ppid").id)
    local = kantor.hadir(kantor.person(admin, "dua", ADMINISTRATOR).id)

    with pytest.raises(TidakBerwenang):
        made(kantor, officer)
    with pytest.raises(TidakBerwenang):
        made(kantor, local, instansi="badan_contoh")
    with pytest.raises(Refusal):
        made(kantor, admin, instansi=RUMAH)
    one, _ = made(kantor, admin, instansi="badan_contoh")
    with pytest.raises(TidakAda):
        token.revoke(kantor, local, one.id)
    assert token.listing(kantor, local) == []


def test_a_program_is_no_person_who_could_log_in_be_invited_or_be_given_work(kantor):
    admin = kantor.opened()
    one, _ = made(kantor, admin, unit="", peran="ppid")

    with kantor.ledger.read() as reading:
        row = reading.get(Orang, one.orang)
        there = {x.orang.id for x in present_in(reading, "dinas_contoh", PAGI)}
        second = who_can_use(kantor, reading, Act.SOP_USE, "dinas_contoh", ())
    assert one.orang not in there
    assert second == []
    for act in (orang.invite, orang.deactivate, orang.activate):
        with pytest.raises(TidakAda):
            act(kantor, admin, one.orang)
    with pytest.raises(Refusal):
        masuk.enter(kantor, row.nama_masuk, SANDI, "192.0.2.1")


def test_when_it_was_last_used_is_known_to_five_minutes(kantor):
    admin = kantor.opened()
    _, rahasia = made(kantor, admin)
    assert token.listing(kantor, admin)[0].terakhir is None
    token.who(kantor, rahasia)
    kantor.clock.go(minutes=4)
    token.who(kantor, rahasia)
    assert token.listing(kantor, admin)[0].terakhir == PAGI

    kantor.clock.go(minutes=2)
    token.who(kantor, rahasia)

    found = token.listing(kantor, admin)[0]
    assert (found.keadaan, found.terakhir) == (BERLAKU, kantor.clock.now())


def test_the_keeper_of_the_machine_makes_lists_and_revokes_tokens(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    settings = Settings.from_env({"BERKAS_HOME": str(tmp_path / "rumah")})
    houses.migrate(settings)
    house = houses.build(settings)
    pilihan.set_up(house, operator(house), "kemensetneg")
    add = ["token", "add", "Portal", "--instansi", "kemensetneg", "--peran", "petugas", "--sampai"]

    assert cli.main([*add, "besok"]) == 1
    assert cli.main([*add, "2020-01-01"]) == 1
    assert cli.main([*add, "2027-01-01", "--unit", "tiada"]) == 1
    assert cli.main([*add, "2027-01-01", "--unit", "humas"]) == 0
    said = capsys.readouterr().out
    rahasia = re.search(r"berkas_\S+", said)[0]
    assert token.who(house, rahasia).hadir.may(Act.LOOK, "kemensetneg", "humas")
    id_ = token.listing(house, operator(house))[0].token.id
    assert cli.main(["token", "revoke", id_]) == 0
    assert cli.main(["token", "list"]) == 0
    listed = capsys.readouterr().out
    house.close()
    assert "dicabut" in listed
    assert rahasia not in listed
