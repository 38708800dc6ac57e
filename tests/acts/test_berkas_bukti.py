"""An item becomes excluded only with every proof; the head approves, and may take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import putus as berkas_putus
from service.acts.berkas.baca import Penuh
from service.acts.berkas.bahan import BahanTidakSah
from service.acts.berkas.bukti import BelumDapatDisetujui, TidakAdaYangDisetujui
from service.acts.berkas.henti import Minta
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.putus import TidakAdaYangDiputus
from service.acts.register import masukan_putaran
from service.adapters.ledger.audit import SqlAudit
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.domain.butir import Butir, as_seen
from service.domain.catatan import MESIN, Catatan
from service.domain.jangka import Jangka
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.pengecualian import (
    BelumTerbukti,
    InformasiBertandaTangan,
    SudahBerberitaAcara,
    SudahDikecualikan,
)
from service.domain.refusals import Overtaken, Refusal, TidakBerwenang
from service.domain.sop.bahan import SETUJU
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import BukanPelaksana
from tests.acts.perkara import KODE, LEMBAR, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

CONTOH = "Butir contoh"
SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
# The same SOP, decided by the PPID: the head approves by an act of his own.
PPID = UJI.replace('atasan_ppid = "Atasan PPID"', 'atasan_ppid = "Atasan PPID"\nppid = "PPID"')
PPID = PPID.replace('pelaksana = ["atasan_ppid"]', 'pelaksana = ["ppid", "atasan_ppid"]')


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "ppid": PPID})


def met(
    dinas: Perkantoran, sop: str = "uji", judul: Sequence[str] = (CONTOH,), *, papers: bool = True
) -> Berkas:
    """A matter with its items up to its decree, with its papers."""
    one = dinas.opened(sop)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.go(one)
    for title in judul:
        dinas.item(one, title)
    dinas.bring(one, "undangan", "disetujui")
    dinas.bring(one, "berita_acara", "ditandatangani", file=dinas.file())
    one = dinas.go(one, "cukup")
    if papers:
        dinas.bring(one, "sk", "ditandatangani", file=dinas.file())
    return one


def seen(dinas: Perkantoran, berkas: Berkas) -> Penuh:
    whole = berkas_baca.read(dinas.kantor, dinas.oleh("tim_sekretariat"), berkas.id)
    assert isinstance(whole, Penuh)
    return whole


def effective(dinas: Perkantoran, berkas: Berkas) -> list[str]:
    whole = seen(dinas, berkas)
    return [one.judul for one in whole.butir if whole.terang.proved(one)]


def approved(dinas: Perkantoran, berkas: Berkas, *peran: str) -> int:
    with dinas.kantor.ledger.read() as reading:
        dilihat = as_seen(reading.find(Butir, berkas=berkas.id))
    return berkas_bukti.approve(dinas.kantor, dinas.oleh(*peran), berkas.id, dilihat)


def deeds(dinas: Perkantoran, berkas: Berkas) -> list[str]:
    return [line.perbuatan for line in dinas.kantor.perkara.trail(dinas.now(berkas))]


def now_of(dinas: Perkantoran, butir: Butir) -> Butir:
    with dinas.kantor.ledger.read() as reading:
        return reading.get(Butir, butir.id)


def test_where_the_head_decides_completing_the_row_is_his_approval(dinas: Perkantoran) -> None:
    one = met(dinas)
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    assert effective(dinas, one) == []

    dinas.go(one, peran="atasan_ppid")

    assert effective(dinas, one) == ["Butir contoh"]
    assert "pengecualian_disetujui" in deeds(dinas, one)
    found = SqlAudit(dinas.kantor.ledger).findings([])
    assert [line for each in found if each.janji not in ("I2", "I5") for line in each.sebut] == []


def test_where_the_ppid_decides_the_row_waits_for_the_head(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid")
    who = dinas.oleh("ppid")
    item = dinas.items(one)[0]
    berkas_butir.decide(dinas.kantor, who, item.id, item.versi, "sebagian")
    with pytest.raises(BelumTerbukti, match="Persetujuan pimpinan belum dicatat"):
        dinas.go(one, peran="ppid")
    with pytest.raises(BukanPelaksana, match="Atasan PPID"):
        approved(dinas, one, "ppid")
    with pytest.raises(TidakBerwenang):
        approved(dinas, one, "tim_sekretariat")

    assert approved(dinas, one, "atasan_ppid") == 1
    assert effective(dinas, one) == ["Butir contoh"]
    with pytest.raises(TidakAdaYangDisetujui):
        approved(dinas, one, "atasan_ppid")
    assert dinas.go(one, peran="ppid").langkah == "umumkan"


def test_an_approval_covers_an_item_only_as_it_stood(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid", papers=False)
    who = dinas.oleh("ppid")
    item = dinas.items(one)[0]
    item = berkas_butir.decide(dinas.kantor, who, item.id, item.versi, "dikecualikan")
    approved(dinas, one, "atasan_ppid")
    item = now_of(dinas, item)
    longer = replace(LEMBAR, jangka=Jangka("tahun", 20))
    berkas_butir.write_test(dinas.kantor, who, item.id, item.versi, longer)
    dinas.bring(one, "sk", "ditandatangani", "ppid", file=dinas.file())

    with pytest.raises(BelumTerbukti, match="Persetujuan"):
        dinas.go(one, peran="ppid")
    assert approved(dinas, one, "atasan_ppid") == 1
    assert dinas.go(one, peran="ppid").langkah == "masuk_dik"


def test_two_who_approve_and_write_at_once_do_not_pass_each_other(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid")
    who = dinas.oleh("ppid")
    item = dinas.items(one)[0]
    item = berkas_butir.decide(dinas.kantor, who, item.id, item.versi, "dikecualikan")
    approved(dinas, one, "atasan_ppid")

    with pytest.raises(Overtaken):  # the page from before the approval
        berkas_butir.write_test(dinas.kantor, who, item.id, item.versi, LEMBAR)


def test_gaps_are_not_approved(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid")
    item = dinas.items(one)[0]
    item = berkas_butir.decide(dinas.kantor, dinas.oleh("ppid"), item.id, item.versi, "sebagian")
    bare = replace(LEMBAR, kepatutan="")
    berkas_butir.write_test(dinas.kantor, dinas.oleh("ppid"), item.id, item.versi, bare)

    with pytest.raises(BelumDapatDisetujui, match="Butir contoh"):
        approved(dinas, one, "atasan_ppid")
    with pytest.raises(BelumTerbukti, match="Timbang kepatutan"):
        dinas.go(one, peran="atasan_ppid")
    assert "pengecualian_disetujui" not in deeds(dinas, one)


@pytest.mark.parametrize("paper", ["berita_acara", "sk"])
def test_a_paper_that_is_taken_back_takes_the_exclusion_with_it(
    dinas: Perkantoran, paper: str
) -> None:
    one = met(dinas)
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    one = dinas.go(one, peran="atasan_ppid")
    with dinas.kantor.ledger.read() as reading:
        [there] = reading.find(Ada, berkas=one.id, bahan=paper)
    tim = dinas.oleh("tim_sekretariat")
    berkas_bahan.take_back(dinas.kantor, tim, there.id, there.versi, "Salah pindaian contoh")

    assert effective(dinas, one) == []
    dinas.bring(one, "dik", "terbit")
    with pytest.raises(Refusal):  # the row that needs the decree, or rule 1
        dinas.go(one)
    dinas.bring(one, paper, "ditandatangani", file=dinas.file())
    assert dinas.go(one).keadaan == SELESAI
    assert effective(dinas, one) == ["Butir contoh"]


def test_what_is_excluded_is_not_edited(dinas: Perkantoran) -> None:
    one = met(dinas)
    item = dinas.decided(dinas.items(one)[0], "dikecualikan")
    one = dinas.go(one, peran="atasan_ppid")
    item, tim = now_of(dinas, item), dinas.oleh("tim_sekretariat")
    other = replace(LEMBAR, jangka=Jangka("tahun", 9))

    with pytest.raises(SudahDikecualikan):
        berkas_butir.write_test(dinas.kantor, tim, item.id, item.versi, other)
    with pytest.raises(SudahDikecualikan):
        berkas_butir.take_out(dinas.kantor, tim, item.id, item.versi, "Contoh")
    assert now_of(dinas, item) == item


def test_the_head_alone_takes_his_approval_back(dinas: Perkantoran) -> None:
    one = met(dinas)
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    dinas.go(one, peran="atasan_ppid")
    with dinas.kantor.ledger.read() as reading:
        [act] = reading.find(Ada, berkas=one.id, bahan=SETUJU)
    tim, head = dinas.oleh("tim_sekretariat"), dinas.oleh("atasan_ppid")
    with pytest.raises(BahanTidakSah, match="hanya ditarik pimpinan"):
        berkas_bahan.take_back(dinas.kantor, tim, act.id, act.versi, "Contoh")
    with pytest.raises(BahanTidakSah):
        dinas.bring(one, SETUJU, "dicatat")
    with pytest.raises(Refusal, match="Tulis alasan"):
        berkas_bukti.withdraw(dinas.kantor, head, one.id, " ")
    berkas_bukti.withdraw(dinas.kantor, head, one.id, "Contoh salah butir")

    assert effective(dinas, one) == []
    assert "persetujuan_gugur" in deeds(dinas, one)
    with pytest.raises(Refusal, match="Tidak ada persetujuan"):
        berkas_bukti.withdraw(dinas.kantor, head, one.id, "Lagi")


def test_sent_back_to_be_decided_anew_it_is_approved_anew(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid")
    who = dinas.oleh("ppid")
    item = dinas.items(one)[0]
    berkas_butir.decide(dinas.kantor, who, item.id, item.versi, "dikecualikan")
    approved(dinas, one, "atasan_ppid")
    dinas.go(one, "kembali", "Contoh pertimbangan kurang", peran="ppid")

    assert effective(dinas, one) == []
    now = now_of(dinas, item)
    tim = dinas.oleh("tim_sekretariat")
    after = berkas_butir.write_test(dinas.kantor, tim, now.id, now.versi, LEMBAR)
    assert after.hasil == "dikecualikan"
    dinas.go(one, "cukup")
    with pytest.raises(BelumTerbukti, match="Persetujuan"):
        dinas.go(one, peran="ppid")


def test_a_date_that_has_passed_is_asked_for_where_it_is_decided_and_never_after(
    dinas: Perkantoran,
) -> None:
    one = met(dinas)
    item = dinas.items(one)[0]
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2026-11-25"))
    head = dinas.oleh("atasan_ppid")
    item = berkas_butir.write_test(dinas.kantor, head, item.id, item.versi, until)
    dinas.decided(item, "dikecualikan")
    dinas.bring(one, "dik", "terbit")
    dinas.kantor.clock.at = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
    with pytest.raises(BelumTerbukti, match="harus sesudah hari ini"):
        dinas.go(one, peran="atasan_ppid")

    dinas.kantor.clock.at = SENIN
    assert dinas.go(one, peran="atasan_ppid").keadaan == BERJALAN
    dinas.kantor.clock.at = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
    assert dinas.go(one).keadaan == SELESAI
    assert effective(dinas, one) == ["Butir contoh"]


def test_the_head_approves_only_what_he_saw(dinas: Perkantoran) -> None:
    one = met(dinas, "ppid")
    who = dinas.oleh("ppid")
    item = dinas.items(one)[0]
    item = berkas_butir.decide(dinas.kantor, who, item.id, item.versi, "dikecualikan")
    dilihat = as_seen([item])
    longer = replace(LEMBAR, jangka=Jangka("tahun", 30))
    berkas_butir.write_test(dinas.kantor, who, item.id, item.versi, longer)

    with pytest.raises(Overtaken):
        berkas_bukti.approve(dinas.kantor, dinas.oleh("atasan_ppid"), one.id, dilihat)


def test_who_approves_by_completing_the_row_approves_only_what_he_saw(dinas: Perkantoran) -> None:
    one = met(dinas)
    item = dinas.decided(dinas.items(one)[0], "dikecualikan")
    now, head = dinas.now(one), dinas.oleh("atasan_ppid")
    step = Langkah(now.id, now.versi, as_seen([item]))
    longer = replace(LEMBAR, jangka=Jangka("tahun", 30))
    tim = dinas.oleh("tim_sekretariat", "atasan_ppid")
    berkas_butir.write_test(dinas.kantor, tim, item.id, item.versi, longer)

    for unseen in (step, replace(step, dilihat="")):
        with pytest.raises(Overtaken):
            berkas_jalan.go_on(dinas.kantor, head, unseen, Putusan())
    assert "pengecualian_disetujui" not in deeds(dinas, one)
    fresh = replace(step, dilihat=as_seen([now_of(dinas, item)]))
    assert berkas_jalan.go_on(dinas.kantor, head, fresh, Putusan()).langkah == "masuk_dik"


def test_what_is_ready_is_decided_at_once_as_the_meeting_concluded(dinas: Perkantoran) -> None:
    one = met(dinas, judul=[f"Butir {n}" for n in range(3)])
    head = dinas.oleh("atasan_ppid")
    said = ("dikecualikan", "terbuka", "")
    items = dinas.items(one)
    for item, kesimpulan in zip(items, said, strict=True):
        lembar = replace(LEMBAR, kesimpulan=kesimpulan)
        berkas_butir.write_test(dinas.kantor, head, item.id, item.versi, lembar)
    now = [now_of(dinas, item) for item in items]
    with pytest.raises(BukanPelaksana):
        berkas_putus.decide_all(dinas.kantor, dinas.oleh("tim_sekretariat"), one.id, as_seen(now))
    with pytest.raises(Overtaken):
        berkas_putus.decide_all(dinas.kantor, head, one.id, as_seen(items))

    assert berkas_putus.decide_all(dinas.kantor, head, one.id, as_seen(now)) == 2
    now = [now_of(dinas, item) for item in items]
    assert tuple(item.hasil for item in now) == said
    with pytest.raises(TidakAdaYangDiputus):
        berkas_putus.decide_all(dinas.kantor, head, one.id, as_seen(now))
    assert deeds(dinas, one).count("butir_diputus") == 2


def test_all_that_is_missing_is_said_at_once_and_by_item(dinas: Perkantoran) -> None:
    one = met(dinas, judul=["Butir satu", "Butir dua"], papers=False)
    for item in dinas.items(one):
        dinas.decided(item, "dikecualikan")

    with pytest.raises(BelumTerbukti) as no:
        dinas.go(one, peran="atasan_ppid")
    things, head, first, second = no.value.faults
    assert "Surat keputusan (ditandatangani)" in things
    assert "2 butir belum cukup buktinya" in head
    assert first == "1. Butir satu: Surat keputusannya belum ditandatangani."
    assert second.startswith("2. Butir dua")


def test_an_sop_may_call_the_approval_of_the_head_by_a_name_of_its_own(kantor_dua: Kantor) -> None:
    kantor_dua.clock.at = SENIN
    named = UJI.replace('keluaran = ["sk"]', 'keluaran = ["sk", "restu"]')
    named = named.replace('kelengkapan = ["sk"]', 'kelengkapan = ["sk", "restu"]')
    own = kantor_dua.home / "paket" / KODE / "bahan.toml"
    own.write_text('[restu]\nnama = "Restu contoh"\nwujud = "tanda"\nbukti = "persetujuan"\n')
    own.chmod(0o644)
    dinas = perkantoran(kantor_dua, {"uji": named})
    one = met(dinas)
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    dinas.go(one, peran="atasan_ppid")

    dinas.bring(one, "dik", "terbit")
    assert dinas.go(one).keadaan == SELESAI
    assert effective(dinas, one) == ["Butir contoh"]


def test_no_way_out_ends_a_matter_whose_exclusions_lack_their_papers(kantor_dua: Kantor) -> None:
    kantor_dua.clock.at = SENIN
    first = UJI.replace('keluaran = ["sk"]\nuntuk = "butir"', 'untuk = "butir"')
    later = """[[langkah]]
