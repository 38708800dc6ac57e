"""A search that is kept is a question: it is shared where its owner works, and shows no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.acts.cari import simpan
from service.acts.cari.simpan import Simpanan
from service.acts.orang import orang, peran
from service.adapters.ledger import tables
from service.domain.pencarian import (
    PALING_BANYAK,
    BagiDiMana,
    NamaPencarian,
    NamaTerpakai,
    PencarianKosong,
    TerlaluBanyakPencarian,
)
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from tests.kantor import Kantor

KODE = "dinas_contoh"
ASKED = Simpanan("a" * 26, "Gaharu tahun ini", {"kata": "gaharu", "dari": "2026-01-01", "x": "y"})


@pytest.fixture
def people(kantor_dua: Kantor) -> dict[str, Hadir]:
    kantor = kantor_dua
    admin = kantor.opened()
    made = {name: kantor.person(admin, f"contoh.{name}") for name in ("satu", "lagi", "dua")}
    for name, unit in (("satu", "bidang_satu"), ("lagi", "bidang_satu"), ("dua", "bidang_dua")):
        peran.give(kantor, admin, made[name].id, peran.Penugasan(KODE, unit, "unit"))
    made["ppid"] = kantor.person(admin, "contoh.ppid", "ppid")
    return {name: kantor.hadir(one.id) for name, one in made.items()} | {"admin": admin}


def names(kantor: Kantor, oleh: Hadir) -> list[str]:
    with kantor.ledger.read() as reading:
        return [one.nama for one in simpan.kept(reading, oleh)]


def test_what_is_kept_is_seen_by_its_owner_alone_and_once(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    one = simpan.save(kantor_dua, people["satu"], ASKED)
    again = simpan.save(kantor_dua, people["satu"], ASKED)

    assert one == again
    assert one.saring == {"kata": "gaharu", "dari": "2026-01-01"}
    assert names(kantor_dua, people["satu"]) == ["Gaharu tahun ini"]
    assert names(kantor_dua, people["lagi"]) == names(kantor_dua, people["ppid"]) == []
    with pytest.raises(TidakAda):
        simpan.save(kantor_dua, people["lagi"], ASKED)


def test_what_is_shared_in_a_unit_is_seen_by_all_who_look_there(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    simpan.save(kantor_dua, people["satu"], replace(ASKED, instansi=KODE, unit="bidang_satu"))
    whole = Simpanan("b" * 26, "Semua unit", {"nomor": "1/2026"}, KODE)
    simpan.save(kantor_dua, people["ppid"], whole)

    assert names(kantor_dua, people["lagi"]) == ["Gaharu tahun ini", "Semua unit"]
    assert names(kantor_dua, people["dua"]) == ["Semua unit"]
    assert names(kantor_dua, people["ppid"]) == ["Semua unit", "Gaharu tahun ini"]


def test_only_its_owner_takes_it_away_and_its_words_stay_nowhere(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    one = simpan.save(kantor_dua, people["satu"], replace(ASKED, instansi=KODE, unit="bidang_satu"))
    for other in ("lagi", "ppid", "admin"):
        with pytest.raises(TidakAda):
            simpan.discard(kantor_dua, people[other], one.id)

    simpan.discard(kantor_dua, people["satu"], one.id)

    assert names(kantor_dua, people["lagi"]) == []
    with kantor_dua.ledger.reader.begin() as look:
        for table in (tables.riwayat, tables.catatan):
            rows = [str(row) for row in look.execute(table.select())]
            assert not [row for row in rows if "gaharu" in row.casefold()]
    with pytest.raises(TidakAda):
        simpan.discard(kantor_dua, people["satu"], one.id)


def test_what_somebody_who_left_had_shared_is_taken_away_by_who_leads_there(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    one = simpan.save(kantor_dua, people["satu"], replace(ASKED, instansi=KODE, unit="bidang_satu"))
    own = simpan.save(kantor_dua, people["satu"], replace(ASKED, id="d" * 26, nama="Sendiri"))
    orang.deactivate(kantor_dua, people["admin"], people["satu"].orang.id)

    for other in ("lagi", "dua", "admin"):
        with pytest.raises(TidakAda):
            simpan.discard(kantor_dua, people[other], one.id)
    with pytest.raises(TidakAda):
        simpan.discard(kantor_dua, people["ppid"], own.id)
    simpan.discard(kantor_dua, people["ppid"], one.id)

    assert names(kantor_dua, people["lagi"]) == []


def test_who_leads_another_unit_alone_takes_nothing_of_this_one_away(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    one = simpan.save(kantor_dua, people["satu"], replace(ASKED, instansi=KODE, unit="bidang_satu"))
    held = peran.Penugasan(KODE, "bidang_dua", "ppid_pelaksana")
    peran.give(kantor_dua, people["admin"], people["dua"].orang.id, held)
    orang.deactivate(kantor_dua, people["admin"], people["satu"].orang.id)

    with pytest.raises(TidakAda):
        simpan.discard(kantor_dua, kantor_dua.hadir(people["dua"].orang.id), one.id)


def test_what_somebody_shared_before_they_moved_is_theirs_and_their_leaders(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    place = replace(ASKED, instansi=KODE, unit="bidang_satu")
    first = simpan.save(kantor_dua, people["satu"], place)
    second = simpan.save(kantor_dua, people["satu"], replace(place, id="d" * 26, nama="Kedua"))
    peran.take(kantor_dua, people["admin"], people["satu"].peran[0].id)
    peran.give(
        kantor_dua,
        people["admin"],
        people["satu"].orang.id,
        peran.Penugasan(KODE, "bidang_dua", "unit"),
    )

    simpan.discard(kantor_dua, kantor_dua.hadir(people["satu"].orang.id), first.id)
    simpan.discard(kantor_dua, people["ppid"], second.id)

    assert names(kantor_dua, people["lagi"]) == []


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        (replace(ASKED, nama="  "), NamaPencarian),
        (replace(ASKED, nama="a" * 81), NamaPencarian),
        (replace(ASKED, saring={"kata": "  ", "halaman": "2"}), PencarianKosong),
        (replace(ASKED, instansi=KODE, unit="bidang_dua"), BagiDiMana),
        (replace(ASKED, instansi=KODE), BagiDiMana),
        (replace(ASKED, instansi="badan_contoh"), BagiDiMana),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    kantor_dua: Kantor, people: dict[str, Hadir], asked: Simpanan, refused: type[Refusal]
) -> None:
    with pytest.raises(refused, match=r"Tidak ada yang diubah\."):
        simpan.save(kantor_dua, people["satu"], asked)

    assert names(kantor_dua, people["satu"]) == []


def test_one_person_keeps_no_two_alike_and_not_without_end(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    for n in range(PALING_BANYAK):
        simpan.save(kantor_dua, people["satu"], Simpanan(f"c{n:025}", f"Ke-{n}", ASKED.saring))
        if not n:
            with pytest.raises(NamaTerpakai):
                simpan.save(kantor_dua, people["satu"], replace(ASKED, nama=" KE-0 "))

    with pytest.raises(TerlaluBanyakPencarian):
        simpan.save(kantor_dua, people["satu"], ASKED)


def test_who_looks_at_no_matter_keeps_no_search(
    kantor_dua: Kantor, people: dict[str, Hadir]
) -> None:
    with pytest.raises(TidakBerwenang):
        simpan.save(kantor_dua, people["admin"], ASKED)
