"""The books read alike on both databases, line by line, and hold nothing beyond one's reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.register import SqlRegister
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.disposisi import Disposisi, taken
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, KARANTINA, File, Fisik, Kiriman
from service.domain.masukan import DISISIHKAN, DIUSULKAN, MasukanPublik
from service.domain.naskah import DISETUJUI, KONSEP, Naskah
from service.domain.permohonan import DITERIMA, Permohonan
from service.domain.sengketa import MEDIASI, TAHAP, Sengketa
from service.ports.kiriman import Jangkauan
from service.ports.register import ADA_KERTAS, TANPA_LOKASI, SaringRegister, Urutan

PAGI = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def register(ledger: SqlLedger) -> SqlRegister:
    with ledger.begin() as tx:
        for n in range(8):
            one = Kiriman(
                f"k{n}",
                "dinas" if n < 7 else "badan",
                ("", "bidang_satu", "bidang_dua")[n % 3],
                "folder",
                f"{n}.pdf",
                KARANTINA if n == 4 else DIDAFTAR,
                PAGI + timedelta(days=n),
                rahasia=n == 5,
                fisik=Fisik("Rak 1" if n == 1 else "") if n < 3 else None,
            )
            tx.add(one)
            tx.add(File(f"f{n}", one.id, one.nama, "0" * 64, 1))
            tx.add(Berkas(f"b{n}", one.instansi, one.unit, f"Perkara {n}", one.id, BERJALAN, PAGI))
            final = Naskah(f"n{n}", f"b{n}", one.instansi, "memorandum", DISETUJUI, PAGI)
            tx.add(replace(final, nomor=f"{n}/M/2026", tanggal=date(2026, 11, 1 + n)))
            tx.add(Naskah(f"d{n}", f"b{n}", one.instansi, "memorandum", KONSEP, PAGI))
            day = PAGI.date()
            tx.add(
                Permohonan(
                    f"p{n}", one.id, one.instansi, one.unit, "", DITERIMA, one.diterima, day, day
                )
            )
        tx.note(Catatan("dinas", MESIN, "kiriman_diterima", PAGI))
    return SqlRegister(ledger)


def masuk(register: SqlRegister, urutan: Urutan = Urutan(), **saring: object) -> list[str]:  # noqa: B008
    many, found = register.masuk(SaringRegister("dinas", **saring), urutan)  # type: ignore[arg-type]
    assert many >= len(found)
    return [one.id for one in found]


def test_a_book_is_read_from_its_end_or_its_beginning_a_page_at_a_time(
    register: SqlRegister,
) -> None:
    assert masuk(register) == ["k6", "k4", "k3", "k2", "k1", "k0"]
    assert masuk(register, Urutan(turun=False)) == ["k0", "k1", "k2", "k3", "k4", "k6"]
    assert masuk(register, Urutan(skip=2, atmost=2)) == ["k3", "k2"]
    assert register.masuk(SaringRegister("dinas"), Urutan(atmost=1))[0] == 6


def test_withheld_matters_stand_in_a_book_of_their_own(register: SqlRegister) -> None:
    assert masuk(register, rahasia=True) == ["k5"]
    wide, secret = SaringRegister("dinas"), SaringRegister("dinas", rahasia=True)
    assert [one.naskah.id for one in register.keluar(wide, Urutan())[1]] == [
        "n6",
        "n4",
        "n3",
        "n2",
        "n1",
        "n0",
    ]
    assert [one.naskah.id for one in register.keluar(secret, Urutan())[1]] == ["n5"]
    assert [one.id for one in register.permohonan(secret, Urutan())[1]] == ["p5"]
    assert register.permohonan(wide, Urutan())[0] == 6


def test_lines_are_narrowed_by_unit_state_paper_and_span(register: SqlRegister) -> None:
    assert masuk(register, unit="bidang_satu") == ["k4", "k1"]
    assert masuk(register, units=("bidang_dua",)) == ["k2"]
    assert masuk(register, units=("bidang_dua",), unit="bidang_satu") == []
    assert masuk(register, keadaan=KARANTINA) == ["k4"]
    assert masuk(register, kertas=ADA_KERTAS) == ["k2", "k1", "k0"]
    assert masuk(register, kertas=TANPA_LOKASI) == ["k2", "k0"]
    assert masuk(register, dari=PAGI + timedelta(days=3)) == ["k6", "k4", "k3"]
    assert masuk(register, sampai=PAGI + timedelta(days=1)) == ["k1", "k0"]
    span = SaringRegister("dinas", hari_dari=date(2026, 11, 2), hari_sampai=date(2026, 11, 3))
    assert [one.judul for one in register.keluar(span, Urutan())[1]] == ["Perkara 2", "Perkara 1"]


def test_a_letter_tells_its_files_and_to_whom_it_was_given(
    ledger: SqlLedger, register: SqlRegister
) -> None:
    one = Disposisi("x1", "k1", "dinas", "a", "PPID", "orang", "b", "Contoh Dua", PAGI)
    two = replace(one, id="x2", kepada="c", kepada_nama="Contoh Tiga", dibuat=PAGI + timedelta(1))
    with ledger.begin() as tx:
        tx.add(two)
        tx.add(one)
        tx.save(one, taken(one, "b", PAGI))
        tx.note(Catatan("dinas", MESIN, "kiriman_diterima", PAGI))

    found = register.disposisi(["k0", "k1"])

    assert [line.kepada_nama for line in found["k1"]] == ["Contoh Dua", "Contoh Tiga"]
    assert register.files(["k0", "k1", "tiada"]) == {"k0": 1, "k1": 1}
    assert [line.id for line in register.waiting(["dinas"], ["b", "c"])] == ["x1", "x2"]
    assert register.waiting(["badan"], ["b", "c"]) == []
    assert register.since("dinas") == PAGI
    assert register.since("tiada") is None


def test_disputes_are_read_where_their_objection_is_seen_newest_first(
    register: SqlRegister, ledger: SqlLedger
) -> None:
    day = PAGI.date()
    with ledger.begin() as tx:
        for n in range(8):
            came = tx.get(Kiriman, f"k{n}")
            told = (came.instansi, came.unit, "", "diterima", came.diterima, day, day)
            tx.add(Keberatan(f"o{n}", came.id, *told))
            on = day + timedelta(days=n)
            fresh = Sengketa(
                f"s{n}", f"o{n}", "", came.instansi, came.unit, "Komisi", f"{n}/KI", on, PAGI
            )
            tx.add(replace(fresh, tahap=MEDIASI) if n == 3 else fresh)
        tx.note(Catatan("dinas", MESIN, "sengketa_dicatat", PAGI))
    wide, all_ = Jangkauan("dinas", "", rahasia=False), tuple(TAHAP)

    def ids(*places: Jangkauan, tahap: tuple[str, ...] = all_, skip: int = 0) -> list[str]:
        return [one.id for one in register.sengketa(places, tahap, skip, 50)]

    assert ids(wide) == ["s6", "s4", "s3", "s2", "s1", "s0"]
    assert ids(wide, skip=4) == ["s1", "s0"]
    assert ids(Jangkauan("dinas", "", rahasia=True)) == ["s5"]
    assert ids(Jangkauan("dinas", "bidang_satu", rahasia=False)) == ["s4", "s1"]
    assert ids(wide, tahap=(MEDIASI,)) == ["s3"]
    assert ids() == []


def test_suggestions_are_read_between_two_moments_where_their_kiriman_is_seen(
    register: SqlRegister, ledger: SqlLedger
) -> None:
    with ledger.begin() as tx:
        for n in range(8):
            came = tx.get(Kiriman, f"k{n}")
            place = (came.instansi, came.unit)
            tx.add(MasukanPublik(f"m{n}", came.id, *place, "", came.diterima))
        tx.note(Catatan("dinas", MESIN, "masukan_diterima", PAGI))
    wide = [Jangkauan("dinas", "", rahasia=False)]
    end = PAGI + timedelta(days=6)

    def ids(
        dari: datetime | None, sampai: datetime, skip: int = 0, atmost: int = 50
    ) -> tuple[int, list[str]]:
        many, found = register.masukan(wide, dari, sampai, skip, atmost)
        return sum(many.values()), [one.id for one in found]

    assert ids(None, end) == (6, ["m0", "m1", "m2", "m3", "m4", "m6"])
    assert ids(PAGI, PAGI + timedelta(days=2)) == (2, ["m1", "m2"])
    assert ids(None, end, atmost=2) == (6, ["m0", "m1"])
    assert register.masukan([], None, end, 0, 50) == ({}, [])
    with ledger.begin() as tx:
        for id_, keadaan in (("m0", DIUSULKAN), ("m2", DISISIHKAN)):
            one = tx.get(MasukanPublik, id_)
            tx.save(one, replace(one, keadaan=keadaan))
        tx.note(Catatan("dinas", MESIN, "masukan_diusulkan", PAGI))
    assert ids(None, end) == (6, ["m1", "m3", "m4", "m6", "m0", "m2"])
    assert ids(None, end, 3, 2) == (6, ["m6", "m0"])
    counted, _ = register.masukan(wide, None, end, 0, 1)
    assert counted == {DITERIMA: 4, DIUSULKAN: 1, DISISIHKAN: 1}
