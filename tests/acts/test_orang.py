from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Thread

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.orang import delegasi, masuk, mulai, orang, peran
from service.domain.catatan import RUMAH, Catatan
from service.domain.orang import DELEGASI, PLH, NamaMasukTidakSah, Orang, Pemegang
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang, Unavailable
from service.domain.wewenang import Act, DelegasiTidakSah, withdrawn
from tests.kantor import SANDI

HARI_INI = date(2026, 11, 21)
DARI = "192.0.2.7"


def test_a_new_person_chooses_their_own_password_by_a_link_that_works_once(kantor_dua):
    admin = kantor_dua.opened()
    made, token = orang.create(
        kantor_dua, admin, "dinas_contoh", orang.Isian("satu", "Sampel Satu")
    )
    assert made.sandi == ""

    kunci = mulai.choose_password(kantor_dua, token, SANDI, DARI)

    assert masuk.who(kantor_dua, kunci.token).orang.id == made.id
    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.choose_password(kantor_dua, token, SANDI, DARI)


def test_nobody_comes_in_before_they_have_chosen_a_password(kantor):
    admin = kantor.opened()
    orang.create(kantor, admin, "dinas_contoh", orang.Isian("satu", "Sampel Satu"))

    with pytest.raises(Refusal):
        masuk.enter(kantor, "satu", "", DARI)


def test_a_link_runs_out_after_a_day_and_a_newer_one_replaces_it(kantor):
    admin = kantor.opened()
    made, first = orang.create(kantor, admin, "dinas_contoh", orang.Isian("satu", "Sampel Satu"))
    second = orang.invite(kantor, admin, made.id)

    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.invited(kantor, first)
    assert mulai.invited(kantor, second).id == made.id
    kantor.clock.go(hours=24)
    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.invited(kantor, second)


def test_a_log_in_name_is_given_once(kantor_dua):
    admin = kantor_dua.opened()
    kantor_dua.person(admin, "satu")

    with pytest.raises(orang.NamaMasukTerpakai):
        orang.create(kantor_dua, admin, "dinas_contoh", orang.Isian("SATU", "Sampel Dua"))


@pytest.mark.parametrize("isian", [orang.Isian("x", "Sampel"), orang.Isian("sampel", " ")])
def test_a_person_without_a_right_name_is_refused_and_nothing_is_kept(kantor, isian):
    admin = kantor.opened()

    with pytest.raises((NamaMasukTidakSah, orang.NamaKosong)):
        orang.create(kantor, admin, "dinas_contoh", isian)

    with kantor.ledger.read() as reading:
        assert [one.id for one in reading.find(Orang)] == [admin.orang.id]


def test_two_administrators_who_change_one_person_do_not_overwrite_each_other(kantor_dua):
    admin = kantor_dua.opened()
    satu = kantor_dua.person(admin, "satu")
    versi = kantor_dua.hadir(satu.id).orang.versi
    orang.change(kantor_dua, admin, satu.id, versi, orang.Isian("satu", "Sampel Baru"))

    with pytest.raises(Overtaken):
        orang.change(kantor_dua, admin, satu.id, versi, orang.Isian("satu", "Sampel Lama"))

    assert kantor_dua.hadir(satu.id).orang.nama == "Sampel Baru"


def test_a_deactivated_person_is_out_at_once_and_their_record_stays(kantor):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu", "petugas")
    kunci = masuk.enter(kantor, "satu", SANDI, DARI)

    orang.deactivate(kantor, admin, satu.id)

    assert masuk.who(kantor, kunci.token) is None
    assert [one.dicabut for one in kantor.held(satu.id)] == [kantor.clock.at]
    token = orang.activate(kantor, admin, satu.id)
    mulai.choose_password(kantor, token, SANDI, DARI)
    assert kantor.hadir(satu.id).peran == ()


def test_the_last_administrator_stays(kantor_dua):
    admin = kantor_dua.opened()
    held = kantor_dua.held(admin.orang.id)

    with pytest.raises(orang.AdministratorTerakhir):
        orang.deactivate(kantor_dua, admin, admin.orang.id)
    with pytest.raises(orang.AdministratorTerakhir):
        peran.take(kantor_dua, admin, held[0].id)

    assert kantor_dua.hadir(admin.orang.id).may(Act.PEOPLE, RUMAH)
    satu = kantor_dua.person(admin, "satu")
    peran.give(kantor_dua, admin, satu.id, peran.Penugasan(RUMAH, "", "administrator"))
    orang.deactivate(kantor_dua, admin, admin.orang.id)


