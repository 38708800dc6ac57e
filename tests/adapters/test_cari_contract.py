"""What is searched is found alike on both databases: the same files, in the same order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.adapters.ledger import cari_tsquery
from service.adapters.ledger.cari import SqlCari
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.stem import Sastrawi
from service.domain.cari import read
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.teks import Judul, Teks, laid_out, parts, urut_of
from service.ports.cari import Batas, SaringCari, Temu
from service.ports.kiriman import Jangkauan

PAGI = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
AKAR = Sastrawi().akar
KANTOR = (Jangkauan("dinas", "", rahasia=False),)

# Name, unit, withheld, number, and what the file says; each came an hour after the one before.
SURAT = (
    ("satu", "bidang_satu", False, "800/123/BKD/XI/2026", "Keterangan tentang pembayaran gaji."),
    ("dua", "bidang_dua", False, "B-17/X/2026", "Mohon dibayarkan honor kegiatan sosialisasi."),
    ("tiga", "bidang_satu", True, "R-3/2026", "Pembayaran kepada saksi, jangan disebar."),
    ("empat", "bidang_satu", False, "", "Laporan kegiatan: Menerangkan hasil rapat, 12 orang."),
    ("lima", "", False, "4x4/1e5", "Résumé наука dan kantor.go.id, a@b.id; file /tmp/x-y_z."),
)


@pytest.fixture
def cari(ledger: SqlLedger) -> SqlCari:
    for n, (nama, unit, rahasia, nomor, isi) in enumerate(SURAT):
        put(ledger, nama, unit, rahasia, nomor, isi, PAGI + timedelta(hours=n))
    return SqlCari(ledger)


def put(
    ledger: SqlLedger, nama: str, unit: str, rahasia: bool, nomor: str, isi: str, at: datetime
) -> None:
    kiriman = Kiriman(nama, "dinas", unit, "folder", f"{nama}.pdf", DIDAFTAR, at, rahasia=rahasia)
    judul = Judul("dinas", unit, rahasia, "folder", "", (nomor,), (kiriman.nama, nomor), DIDAFTAR)
    with ledger.begin() as tx:
        tx.add(kiriman)
        tx.add(File(f"f-{nama}", nama, kiriman.nama, "0" * 64, 1))
        for n, part in enumerate(parts(isi)):
            akar = laid_out(judul, part, AKAR)
            tx.add(Teks(f"f-{nama}.{n}", urut_of(at, n), f"f-{nama}", nama, part, akar))
        tx.note(Catatan("dinas", MESIN, "kiriman_diterima", at, nama))


def names(cari: SqlCari, asked: str, *tempat: Jangkauan, **saring: object) -> list[str]:
    found = cari.found(
        read(asked, AKAR),
        Batas(tempat or KANTOR),
        SaringCari(**saring),  # type: ignore[arg-type]
        0,
        50,
    )
    return letters(found)


def letters(found: list[Temu]) -> list[str]:
    return [one.kiriman.id for one in found if one.kiriman]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bayar", ["dua", "satu"]),
        ("PEMBAYARAN", ["dua", "satu"]),
        ("bayar gaji", ["satu"]),
        ("bayar -gaji", ["dua"]),
        ('bayar -"honor kegiatan"', ["satu"]),
        ('"honor kegiatan"', ["dua"]),
        ('"kegiatan honor"', []),
        ('"laporan kegiatan menerangkan"', ["empat"]),
        ("terang", ["empat", "satu"]),
        ("sosial*", ["dua"]),
        ("sos*", ["dua"]),
        ("12", ["empat"]),
        ("800/123/BKD/XI/2026", ["satu"]),
        ("800 / 123 / BKD / XI / 2026", ["satu"]),
        ("800/123/bkd", ["satu"]),
        ("B 17/X/2026", ["dua"]),
        ("b17/x/2026", ["dua"]),
        ("4x4", ["lima"]),
        ("1e5", ["lima"]),
        ("resume", ["lima"]),
        ("Наука", ["lima"]),
        ("kantor.go.id", ["lima"]),
        ("a@b.id", ["lima"]),
        ("x-y_z", ["lima"]),
        ("dua.pdf", ["dua"]),
        ("tidak_ada_di_mana_pun", []),
        ("", []),
        ("-bayar", []),
        ('"', []),
        ("' OR 1=1 --", []),
        (") AND (", []),
        ("NEAR(bayar gaji)", []),
        ("bayar & ! | <->", ["dua", "satu"]),
        ("\\' :*", []),
        ("*", []),
    ],
)
def test_both_databases_answer_alike(cari: SqlCari, asked: str, expected: list[str]) -> None:
    assert names(cari, asked) == expected


@pytest.mark.parametrize(
    ("few", "many", "last"), [(0, 5_000, 4_000), (0, -1, 4_000), (0, -1, 1), (1, 5_000, 4_000)]
)
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bayar", ["dua", "satu"]),
        ('"honor kegiatan"', ["dua"]),
        ("bayar -gaji", ["dua"]),
        ("800 / 123 / BKD / XI / 2026", ["satu"]),
        ("sosial*", ["dua"]),
        ("tiada", []),
    ],
)
def test_a_large_book_answers_like_a_small_one(
    cari: SqlCari,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    many: int,
    last: int,
    asked: str,
    expected: list[str],
) -> None:
    monkeypatch.setattr(cari_tsquery, "FEW", few)
    monkeypatch.setattr(cari_tsquery, "MANY", many)
    monkeypatch.setattr(cari_tsquery, "LAST", last)

    assert names(cari, asked) == expected
    page = cari.found(read(asked, AKAR), Batas(KANTOR), SaringCari(), 0, 1)
    assert letters(page) == expected[:1]


def test_a_page_is_full_though_most_of_what_fits_was_withheld_since(
    ledger: SqlLedger, cari: SqlCari
) -> None:
    many = [f"n{x:02}" for x in range(40)]
    for x, nama in enumerate(many):
        put(ledger, nama, "", False, "", "Berita cuaca.", PAGI + timedelta(days=1, minutes=x))
        if x % 5:
            with ledger.begin() as tx:
                before = tx.get(Kiriman, nama)
                tx.save(before, replace(before, rahasia=True))
                tx.note(Catatan("dinas", MESIN, "kiriman_diterima", PAGI, nama))
    asked = read("cuaca", AKAR)

    pages = [letters(cari.found(asked, Batas(KANTOR), SaringCari(), x, 2)) for x in range(0, 10, 2)]

    assert [one for page in pages for one in page] == [f"n{x:02}" for x in range(35, -1, -5)]


def test_what_is_withheld_is_found_only_where_it_may_be_seen(cari: SqlCari) -> None:
    withheld = Jangkauan("dinas", "", rahasia=True)

    assert names(cari, "saksi") == []
    assert names(cari, "R-3/2026") == []
    assert names(cari, "tiga.pdf") == []
    assert names(cari, "saksi", withheld) == ["tiga"]
    assert names(cari, "bayar", *KANTOR, withheld) == ["tiga", "dua", "satu"]


def test_each_unit_finds_its_own(cari: SqlCari) -> None:
    here = Jangkauan("dinas", "bidang_satu", rahasia=False)

    assert names(cari, "bayar", here) == ["satu"]
    assert names(cari, "honor", here) == []
    assert names(cari, "bayar", Jangkauan("badan", "", rahasia=False)) == []


def test_the_row_decides_where_the_marks_of_the_index_are_older(
    ledger: SqlLedger, cari: SqlCari
) -> None:
    with ledger.begin() as tx:
        before = tx.get(Kiriman, "satu")
        tx.save(before, replace(before, rahasia=True))
        tx.note(Catatan("dinas", MESIN, "kiriman_diterima", PAGI, "satu"))

    assert names(cari, "gaji") == []


def test_what_is_found_can_be_narrowed(cari: SqlCari) -> None:
    assert names(cari, "bayar", unit="bidang_dua", instansi="dinas") == ["dua"]
    assert names(cari, "bayar", pintu="web") == []
    assert names(cari, "bayar", keadaan=DIDAFTAR) == ["dua", "satu"]
    assert names(cari, "bayar", sampai=PAGI + timedelta(minutes=30)) == ["satu"]
    assert names(cari, "bayar", dari=PAGI + timedelta(minutes=30)) == ["dua"]
    assert names(cari, "bayar", dari=PAGI + timedelta(hours=1)) == ["dua"]


def test_a_page_goes_on_where_the_one_before_ended(cari: SqlCari) -> None:
    tanya = read("bayar", AKAR)

    first = cari.found(tanya, Batas(KANTOR), SaringCari(), 0, 1)
    second = cari.found(tanya, Batas(KANTOR), SaringCari(), 1, 1)

    assert letters([*first, *second]) == ["dua", "satu"]
    assert first[0].isi == SURAT[1][4]


def test_a_book_of_words_is_found_to_its_end(ledger: SqlLedger) -> None:
    many = " ".join(f"kata{n} yang itu" for n in range(20_000))
    put(ledger, "buku", "", False, "", f"{many} penutup akhir naskah", PAGI)
    cari = SqlCari(ledger)

    assert set(names(cari, '"penutup akhir naskah"')) == {"buku"}
    assert set(names(cari, '"kata19999 yang itu"')) == {"buku"}


def test_what_is_taken_out_of_the_index_is_found_no_more(ledger: SqlLedger, cari: SqlCari) -> None:
    with ledger.begin() as tx:
        tx.drop(tx.get(Teks, "f-satu.0"))
    while not cari.swept():
        continue

    assert names(cari, "gaji") == []
    assert names(cari, "honor") == ["dua"]
