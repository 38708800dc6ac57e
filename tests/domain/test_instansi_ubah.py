"""An agency as it is changed on its page: what follows a change, and what may not be."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from service.domain import instansi_ubah as ubah
from service.domain.instansi import Instansi, Kop, Peran, Tenggat, UnitKerja
from service.domain.instansi_baca import read_text
from service.domain.instansi_beda import differences
from service.domain.instansi_tulis import write
from service.domain.pejabat import Pejabat
from service.domain.refusals import TidakAda
from service.domain.seri import Lanjut, Seri

PACKS = Path(__file__).parents[2] / "templates_docx"
SEEDS = sorted(path.parent.name for path in PACKS.glob("*/instansi.toml"))
HARI_INI = date(2026, 11, 21)
DINAS = Instansi(
    kode="dinas_contoh",
    nama="Dinas Contoh",
    kota="Kota Contoh",
    kop=Kop("DINAS CONTOH"),
    unit=(UnitKerja("satu", "Bidang Satu", "B1"), UnitKerja("dua", "Bidang Dua", "B2")),
    pejabat=(Pejabat("Contoh Satu", "Kepala Dinas Contoh", mulai=date(2025, 1, 2)),),
    peran=(Peran("atasan_ppid", "Atasan PPID", "Kepala Dinas Contoh"), Peran("ppid", "PPID")),
    seri=(Seri("sk", "Keputusan", "{NOMOR} TAHUN {TAHUN}"),),
    tenggat=(Tenggat("permohonan", 10, "hari_kerja", "UU 14 Tahun 2008 Pasal 22"),),
    tafsir=("kota", "unit.dua.kode", "seri.sk"),
)


def read(text: str) -> Instansi:
    one, faults = read_text("dinas_contoh", "dinas_contoh/instansi.toml", text)
    assert one, faults
    return one


def test_a_closed_unit_keeps_its_place_and_its_last_day_is_written():
    closed = replace(DINAS.unit[1], sampai=HARI_INI)

    after = ubah.unit_changed(closed)(DINAS)

    again = read(write(after)).unit[1]
    assert again == closed
    assert (again.open_on(HARI_INI), again.open_on(date(2026, 11, 22))) == (True, False)


def test_the_last_open_unit_stays_open():
    after = ubah.unit_changed(replace(DINAS.unit[0], sampai=HARI_INI))(DINAS)

    with pytest.raises(ubah.UnitTerakhir):
        ubah.unit_changed(replace(DINAS.unit[1], sampai=HARI_INI))(after)


@pytest.mark.parametrize(
    ("nama", "id_"),
    [("Bidang Tiga", "bidang_tiga"), ("Dua", "dua_2"), ("3 Serangkai", "unit_3_serangkai")],
)
def test_a_new_unit_gets_a_folder_of_its_own_from_its_name(nama, id_):
    after = ubah.unit_added(nama, "B3")(DINAS)

    assert [one.id for one in after.unit] == ["satu", "dua", id_]
    assert read(write(after)).unit[2].nama == nama


def test_a_unit_whose_name_has_no_letter_we_can_write_still_gets_a_folder():
    assert ubah.unit_added("総務", "S")(DINAS).unit[2].id == "unit"


def test_a_term_that_ends_and_one_that_follows_stand_beside_each_other():
    ended = replace(DINAS.pejabat[0], sampai=HARI_INI)
    next_ = Pejabat("Contoh Dua", "Kepala Dinas Contoh", mulai=date(2026, 11, 22))

    after = ubah.official_added(next_)(ubah.official_changed(0, ended)(DINAS))

    assert after.holder("atasan_ppid", HARI_INI) == ended
    assert after.holder("atasan_ppid", date(2026, 12, 1)) == next_


@pytest.mark.parametrize(
    "edit",
    [
        ubah.official_changed(1, DINAS.pejabat[0]),
        ubah.official_changed(-1, DINAS.pejabat[0]),
        ubah.unit_changed(UnitKerja("tiada", "Tiada", "T")),
        ubah.series_changed(Seri("tiada", "Tiada", "{NOMOR}")),
        ubah.term_changed(Tenggat("tiada", 1, "hari", "Contoh")),
    ],
)
def test_what_is_not_there_cannot_be_changed(edit):
    with pytest.raises(TidakAda):
        edit(DINAS)


def test_what_a_person_changed_is_no_longer_inferred():
    changed = ubah.series_changed(replace(DINAS.seri[0], lanjut=Lanjut(2026, 15)))(DINAS)

    after = read(ubah.rewritten(DINAS, changed))

    assert after.tafsir == ("kota", "unit.dua.kode")
    assert after.seri_of("sk").first(2026) == 15


def test_what_was_inferred_and_is_gone_is_no_fault():
    changed = ubah.identified(ubah.Identitas("Dinas Contoh", "", "WIB", kop=DINAS.kop))(DINAS)

    after, faults = read_text("dinas_contoh", "a", ubah.rewritten(DINAS, changed))

    assert after.tafsir == ("unit.dua.kode", "seri.sk")
    assert [one.sebab for one in faults if not one.peringatan] == ["kota belum diisi."]


def test_what_somebody_made_sure_of_is_no_longer_inferred():
    after = read(ubah.rewritten(DINAS, ubah.confirmed({"kota", "tiada"})(DINAS)))

    assert after.tafsir == ("unit.dua.kode", "seri.sk")
    assert after.kota == DINAS.kota


def test_only_the_peran_that_were_named_change_their_office():
    peran = {"ppid": Peran("ppid", "PPID Utama", "Kepala Dinas Contoh")}

    after = ubah.offices_given(peran)(DINAS)

    assert after.sebutan("ppid") == "PPID Utama"
    assert after.peran_of("atasan_ppid") == DINAS.peran_of("atasan_ppid")


def test_the_seed_comes_back_and_a_unit_it_does_not_know_is_closed():
    now = ubah.unit_added("Bidang Tiga", "B3")(replace(DINAS, nama="Dinas Berganti Nama"))

    after = read(ubah.restored(write(DINAS), DINAS, now, HARI_INI))

    assert after.nama == "Dinas Contoh"
    assert after.unit[2] == UnitKerja("bidang_tiga", "Bidang Tiga", "B3", sampai=HARI_INI)
    assert ubah.restored("apa adanya", DINAS, DINAS, HARI_INI) == "apa adanya"


def test_a_difference_names_the_place_and_both_values():
    now = ubah.unit_changed(replace(DINAS.unit[0], nama="Bidang Utama"))(DINAS)
    now = ubah.official_changed(0, replace(DINAS.pejabat[0], sampai=HARI_INI))(now)

    found = [(one.nama, one.sebelum, one.sesudah) for one in differences(DINAS, now)]

    assert found == [
        ("unit · satu · nama", "Bidang Satu", "Bidang Utama"),
        ("pejabat · Contoh Satu · sampai", "", "21 November 2026"),
    ]


@pytest.mark.parametrize("kode", SEEDS)
def test_a_seed_that_is_written_again_is_the_same_agency_and_differs_in_nothing(kode):
    seed = read((PACKS / kode / "instansi.toml").read_text())

    again = read(ubah.rewritten(seed, seed))

    assert again == seed
    assert differences(seed, again) == []
