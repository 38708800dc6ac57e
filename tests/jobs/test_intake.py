"""What comes in is looked at, numbered once, and registered or given to a person."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jobs import identify, register
from service.acts.keadaan.rumah import keadaan
from service.domain.berkas import BERJALAN, Berkas
from service.domain.kiriman import DIDAFTAR, DITERIMA, KARANTINA, MENUNGGU_PETUGAS, File, Kiriman
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.refusals import BelumSiap, Overtaken, Unavailable
from service.domain.simpanan import DIPEGANG, Simpanan
from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    MENUNGGU_PEMERIKSAAN,
    TIDAK_DAPAT_DIPROSES,
)
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, arrive_letter, open_house, work
from tests.papers import letter

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def found(house: RealHouse, kiriman: Kiriman) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman.id)


def files(house: RealHouse, kiriman: Kiriman) -> list[File]:
    with house.ledger.read() as reading:
        return reading.find(File, kiriman=kiriman.id)


def test_a_letter_gets_its_agenda_number_and_opens_a_berkas(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive_letter(house, tmp_path)

    assert work(house) == ["identify"]

    after = found(house, kiriman)
    (file,) = files(house, kiriman)
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, after.berkas)
    year = after.diterima.year
    assert (after.keadaan, after.nomor_agenda) == (DIDAFTAR, f"0001/AGENDA/{year}")
    assert (after.jenis, after.surat.nomor) == ("usulan_dip", "1/BU/XI/2026")
    assert file.mime == WORD
    assert (berkas.instansi, berkas.judul, berkas.keadaan) == (INSTANSI, "Usulan daftar", BERJALAN)


def test_done_twice_it_draws_no_second_number_and_opens_no_second_berkas(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    before = found(house, kiriman)

    identify.run(house, kiriman.id)
    register.run(house, kiriman.id)

    assert found(house, kiriman) == before
    with house.ledger.read() as reading:
        assert len(reading.find(Berkas)) == 1


def test_arrivals_are_numbered_without_a_gap(house: RealHouse, tmp_path: Path) -> None:
    taken = [arrive_letter(house, tmp_path, f"Usulan {n}") for n in range(5)]
    work(house)

    numbers = sorted(found(house, one).nomor_agenda[:4] for one in taken)
    assert numbers == ["0001", "0002", "0003", "0004", "0005"]


def test_what_is_withheld_has_an_agenda_of_its_own(house: RealHouse, tmp_path: Path) -> None:
    taken = [
        arrive(house, letter(tmp_path / f"{n}.docx", f"Surat {n}"), rahasia=n == 1)
        for n in range(3)
    ]
    work(house)

    year = taken[0].diterima.year
    assert [found(house, one).nomor_agenda for one in taken] == [
        f"0001/AGENDA/{year}",
        f"R-0001/AGENDA/{year}",
        f"0002/AGENDA/{year}",
    ]


def test_a_program_is_kept_apart_with_the_reason_and_its_number(
    house: RealHouse, tmp_path: Path
) -> None:
    shutil.copy("/bin/true", tmp_path / "surat.pdf")

    kiriman = arrive(house, tmp_path / "surat.pdf", pintu="web")

    assert work(house) == ["identify"]
    after = found(house, kiriman)
    assert (after.keadaan, after.akhir, after.kode) == (KARANTINA, TIDAK_DAPAT_DIPROSES, "program")
    assert "program, bukan dokumen" in after.alasan
    assert after.nomor_agenda == f"0001/AGENDA/{after.diterima.year}"


def test_what_nobody_can_read_waits_for_a_person_and_has_its_number(
    house: RealHouse, tmp_path: Path
) -> None:
    (tmp_path / "entah").write_bytes(b"\x00\x01\x02\x03" * 50)

    kiriman = arrive(house, tmp_path / "entah", pintu="web")
    work(house)

    after = found(house, kiriman)
    assert (after.keadaan, after.akhir) == (MENUNGGU_PETUGAS, DISIMPAN_SAJA)
    assert after.nomor_agenda.startswith("0001/")


def test_a_file_in_a_folder_nobody_knows_waits_for_a_person_and_for_its_number(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive(house, letter(tmp_path / "a.docx", "Surat"), instansi="", unit="")

    work(house)

    after = found(house, kiriman)
    assert (after.keadaan, after.kode) == (MENUNGGU_PETUGAS, "tanpa_folder")
    assert "folder yang tidak dikenal" in after.alasan
    assert after.nomor_agenda == ""


# --- the same files again -------------------------------------------------------------------


def test_the_same_file_again_is_written_down_and_draws_no_second_number(
    house: RealHouse, tmp_path: Path
) -> None:
    path = letter(tmp_path / "surat.docx", "Surat")
    first, again = arrive(house, path), arrive(house, path, nama="salinan.docx", pintu="web")
    work(house)

    after = found(house, again)
    assert after.kembar == first.id
    assert (after.keadaan, after.akhir, after.nomor_agenda) == (DIDAFTAR, DENGAN_CATATAN, "")
    assert [one.kode for one in files(house, again)[0].temuan][-1] == "kembar"
    assert found(house, first).nomor_agenda.startswith("0001/")


def test_the_first_is_who_came_first_whichever_is_looked_at_first(
    house: RealHouse, tmp_path: Path
) -> None:
    path = letter(tmp_path / "surat.docx", "Surat")
    first, again = arrive(house, path), arrive(house, path)

    identify.run(house, again.id)
    identify.run(house, first.id)

    assert (found(house, again).kembar, found(house, first).kembar) == (first.id, "")


@pytest.mark.parametrize(
    "where", [{"unit": "ppid"}, {"instansi": "kota_kupang", "unit": "kominfo"}]
)
def test_a_number_that_is_left_out_tells_nobody_what_another_unit_received(
    house: RealHouse, tmp_path: Path, where: dict[str, str]
) -> None:
    path = letter(tmp_path / "surat.docx", "Surat")
    arrive(house, path, rahasia="instansi" not in where)
    work(house)

    again = arrive(house, path, **where)
    work(house)

    after = found(house, again)
    assert after.nomor_agenda.startswith("0001/")
    assert after.akhir != DENGAN_CATATAN or after.kode != "kembar"


def test_of_the_same_file_at_many_doors_at_once_one_is_numbered(
    tmp_path: Path, ledger_url: str
) -> None:
    with open_house(tmp_path, ledger_url) as house:
        path = letter(tmp_path / "surat.docx", "Surat")
        taken = [arrive(house, path) for _ in range(8)]

        def look(one: Kiriman) -> None:
            while found(house, one).keadaan == DITERIMA:
                with contextlib.suppress(Overtaken):  # as a worker does: it looks again
                    identify.run(house, one.id)

        with ThreadPoolExecutor(4) as workers:
            list(workers.map(look, taken))

        after = [found(house, one) for one in taken]
    assert sum(bool(one.nomor_agenda) for one in after) == 1
    assert len({one.kembar for one in after if one.kembar}) == 1


# --- held -----------------------------------------------------------------------------------


class AwayScanner:
    """A scanner that is away as long as it is told to be."""

    in_use = True

    def __init__(self) -> None:
        self.away = True

    def prove(self) -> None:
        if self.away:
            raise Unavailable("Pemindai mati.")

    def found(self, path: Path) -> str:
        self.prove()
        return ""


def test_what_the_scanner_could_not_see_is_held_and_freed_by_itself(
    house: RealHouse, tmp_path: Path
) -> None:
    scanner = house.opened["scanner"] = AwayScanner()
    kiriman = arrive_letter(house, tmp_path)
    assert work(house) == ["identify"]
    held = found(house, kiriman)
    told_held = next(one for one in keadaan(house) if one.nama == "File yang ditahan")

    identify.run(house, kiriman.id)  # a minute later, the scanner is still away
    assert found(house, kiriman) == held

    scanner.away = False
    identify.run(house, kiriman.id)

    assert (held.keadaan, held.akhir) == (DITERIMA, MENUNGGU_PEMERIKSAAN)
    assert held.nomor_agenda.startswith("0001/")
    assert "Pemindai virus" in held.alasan
    assert told_held.kata.startswith("1 kiriman tersimpan dan belum dibuka")
    after = found(house, kiriman)
    assert (after.keadaan, after.akhir) == (DIDAFTAR, "diterima")
    assert (after.nomor_agenda, bool(after.berkas)) == (held.nomor_agenda, True)
    with house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=kiriman.id)
    assert file.akhir == "diterima"


@pytest.mark.parametrize(
    ("why", "kode"),
    [
        (Unavailable("Tidak ada kotak."), "kotak_mati"),
        (BelumSiap("Kotak", 30, "File tersimpan."), "kotak_belum_siap"),
    ],
)
def test_where_no_box_can_be_made_or_none_is_ready_nothing_is_opened(
    house: RealHouse,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    why: Unavailable,
    kode: str,
) -> None:
    def gone(*_: object) -> None:
        raise why

    monkeypatch.setattr(house.reader, "look", gone)
    kiriman = arrive_letter(house, tmp_path)
    work(house)

    after = found(house, kiriman)
    assert (after.akhir, after.kode) == (MENUNGGU_PEMERIKSAAN, kode)
    assert house.lists.oldest_owed() is None  # it is owed again, in a minute


# --- our own papers -------------------------------------------------------------------------


def sent(house: RealHouse, path: Path) -> Naskah:
    """A paper of ours that is out to be signed."""
    from service.acts.simpan.keep import hold, keep
    from service.domain.berkas import BERJALAN, Berkas
    from service.domain.catatan import MESIN, Catatan

    kept = keep(house, path)
    now = house.clock.now()
    berkas = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara contoh", "", BERJALAN, now)
    naskah = Naskah(house.new_id(), berkas.id, INSTANSI, "memorandum", DIKIRIM, now, {})
    naskah = replace(naskah, pdf=kept.sha256)
    with house.ledger.begin() as tx:
        tx.add(berkas)
        tx.add(naskah)
        hold(tx, kept)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, berkas.id, {}))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dikirim", now, naskah.id, {}))
    return naskah


def test_our_own_paper_is_known_when_it_comes_back_with_a_signature_added(
    house: RealHouse, tmp_path: Path
) -> None:
    from bench.surat import pdf

    ours = tmp_path / "memo.pdf"
    ours.write_bytes(pdf(["MEMORANDUM", "Nomor : 7/M/XI/2026"]))
    naskah = sent(house, ours)
    signed = tmp_path / "memo-ttd.pdf"
    signed.write_bytes(ours.read_bytes() + b"\n% tanda tangan\n%%EOF\n")
    other = tmp_path / "lain.pdf"
    other.write_bytes(pdf(["MEMORANDUM", "Nomor : 8/M/XI/2026"]) + b"\n% lain\n%%EOF\n")

    same, back, foreign = (arrive(house, one, pintu="web") for one in (ours, signed, other))
    work(house)

    def proposed(kiriman: Kiriman) -> list[str]:
        return [one.nilai for one in found(house, kiriman).usul if one.ruas == "naskah"]

    assert (proposed(same), proposed(back), proposed(foreign)) == ([naskah.id], [naskah.id], [])


def test_every_file_that_is_held_is_named_by_its_kiriman(house: RealHouse, tmp_path: Path) -> None:
    kiriman = arrive_letter(house, tmp_path)
    work(house)

    (file,) = files(house, kiriman)
    with house.ledger.read() as reading:
        assert reading.get(Simpanan, file.sha256).keadaan == DIPEGANG
    assert (kiriman.instansi, kiriman.unit) == (INSTANSI, UNIT)
    assert kiriman.diterima <= house.clock.now() + timedelta(seconds=1)
