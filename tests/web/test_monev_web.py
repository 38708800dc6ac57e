"""Evidence is chosen at the page of its question, let go at the gate, and handed out as a ZIP."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from service.acts.monev import ekspor, pilih
from service.domain.gerbang import pribadi
from service.domain.gerbang.tembus import hit
from service.domain.monev.bukti import EksporMonev
from tests.acts.perkara import KODE
from tests.contoh_buruk import _pdf
from tests.kantor import Kantor
from tests.monev import DUA, SOAL, KantorMonev, kantor_monev
from tests.web.test_edisi_web import client, send

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MUKA = f"/monev/{KODE}"
SOAL_DUA, SOAL_TIGA = f"{MUKA}/pertanyaan/1.2", f"{MUKA}/pertanyaan/1.3"
SEBAB = "Nomor pejabat ini memang diumumkan"


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorMonev:
    kantor.clock.at = SENIN
    return kantor_monev(kantor, tmp_path)


def test_a_file_is_cleared_at_the_gate_and_goes_into_the_zip(it: KantorMonev) -> None:
    ppid = client(it.edisi, "ppid")
    one = pilih.file(it.kantor, it.edisi.oleh("ppid"), DUA, it.file(_pdf.letter("Maklumat")))
    at = f"/monev/bukti/{one.id}"
    assert at in ppid.get(SOAL_DUA).text
    row = it.looked(one, hit(pribadi.NIP, "halaman 1"))
    assert "halaman 1" in ppid.get(at).text

    told = {"versi": row.versi, "dilihat": row.pemeriksaan.sidik}
    [found] = row.sisa
    assert send(ppid, at, f"{at}/lepas", **told, temuan=found.id, alasan=SEBAB).status_code == 303
    assert send(ppid, at, f"{at}/umumkan", **told | {"versi": row.versi + 1}).status_code == 303

    assert "1 siap" in ppid.get(MUKA).text
    assert send(ppid, MUKA, f"{MUKA}/susun").status_code == 303
    with it.kantor.ledger.read() as reading:
        [asked] = reading.find(EksporMonev)
    assert "sedang disusun" in ppid.get(MUKA).text
    ekspor.make(it.kantor, asked.id)
    page = ppid.get(MUKA).text
    [where] = re.findall(r'href="([^"]+/zip/[^"]+)"', page)
    with ppid.get(where) as answer, zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        assert "1.2-apakah-ada-laporan/01-maklumat.pdf" in packed.namelist()


def test_what_the_house_has_is_left_out_and_taken_in_at_its_page(it: KantorMonev) -> None:
    ppid = client(it.edisi, "ppid")
    assert "SOP" in ppid.get(SOAL_TIGA).text

    sent = send(ppid, SOAL_TIGA, f"{SOAL_TIGA}/lepas", bukti="sumber:sop")

    assert sent.status_code == 303
    assert "SOP yang berlaku" in ppid.get(SOAL_TIGA).text  # offered again
    assert send(ppid, SOAL_TIGA, f"{SOAL_TIGA}/pakai", sumber="sop").status_code == 303
    assert "Pakai lagi" not in ppid.get(SOAL_TIGA).text


def test_a_wrong_code_is_told_at_its_field_and_nothing_is_chosen(it: KantorMonev) -> None:
    ppid = client(it.edisi, "ppid")

    sent = send(ppid, SOAL_DUA, f"{SOAL_DUA}/baris", kode="salah tulis")

    assert sent.status_code == 422 and "salah tulis" in sent.text
    assert "Belum ada bukti" in ppid.get(SOAL_DUA).text
    assert ppid.get(f"{MUKA}/pertanyaan/9.9").status_code == 404
    assert send(ppid, SOAL_DUA, f"{SOAL_DUA}/hapus").status_code == 404


def test_who_only_looks_chooses_nothing_and_other_agencies_are_not_there(it: KantorMonev) -> None:
    petugas = client(it.edisi, "petugas")
    page = petugas.get(MUKA)
    assert page.status_code == 200 and "Susun ZIP" not in page.text
    assert "Unggah bukti" not in petugas.get(SOAL_DUA).text
    assert send(petugas, MUKA, f"{MUKA}/susun").status_code == 403
    assert petugas.get("/monev/badan_contoh").status_code == 404
    assert petugas.get("/monev/tidak_ada").status_code == 404
    assert petugas.get("/monev").status_code == 303


def test_where_nobody_wrote_down_the_questions_the_page_says_how(it: KantorMonev) -> None:
    (it.kantor.home / "paket" / "umum" / "monev.toml").unlink()

    page = client(it.edisi, "ppid").get(MUKA)

    assert page.status_code == 200
    assert "Belum ada pertanyaan monev" in page.text


def test_questions_with_a_fault_are_told_with_their_line(it: KantorMonev) -> None:
    it.ask(SOAL.replace("bobot = 100", "bobot = 1000"), KODE)

    page = client(it.edisi, "ppid").get(MUKA)

    assert page.status_code == 409
    assert "dinas_contoh/monev.toml:6: bobot harus antara 0 dan 100." in page.text


@pytest.mark.parametrize("where", [MUKA, SOAL_DUA])
def test_more_evidence_makes_no_more_questions_to_the_ledger(it: KantorMonev, where: str) -> None:
    ppid, who = client(it.edisi, "ppid"), it.edisi.oleh("ppid")

    def asked(many: int) -> int:
        for _ in range(many):
            pilih.file(it.kantor, who, DUA, it.file(_pdf.letter("x")))
        seen: list[str] = []

        def count(*told: object) -> None:
            seen.append(str(told[2]))

        engine = it.kantor.ledger.reader
        event.listen(engine, "before_cursor_execute", count)
        assert ppid.get(where).status_code == 200
        event.remove(engine, "before_cursor_execute", count)
        assert seen
        return len(seen)

    assert asked(2) == asked(12)
