"""A person has a matter or a dispute bound: out of what they may read, and for themselves alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from jobs import jilid
from service.acts.jilid import dossier, minta
from service.acts.jilid.minta import Minta, SengketaRahasia, isi_of
from service.acts.keadaan import macet
from service.acts.kiriman.rahasia import closed
from service.acts.register import jawaban, keberatan, sengketa, sengketa_surat
from service.acts.register.jawaban import Jawab
from service.acts.register.permohonan import Masukan
from service.acts.register.sengketa import Catat
from service.acts.register.sengketa_surat import Tautkan
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.kenangan import ArsipMusnah
from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.usul import DILAKSANAKAN, Usul, gone
from service.domain.berkas import BERJALAN, DIARSIPKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier import bundel
from service.domain.dossier.jilidan import (
    BERKAS,
    SENGKETA,
    AlasanJilidPerlu,
    Jilidan,
    JilidanUsang,
)
from service.domain.informasi.tutupan import Tutupan
from service.domain.keberatan import Keberatan, SuratTanggapan, Tanggapan
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import DITANDATANGANI, KONSEP, Naskah
from service.domain.pekerjaan import BERAT, Gagal
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.sengketa import SURAT_KUASA, Sengketa
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports import Tx
from tests.conftest import new_sqlite
from tests.jilid.lembar import surat
from tests.loket import KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, arrive, open_house, person, rule


def noted(house: RealHouse, tx: Tx, id_: str) -> None:
    tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", house.clock.now(), id_))


def laid(house: RealHouse, *things: Berkas | Naskah | Tutupan | Usul | Arsip) -> None:
    with house.ledger.begin() as tx:
        for thing in things:
            tx.add(thing)
            noted(house, tx, thing.id)


@dataclass
class Kantor:
    """An office with a matter under way and a dispute, and who keeps them."""

    house: RealHouse
    room: Path
    tim: Hadir
    petugas: Hadir
    berkas: Berkas
    sengketa: Sengketa

    def asks(self, apa: str, oleh: Hadir | None = None, **more: object) -> Jilidan:
        about = self.sengketa.id if apa == SENGKETA else self.berkas.id
        asked = Minta(self.house.new_id(), apa, about, **more)  # type: ignore[arg-type]
        return minta.ask(self.house, oleh or self.tim, asked)

    def isi(self, one: Jilidan, oleh: Hadir | None = None):
        with self.house.ledger.read() as reading:
            return isi_of(self.house, reading, oleh or self.tim, one)

    def names(self, one: Jilidan) -> list[str]:
        return [x.judul for x in self.isi(one).bahan]

    def bound(self, one: Jilidan) -> Jilidan:
        jilid.run(self.house, one.id)
        with self.house.ledger.read() as reading:
            return reading.get(Jilidan, one.id)

    def paper(self, nama: str, berkas: Berkas, *, signed: bool) -> Naskah:
        sha = self.house.store.put(surat(self.room / f"{nama}.pdf", nama))
        keadaan = DITANDATANGANI if signed else KONSEP
        one = Naskah(
            self.house.new_id(),
            berkas.id,
            INSTANSI,
            "memorandum",
            keadaan,
            self.house.clock.now(),
            nomor=nama if signed else "",
            pdf=sha,
            bertanda_tangan=sha if signed else "",
        )
        laid(self.house, one)
        return one


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house)
        tim = person(house, "tim", "tim_sekretariat", "atasan_ppid")
        petugas = person(house, "petugas", "petugas", "fasilitasi_sengketa")
        now = house.clock.now()
        berkas = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara contoh", "", BERJALAN, now)
        laid(house, berkas)
        came = Masukan(new_kode(), INSTANSI, UNIT, now, KEBERATAN_ISIAN, jalan="surat")
        about = keberatan.register(house, came)
        day = (now + timedelta(hours=7)).date()
        said = Tanggapan("Ditolak.", day.isoformat(), "Contoh Atasan", "Atasan PPID")
        jawaban.respond(house, tim, about.id, about.versi, Jawab(said, SuratTanggapan("ditolak")))
        asked = Catat(house.new_id(), about.id, "Komisi Informasi Contoh", "7/KI/2026", day)
        yield Kantor(house, tmp_path, tim, petugas, berkas, sengketa.record(house, tim, asked))


def gives_up(house: RealHouse, job: str, untuk: str) -> None:
    """It was tried for the last time, and the administrator let it go."""
    (claimed,) = (x for x in house.owed.claim(BERAT, 9, set) if (x.job, x.untuk) == (job, untuk))
    begun = house.owed.start(job, untuk, claimed.fence, "pekerja-contoh")
    assert begun
    house.owed.fail(begun, Gagal("Simpanan contoh tidak terbaca.", lagi=False))
    macet.dismiss(house, job, untuk, "admin", "Contoh alasan")


def letter(kantor: Kantor, hal: str, words: str) -> Kiriman:
    came = arrive(kantor.house, surat(kantor.room / f"{words}.pdf", words))
    with kantor.house.ledger.begin() as tx:
        before = tx.get(Kiriman, came.id)
        tx.save(before, replace(before, nomor_agenda=f"{words}/AGENDA"))
        noted(kantor.house, tx, came.id)
    tie = Tautkan(kantor.sengketa.id, f"{words}/AGENDA", hal)
    sengketa_surat.join(kantor.house, kantor.tim, tie)
    return came


def closes(kantor: Kantor, came: Kiriman) -> File:
    """Its file is that of a piece that is withheld."""
    with kantor.house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=came.id)
    laid(kantor.house, Tutupan("t1", "i1", INSTANSI, file.sha256))
    return file


def test_a_matter_under_way_is_bound_as_it_stands_and_the_same_again(kantor: Kantor) -> None:
    kantor.paper("12", kantor.berkas, signed=True)
    kantor.paper("konsep", kantor.berkas, signed=False)

    done = kantor.bound(kantor.asks(BERKAS))
    again = kantor.bound(kantor.asks(BERKAS))

    assert done.sebab == ""
    assert (again.file, again.resep) == (done.file, done.resep)
    _, opened = minta.opened(kantor.house, kantor.tim, done.id)
    with opened:
        pages = PdfReader(io.BytesIO(opened.read())).pages
    words = "\n".join(page.extract_text() for page in pages)
    assert "BERKAS (KONSEP)" in words
    assert "Contoh tim" in words
    assert "belum ditandatangani" in words
    assert done.halaman == 4


def test_printed_on_both_sides_each_paper_begins_on_a_front(kantor: Kantor) -> None:
    for n in "12":
        kantor.paper(n, kantor.berkas, signed=True)

    one, both = (
        kantor.bound(kantor.asks(BERKAS)),
        kantor.bound(kantor.asks(BERKAS, bolak_balik=True)),
    )

    assert (one.halaman, both.halaman) == (4, 5)
    assert one.file != both.file


def test_what_is_asked_for_twice_is_bound_once(kantor: Kantor) -> None:
    first, second = kantor.asks(BERKAS), kantor.asks(BERKAS)

    assert second.id == first.id
    assert kantor.bound(first).file
    assert kantor.bound(first).versi == 2


def test_one_whose_work_was_given_up_is_owed_again_when_it_is_asked_for(kantor: Kantor) -> None:
    one = kantor.asks(BERKAS)
    gives_up(kantor.house, "jilid", one.id)

    assert kantor.asks(BERKAS).id == one.id
    assert [x.untuk for x in kantor.house.owed.claim(BERAT, 9, set) if x.job == "jilid"] == [one.id]


def test_nobody_takes_what_another_asked_for(kantor: Kantor) -> None:
    done = kantor.bound(kantor.asks(BERKAS))

    with pytest.raises(TidakAda):
        minta.opened(kantor.house, kantor.petugas, done.id)
    with kantor.house.ledger.read() as reading:
        assert minta.listed(reading, kantor.petugas, kantor.berkas.id) == []


def test_what_was_withheld_since_is_handed_out_no_more(kantor: Kantor) -> None:
    came = letter(kantor, "komisi", "Panggilan")
    done = kantor.bound(kantor.asks(SENGKETA))
    closes(kantor, came)

    with pytest.raises(JilidanUsang):
        minta.opened(kantor.house, kantor.tim, done.id)


def test_a_paper_of_our_own_that_is_withheld_is_bound_for_nobody_who_asks(kantor: Kantor) -> None:
    paper = kantor.paper("SK-1", kantor.berkas, signed=True)
    asked = kantor.asks(BERKAS)
    assert len(kantor.names(asked)) == 1
    laid(kantor.house, Tutupan("t1", "i1", INSTANSI, paper.bertanda_tangan))
    assert kantor.names(asked) == []


def test_a_dossier_with_a_paper_that_is_withheld_since_takes_a_reason(kantor: Kantor) -> None:
    paper = kantor.paper("SK-1", kantor.berkas, signed=True)
    with kantor.house.ledger.begin() as tx:
        before = tx.get(Berkas, kantor.berkas.id)
        tx.save(before, replace(before, dossier=paper.pdf))
        noted(kantor.house, tx, before.id)
    dossier.opened(kantor.house, kantor.tim, before.id, "")[1].close()
    laid(kantor.house, Tutupan("t1", "i1", INSTANSI, paper.bertanda_tangan))

    with pytest.raises(AlasanJilidPerlu):
        dossier.opened(kantor.house, kantor.tim, before.id, " ")
    with pytest.raises(TidakBerwenang):
        dossier.opened(kantor.house, kantor.petugas, before.id, "Ingin tahu")
    dossier.opened(kantor.house, kantor.tim, before.id, "Pemeriksaan contoh")[1].close()


def test_a_dispute_is_bound_in_the_order_of_its_hearing(kantor: Kantor) -> None:
    letter(kantor, "komisi", "Panggilan sidang")
    letter(kantor, SURAT_KUASA, "Surat kuasa")

    one = kantor.asks(SENGKETA)
    isi = kantor.isi(one)

    titles = [x.judul for x in isi.bahan]
    assert titles[0] == "Kronologi dan jangka waktu"
    assert titles[-1] == "Jejak perbuatan menurut jurnal"
    marks = [x.nomor for x in isi.bahan if x.cap]
    order = (bundel.KEDUDUKAN, bundel.KEBERATAN, bundel.SURAT)
    assert marks == [bundel.GOLONGAN[one] for one in order]
    assert bundel.WAJIB[bundel.KEDUDUKAN] not in isi.sampul.kurang
    assert bundel.WAJIB[bundel.ATASAN] in isi.sampul.kurang


def test_a_dispute_of_which_a_matter_was_destroyed_is_bound_no_more_and_says_by_which_paper(
    kantor: Kantor,
) -> None:
    house, id_ = kantor.house, kantor.berkas.id
    with house.ledger.begin() as tx:
        before = tx.get(Sengketa, kantor.sengketa.id)
        tx.save(before, replace(before, berkas=id_))
        noted(house, tx, before.id)
    asked, done = kantor.asks(SENGKETA, bolak_balik=True), kantor.bound(kantor.asks(SENGKETA))
    now, day = house.clock.now(), date(2026, 11, 20)
    home = Berkas(house.new_id(), INSTANSI, UNIT, "Pemusnahan contoh", "", DIARSIPKAN, now)
    acara = Naskah(house.new_id(), home.id, INSTANSI, "memorandum", TERIKAT, now, nomor="BA-3")
    usul = Usul(house.new_id(), INSTANSI, "", BUANG, "Usul", (id_,), ("x",), now, DILAKSANAKAN)
    usul = replace(usul, dilaksanakan=day, berita_acara=acara.id)
    laid(house, home, acara, usul, gone(Arsip(id_, INSTANSI, day), usul))

    for act in (
        lambda: kantor.asks(SENGKETA),
        lambda: minta.opened(house, kantor.tim, done.id),
    ):
        with pytest.raises(ArsipMusnah, match="20 November 2026 dengan berita acara nomor BA-3"):
            act()
    assert "berita acara nomor BA-3" in kantor.bound(asked).sebab


def test_asking_for_it_is_no_part_of_what_is_bound(kantor: Kantor) -> None:
    before = kantor.isi(kantor.asks(SENGKETA)).resep

    assert kantor.isi(kantor.asks(SENGKETA, bolak_balik=True)).resep != before
    assert kantor.isi(kantor.asks(SENGKETA)).resep == before


def test_what_is_withheld_stands_in_the_closed_part_alone_and_takes_a_reason(
    kantor: Kantor,
) -> None:
    came = letter(kantor, "kita", "Lampiran rahasia")
    file = closes(kantor, came)

    with pytest.raises(AlasanJilidPerlu):
        kantor.asks(SENGKETA, tertutup=True)
    open_ = kantor.asks(SENGKETA)
    shut = kantor.asks(SENGKETA, tertutup=True, alasan="Pemeriksaan tertutup.")

    assert file.sha256 not in kantor.isi(open_).sumber
    assert kantor.isi(shut).sumber == (file.sha256,)
    assert [x.cap for x in kantor.isi(shut).bahan] == ["T-R1"]
    done = kantor.bound(shut)
    with pytest.raises(AlasanJilidPerlu):
        minta.opened(kantor.house, kantor.tim, done.id)
    _, opened = minta.opened(kantor.house, kantor.tim, done.id, "Dibawa ke sidang tertutup.")
    opened.close()
    trail = [x.perbuatan for x in kantor.house.perkara.trail(kantor.sengketa)]
    assert trail[0] == "jilid_tertutup_dibuka"


def test_who_may_not_see_what_is_withheld_has_no_closed_part(kantor: Kantor) -> None:
    with pytest.raises(TidakAda):
        kantor.asks(SENGKETA, kantor.petugas, tertutup=True, alasan="Ingin tahu.")


def test_of_a_withheld_dispute_there_is_no_open_part(kantor: Kantor) -> None:
    house = kantor.house
    with house.ledger.read() as reading:
        about = reading.get(Keberatan, kantor.sengketa.keberatan)
    with house.ledger.begin() as tx:
        came = tx.get(Kiriman, about.kiriman)
        tx.save(came, closed(house, tx, came, "mesin"))
        noted(house, tx, came.id)

    with pytest.raises(SengketaRahasia):
        kantor.asks(SENGKETA)
    shut = kantor.asks(SENGKETA, tertutup=True, alasan="Sidang.")
    assert "Kronologi dan jangka waktu" in kantor.names(shut)


def test_what_is_not_there_is_answered_like_what_may_not_be_seen(kantor: Kantor) -> None:
    for apa in (BERKAS, SENGKETA):
        with pytest.raises(TidakAda):
            minta.ask(kantor.house, kantor.tim, Minta(kantor.house.new_id(), apa, "tidak_ada"))
    with pytest.raises(TidakAda):
        dossier.opened(kantor.house, kantor.tim, kantor.berkas.id, "")


def test_whoever_lost_their_peran_meanwhile_gets_the_reason_and_no_file(kantor: Kantor) -> None:
    lain = person(kantor.house, "lain", "petugas")
    one = kantor.asks(SENGKETA)
    with kantor.house.ledger.begin() as tx:
        tx.save(one, replace(one, oleh=lain.orang.id))
        noted(kantor.house, tx, one.id)

    done = kantor.bound(one)

    assert done.file == ""
    assert done.sebab
