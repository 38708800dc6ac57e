"""At the desk a person decides about what came in; their word stands, and is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import identify
from service.acts.instansi.aturan import aturan_of
from service.acts.kiriman import ajaran, nomor_daftar
from service.acts.kiriman import putusan as desk
from service.acts.kiriman.reread import reread
from service.acts.simpan.looked import Dilihat
from service.domain.alasan import Alasan
from service.domain.aturan import AturanPengirim
from service.domain.bacaan import Bacaan
from service.domain.berkas import Berkas
from service.domain.ketetapan import BelumSaatnya, Ketetapan, KetetapanKurang, TanpaUnit, is_tanggal
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    DITOLAK_PETUGAS,
    KARANTINA,
    MENUNGGU_PETUGAS,
    File,
    Kiriman,
    Surat,
)
from service.domain.nomor import BATAL, Nomor
from service.domain.permohonan import Permohonan, SudahBernomor
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.teks import Teks
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, arrive, open_house, person, rule, work
from tests.papers import letter

SURAT = (
    "LEMBAGA CONTOH PEDULI",
    "Nomor : 12/A/XI/2026",
    "Kota Contoh, 3 November 2026",
    "Hal : Pertanyaan tentang anggaran contoh",
    "Dengan hormat, bersama ini kami bertanya tentang hal tersebut kepada kantor Saudara.",
)
DITETAPKAN = Ketetapan(
    "permohonan_informasi",
    Surat("12/A/XI/2026", "2026-11-03", "Anggaran contoh", "Lembaga Contoh Peduli", "biasa"),
)


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    """An office on SQLite, and again on PostgreSQL."""
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "contoh.petugas", "petugas")


def come(house: RealHouse, folder: Path, *words: str, **slip: object) -> Kiriman:
    """A letter that came in and was looked at."""
    path = letter(folder / f"{house.new_id()}.docx", *(words or SURAT))
    kiriman = arrive(house, path, **slip)
    work(house)
    return found(house, kiriman.id)


def found(house: RealHouse, kiriman_id: str) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman_id)


def audited(house: RealHouse) -> list[str]:
    return [one.janji for one in house.audit.findings([]) if one.dilanggar]


# --- confirm


def test_one_key_registers_with_the_values_and_opens_the_berkas(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    assert (before.keadaan, before.surat) == (MENUNGGU_PETUGAS, Surat())
    assert before.nomor_agenda

    after = desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)

    kept = found(house, before.id)
    assert (kept.keadaan, kept.jenis, kept.surat) == (
        DIDAFTAR,
        "permohonan_informasi",
        DITETAPKAN.surat,
    )
    assert kept.nomor_agenda == before.nomor_agenda
    assert (kept.alasan, kept.kode) == ("", "")
    with house.ledger.read() as reading:
        assert reading.get(Berkas, after.berkas).judul == "Anggaran contoh"
    (line, *_) = house.lists.jurnal(INSTANSI, 1_000_000, 1)
    assert (line.perbuatan, line.siapa) == ("kiriman_diputuskan", petugas.orang.id)
    assert "Lembaga" not in str(line.rincian)
    assert audited(house) == []


def test_what_a_person_corrected_is_found_by_the_search(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)

    with house.ledger.read() as reading:
        (teks,) = reading.find(Teks, kiriman=before.id)
    assert "lembaga contoh peduli" in teks.akar


def test_a_persons_word_outlives_every_later_reading(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    after = desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)
    with house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=before.id)

    read = ("UNDANGAN", "Nomor : 9/Z/I/2020", "Hal : Undangan lain")
    reread(house, file, Dilihat(file, Bacaan(file.mime, 1, ("\n".join(read),))))
    identify.run(house, before.id)

    kept = found(house, before.id)
    assert (kept.jenis, kept.surat, kept.keadaan) == (after.jenis, after.surat, DIDAFTAR)


def test_what_the_machine_registered_can_be_corrected_afterwards(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path, "SURAT TUGAS", *SURAT[1:])
    assert before.keadaan == DIDAFTAR

    desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)

    kept = found(house, before.id)
    assert (kept.jenis, kept.berkas) == ("permohonan_informasi", before.berkas)
    with house.ledger.read() as reading:
        assert reading.get(Berkas, kept.berkas).judul == "Anggaran contoh"


def test_the_second_officer_is_told_that_somebody_was_first(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    second = person(house, "contoh.kedua", "petugas")
    before = come(house, tmp_path)
    desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)

    other = replace(DITETAPKAN, jenis="laporan")
    with pytest.raises(Overtaken, match="Sudah diubah orang lain"):
        desk.confirm(house, second, before.id, before.versi, other)

    assert found(house, before.id).jenis == "permohonan_informasi"


def test_a_decision_with_faults_is_refused_whole_and_names_them_all(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    wrong = Ketetapan("entah", Surat(tanggal="31-12-2026", sifat="genting"), unit="tak_ada")

    with pytest.raises(KetetapanKurang) as refused:
        desk.confirm(house, petugas, before.id, before.versi, wrong)

    assert len(refused.value.faults) == 4
    assert found(house, before.id) == before


@pytest.mark.parametrize(
    ("teks", "sah"),
    [("2026", True), ("2026-11", True), ("2026-11-21", True), ("2026-02-30", False),
     ("2026-13", False), ("21-11-2026", False), ("2026-1-1", False), ("", False), ("0000", False)],
)  # fmt: skip
def test_a_date_is_as_precise_as_the_letter_and_there_must_be_such_a_day(
    teks: str, sah: bool
) -> None:
    assert is_tanggal(teks) is sah


def test_only_who_decides_may_and_what_is_beyond_reach_is_not_there(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    unit_only = person(house, "contoh.unit", "unit")
    elsewhere = person(house, "contoh.lain", "petugas", unit="lain_contoh")
    before = come(house, tmp_path)

    with pytest.raises(TidakBerwenang):
        desk.confirm(house, unit_only, before.id, before.versi, DITETAPKAN)
    with pytest.raises(TidakAda):
        desk.confirm(house, elsewhere, before.id, before.versi, DITETAPKAN)
    with pytest.raises(TidakAda):
        desk.confirm(house, petugas, "tidakada", 1, DITETAPKAN)


# --- put aside, again, place


def test_what_is_put_aside_keeps_its_number_and_its_reason_and_can_be_taken_up_again(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    with pytest.raises(desk.PerluSebab):
        desk.put_aside(house, petugas, before.id, before.versi, " - ")

    aside = desk.put_aside(house, petugas, before.id, before.versi, "Brosur, bukan surat dinas.")

    assert (aside.keadaan, aside.nomor_agenda) == (DITOLAK_PETUGAS, before.nomor_agenda)
    with house.ledger.read() as reading:
        assert [one.kata for one in reading.find(Alasan, tentang=before.id)] == [
            "Brosur, bukan surat dinas."
        ]
    kept = found(house, before.id)
    with pytest.raises(BelumSaatnya):
        desk.confirm(house, petugas, kept.id, kept.versi, DITETAPKAN)

    desk.again(house, petugas, kept.id, kept.versi)
    work(house)
    back = found(house, before.id)
    assert (back.keadaan, back.nomor_agenda) == (MENUNGGU_PETUGAS, before.nomor_agenda)
    assert audited(house) == []


def test_what_is_kept_apart_is_looked_at_again_and_not_registered_by_hand(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    kiriman = arrive(house, tmp_path / "kosong.pdf")
    work(house)
    before = found(house, kiriman.id)
    assert before.keadaan == KARANTINA

    with pytest.raises(BelumSaatnya):
        desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)
    asked = desk.again(house, petugas, before.id, before.versi)

    assert (asked.keadaan, asked.akhir) == (DITERIMA, "")
    work(house)
    assert found(house, before.id).keadaan == KARANTINA


def test_a_stray_is_placed_in_a_unit_and_then_numbered_under_its_rules(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path, "SURAT TUGAS", *SURAT[1:], instansi="", unit="")
    assert (before.kode, before.nomor_agenda) == ("tanpa_folder", "")
    with pytest.raises(TanpaUnit):
        desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)
    with pytest.raises(KetetapanKurang):
        desk.place(house, petugas, before.id, before.versi, INSTANSI, "tak_ada")

    desk.place(house, petugas, before.id, before.versi, INSTANSI, UNIT)
    work(house)

    after = found(house, before.id)
    assert (after.instansi, after.unit, after.keadaan) == (INSTANSI, UNIT, DIDAFTAR)
    assert after.nomor_agenda
    assert audited(house) == []
    with pytest.raises(BelumSaatnya):
        desk.place(house, petugas, after.id, after.versi, INSTANSI, UNIT)


# --- withheld matters


def test_a_withheld_matter_moves_to_the_closed_book_and_its_old_number_is_void_with_the_reason(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    keeper = person(house, "contoh.sekretariat", "tim_sekretariat")
    before = come(house, tmp_path)

    after = desk.secret(house, petugas, before.id, before.versi)

    assert after.rahasia
    assert after.nomor_agenda.startswith("R-")
    with house.ledger.read() as reading:
        old, new = sorted(reading.find(Nomor, untuk=before.id), key=lambda one: one.buku)
        (why,) = reading.find(Alasan, tentang=old.id)
    assert (old.nomor, old.keadaan, why.kata) == (
        before.nomor_agenda,
        BATAL,
        "dipindahkan ke buku rahasia",
    )
    assert (new.nomor, new.rahasia) == (after.nomor_agenda, True)
    with pytest.raises(TidakAda):
        desk.confirm(house, petugas, before.id, after.versi, DITETAPKAN)
    kept = found(house, before.id)
    assert desk.confirm(house, keeper, kept.id, kept.versi, DITETAPKAN).keadaan == DIDAFTAR
    assert audited(house) == []


def test_who_confirms_that_a_letter_is_secret_closes_it_with_the_same_key(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path, *SURAT[:2], "Sifat : Rahasia", *SURAT[2:])
    assert before.kode == "mungkin_rahasia"
    said = replace(DITETAPKAN, surat=replace(DITETAPKAN.surat, sifat="rahasia"))

    after = desk.confirm(house, petugas, before.id, before.versi, said)

    assert after.rahasia
    assert after.nomor_agenda.startswith("R-")


# --- the legal number


def test_the_legal_number_waits_for_its_own_key_and_is_told_before_it_is_taken(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    rules = aturan_of(house, INSTANSI)
    assert nomor_daftar.upcoming(house, before, rules) is None
    desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)
    kept = found(house, before.id)
    assert kept.nomor_daftar == ""

    told = nomor_daftar.upcoming(house, kept, rules)
    after = nomor_daftar.give(house, petugas, kept.id, kept.versi)

    assert told
    assert (told.seri, told.nomor) == ("Nomor pendaftaran permohonan", after.nomor_daftar)
    with house.ledger.read() as reading:
        (line,) = reading.find(Permohonan, kiriman=kept.id)
    assert (line.nomor_daftar, line.isian.nama, line.keadaan) == (
        after.nomor_daftar,
        "Lembaga Contoh Peduli",
        "terdaftar",
    )
    with pytest.raises(SudahBernomor):
        nomor_daftar.give(house, petugas, kept.id, after.versi)
    assert nomor_daftar.upcoming(house, found(house, kept.id), rules) is None
    assert audited(house) == []


def test_a_kind_without_a_book_takes_no_legal_number(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    desk.confirm(house, petugas, before.id, before.versi, replace(DITETAPKAN, jenis="laporan"))
    kept = found(house, before.id)

    with pytest.raises(nomor_daftar.TanpaBukuDaftar):
        nomor_daftar.give(house, petugas, kept.id, kept.versi)


# --- what is taught


def test_a_correction_offers_a_rule_that_decides_for_the_next_letter_until_it_is_withdrawn(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path)
    desk.confirm(house, petugas, before.id, before.versi, DITETAPKAN)
    offered = ajaran.offer(house, petugas, found(house, before.id))
    assert offered
    assert (offered.sebutan, offered.nilai) == ("Lembaga Contoh Peduli", "permohonan_informasi")
    with house.ledger.read() as reading:
        assert reading.find(AturanPengirim) == []

    taught = ajaran.teach(house, petugas, before.id)

    again = come(house, tmp_path, SURAT[0], "Nomor : 13/A/XI/2026", *SURAT[2:])
    assert (again.keadaan, again.jenis) == (DIDAFTAR, "permohonan_informasi")
    assert [one.id for one in ajaran.taught(house, petugas)] == [taught.id]
    with pytest.raises(ajaran.TidakDapatDiajarkan):
        ajaran.teach(house, petugas, before.id)

    ajaran.withdraw(house, petugas, taught.id, taught.versi)

    third = come(house, tmp_path, SURAT[0], "Nomor : 14/A/XI/2026", *SURAT[2:])
    assert third.keadaan == MENUNGGU_PETUGAS
    assert ajaran.taught(house, petugas) == []
    with pytest.raises(Overtaken):
        ajaran.withdraw(house, petugas, taught.id, taught.versi)
    assert audited(house) == []


def test_what_the_machine_was_sure_of_needs_no_lesson(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    before = come(house, tmp_path, SURAT[0], "SURAT TUGAS", *SURAT[1:])
    said = replace(DITETAPKAN, jenis="surat_tugas")
    desk.confirm(house, petugas, before.id, before.versi, said)

    assert ajaran.offer(house, petugas, found(house, before.id)) is None


def test_a_rule_counts_for_every_unit_so_it_takes_who_decides_for_all_of_them(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    seunit = person(house, "contoh.seunit", "petugas", unit=UNIT)
    before = come(house, tmp_path)
    with pytest.raises(ajaran.TidakDapatDiajarkan, match="belum ditetapkan"):
        ajaran.teach(house, petugas, before.id)
    desk.confirm(house, seunit, before.id, before.versi, DITETAPKAN)

    assert ajaran.offer(house, seunit, found(house, before.id)) is None
    with pytest.raises(TidakBerwenang):
        ajaran.teach(house, seunit, before.id)


def test_of_a_withheld_matter_nothing_is_written_into_a_rule(
    house: RealHouse, tmp_path: Path
) -> None:
    keeper = person(house, "contoh.sekretariat", "tim_sekretariat")
    before = come(house, tmp_path, rahasia=True)
    desk.confirm(house, keeper, before.id, before.versi, DITETAPKAN)

    assert ajaran.offer(house, keeper, found(house, before.id)) is None
    with pytest.raises(ajaran.TidakDapatDiajarkan, match="rahasia"):
        ajaran.teach(house, keeper, before.id)


def test_the_same_files_once_more_are_given_no_second_number_by_hand(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    path = letter(tmp_path / "surat.docx", "SURAT TUGAS", *SURAT)
    arrive(house, path)
    work(house)
    again = arrive(house, path)
    work(house)
    twin = found(house, again.id)
    assert (twin.kode, twin.nomor_agenda) == ("kembar", "")

    with pytest.raises(BelumSaatnya, match="sudah terdaftar lebih dahulu"):
        desk.confirm(house, petugas, twin.id, twin.versi, DITETAPKAN)

    assert found(house, twin.id) == twin
