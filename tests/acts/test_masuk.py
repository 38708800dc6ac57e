from __future__ import annotations

import statistics
import threading
import time
from datetime import timedelta

import pytest

from service.acts.orang import masuk, orang
from service.adapters.argon import ArgonPasswords
from service.domain.orang import DIAM, GagalMasuk, Orang, Sesi
from service.domain.refusals import Overtaken, Refusal
from service.domain.sandi import SandiLemah, SandiSalah, TerlaluSering
from tests.kantor import SANDI, SANDI_LAIN

DARI = "192.0.2.7"


def test_a_person_comes_in_by_name_in_any_case_and_goes_out_again(kantor_dua):
    satu = kantor_dua.person(kantor_dua.opened(), "satu", "petugas")

    kunci = masuk.enter(kantor_dua, " SATU ", SANDI, DARI)

    assert masuk.who(kantor_dua, kunci.token).orang.id == satu.id
    masuk.leave(kantor_dua, kunci.token)
    assert masuk.who(kantor_dua, kunci.token) is None
    masuk.leave(kantor_dua, kunci.token)  # twice is no harm


def test_the_ledger_holds_neither_the_token_nor_the_password(kantor):
    kantor.person(kantor.opened(), "satu")
    kunci = masuk.enter(kantor, "satu", SANDI, DARI)

    with kantor.ledger.read() as reading:
        kept = [*reading.find(Sesi), *reading.find(Orang)]
    assert kunci.token not in repr(kept)
    assert SANDI not in repr(kept)
    assert "$argon2id$" in repr(kept)


def test_a_wrong_password_an_unknown_name_and_a_shut_account_sound_alike(kantor):
    admin = kantor.opened()
    kantor.person(admin, "satu")
    dua = kantor.person(admin, "dua")
    orang.deactivate(kantor, admin, dua.id)

    said = []
    for nama, sandi in (("satu", "salah semua ini"), ("tiada", SANDI), ("dua", SANDI)):
        with pytest.raises(SandiSalah) as no:
            masuk.enter(kantor, nama, sandi, DARI)
        said.append(str(no.value))

    assert len(set(said)) == 1


def test_an_unknown_name_takes_as_long_as_a_known_one(kantor):
    kantor.passwords = ArgonPasswords(2, 19_456, 1)
    kantor.person(kantor.opened(), "satu")

    def took(nama: str) -> float:
        start = time.perf_counter()
        with pytest.raises(Refusal):
            masuk.enter(kantor, nama, "salah semua ini", f"192.0.2.{took.calls % 250}")
        took.calls += 1
        kantor.clock.go(hours=2)  # so that nobody has to wait
        return time.perf_counter() - start

    took.calls = 0
    known, unknown, hashes = [], [], []
    for _ in range(15):  # in turn, so that a busy moment of the machine falls on all three
        known.append(took("satu"))
        unknown.append(took("tiada"))
        hashes.append(_span(lambda: kantor.passwords.matches("", "salah semua ini")))

    hashing = statistics.median(hashes)
    apart = abs(statistics.median(known) - statistics.median(unknown))
    assert apart < hashing / 2, f"{apart * 1000:.1f} ms apart, one hash is {hashing * 1000:.1f} ms"
    assert statistics.median(unknown) >= hashing * 0.8


def _span(run) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


@pytest.mark.parametrize("nama", ["satu", "tiada"])
def test_after_five_failures_a_name_waits_whether_it_exists_or_not(kantor_dua, nama):
    kantor_dua.person(kantor_dua.opened(), "satu")
    for n in range(5):
        with pytest.raises(SandiSalah):
            masuk.enter(kantor_dua, nama, "salah semua ini", f"192.0.2.{n}")

    with pytest.raises(TerlaluSering) as no:
        masuk.enter(kantor_dua, nama, SANDI, "192.0.2.99")

    assert "15 detik" in str(no.value)


def test_who_waited_comes_in_with_the_right_password_and_starts_anew(kantor):
    kantor.person(kantor.opened(), "satu")
    for _ in range(5):
        with pytest.raises(SandiSalah):
            masuk.enter(kantor, "satu", "salah semua ini", DARI)
    kantor.clock.go(seconds=16)

    masuk.enter(kantor, "satu", SANDI, DARI)

    for _ in range(5):
        with pytest.raises(SandiSalah):
            masuk.enter(kantor, "satu", "salah semua ini", DARI)


def test_one_address_that_tries_many_names_waits_too(kantor):
    kantor.opened()
    for n in range(20):
        with pytest.raises(SandiSalah):
            masuk.enter(kantor, f"tebak{n}", "salah semua ini", DARI)

    with pytest.raises(TerlaluSering):
        masuk.enter(kantor, "tebak-lagi", "salah semua ini", DARI)
    with pytest.raises(SandiSalah):
        masuk.enter(kantor, "tebak-lagi", "salah semua ini", "198.51.100.1")


