from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.catatan import RUMAH
from service.domain.orang import (
    DELEGASI,
    DIAM,
    PLH,
    GagalMasuk,
    NamaMasukTidakSah,
    Orang,
    Pemegang,
    Sesi,
    checked_nama_masuk,
    checked_nip,
    in_session,
)
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.sandi import (
    ALAMAT,
    NAMA,
    TUNGGU_TERLAMA,
    SandiLemah,
    TerlaluSering,
    check,
    counted,
    forgotten,
    let_try,
    throttle_id,
)
from service.domain.wewenang import (
    BEBAS,
    MAY,
    PERAN,
    PERINGATKAN,
    WAJIB,
    Act,
    DelegasiTidakSah,
    Hadir,
    PerluAlasan,
    PerluOrangKedua,
    acting,
    effective,
    four_eyes,
    lend,
)

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
SENIN, JUMAT = date(2026, 11, 23), date(2026, 11, 27)
KEPALA = Pemegang("p1", "kepala", "dinas", "", "atasan_ppid", date(2026, 1, 1), date(2026, 12, 31))


def lent(**changed: object) -> Pemegang:
    asked = Pemegang("p2", "wakil", "dinas", "", "atasan_ppid", SENIN, JUMAT)
    return replace(asked, **changed)  # type: ignore[arg-type]


def may(peran: tuple[Pemegang, ...], act: Act, instansi: str = "dinas", unit: str = "") -> bool:
    return Hadir(Orang("o", "dinas", "contoh"), peran).may(act, instansi, unit)


@pytest.mark.parametrize(
    "text", ["ab", ".contoh", "contoh-", "contoh satu", "a" * 41, "conto\u202eh"]
)
def test_a_log_in_name_is_short_plain_and_begins_with_a_letter_or_digit(text):
    with pytest.raises(NamaMasukTidakSah):
        checked_nama_masuk(text)


def test_a_log_in_name_is_the_same_in_capitals():
    assert checked_nama_masuk(" Contoh.Satu ") == "contoh.satu"


def test_a_nip_has_eighteen_digits_however_it_is_spaced():
    assert checked_nip("19800101 200501 1 001") == "198001012005011001"
    assert checked_nip("") == ""
    with pytest.raises(Refusal):
        checked_nip("19800101")


def test_a_session_ends_when_nobody_uses_it_and_when_the_day_is_over():
    sesi = Sesi("s", "o", NOW, NOW, NOW + timedelta(hours=8), "-", "c")

    assert in_session(sesi, NOW + DIAM - timedelta(seconds=1))
    assert not in_session(sesi, NOW + DIAM)
    busy = replace(sesi, terakhir=NOW + timedelta(hours=7, minutes=59))
    assert not in_session(busy, NOW + timedelta(hours=8))


@pytest.mark.parametrize(
    "sandi",
    [
        "pendek",
        "Indonesia1945!",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "abcdefghijkl",
        "kata sandi ku 1",
        "contoh.satu di pasar",
        "saya Sampel Satu sekali",
        "x" * 201,
        "jeruk nipis\x00 di pasar",
    ],
)
def test_a_password_that_a_stranger_would_guess_is_refused_with_a_sentence(sandi):
    with pytest.raises(SandiLemah) as no:
        check(sandi, "contoh.satu", "Sampel Satu")

    assert str(no.value).endswith(".")


@pytest.mark.parametrize(
    "sandi", ["jeruk nipis di pasar", "kucing-hitam-tidur", "tiga ekor AYAM 🐔"]
)
def test_a_few_words_are_a_good_password_without_any_digit(sandi):
    assert check(sandi, "contoh.satu", "Sampel Satu") == sandi


def test_a_password_typed_on_another_keyboard_is_the_same_password():
    assert check("café di pinggir", "a.b", "C") == check("cafe\u0301 di pinggir", "a.b", "C")


def test_five_failures_are_free_then_each_doubles_the_wait_up_to_a_quarter_of_an_hour():
    row, now, waits = GagalMasuk("g", 0, NOW, NOW), NOW, []
    for _ in range(14):
        row = counted(row, NAMA, now)
        waits.append((row.sampai - now).total_seconds())
        now = max(now, row.sampai)

    assert waits[:7] == [0, 0, 0, 0, 15, 30, 60]
    assert waits[-1] == TUNGGU_TERLAMA.total_seconds()
    with pytest.raises(TerlaluSering) as no:
        let_try([row], row.terakhir)
    assert "15 menit" in str(no.value)


def test_a_whole_office_behind_one_address_may_mistype_twenty_times():
    row = GagalMasuk("g", 18, NOW, NOW)

    assert counted(row, ALAMAT, NOW).sampai == NOW
    assert counted(counted(row, ALAMAT, NOW), ALAMAT, NOW).sampai > NOW


def test_failures_of_yesterday_are_forgotten():
    row = counted(GagalMasuk("g", 9, NOW, NOW), NAMA, NOW)

    assert not forgotten(row, NOW + timedelta(minutes=30))
    assert forgotten(row, NOW + timedelta(days=1))
    assert counted(row, NAMA, NOW + timedelta(days=1)).kali == 1


def test_what_is_counted_is_a_hash_and_never_what_was_typed():
    assert "contoh" not in throttle_id(NAMA, "contoh")
    assert throttle_id(NAMA, "Contoh ") == throttle_id(NAMA, "contoh")
    assert throttle_id(NAMA, "192.0.2.1") != throttle_id(ALAMAT, "192.0.2.1")


