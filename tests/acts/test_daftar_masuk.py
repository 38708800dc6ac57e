"""A unit's workbook comes in, is judged by a person, and its right lines go in once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jobs import daftar
from service.acts.berkas import pindah
from service.acts.berkas.henti import Minta
from service.acts.informasi import masuk, masuk_muat, verifikasi
from service.acts.informasi.masuk import DaftarLain, Unggah
from service.acts.kiriman import putusan
from service.adapters.penerbit.unduhan import sheet
from service.cli import main
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import DaftarSudahDiputus, Pilihan
from service.domain.dip import LAJUR
from service.domain.edisi.edisi import DIP
from service.domain.edisi.lajur import outward
from service.domain.informasi.baris import dip_row, in_order
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.unsur import Sk
from service.domain.ketetapan import Ketetapan
from service.domain.kiriman import Kiriman
from service.domain.refusals import Overtaken, TidakAda
from tests.acts.daftar import JUDUL, UTUH, Meja, lines
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, open_house, person, rule, today, work
from tests.terbitan import edition


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house)
        yield Meja(house, person(house, "unit", "unit", unit=UNIT), tmp_path)


def test_the_right_lines_go_in_and_the_wrong_ones_come_back_as_a_workbook(meja: Meja) -> None:
    wrong = (4, "Daftar aset biro tahun 2024", "", *UTUH[1:])
    one = meja.sent(meja.book(*lines(*JUDUL), wrong))

    assert one.keadaan == "dibaca"
    told = meja.counts(one)
    assert (told["baru"], told["dikembalikan"], told["sama"]) == (3, 1, 0)
    assert meja.pieces() == []
    masuk.accept(meja.house, meja.unit, one.id, one.versi)
    work(meja.house)
    one = meja.now(one)
    assert (one.keadaan, one.baru, one.berubah) == ("selesai", 3, 0)
    made = meja.pieces()
    assert sorted(x.unsur.ringkasan for x in made) == sorted(JUDUL)
    assert {(x.kategori, x.unit, x.keadaan) for x in made} == {("berkala", UNIT, "usulan")}
    assert {(x.unsur.waktu.tertulis, x.unsur.tempat) for x in made} == {
        ("12 Januari 2024", "Jakarta")
    }
    _, back = masuk.going_back(meja.house, meja.unit, one.id)
    with back:
        sheet = load_workbook(back).worksheets[0]
    titles = [row[1].value for row in sheet.iter_rows()]
    assert "Daftar aset biro tahun 2024" in titles
    assert not set(JUDUL) & set(titles)
    assert any(cell.comment for row in sheet.iter_rows() for cell in row)


def test_the_second_upload_is_compared_and_doubles_nothing(meja: Meja) -> None:
    meja.taken(meja.book(*lines(*JUDUL)))
    before = {x.unsur.ringkasan: x.kode for x in meja.pieces()}

    rows = [*lines(*JUDUL[:2]), (3, JUDUL[2], *UTUH[:4], "5 tahun"), (4, "Hasil survei", *UTUH)]
    one = meja.sent(meja.book(*rows))

    told = meja.counts(one)
    assert (told["baru"], told["berubah"], told["sama"]) == (1, 1, 2)
    masuk.accept(meja.house, meja.unit, one.id, one.versi)
    work(meja.house)
    after = {x.unsur.ringkasan: x for x in meja.pieces()}
    assert len(after) == 4
    assert {name: after[name].kode for name in before} == before
    assert after[JUDUL[2]].unsur.retensi.kata == "5 tahun"


def test_a_list_that_holds_nothing_new_is_not_taken_in(meja: Meja) -> None:
    path = meja.book(*lines(*JUDUL))
    meja.taken(path)

    one = meja.sent(path)

    assert meja.counts(one)["sama"] == 3
    with pytest.raises(Exception, match="Belum ada baris baru"):
        masuk.accept(meja.house, meja.unit, one.id, one.versi)


@pytest.mark.parametrize("part", [1, 2, 3])
def test_killed_while_it_goes_in_and_begun_again_it_is_there_once(
    meja: Meja, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    meja.taken(meja.book(*lines(JUDUL[0])))
    monkeypatch.setattr(masuk_muat, "SEKALI", 1)
    rows = [(1, JUDUL[0], *UTUH[:4], "9 tahun"), *lines(*JUDUL)[1:]]
    one = meja.sent(meja.book(*rows))
    masuk.accept(meja.house, meja.unit, one.id, one.versi)
    begun = meja.now(one)

    class Mati(Exception):
        pass

    left, begin = part, type(meja.house.ledger).begin

    def dying(self: object) -> object:
        nonlocal left
        left -= 1
        if left == 0:
            raise Mati
        return begin(self)

    monkeypatch.setattr(type(meja.house.ledger), "begin", dying)
    with pytest.raises(Mati):
        masuk_muat.run(meja.house, begun)
    monkeypatch.setattr(type(meja.house.ledger), "begin", begin)
    daftar.run(meja.house, one.id)
    daftar.run(meja.house, one.id)

    done = meja.now(one)
    assert (done.keadaan, done.baru, done.berubah) == ("selesai", 2, 1)
    assert sorted(x.unsur.ringkasan for x in meja.pieces()) == sorted(JUDUL)


def test_a_code_that_nobody_gave_goes_back_and_a_known_one_names_its_line(meja: Meja) -> None:
    meja.taken(meja.book(*lines(JUDUL[0])))
    (piece,) = meja.pieces()
    head = (*LAJUR.values(), "Kode")
    rows = [
        (1, "Laporan kinerja biro, judul baru", *UTUH, spoken(piece.kode)),
        (2, "Baris lain sama sekali", *UTUH, "ABC-DEF-GHJ"),
    ]

    one = meja.sent(meja.book(*rows, head=head))

    told = meja.counts(one)
    assert (told["baru"], told["berubah"], told["asing"]) == (0, 1, 1)
    short = masuk.short_of(meja.house, one)
    assert short and any("Kode ini tidak ada" in x.kata for x in short.salah)


def test_a_person_says_what_a_column_is_and_which_line_a_doubtful_one_is(meja: Meja) -> None:
    meja.taken(meja.book(*lines(JUDUL[0])))
    head = ("No", "Nama Dokumen Kami", *tuple(LAJUR.values())[2:])
    path = meja.book((1, "Laporan kinerja biro tahun 2023 revisi", *UTUH), head=head)
    one = meja.sent(path)
    one = masuk.choose(meja.house, meja.unit, one.id, one.versi, Pilihan(kolom={"1": "ringkasan"}))
    work(meja.house)
    one = meja.now(one)

    assert meja.counts(one)["ragu"] == 1
    short = masuk.short_of(meja.house, one)
    assert short is not None
    kode = short.ragu[0].calon[0][0]
    said = Pilihan(one.pilihan.lembar, one.pilihan.kolom, sama={str(short.ragu[0].baris): kode})
    masuk.choose(meja.house, meja.unit, one.id, one.versi, said)
    work(meja.house)
    told = meja.counts(meja.now(one))
    assert (told["berubah"], told["ragu"], told["baru"]) == (1, 0, 0)


def test_what_is_no_list_is_told_in_a_sentence_and_can_be_thrown_away(meja: Meja) -> None:
    path = meja.room / "bukan.xlsx"
    path.write_text("No;Judul;Unit\n1;satu;dua\n")
    one = meja.sent(path)

    assert one.keadaan == "ditolak"
    assert "CSV" in one.galat
    masuk.throw_away(meja.house, meja.unit, one.id, one.versi)
    with pytest.raises(DaftarSudahDiputus):
        masuk.accept(meja.house, meja.unit, one.id, one.versi + 1)


def test_another_unit_finds_nothing_of_it_and_a_form_sent_twice_is_one_list(meja: Meja) -> None:
    other = person(meja.house, "lain", "unit", unit="unit_lain")
    path = meja.book(*lines(*JUDUL))
    asked = Unggah(meja.house.new_id(), INSTANSI, UNIT, path.name, path)
    one = masuk.send(meja.house, meja.unit, asked)

    assert masuk.send(meja.house, meja.unit, asked) == one
    assert len(masuk.listed(meja.house, meja.unit, 9)) == 1
    assert masuk.listed(meja.house, other, 9) == []
    for act in (masuk.list_for, masuk.going_back):
        with pytest.raises(TidakAda):
            act(meja.house, other, one.id)
    with pytest.raises(TidakAda):
        masuk.accept(meja.house, other, one.id, one.versi)
    with pytest.raises(Overtaken):
        masuk.throw_away(meja.house, meja.unit, one.id, 7)


def test_what_is_published_is_opened_for_the_new_words_and_what_is_decreed_waits(
    meja: Meja,
) -> None:
    meja.taken(meja.book(*lines(*JUDUL[:2])))
    sekretaris = person(meja.house, "sekretaris", "tim_sekretariat")
    by_title = {x.unsur.ringkasan: x for x in meja.pieces()}
    for title, keadaan in zip(JUDUL[:2], ("terbit", "ditetapkan"), strict=True):
        one = by_title[title]
        verifikasi.verify(meja.house, sekretaris, one.id, one.versi)
        stand(meja, one.id, keadaan)

    rows = [(n, title, *UTUH[:4], "8 tahun") for n, title in enumerate(JUDUL[:2], 1)]
    done = meja.taken(meja.book(*rows))

    assert (done.berubah, done.tertinggal) == (1, 1)
    now = {x.unsur.ringkasan: x for x in meja.pieces()}
    assert (now[JUDUL[0]].keadaan, now[JUDUL[0]].unsur.retensi.kata) == ("dimutakhirkan", "8 tahun")
    assert (now[JUDUL[1]].keadaan, now[JUDUL[1]].unsur.retensi.kata) == ("ditetapkan", "2 tahun")


def stand(meja: Meja, id_: str, keadaan: str) -> None:
    """The piece as a signed decree left it."""
    with meja.house.ledger.begin() as tx:
        before = tx.get(Informasi, id_)
        on = today(meja.house)
        sk = Sk("n", "1 TAHUN 2026", on, ditandatangani=True)
        shown = on if keadaan == "terbit" else None
        tx.save(before, replace(before, keadaan=keadaan, sk=sk, terbit_pada=shown))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diubah", meja.house.clock.now(), id_))


def test_a_kiriman_that_brings_a_units_list_is_read_of_itself_and_judged_by_a_person(
    meja: Meja,
) -> None:
    came = arrive(meja.house, meja.book(*lines(*JUDUL)))
    work(meja.house)

    (one,) = masuk.listed(meja.house, meja.unit, 9)
    assert (one.kiriman, one.keadaan, meja.counts(one)["baru"]) == (came.id, "dibaca", 3)
    assert meja.pieces() == []
    with meja.house.ledger.read() as look:
        known = look.get(Kiriman, came.id)
    assert masuk.lists_of(meja.house, meja.unit, known) == [one]
    other = person(meja.house, "lain", "unit", unit="unit_lain")
    assert masuk.lists_of(meja.house, other, known) == []
    masuk.accept(meja.house, meja.unit, one.id, one.versi)
    work(meja.house)
    assert len(meja.pieces()) == 3


def test_a_list_without_a_unit_is_read_once_somebody_says_whose_it_is(meja: Meja) -> None:
    came = arrive(meja.house, meja.book(*lines(*JUDUL)), unit="")
    work(meja.house)
    assert masuk.listed(meja.house, meja.unit, 9) == []
    with meja.house.ledger.read() as reading:
        now = reading.get(Kiriman, came.id)
    assert (now.keadaan, now.jenis, now.unit) == ("didaftar", "usulan_dip", "")

    clerk = person(meja.house, "petugas", "petugas")
    for _ in range(2):  # said twice, it is begun once
        said = Ketetapan(now.jenis, now.surat, UNIT)
        now = putusan.confirm(meja.house, clerk, now.id, now.versi, said)
        with meja.house.ledger.read() as reading:
            now = reading.get(Kiriman, came.id)
        work(meja.house)
    (one,) = masuk.listed(meja.house, meja.unit, 9)
    assert (one.kiriman, one.unit, one.keadaan) == (came.id, UNIT, "dibaca")


def test_a_list_is_read_when_its_matter_goes_from_the_whole_office_to_a_unit(meja: Meja) -> None:
    came = arrive(meja.house, meja.book(*lines(*JUDUL)), unit="")
    work(meja.house)
    with meja.house.ledger.read() as reading:
        matter = reading.get(Berkas, reading.get(Kiriman, came.id).berkas)
    clerk = person(meja.house, "petugas", "petugas")
    asked = Minta(matter.id, matter.versi, "Daftar contoh milik unit itu")
    pindah.move(meja.house, clerk, asked, UNIT)
    work(meja.house)

    (one,) = masuk.listed(meja.house, meja.unit, 9)
    assert (one.kiriman, one.unit, one.keadaan) == (came.id, UNIT, "dibaca")


def test_what_is_exported_in_the_legal_columns_comes_in_again_as_the_same(meja: Meja) -> None:
    """The time and place of one column are read into the two that a line keeps."""
    times = ("12 Januari 2024", "setiap triwulan", "2022-2024", "Semester I 2023")
    rows = [
        (n, f"{JUDUL[0]} bagian {n}", *UTUH[:2], f"Jakarta, {when}", "Cetak dan Elektronik", lama)
        for n, (when, lama) in enumerate(
            zip(
                times,
                ("2 tahun", "Permanen", "Aktif: 2 tahun; Inaktif: 3 tahun", "5 tahun"),
                strict=True,
            ),
            1,
        )
    ]
    meja.taken(meja.book(*rows))
    before = meja.pieces()
    assert {one.unsur.waktu.tertulis for one in before} == set(times)
    assert {one.unsur.waktu.ketelitian for one in before} == {
        "tanggal",
        "berulang",
        "rentang",
        "semester",
    }
    assert {one.unsur.tempat for one in before} == {"Jakarta"}
    with meja.house.ledger.begin() as tx:
        for one in before:
            tx.save(one, replace(one, keadaan="terverifikasi"))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diubah", meja.house.clock.now()))
    printed = [dip_row(one) for one in in_order(meja.pieces())]
    names = [name for name in LAJUR if name != "no"]
    told = [(n, *(row[name] for name in names), row["kode"]) for n, row in enumerate(printed, 1)]

    for head, cut in (((*LAJUR.values(), "Kode"), 0), (tuple(LAJUR.values()), -1)):
        some = [row[:cut] if cut else row for row in told]
        one = meja.sent(meja.book(*some, head=head))
        counts = meja.counts(one)
        assert (counts["sama"], counts["baru"], counts["berubah"], counts["ragu"]) == (4, 0, 0, 0)
        assert counts["dikembalikan"] == 0


def test_the_workbook_that_an_edition_gives_out_comes_in_again_as_the_same(meja: Meja) -> None:
    meja.taken(meja.book(*lines(*JUDUL)))
    with meja.house.ledger.begin() as tx:
        for before in meja.pieces():
            tx.save(before, replace(before, keadaan="terverifikasi"))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diubah", meja.house.clock.now()))
    rows = [outward(DIP, dip_row(one)) for one in in_order(meja.pieces())]
    out = meja.room / "edisi.xlsx"
    meja.house.workbooks.write(out, [sheet(edition(rows))])

    one = meja.sent(out)

    told = {name: many for name, many in meja.counts(one).items() if many}
    assert told == {"baris": 3, "diterima": 3, "sama": 3}


def test_one_code_at_two_lines_and_a_line_of_the_dik_without_a_law_go_back(meja: Meja) -> None:
    meja.taken(meja.book(*lines(JUDUL[0])))
    (piece,) = meja.pieces()
    kode = spoken(piece.kode)
    rows = [(1, JUDUL[0], *UTUH, kode), (2, JUDUL[1], *UTUH, kode)]
    twice = meja.sent(meja.book(*rows, head=(*LAJUR.values(), "Kode")))
    assert (meja.counts(twice)["diterima"], meja.counts(twice)["dikembalikan"]) == (0, 2)

    head = ("No", "Informasi", "Dasar Hukum Pengecualian", "Dibuka", "Ditutup", "Jangka Waktu")
    line = (1, "Identitas pelapor dugaan pelanggaran", "Peraturan biro", "Bocor", "Aman", "5 tahun")
    closed = meja.sent(meja.book(line, head=head))
    short = masuk.short_of(meja.house, closed)
    assert short is not None
    assert (short.daftar, closed.tertutup, closed.kembali != "") == ("dik", True, True)
    assert any("undang-undang" in one.kata for one in short.salah)
    with pytest.raises(DaftarLain):
        masuk.accept(meja.house, meja.unit, closed.id, closed.versi)
    other = person(meja.house, "rekan", "unit", unit=UNIT)
    with pytest.raises(TidakAda):
        masuk.list_for(meja.house, other, closed.id)


def test_a_command_tells_the_faults_and_keeps_nothing(
    meja: Meja, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = meja.book(*lines(JUDUL[0]), (2, JUDUL[1], "", *UTUH[1:]))
    for name, text in (("HOME", meja.room / "rumah"), ("INBOX", meja.room / "inbox")):
        monkeypatch.setenv(f"BERKAS_{name}", str(text))
    monkeypatch.setenv("BERKAS_LEDGER", f"sqlite:///{meja.room}/berkas.db")
    back = meja.room / "kembali.xlsx"
    asked = ["daftar", str(path), "--instansi", INSTANSI, "--unit", UNIT, "--json"]

    code = main([*asked, "--kembali", str(back)])

    told = json.loads(capsys.readouterr().out)
    assert (code, told["jumlah"]["baru"], told["jumlah"]["dikembalikan"]) == (1, 1, 1)
    assert told["salah"][0]["tempat"] == "sel C5"
    assert back.exists()
    assert meja.pieces() == []
    assert masuk.listed(meja.house, meja.unit, 9) == []