def test_coming_in_with_one_own_account_does_not_wash_an_address_clean(kantor):
    kantor.person(kantor.opened(), "satu")
    for n in range(19):
        with pytest.raises(SandiSalah):
            masuk.enter(kantor, f"tebak{n}", "salah semua ini", DARI)
    masuk.enter(kantor, "satu", SANDI, DARI)
    with pytest.raises(SandiSalah):
        masuk.enter(kantor, "tebak-lagi", "salah semua ini", DARI)

    with pytest.raises(TerlaluSering):
        masuk.enter(kantor, "tebak-lagi", "salah semua ini", DARI)


def test_guessing_at_the_same_moment_gives_no_free_tries(kantor_dua):
    kantor_dua.person(kantor_dua.opened(), "satu")
    said: list[str] = []

    def guess() -> None:
        try:
            masuk.enter(kantor_dua, "satu", "salah semua ini", DARI)
        except Refusal as no:
            said.append(type(no).__name__)

    threads = [threading.Thread(target=guess) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert said.count("SandiSalah") == 5
    assert said.count("TerlaluSering") == 11


def test_a_session_ends_after_an_hour_of_silence_and_lives_by_use(kantor):
    kantor.person(kantor.opened(), "satu", "petugas")
    kunci = masuk.enter(kantor, "satu", SANDI, DARI)
    for _ in range(3):
        kantor.clock.go(minutes=50)
        assert masuk.who(kantor, kunci.token)

    kantor.clock.at += DIAM + timedelta(minutes=1)

    assert masuk.who(kantor, kunci.token) is None


def test_a_session_ends_after_eight_hours_however_busy(kantor):
    kantor.person(kantor.opened(), "satu")
    kunci = masuk.enter(kantor, "satu", SANDI, DARI)
    for _ in range(9):
        kantor.clock.go(minutes=50)
        assert masuk.who(kantor, kunci.token)

    kantor.clock.go(minutes=31)

    assert masuk.who(kantor, kunci.token) is None


def test_a_new_password_ends_every_other_session(kantor):
    kantor.person(kantor.opened(), "satu")
    elsewhere = masuk.enter(kantor, "satu", SANDI, DARI)
    here = masuk.enter(kantor, "satu", SANDI, DARI)

    fresh = masuk.change_password(kantor, masuk.who(kantor, here.token), SANDI, SANDI_LAIN, DARI)

    assert masuk.who(kantor, elsewhere.token) is None
    assert masuk.who(kantor, here.token) is None
    assert masuk.who(kantor, fresh.token)
    with pytest.raises(SandiSalah):
        masuk.enter(kantor, "satu", SANDI, DARI)
    masuk.enter(kantor, "satu", SANDI_LAIN, DARI)


def test_a_password_is_changed_only_by_whoever_knows_the_old_one_and_to_a_good_one(kantor):
    satu = kantor.person(kantor.opened(), "satu")
    hadir = kantor.hadir(satu.id)

    with pytest.raises(SandiSalah):
        masuk.change_password(kantor, hadir, "bukan sandinya ini", SANDI_LAIN, DARI)
    with pytest.raises(SandiLemah):
        masuk.change_password(kantor, hadir, SANDI, "pendek", DARI)
    masuk.enter(kantor, "satu", SANDI, DARI)


def test_a_hash_made_weaker_than_today_is_made_anew_at_the_next_log_in(kantor):
    satu = kantor.person(kantor.opened(), "satu")
    kantor.passwords = ArgonPasswords(2, 128, 1)

    masuk.enter(kantor, "satu", SANDI, DARI)

    with kantor.ledger.read() as reading:
        after = reading.get(Orang, satu.id)
    assert "m=128,t=2,p=1" in after.sandi
    masuk.enter(kantor, "satu", SANDI, DARI)


def test_what_has_ended_is_swept_away(kantor):
    kantor.person(kantor.opened(), "satu")
    masuk.enter(kantor, "satu", SANDI, DARI)
    with pytest.raises(SandiSalah):
        masuk.enter(kantor, "tiada", "salah semua ini", DARI)
    kantor.clock.go(days=1)

    assert masuk.sweep(kantor) > 0

    with kantor.ledger.read() as reading:
        assert reading.find(Sesi) == []
        assert reading.find(GagalMasuk) == []


def test_logging_in_and_out_stands_in_the_journal(kantor):
    satu = kantor.person(kantor.opened(), "satu")
    with kantor.ledger.read() as reading:
        before = reading.kepala("dinas_contoh").urut
    masuk.leave(kantor, masuk.enter(kantor, "satu", SANDI, DARI).token)

    with kantor.ledger.read() as reading:
        assert reading.kepala("dinas_contoh").urut == before + 2
    assert satu.aktif


def test_two_pages_of_one_person_at_the_same_moment_both_open(kantor_dua):
    kantor_dua.person(kantor_dua.opened(), "satu")
    kunci = masuk.enter(kantor_dua, "satu", SANDI, DARI)
    kantor_dua.clock.go(minutes=5)
    found: list[object] = []

    def look() -> None:
        try:
            found.append(masuk.who(kantor_dua, kunci.token))
        except Overtaken as no:
            found.append(no)

    threads = [threading.Thread(target=look) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert all(hasattr(one, "orang") for one in found)