def test_two_administrators_who_shut_each_other_out_at_once_do_not_both_succeed(kantor_dua):
    satu = kantor_dua.opened()
    dua = kantor_dua.person(satu, "dua", instansi=RUMAH)
    peran.give(kantor_dua, satu, dua.id, peran.Penugasan(RUMAH, "", "administrator"))
    (mine,), (theirs,) = kantor_dua.held(satu.orang.id), kantor_dua.held(dua.id)
    refused = []

    def shut_out_the_first():
        try:
            peran.take(kantor_dua, kantor_dua.hadir(dua.id), mine.id)
        except (Refusal, Unavailable) as no:
            refused.append(no)

    other = Thread(target=shut_out_the_first)
    with kantor_dua.ledger.begin() as tx:
        tx.save(theirs, withdrawn(theirs, kantor_dua.clock.now()))
        orang.keep_one_administrator(kantor_dua, tx, [theirs])
        other.start()
        other.join(0.5)
        tx.note(Catatan(RUMAH, satu.orang.id, "peran_dicabut", kantor_dua.clock.now(), dua.id))
    other.join()

    assert len(refused) == 1
    assert kantor_dua.hadir(satu.orang.id).may(Act.PEOPLE, RUMAH)


def test_an_administrator_of_one_instansi_has_no_hand_in_another(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    tetangga = kantor.person(admin, "tetangga", instansi="badan_contoh")
    satu = kantor.person(admin, "satu", "administrator")
    own = kantor.hadir(satu.id)

    with pytest.raises(TidakBerwenang):
        orang.create(kantor, own, "badan_contoh", orang.Isian("dua", "Sampel Dua"))
    for act in (orang.invite, orang.deactivate):
        with pytest.raises(TidakBerwenang):
            act(kantor, own, tetangga.id)
    for tempat in ("badan_contoh", RUMAH):
        with pytest.raises(TidakBerwenang):
            peran.give(kantor, own, satu.id, peran.Penugasan(tempat, "", "administrator"))


def test_an_administrator_gives_no_peran_to_the_people_of_another_instansi(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    tetangga = kantor.person(admin, "tetangga", instansi="badan_contoh")
    satu = kantor.person(admin, "satu", "administrator")

    with pytest.raises(TidakBerwenang):
        peran.give(
            kantor, kantor.hadir(satu.id), tetangga.id, peran.Penugasan("dinas_contoh", "", "unit")
        )


def test_an_administrator_cannot_take_over_whoever_also_serves_elsewhere(kantor):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    satu = kantor.person(admin, "satu", "administrator")
    dua = kantor.person(admin, "dua", "petugas")
    peran.give(kantor, admin, dua.id, peran.Penugasan("badan_contoh", "", "ppid"))

    with pytest.raises(TidakBerwenang) as no:
        orang.invite(kantor, kantor.hadir(satu.id), dua.id)

    assert "di luar instansi Anda" in str(no.value)


def test_an_officer_gives_nobody_a_peran(kantor):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu", "ppid")

    with pytest.raises(TidakBerwenang):
        peran.give(
            kantor, kantor.hadir(satu.id), satu.id, peran.Penugasan("dinas_contoh", "", "petugas")
        )


def test_a_peran_waits_for_an_instansi_that_is_at_work(kantor):
    admin = kantor.opened("dinas_contoh")
    satu = kantor.person(admin, "satu")

    with pytest.raises(Refusal, match="belum disiapkan"):
        peran.give(kantor, admin, satu.id, peran.Penugasan("badan_contoh", "", "ppid"))
    with pytest.raises(Refusal, match="belum disiapkan"):
        peran.give(kantor, admin, satu.id, peran.Penugasan(RUMAH, "", "ppid"))


def test_the_same_peran_is_not_given_twice_for_the_same_days(kantor):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu", "petugas")

    with pytest.raises(peran.SudahMemegang):
        peran.give(kantor, admin, satu.id, peran.Penugasan("dinas_contoh", "", "petugas"))
    peran.give(kantor, admin, satu.id, peran.Penugasan("dinas_contoh", "bidang_satu", "petugas"))


def test_an_acting_official_signs_from_the_first_day_to_the_last_and_no_longer(kantor):
    admin = kantor.opened()
    satu = kantor.person(admin, "satu")
    plh = peran.Penugasan(
        "dinas_contoh",
        "",
        "atasan_ppid",
        HARI_INI + timedelta(days=1),
        HARI_INI + timedelta(days=3),
        PLH,
        "SP-1/2026",
    )
    peran.give(kantor, admin, satu.id, plh)

    seen = []
    for _ in range(5):
        seen.append(kantor.hadir(satu.id).may(Act.SIGN, "dinas_contoh"))
        kantor.clock.go(days=1)

    assert seen == [False, True, True, True, False]


def test_a_term_ends_at_midnight_on_the_clock_of_its_own_instansi(kantor):
    admin = kantor.opened("badan_contoh")  # in Papua it is two hours later than in Jakarta
    satu = kantor.person(admin, "satu", instansi="badan_contoh")
    tugas = peran.Penugasan("badan_contoh", "", "ppid", None, HARI_INI)
    peran.give(kantor, admin, satu.id, tugas)
    kantor.clock.at = kantor.clock.at.replace(hour=14, minute=59)
    assert kantor.hadir(satu.id).may(Act.SIGN)

    kantor.clock.go(minutes=1)

    assert not kantor.hadir(satu.id).may(Act.SIGN)


# --- delegation


def lending(kantor, **changed):
    admin = kantor.opened()
    kepala = kantor.person(admin, "kepala", "atasan_ppid")
    wakil = kantor.person(admin, "wakil", "petugas")
    asked = delegasi.Pinjaman(
        kantor.held(kepala.id)[0].id, wakil.id, HARI_INI, HARI_INI + timedelta(days=2)
    )
    return admin, kepala, wakil, replace(asked, **changed)


def test_a_delegated_signer_signs_within_the_term_only_and_both_names_are_kept(kantor_dua):
    _, kepala, wakil, asked = lending(kantor_dua)

    lent = delegasi.delegate(kantor_dua, kantor_dua.hadir(kepala.id), asked)

    signing = kantor_dua.hadir(wakil.id).need(Act.SIGN, "dinas_contoh")
    assert (signing.sebagai, signing.dari, signing.orang) == (DELEGASI, asked.pemegang, wakil.id)
    assert signing == lent
    kantor_dua.clock.go(days=3)
    assert not kantor_dua.hadir(wakil.id).may(Act.SIGN)
    assert kantor_dua.hadir(kepala.id).may(Act.SIGN)


def test_a_delegation_ends_the_moment_the_lender_takes_it_back(kantor):
    _, kepala, wakil, asked = lending(kantor)
    lent = delegasi.delegate(kantor, kantor.hadir(kepala.id), asked)

    delegasi.withdraw(kantor, kantor.hadir(kepala.id), lent.id)

    assert not kantor.hadir(wakil.id).may(Act.SIGN)


def test_a_delegation_ends_with_the_lender_own_peran(kantor):
    admin, kepala, wakil, asked = lending(kantor)
    delegasi.delegate(kantor, kantor.hadir(kepala.id), asked)

    orang.deactivate(kantor, admin, kepala.id)

    assert not kantor.hadir(wakil.id).may(Act.SIGN)


def test_nobody_lends_what_is_not_theirs_or_what_was_lent_to_them(kantor):
    admin, kepala, wakil, asked = lending(kantor)
    lain = kantor.person(admin, "lain")

    with pytest.raises(TidakBerwenang):
        delegasi.delegate(kantor, kantor.hadir(wakil.id), asked)
    lent = delegasi.delegate(kantor, kantor.hadir(kepala.id), asked)
    on = replace(asked, pemegang=lent.id, kepada=lain.id)
    with pytest.raises(DelegasiTidakSah):
        delegasi.delegate(kantor, kantor.hadir(wakil.id), on)


def test_nobody_but_lender_and_administrator_ends_a_delegation(kantor):
    admin, kepala, wakil, asked = lending(kantor)
    lent = delegasi.delegate(kantor, kantor.hadir(kepala.id), asked)

    with pytest.raises(TidakAda):
        delegasi.withdraw(kantor, kantor.hadir(wakil.id), lent.id)
    with pytest.raises(Refusal, match="bukan delegasi"):
        delegasi.withdraw(kantor, admin, asked.pemegang)
    delegasi.withdraw(kantor, admin, lent.id)


def test_a_stranger_from_another_instansi_is_lent_nothing(kantor):
    admin, kepala, _, asked = lending(kantor)
    instansi.set_up(kantor, admin, "badan_contoh")
    tetangga = kantor.person(admin, "tetangga", instansi="badan_contoh")

    with pytest.raises(Refusal, match="instansi yang sama"):
        delegasi.delegate(kantor, kantor.hadir(kepala.id), replace(asked, kepada=tetangga.id))

    with kantor.ledger.read() as reading:
        assert reading.find(Pemegang, orang=tetangga.id) == []
