"""An instansi at work is changed by its administrator: a version each time, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from service.acts.instansi import packs
from service.acts.instansi import pilihan as instansi
from service.acts.instansi import ubah as acts
from service.domain import instansi_ubah as ubah
from service.domain.catatan import Catatan
from service.domain.instansi import Kop, Peran
from service.domain.nomor import Buku
from service.domain.orang import PLH
from service.domain.paket import LogoTidakSah, Paket
from service.domain.pejabat import Pejabat
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.seri import Lanjut
from service.domain.setelan import Setelan
from tests.acts.test_mulai import BARU
from tests.kantor import Kantor

KODE = "dinas_contoh"
KEPALA = Pejabat("Contoh Satu", "Kepala Dinas Contoh", mulai=date(2025, 1, 2))
IDENTITAS = ubah.Identitas("Dinas Contoh Baru", "Kota Contoh", "WITA", kop=Kop("DINAS BARU"))


def now(kantor: Kantor):
    return packs.agency(kantor.packs, KODE)


def add_unit(kantor: Kantor, admin, versi: int, nama: str = "Bidang Tiga Contoh") -> None:
    acts.change(kantor, admin, KODE, versi, ubah.unit_added(nama, "B3"), "unit_ditambah")


def test_a_new_unit_has_its_inbox_folder_and_the_pack_a_new_version(kantor_dua):
    admin = kantor_dua.opened()
    assert acts.seen(kantor_dua, KODE).versi == 0

    add_unit(kantor_dua, admin, 0)

    assert now(kantor_dua).unit_of("bidang_tiga_contoh").kode == "B3"
    assert (kantor_dua.inbox / KODE / "bidang_tiga_contoh").is_dir()
    assert acts.seen(kantor_dua, KODE).versi == 1
    assert kantor_dua.lists.jurnal(KODE, 99, 1)[0].perbuatan == "unit_ditambah"


@pytest.mark.parametrize("begun", [False, True])
def test_of_two_administrators_who_saw_the_same_page_one_is_told(kantor_dua, begun):
    admin = kantor_dua.opened()
    if begun:
        add_unit(kantor_dua, admin, 0)
    ended = []

    def save(nama: str) -> None:
        try:
            add_unit(kantor_dua, admin, int(begun), nama)
            ended.append("tersimpan")
        except Overtaken:
            ended.append("didahului")

    threads = [Thread(target=save, args=(f"Bidang {n}",)) for n in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(ended) == ["didahului", "didahului", "tersimpan"]
    assert len(now(kantor_dua).unit) == 3 + begun
    assert acts.seen(kantor_dua, KODE).versi == 1 + begun


def test_a_change_that_changes_nothing_makes_no_version(kantor):
    admin = kantor.opened()

    acts.change(kantor, admin, KODE, 0, lambda one: one, "unit_diubah")

    assert acts.seen(kantor, KODE).versi == 0


def test_a_change_with_a_fault_is_refused_with_its_sentence_and_nothing_is_kept(kantor):
    admin = kantor.opened()
    acting = Pejabat("Contoh Dua", "Kepala Dinas Contoh", PLH, mulai=date(2026, 11, 21))

    with pytest.raises(instansi.PaketBelumBenar) as no:
        acts.change(kantor, admin, KODE, 0, ubah.official_added(acting), "pejabat_ditambah")

    assert no.value.faults == ("Plh. memerlukan mulai, sampai, dan dasar (nomor surat perintah).",)
    assert acts.seen(kantor, KODE).kini is None


def test_two_holders_of_one_office_are_refused_until_the_first_term_ends(kantor):
    admin = kantor.opened()
    acts.change(kantor, admin, KODE, 0, ubah.official_added(KEPALA), "pejabat_ditambah")
    heir = replace(KEPALA, nama="Contoh Dua", mulai=date(2026, 12, 1))

    with pytest.raises(instansi.PaketBelumBenar, match="dipegang dua orang sekaligus"):
        acts.change(kantor, admin, KODE, 1, ubah.official_added(heir), "pejabat_ditambah")
    ended = ubah.official_changed(0, replace(KEPALA, sampai=date(2026, 11, 30)))
    acts.change(kantor, admin, KODE, 1, ended, "pejabat_diubah")
    acts.change(kantor, admin, KODE, 2, ubah.official_added(heir), "pejabat_ditambah")
    given = ubah.offices_given({"ppid": Peran("ppid", "PPID Contoh", KEPALA.jabatan)})
    acts.change(kantor, admin, KODE, 3, given, "peran_jabatan_diubah")

    assert now(kantor).holder("ppid", date(2026, 11, 30)).nama == "Contoh Satu"
    assert now(kantor).holder("ppid", date(2026, 12, 1)).nama == "Contoh Dua"


def test_a_new_name_and_zone_reach_every_page(kantor):
    admin = kantor.opened()

    acts.identify(kantor, admin, KODE, 0, IDENTITAS)

    with kantor.ledger.read() as reading:
        setelan = reading.get(Setelan, KODE)
    assert (setelan.nama, setelan.zona) == ("Dinas Contoh Baru", "WITA")
    assert now(kantor).kop.nama == "DINAS BARU"


def test_a_new_logo_stands_beside_the_one_before(kantor, tmp_path):
    admin = kantor.opened()
    for n, colour in enumerate(("navy", "maroon", "navy")):
        Image.new("RGB", (40, 40), colour).save(tmp_path / "gambar", "PNG")
        acts.identify(kantor, admin, KODE, n, IDENTITAS, tmp_path / "gambar")

    nama = now(kantor).kop.logo
    out = kantor.packs.file(KODE, nama, tmp_path / "keluar")
    assert out.read_bytes() == (tmp_path / "gambar").read_bytes()
    with kantor.ledger.read() as reading:
        kept = [one.id for one in reading.find(Paket) if one.id.endswith(".png")]
    assert len(kept) == 2


def test_a_logo_that_is_no_picture_is_refused_and_the_name_too(kantor, tmp_path):
    admin = kantor.opened()
    (tmp_path / "logo.png").write_text("<svg onload='x'/>")

    with pytest.raises(LogoTidakSah):
        acts.identify(kantor, admin, KODE, 0, IDENTITAS, tmp_path / "logo.png")

    assert now(kantor).nama == "Dinas Contoh"


def test_the_next_number_is_shown_as_it_would_be_written(kantor):
    kantor.opened()
    seri = now(kantor).seri_of("memorandum")

    assert acts.sample(kantor, KODE, seri) == "001/M/XI/2026"
    assert acts.sample(kantor, KODE, replace(seri, lanjut=Lanjut(2026, 41))) == "041/M/XI/2026"
    assert acts.sample(kantor, KODE, replace(seri, pola="{NOMOR}/{KODE_UNIT}")) == "1/B1"
    with pytest.raises(instansi.PaketBelumBenar, match="Pola harus memuat"):
        acts.sample(kantor, KODE, replace(seri, pola="TANPA/NOMOR"))


def test_a_book_in_use_keeps_its_start_and_may_change_its_pattern(kantor_dua):
    admin = kantor_dua.opened()
    seri = now(kantor_dua).seri_of("memorandum")
    with kantor_dua.ledger.begin() as tx:
        tx.draw(Buku(KODE, "memorandum", 2026, 7), "uji")

    with pytest.raises(ubah.BukuSudahDipakai, match="sampai 7"):
        acts.number(kantor_dua, admin, KODE, 0, replace(seri, lanjut=Lanjut(2026, 41)))
    after = replace(seri, pola="{NOMOR:4}/MEMO/{TAHUN}")
    acts.number(kantor_dua, admin, KODE, 0, after)

    assert now(kantor_dua).seri_of("memorandum") == after
    assert acts.sample(kantor_dua, KODE, after) == "0008/MEMO/2026"


def test_the_pack_goes_back_to_what_it_came_as_and_closes_what_was_added(kantor):
    admin = kantor.opened()
    seed = now(kantor)
    add_unit(kantor, admin, 0)
    acts.identify(kantor, admin, KODE, 1, IDENTITAS)

    acts.restore(kantor, admin, KODE, 2)

    after = now(kantor)
    assert (after.nama, after.unit[:2]) == (seed.nama, seed.unit)
    assert after.unit[2].sampai == date(2026, 11, 21)
    assert acts.seen(kantor, KODE).versi == 3
    with kantor.ledger.read() as reading:
        assert reading.get(Setelan, KODE).nama == "Dinas Contoh"


def test_a_pack_that_was_broken_since_comes_back_whole(kantor):
    admin = kantor.opened()
    add_unit(kantor, admin, 0)
    with kantor.ledger.begin() as tx:
        before = tx.get(Paket, f"{KODE}/instansi.toml")
        tx.save(before, replace(before, teks="nama = ["))
        instansi_note(tx, kantor)
    with pytest.raises(packs.PaketRusak):
        add_unit(kantor, admin, 2)

    acts.restore(kantor, admin, KODE, 2)

    assert now(kantor).nama == "Dinas Contoh"


def instansi_note(tx, kantor: Kantor) -> None:
    tx.note(Catatan(KODE, "contoh", "instansi_diubah", kantor.clock.now(), KODE))


def test_a_pack_that_was_made_here_has_nothing_to_go_back_to(kantor):
    admin = kantor.administrator()
    instansi.set_up_new(kantor, admin, BARU)

    with pytest.raises(acts.TanpaBawaan):
        acts.restore(kantor, admin, BARU.kode, 1)


def test_only_the_administrator_of_this_instansi_changes_it(kantor, tmp_path: Path):
    admin = kantor.opened("dinas_contoh", "badan_contoh")
    ppid = kantor.hadir(kantor.person(admin, "satu", "ppid").id)
    other = kantor.person(admin, "dua", "administrator", instansi="badan_contoh")
    seri = now(kantor).seri_of("memorandum")

    for who in (ppid, kantor.hadir(other.id)):
        for act in (
            lambda who=who: add_unit(kantor, who, 0),
            lambda who=who: acts.identify(kantor, who, KODE, 0, IDENTITAS),
            lambda who=who: acts.number(kantor, who, KODE, 0, seri),
            lambda who=who: acts.restore(kantor, who, KODE, 0),
        ):
            with pytest.raises(TidakBerwenang):
                act()
    with pytest.raises(TidakAda):
        acts.change(kantor, admin, "tiada", 0, lambda one: one, "unit_diubah")
