"""The packs that come with Berkas: five agencies, as their own SOP names them."""

import shutil
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

import pytest

from service import house
from service.acts.instansi.packs import agencies, agency
from service.acts.keadaan.check import check
from service.acts.sop.daftar import bahan_of
from service.adapters.packs import FolderPacks
from service.commands import check as check_command
from service.commands import pack as pack_command
from service.config import Settings
from service.domain.instansi_baca import read_text
from service.domain.instansi_tulis import write
from service.domain.keberatan import DIJAWAB
from service.domain.keberatan_waktu import DIAJUKAN
from service.domain.kesalahan import grave
from service.domain.nomor import tulis
from service.domain.paket import UMUM
from service.domain.permohonan import MENJAWAB, PERPANJANGAN
from service.domain.sengketa import TENGGAT
from service.domain.sop.bahan import NASKAH
from tests import servers

SEEDS = Path(__file__).parents[2] / "templates_docx"
LAW = (MENJAWAB, PERPANJANGAN, DIJAWAB, DIAJUKAN, *TENGGAT)  # where a pack does not say
LIMA = {
    "kemensetneg",
    "kalteng_biro_umum",
    "kota_kupang",
    "ppid_kementerian",
    "kalteng_biro_organisasi",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The packs as a clone under umask 022 has them."""
    copy = shutil.copytree(SEEDS, tmp_path_factory.mktemp("paket") / "templates_docx")
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return copy


@pytest.fixture(scope="module")
def packs(root):
    return FolderPacks(root)


def test_the_packs_have_no_fault(packs):
    assert [str(one) for one in grave(check(packs))] == []


def test_five_agencies_are_ready(packs):
    assert set(agencies(packs)) >= LIMA


@pytest.mark.parametrize("kode", sorted(LIMA | {"umum"}))
def test_a_pack_that_is_written_back_says_the_same(packs, kode):
    one = agency(packs, kode)

    assert read_text(kode, "a", write(one)) == (one, read_text(kode, "a", write(one))[1])


def test_only_people_whom_an_sop_names_hold_an_office(packs):
    names = {p.nama for one in agencies(packs).values() for p in one.pejabat}

    assert names == {
        "Eddy Cahyo Sugianto",
        "Sitti Maabdah Makiah",
        "Wildrian Ronald Otta",
        "Admiral Manafe",
        "Lumongga E. Simanjuntak",
    }


@pytest.mark.parametrize(
    ("kode", "urut", "on", "nomor"),
    [
        ("kemensetneg", 7, date(2023, 1, 2), "7/SOP/KEMENSETNEG/HUMAS/01/2023"),
        ("kalteng_biro_umum", 1004, date(2021, 11, 22), "800/1004/BU/2021"),
        ("kota_kupang", 31, date(2022, 2, 14), "31/Kominfo/066/II/2022"),
    ],
)
def test_an_sop_is_numbered_as_the_agency_numbered_it(packs, kode, urut, on, nomor):
    one = agency(packs, kode)
    seri = one.seri_of("sop")

    assert tulis(seri.pola, urut, on, seri.tetap(one.unit[0].kode)) == nomor


@pytest.mark.parametrize("kode", sorted(LIMA))
def test_every_book_of_every_agency_writes_a_whole_number(packs, kode):
    one = agency(packs, kode)
    written = [
        tulis(seri.pola, 12, date(2026, 11, 21), seri.tetap(unit.kode))
        for seri in one.seri
        for unit in one.unit
    ]

    assert all("12" in nomor and "{" not in nomor and "//" not in nomor for nomor in written)


@pytest.mark.parametrize("kode", sorted(LIMA))
def test_every_agency_has_the_terms_of_the_law_with_their_source(packs, kode):
    one = agency(packs, kode)

    assert one.tenggat_of("permohonan").jumlah == 10
    for law in LAW:
        told = one.tenggat_of(law.id)
        assert (told.jumlah, told.satuan, told.dasar) == (law.jumlah, law.satuan, law.dasar)
    assert one.tenggat_of("perpanjangan").jumlah == 7
    assert one.tenggat_of("keberatan_dijawab").jumlah == 30
    assert all(tenggat.dasar for tenggat in one.tenggat)


def test_kupang_works_on_the_clock_of_the_middle(packs):
    assert agency(packs, "kota_kupang").zona == "WITA"
    assert agency(packs, "kalteng_biro_umum").zona == "WIB"


def test_the_packs_are_written_back_as_files(root, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv(servers.ROOM, raising=False)
    for name, folder in (("HOME", "rumah"), ("INBOX", "inbox")):
        monkeypatch.setenv(f"BERKAS_{name}", str(tmp_path / folder))
    monkeypatch.setenv("BERKAS_PACKS", str(root))
    house.migrate(Settings.from_env())
    parser = ArgumentParser()
    pack_command.arguments(parser)

    code = pack_command.run(parser.parse_args(["export", str(tmp_path / "keluar")]))

    assert code == 0
    assert "file paket ditulis" in capsys.readouterr().out
    assert {path.relative_to(root) for path in root.rglob("*")} == {
        path.relative_to(tmp_path / "keluar") for path in (tmp_path / "keluar").rglob("*")
    }


def checked(capsys, *words):
    parser = ArgumentParser()
    check_command.arguments(parser)
    code = check_command.run(parser.parse_args([str(word) for word in words]))
    return code, capsys.readouterr().out.splitlines()


def test_the_command_counts_what_it_found(root, capsys):
    code, lines = checked(capsys, root)

    assert code == 0
    assert lines[-1].startswith("0 kesalahan, ")
    assert lines[-1].endswith("5 instansi diperiksa.")


def test_the_command_names_file_line_and_reason_of_one_agency(root, tmp_path, capsys):
    copy = shutil.copytree(root, tmp_path / "paket")
    path = copy / "kota_kupang" / "instansi.toml"
    path.write_text(path.read_text().replace('zona      = "WITA"', 'zona      = "WITTA"'))

    code, lines = checked(capsys, path.parent)

    assert code == 1
    assert any(
        line.startswith("kota_kupang/instansi.toml:8: ") and "mungkin maksud Anda 'WITA'" in line
        for line in lines
    )
    assert lines[-1].endswith("1 instansi diperiksa.")
    assert checked(capsys, copy / "kemensetneg")[0] == 0


@pytest.mark.parametrize("kode", sorted(LIMA))
def test_every_paper_that_an_sop_makes_has_its_pair(packs, kode):
    there = {*packs.names(kode), *packs.names(UMUM)}
    asked = [one for one in bahan_of(packs, kode).values() if one.wujud == NASKAH]
    pairs = {agency(packs, kode).pasangan_of(one.jenis or one.id) for one in asked}

    assert len(pairs) > 20
    assert {f"naskah/{one}.{akhir}" for one in pairs for akhir in ("toml", "docx")} <= there
