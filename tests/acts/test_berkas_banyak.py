"""One act on many matters: each is done once or says why not, and none stops another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import banyak as berkas_banyak
from service.acts.berkas import komentar
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.banyak import (
    AMBIL,
    BATALKAN,
    INGATKAN,
    LANJUTKAN,
    SELESAIKAN,
    SERAHKAN,
    TUNDA,
    Dipilih,
    Nasib,
    Sekaligus,
    TerlaluBanyakDipilih,
    TiadaDipilih,
)
from service.acts.berkas.banyak_langkah import TUNGGU, BedaLangkah, PerluKeputusan
from service.acts.berkas.henti import PerluAlasanBerkas
from service.domain.ada import Ada
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.catatan import Catatan
from service.domain.komentar import DIINGATKAN
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, PUTARAN, UJI, UNIT, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

CABANG = """
nama = "Keputusan contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "pilih"
kegiatan = "Memilih"
pelaksana = ["tim_sekretariat"]
cabang = { ya = "berikut", tidak = "selesai" }
[[langkah]]
id = "akhir"
kegiatan = "Mengakhiri"
pelaksana = ["tim_sekretariat"]
"""
SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN, "cabang": CABANG})


def form(dinas: Perkantoran, apa: str, *some: Berkas, **more: str) -> Sekaligus:
    chosen = tuple(Dipilih(now.id, now.versi) for now in map(dinas.now, some))
    return Sekaligus(apa, dinas.kantor.new_id(), chosen, **more)


def sent(dinas: Perkantoran, oleh: Hadir, asked: Sekaligus) -> list[Nasib]:
    return berkas_banyak.do_all(dinas.kantor, oleh, asked)


def outcomes(found: list[Nasib]) -> list[bool]:
    return [one.jadi for one in found]


def ready(dinas: Perkantoran) -> Berkas:
    one = dinas.opened()
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    return one


def test_each_is_done_once_and_the_same_form_sent_again_says_so(dinas: Perkantoran) -> None:
    tim, some = dinas.oleh("tim_sekretariat"), [dinas.opened() for _ in range(3)]
    gone = dinas.opened()
    asked = form(dinas, AMBIL, *some, gone)
    berkas_tugas.take(dinas.kantor, dinas.oleh("tim_sekretariat", "unit"), gone.id, gone.versi)
    found = sent(dinas, tim, asked)

    assert outcomes(found) == [True, True, True, False]
    assert "Sudah diubah orang lain" in found[-1].kata
    assert {dinas.now(one).pemilik for one in some} == {tim.orang.id}
    again = sent(dinas, tim, asked)
    assert outcomes(again) == [True, True, True, False]
    assert {one.kata for one in again[:3]} == {"Sudah dikerjakan pada pengiriman sebelumnya."}
    assert [dinas.now(one).versi for one in some] == [2, 2, 2]
    assert promises(dinas) == []


def test_held_and_going_on_again_with_one_reason_for_all(dinas: Perkantoran) -> None:
    tim, some = dinas.oleh("tim_sekretariat"), [dinas.opened() for _ in range(2)]
    with pytest.raises(PerluAlasanBerkas):
        sent(dinas, tim, form(dinas, TUNDA, *some, alasan="  "))
    held = form(dinas, TUNDA, *some, alasan="Menunggu contoh")
    assert outcomes(sent(dinas, tim, held)) == [True, True]
    assert outcomes(sent(dinas, tim, held)) == [True, True]
    assert all(dinas.now(one).ditunda for one in some)
    stranger = sent(dinas, dinas.oleh("unit"), form(dinas, LANJUTKAN, *some, alasan="Contoh"))
    assert outcomes(stranger) == [False, False]
    assert "dikerjakan oleh Tim Sekretariat" in stranger[0].kata
    on = sent(dinas, tim, form(dinas, LANJUTKAN, *some, alasan="Sudah ada"))

    assert outcomes(on) == [True, True]
    assert not any(dinas.now(one).ditunda for one in some)
    assert promises(dinas) == []


def test_one_that_cannot_be_cancelled_stops_no_other(dinas: Perkantoran) -> None:
    head, some = dinas.oleh("ppid"), [dinas.opened(), dinas.opened()]
    part = dinas.below(dinas.opened("putaran", unit=""))[0]
    asked = form(dinas, BATALKAN, some[0], part, some[1], alasan="Contoh dicabut")
    found = sent(dinas, head, asked)

    assert outcomes(found) == [True, False, True]
    assert "bagian satu unit" in found[1].kata
    assert [dinas.now(one).keadaan for one in some] == [DIBATALKAN, DIBATALKAN]
    late = sent(dinas, head, form(dinas, AMBIL, *some))
    assert outcomes(late) == [False, False]
    assert "sudah dibatalkan" in late[0].kata
    assert promises(dinas) == []


def test_a_step_is_completed_for_many_only_where_all_are_ready(dinas: Perkantoran) -> None:
    tim, done, lacks = dinas.oleh("tim_sekretariat"), [ready(dinas), ready(dinas)], dinas.opened()
    found = sent(dinas, tim, form(dinas, SELESAIKAN, *done, lacks))
    assert outcomes(found) == [False, False, False]
    assert [one.kata for one in found[:2]] == [TUNGGU, TUNGGU]
    assert "Yang diperlukan belum ada: Dokumen contoh." in found[2].kata
    assert {dinas.now(one).langkah for one in done} == {"terima"}

    asked = form(dinas, SELESAIKAN, *done)
    assert outcomes(sent(dinas, tim, asked)) == [True, True]
    assert {dinas.now(one).langkah for one in done} == {"rapat"}
    assert outcomes(sent(dinas, tim, asked)) == [True, True]  # the same form goes no further
    assert {dinas.now(one).langkah for one in done} == {"rapat"}
    with pytest.raises(BedaLangkah):
        sent(dinas, tim, form(dinas, SELESAIKAN, *done, ready(dinas)))
    assert promises(dinas) == []


def test_a_step_that_is_decided_is_completed_one_by_one(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    parts = dinas.below(round_)
    for one in parts:
        assert dinas.go(one, peran="unit").langkah == "periksa"
    tim = dinas.oleh("tim_sekretariat")
    assert outcomes(sent(dinas, tim, form(dinas, SELESAIKAN, *parts))) == [True] * len(parts)

    # Of its two ways one goes back, so there was one way on; here there are two.
    assert dinas.now(round_).langkah == "laporkan"
    one = dinas.opened("cabang")
    with pytest.raises(PerluKeputusan):
        sent(dinas, tim, form(dinas, SELESAIKAN, one))
    assert promises(dinas) == []


def test_steps_are_given_to_one_person_to_others_only_with_a_reason(dinas: Perkantoran) -> None:
    tim, dua = dinas.oleh("tim_sekretariat"), dinas.oleh("tim_sekretariat", "unit")
    arsip, some = dinas.oleh("pengelola_arsip"), [dinas.opened(), dinas.opened()]
    given = form(dinas, SERAHKAN, *some, kepada=dua.orang.id)
    assert outcomes(sent(dinas, tim, given)) == [True, True]
    bare = sent(dinas, tim, form(dinas, SERAHKAN, *some, kepada=arsip.orang.id))
    assert outcomes(bare) == [False, False]
    assert "bukan Tim Sekretariat di tempat ini" in bare[0].kata
    told = form(dinas, SERAHKAN, *some, kepada=arsip.orang.id, alasan="Dinas luar")
    assert outcomes(sent(dinas, tim, told)) == [True, True]
    assert {dinas.now(one).pemilik for one in some} == {arsip.orang.id}
    assert all(dinas.now(one).atas_nama for one in some)
    nobody = sent(dinas, tim, form(dinas, SERAHKAN, *some, kepada="tiada"))

    assert outcomes(nobody) == [False, False]
    assert promises(dinas) == []


def test_those_waited_for_are_reminded_once_for_each(dinas: Perkantoran) -> None:
    head, tim = dinas.oleh("ppid"), dinas.oleh("tim_sekretariat")
    some = [dinas.opened(), dinas.opened()]
    asked = form(dinas, INGATKAN, *some, alasan="Mohon hari ini")
    for _ in range(2):
        assert outcomes(sent(dinas, head, asked)) == [True, True]

    many, unseen = komentar.for_me(dinas.kantor, tim, 10)
    assert (many, [one.kabar for one, _ in unseen]) == (2, [DIINGATKAN] * 2)
    for one in some:
        [said] = komentar.talk(dinas.kantor, tim, one).komentar
        assert said.teks == "Mohon hari ini"


def test_what_lies_beyond_reach_has_no_name_and_what_has_no_sop_no_step(dinas: Perkantoran) -> None:
    unit, hidden = dinas.oleh("unit"), dinas.opened(rahasia=True, judul="Kenari tertutup")
    bare = Berkas(dinas.kantor.new_id(), KODE, UNIT, "Tanpa SOP contoh", "", "berjalan", SENIN)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(bare)
        tx.note(Catatan(KODE, "mesin", "berkas_dibuka", SENIN, bare.id))
    for apa in (AMBIL, BATALKAN, SELESAIKAN, INGATKAN):
        found = sent(dinas, unit, form(dinas, apa, hidden, bare, alasan="Contoh"))
        assert outcomes(found) == [False, False]
        assert (found[0].judul, found[1].kata) == (
            "",
            "Berkas ini tidak menurut SOP, jadi tidak punya langkah.",
        )
        assert "Kenari" not in str(found)


def test_a_form_that_makes_no_sense_does_nothing(dinas: Perkantoran) -> None:
    tim, one = dinas.oleh("tim_sekretariat"), dinas.opened()
    with pytest.raises(TiadaDipilih):
        sent(dinas, tim, form(dinas, AMBIL))
    with pytest.raises(TidakAda):
        sent(dinas, tim, form(dinas, "hapus", one))
    many = tuple(Dipilih(f"berkas-{n}", 1) for n in range(201))
    with pytest.raises(TerlaluBanyakDipilih):
        sent(dinas, tim, Sekaligus(AMBIL, "kunci-contoh", many))
    double = form(dinas, AMBIL, one, one)
    assert outcomes(sent(dinas, tim, double)) == [True]  # chosen twice it is one


def ruled(dinas: Perkantoran, hasil: str) -> Berkas:
    """A matter up to its decree, with its papers and one item."""
    one = ready(dinas)
    dinas.go(one)
    item = dinas.item(one)
    dinas.bring(one, "undangan", "disetujui")
    dinas.bring(one, "berita_acara", "ditandatangani", file=dinas.file())
    dinas.go(one, "cukup")
    dinas.bring(one, "sk", "ditandatangani", file=dinas.file())
    dinas.decided(item, hasil)
    return dinas.now(one)


def test_the_head_approves_no_exclusion_in_bulk(dinas: Perkantoran) -> None:
    head = dinas.oleh("atasan_ppid")
    closed, open_ = ruled(dinas, "dikecualikan"), [ruled(dinas, "terbuka") for _ in range(2)]
    with pytest.raises(PerluKeputusan):
        sent(dinas, head, form(dinas, SELESAIKAN, *open_, closed))

    assert {dinas.now(one).langkah for one in (closed, *open_)} == {"penetapan"}
    assert outcomes(sent(dinas, head, form(dinas, SELESAIKAN, *open_))) == [True, True]
    assert dinas.now(closed).langkah == "penetapan"


def test_one_whose_exclusion_lost_a_paper_keeps_all_where_they_are(dinas: Perkantoran) -> None:
    tim, some = dinas.oleh("tim_sekretariat"), [ruled(dinas, "dikecualikan") for _ in range(2)]
    for one in some:
        dinas.go(one, peran="atasan_ppid")
        dinas.bring(one, "dik", "terbit")
    with dinas.kantor.ledger.read() as reading:
        [paper] = reading.find(Ada, berkas=some[1].id, bahan="berita_acara")
    berkas_bahan.take_back(dinas.kantor, tim, paper.id, paper.versi, "Contoh salah pindaian")
    found = sent(dinas, tim, form(dinas, SELESAIKAN, *some))

    assert found[0].kata == TUNGGU
    assert "Berita acara pengujian belum ditandatangani" in found[1].kata
    assert {dinas.now(one).langkah for one in some} == {"masuk_dik"}
