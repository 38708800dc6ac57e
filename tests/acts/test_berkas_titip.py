"""Who does a step for another: by a peran lent for a term, or by one step given on their behalf."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import titip as berkas_titip
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.henti import Minta, PerluAlasanBerkas
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.titip import BukanPemberi, TidakDapatDititipi, Titipan
from service.acts.lihat.dasar import TitipanBerakhir
from service.acts.lihat.masa_peran import why_not
from service.acts.orang import delegasi, peran
from service.acts.orang.delegasi import Pinjaman
from service.domain.berkas import Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import DelegasiTidakSah, Hadir, MasaBerakhir
from tests.acts.perkara import KODE, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def ready(dinas: Perkantoran) -> Berkas:
    """A matter whose first step lacks nothing."""
    one = dinas.opened()
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    return dinas.now(one)


def complete(dinas: Perkantoran, oleh: Hadir, one: Berkas, hasil: str = "") -> Berkas:
    now = dinas.now(one)
    return berkas_jalan.go_on(dinas.kantor, oleh, Langkah(now.id, now.versi), Putusan(hasil))


def last(dinas: Perkantoran, one: Berkas) -> Catatan:
    return dinas.kantor.perkara.trail(one)[0]


def given(dinas: Perkantoran, oleh: Hadir, one: Berkas, kepada: Hadir, alasan: str = "Dinas luar"):
    now = dinas.now(one)
    asked = Titipan(now.id, now.versi, kepada.orang.id, alasan)
    return berkas_titip.entrust(dinas.kantor, oleh, asked)


def acting(dinas: Perkantoran, *, sampai: date, unit: str = UNIT) -> str:
    """Somebody of a unit who is Plt. of the secretariat for some days."""
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    who = dinas.kantor.person(admin, f"contoh.plt{len(dinas.orang)}", "unit").id
    told = peran.Penugasan(
        KODE, unit, "tim_sekretariat", date(2026, 11, 23), sampai, "plt", "SPT/1/CONTOH"
    )
    peran.give(dinas.kantor, admin, who, told)
    return who


def test_who_holds_a_peran_for_a_term_does_the_step_and_both_names_are_kept(
    dinas: Perkantoran,
) -> None:
    lender, taker = dinas.oleh("tim_sekretariat"), dinas.oleh("tim_pertimbangan")
    [source] = dinas.kantor.held(lender.orang.id)
    until = date(2026, 11, 24)
    lent = delegasi.delegate(
        dinas.kantor, lender, Pinjaman(source.id, taker.orang.id, date(2026, 11, 23), until)
    )
    one, taker = ready(dinas), dinas.oleh("tim_pertimbangan")
    berkas_tugas.take(dinas.kantor, taker, one.id, one.versi)
    told = last(dinas, one).rincian
    assert (told["pemegang"], told["atas_nama"]) == (lent.id, lender.orang.id)
    complete(dinas, taker, one)

    told = last(dinas, one)
    assert (told.siapa, told.rincian["atas_nama"]) == (taker.orang.id, lender.orang.id)
    first = dinas.way(one)[0]
    assert (first.oleh, first.atas_nama) == (taker.orang.id, lender.orang.id)
    dinas.kantor.clock.go(days=2)
    with pytest.raises(MasaBerakhir, match=r"penerima delegasi .* berakhir Selasa, 24 November"):
        complete(dinas, dinas.oleh("tim_pertimbangan"), one)
    assert promises(dinas) == []


def test_an_acting_official_whose_term_is_over_is_told_so(dinas: Perkantoran) -> None:
    who = acting(dinas, sampai=date(2026, 11, 23))
    one = ready(dinas)
    berkas_tugas.take(dinas.kantor, dinas.kantor.hadir(who), one.id, one.versi)
    dinas.kantor.clock.go(days=1)
    late, now = dinas.kantor.hadir(who), dinas.now(one)

    for act in (
        lambda: complete(dinas, late, one),
        lambda: berkas_tugas.take(dinas.kantor, late, one.id, now.versi),
        lambda: given(dinas, late, one, dinas.oleh("pengelola_arsip")),
    ):
        with pytest.raises(MasaBerakhir, match=r"Plt\. .* berakhir Senin, 23 November 2026"):
            act()
    with pytest.raises(BukanPelaksana):
        dinas.bring(now, "dokumen", "diterima", "unit", file=dinas.file())
    assert dinas.now(one) == now
    assert complete(dinas, dinas.oleh("tim_sekretariat"), one).langkah == "rapat"


def test_who_holds_nothing_any_more_is_told_so_at_the_door(dinas: Perkantoran) -> None:
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    who = dinas.kantor.person(admin, "contoh.lama", "ppid").id
    assert isinstance(why_not(dinas.kantor, dinas.oleh("unit")), TidakBerwenang)
    [held] = dinas.kantor.held(who)
    peran.take(dinas.kantor, admin, held.id)

    told = why_not(dinas.kantor, dinas.kantor.hadir(who))
    assert isinstance(told, MasaBerakhir)
    assert "Masa Anda sebagai PPID Contoh sudah dicabut." in str(told)


def test_one_step_is_given_to_somebody_without_its_peran_and_the_giving_ends_with_it(
    dinas: Perkantoran,
) -> None:
    one, giver, taker = ready(dinas), dinas.oleh("tim_sekretariat"), dinas.oleh("pengelola_arsip")
    with pytest.raises(BukanPelaksana):
        complete(dinas, taker, one)
    after = given(dinas, giver, one, taker)
    assert after.pemilik == taker.orang.id
    told = last(dinas, one)
    assert (told.perbuatan, told.rincian["kepada"]) == ("langkah_dititipkan", taker.orang.id)
    assert told.rincian["alasan"]
    assert "Dinas luar" not in str(told.rincian)  # the words stand in a row of their own

    gone = complete(dinas, taker, one)
    assert (gone.langkah, gone.pemilik, gone.atas_nama) == ("rapat", "", "")
    assert dinas.way(one)[0].atas_nama == giver.orang.id
    assert last(dinas, one).rincian["atas_nama"] == giver.orang.id
    with pytest.raises(BukanPelaksana):
        complete(dinas, taker, one, "cukup")
    assert promises(dinas) == []


def test_a_step_is_given_by_its_people_or_those_above_and_never_further(
    dinas: Perkantoran,
) -> None:
    one, taker = ready(dinas), dinas.oleh("pengelola_arsip")
    for wrong in ("unit", "ppid_pelaksana", "tim_pertimbangan"):
        with pytest.raises(BukanPemberi, match="hanya dapat dititipkan oleh Tim Sekretariat"):
            given(dinas, dinas.oleh(wrong), one, taker)
    with pytest.raises(PerluAlasanBerkas):
        given(dinas, dinas.oleh("ppid"), one, taker, " ")
    head = dinas.oleh("ppid")
    assert given(dinas, head, one, taker).pemilik == taker.orang.id
    with pytest.raises(BukanPemberi):  # what was given is not given on
        given(dinas, taker, one, dinas.oleh("unit"))
    complete(dinas, taker, one)
    assert dinas.way(one)[0].atas_nama == head.orang.id


def test_a_lent_peran_gives_no_step_away(dinas: Perkantoran) -> None:
    lender, one = dinas.oleh("tim_sekretariat"), ready(dinas)
    [source] = dinas.kantor.held(lender.orang.id)
    day, who = date(2026, 11, 23), dinas.oleh("tim_pertimbangan")
    delegasi.delegate(dinas.kantor, lender, Pinjaman(source.id, who.orang.id, day, day))

    with pytest.raises(DelegasiTidakSah, match="tidak dapat didelegasikan lagi"):
        given(dinas, dinas.oleh("tim_pertimbangan"), one, dinas.oleh("unit"))


def test_whoever_cannot_do_it_or_need_not_be_given_it_is_refused(dinas: Perkantoran) -> None:
    giver, taker = dinas.oleh("tim_sekretariat"), dinas.oleh("unit")
    one = dinas.opened(rahasia=True)
    with pytest.raises(TidakDapatDititipi, match="tidak dapat melihat"):
        given(dinas, giver, one, taker)
    with pytest.raises(TidakAda):
        given(dinas, taker, one, giver)
    plain = ready(dinas)
    with pytest.raises(TidakDapatDititipi, match="Anda sendiri"):
        given(dinas, giver, plain, giver)
    other = dinas.oleh("tim_sekretariat", "unit")
    with pytest.raises(TidakDapatDititipi, match="sudah pelaksana"):
        given(dinas, giver, plain, other)
    nobody = replace(taker, orang=replace(taker.orang, id="tiada"))
    with pytest.raises(TidakDapatDititipi, match="tidak ditemukan"):
        given(dinas, giver, plain, nobody)
    assert dinas.now(plain).pemilik == ""


def test_a_giving_ends_when_the_giver_goes_when_it_is_taken_back_and_when_it_is_cancelled(
    dinas: Perkantoran,
) -> None:
    head, taker = acting(dinas, sampai=date(2026, 11, 23)), dinas.oleh("pengelola_arsip")
    one = ready(dinas)
    given(dinas, dinas.kantor.hadir(head), one, taker)
    dinas.kantor.clock.go(days=1)
    with pytest.raises(TitipanBerakhir):
        complete(dinas, taker, one)
    giver, now = dinas.oleh("tim_sekretariat"), dinas.now(one)
    berkas_tugas.take(dinas.kantor, giver, one.id, now.versi)
    assert dinas.now(one).atas_nama == ""
    with pytest.raises(BukanPelaksana):
        complete(dinas, taker, one)
    with pytest.raises(Overtaken):  # twice, from an old page
        berkas_titip.entrust(
            dinas.kantor, giver, Titipan(one.id, now.versi, taker.orang.id, "Dinas luar")
        )
    given(dinas, giver, one, taker)
    now, ppid = dinas.now(one), dinas.oleh("ppid")
    berkas_henti.cancel(dinas.kantor, ppid, Minta(one.id, now.versi, "Alasan contoh"))
    with pytest.raises(BerkasTertutup):
        complete(dinas, taker, one)
    with pytest.raises(BerkasTertutup):
        given(dinas, giver, one, taker)
    assert dinas.now(one).atas_nama == ""
    assert promises(dinas) == []


def test_a_step_given_away_can_be_held_and_goes_on_in_the_same_hands(dinas: Perkantoran) -> None:
    one, giver, taker = ready(dinas), dinas.oleh("tim_sekretariat"), dinas.oleh("pengelola_arsip")
    now = given(dinas, giver, one, taker)
    held = berkas_henti.hold(dinas.kantor, giver, Minta(one.id, now.versi, "Alasan contoh"))
    dinas.kantor.clock.go(days=1)
    berkas_henti.resume(dinas.kantor, giver, Minta(one.id, held.versi, "Alasan contoh"))
    berkas_tugas.take(dinas.kantor, taker, one.id, dinas.now(one).versi)

    assert complete(dinas, taker, one).langkah == "rapat"
    assert dinas.way(one)[0].oleh == taker.orang.id
