"""Who holds an office on a day, and who may sign for it."""

from dataclasses import replace
from datetime import date

import pytest

from service.domain.orang import PLH, PLT
from service.domain.pejabat import AN, UB, Pejabat, holder, signers, term_faults

KEPALA = "Kepala Biro Contoh"
DEFINITIF = Pejabat("Contoh Satu", KEPALA, mulai=date(2024, 1, 2), sampai=date(2026, 6, 30))
STAND_IN = Pejabat(
    "Contoh Dua",
    KEPALA,
    PLH,
    dasar="SP-1/2026",
    mulai=date(2026, 3, 2),
    sampai=date(2026, 3, 6),
)
ACTING = Pejabat(
    "Contoh Tiga",
    KEPALA,
    PLT,
    dasar="SP-2/2026",
    mulai=date(2026, 7, 1),
    sampai=date(2026, 9, 30),
)
SUCCESSOR = Pejabat("Contoh Empat", KEPALA, mulai=date(2026, 10, 1))
ALL = (DEFINITIF, STAND_IN, ACTING, SUCCESSOR)


@pytest.mark.parametrize(
    ("on", "nama"),
    [
        (date(2024, 1, 1), None),
        (date(2024, 1, 2), "Contoh Satu"),
        (date(2026, 3, 1), "Contoh Satu"),
        (date(2026, 3, 2), "Contoh Dua"),
        (date(2026, 3, 6), "Contoh Dua"),
        (date(2026, 3, 7), "Contoh Satu"),
        (date(2026, 6, 30), "Contoh Satu"),
        (date(2026, 7, 1), "Contoh Tiga"),
        (date(2026, 9, 30), "Contoh Tiga"),
        (date(2026, 10, 1), "Contoh Empat"),
        (date(2040, 1, 1), "Contoh Empat"),
    ],
)
def test_an_office_has_one_holder_on_each_day_of_a_year_of_changes(on, nama):
    found = holder(ALL, KEPALA, on)

    assert (found.nama if found else None) == nama
    assert not list(term_faults(ALL))


def test_of_two_terms_that_overlap_by_mistake_the_later_counts():
    forgotten = replace(DEFINITIF, sampai=None)

    assert holder((forgotten, SUCCESSOR), KEPALA, date(2026, 11, 1)) == SUCCESSOR
    assert holder((SUCCESSOR, forgotten), KEPALA, date(2026, 11, 1)) == SUCCESSOR


def test_who_signs_atas_nama_does_not_hold_the_office():
    deputy = Pejabat("Contoh Lima", KEPALA, AN, jabatan_sendiri="Kepala Bagian Contoh")

    assert holder((deputy,), KEPALA, date(2026, 1, 1)) is None
    assert signers((deputy, *ALL), KEPALA, date(2026, 1, 1)) == [DEFINITIF, deputy]
    assert signers((deputy,), KEPALA, date(2026, 1, 1)) == [deputy]


def test_a_signature_says_by_what_right_it_stands():
    deputy = Pejabat("Contoh Lima", "Sekretaris Daerah", AN, jabatan_sendiri="Asisten Contoh")
    third = replace(
        deputy, sebagai=UB, melalui="Asisten Contoh", jabatan_sendiri="Kepala Biro Contoh"
    )

    assert DEFINITIF.baris_jabatan == (KEPALA,)
    assert ACTING.baris_jabatan == (f"Plt. {KEPALA}",)
    assert STAND_IN.baris_jabatan == (f"Plh. {KEPALA}",)
    assert deputy.baris_jabatan == ("a.n. Sekretaris Daerah", "Asisten Contoh")
    assert third.baris_jabatan == (
        "a.n. Sekretaris Daerah",
        "Asisten Contoh",
        "u.b.",
        "Kepala Biro Contoh",
    )


def test_a_name_is_printed_with_its_degrees():
    one = replace(DEFINITIF, gelar_depan="Dr.", gelar_belakang="S.Sos., M.Si.")

    assert one.nama_lengkap == "Dr. Contoh Satu, S.Sos., M.Si."
    assert DEFINITIF.nama_lengkap == "Contoh Satu"


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ((replace(SUCCESSOR, mulai=date(2026, 6, 30)), DEFINITIF), "dipegang dua orang"),
        ((replace(DEFINITIF, sampai=None), ACTING), "dipegang dua orang"),
        ((replace(DEFINITIF, sampai=date(2023, 1, 1)),), "berakhir sebelum mulai"),
        ((replace(ACTING, sampai=None),), "memerlukan mulai, sampai, dan dasar"),
        ((replace(STAND_IN, dasar=""),), "memerlukan mulai, sampai, dan dasar"),
        ((Pejabat("Contoh", KEPALA, AN),), "jabatan_sendiri"),
        ((Pejabat("Contoh", KEPALA, UB, jabatan_sendiri="Contoh"),), "memerlukan melalui"),
    ],
)
def test_terms_that_cannot_be_are_named(terms, why):
    assert [why in sebab for _, sebab in term_faults(terms)] == [True]


def test_two_offices_may_change_hands_on_the_same_day():
    other = replace(SUCCESSOR, jabatan="Kepala Dinas Contoh", mulai=date(2024, 1, 2))

    assert not list(term_faults((DEFINITIF, other)))
