"""Whole folders, slips, droppings, limits and oddities: what the drop folder makes of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from jobs.pengawas import ambil
from jobs.pengawas.pandang import (
    BERNAMA_FILE,
    DIKERJAKAN,
    PERANGKAT,
    TAUTAN,
    TERTUTUP,
    Aturan,
    looked,
)
from jobs.watcher import Watcher
from service.domain.batas import Batas
from service.domain.kiriman import MENUNGGU_PETUGAS, File, Kiriman
from service.domain.mapan import Kotak
from service.domain.sisa import Sisa
from service.domain.slip import SALAH
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import in_child
from tests.office import INSTANSI, UNIT, open_house, work
from tests.papers import letter

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        (whole.inbox / INSTANSI / UNIT).mkdir(parents=True)
        yield whole


@pytest.fixture
def unit(house: RealHouse) -> Path:
    return house.inbox / INSTANSI / UNIT


def looks(house: RealHouse, n: int = 2) -> Watcher:
    watcher = Watcher(house)
    for _ in range(n):
        watcher.turn()
    return watcher


def limited(house: RealHouse, batas: Batas) -> RealHouse:
    return replace(house, settings=replace(house.settings, batas=batas))


def kiriman(house: RealHouse) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Kiriman), key=lambda one: one.nama)


def files(house: RealHouse, one: Kiriman) -> list[tuple[str, str]]:
    with house.ledger.read() as reading:
        found = sorted(reading.find(File, kiriman=one.id), key=lambda file: file.urut)
        return [(file.nama, file.peran) for file in found]


def left(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if not path.is_dir() or path.is_symlink()
    )


def drop(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PDF + name.encode())


def test_a_folder_is_one_kiriman_with_all_its_files(house: RealHouse, unit: Path) -> None:
    drop(unit, "Usulan/surat.pdf", "Usulan/lampiran/a.pdf", "Usulan/lampiran/b.pdf", "lain.pdf")

    looks(house)

    folder, lain = kiriman(house)
    assert (folder.nama, lain.nama) == ("Usulan", "lain.pdf")
    assert [nama for nama, _ in files(house, folder)] == [
        "lampiran/a.pdf",
        "lampiran/b.pdf",
        "surat.pdf",
    ]
    assert list(house.inbox.rglob("*.pdf")) == []
    assert not (unit / "Usulan").exists()


def test_a_slip_in_a_folder_names_the_letter_and_what_comes_first(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "Usulan/a.pdf", "Usulan/surat.pdf")
    slip = 'perihal = "Usulan DIP"\npengantar = "surat.pdf"\nsifat = "rahasia"\n'
    (unit / "Usulan" / "slip.toml").write_text(slip)

    looks(house)

    [one] = kiriman(house)
    assert (one.surat.perihal, one.rahasia, one.asal) == ("Usulan DIP", True, {})
    assert files(house, one) == [("surat.pdf", "pengantar"), ("a.pdf", "lampiran")]


@pytest.mark.parametrize("slip", ["surat.pdf.slip.toml", "surat.slip.toml"])
def test_a_slip_beside_a_file_goes_with_it(house: RealHouse, unit: Path, slip: str) -> None:
    drop(unit, "surat.pdf")
    (unit / slip).write_text('nomor = "12/A/2026"\n[fisik]\njumlah = 2\n')

    looks(house)

    [one] = kiriman(house)
    assert (one.nama, one.surat.nomor) == ("surat.pdf", "12/A/2026")
    assert one.fisik
    assert one.fisik.jumlah == 2
    assert left(unit) == []


def test_a_faulty_slip_is_kept_with_the_file_and_its_faults_wait_for_a_person(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "surat.pdf")
    (unit / "surat.slip.toml").write_text('nomr = "12"')

    looks(house)

    [one] = kiriman(house)
    assert "mungkin maksud Anda 'nomor'" in one.asal[SALAH]
    assert files(house, one) == [("surat.pdf", ""), ("surat.slip.toml", "")]
    assert left(unit) == []


def test_a_faulty_slip_makes_a_person_decide_and_says_why(house: RealHouse, unit: Path) -> None:
    letter(unit / "surat.docx", "Usulan contoh")
    (unit / "surat.slip.toml").write_text('nomr = "12"')
    looks(house)

    work(house)

    [one] = kiriman(house)
    assert one.keadaan == MENUNGGU_PETUGAS
    assert "mungkin maksud Anda 'nomor'" in one.alasan


def test_a_slip_without_its_file_waits(house: RealHouse, unit: Path) -> None:
    (unit / "surat.slip.toml").write_text('nomor = "12"')

    looks(house, 3)

    assert kiriman(house) == []


def test_a_folder_waits_for_its_last_file(house: RealHouse, unit: Path) -> None:
    drop(unit, "Usulan/a.pdf")
    watcher = looks(house, 1)
    for n in range(3):
        drop(unit, f"Usulan/{n}.pdf")
        watcher.turn()
    assert kiriman(house) == []

    watcher.turn()

    assert len(files(house, kiriman(house)[0])) == 4


def test_a_folder_in_which_a_program_is_still_at_work_waits(house: RealHouse, unit: Path) -> None:
    drop(unit, "Usulan/a.pdf", "Usulan/b.pdf.part")
    watcher = looks(house, 3)
    assert kiriman(house) == []
    assert [why for _, why in watcher.pandangan.janggal] == [DIKERJAKAN]

    (unit / "Usulan" / "b.pdf.part").rename(unit / "Usulan" / "b.pdf")
    watcher.turn()
    watcher.turn()

    assert len(files(house, kiriman(house)[0])) == 2


def test_droppings_go_with_their_folder_and_what_is_hidden_goes_back(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "Usulan/a.pdf", "Usulan/Thumbs.db", "Usulan/.DS_Store", "Usulan/.catatan")

    looks(house)

    assert files(house, kiriman(house)[0]) == [("a.pdf", "")]
    assert left(unit) == ["Usulan/.catatan"]


def test_an_empty_folder_stays(house: RealHouse, unit: Path) -> None:
    (unit / "kosong").mkdir()

    looks(house, 3)

    assert kiriman(house) == []
    assert (unit / "kosong").is_dir()


def test_what_is_odd_is_left_and_told_once_without_its_name(
    house: RealHouse, unit: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (unit / "tautan.pdf").symlink_to("/etc/passwd")
    os.mkfifo(unit / "pipa.pdf")
    drop(unit, "folder.pdf/a.pdf", "Bundel/a.pdf")
    (unit / "Bundel" / "tautan").symlink_to("/etc")

    watcher = looks(house, 4)

    assert kiriman(house) == []
    why = sorted(why for _, why in watcher.pandangan.janggal)
    assert why == sorted([TAUTAN, TAUTAN, PERANGKAT, BERNAMA_FILE])
    assert len(caplog.messages) == 1
    assert "tautan.pdf" not in caplog.text
    watcher.beat()
    [beat] = house.pulse.beats()
    assert "2 tautan" in beat.rincian["janggal"]


def test_what_is_left_alone_is_counted(house: RealHouse, unit: Path) -> None:
    drop(unit, "~$surat.docx", ".sembunyi", "a.part", "Thumbs.db")

    assert looks(house).pandangan.dibiarkan == 4


def test_a_path_written_down_as_a_name_is_a_file_and_not_hidden(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "..\\..\\surat.docx")

    looks(house)

    assert [one.nama for one in kiriman(house)] == ["..\\..\\surat.docx"]
    assert not (house.inbox / "surat.docx").exists()


def test_a_file_too_large_lies_in_karantina_with_a_letter_and_comes_in_by_a_retry(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "kecil.pdf")
    with (unit / "besar.tif").open("wb") as big:
        big.truncate(20_000_000_000)

    looks(limited(house, Batas(ukuran=1_000_000)))

    assert [one.nama for one in kiriman(house)] == ["kecil.pdf"]
    aside = unit / "karantina" / "terlalu-besar"
    assert left(unit) == [
        "karantina/terlalu-besar/besar.tif",
        "karantina/terlalu-besar/besar.tif.txt",
    ]
    text = (aside / "besar.tif.txt").read_text("utf-8-sig")
    assert "File paling besar 1 MB" in text
    assert f"letakkan file itu di folder inbox/{INSTANSI}/{UNIT}." in text

    os.truncate(aside / "besar.tif", 500)
    (aside / "besar.tif").rename(unit / "besar.tif")
    looks(limited(house, Batas(ukuran=1_000_000)), 3)

    assert [one.nama for one in kiriman(house)] == ["besar.tif", "kecil.pdf"]
    assert left(unit) == []


def test_a_folder_of_too_many_files_lies_in_karantina_whole(house: RealHouse, unit: Path) -> None:
    drop(unit, *(f"Bundel/{n}.pdf" for n in range(9)))

    looks(limited(house, Batas(file=5)), 3)

    assert kiriman(house) == []
    aside = unit / "karantina" / "terlalu-banyak"
    assert len(list((aside / "Bundel").iterdir())) == 9
    assert "paling banyak 5 file" in (aside / "Bundel.txt").read_text("utf-8-sig")


def test_nothing_in_karantina_or_tunggu_is_taken(house: RealHouse, unit: Path) -> None:
    drop(unit, "karantina/rusak/a.pdf", "tunggu/b.pdf", "tunggu/folder/c.pdf")
    drop(house.inbox / INSTANSI, "karantina/rusak/d.pdf")

    looks(house, 3)

    assert kiriman(house) == []


def test_a_folder_no_unit_has_is_taken_in_for_the_agency_and_named(house: RealHouse) -> None:
    drop(house.inbox / INSTANSI, "entah/a.pdf")

    looks(house)

    [one] = kiriman(house)
    assert (one.instansi, one.unit, one.asal) == (INSTANSI, "", {"folder": f"{INSTANSI}/entah"})


def test_a_bad_one_among_many_does_not_hold_up_the_others(
    house: RealHouse, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ambil.accept_all

    def refuses_one(within, arrivals):  # type: ignore[no-untyped-def]
        if any(one.slip.nama == "7.pdf" for one in arrivals):
            raise OSError(5, "Input/output error")
        return real(within, arrivals)

    monkeypatch.setattr(ambil, "accept_all", refuses_one)
    drop(unit, *(f"{n}.pdf" for n in range(20)))

    watcher = looks(house)

    assert len(kiriman(house)) == 19
    assert [path.name for path in (house.inbox / ".klaim").rglob("*.pdf")] == ["7.pdf"]
    watcher.turn()
    watcher.beat()
    told = house.pulse.beats()[0].rincian["halangan"]
    assert "Input/output error" in told
    assert "7.pdf" not in told

    monkeypatch.setattr(ambil, "accept_all", real)
    watcher.pengambil.later.clear()
    watcher.turn()
    assert len(kiriman(house)) == 20


def test_a_file_that_somebody_holds_open_to_write_waits_for_the_last_byte(
    house: RealHouse, unit: Path
) -> None:
    drop(unit, "surat.pdf")
    with (unit / "surat.pdf").open("ab") as writer:
        watcher = looks(house, 4)
        assert kiriman(house) == []
        writer.write(b"akhir")
    watcher.turn()
    watcher.turn()

    [one] = kiriman(house)
    with house.ledger.read() as reading:
        [file] = reading.find(File, kiriman=one.id)
    assert file.ukuran == len(PDF) + len("surat.pdf") + 5


def test_a_file_that_looks_cut_off_is_given_time(
    house: RealHouse, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (unit / "surat.pdf").write_bytes(b"%PDF-1.7\nsetengah")
    watcher = looks(house, 3)
    assert kiriman(house) == []

    with (unit / "surat.pdf").open("ab") as writer:
        writer.write(b"\n%%EOF\n")
    watcher.turn()
    watcher.turn()

    assert len(kiriman(house)) == 1


def test_the_wait_of_the_office_is_kept(house: RealHouse, unit: Path) -> None:
    slow = replace(house, settings=replace(house.settings, kotak=Kotak(5.0)))
    drop(unit, "surat.pdf")

    watcher = looks(slow, 3)
    assert kiriman(house) == []

    for seen in watcher.mapan.seen.values():
        seen.sejak -= 5.0
    watcher.turn()
    assert len(kiriman(house)) == 1


def test_nearly_full_the_disk_takes_nothing_in_and_the_inbox_keeps_all(
    house: RealHouse, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(unit, "surat.pdf")
    monkeypatch.setattr(RealHouse, "sisa", lambda _: Sisa(1_000, 10_000_000))
    watcher = looks(house, 3)
    watcher.beat()

    assert kiriman(house) == []
    assert left(unit) == ["surat.pdf"]
    assert "hampir penuh" in house.pulse.beats()[0].rincian["halangan"]

    monkeypatch.undo()
    looks(house)
    assert len(kiriman(house)) == 1


def test_a_folder_claimed_by_one_that_died_is_taken_once(
    house: RealHouse, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(unit, "Usulan/a.pdf", "Usulan/b.pdf")

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    watcher = looks(house, 1)
    with monkeypatch.context() as power:
        power.setattr(ambil.Pengambil, "_end", dies)
        with pytest.raises(KeyboardInterrupt):
            watcher.turn()
    assert len(kiriman(house)) == 1

    looks(house, 1)

    assert len(kiriman(house)) == 1
    assert left(house.inbox) == []


def test_what_changed_after_it_was_copied_is_taken_in_as_well(
    house: RealHouse, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ambil.accept_all

    def grows(within, arrivals):  # type: ignore[no-untyped-def]
        taken = real(within, arrivals)
        with arrivals[0].files[0].path.open("ab") as late:
            late.write(b"terlambat")
        monkeypatch.setattr(ambil, "accept_all", real)
        return taken

    monkeypatch.setattr(ambil, "accept_all", grows)
    drop(unit, "surat.pdf")

    looks(house, 3)

    first, second = kiriman(house)
    with house.ledger.read() as reading:
        sizes = {file.ukuran for file in reading.find(File)}
    assert first.id != second.id
    assert max(sizes) - min(sizes) == len("terlambat")
    assert left(house.inbox) == []


def test_what_the_program_may_not_read_is_left_and_told() -> None:
    """As another user, for root may read everything."""
    with TemporaryDirectory(dir="/tmp") as folder:
        root = Path(folder)
        root.chmod(0o755)
        drop(root, "terbuka.pdf", "tertutup.pdf")
        (root / "tertutup.pdf").chmod(0)
        told, tell = os.pipe()

        def as_nobody() -> None:
            if os.getuid() == 0:
                os.setuid(65534)
            seen = looked(root, Aturan(frozenset(), (), 200))
            os.write(tell, f"{len(seen.calon)} {seen.janggal[0][1]}".encode())

        assert in_child(as_nobody) == 0
        assert os.read(told, 100).decode() == f"1 {TERTUTUP}"
        os.close(told)
        os.close(tell)
