"""The berita acara of a list names what is on it; a cover says how long its matter is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from service.acts.arsip import catat, naskah_usul, usul
from service.acts.arsip.catat import Sasaran
from service.acts.arsip.usul import Susun
from service.acts.naskah.fill import begun, pasangan
from service.domain.arsip.penyusutan import BUANG, PINDAH
from service.domain.arsip.usul import Pelaksanaan, Persetujuan, Usul, UsulSudahLanjut
from service.domain.berkas import BERJALAN, Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import DITANDATANGANI, KONSEP, Naskah, archived
from service.domain.refusals import TidakAda
from tests.acts.arsip import TENGAH, KantorArsip, kantor_arsip
from tests.acts.perkara import KODE, UNIT
from tests.kantor import Kantor
from tests.papers import UMUM

SURAT = Persetujuan("Gubernur Contoh", "000.5/88/2026", date(2026, 11, 2), "Nomor 4/PPA/X/2026")
MUSNAH, PINDAHAN, SAMPUL = "berita_acara_pemusnahan", "berita_acara_pemindahan", "daftar_arsip"


@pytest.fixture
def dinas(kantor_dua: Kantor, tmp_path: Path) -> KantorArsip:
    kantor = kantor_dua
    room = kantor.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755, parents=True, exist_ok=True)
    for jenis in (MUSNAH, PINDAHAN, SAMPUL):
        (room / f"{jenis}.toml").write_text((UMUM / f"{jenis}.toml").read_text())
        (room / f"{jenis}.docx").write_bytes((UMUM / f"{jenis}.docx").read_bytes())
    return kantor_arsip(kantor, tmp_path)


def agreed(dinas: KantorArsip, macam: str, *arsip: str) -> Usul:
    kantor, keeper, head = dinas.kantor, dinas.oleh(), dinas.oleh("atasan_ppid")
    asked = Susun(kantor.new_id(), KODE, "", macam, "Usul contoh 2026", arsip)
    made = usul.compose(kantor, keeper, asked)
    put = usul.put_forward(kantor, keeper, made.id, made.versi)
    return usul.approve(kantor, head, put.id, put.versi, SURAT)


def test_the_berita_acara_of_a_destruction_names_each_archive_and_who_agreed(
    dinas: KantorArsip,
) -> None:
    one, two = dinas.coded(judul="Perkara pertama"), dinas.coded(judul="Perkara kedua")
    dinas.lay(one, dinas.box())
    asked, id_ = agreed(dinas, BUANG, one, two), dinas.kantor.new_id()
    assert [x.jenis for x in naskah_usul.kinds(dinas.kantor, asked)] == [MUSNAH]

    made = naskah_usul.write(dinas.kantor, dinas.oleh(), asked.id, MUSNAH, id_)

    first, second = made.isian["arsip"]  # type: ignore[misc]
    assert (first["kode"], first["uraian"], first["kurun"]) == ("HM.01", "Perkara pertama", "2020")
    assert (first["jumlah"], first["satuan"], first["tingkat"]) == (1, "map", "Asli")
    assert first["keterangan"] == "Lemari 2, Boks 14"
    assert (second["jumlah"], second["satuan"]) == (1, "berkas")
    assert "inaktif 3 tahun" in second["retensi"]
    said = "persetujuan Gubernur Contoh Nomor 000.5/88/2026 tanggal 2 November 2026"
    assert made.isian["persetujuan"] == said
    assert made.isian["panitia"] == "surat pertimbangan Nomor 4/PPA/X/2026"
    assert made.isian["dasar"][-1] == "Peraturan Contoh Nomor 1"  # type: ignore[index]
    again = naskah_usul.write(dinas.kantor, dinas.oleh(), asked.id, MUSNAH, id_)
    assert again.id == made.id
    with dinas.kantor.ledger.read() as reading:
        now = reading.get(Usul, asked.id)
        matter = reading.get(Berkas, now.berkas)
        assert [x.id for x in naskah_usul.papers(reading, now)] == [made.id]
        assert len(reading.find(Naskah, berkas=matter.id)) == 1
    assert (matter.judul, matter.unit, matter.rahasia) == ("Usul contoh 2026", UNIT, False)


def test_a_corrected_berita_acara_is_begun_beside_the_one_that_was_bound(
    dinas: KantorArsip,
) -> None:
    kantor, who = dinas.kantor, dinas.oleh()
    asked = agreed(dinas, BUANG, dinas.coded())
    first = naskah_usul.write(kantor, who, asked.id, MUSNAH, kantor.new_id())
    bind(dinas, first.id)

    for _ in range(2):
        second = naskah_usul.write(kantor, who, asked.id, MUSNAH, "a" * 26)

    with kantor.ledger.read() as reading:
        now, matter = reading.get(Usul, asked.id), reading.get(Berkas, first.berkas)
        found = [(x.id, x.keadaan) for x in naskah_usul.papers(reading, now)]
    assert sorted(found) == sorted([(first.id, TERIKAT), (second.id, KONSEP)])
    assert (matter.keadaan, matter.dossier) == (BERJALAN, "d" * 64)
    sign(dinas, second.id)
    how = Pelaksanaan(date(2026, 11, 20), second.id, ("Saksi Satu Contoh", "Saksi Dua Contoh"))
    assert usul.carry_out(kantor, who, now.id, now.versi, how).berita_acara == second.id


def bind(dinas: KantorArsip, naskah_id: str) -> None:
    """As the dossier of its matter leaves a paper that was signed."""
    sign(dinas, naskah_id)
    with dinas.kantor.ledger.begin() as tx:
        paper = tx.get(Naskah, naskah_id)
        tx.save(paper, archived(paper))
        matter = tx.get(Berkas, paper.berkas)
        tx.save(matter, bound(matter, "d" * 64))
        tx.note(Catatan(KODE, MESIN, "berkas_diarsipkan", dinas.kantor.clock.now(), matter.id))


def sign(dinas: KantorArsip, naskah_id: str) -> None:
    with dinas.kantor.ledger.begin() as tx:
        paper = tx.get(Naskah, naskah_id)
        tx.save(paper, replace(paper, keadaan=DITANDATANGANI))
        tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", dinas.kantor.clock.now(), paper.id))


def test_one_pair_serves_what_moves_and_what_is_handed_over_and_says_which(
    dinas: KantorArsip,
) -> None:
    asked = agreed(dinas, PINDAH, dinas.coded(TENGAH))
    made = naskah_usul.write(dinas.kantor, dinas.oleh(), asked.id, PINDAHAN, dinas.kantor.new_id())
    assert made.isian["kegiatan"] == "Pemindahan"
    assert len(made.isian["arsip"]) == 1  # type: ignore[arg-type]
    with pytest.raises(TidakAda):
        naskah_usul.write(dinas.kantor, dinas.oleh(), asked.id, MUSNAH, dinas.kantor.new_id())


def test_no_paper_is_written_before_somebody_agreed(dinas: KantorArsip) -> None:
    asked = Susun(dinas.kantor.new_id(), KODE, "", BUANG, "Usul contoh", (dinas.coded(),))
    made = usul.compose(dinas.kantor, dinas.oleh(), asked)
    with pytest.raises(UsulSudahLanjut):
        naskah_usul.write(dinas.kantor, dinas.oleh(), made.id, MUSNAH, dinas.kantor.new_id())


def test_the_papers_of_a_list_with_something_withheld_are_withheld(dinas: KantorArsip) -> None:

    shut = dinas.closed(judul="Perkara tertutup", rahasia=True)
    catat.classify(dinas.kantor, dinas.oleh(), Sasaran(shut, 0), "HM.01")
    asked = agreed(dinas, BUANG, shut, dinas.coded())
    made = naskah_usul.write(dinas.kantor, dinas.oleh(), asked.id, MUSNAH, dinas.kantor.new_id())
    with dinas.kantor.ledger.read() as reading:
        assert reading.get(Berkas, made.berkas).rahasia
    with pytest.raises(TidakAda):
        naskah_usul.write(
            dinas.kantor, dinas.oleh("petugas"), asked.id, MUSNAH, dinas.kantor.new_id()
        )


def test_the_cover_of_a_matter_says_where_it_lies_and_how_long_it_is_kept(
    dinas: KantorArsip,
) -> None:
    id_, who = dinas.coded(), dinas.oleh()
    dinas.lay(id_, dinas.box())
    kind = pasangan(dinas.kantor, KODE, SAMPUL)
    with dinas.kantor.ledger.read() as reading:
        told = begun(dinas.kantor, reading, who, reading.get(Berkas, id_), kind)
    assert told["kode_klasifikasi"] == "HM.01"
    assert (told["retensi_aktif"], told["retensi_inaktif"]) == ("2 tahun", "3 tahun")
    assert told["nasib"] == "Musnah"
    assert told["tempat"].endswith("boks 14")
    assert "kategori" not in told
