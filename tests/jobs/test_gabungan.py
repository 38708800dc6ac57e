"""One file of all papers of a table: of the papers as they are, the same bytes each time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from jobs import gabungan as job
from jobs import kumpulan as kumpulan_job
from service.acts.kumpulan import daftar as acts
from service.acts.kumpulan.daftar import Unggah
from service.acts.kumpulan.gabung import BelumTercetakSemua, ask, open_
from service.acts.kumpulan.lihat import Terbuka, read
from service.acts.kumpulan.tabel import Letak
from service.acts.naskah.acuan import in_force, remember
from service.acts.simpan.keep import hold, keep
from service.adapters.ledger.audit import SqlAudit
from service.domain.catatan import MESIN, Catatan
from service.domain.kumpulan import BOLAK, CETAK, ZIP, Gabungan
from service.domain.naskah import Naskah, drafted, given_up
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, open_house, person, rule
from tests.papers import table
from tests.web.naskah_web import SURAT, inked, perkara, with_pair


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        with_pair(whole, tmp_path)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas")


def printed(house: RealHouse, naskah: Naskah, pages: int, *, resep: str = "resep") -> None:
    """As if the machine had made its paper."""
    with house.room() as room:
        writer, pdf = PdfWriter(), room / "naskah.pdf"
        for _ in range(pages):
            writer.add_blank_page(595, 842 + pages)
        writer.write(pdf)
        (room / "naskah.docx").write_bytes(naskah.id.encode())
        kept, word = keep(house, pdf), keep(house, room / "naskah.docx")
        pair = in_force(house.packs, INSTANSI, naskah.jenis, room / "templat.docx")
        remember(house, pair)
    with house.ledger.begin() as tx:
        one = tx.get(Naskah, naskah.id)
        tx.save(one, drafted(one, resep, word.sha256, kept.sha256, pair.versi.id))
        hold(tx, kept, word)
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", house.clock.now(), one.id))


def begun(house: RealHouse, oleh: Hadir, folder: Path) -> Terbuka:
    path = table(folder / "isian.xlsx", [["Tentang"], ["Satu"], ["Dua"], ["Tiga"]])
    letak = Letak(INSTANSI, SURAT, perkara(house).id)
    one = acts.take_in(house, oleh, Unggah(house.new_id(), letak, "isian.xlsx", path)).kumpulan
    assert one
    acts.begin(house, oleh, one.id)
    kumpulan_job.run(house, one.id)
    return read(house, oleh, one.id)


def made(house: RealHouse, oleh: Hadir, id_: str, bentuk: str) -> Gabungan:
    ask(house, oleh, id_, bentuk)
    with house.ledger.read() as reading:
        (one,) = reading.find(Gabungan, kumpulan=id_, bentuk=bentuk)
    job.run(house, one.id)
    with house.ledger.read() as reading:
        return reading.get(Gabungan, one.id)


def test_it_is_made_when_every_paper_has_its_print_and_not_before(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    one = begun(house, petugas, tmp_path)
    for naskah in one.naskah[:2]:
        printed(house, naskah, 1)
    with pytest.raises(BelumTercetakSemua):
        ask(house, petugas, one.kumpulan.id, ZIP)
    with house.ledger.begin() as tx:  # one that is given up is waited for no longer
        last = tx.get(Naskah, one.naskah[2].id)
        tx.save(last, given_up(last))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dibatalkan", house.clock.now(), last.id))

    first = made(house, petugas, one.kumpulan.id, ZIP)
    _, opened = open_(house, petugas, one.kumpulan.id, ZIP)

    with opened, zipfile.ZipFile(opened) as whole:
        assert [re.sub(r"\D+$", "", x) for x in whole.namelist()] == [
            *("0001", "0001", "0002", "0002")
        ]
        assert whole.read("0002 Surat Contoh konsep.docx") == one.naskah[1].id.encode()
    assert made(house, petugas, one.kumpulan.id, ZIP) == first
    assert first.file in SqlAudit(house.ledger).named()


def test_a_paper_that_is_written_again_makes_the_file_old_and_ends_the_waiting(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    one = begun(house, petugas, tmp_path)
    id_ = one.kumpulan.id
    for n, naskah in enumerate(one.naskah):
        printed(house, naskah, n + 1)
    both, single = made(house, petugas, id_, BOLAK), made(house, petugas, id_, CETAK)
    assert both.file != single.file
    assert read(house, petugas, id_).segar(BOLAK)

    printed(house, one.naskah[0], 5, resep="lain")
    assert not read(house, petugas, id_).segar(BOLAK)
    with pytest.raises(TidakAda):
        open_(house, petugas, id_, BOLAK)
    ask(house, petugas, id_, BOLAK)
    with house.ledger.begin() as tx:
        now = tx.get(Naskah, one.naskah[0].id)
        tx.save(now, replace(now, resep=""))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_diubah", house.clock.now(), now.id))
    assert read(house, petugas, id_).ditunggu(BOLAK)
    job.run(house, both.id)

    after = read(house, petugas, id_)
    assert (after.ditunggu(BOLAK), after.segar(BOLAK)) == (False, False)


def test_a_scan_in_ink_is_packed_as_what_it_is_and_printed_by_its_pages(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    one = begun(house, petugas, tmp_path)
    for naskah in one.naskah:
        printed(house, naskah, 1)
    inked(house, one.naskah[1])

    made(house, petugas, one.kumpulan.id, ZIP)
    made(house, petugas, one.kumpulan.id, CETAK)

    _, opened = open_(house, petugas, one.kumpulan.id, ZIP)
    with opened, zipfile.ZipFile(opened) as whole:
        assert [Path(x).suffix for x in whole.namelist() if not x.endswith(".docx")] == [
            *(".pdf", ".png", ".pdf")
        ]
    _, opened = open_(house, petugas, one.kumpulan.id, CETAK)
    with opened:
        assert len(PdfReader(opened).pages) == 3


def test_one_file_of_papers_that_say_who_asked_is_for_those_who_work_on_requests(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    unit, tim = person(house, "unit", "unit"), person(house, "tim", "tim_sekretariat")
    plain = begun(house, petugas, tmp_path)
    assert read(house, unit, plain.kumpulan.id).terbaca
    pair = tmp_path / "paket" / "umum" / "naskah" / f"{SURAT}.toml"
    pair.write_text(pair.read_text().replace("berkas.judul", "permohonan.pemohon"))
    for one in plain.naskah:
        printed(house, one, 1)
    made(house, petugas, plain.kumpulan.id, CETAK)

    assert read(house, petugas, plain.kumpulan.id).terbaca
    open_(house, tim, plain.kumpulan.id, CETAK)[1].close()
    assert not read(house, unit, plain.kumpulan.id).terbaca
    with pytest.raises(TidakAda):
        open_(house, unit, plain.kumpulan.id, CETAK)
    with pytest.raises(TidakAda):
        ask(house, unit, plain.kumpulan.id, ZIP)
