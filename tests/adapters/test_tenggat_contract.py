"""What ends on which day, asked of SQLite and of PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from service.adapters.clock import new_id
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.tenggat import SqlTenggat
from service.adapters.ledger.tenggat_sengketa import asked
from service.domain.berkas import BERJALAN, DIARSIPKAN, DIBATALKAN, SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import DITANGGAPI, Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import DIJAWAB, TERDAFTAR, Permohonan
from service.domain.sengketa import DICABUT, MEDIASI, PANGGILAN, PUTUSAN, Sengketa, SuratSengketa
from service.domain.uji import DITUTUP
from service.ports.kiriman import Jangkauan
from service.ports.tenggat import Masa

PAGI = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SENIN = PAGI.date()
ALL = [Jangkauan("dinas", "", False), Jangkauan("dinas", "", True)]
OPEN = [Jangkauan("dinas", "", False)]
SATU = [Jangkauan("dinas", "satu", False)]
SEPEKAN = Masa(SENIN, SENIN + timedelta(days=6))


def matter(n: int, unit: str = "satu", **more: object) -> Berkas:
    """A matter whose term of the law ends n days from Monday and whose norm the day after."""
    told = {
        "tenggat": SENIN + timedelta(days=n),
        "norma": PAGI + timedelta(days=n + 1),
        "jatuh": SENIN + timedelta(days=n),
    }
    whole = {"keadaan": BERJALAN, **told, **more}
    keadaan = str(whole.pop("keadaan"))
    return Berkas(new_id(), "dinas", unit, f"Perkara {n}", "", keadaan, PAGI, **whole)  # type: ignore[arg-type]


@pytest.fixture
def terms(ledger: SqlLedger) -> SqlTenggat:
    rows: list[object] = [matter(0), matter(2, "dua"), matter(2, rahasia=True), matter(9)]
    rows += [matter(1, keadaan=DIBATALKAN), matter(-3)]
    for n, (state, secret) in enumerate(
        [(TERDAFTAR, False), (DIJAWAB, False), (TERDAFTAR, True), (DITANGGAPI, False)]
    ):
        came = Kiriman(f"k{n}", "dinas", "satu", "web", "x", DIDAFTAR, PAGI, rahasia=secret)
        told = (came.id, "dinas", "satu", f"c{n}")
        due = SENIN + timedelta(days=n)
        rows.append(came)
        rows.append(Permohonan(f"p{n}", *told, state, PAGI, SENIN, due))
        rows.append(Keberatan(f"b{n}", *told, state, PAGI, SENIN, due))
    ended = matter(0, "satu", keadaan=SELESAI, tenggat=None, norma=None, jatuh=None)
    rows += [ended, Butir("i1", ended.id, 1, "Butir contoh", hasil="dikecualikan")]
    rows += [Butir("i2", ended.id, 2, "Butir contoh", hasil="terbuka")]
    rows += [Butir("i3", ended.id, 3, "Butir contoh", hasil="sebagian", dicabut=True)]
    kept = matter(0, "satu", keadaan=DIARSIPKAN, tenggat=None, norma=None, jatuh=None)
    rows += [kept, Butir("i4", kept.id, 1, "Butir contoh", hasil="sebagian")]
    for n, (tahap, about) in enumerate(((MEDIASI, 0), (PUTUSAN, 2), (DICABUT, 0), (MEDIASI, 3))):
        place = ("dinas", "dua" if n == 3 else "satu", "Komisi Contoh", f"{n}/KI")
        rows.append(Sengketa(f"s{n}", f"b{about}", "", *place, SENIN, PAGI, tahap))
        for k, (acara, out) in enumerate(((SENIN, False), (None, False), (SENIN, True))):
            told = (f"l{n}{k}", f"s{n}", f"kl{n}{k}", PANGGILAN, PAGI, "orang", acara)
            rows.append(SuratSengketa(*told, dicabut=out))
            came = Kiriman(f"kl{n}{k}", "dinas", "satu", "web", "x", DIDAFTAR, PAGI)
            rows.append(came)
    held = Kiriman("rahasia", "dinas", "satu", "web", "x", DIDAFTAR, PAGI, rahasia=True)
    rows += [held, SuratSengketa("l0r", "s0", held.id, PANGGILAN, PAGI, "orang", SENIN)]
    with ledger.begin() as tx:
        for one in rows:
            tx.add(one)
        tx.note(Catatan("dinas", MESIN, "berkas_dibuka", PAGI))
    return SqlTenggat(ledger)


def test_terms_of_the_law_come_in_order_for_those_who_may_see_them(terms: SqlTenggat) -> None:
    ever = Masa(None, SEPEKAN.sampai)

    assert [one.judul for one in terms.hukum(ALL, SEPEKAN, 9)] == [
        "Perkara 0",
        "Perkara 2",
        "Perkara 2",
    ]
    assert [one.judul for one in terms.hukum(OPEN, SEPEKAN, 9)] == ["Perkara 0", "Perkara 2"]
    assert [one.judul for one in terms.hukum(SATU, SEPEKAN, 9)] == ["Perkara 0"]
    assert [one.judul for one in terms.hukum([*SATU, *OPEN], SEPEKAN, 1)] == ["Perkara 0"]
    assert [one.judul for one in terms.hukum(OPEN, ever, 1)] == ["Perkara -3"]
    assert terms.hukum([Jangkauan("badan", "", False)], SEPEKAN, 9) == []
    assert terms.hukum([], SEPEKAN, 9) == []


def test_norms_are_asked_for_by_their_moment(terms: SqlTenggat) -> None:
    found = terms.norma(ALL, PAGI + timedelta(days=1), PAGI + timedelta(days=3), 9)
    assert [one.judul for one in found] == ["Perkara 0", "Perkara 2", "Perkara 2"]
    late = terms.norma(ALL, PAGI + timedelta(days=1, seconds=1), PAGI + timedelta(days=2), 9)
    assert late == []


def test_answers_are_asked_for_until_they_are_given(terms: SqlTenggat) -> None:
    asked = [(one.id, secret) for one, secret in terms.permohonan(ALL, SEPEKAN, 9)]
    assert asked == [("p0", False), ("p2", True)]
    assert [one.id for one, _ in terms.permohonan(SATU, SEPEKAN, 9)] == ["p0"]
    objected = [(one.id, secret) for one, secret in terms.keberatan(ALL, SEPEKAN, 9)]
    assert objected == [("b0", False), ("b2", True)]


def test_disputes_that_have_not_ended_come_with_the_letters_that_call_to_a_day(
    terms: SqlTenggat,
) -> None:
    def told(*places: Jangkauan, atmost: int = 9) -> list[tuple[str, bool]]:
        return [(one.sengketa.id, one.rahasia) for one in terms.sengketa(places, atmost)]

    assert told(*ALL) == [("s0", False), ("s3", False), ("s1", True)]
    assert told(*OPEN) == [("s0", False), ("s3", False)]
    assert told(*SATU, *OPEN, atmost=1) == [("s0", False)]
    assert told(*SATU) == [("s0", False)]
    assert told(Jangkauan("dinas", "satu", True)) == [("s1", True)]
    assert told() == told(Jangkauan("badan", "", False)) == []


def test_a_withheld_letter_of_an_open_dispute_comes_only_where_it_may_be_seen(
    terms: SqlTenggat,
) -> None:
    def letters(*places: Jangkauan) -> list[tuple[list[str], list[str]]]:
        found = terms.sengketa(places, 9)
        return [([x.id for x in one.surat], sorted(one.tertutup)) for one in found]

    assert letters(*ALL) == [(["l00", "l0r"], ["l0r"]), (["l30"], []), (["l10"], [])]
    assert letters(*OPEN) == [(["l00"], []), (["l30"], [])]
    satu, dua = (Jangkauan("dinas", unit, True) for unit in ("satu", "dua"))
    assert letters(*OPEN, satu)[0] == (["l00", "l0r"], ["l0r"])
    assert letters(*OPEN, dua)[0] == (["l00"], [])


def test_disputes_that_have_ended_are_not_even_passed_by(buku_induk: SqlLedger) -> None:
    whole = asked(ALL).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with buku_induk.reader.begin() as look:
        plan = [one.detail for one in look.execute(text(f"EXPLAIN QUERY PLAN {whole}"))]

    by = "ix_sengketa_instansi_tahap_diajukan_id (instansi=? AND tahap=?)"
    assert any(by in one for one in plan), plan
    assert not any("SCAN" in one for one in plan), plan


def test_what_was_excluded_comes_with_its_matter(terms: SqlTenggat) -> None:
    assert [one.id for one, _ in terms.dikecualikan(ALL, DITUTUP, 9)] == ["i1", "i4"]
    assert terms.dikecualikan([Jangkauan("dinas", "dua", False)], DITUTUP, 9) == []


def test_a_week_is_counted_as_the_lists_would_tell_it(terms: SqlTenggat) -> None:
    days = [datetime(2026, 11, 22, 17, 0, tzinfo=UTC) + timedelta(days=n) for n in range(8)]

    assert terms.per_hari(ALL, SEPEKAN, days) == [3, 1, 4, 2, 0, 0, 0]
    assert terms.per_hari(SATU, SEPEKAN, days) == [3, 1, 0, 0, 0, 0, 0]
    assert terms.per_hari([], SEPEKAN, days) == [0] * 7
