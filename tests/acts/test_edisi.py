"""A list is drawn up, decreed, published and withdrawn; nothing is public before its time."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jobs import terbitkan
from jobs.table import JOBS
from service.acts.berkas.bahan import MengikutiEdisi
from service.acts.edisi import rancang, setelan, susun, terbit, tetap
from service.acts.edisi.naskah import DaftarBerubah
from service.acts.edisi.rancang import RancanganLain
from service.acts.edisi.sembunyi import hide_first
from service.acts.edisi.terbit import Penarikan, Penerbitan
from service.acts.informasi import cabut, ubah, verifikasi
from service.acts.informasi.ubah import Isian
from service.acts.instansi import pilihan as instansi
from service.acts.naskah import batal, submit
from service.adapters.cermin import FolderMirror
from service.adapters.ledger.audit import SqlAudit
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi import isi
from service.domain.edisi.diajukan import BarisDiajukan
from service.domain.edisi.edisi import (
    BATAL,
    DITARIK,
    DITETAPKAN,
    RANCANGAN,
    TERBIT,
)
from service.domain.edisi.jalan import BukanSaatnya, Masa
from service.domain.edisi.susun import appendix
from service.domain.gerbang.keluar import ATURAN, DILEPAS, FileKeluar, id_of
from service.domain.informasi.kode import spoken
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.wewenang import PerluOrangKedua
from tests.acts.perkara import KODE
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.terbitan import publisher

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEBAB = "Tabelnya memuat kolom yang keliru"
SEJAM = timedelta(hours=1)


@pytest.fixture
def kantor_(kantor_dua: Kantor) -> KantorEdisi:
    kantor_dua.clock.at = SENIN
    return kantor_edisi(kantor_dua)


@pytest.fixture
def satu(kantor: Kantor) -> KantorEdisi:
    """On one database; for what does not depend on it."""
    kantor.clock.at = SENIN
    return kantor_edisi(kantor)


def whole(it: KantorEdisi) -> list[str]:
    found = SqlAudit(it.kantor.ledger).findings([])
    return [line for each in found if each.janji not in ("I2", "I5") for line in each.sebut]


def test_a_list_is_drawn_up_decreed_and_published(kantor_: KantorEdisi) -> None:
    it = kantor_
    pieces = [it.piece("keuangan"), it.piece("kinerja", "setiap_saat")]
    draft = it.draft()
    paper = it.paper(draft)
    draft = it.now(draft)
    assert draft.naskah == paper.id
    it.forward(paper)
    frozen = it.now(draft)
    assert (frozen.keadaan, frozen.banyak) == (RANCANGAN, 2)
    assert set(it.pieces().values()) == {"terverifikasi"}

    it.sign(paper)
    assert it.now(draft).keadaan == RANCANGAN
    it.work()
    decreed = it.now(draft)
    assert (decreed.keadaan, decreed.tahun, decreed.urut) == (DITETAPKAN, 2026, 1)
    assert set(it.pieces().values()) == {"ditetapkan"}
    assert it.papan.ada == {}

    done = it.publish(decreed)
    assert done.keadaan == TERBIT
    assert set(it.pieces().values()) == {"terbit"}
    assert it.papan.kode == [spoken(one.kode) for one in pieces]
    assert it.papan.kini
    assert len(it.papan.kini.beda.ditambah) == 2
    assert whole(it) == []


def test_the_appendix_of_the_signed_paper_is_exactly_the_lines_that_are_published(
    satu: KantorEdisi,
) -> None:
    for n in range(7):
        satu.piece(f"contoh {n}", ("berkala", "serta_merta", "setiap_saat")[n % 3])
    draft = satu.draft()
    paper = satu.forward(satu.paper(draft))
    satu.sign(paper)
    satu.work()
    done = satu.publish(satu.now(draft))
    rows = susun.frozen_rows(satu.kantor, done.isi)
    assert satu.now(paper).isian["daftar"] == appendix(rows)
    assert satu.papan.kini
    assert satu.papan.kini.baris == rows
    assert isi.mark(isi.frozen(rows)) == done.isi


def test_a_paper_that_prints_other_lines_than_stand_now_is_not_put_forward(
    satu: KantorEdisi,
) -> None:
    satu.piece("keuangan")
    paper = satu.paper(satu.draft())
    satu.piece("kinerja")
    with pytest.raises(DaftarBerubah):
        satu.forward(paper)


def test_a_paper_sent_back_thaws_its_edition_and_one_given_up_leaves_a_draft(
    satu: KantorEdisi,
) -> None:
    satu.piece("keuangan")
    draft = satu.draft()
    paper = satu.forward(satu.paper(draft))
    who = satu.oleh("ppid")
    paper = submit.send_back(satu.kantor, paper.id, who, paper.versi, "Perbaiki daftarnya")
    assert (satu.now(draft).beku, satu.now(draft).isi) == (None, "")
    batal.give_up(satu.kantor, paper.id, who, paper.versi, "Disusun ulang")
    assert (satu.now(draft).naskah, satu.now(draft).keadaan) == ("", RANCANGAN)
    second = satu.paper(satu.now(draft))
    assert satu.now(draft).naskah == second.id


def test_one_draft_is_drawn_up_at_a_time_and_a_form_sent_twice_makes_one(
    kantor_: KantorEdisi,
) -> None:
    it = kantor_
    matter = it.matter()
    asked = rancang.Rancangan(it.kantor.new_id(), matter.id)
    who = it.oleh("tim_sekretariat")
    one = rancang.begin(it.kantor, who, asked)
    assert rancang.begin(it.kantor, who, asked) == one
    with pytest.raises(RancanganLain):
        it.draft()
    gone = rancang.discard(it.kantor, who, one.id, one.versi)
    assert gone.keadaan == BATAL
    assert it.draft().keadaan == RANCANGAN


def test_a_line_is_not_written_or_sent_back_while_its_paper_is_out(kantor_: KantorEdisi) -> None:
    it = kantor_
    one = it.piece("keuangan")
    draft = it.draft()
    paper = it.forward(it.paper(draft))
    house, unit, tim = it.kantor, it.oleh("unit"), it.oleh("tim_sekretariat")
    isian = Isian(unsur=replace(one.unsur, ringkasan="Kata yang ditulis sesudah diajukan"))
    with pytest.raises(BarisDiajukan):
        ubah.write_in(house, unit, one.id, it.now(one).versi, isian)
    with pytest.raises(BarisDiajukan):
        verifikasi.send_back(house, tim, one.id, it.now(one).versi, SEBAB)
    assert it.pieces() == {one.kode: "terverifikasi"}

    submit.send_back(house, paper.id, it.oleh("ppid"), paper.versi, "Perbaiki daftarnya")
    ubah.write_in(house, unit, one.id, it.now(one).versi, isian)
    assert it.pieces() == {one.kode: "usulan"}


def test_a_line_verified_since_the_paper_went_out_is_written_as_ever(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    satu.forward(satu.paper(satu.draft()))
    satu.kantor.clock.go(minutes=1)
    late = satu.piece("kinerja")
    verifikasi.send_back(satu.kantor, satu.oleh("tim_sekretariat"), late.id, late.versi, SEBAB)
    assert satu.pieces()[late.kode] == "usulan"


def test_a_line_taken_out_while_the_paper_was_out_is_not_established_by_it(
    satu: KantorEdisi,
) -> None:
    one, other = satu.piece("keuangan"), satu.piece("kinerja")
    draft = satu.draft()
    paper = satu.forward(satu.paper(draft))
    cabut.withdraw(satu.kantor, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    satu.sign(paper)
    satu.work()
    assert satu.pieces() == {one.kode: "dicabut", other.kode: "ditetapkan"}
    satu.publish(satu.now(draft))
    assert satu.papan.kode == [spoken(other.kode)]


def test_what_is_killed_between_two_steps_goes_on_where_it_stood(
    satu: KantorEdisi, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        satu.piece(f"contoh {n}")
    draft = satu.draft()
    satu.sign(satu.forward(satu.paper(draft)))
    real, calls = tetap._lines, []

    def dies(*told: object) -> None:
        if len(calls) == 2:
            raise KeyboardInterrupt
        calls.append(told)
        real(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(
        tetap, "in_batches", lambda rows: (rows[n : n + 2] for n in range(0, len(rows), 2))
    )
    monkeypatch.setattr(tetap, "_lines", dies)
    with pytest.raises(KeyboardInterrupt):
        tetap.establish(satu.kantor, draft.id)
    assert sorted(satu.pieces().values()) == ["ditetapkan"] * 4 + ["terverifikasi"]
    assert satu.now(draft).keadaan == RANCANGAN
    monkeypatch.setattr(tetap, "_lines", real)
    tetap.establish(satu.kantor, draft.id)
    tetap.establish(satu.kantor, draft.id)
    assert satu.now(draft).urut == 1
    assert set(satu.pieces().values()) == {"ditetapkan"}


def test_two_who_publish_at_once_publish_once(kantor_: KantorEdisi) -> None:
    it = kantor_
    it.piece("keuangan")
    one = it.decreed()
    people = [it.oleh("ppid"), it.oleh("ppid", "tim_sekretariat")]

    def publish(n: int) -> str:
        try:
            terbit.publish(it.kantor, people[n], Penerbitan(one.id, one.versi))
        except Refusal as no:
            return type(no).__name__
        return "terbit"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(publish, range(2)))
    assert told == ["Overtaken", "terbit"]
    assert it.now(one).keadaan == TERBIT


def test_the_same_edition_published_twice_by_one_person_is_one(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    one = satu.decreed()
    first = satu.publish(one)
    again = terbit.publish(satu.kantor, satu.oleh("ppid"), Penerbitan(one.id, one.versi))
    assert again == first
    before = satu.papan.ada
    JOBS["terbitkan"](satu.kantor, KODE)  # type: ignore[arg-type]
    assert satu.papan.ada == before


def test_who_drew_it_up_does_not_publish_it_where_the_agency_chose_so(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    one = satu.decreed()
    who = satu.oleh("tim_sekretariat")
    chosen = setelan.choose(satu.kantor, satu.oleh("atasan_ppid"), KODE, 0, penerbit_lain=True)
    with pytest.raises(PerluOrangKedua):
        terbit.publish(satu.kantor, who, Penerbitan(one.id, one.versi, alasan=SEBAB))
    with pytest.raises(TidakBerwenang):
        setelan.choose(satu.kantor, who, KODE, chosen.versi, penerbit_lain=False)
    with pytest.raises(TidakBerwenang):
        terbit.publish(satu.kantor, satu.oleh("petugas"), Penerbitan(one.id, one.versi))
    assert satu.publish(one).penerbit == satu.oleh("ppid").orang.id


def test_an_edition_is_numbered_by_the_year_of_its_decree(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    satu.decreed(date(2026, 11, 20))
    satu.kantor.clock.at = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)  # in Jakarta a new year
    satu.piece("kinerja")
    assert satu.decreed(date(2026, 12, 31)).nama.endswith("Edisi 2 Tahun 2026")
    satu.piece("rencana")
    one = satu.decreed(date(2027, 1, 1))
    assert (one.tahun, one.urut) == (2027, 1)


def test_an_edition_waits_for_its_moment_and_ends_at_its_end(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    one = satu.decreed()
    satu.publish(one, masa=Masa(SENIN + SEJAM, SENIN + 3 * SEJAM))
    assert satu.papan.kini is None
    assert set(satu.pieces().values()) == {"ditetapkan"}
    for hours, seen in ((1, True), (3, False)):
        satu.kantor.clock.at = SENIN + hours * SEJAM
        JOBS["jendela"](satu.kantor, one.id)  # type: ignore[arg-type]
        JOBS["terbitkan"](satu.kantor, KODE)  # type: ignore[arg-type]
        assert bool(satu.papan.kini) == seen


def test_the_next_edition_shows_what_differs_from_the_one_before(satu: KantorEdisi) -> None:
    one = satu.piece("keuangan")
    satu.public()
    satu.kantor.clock.go(minutes=1)
    words = replace(one.unsur, ringkasan="Laporan keuangan yang dimutakhirkan")
    fresh = ubah.renew(satu.kantor, satu.oleh("unit"), one.id, satu.now(one).versi)
    isian = Isian(unsur=words)
    fresh = ubah.write_in(satu.kantor, satu.oleh("unit"), one.id, fresh.versi, isian)
    draft = satu.draft()
    with satu.kantor.ledger.read() as reading:
        now = susun.contents(satu.kantor, reading, draft)
    assert [row["ringkasan"] for row in now.susunan.baris] == [one.unsur.ringkasan]

    verifikasi.verify(satu.kantor, satu.oleh("tim_sekretariat"), one.id, fresh.versi)
    satu.piece("kinerja")
    satu.sign(satu.forward(satu.paper(draft)))
    satu.work()
    done = satu.publish(satu.now(draft))
    assert satu.papan.kini
    beda = satu.papan.kini.beda
    assert (len(beda.ditambah), [x.ruas for x in beda.diubah]) == (1, [("ringkasan",)])
    assert [x.edisi.id for x in satu.papan.dip] == [done.sebelum, done.id]


def test_a_line_withdrawn_leaves_every_edition_and_says_why(satu: KantorEdisi) -> None:
    one, other = satu.piece("keuangan"), satu.piece("kinerja")
    satu.public()
    satu.kantor.clock.go(minutes=1)
    cabut.withdraw(satu.kantor, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    assert "terbitkan" in satu.work()
    assert satu.papan.kode == [spoken(other.kode)]
    assert satu.papan.kini
    assert [(x.kode, x.alasan) for x in satu.papan.kini.ditarik] == [(spoken(one.kode), SEBAB)]
    assert one.unsur.ringkasan not in str(satu.papan.kini.beda)


def test_old_words_of_a_line_do_not_come_back_with_the_line(satu: KantorEdisi) -> None:
    one = satu.piece("rahasia pribadi")
    satu.public()
    satu.kantor.clock.go(minutes=1)
    house = satu.kantor
    gone = cabut.withdraw(house, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    back = cabut.propose_again(house, satu.oleh("unit"), one.id, gone.versi)
    isian = Isian(unsur=replace(one.unsur, ringkasan="Laporan yang sudah bersih"))
    back = ubah.write_in(house, satu.oleh("unit"), one.id, back.versi, isian)
    verifikasi.verify(house, satu.oleh("tim_sekretariat"), one.id, back.versi)
    satu.kantor.clock.go(minutes=1)
    satu.public()
    assert satu.papan.kode == [spoken(one.kode)]
    assert one.unsur.ringkasan not in str(satu.papan.ada)


def test_an_edition_is_withdrawn_and_the_one_before_holds_only_if_said(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    first = satu.public()
    satu.piece("kinerja")
    second = satu.public()
    who = satu.oleh("ppid")
    terbit.withdraw(satu.kantor, who, Penarikan(second.id, second.versi, SEBAB))
    satu.work()
    assert satu.papan.kini is None
    left = satu.papan.dip[-1]
    assert (left.edisi.keadaan, left.edisi.alasan, left.baris) == (DITARIK, SEBAB, ())
    satu.piece("rencana")
    third = satu.public()
    terbit.withdraw(satu.kantor, who, Penarikan(third.id, third.versi, SEBAB, kembali=True))
    satu.work()
    assert satu.papan.kini is None  # the second was withdrawn for good

    with pytest.raises(BukanSaatnya):
        terbit.withdraw(satu.kantor, who, Penarikan(third.id, third.versi + 1, SEBAB))
    assert satu.now(first).keadaan == TERBIT


def test_who_belongs_to_another_agency_finds_no_edition(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    one = satu.draft()
    admin = satu.kantor.hadir(satu.dinas.orang["admin"])
    instansi.set_up(satu.kantor, admin, "badan_contoh")
    other = satu.kantor.person(admin, "contoh.lain", "ppid", instansi="badan_contoh")
    with pytest.raises(TidakAda):
        rancang.discard(satu.kantor, satu.kantor.hadir(other.id), one.id, one.versi)


def test_a_person_who_looks_at_an_older_state_is_told(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    one = satu.decreed()
    with pytest.raises(Overtaken):
        terbit.publish(satu.kantor, satu.oleh("ppid"), Penerbitan(one.id, one.versi - 1))


def test_a_draft_left_by_a_matter_that_is_over_goes_on_in_the_next(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    first = satu.matter()
    left = satu.draft(first)
    with pytest.raises(RancanganLain):
        satu.draft()
    with satu.kantor.ledger.begin() as tx:
        before = tx.get(Berkas, first.id)
        tx.save(before, replace(before, keadaan=SELESAI))
        tx.note(Catatan(KODE, MESIN, "berkas_selesai", SENIN, first.id))
    second = satu.matter()
    assert satu.draft(second).id == left.id
    assert satu.now(left).berkas == second.id


def test_a_list_counts_in_its_matter_as_far_as_its_edition_is(satu: KantorEdisi) -> None:
    satu.piece("keuangan")
    matter = satu.dinas.opened("uji")
    assert "dip" not in satu.dinas.known(matter).ada
    draft = satu.draft(matter)
    assert satu.dinas.known(matter).ada["dip"] == "usulan"
    satu.sign(satu.forward(satu.paper(draft)))
    assert satu.dinas.known(matter).ada["dip"] == "usulan"
    satu.work()
    assert satu.dinas.known(matter).ada["dip"] == "ditetapkan"
    satu.publish(satu.now(draft))
    assert satu.dinas.known(matter).ada["dip"] == "terbit"
    assert "dik" not in satu.dinas.known(matter).ada


def test_the_file_of_a_line_goes_out_only_when_a_person_let_it_go(satu: KantorEdisi) -> None:
    one, other = satu.piece("keuangan", sidik="ab" * 32), satu.piece("kinerja", sidik="cd" * 32)
    done = satu.public()
    assert satu.papan.kini
    assert satu.papan.kini.file == {}
    house = satu.kantor
    out = FileKeluar(id_of(one.id), KODE, one.id, "ab" * 32, keadaan=DILEPAS, aturan=ATURAN)
    out = replace(out, cara="cetak", hasil="ee" * 32, hasil_ukuran=9)
    with house.ledger.begin() as tx:
        tx.add(out)
        tx.note(Catatan(KODE, MESIN, "file_dilepas", SENIN, one.id))
    JOBS["terbitkan"](house, KODE)  # type: ignore[arg-type]
    assert list(satu.papan.kini.file) == [spoken(one.kode)]
    assert satu.papan.kini.file[spoken(one.kode)].sha256 == "ee" * 32
    assert "ab" * 32 not in str(satu.papan.ada)  # of what lies closed not even the mark
    assert satu.now(done).banyak == 2
    assert spoken(other.kode) in satu.papan.kode


def test_the_public_book_holds_what_was_published_and_forgets_what_was_withdrawn(
    satu: KantorEdisi, tmp_path: Path
) -> None:
    one = satu.piece("keuangan dinas", sidik="ab" * 32)
    satu.piece("kinerja")
    real = publisher(tmp_path, "https://ppid.contoh.go.id")
    satu.kantor.penerbit = real  # type: ignore[attr-defined]
    satu.public()

    def listed() -> list[str]:
        with closing(sqlite3.connect(real.path)) as book:
            return [str(kode) for (kode,) in book.execute("SELECT kode FROM kini")]

    assert len(listed()) == 2
    assert ("ab" * 32).encode() not in real.path.read_bytes()
    satu.kantor.clock.go(minutes=1)
    cabut.withdraw(satu.kantor, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    satu.work()
    assert len(listed()) == 1
    assert one.unsur.ringkasan.encode() not in real.path.read_bytes()


def test_what_was_taken_back_is_gone_before_the_list_is_made_anew(
    satu: KantorEdisi, tmp_path: Path
) -> None:
    one, other = satu.piece("keuangan dinas"), satu.piece("kinerja")
    real = publisher(tmp_path)
    satu.kantor.penerbit = real  # type: ignore[attr-defined]
    done = satu.public()
    assert real.seen(KODE).dip == {spoken(one.kode), spoken(other.kode)}
    hide_first(satu.kantor, KODE)  # type: ignore[arg-type]
    assert len(real.seen(KODE).dip) == 2

    satu.kantor.clock.go(minutes=1)
    cabut.withdraw(satu.kantor, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    hide_first(satu.kantor, KODE)  # type: ignore[arg-type]
    assert real.seen(KODE).dip == {spoken(other.kode)}
    assert one.unsur.ringkasan.encode() not in real.path.read_bytes()

    asked = Penarikan(done.id, satu.now(done).versi, "Lampiran SK tertukar.")
    terbit.withdraw(satu.kantor, satu.oleh("ppid"), asked)
    hide_first(satu.kantor, KODE)  # type: ignore[arg-type]
    assert not real.seen(KODE).ada
    satu.work()
    assert other.unsur.ringkasan.encode() not in real.path.read_bytes()


def test_what_was_taken_back_leaves_the_folder_before_the_folder_is_made_anew(
    satu: KantorEdisi, tmp_path: Path
) -> None:
    one, other = satu.piece("keuangan dinas"), satu.piece("kinerja")
    real, folder = publisher(tmp_path), tmp_path / "situs"
    satu.kantor.penerbit = real  # type: ignore[attr-defined]
    cermin = FolderMirror(folder, real.path, real.toko.terbuka.root, "")  # type: ignore[attr-defined]
    satu.public()
    cermin.renew()
    satu.kantor.mirror = cermin  # type: ignore[assignment]

    satu.kantor.clock.go(minutes=1)
    cabut.withdraw(satu.kantor, satu.oleh("ppid"), one.id, satu.now(one).versi, SEBAB)
    terbitkan.run(satu.kantor, KODE)  # type: ignore[arg-type]

    assert [x.name for x in (folder / "dip").iterdir() if x.name == spoken(one.kode)] == []
    assert (folder / "dip" / spoken(other.kode)).is_dir()
    words = one.unsur.ringkasan.encode()
    assert not any(words in x.read_bytes() for x in folder.rglob("*") if x.is_file())


def test_a_list_that_has_an_edition_is_not_ticked_off_by_hand(satu: KantorEdisi) -> None:
    matter = satu.dinas.opened("uji")
    satu.dinas.bring(matter, "dik", "terbit")
    satu.piece("keuangan")
    satu.draft(matter)
    with pytest.raises(MengikutiEdisi):
        satu.dinas.bring(matter, "dip", "terbit")
    assert satu.dinas.known(matter).ada["dip"] == "usulan"