id = "periksa"
kegiatan = "Memeriksa konsep"
pelaksana = ["tim_sekretariat"]
cabang = { lanjut = "berikut", batal = "selesai" }
[[langkah]]
id = "terbitkan"
kegiatan = "Menerbitkan"
pelaksana = ["atasan_ppid"]
keluaran = ["sk"]
[[langkah]]
id = "umumkan"
"""
    dinas = perkantoran(kantor_dua, {"uji": first.replace('[[langkah]]\nid = "umumkan"\n', later)})
    one = met(dinas, papers=False)
    item = dinas.decided(dinas.items(one)[0], "dikecualikan")
    dinas.go(one, peran="atasan_ppid")

    with pytest.raises(BelumTerbukti, match="keluarkan butirnya") as no:
        dinas.go(one, "batal")
    assert "Surat keputusannya belum ditandatangani" in str(no.value)
    item, tim = now_of(dinas, item), dinas.oleh("tim_sekretariat")
    berkas_butir.take_out(dinas.kantor, tim, item.id, item.versi, "Contoh tidak jadi")
    assert dinas.go(one, "batal").keadaan == SELESAI


@pytest.mark.parametrize("paper", ["berita_acara", "sk"])
def test_no_item_is_put_in_behind_a_paper_that_is_signed(dinas: Perkantoran, paper: str) -> None:
    one = met(dinas)
    with dinas.kantor.ledger.read() as reading:
        [there] = reading.find(Ada, berkas=one.id, bahan=paper)
    tim, head = dinas.oleh("tim_sekretariat"), dinas.oleh("atasan_ppid")
    late = berkas_butir.Masuk("b" * 26, "Butir susulan contoh")
    with pytest.raises(SudahBerberitaAcara, match="Tidak ada yang ditambahkan"):
        berkas_butir.put_in(dinas.kantor, head, one.id, late)
    with pytest.raises(SudahBerberitaAcara):
        berkas_butir.put_in_all(dinas.kantor, head, one.id, "c" * 24, "Satu\nDua")
    berkas_bahan.take_back(dinas.kantor, tim, there.id, there.versi, "Contoh kurang satu butir")
    with pytest.raises(SudahBerberitaAcara):  # the other one still stands
        berkas_butir.put_in(dinas.kantor, head, one.id, late)

    assert [item.judul for item in dinas.items(one)] == [CONTOH]
    dinas.kantor.clock.go(hours=1)
    dinas.go(one, "kembali", "Contoh kurang satu butir", peran="atasan_ppid")
    dinas.item(one, "Butir susulan contoh")
    assert [item.judul for item in dinas.items(one)] == [CONTOH, "Butir susulan contoh"]


def test_behind_a_signed_paper_an_item_becomes_no_other_information(dinas: Perkantoran) -> None:
    one = met(dinas)
    [item], head = dinas.items(one), dinas.oleh("atasan_ppid")
    for other in ({"uraian": "Seluruh kontrak contoh"}, {"dokumen": "Kontrak contoh"}):
        with pytest.raises(InformasiBertandaTangan, match="Belum ada yang disimpan"):
            lembar = replace(LEMBAR, **other)
            berkas_butir.write_test(dinas.kantor, head, item.id, item.versi, lembar)

    longer = replace(LEMBAR, jangka=Jangka("tahun", 7))
    assert berkas_butir.write_test(dinas.kantor, head, item.id, item.versi, longer).uji == longer


def test_an_item_sent_twice_is_no_late_one(dinas: Perkantoran) -> None:
    one = met(dinas, judul=())
    before = dinas.opened("uji")
    asked = berkas_butir.Masuk("d" * 26, CONTOH)
    who = dinas.oleh("tim_sekretariat")
    first = berkas_butir.put_in(dinas.kantor, who, before.id, asked)
    dinas.bring(before, "berita_acara", "ditandatangani", file=dinas.file())

    assert berkas_butir.put_in(dinas.kantor, who, before.id, asked) == first
    assert dinas.items(one) == []


def test_papers_of_an_earlier_round_prove_nothing_in_the_next(dinas: Perkantoran) -> None:
    one = met(dinas, judul=["Butir lama"])
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    dinas.kantor.clock.go(hours=1)
    dinas.go(one, "kembali", "Contoh rapat kurang", peran="atasan_ppid")
    with pytest.raises(Refusal, match="Berita acara"):
        dinas.go(one, "cukup")
    new = dinas.item(one, "Butir baru")
    dinas.bring(one, "berita_acara", "ditandatangani", file=dinas.file())
    dinas.go(one, "cukup")
    dinas.decided(new, "dikecualikan")

    with pytest.raises(BelumTerbukti) as no:
        dinas.go(one, peran="atasan_ppid")
    assert all("Surat keputusannya belum" in line for line in no.value.faults[2:])
    dinas.bring(one, "sk", "ditandatangani", file=dinas.file())
    dinas.go(one, peran="atasan_ppid")
    assert effective(dinas, one) == ["Butir lama", "Butir baru"]


def test_opened_again_where_it_is_decided_a_matter_needs_papers_of_its_new_round(
    kantor_dua: Kantor,
) -> None:
    kantor_dua.clock.at = SENIN
    last = UJI[: UJI.index('[[langkah]]\nid = "umumkan"')]
    dinas = perkantoran(kantor_dua, {"uji": last})
    one = met(dinas, judul=["Butir lama"], papers=False)
    dinas.bring(one, "sk", "ditandatangani", "atasan_ppid", file=dinas.file())
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    assert dinas.go(one, peran="atasan_ppid").keadaan == SELESAI
    dinas.kantor.clock.go(days=30)
    asked = Minta(one.id, dinas.now(one).versi, "Contoh ada butir lain")
    berkas_henti.reopen(dinas.kantor, dinas.oleh("ppid"), asked)
    dinas.decided(dinas.item(one, "Butir baru"), "dikecualikan")

    with pytest.raises(BelumTerbukti) as no:
        dinas.go(one, peran="atasan_ppid")
    assert "2 butir belum cukup buktinya" in str(no.value)
    assert effective(dinas, one) == []
    for paper in ("berita_acara", "sk"):
        dinas.bring(one, paper, "ditandatangani", "atasan_ppid", file=dinas.file())
    assert dinas.go(one, peran="atasan_ppid").keadaan == SELESAI
    assert effective(dinas, one) == ["Butir lama", "Butir baru"]


def test_called_off_and_brought_back_a_matter_keeps_its_papers(dinas: Perkantoran) -> None:
    one, head = met(dinas), dinas.oleh("ppid")
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    dinas.kantor.clock.go(hours=1)
    for act in (berkas_henti.cancel, berkas_henti.reopen):
        act(dinas.kantor, head, Minta(one.id, dinas.now(one).versi, "Contoh keliru"))

    assert dinas.go(one, peran="atasan_ppid").langkah == "masuk_dik"


MASUKAN = '[masukan_publik]\nnama = "Rekap contoh"\nwujud = "kiriman"\njenis = "masukan_publik"\n'


def test_no_suggestion_of_the_public_becomes_an_item_behind_a_signed_paper(
    kantor_dua: Kantor,
) -> None:
    kantor_dua.clock.at = SENIN
    asking = UJI.replace(
        'kelengkapan = ["berita_acara"]', 'kelengkapan = ["berita_acara", "masukan_publik"]'
    )
    own = kantor_dua.home / "paket" / KODE / "bahan.toml"
    own.write_text(MASUKAN)
    own.chmod(0o644)
    dinas = perkantoran(kantor_dua, {"uji": asking})
    one, house = met(dinas), dinas.kantor
    now = house.clock.now()
    came = Kiriman(house.new_id(), KODE, UNIT, "publik", "masukan", DIDAFTAR, now)
    said = MasukanPublik(house.new_id(), came.id, KODE, UNIT, "contoh", now)
    with house.ledger.begin() as tx:
        tx.add(came)
        tx.add(said)
        tx.note(Catatan(KODE, MESIN, "masukan_diterima", now, said.id))

    with pytest.raises(SudahBerberitaAcara):
        masukan_putaran.propose(house, dinas.oleh("atasan_ppid"), one.id, said.id, "Butir susulan")
    assert [item.judul for item in dinas.items(one)] == [CONTOH]
