"""A matter is opened, walked row by row by its people, decided, sent back, and comes to its end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.bahan import BahanTidakSah
from service.acts.berkas.baru import JudulKosong
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.butir import BelumTeruji, ButirTidakSah, Masuk
from service.acts.berkas.jalan import Langkah
from service.acts.kiriman import putusan as putusan_kiriman
from service.adapters.ledger.audit import SqlAudit
from service.domain.alasan import Alasan
from service.domain.berkas import BERJALAN, SELESAI, Berkas, BerkasTertutup
from service.domain.kiriman import File
from service.domain.refusals import Overtaken, TidakAda
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import (
    BelumLengkap,
    BukanHasil,
    BukanPelaksana,
    ButirBelumDiputus,
    PerluAlasanKembali,
)
from service.domain.uji import LembarUji
from service.domain.wewenang import PerluAlasan
from tests.acts.perkara import KODE, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def promises(dinas: Perkantoran) -> list[str]:
    found = SqlAudit(dinas.kantor.ledger).findings([])
    return [line for one in found if one.janji not in ("I2", "I5") for line in one.sebut]


def met(dinas: Perkantoran, butir: int = 0) -> Berkas:
    """A matter up to its decree, with its papers and so many items."""
    one = dinas.opened(diterima=SENIN)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.go(one)
    for n in range(butir):
        dinas.item(one, f"Butir contoh {n + 1}")
    return concluded(dinas, one)


def concluded(dinas: Perkantoran, one: Berkas) -> Berkas:
    """The same matter after its meeting."""
    dinas.bring(one, "undangan", "disetujui")
    dinas.bring(one, "berita_acara", "ditandatangani", file=dinas.file())
    return dinas.go(one, "cukup")


def test_a_matter_begins_at_the_first_row_with_both_its_clocks(dinas: Perkantoran) -> None:
    one = dinas.opened(diterima=SENIN)

    assert (one.langkah, one.keadaan, one.putaran) == ("terima", BERJALAN, 0)
    assert one.norma == datetime(2026, 11, 23, 2, 10, tzinfo=UTC)
    assert one.tenggat is None or one.tenggat > date(2026, 11, 23)
    assert one.jatuh == date(2026, 11, 23)
    [begun] = dinas.way(one)
    assert (begun.langkah, begun.keluar) == ("terima", None)


def test_the_same_form_sent_twice_opens_one_matter(dinas: Perkantoran) -> None:
    first, second = (dinas.opened(id="sama") for _ in range(2))

    assert first == second
    assert len(dinas.way(first)) == 1


def test_a_matter_without_a_name_or_an_sop_is_not_opened(dinas: Perkantoran) -> None:
    with pytest.raises(JudulKosong):
        dinas.opened(judul="  ")
    with pytest.raises(TidakAda):
        dinas.opened("entah")
    with pytest.raises(TidakAda):
        dinas.opened(bagian="entah")


def test_each_step_ends_its_passage_and_begins_the_next(dinas: Perkantoran) -> None:
    one = met(dinas)

    way = [(x.langkah, x.hasil, x.keluar is not None) for x in dinas.way(one)]
    assert way == [("terima", "", True), ("rapat", "cukup", True), ("penetapan", "", False)]
    assert dinas.known(one).ada["register"] == "diberikan"
    assert one.langkah == "penetapan"
    assert one.norma is None


@pytest.mark.parametrize(
    ("outcomes", "rest", "passed"),
    [
        (("terbuka",), ["umumkan"], ["masuk_dik"]),
        (("dikecualikan",), ["masuk_dik"], ["umumkan"]),
        (("sebagian", "terbuka"), ["umumkan", "masuk_dik"], []),
    ],
)
def test_outcomes_choose_the_way_and_it_ends(
    dinas: Perkantoran, outcomes: tuple[str, ...], rest: list[str], passed: list[str]
) -> None:
    one = met(dinas, len(outcomes))
    for item, hasil in zip(dinas.items(one), outcomes, strict=True):
        dinas.decided(item, hasil)
    dinas.bring(one, "sk", "ditandatangani", file=dinas.file())
    for what in ("dip", "dik"):
        dinas.bring(one, what, "terbit")
    now = dinas.go(one, peran="atasan_ppid")
    while now.keadaan == BERJALAN:
        now = dinas.go(one)

    way = dinas.way(one)
    assert [x.langkah for x in way if not x.dilewati][3:] == rest
    assert [x.langkah for x in way if x.dilewati] == passed
    assert (now.keadaan, now.langkah, now.jatuh) == (SELESAI, "", None)
    assert promises(dinas) == []
    with pytest.raises(BerkasTertutup):
        dinas.go(one)


def test_a_step_of_others_out_of_order_or_unprepared_changes_nothing(dinas: Perkantoran) -> None:
    one = dinas.opened()
    with pytest.raises(BukanPelaksana):
        dinas.go(one, peran="unit")
    with pytest.raises(BelumLengkap, match="Dokumen contoh"):
        dinas.go(one)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    with pytest.raises(BukanHasil):
        dinas.go(one, "cukup")

    assert dinas.now(one) == one
    assert len(dinas.way(one)) == 1


def test_it_goes_back_with_its_reason_and_the_rounds_are_counted(dinas: Perkantoran) -> None:
    one = met(dinas)
    with pytest.raises(PerluAlasanKembali):
        dinas.go(one, "kembali", peran="atasan_ppid")
    back = dinas.go(one, "kembali", "Pertimbangan contoh kurang", peran="atasan_ppid")

    assert (back.langkah, back.putaran) == ("rapat", 1)
    last, fresh = dinas.way(one)[-2:]
    assert (last.langkah, last.kembali, fresh.langkah) == ("penetapan", True, "rapat")
    with dinas.kantor.ledger.read() as reading:
        assert reading.get(Alasan, last.alasan).kata == "Pertimbangan contoh kurang"


def test_of_two_who_complete_the_same_step_one_wins_and_the_other_is_told(
    dinas: Perkantoran,
) -> None:
    one = dinas.opened()
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    step, who = Langkah(one.id, one.versi), dinas.oleh("tim_sekretariat")

    def done(_: int) -> str:
        try:
            return berkas_jalan.go_on(dinas.kantor, who, step, Putusan()).langkah
        except Overtaken:
            return "lain"

    with ThreadPoolExecutor(4) as hands:
        ends = sorted(hands.map(done, range(4)))

    assert ends == ["lain", "lain", "lain", "rapat"]
    assert [x.langkah for x in dinas.way(one)] == ["terima", "rapat"]
    assert promises(dinas) == []


def test_an_item_is_closed_only_with_its_whole_worksheet(dinas: Perkantoran) -> None:
    one = dinas.opened(diterima=SENIN)
    who, head = dinas.oleh("tim_sekretariat"), dinas.oleh("atasan_ppid")
    with pytest.raises(BukanPelaksana):
        berkas_butir.put_in(dinas.kantor, head, one.id, Masuk("b0", "Butir orang lain"))
    bare = berkas_butir.put_in(dinas.kantor, who, one.id, Masuk("b1", "Butir tanpa lembar"))
    assert berkas_butir.put_in(dinas.kantor, who, one.id, Masuk("b1", "Lagi")) == bare
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.go(one)
    concluded(dinas, one)
    with pytest.raises(BelumTeruji, match="Pilih sedikitnya satu huruf Pasal 17"):
        dinas.decided(bare, "dikecualikan")
    with pytest.raises(ButirTidakSah, match="terbuka, sebagian, dikecualikan"):
        dinas.decided(bare, "entah")
    with pytest.raises(ButirBelumDiputus):
        dinas.bring(one, "sk", "ditandatangani", file=dinas.file())
        dinas.go(one, peran="atasan_ppid")

    with pytest.raises(BukanPelaksana):
        berkas_butir.decide(dinas.kantor, who, bare.id, bare.versi, "terbuka")

    opened = dinas.decided(bare, "terbuka")
    assert opened.hasil == "terbuka"
    assert opened.uji == LembarUji()


def test_an_item_that_was_taken_out_counts_no_more_and_stays(dinas: Perkantoran) -> None:
    one = met(dinas, 1)
    [item] = dinas.items(one)
    who = dinas.oleh("atasan_ppid")
    with pytest.raises(ButirTidakSah, match="alasan"):
        berkas_butir.take_out(dinas.kantor, who, item.id, item.versi, " ")
    berkas_butir.take_out(dinas.kantor, who, item.id, item.versi, "Salah dokumen contoh")

    assert dinas.known(one).butir == {}
    with pytest.raises(Overtaken):
        dinas.decided(item, "terbuka")


@pytest.mark.parametrize(
    ("bahan", "keadaan", "more", "why"),
    [
        ("entah", "dicatat", {}, "tidak ditemukan"),
        ("berita_acara", "sudah", {}, "harus salah satu"),
        ("berita_acara", "ditandatangani", {}, "Lampirkan pindaian"),
        ("dokumen", "diterima", {}, "Pilih file"),
        ("register", "diberikan", {}, "dicatat sendiri"),
        ("dokumen", "diterima", {"file": "tidak_ada"}, "tidak ditemukan"),
    ],
)
def test_what_is_laid_down_wrongly_is_refused_in_words(
    dinas: Perkantoran, bahan: str, keadaan: str, more: dict[str, str], why: str
) -> None:
    one = dinas.opened()
    with pytest.raises((BahanTidakSah, TidakAda), match=why):
        dinas.bring(one, bahan, keadaan, **more)

    assert dinas.known(one).ada == {}


def test_what_a_row_needs_or_makes_is_laid_down_by_its_people_alone(dinas: Perkantoran) -> None:
    one = met(dinas)
    with pytest.raises(BukanPelaksana):
        dinas.bring(one, "sk", "ditandatangani", "unit", file=dinas.file())
    dinas.bring(one, "dip", "terbit")  # the row after this one makes it

    assert dinas.known(one).ada["dip"] == "terbit"


def test_what_was_taken_back_holds_the_step_up_again(dinas: Perkantoran) -> None:
    one = dinas.opened()
    who = dinas.oleh("tim_sekretariat")
    asked = berkas_bahan.Bawa("ada1", "dokumen", "diterima", file=dinas.file())
    there = berkas_bahan.bring(dinas.kantor, who, one.id, asked)
    assert berkas_bahan.bring(dinas.kantor, who, one.id, asked) == there
    berkas_bahan.take_back(dinas.kantor, who, there.id, there.versi, "Salah file contoh")

    with pytest.raises(BelumLengkap):
        dinas.go(one)
    with pytest.raises(Overtaken):
        berkas_bahan.take_back(dinas.kantor, who, there.id, there.versi, "Lagi")


def test_a_hand_over_is_confirmed_by_somebody_else_or_with_a_reason(dinas: Perkantoran) -> None:
    one = dinas.opened("serah")
    where = "Lemari 2, 3 map, baik"
    with pytest.raises(BahanTidakSah, match="belum dicatat diserahkan"):
        dinas.bring(one, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    with pytest.raises(BahanTidakSah, match="tempat, jumlah, dan kondisi"):
        dinas.bring(one, "fisik", "diserahkan", "unit")
    dinas.bring(one, "fisik", "diserahkan", "unit", catatan=where)
    with pytest.raises(PerluAlasan):
        dinas.bring(one, "fisik", "diterima_kedua_pihak", "unit", catatan=where)
    with pytest.raises(BelumLengkap, match="Berkas fisik"):
        dinas.go(one, peran="unit")
    dinas.bring(one, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)

    assert dinas.go(one, peran="unit").keadaan == SELESAI


def test_a_changed_sop_governs_only_what_is_opened_after_it(dinas: Perkantoran) -> None:
    before = dinas.opened()
    file = dinas.kantor.home / "paket" / KODE / "sop" / "uji.toml"
    file.write_text(
        UJI.replace('id = "terima"\n', 'id = "masuk"\n').replace('"terima" }', '"masuk" }')
    )
    after = dinas.opened()

    assert (before.langkah, after.langkah) == ("terima", "masuk")
    assert before.sidik != after.sidik
    dinas.bring(before, "dokumen", "diterima", file=dinas.file())
    assert dinas.go(before).langkah == "rapat"
    assert dinas.go(before, "lagi", "Dokumen contoh kurang").langkah == "terima"


def test_a_withheld_matter_is_not_there_for_who_may_not_see_it(dinas: Perkantoran) -> None:
    who = dinas.oleh("tim_sekretariat")
    asked = Pembukaan("rahasia1", KODE, UNIT, "uji", "Perkara tertutup", rahasia=True)
    one = berkas_baru.open_by(dinas.kantor, who, asked)

    with pytest.raises(TidakAda):
        dinas.go(one, peran="unit")
    with pytest.raises(TidakAda):
        berkas_baru.open_by(
            dinas.kantor, dinas.oleh("unit"), Pembukaan("r2", KODE, UNIT, "uji", "X", rahasia=True)
        )


def test_a_letter_that_is_withheld_later_takes_its_matter_with_it(dinas: Perkantoran) -> None:
    with dinas.kantor.ledger.read() as reading:
        kiriman = reading.get(File, dinas.file()).kiriman
    one, other = dinas.opened(kiriman=kiriman), dinas.opened()
    secret = dinas.oleh("tim_sekretariat", "petugas")
    putusan_kiriman.secret(dinas.kantor, secret, kiriman, 1)

    assert dinas.now(one).rahasia
    assert not dinas.now(other).rahasia
    with pytest.raises(TidakAda):
        dinas.go(one, peran="unit")
    assert promises(dinas) == []


def test_a_matter_that_stayed_open_is_not_there_for_who_may_not_see_its_letter(
    dinas: Perkantoran,
) -> None:
    with dinas.kantor.ledger.read() as reading:
        kiriman = reading.get(File, dinas.file()).kiriman
    putusan_kiriman.secret(dinas.kantor, dinas.oleh("tim_sekretariat", "petugas"), kiriman, 1)
    one = dinas.opened(kiriman=kiriman)

    assert not dinas.now(one).rahasia
    with pytest.raises(TidakAda):
        dinas.go(one, peran="unit")
    assert promises(dinas) == [f"berkas {one.id} terbuka, kirimannya rahasia"]
