"""Rules of an agency: over the common ones, changed on pages, harmless where they are broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.instansi.aturan import aturan_of, rules
from service.acts.keadaan.check import check
from service.adapters.packs import FolderPacks
from service.domain.catatan import Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.paket import UMUM, Paket
from service.domain.permohonan import Permohonan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, arrive, open_house, work
from tests.papers import letter

OTOMATIS = """
[[jenis]]
id = "permohonan_informasi"
nama = "Permohonan informasi"
buku = "register"
daftar = "otomatis"
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def changed(house: RealHouse, teks: str) -> None:
    """The agency's rules, as a page would change them."""
    with house.ledger.begin() as tx:
        tx.add(Paket(f"{INSTANSI}/kenali.toml", INSTANSI, teks))
        tx.note(Catatan(INSTANSI, "mesin", "instansi_diubah", house.clock.now(), INSTANSI))


def test_the_legal_number_is_drawn_by_itself_where_the_pack_says_so(
    house: RealHouse, tmp_path: Path
) -> None:
    changed(house, OTOMATIS)
    garis = ("LEMBAGA CONTOH", "Nomor : 1/A/XI/2026", "Hal : Permohonan Informasi Publik")
    isi = "Dengan hormat, kami mengajukan permohonan informasi tentang anggaran kantor Saudara."

    kiriman = arrive(house, letter(tmp_path / "surat.docx", *garis, isi))
    work(house)

    with house.ledger.read() as reading:
        after = reading.get(Kiriman, kiriman.id)
        (line,) = reading.find(Permohonan, kiriman=kiriman.id)
    assert after.keadaan == DIDAFTAR
    assert after.nomor_daftar.startswith("1/REG-PPID/")
    assert line.nomor_daftar == after.nomor_daftar
    assert [one.janji for one in house.audit.findings([]) if one.dilanggar] == []


def test_a_broken_file_stops_its_own_rules_and_leaves_the_common_ones(house: RealHouse) -> None:
    changed(house, "[[kenali]\n")

    assert aturan_of(house, INSTANSI).kenali == rules(house.packs, UMUM).kenali
    assert rules(house.packs, UMUM).kenali


def test_check_names_the_faults_of_rules_with_file_and_line(tmp_path: Path) -> None:
    for kode, teks in (("umum", 'ambang = "tinggi"\n'), ("dinas_contoh", "ambagn = 1\n")):
        folder = tmp_path / "paket" / kode
        folder.mkdir(parents=True)
        (folder / "kenali.toml").write_text(teks)
    for path in (tmp_path / "paket", *(tmp_path / "paket").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (tmp_path / "paket" / "dinas_contoh" / "instansi.toml").write_text('nama = "Dinas Contoh"\n')
    (tmp_path / "paket" / "dinas_contoh" / "instansi.toml").chmod(0o644)

    told = [str(one) for one in check(FolderPacks(tmp_path / "paket"))]

    assert any(one.startswith("umum/kenali.toml:1: ambang harus berupa") for one in told)
    assert any("dinas_contoh/kenali.toml:1: Kunci 'ambagn' tidak dikenal" in one for one in told)
