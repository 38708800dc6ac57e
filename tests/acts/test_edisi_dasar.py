"""An edition rests on the signed decree of a test, and lists just what that test found open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.acts.edisi import dasar
from service.acts.edisi.dasar import BukanHasilUji, BukanSkUji, Dasar
from service.acts.naskah.fill import fill
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DIK, DITETAPKAN, PEMUTAKHIRAN
from service.domain.informasi.dik import read_safe
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.pengujian import Pengujian
from service.domain.informasi.riwayat import SkBelumSah
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal, TidakAda
from service.domain.uji import DIKECUALIKAN, SEBAGIAN, TERBUKA
from tests.acts.perkara import KODE
from tests.domain.informasi.contoh import excluded
from tests.edisi import SK, KantorEdisi, kantor_edisi
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    return kantor_edisi(kantor)


def decree(it: KantorEdisi, matter: Berkas, bahan: str = "sk") -> Naskah:
    return fill(it.kantor, matter.id, SK, {}, it.oleh("petugas"), bahan)


def uji(it: KantorEdisi, matter: Berkas, one: Informasi, hasil: str = TERBUKA) -> None:
    """A test of the matter was applied to the piece."""
    now = it.kantor.clock.now()
    test = Pengujian(it.kantor.new_id(), one.id, KODE, matter.id, now, hasil, now)
    with it.kantor.ledger.begin() as tx:
        tx.add(test)
        tx.note(Catatan(KODE, MESIN, "informasi_diuji", now, one.id))


def resting(it: KantorEdisi, matter: Berkas, paper: Naskah, *opened: Informasi) -> Dasar:
    return Dasar(it.kantor.new_id(), matter.id, paper.id, tambahan=[one.id for one in opened])


def refused(it: KantorEdisi, asked: Dasar, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        dasar.rest_on(it.kantor, it.oleh("tim_sekretariat"), asked)


def test_what_a_test_opened_is_listed_on_its_own_decree(it: KantorEdisi) -> None:
    it.piece("keuangan")
    it.public()
    matter = it.dinas.opened("uji")
    opened, other = it.piece("hasil uji"), it.piece("kinerja")
    uji(it, matter, opened)
    paper = decree(it, matter)
    asked = resting(it, matter, paper, opened)
    refused(it, asked, SkBelumSah)
    it.sign(paper)
    who = it.oleh("tim_sekretariat")
    one = dasar.rest_on(it.kantor, who, asked)
    assert dasar.rest_on(it.kantor, who, asked).id == one.id
    it.work()
    done = it.now(one)
    assert (done.keadaan, done.jenis, done.urut, done.banyak) == (DITETAPKAN, PEMUTAKHIRAN, 2, 2)
    assert it.pieces()[other.kode] == "terverifikasi"
    it.publish(done)
    assert len(it.papan.kode) == 2


def test_what_the_test_of_the_matter_did_not_open_is_not_added(it: KantorEdisi) -> None:
    matter, lain = it.dinas.opened("uji"), it.dinas.opened("uji")
    one, other, shut = it.piece("hasil uji"), it.piece("kinerja"), it.piece("tertutup")
    uji(it, matter, one)
    uji(it, lain, other)
    uji(it, matter, shut, DIKECUALIKAN)
    paper = it.sign(decree(it, matter))
    for wrong in (other, shut, it.piece("tanpa uji")):
        refused(it, resting(it, matter, paper, one, wrong), BukanHasilUji)
    assert set(it.pieces().values()) == {"terverifikasi"}


def test_of_what_is_open_in_part_the_blackened_copy_is_added(it: KantorEdisi) -> None:
    matter = it.dinas.opened("uji")
    whole, copy = it.piece("utuh"), it.piece("salinan dihitamkan")
    uji(it, matter, whole, SEBAGIAN)
    with it.kantor.ledger.begin() as tx:
        before = tx.get(Informasi, copy.id)
        tx.save(before, replace(before, salinan_dari=whole.id))
        tx.note(Catatan(KODE, MESIN, "informasi_diubah", SENIN, copy.id))
    paper = it.sign(decree(it, matter))
    refused(it, resting(it, matter, paper, whole), BukanHasilUji)
    asked = resting(it, matter, paper, copy)
    one = dasar.rest_on(it.kantor, it.oleh("tim_sekretariat"), asked)
    assert one.banyak == 1


def test_an_edition_rests_on_no_other_paper_than_the_decree_of_a_test(it: KantorEdisi) -> None:
    matter, lain = it.dinas.opened("uji"), it.dinas.opened("uji")
    one = it.piece("hasil uji")
    uji(it, matter, one)
    for bahan in ("", "berita_acara"):
        paper = it.sign(decree(it, matter, bahan))
        refused(it, resting(it, matter, paper, one), BukanSkUji)
    elsewhere = it.sign(decree(it, lain))
    refused(it, resting(it, matter, elsewhere, one), TidakAda)


def withheld(it: KantorEdisi, tanda: bytes, *, aman: bool = True) -> Informasi:
    """A piece that a decree withholds, as it stands in the ledger."""
    one = replace(excluded(), id=it.kantor.new_id(), instansi=KODE, kode=from_bits(tanda))
    words = replace(one.dik, ringkasan=f"Keterangan {tanda.decode()} dalam laporan")
    one = replace(one, dik=read_safe(words, "Pembaca Contoh") if aman else words)
    with it.kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "informasi_diusulkan", it.kantor.clock.now(), one.id))
    return one


def test_the_list_of_what_is_withheld_takes_only_words_found_safe(it: KantorEdisi) -> None:
    safe, _ = withheld(it, b"contoh satu dik."), withheld(it, b"KENARI dua dik..", aman=False)
    matter = it.dinas.opened("uji")
    paper = it.sign(decree(it, matter))
    asked = Dasar(it.kantor.new_id(), matter.id, paper.id, DIK)
    one = dasar.rest_on(it.kantor, it.oleh("tim_sekretariat"), asked)
    it.work()
    it.publish(it.now(one))
    (dik,) = (x for x in it.papan.ada[KODE] if x.edisi.daftar == DIK)
    assert [row["kode"] for row in dik.baris] == [spoken(safe.kode)]
    assert "KENARI" not in str(it.papan.ada)