def test_every_act_belongs_to_some_peran_that_exists():
    assert set(MAY) == set(Act)
    assert all(peran and peran <= set(PERAN) for peran in MAY.values())


def test_an_administrator_keeps_people_and_reads_no_matter_of_the_office():
    admin = (replace(KEPALA, peran="administrator", instansi=RUMAH),)

    assert may(admin, Act.PEOPLE)
    assert not any(may(admin, act) for act in (Act.LOOK, Act.SIGN, Act.DECIDE, Act.PUBLISH))


def test_a_unit_acts_for_itself_and_not_for_its_neighbour():
    satu = (replace(KEPALA, peran="petugas", unit="satu"),)

    assert may(satu, Act.IDENTIFY, unit="satu")
    assert not may(satu, Act.IDENTIFY, unit="dua")
    assert not may(satu, Act.IDENTIFY, unit="")
    assert not may(satu, Act.IDENTIFY, instansi="badan", unit="satu")


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (SENIN - timedelta(days=1), False),
        (SENIN, True),
        (JUMAT, True),
        (JUMAT + timedelta(days=1), False),
    ],
)
def test_a_delegated_signer_may_sign_within_the_term_only(on, counts):
    given = lend(KEPALA, lent(), SENIN)
    peran = effective([given], {KEPALA.id: KEPALA}, {"dinas": on})

    assert may(peran, Act.SIGN) is counts
    assert given.dari == KEPALA.id
    assert given.sebagai == DELEGASI


def test_a_delegation_ends_with_the_peran_it_was_lent_from():
    given = lend(KEPALA, lent(), SENIN)
    gone = replace(KEPALA, dicabut=NOW)

    assert effective([given], {KEPALA.id: gone}, {"dinas": SENIN}) == ()
    assert effective([given], {}, {"dinas": SENIN}) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"peran": "ppid"},
        {"instansi": "badan"},
        {"orang": "kepala"},
        {"sampai": None},
        {"sampai": SENIN - timedelta(days=1)},
        {"sampai": date(2027, 1, 1)},
        {"mulai": SENIN - timedelta(days=9)},
    ],
)
def test_what_is_lent_never_exceeds_the_lender(wrong):
    with pytest.raises(DelegasiTidakSah):
        lend(KEPALA, lent(**wrong), SENIN)


def test_a_unit_cannot_lend_the_whole_instansi():
    unit = replace(KEPALA, unit="satu")

    with pytest.raises(DelegasiTidakSah):
        lend(unit, lent(unit=""), SENIN)
    with pytest.raises(DelegasiTidakSah):
        lend(unit, lent(unit="dua"), SENIN)
    assert lend(unit, lent(unit="satu"), SENIN).unit == "satu"


def test_what_was_lent_cannot_be_lent_on_and_administrators_lend_nothing():
    given = lend(KEPALA, lent(), SENIN)
    with pytest.raises(DelegasiTidakSah):
        lend(given, lent(orang="lain"), SENIN)
    admin = replace(KEPALA, peran="administrator")
    with pytest.raises(DelegasiTidakSah):
        lend(admin, lent(peran="administrator"), SENIN)


def test_an_acting_official_has_an_end_and_a_letter():
    plh = lent(sebagai=PLH, dasar="SP-1/2026")

    assert acting(plh) == plh
    with pytest.raises(DelegasiTidakSah):
        acting(replace(plh, dasar=" "))
    with pytest.raises(DelegasiTidakSah):
        acting(replace(plh, sampai=None))
    with pytest.raises(DelegasiTidakSah):
        acting(replace(plh, sebagai=DELEGASI))


def test_one_own_peran_goes_before_what_was_lent():
    own = replace(KEPALA, id="p9", orang="wakil", peran="ppid")
    given = lend(KEPALA, lent(), SENIN)
    wakil = Hadir(Orang("wakil", "dinas", "wakil"), (given, own))

    assert wakil.need(Act.SIGN, "dinas") == own
    with pytest.raises(TidakBerwenang):
        wakil.need(Act.PEOPLE, "dinas")


def test_two_people_need_no_reason():
    for aturan in (PERINGATKAN, WAJIB, BEBAS):
        assert four_eyes(aturan, Act.APPROVE, ["satu"], "dua", "") == ""


def test_one_person_alone_is_warned_forbidden_or_free_as_the_office_chose():
    with pytest.raises(PerluAlasan):
        four_eyes(PERINGATKAN, Act.APPROVE, ["satu"], "satu", "  ")
    assert four_eyes(PERINGATKAN, Act.APPROVE, ["satu"], "satu", " sakit ") == "sakit"
    with pytest.raises(PerluOrangKedua):
        four_eyes(WAJIB, Act.APPROVE, ["satu"], "satu", "sakit")
    assert four_eyes(BEBAS, Act.APPROVE, ["satu"], "satu", "") == ""


@pytest.mark.parametrize("act", [Act.DECLASSIFY, Act.DESTROY])
@pytest.mark.parametrize("aturan", [PERINGATKAN, WAJIB, BEBAS])
def test_opening_a_secret_and_destroying_always_need_two(act, aturan):
    with pytest.raises(PerluOrangKedua):
        four_eyes(aturan, act, ["satu"], "satu", "alasan apa pun")
