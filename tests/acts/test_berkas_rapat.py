"""The meeting of a step is written down, called, reported on, called again, and kept whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import rapat as berkas_rapat
from service.acts.berkas import rapat_baca
from service.acts.berkas.henti import Minta
from service.acts.berkas.rapat import BelumSelesai, RapatTidakSah, Tulis
from service.adapters.ledger.audit import SqlAudit
from service.domain.berkas import Berkas, BerkasTertutup
from service.domain.rapat import Acara, Peserta, Rapat
from service.domain.rapat_berkas import RapatBerkas
from service.domain.refusals import Overtaken, TidakAda
from service.domain.sop.tolakan import BukanPelaksana, RapatBelumSelesai
from tests.acts.perkara import SERAH, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB
RAPAT_SOP = """
nama = "Rapat contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
atasan_ppid = "Atasan PPID"
pengelola_arsip = "Arsip"
[[langkah]]
id = "undang"
kegiatan = "Mengundang"
pelaksana = ["tim_sekretariat"]
keluaran = ["undangan"]
[[langkah]]
id = "rapat"
kegiatan = "Rapat"
pelaksana = ["tim_sekretariat"]
kelengkapan = ["undangan"]
cabang = { cukup = "berikut", lagi = "undang" }
lembar = ["rapat"]
[[langkah]]
id = "tetapkan"
kegiatan = "Menetapkan"
pelaksana = ["atasan_ppid"]
[[langkah]]
id = "simpan"
kegiatan = "Menyimpan"
pelaksana = ["pengelola_arsip"]
"""
RAPAT = Rapat(
    judul="Uji konsekuensi contoh",
    tanggal=date(2026, 11, 23),
    mulai=time(9),
    tempat="Ruang rapat contoh",
    acara=(Acara("Dokumen contoh"),),
    peserta=(Peserta("Contoh Satu", sebagai="pimpinan"), Peserta("Contoh Dua")),
)
HASIL = replace(
    RAPAT,
    acara=(Acara("Dokumen contoh", "Dibahas", "Terbuka"),),
    peserta=tuple(replace(one, hadir=True) for one in RAPAT.peserta),
)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"rapat": RAPAT_SOP, "serah": SERAH})


def begun(dinas: Perkantoran, rapat: Rapat = RAPAT) -> tuple[Berkas, RapatBerkas]:
    one = dinas.opened("rapat")
    asked = Tulis(dinas.kantor.new_id(), one.id, 0, rapat)
    return one, berkas_rapat.write(dinas.kantor, dinas.oleh("tim_sekretariat"), asked)


def seen(one: RapatBerkas, rapat: Rapat) -> Tulis:
    return Tulis(one.id, one.berkas, one.versi, rapat)


def meetings(dinas: Perkantoran, berkas: Berkas) -> list[RapatBerkas]:
    with dinas.kantor.ledger.read() as reading:
        return sorted(reading.find(RapatBerkas, berkas=berkas.id), key=lambda one: one.urut)


def promises(dinas: Perkantoran) -> list[str]:
    found = SqlAudit(dinas.kantor.ledger).findings([])
    return [line for one in found if one.janji not in ("I2", "I5") for line in one.sebut]


def test_a_draft_with_gaps_is_kept_and_an_invitation_with_gaps_is_refused(
    dinas: Perkantoran,
) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, draft = begun(dinas, Rapat(judul="Rapat contoh"))

    with pytest.raises(RapatTidakSah, match=r"Isi tanggal rapat\."):
        berkas_rapat.invite(dinas.kantor, who, seen(draft, draft.rapat))
    assert meetings(dinas, berkas) == [draft]
    called = berkas_rapat.invite(dinas.kantor, who, seen(draft, RAPAT))
    assert called.diundang == SENIN
    assert meetings(dinas, berkas) == [called]
    assert called.rapat == RAPAT
    assert promises(dinas) == []


def test_a_meeting_that_was_not_held_has_no_report(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, one = begun(dinas, replace(HASIL, tanggal=date(2026, 11, 24)))

    with pytest.raises(RapatTidakSah, match="belum berlangsung"):
        berkas_rapat.report(dinas.kantor, who, seen(one, one.rapat))
    dinas.kantor.clock.at = datetime(2026, 11, 23, 18, tzinfo=UTC)  # past midnight in WIB
    told = berkas_rapat.report(dinas.kantor, who, seen(one, one.rapat))
    assert told.dilaporkan
    assert meetings(dinas, berkas) == [told]


def test_the_step_goes_on_only_with_a_meeting_written_down_whole(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas = dinas.opened("rapat")
    dinas.bring(berkas, "undangan", "disetujui")
    dinas.go(berkas)
    with pytest.raises(RapatBelumSelesai, match="belum dicatat"):
        dinas.go(berkas, "cukup")
    asked = Tulis(dinas.kantor.new_id(), berkas.id, 0, RAPAT)
    one = berkas_rapat.invite(dinas.kantor, who, asked)
    with pytest.raises(RapatBelumSelesai, match="Tandai hadir atau tidaknya: Contoh Satu"):
        dinas.go(berkas, "cukup")
    berkas_rapat.report(dinas.kantor, who, seen(one, HASIL))

    assert dinas.go(berkas, "cukup").langkah == "tetapkan"


def test_a_second_meeting_asks_the_same_people_and_the_step_waits_for_it(
    dinas: Perkantoran,
) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, one = begun(dinas)
    with pytest.raises(BelumSelesai, match="Rapat berikutnya disiapkan sesudah"):
        berkas_rapat.again(dinas.kantor, who, berkas.id, one.id, "lagi")
    one = berkas_rapat.report(dinas.kantor, who, seen(one, HASIL))
    second = berkas_rapat.again(dinas.kantor, who, berkas.id, one.id, "lagi")

    assert berkas_rapat.again(dinas.kantor, who, berkas.id, one.id, "lagi") == second
    assert (second.urut, second.tanggal, second.diundang) == (2, None, None)
    assert [each.nama for each in second.peserta] == ["Contoh Satu", "Contoh Dua"]
    dinas.bring(berkas, "undangan", "disetujui")
    dinas.go(berkas)
    with pytest.raises(RapatBelumSelesai, match="Isi tanggal rapat"):
        dinas.go(berkas, "cukup")
    assert dinas.go(berkas, "lagi", "Menunggu rapat kedua contoh").langkah == "undang"
    assert promises(dinas) == []


def test_the_same_form_sent_twice_is_one_meeting(dinas: Perkantoran) -> None:
    who, berkas = dinas.oleh("tim_sekretariat"), dinas.opened("rapat")
    asked = Tulis("sama", berkas.id, 0, RAPAT)
    first = berkas_rapat.invite(dinas.kantor, who, asked)

    assert berkas_rapat.invite(dinas.kantor, who, asked) == first
    with pytest.raises(Overtaken):
        berkas_rapat.write(dinas.kantor, who, Tulis("lain", berkas.id, 0, RAPAT))
    with pytest.raises(Overtaken):
        berkas_rapat.write(dinas.kantor, who, replace(asked, rapat=HASIL))
    assert meetings(dinas, berkas) == [first]


def test_two_who_write_at_once_one_is_kept_and_the_other_is_told(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, one = begun(dinas)

    def change(nama: str) -> str:
        told = seen(one, replace(RAPAT, tempat=nama))
        try:
            return berkas_rapat.write(dinas.kantor, who, told).tempat
        except Overtaken:
            return "terlambat"

    with ThreadPoolExecutor(2) as two:
        said = list(two.map(change, ["Ruang A contoh", "Ruang B contoh"]))

    assert sorted(said)[-1] == "terlambat"
    assert [x.tempat for x in meetings(dinas, berkas)] == [min(said)]


def test_who_has_no_part_in_the_meeting_writes_nothing(dinas: Perkantoran) -> None:
    berkas, one = begun(dinas)
    for peran in ("pengelola_arsip", "atasan_ppid"):
        with pytest.raises(BukanPelaksana, match="Tim Sekretariat"):
            berkas_rapat.write(dinas.kantor, dinas.oleh(peran), seen(one, HASIL))
    stranger = Tulis(one.id, dinas.opened("rapat").id, 1, HASIL)
    with pytest.raises(TidakAda):
        berkas_rapat.write(dinas.kantor, dinas.oleh("tim_sekretariat"), stranger)
    assert meetings(dinas, berkas) == [one]


def test_an_sop_without_a_meeting_and_a_matter_that_is_closed_take_none(
    dinas: Perkantoran,
) -> None:
    who = dinas.oleh("tim_sekretariat", "ppid")
    other = dinas.opened("serah")
    with pytest.raises(TidakAda):
        berkas_rapat.write(dinas.kantor, who, Tulis("x", other.id, 0, RAPAT))
    berkas, one = begun(dinas)
    now = dinas.now(berkas)
    berkas_henti.cancel(dinas.kantor, who, Minta(now.id, now.versi, "Alasan contoh"))
    with pytest.raises(BerkasTertutup):
        berkas_rapat.write(dinas.kantor, who, seen(one, HASIL))


@pytest.mark.parametrize(
    "told",
    [
        replace(RAPAT, peserta=tuple(Peserta(f"Contoh {n}") for n in range(501))),
        replace(RAPAT, acara=tuple(Acara(f"Acara {n}") for n in range(51))),
    ],
)
def test_more_than_a_meeting_holds_is_refused_even_in_a_draft(
    dinas: Perkantoran, told: Rapat
) -> None:
    berkas, one = begun(dinas)

    with pytest.raises(RapatTidakSah, match="Paling banyak"):
        berkas_rapat.write(dinas.kantor, dinas.oleh("tim_sekretariat"), seen(one, told))
    assert meetings(dinas, berkas) == [one]


def test_a_withheld_meeting_is_not_there_for_who_may_not_see_it(dinas: Perkantoran) -> None:
    one = dinas.opened("rapat", rahasia=True)
    unit = dinas.oleh("unit")

    with pytest.raises(TidakAda):
        berkas_rapat.write(dinas.kantor, unit, Tulis("x", one.id, 0, RAPAT))


CALLER = """
nama = "Penetapan contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "rapat"
kegiatan = "Mengadakan rapat bersama"
pelaksana = ["tim_sekretariat"]
rujukan = "rapat"
"""


def test_a_meeting_that_another_sop_calls_stands_in_its_own_matter(kantor_dua: Kantor) -> None:
    kantor_dua.clock.at = SENIN
    teks = RAPAT_SOP.replace("[pelaksana]", "[buka]\nrujukan = true\n[pelaksana]", 1)
    dinas = perkantoran(kantor_dua, {"rapat": teks, "penetapan": CALLER})
    who = dinas.oleh("tim_sekretariat")
    above = dinas.opened("penetapan")
    with pytest.raises(TidakAda):
        berkas_rapat.write(dinas.kantor, who, Tulis("x", above.id, 0, RAPAT))
    called = berkas_anak.call(dinas.kantor, who, above.id)
    one = berkas_rapat.report(dinas.kantor, who, Tulis("y", called.id, 0, HASIL))

    assert rapat_baca.of_matters(dinas.kantor, [above, called]) == [(called, one)]
    with pytest.raises(TidakAda):
        rapat_baca.read(dinas.kantor, who, above.id)
    assert rapat_baca.read(dinas.kantor, who, called.id).rapat == one


def test_the_next_meeting_is_offered_where_the_last_was_passed(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, one = begun(dinas)
    seen_ = rapat_baca.read(dinas.kantor, who, berkas.id)

    assert (seen_.rapat, seen_.boleh, seen_.baru, seen_.terakhir) == (one, True, False, True)
    reader = rapat_baca.read(dinas.kantor, dinas.oleh("pengelola_arsip"), berkas.id, 1)
    assert not reader.boleh
    with pytest.raises(TidakAda):
        rapat_baca.read(dinas.kantor, who, berkas.id, 2)


def test_the_items_of_a_matter_are_on_the_agenda_of_its_first_meeting(dinas: Perkantoran) -> None:
    berkas = dinas.opened("rapat")
    dinas.item(berkas, "Laporan contoh")

    new = rapat_baca.read(dinas.kantor, dinas.oleh("tim_sekretariat"), berkas.id)

    assert new.baru
    assert [one.judul for one in new.rapat.acara] == ["Laporan contoh"]


def test_whoever_is_offered_to_be_asked_may_see_the_matter(dinas: Perkantoran) -> None:
    for peran in ("unit", "tim_sekretariat"):
        dinas.oleh(peran)
    unit = dinas.orang["unit"]

    open_ = rapat_baca.to_pick(dinas.kantor, dinas.opened("rapat"))
    closed = rapat_baca.to_pick(dinas.kantor, dinas.opened("rapat", rahasia=True))

    assert f"orang/{unit}" in open_
    assert f"orang/{unit}" not in closed
    assert f"orang/{dinas.orang['tim_sekretariat']}" in closed


def test_sent_back_to_meet_again_a_matter_needs_another_meeting(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, one = begun(dinas, HASIL)
    dinas.bring(berkas, "undangan", "disetujui")
    dinas.go(berkas)
    dinas.kantor.clock.go(hours=1)
    dinas.go(berkas, "lagi", "Contoh belum cukup")
    dinas.go(berkas)

    with pytest.raises(RapatBelumSelesai, match="perlu rapat baru"):
        dinas.go(berkas, "cukup")
    assert rapat_baca.read(dinas.kantor, who, berkas.id).lampau
    second = berkas_rapat.again(dinas.kantor, who, berkas.id, one.id, dinas.kantor.new_id())
    berkas_rapat.report(dinas.kantor, who, seen(second, HASIL))
    assert not rapat_baca.read(dinas.kantor, who, berkas.id).lampau
    assert dinas.go(berkas, "cukup").langkah == "tetapkan"
    assert promises(dinas) == []


def test_a_meeting_that_never_took_place_before_it_was_sent_back_gives_way_to_the_next(
    dinas: Perkantoran,
) -> None:
    who = dinas.oleh("tim_sekretariat")
    berkas, draft = begun(dinas, Rapat(judul="Rapat contoh"))
    dinas.bring(berkas, "undangan", "disetujui")
    dinas.go(berkas)
    dinas.kantor.clock.go(hours=1)
    dinas.go(berkas, "lagi", "Contoh undangan keliru")
    dinas.go(berkas)

    second = berkas_rapat.again(dinas.kantor, who, berkas.id, draft.id, dinas.kantor.new_id())
    assert [one.urut for one in meetings(dinas, berkas)] == [1, 2]
    assert second.judul == "Rapat contoh"
