"""Pieces of information and their history, kept by SQLite and by PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from service.adapters.ledger.informasi import SqlInformasi
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import holds_days
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import KEADAAN
from service.domain.informasi.retensi import Retensi
from service.domain.informasi.riwayat import Riwayat, born
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.domain.nomor import Nomor
from service.domain.refusals import Overtaken
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan
from tests.domain.informasi.contoh import HARI, PADA, PETUGAS, UTUH, excluded

TERBUKA, TERTUTUP = Jangkauan("contoh", "", False), Jangkauan("contoh", "", True)
UMUM = Jangkauan("contoh", "umum", False)
SEMUA = SaringInformasi()


def piece(n: int, **more: object) -> Informasi:
    return replace(UTUH, id=f"i{n}", kode=f"k{n}", **more)


def keep(ledger: SqlLedger, *rows: object) -> None:
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(Catatan("contoh", MESIN, "informasi_diusulkan", PADA))


@pytest.fixture
def lists(ledger: SqlLedger) -> SqlInformasi:
    keep(
        ledger,
        piece(1),
        piece(2, unit="lain", keadaan="terbit", kategori="setiap_saat"),
        replace(excluded(), id="i3", kode="k3"),
        piece(4, keadaan="terbuka"),
        piece(5, instansi="dinas"),
        piece(6, keadaan="terbit"),
        replace(excluded(), id="i7", kode="k7", unit="lain", keadaan="akan_berakhir"),
    )
    return SqlInformasi(ledger)


def told(
    lists: SqlInformasi,
    tempat: Sequence[Jangkauan],
    saring: SaringInformasi = SEMUA,
    after: str = "",
    atmost: int = 9,
) -> str:
    return " ".join(one.kode for one in lists.by_kode(tempat, saring, after, atmost))


def test_a_piece_and_its_history_come_back_as_they_were_kept(ledger: SqlLedger) -> None:
    whole = replace(excluded(), terbit_pada=HARI, salinan_dari="asal")
    line = replace(born(whole, PETUGAS).riwayat, ruas=("ringkasan", "tempat"), sk="12")
    keep(ledger, whole, line)

    with ledger.read() as look:
        assert look.get(Informasi, whole.id) == whole
        assert look.find(Riwayat, informasi=whole.id) == [line]


def test_what_is_changed_is_changed_from_the_version_that_was_seen(ledger: SqlLedger) -> None:
    keep(ledger, UTUH)
    with ledger.begin() as tx:
        tx.save(UTUH, replace(UTUH, kategori="setiap_saat"))
        tx.note(Catatan("contoh", MESIN, "informasi_diubah", PADA))

    with pytest.raises(Overtaken), ledger.begin() as tx:
        tx.save(UTUH, replace(UTUH, kategori="serta_merta"))

    with ledger.read() as look:
        after = look.get(Informasi, UTUH.id)
    assert (after.kategori, after.versi) == ("setiap_saat", 2)


def test_no_code_is_given_twice_in_the_whole_house(ledger: SqlLedger) -> None:
    keep(ledger, piece(1, keadaan="dicabut"))

    with pytest.raises(Overtaken):
        keep(ledger, replace(piece(2, instansi="dinas"), kode="k1"))


def test_one_version_is_left_by_one_act(ledger: SqlLedger) -> None:
    line = born(UTUH, PETUGAS).riwayat
    keep(ledger, UTUH, line)

    with pytest.raises(Overtaken):
        keep(ledger, replace(line, id="lain"))


def test_a_list_goes_no_further_than_a_person_sees(lists: SqlInformasi) -> None:
    assert told(lists, [TERBUKA]) == "k1 k2 k6", "what is open by law waits for its file"
    assert told(lists, [TERTUTUP]) == "k3 k4 k7"
    assert told(lists, [UMUM]) == "k1 k6"
    assert told(lists, [TERBUKA, TERTUTUP, UMUM]) == "k1 k2 k3 k4 k6 k7"
    assert told(lists, [Jangkauan("dinas", "", False)]) == "k5"
    assert told(lists, []) == ""


def test_a_list_is_narrowed_and_goes_on_behind_a_code(lists: SqlInformasi) -> None:
    assert told(lists, [TERBUKA], SaringInformasi(("terbit",))) == "k2 k6"
    assert told(lists, [TERBUKA], SaringInformasi(kategori="setiap_saat")) == "k2"
    assert told(lists, [TERBUKA], SaringInformasi(unit="umum"), "k1") == "k6"
    assert told(lists, [TERBUKA], atmost=2) == "k1 k2"


def test_nobody_counts_what_they_may_not_see(lists: SqlInformasi) -> None:
    assert lists.count([TERBUKA], SEMUA, 9) == 3
    assert lists.count([TERBUKA], SaringInformasi(("dikecualikan",)), 9) == 0
    assert lists.count([TERBUKA, TERTUTUP], SEMUA, 4) == 4
    assert lists.count([], SEMUA, 9) == 0


def test_the_watch_over_terms_goes_through_all_that_a_decree_withholds(
    lists: SqlInformasi,
) -> None:
    assert [one.kode for one in lists.withheld("contoh", "", 9)] == ["k3", "k7"]
    assert [one.kode for one in lists.withheld("contoh", "k3", 9)] == ["k7"]
    assert lists.withheld("dinas", "", 9) == []


def test_every_state_has_a_place_in_one_list_and_in_no_other(ledger: SqlLedger) -> None:
    keep(ledger, *(piece(n, keadaan=one) for n, one in enumerate(KEADAAN)))
    lists = SqlInformasi(ledger)

    open_, closed = told(lists, [TERBUKA], atmost=99), told(lists, [TERTUTUP], atmost=99)

    assert len(open_.split()) + len(closed.split()) == len(KEADAAN)
    assert not set(open_.split()) & set(closed.split())


def test_days_that_nest_in_a_row_are_known_of_and_what_comes_by_thousands_is_not_slowed() -> None:
    assert holds_days(Informasi)
    assert [kind for kind in (Kiriman, File, Berkas, Naskah, Nomor) if holds_days(kind)] == []


def test_a_list_is_narrowed_by_words_by_what_is_missing_and_by_what_was_sent_back(
    ledger: SqlLedger,
) -> None:
    bare = replace(UTUH.unsur, bentuk=(), retensi=Retensi())
    told_so = replace(UTUH.unsur, ringkasan="Laporan 100% contoh", tempat="")
    keep(
        ledger,
        piece(1),
        piece(2, unsur=bare),
        piece(3, unsur=told_so, dikembalikan=True),
        piece(4, kategori=""),
    )
    lists = SqlInformasi(ledger)

    def kodes(**asked: object) -> str:
        return told(lists, [TERBUKA], SaringInformasi(**asked))

    assert kodes(kata="laporan 100%") == "k3"
    assert kodes(kata="KEUANGAN umum") == "k1 k2 k4"
    assert kodes(kata="kepala tidak-ada") == ""
    assert kodes(kurang=True) == "k2 k3 k4"
    assert (kodes(dikembalikan=True), kodes(dikembalikan=False)) == ("k3", "k1 k2 k4")


def test_a_piece_is_read_as_an_earlier_version_of_it_stood(ledger: SqlLedger) -> None:
    keep(ledger, piece(1))
    other = replace(UTUH.unsur, ringkasan="Kata lain yang cukup panjang")
    with ledger.begin() as tx:
        tx.save(piece(1), piece(1, unsur=other))
        tx.note(Catatan("contoh", MESIN, "informasi_diubah", PADA))
    lists = SqlInformasi(ledger)

    assert lists.as_of({"i1": 1}) == {"i1": piece(1)}
    assert lists.as_of({"i1": 2, "i2": 1}) == {"i1": piece(1, unsur=other, versi=2)}
    assert lists.as_of({"i1": 3}) == lists.as_of({}) == {}


def test_rows_that_are_added_together_are_journaled_each(ledger: SqlLedger) -> None:
    with ledger.begin() as tx:
        tx.add_all([piece(1), born(piece(1), PETUGAS).riwayat, piece(2)])
        tx.note(Catatan("contoh", MESIN, "informasi_diusulkan", PADA))
    with ledger.begin() as tx, pytest.raises(Overtaken):
        tx.add_all([piece(3), piece(1)])

    lists = SqlInformasi(ledger)
    assert lists.as_of({"i1": 1, "i2": 1, "i3": 1}) == {"i1": piece(1), "i2": piece(2)}


def test_what_waits_to_be_verified_is_counted_by_unit_and_never_what_is_withheld(
    ledger: SqlLedger, lists: SqlInformasi
) -> None:
    more = (piece(8, dikembalikan=True), piece(9, unit="lain", keadaan="dimutakhirkan"))
    keep(ledger, *more, piece(10, unit="lain", keadaan="dimutakhirkan"))
    assert sorted(lists.pending([TERBUKA])) == [
        ("lain", False, 2),
        ("umum", False, 1),
        ("umum", True, 1),
    ]
    assert lists.pending([]) == []
