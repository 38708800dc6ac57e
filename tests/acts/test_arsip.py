"""Archives in the hands of an office: codes, places, loans, holds, and lists that go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.arsip import catat, jadwal, pinjam, tahan, tempat, usul
from service.acts.arsip.catat import PerluAlasanArsip, Sasaran
from service.acts.arsip.jadwal import in_use
from service.acts.arsip.pinjam import Minta
from service.acts.arsip.tahan import Tahan
from service.acts.arsip.tegak import BelumDitutup
from service.acts.arsip.usul import Susun
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.domain.arsip.arsip import DI_ARSIP, DIMUSNAHKAN, KodeTidakDikenal
from service.domain.arsip.opname import ADA, ASING, DIPINJAM
from service.domain.arsip.penyusutan import BUANG, PINDAH, SERAH
from service.domain.arsip.pinjam import PinjamanTidakSah
from service.domain.arsip.tempat import RUANG, Tempat, TempatTidakSah
from service.domain.arsip.usul import (
    DIAJUKAN,
    ArsipTerhalang,
    Pelaksanaan,
    Persetujuan,
    Usul,
    UsulMenunggu,
    UsulTidakSah,
)
from service.domain.berkas import BERJALAN, DIARSIPKAN, SELESAI, Berkas, BerkasTertutup
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.retensi import MUSNAH
from service.domain.keberatan import Keberatan
from service.domain.naskah import DIKIRIM, DITANDATANGANI, KONSEP, Naskah
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.sengketa import Sengketa, SuratSengketa
from service.domain.wewenang import PerluOrangKedua
from service.ports.arsip import SaringArsip
from service.ports.kiriman import Jangkauan
from tests.acts.arsip import MUDA, TENGAH, KantorArsip, kantor_arsip
from tests.acts.perkara import KODE, UNIT
from tests.kantor import Kantor

TODAY = date(2026, 11, 21)
SURAT = Persetujuan("Gubernur Contoh", "000.5/88/2026", date(2026, 11, 2), "4/PPA/X/2026")
SAKSI = ("Kepala Biro Hukum Contoh", "Inspektur Contoh")


@pytest.fixture
def dinas(kantor: Kantor, tmp_path: Path) -> KantorArsip:
    return kantor_arsip(kantor, tmp_path)


@pytest.fixture
def dua(kantor_dua: Kantor, tmp_path: Path) -> KantorArsip:
    return kantor_arsip(kantor_dua, tmp_path)


def listed(dinas: KantorArsip, macam: str, *arsip: str, judul: str = "Usul contoh") -> Usul:
    asked = Susun(dinas.kantor.new_id(), KODE, "", macam, judul, arsip)
    return usul.compose(dinas.kantor, dinas.oleh(), asked)


def before_the_head(dinas: KantorArsip, macam: str, *arsip: str) -> Usul:
    one = listed(dinas, macam, *arsip)
    return usul.put_forward(dinas.kantor, dinas.oleh(), one.id, one.versi)


def approved(dinas: KantorArsip, macam: str, *arsip: str) -> Usul:
    one = before_the_head(dinas, macam, *arsip)
    return usul.approve(dinas.kantor, dinas.oleh("atasan_ppid"), one.id, one.versi, SURAT)


def done(dinas: KantorArsip, one: Usul) -> Usul:
    how = Pelaksanaan(TODAY, dinas.signed(), SAKSI)
    return usul.carry_out(dinas.kantor, dinas.oleh(), one.id, one.versi, how)


def test_a_list_is_prepared_by_one_approved_by_another_and_leaves_a_line_of_each(
    dua: KantorArsip,
) -> None:
    one, two = dua.coded(), dua.coded(judul="Perkara lain")
    young = dua.coded(MUDA)
    found = usul.candidates(dua.kantor, dua.oleh(), KODE, BUANG)
    assert {x.arsip.id for x in found} == {one, two}
    asked = before_the_head(dua, BUANG, one, two)
    with pytest.raises(PerluOrangKedua):
        usul.approve(dua.kantor, dua.oleh(), asked.id, asked.versi, SURAT)
    head = dua.oleh("atasan_ppid")
    agreed = usul.approve(dua.kantor, head, asked.id, asked.versi, SURAT)
    assert dua.now(one).keadaan == "di_unit"
    gone = done(dua, agreed)
    left = dua.now(one)
    assert (left.keadaan, left.usul, left.pergi) == (DIMUSNAHKAN, gone.id, TODAY)
    assert (left.kode, left.retensi.nasib) == ("HM.01", MUSNAH)
    assert dua.now(young).keadaan == "di_unit"
    with dua.kantor.ledger.read() as reading:
        assert reading.get(Usul, gone.id) == gone


def test_what_may_not_go_stops_a_list_by_its_name(dinas: KantorArsip) -> None:
    old, young = dinas.coded(), dinas.coded(MUDA, judul="Perkara muda")
    with pytest.raises(ArsipTerhalang, match="Perkara muda: Retensinya belum habis"):
        listed(dinas, BUANG, old, young)
    with pytest.raises(ArsipTerhalang, match="Sudah ada di usul Usul contoh"):
        listed(dinas, BUANG, old)
        listed(dinas, BUANG, old, judul="Usul kedua")


def test_a_hold_that_comes_after_the_approval_stops_the_destruction(dinas: KantorArsip) -> None:
    one = dinas.coded()
    agreed = approved(dinas, BUANG, one)
    asked = Tahan(dinas.kantor.new_id(), one, "perkara", "Perkara 12/2026 contoh")
    held = tahan.hold(dinas.kantor, dinas.oleh("tim_sekretariat"), asked)
    assert tahan.hold(dinas.kantor, dinas.oleh("tim_sekretariat"), asked) == held
    with pytest.raises(ArsipTerhalang, match="Ditahan: perkara di pengadilan"):
        done(dinas, agreed)
    head = dinas.oleh("ppid")
    tahan.lift(dinas.kantor, head, held.id, held.versi, "Putusan berkekuatan tetap contoh")
    done(dinas, agreed)
    assert dinas.now(one).keadaan == DIMUSNAHKAN


def test_who_put_a_hold_does_not_lift_it(dinas: KantorArsip) -> None:
    one, keeper = dinas.coded(), dinas.oleh()
    asked = Tahan(dinas.kantor.new_id(), one, "pemeriksaan", "Audit contoh")
    held = tahan.hold(dinas.kantor, keeper, asked)
    with pytest.raises(PerluOrangKedua):
        tahan.lift(dinas.kantor, keeper, held.id, held.versi, "Selesai contoh")


def test_a_matter_before_the_komisi_is_held_without_anyone_having_to_think_of_it(
    dinas: KantorArsip,
) -> None:
    letter, now = dinas.kantor.new_id(), dinas.kantor.clock.now()
    one = dinas.closed(kiriman=letter)
    catat.classify(dinas.kantor, dinas.oleh(), Sasaran(one, 0), "HM.01")
    with dinas.kantor.ledger.begin() as tx:
        objection, dispute = dinas.kantor.new_id(), dinas.kantor.new_id()
        tx.add(keberatan(objection, letter, now))
        tx.add(Sengketa(dispute, objection, "", KODE, UNIT, "KI Contoh", "1", TODAY, now))
        tx.note(Catatan(KODE, MESIN, "sengketa_dicatat", now, dispute))
    with pytest.raises(ArsipTerhalang, match="Komisi Informasi belum selesai"):
        listed(dinas, BUANG, one)
    assert usul.candidates(dinas.kantor, dinas.oleh(), KODE, BUANG) == []


def test_what_a_matter_before_the_komisi_called_is_held_with_it(dinas: KantorArsip) -> None:
    letter, now = dinas.kantor.new_id(), dinas.kantor.clock.now()
    above = dinas.closed(kiriman=letter)
    test = dinas.closed(judul="Uji konsekuensi contoh", induk=above)
    part = dinas.closed(judul="Bagian unit contoh", induk=test)
    ordered, free = dinas.closed(judul="Uji menurut putusan contoh"), dinas.coded(judul="Lain")
    for one in (test, part, ordered):
        catat.classify(dinas.kantor, dinas.oleh(), Sasaran(one, 0), "HM.01")
    with dinas.kantor.ledger.begin() as tx:
        objection, dispute = dinas.kantor.new_id(), dinas.kantor.new_id()
        tx.add(keberatan(objection, letter, now))
        told = (dispute, objection, "", KODE, UNIT, "KI Contoh", "1", TODAY, now)
        tx.add(Sengketa(*told, berkas=ordered))
        tx.note(Catatan(KODE, MESIN, "sengketa_dicatat", now, dispute))

    for one in (test, part, ordered):
        with pytest.raises(ArsipTerhalang, match="Komisi Informasi belum selesai"):
            listed(dinas, BUANG, one)
    found = usul.candidates(dinas.kantor, dinas.oleh(), KODE, BUANG)
    assert [one.arsip.id for one in found] == [free]


def keberatan(id_: str, letter: str, now: datetime) -> Keberatan:
    return Keberatan(id_, letter, KODE, UNIT, id_[:8], "terdaftar", now, now.date(), now.date())


def test_what_is_moved_to_the_archive_gets_a_new_place_there(dinas: KantorArsip) -> None:
    one = dinas.coded(TENGAH)
    dinas.lay(one, dinas.box())
    with pytest.raises(ArsipTerhalang):
        listed(dinas, BUANG, one)
    asked = before_the_head(dinas, PINDAH, one)
    head = dinas.oleh("ppid")
    agreed = usul.approve(dinas.kantor, head, asked.id, asked.versi, Persetujuan())
    done(dinas, agreed)
    assert (dinas.now(one).keadaan, dinas.now(one).tempat) == (DI_ARSIP, "")


def test_a_berita_acara_that_nobody_signed_carries_nothing_out(dinas: KantorArsip) -> None:
    agreed = approved(dinas, BUANG, dinas.coded())
    with pytest.raises(TidakAda):
        how = Pelaksanaan(TODAY, dinas.kantor.new_id(), SAKSI)
        usul.carry_out(dinas.kantor, dinas.oleh(), agreed.id, agreed.versi, how)
    with pytest.raises(UsulTidakSah, match="Tulis alasannya"):
        usul.give_up(dinas.kantor, dinas.oleh(), agreed.id, agreed.versi, " ")
    usul.give_up(dinas.kantor, dinas.oleh(), agreed.id, agreed.versi, "Contoh batal")


def test_a_berita_acara_is_of_its_own_list_and_not_of_what_that_destroys(
    dinas: KantorArsip,
) -> None:
    one, two = dinas.coded(), dinas.coded(judul="Perkara lain")
    first, other = approved(dinas, BUANG, one), approved(dinas, BUANG, two)
    within = dinas.paper(one, DITANDATANGANI)
    with pytest.raises(UsulTidakSah, match="berkas yang ada di usul ini"):
        how = Pelaksanaan(TODAY, within, SAKSI)
        usul.carry_out(dinas.kantor, dinas.oleh(), first.id, first.versi, how)
    how = Pelaksanaan(TODAY, dinas.signed(), SAKSI)
    with dinas.kantor.ledger.begin() as tx:
        home = tx.get(Naskah, how.berita_acara).berkas
        tx.save(first, replace(first, berkas=home))
        tx.note(Catatan(KODE, MESIN, "contoh", dinas.kantor.clock.now(), first.id))
    with pytest.raises(UsulTidakSah, match="usul lain, Usul contoh"):
        usul.carry_out(dinas.kantor, dinas.oleh(), other.id, other.versi, how)
    usul.carry_out(dinas.kantor, dinas.oleh(), first.id, first.versi + 1, how)
    assert dinas.now(two).keadaan == "di_unit"


def test_a_code_is_not_changed_while_its_list_waits_or_is_approved(dinas: KantorArsip) -> None:
    one, moved = dinas.coded(), dinas.coded(TENGAH, judul="Perkara pindah")
    asked = before_the_head(dinas, BUANG, one)
    before_the_head(dinas, PINDAH, moved)
    for _ in range(2):
        with pytest.raises(UsulMenunggu, match="Usul contoh"):
            catat.classify(dinas.kantor, dinas.oleh(), dinas.which(one), "HM.01.03")
        if asked.keadaan == DIAJUKAN:
            head = dinas.oleh("atasan_ppid")
            asked = usul.approve(dinas.kantor, head, asked.id, asked.versi, SURAT)
    catat.classify(dinas.kantor, dinas.oleh(), dinas.which(moved), "HM.01.03")
    usul.give_up(dinas.kantor, dinas.oleh(), asked.id, asked.versi, "Kodenya keliru contoh")
    catat.classify(dinas.kantor, dinas.oleh(), dinas.which(one), "HM.01.03")


@pytest.mark.parametrize("macam", [BUANG, SERAH])
def test_a_matter_whose_paper_waits_for_its_signature_does_not_leave(
    dinas: KantorArsip, macam: str
) -> None:
    one = dinas.coded(kode="HM.01" if macam == BUANG else "HM.01.03")
    dinas.paper(one, DIKIRIM)
    with pytest.raises(ArsipTerhalang, match="menunggu disetujui atau ditandatangani"):
        listed(dinas, macam, one)


def test_what_a_matter_under_way_called_does_not_leave_before_it(dinas: KantorArsip) -> None:
    above = dinas.closed(keadaan=BERJALAN, ditutup=None)
    below = dinas.closed(induk=above)
    catat.classify(dinas.kantor, dinas.oleh(), Sasaran(below, 0), "HM.01")
    with pytest.raises(ArsipTerhalang, match="Berkas induknya masih berjalan"):
        listed(dinas, BUANG, below)


def test_the_matter_of_a_letter_that_was_joined_to_a_dispute_is_held(dinas: KantorArsip) -> None:
    letter, came, now = dinas.kantor.new_id(), dinas.kantor.new_id(), dinas.kantor.clock.now()
    one = dinas.closed(kiriman=came)
    catat.classify(dinas.kantor, dinas.oleh(), Sasaran(one, 0), "HM.01")
    with dinas.kantor.ledger.begin() as tx:
        objection, dispute = dinas.kantor.new_id(), dinas.kantor.new_id()
        tx.add(keberatan(objection, letter, now))
        tx.add(Sengketa(dispute, objection, "", KODE, UNIT, "KI Contoh", "1", TODAY, now))
        tx.add(SuratSengketa(dinas.kantor.new_id(), dispute, came, "kita", now, MESIN))
        tx.note(Catatan(KODE, MESIN, "sengketa_dicatat", now, dispute))
    with pytest.raises(ArsipTerhalang, match="Komisi Informasi belum selesai"):
        listed(dinas, BUANG, one)


@pytest.mark.parametrize(("macam", "kode"), [(BUANG, "HM.01"), (SERAH, "HM.01.03")])
def test_no_paper_of_what_left_the_house_is_put_forward_or_begun(
    dua: KantorArsip, macam: str, kode: str
) -> None:
    one = dua.coded(kode=kode)
    draft, who = dua.paper(one, KONSEP), dua.oleh("tim_sekretariat")
    done(dua, approved(dua, macam, one))
    with dua.kantor.ledger.read() as reading:
        assert reading.get(Berkas, one).keadaan == DIARSIPKAN
    with pytest.raises(BerkasTertutup):
        submit(dua.kantor, draft, who)
    with pytest.raises(BerkasTertutup):
        fill(dua.kantor, one, "memorandum", {}, who)


def test_a_matter_that_only_moved_to_the_archive_stays_as_it_ended(dinas: KantorArsip) -> None:
    one = dinas.coded(TENGAH)
    done(dinas, approved(dinas, PINDAH, one))
    with dinas.kantor.ledger.read() as reading:
        assert reading.get(Berkas, one).keadaan == SELESAI


def test_what_is_judged_again_is_judged_with_a_reason(dinas: KantorArsip) -> None:
    one = dinas.coded(kode="HM.01.04")
    head = dinas.oleh("ppid")
    with pytest.raises(PerluAlasanArsip):
        catat.judge(dinas.kantor, head, dinas.which(one), MUSNAH, "")
    with pytest.raises(TidakBerwenang):
        who = dinas.oleh("tim_sekretariat")
        catat.judge(dinas.kantor, who, dinas.which(one), MUSNAH, "Tidak berguna lagi contoh")
    catat.judge(dinas.kantor, head, dinas.which(one), MUSNAH, "Tidak berguna lagi contoh")
    assert [x.arsip.id for x in usul.candidates(dinas.kantor, dinas.oleh(), KODE, BUANG)] == [one]
    assert usul.candidates(dinas.kantor, dinas.oleh(), KODE, SERAH) == []


def test_a_term_that_runs_from_an_event_is_counted_from_its_day(dinas: KantorArsip) -> None:
    one = dinas.coded(kode="HM.01.05")
    assert dinas.now(one).inaktif_sampai is None
    after = catat.happen(dinas.kantor, dinas.oleh(), dinas.which(one), date(2021, 1, 4))
    assert after.inaktif_sampai == date(2023, 1, 3)


def test_a_code_comes_from_the_schedule_in_force_and_only_what_is_closed_gets_one(
    dinas: KantorArsip, tmp_path: Path
) -> None:
    keeper, one = dinas.oleh(), dinas.closed()
    with pytest.raises(KodeTidakDikenal):
        catat.classify(dinas.kantor, keeper, Sasaran(one, 0), "ZZ.1")
    catat.classify(dinas.kantor, keeper, Sasaran(one, 0), "HM.01")
    with pytest.raises(Overtaken):
        catat.classify(dinas.kantor, keeper, Sasaran(one, 0), "HM.01.03")
    with pytest.raises(BelumDitutup):
        still = dinas.closed(keadaan=BERJALAN, ditutup=None)
        catat.classify(dinas.kantor, keeper, Sasaran(still, 0), "HM.01")
    before = dinas.now(one).retensi
    draft = dinas.schedule(tmp_path, '[[arsip]]\nkode = "HM.01"\nnama = "Lain"\n', "baru.toml")
    assert draft
    jadwal.put_in_force(dinas.kantor, dinas.oleh("ppid"), draft.id, draft.versi)
    with dinas.kantor.ledger.read() as reading:
        assert [x.nama for x in in_use(reading, KODE).baris] == ["Lain"]
    assert dinas.now(one).retensi == before


def test_a_schedule_with_a_fault_is_not_kept(dinas: KantorArsip, tmp_path: Path) -> None:
    assert dinas.schedule(tmp_path, '[[arsip]]\nkode = ""\n') is None


def test_paper_is_lent_to_who_may_see_the_matter_and_comes_back_to_another(
    dua: KantorArsip,
) -> None:
    one = dua.coded()
    dua.lay(one, dua.box())
    borrower, keeper = dua.oleh("ppid"), dua.oleh()
    id_, until = dua.kantor.new_id(), TODAY + timedelta(days=7)
    asked = Minta(id_, one, borrower.orang.id, "Menjawab pemeriksa contoh", until)
    with pytest.raises(PinjamanTidakSah, match="tidak berwenang"):
        admin = replace(asked, peminjam=dua.admin)
        pinjam.lend(dua.kantor, keeper, admin)
    card = pinjam.lend(dua.kantor, keeper, asked)
    assert pinjam.lend(dua.kantor, keeper, asked) == card
    with pytest.raises(ArsipTerhalang, match="Sedang dipinjam Sampel"):
        listed(dua, BUANG, one)
    later = pinjam.lengthen(dua.kantor, keeper, card.id, card.versi, until + timedelta(days=3))
    back = pinjam.take_back(dua.kantor, keeper, card.id, later.versi, "baik")
    assert back.kembali
    listed(dua, BUANG, one)


def test_a_box_is_gone_through_with_a_scanner(dinas: KantorArsip) -> None:
    box, one, other = dinas.box(), dinas.coded(), dinas.coded()
    for id_ in (one, other):
        dinas.lay(id_, box)
    until = TODAY + timedelta(days=7)
    who = dinas.oleh("ppid").orang.id
    asked = Minta(dinas.kantor.new_id(), other, who, "Contoh", until)
    pinjam.lend(dinas.kantor, dinas.oleh(), asked)
    id_, strange = dinas.kantor.new_id(), dinas.kantor.new_id()
    lines = [f"https://ppid.contoh.go.id/arsip/l/{one}", strange, box]
    found = tempat.count(dinas.kantor, dinas.oleh(), id_, KODE, box, lines)
    assert dict(found.temuan) == {one: ADA, other: DIPINJAM, strange: ASING}
    assert tempat.count(dinas.kantor, dinas.oleh(), id_, KODE, box, []) == found


def test_a_place_is_given_up_only_when_it_is_empty(dinas: KantorArsip) -> None:
    box, one = dinas.box(), dinas.coded()
    dinas.lay(one, box)
    with pytest.raises(TempatTidakSah, match="1 arsip"):
        tempat.give_up(dinas.kantor, dinas.oleh(), KODE, box, 1)
    other = dinas.place(RUANG, "Kosong")
    assert tempat.give_up(dinas.kantor, dinas.oleh(), KODE, other, 1).ditutup
    with pytest.raises(TidakBerwenang):
        wanted = Tempat(dinas.kantor.new_id(), KODE, "", RUANG, "Baru")
        tempat.make(dinas.kantor, dinas.oleh("ppid"), wanted)


def test_an_arsip_vital_is_let_go_by_a_head_with_a_reason(dinas: KantorArsip) -> None:
    one, far = dinas.coded(), dinas.place(RUANG, "Tahan Api")
    dinas.lay(one, dinas.box())
    after = catat.declare_vital(dinas.kantor, dinas.oleh(), dinas.which(one), far)
    assert (after.vital, after.cadangan) == (True, far)
    with pytest.raises(ArsipTerhalang, match="Arsip vital"):
        listed(dinas, BUANG, one)
    head = dinas.oleh("ppid")
    catat.undeclare_vital(dinas.kantor, head, dinas.which(one), "Diganti sertifikat contoh")
    listed(dinas, BUANG, one)


def test_a_withheld_archive_is_not_there_for_who_may_not_see_it(dua: KantorArsip) -> None:
    one = dua.coded(judul="Perkara rahasia contoh")
    with dua.kantor.ledger.begin() as tx:
        before = tx.get(Berkas, one)
        tx.save(before, replace(before, rahasia=True))
        tx.note(Catatan(KODE, MESIN, "berkas_dirahasiakan", dua.kantor.clock.now(), one))
    with pytest.raises(TidakAda):
        catat.classify(dua.kantor, dua.oleh("petugas"), dua.which(one), "HM.01")
    lists, open_ = dua.kantor.arsip, Jangkauan(KODE, "", rahasia=False)
    both = [open_, Jangkauan(KODE, "", rahasia=True)]
    assert lists.by_closing([open_], SaringArsip(), None, 10) == []
    assert lists.count([open_], SaringArsip(), 10) == 0
    assert [x.judul for x in lists.by_closing(both, SaringArsip(), None, 10)] == [
        "Perkara rahasia contoh"
    ]


def test_archives_are_listed_by_their_closing_and_found_by_code_state_and_term(
    dua: KantorArsip,
) -> None:
    old, young = dua.coded(), dua.coded(TENGAH, "HM.01.03")
    bare = dua.closed(MUDA)
    lists, here = dua.kantor.arsip, [Jangkauan(KODE, "", rahasia=False)]

    def ids(after: tuple[date, str] | None = None, **asked: object) -> list[str]:
        rows = lists.by_closing(here, SaringArsip(**asked), after, 10)  # type: ignore[arg-type]
        return [x.arsip.id for x in rows]

    assert ids() == [old, young]
    assert ids(after=(dua.now(old).ditutup, old)) == [young]
    assert ids(kode="HM.01") == [old, young]
    assert ids(kode="HM.01.03") == [young]
    assert ids(kode="HM") == [old, young]
    assert ids(nasib="permanen") == [young]
    assert ids(habis=TODAY) == [old, young]
    assert ids(habis=date(2025, 2, 28)) == []
    assert ids(tidak_aktif=date(2022, 3, 2)) == [old]
    assert ids(vital=True) == []
    assert [x.id for x in lists.unlisted(here, 10)] == [bare]
    assert lists.count(here, SaringArsip(), 1) == 1
