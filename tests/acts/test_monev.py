"""Evidence of the monev: what the public reads, what a person let go, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.acts.edisi.cetak import print_next
from service.acts.monev import ekspor, gerbang, pilih
from service.acts.monev.kuesioner import KuesionerRusak, questions
from service.acts.monev.kumpul import Kumpulan
from service.acts.monev.pilih import BelumTerbaca, FileRahasia, NaskahTertutup, Tempat
from service.acts.pelepasan import putus
from service.acts.pelepasan.perbuatan import Dilihat
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang import keluar, pribadi
from service.domain.gerbang.pelepasan import MasihTembus
from service.domain.gerbang.tembus import hit
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIUJI
from service.domain.informasi.tutupan import FileTertutup, Tutupan
from service.domain.kiriman import File, Kiriman
from service.domain.monev.bukti import DIMINTA, GAGAL, JADI, EksporMonev
from service.domain.monev.potong import BATAS
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.tempat_ttd import DITANDATANGANI, TINTA, TempatTtd
from tests.acts.perkara import KODE
from tests.contoh_buruk import _pdf
from tests.kantor import Kantor
from tests.monev import DUA, SOAL, KantorMonev, heavy, kantor_monev, sheet

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorMonev:
    kantor.clock.at = SENIN
    return kantor_monev(kantor, tmp_path)


def told(it: KantorMonev, kode: str = "1.2") -> list[tuple[str, str]]:
    """The evidence of a question: its name, and why it does not go in."""
    with it.kantor.ledger.read() as reading:
        whole = questions(it.kantor.packs, KODE)
        known = Kumpulan(it.kantor, reading, KODE, whole)  # type: ignore[arg-type]
        asked = whole.one(kode)
        assert asked is not None
        return [(x.nama, x.sebab) for x in known.of(asked)]


def test_the_edition_that_the_public_reads_is_evidence_by_itself(it: KantorMonev) -> None:
    it.edisi.piece("keuangan")
    assert told(it, "1.1")[0][1] == "belum ada edisi yang berlaku dan terbit"
    it.edisi.public()
    assert told(it, "1.1")[0][1] == "PDF edisi ini belum selesai dicetak"
    print_next(it.kantor, KODE)  # type: ignore[arg-type]

    made, inside = it.composed()

    name = "1.1-apakah-dip-diumumkan/01-daftar-informasi-publik-edisi-1-tahun-2026.pdf"
    assert inside[name].startswith(b"%PDF-")
    assert "1.2-apakah-ada-laporan/" in inside  # a folder for each question
    rows = sheet(inside["daftar-bukti.xlsx"])
    assert any(row[5] == name and row[6] == len(inside[name]) for row in rows)
    assert name in inside["daftar-bukti.html"].decode()
    assert (made.kosong, made.banyak) == (1, 3)  # the SOP is printed, too


def test_what_the_house_has_can_be_left_out_and_taken_in_again(it: KantorMonev) -> None:
    ppid, at = it.edisi.oleh("ppid"), Tempat(KODE, "1.1")
    pilih.source(it.kantor, ppid, at, "dip", dipakai=False)
    pilih.source(it.kantor, ppid, at, "dip", dipakai=False)

    assert [nama for nama, _ in told(it, "1.1")] == ["Edisi DIP"]
    pilih.source(it.kantor, ppid, at, "dip", dipakai=True)
    assert len(told(it, "1.1")) == 2
    with pytest.raises(TidakAda):
        pilih.source(it.kantor, ppid, at, "dik", dipakai=False)


def test_a_file_of_the_office_goes_in_once_a_person_let_it_go(it: KantorMonev) -> None:
    ppid = it.edisi.oleh("ppid")
    one = pilih.file(it.kantor, ppid, DUA, it.file(_pdf.letter("Maklumat contoh")))
    assert told(it) == [("maklumat.pdf", "di gerbang: sedang diperiksa")]
    row = it.looked(one, hit(pribadi.NIK, "halaman 1"))
    with pytest.raises(MasihTembus):
        gerbang.perbuatan.release(
            it.kantor, ppid, Dilihat(one.id, row.versi), row.pemeriksaan.sidik
        )
    assert it.composed()[0].tertinggal > 0 and not _of(it, "1.2")

    it.kantor.clock.go(seconds=1)
    other = pilih.file(it.kantor, ppid, DUA, it.file(_pdf.letter("Struktur"), "struktur.pdf"))
    it.let_go(other)

    assert _of(it, "1.2") == ["1.2-apakah-ada-laporan/02-struktur.pdf"]
    pilih.drop(it.kantor, ppid, DUA, other.id)
    pilih.drop(it.kantor, ppid, DUA, other.id)
    assert [nama for nama, _ in told(it)] == ["maklumat.pdf"]


def test_a_large_file_is_cut_by_pages_and_a_page_that_is_too_large_is_told(it: KantorMonev) -> None:
    ppid = it.edisi.oleh("ppid")
    content = heavy(900_000, 900_000, 900_000, BATAS + 1, 100_000)
    it.let_go(pilih.file(it.kantor, ppid, DUA, it.file(content, "besar.pdf")))

    made, inside = it.composed()

    mine = [x for x in made.termuat if x.kode == "1.2"]
    pages = [x.kata for x in mine if x.file]
    assert all(x.ukuran <= BATAS for x in mine)
    assert all(len(v) <= BATAS for name, v in inside.items() if name.endswith(".pdf"))
    assert [x.split(" dari ")[0] for x in pages] == [
        "Dipotong: halaman 1",
        "Dipotong: halaman 2 sampai 3",
        "Dipotong: halaman 5",
    ]
    [left] = [x.kata for x in mine if not x.file]
    assert left.startswith("Tidak ikut: halaman 4 saja 2.00") and "tidak mengecilkannya" in left


def test_missing_and_broken_files_are_told_and_stop_nothing(it: KantorMonev) -> None:
    ppid = it.edisi.oleh("ppid")
    gone = it.file(_pdf.letter("Hilang"), "hilang.pdf")
    it.let_go(pilih.file(it.kantor, ppid, DUA, gone))
    it.let_go(pilih.file(it.kantor, ppid, DUA, it.file(b"PK bukan pdf", "foto.pdf")))
    locked = heavy(BATAS, 1_000, sandi="rahasia")
    it.let_go(pilih.file(it.kantor, ppid, DUA, it.file(locked, "terkunci.pdf")))
    with it.kantor.ledger.read() as reading:
        it.kantor.store.drop(reading.get(File, gone).sha256)  # type: ignore[attr-defined]

    made, _ = it.composed()

    why = {x.nama: x.kata for x in made.termuat if x.kode == "1.2"}
    assert "tidak ditemukan" in why["hilang.pdf"]
    assert why["foto.pdf"] == "Tidak ikut: bukan PDF."
    assert "tidak dapat dipotong" in why["terkunci.pdf"] and made.banyak == 1


def test_what_is_withheld_since_goes_in_no_more_and_is_named_nowhere(it: KantorMonev) -> None:
    ppid, house = it.edisi.oleh("ppid"), it.kantor
    file = it.file(_pdf.letter("Rahasia kelak"), "kenari-lama.pdf")
    it.let_go(pilih.file(house, ppid, DUA, file))
    secret = it.file(_pdf.letter("Lain"), "kenari-baru.pdf")
    it.let_go(pilih.file(house, ppid, DUA, secret))
    assert len(_of(it, "1.2")) == 2
    with house.ledger.begin() as tx:
        held = tx.get(File, file)
        tx.add(Tutupan(house.new_id(), house.new_id(), KODE, held.sha256, "x", SENIN))
        came = tx.get(Kiriman, tx.get(File, secret).kiriman)
        tx.save(came, replace(came, rahasia=True))
        tx.note(Catatan(KODE, MESIN, "informasi_dikecualikan", SENIN, file))

    made, inside = it.composed()

    assert [x.file for x in made.termuat if x.kode == "1.2"] == ["", ""]
    assert all(b"kenari-baru" not in x for x in inside.values())
    with pytest.raises(FileTertutup):
        pilih.file(house, ppid, Tempat(KODE, "1.1"), file)
    with pytest.raises((FileRahasia, TidakAda)):
        pilih.file(house, ppid, Tempat(KODE, "1.1"), secret)


def test_a_line_that_the_public_does_not_read_is_no_evidence(it: KantorMonev) -> None:
    ppid, house = it.edisi.oleh("ppid"), it.kantor
    one = it.edisi.piece("keuangan", sidik="ab" * 32)

    with pytest.raises(BelumTerbaca):
        pilih.piece(house, ppid, DUA, one.kode)
    it.edisi.public()
    pilih.piece(house, ppid, DUA, one.kode)

    assert [why for _, why in told(it)] == ["filenya belum dilepas untuk umum"]
    with pytest.raises(TidakAda):
        pilih.piece(house, ppid, DUA, "zzzzzzzz")


def test_a_paper_counts_once_it_is_signed_and_passed_the_gate(it: KantorMonev) -> None:
    ppid, house = it.edisi.oleh("ppid"), it.kantor
    it.edisi.piece("keuangan")
    draft = it.edisi.paper(it.edisi.draft())
    with pytest.raises(NaskahTertutup):
        pilih.paper(house, ppid, DUA, draft.id)
    with pytest.raises(TidakAda):
        pilih.paper(house, ppid, DUA, house.new_id())
    signed = it.edisi.sign(it.edisi.forward(draft))

    assert [row.naskah.id for row in pilih.offered(house, KODE, ["sk_contoh"])] == [draft.id]
    with pytest.raises(TidakAda):  # its signed bytes are not in the store
        pilih.paper(house, ppid, DUA, draft.id)
    assert told(it) == []

    content = _pdf.letter("Surat keputusan contoh") + b"\n%/ByteRange [0 1 2 3]\n"
    it.came_back(signed, content)
    one = pilih.paper(house, ppid, DUA, draft.id)
    assert [why for _, why in told(it)] == ["di gerbang: sedang diperiksa"] and not _of(it, "1.2")
    it.let_go(one)

    [name] = _of(it, "1.2")
    assert it.composed()[1][name] == content

    with house.ledger.begin() as tx:
        withheld = tx.find(Informasi, instansi=KODE)[0]
        tx.save(withheld, replace(withheld, keadaan=DIUJI))
        tx.note(Catatan(KODE, MESIN, "informasi_diuji", SENIN, withheld.id))
    assert _of(it, "1.2") == []  # its appendix names what nobody outside may know


def test_a_paper_signed_in_ink_comes_to_the_gate_as_the_picture_it_is(it: KantorMonev) -> None:
    ppid, house = it.edisi.oleh("ppid"), it.kantor
    it.edisi.piece("keuangan")
    signed = it.edisi.sign(it.edisi.forward(it.edisi.paper(it.edisi.draft())))
    it.came_back(signed, b"\xff\xd8\xff\xe0 pindaian bertinta")
    with house.ledger.begin() as tx:
        now = tx.get(Naskah, signed.id)
        place = TempatTtd(house.new_id(), now.id, now.ajuan, 1, "ppid", TINTA, DITANDATANGANI)
        tx.add(replace(place, sesudah=now.bertanda_tangan))
        tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", SENIN, now.id))

    one = pilih.paper(house, ppid, DUA, signed.id)

    with house.ledger.read() as reading:
        _, row = gerbang.standing(reading, ppid, one.id)
    assert row is not None
    assert (row.mime, row.nama) == ("image/jpeg", f"{signed.jenis}.jpg")


def test_the_file_of_a_line_goes_in_once_the_public_reads_it(it: KantorMonev) -> None:
    ppid, house = it.edisi.oleh("ppid"), it.kantor
    content = _pdf.letter("Laporan keuangan contoh")
    with house.ledger.read() as reading:
        file = reading.get(File, it.file(content, "laporan.pdf"))
    one = it.edisi.piece("keuangan", sidik=file.sha256)
    it.edisi.public()
    pilih.piece(house, ppid, DUA, one.kode)
    assert [why for _, why in told(it)] == ["filenya belum dilepas untuk umum"]

    row = putus.begin(house, ppid, one.id)  # type: ignore[arg-type]
    with house.ledger.begin() as tx:
        tx.save(row, keluar.looked_at(row, []))
        tx.note(Catatan(KODE, MESIN, "file_selesai_diperiksa", house.clock.now(), one.id))
    seen = keluar.looked_at(row, []).pemeriksaan.sidik
    putus.perbuatan.release(house, ppid, Dilihat(one.id, row.versi + 1), seen)  # type: ignore[arg-type]
    assert [why for _, why in told(it)] == ["filenya belum terbaca publik"]
    assert "terbitkan" in it.edisi.work()

    [name] = _of(it, "1.2")
    assert it.composed()[1][name] == content


def test_only_who_may_let_things_out_chooses_and_nobody_beyond_the_agency(it: KantorMonev) -> None:
    file = it.file(_pdf.letter("x"))
    with pytest.raises(TidakBerwenang):
        pilih.file(it.kantor, it.edisi.oleh("petugas"), DUA, file)
    with pytest.raises(TidakAda):
        ekspor.ask(it.kantor, it.edisi.oleh("ppid"), "badan_contoh", it.kantor.new_id())
    with pytest.raises(TidakAda):
        pilih.file(it.kantor, it.edisi.oleh("ppid"), Tempat(KODE, "9.9"), file)


def test_the_zip_is_made_once_for_one_asking_and_handed_to_who_may(it: KantorMonev) -> None:
    house, ppid, id_ = it.kantor, it.edisi.oleh("ppid"), it.kantor.new_id()
    one = ekspor.ask(house, ppid, KODE, id_)
    assert ekspor.ask(house, ppid, KODE, id_) == one and one.keadaan == DIMINTA

    ekspor.make(house, id_)
    ekspor.make(house, id_)

    done, opened = ekspor.open_(house, ppid, id_)
    with opened:
        assert opened.read(2) == b"PK" and done.keadaan == JADI and done.kosong == 2
    with pytest.raises(TidakBerwenang):
        ekspor.open_(house, it.edisi.oleh("petugas"), id_)


def test_questions_with_a_fault_are_told_by_line_and_nothing_is_made(it: KantorMonev) -> None:
    house, ppid, id_ = it.kantor, it.edisi.oleh("ppid"), it.kantor.new_id()
    ekspor.ask(house, ppid, KODE, id_)
    it.ask(SOAL.replace('"dip"', '"daftar"'), KODE)

    with pytest.raises(KuesionerRusak, match=r"dinas_contoh/monev.toml:11: Bukti 'daftar'"):
        ekspor.ask(house, ppid, KODE, house.new_id())
    ekspor.make(house, id_)

    with house.ledger.read() as reading:
        one = reading.get(EksporMonev, id_)
    assert one.keadaan == GAGAL and "monev.toml:11" in one.pesan


def _of(it: KantorMonev, kode: str) -> list[str]:
    return [x.file for x in it.composed()[0].termuat if x.kode == kode and x.file]
