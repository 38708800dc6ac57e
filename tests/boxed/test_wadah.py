"""Whatever arrives ends in one of the five ends, soon, with a sentence a clerk understands."""

from __future__ import annotations

import io
import json
import os
import random
import resource
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from service.boxed import anggota, bagian, pengenal, tabel
from service.boxed.lihat import Lihat
from service.domain.akibat import ARTI, end_of
from service.domain.temuan import BERAT, DITERIMA, TIDAK_DAPAT_DIPROSES, Temuan
from service.domain.temuan_wadah import WADAH
from tests.contoh_buruk import Contoh, _kertas, aktif, kantor, lama, nama, semua, surat, wadah
from tests.office import one_reader
from tests.papers import table

OURS = [one for room in (nama, wadah, kantor, aktif, lama, surat) for one in room.contoh()]
SOON = 2.0  # seconds of processor, whatever else the machine has to do
MORE = 1_000_000_000  # bytes of address space a reader may take besides what was there before it


def named(one: Contoh) -> str:
    return f"{one.baris}-{one.nama[:40]!a}-{one.kode or 'biasa'}"


def address_space() -> int:
    """The bytes of address space of this process."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def boxed(work: Callable[[], Any], seconds: int = 10) -> Any:
    """What a child with the limits of the box makes of it; anything it throws fails the test."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            os.close(read)
            most = address_space() + MORE  # other tests have filled our process, not a box
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
            told = json.dumps(work()).encode()
            while told:
                told = told[os.write(write, told) :]
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        told = answer.read()
    _, how = os.waitpid(pid, 0)
    assert how == 0, f"the reader ended with {how}"
    return json.loads(told)


def spent() -> float:
    """The seconds of processor that our children have used up."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def look(one: Contoh) -> dict[str, Any]:
    def work() -> dict[str, Any]:
        lihat = Lihat()
        pengenal.look(io.BytesIO(one.bita), one.nama, lihat)
        return lihat.told()

    found: dict[str, Any] = boxed(work)
    return found


def end(found: dict[str, Any]) -> str:
    return end_of(Temuan(kode, di) for kode, di in found["temuan"])


@pytest.mark.parametrize("one", OURS, ids=named)
def test_a_bad_file_comes_to_its_end(one: Contoh) -> None:
    began = spent()

    found = look(one)

    assert spent() - began < SOON
    codes = {kode for kode, _ in found["temuan"]}
    assert (end(found), codes) == (one.akhir, codes | {one.kode} - {""})
    assert codes <= set(ARTI)
    assert found["mime"]


def test_a_file_that_could_not_be_read_is_not_blamed_for_its_name_too() -> None:
    for label in ("separuh.docx", "dalam.docx", "terkunci.docx", "terkunci.odt"):
        one = next(one for one in OURS if one.nama == label)
        assert [kode for kode, _ in look(one)["temuan"]] == [one.kode]


@pytest.mark.parametrize("one", [one for one in OURS if one.baris == 62 and one.kode], ids=named)
def test_what_is_hidden_in_a_file_keeps_it_from_being_published(one: Contoh) -> None:
    assert any(ARTI[kode].menahan_terbit for kode, _ in look(one)["temuan"])


@pytest.mark.parametrize(
    "one", [one for one in OURS if one.akhir == TIDAK_DAPAT_DIPROSES], ids=named
)
def test_what_is_not_opened_is_not_taken_apart(one: Contoh) -> None:
    assert look(one)["anggota"] == []


def test_every_sentence_says_what_it_is_and_what_to_do() -> None:
    for kode, arti in WADAH.items():
        assert 1 <= len(arti.label.split()) <= 4, kode
        assert arti.kata.count(".") >= 2 or ";" in arti.kata, kode
        assert "ditolak" not in arti.kata
        if BERAT[arti.akhir] > BERAT[DITERIMA]:
            assert len(arti.kata) > 60, kode


@pytest.mark.parametrize("seed", range(6))
def test_files_that_time_has_gnawed_at_end_somewhere(seed: int) -> None:
    """A few bytes of good files changed, cut out or doubled: no reader falls over."""
    whole = {
        "a.docx": _kertas.docx(),
        "a.xlsx": _kertas.xlsx(),
        "a.pptx": _kertas.pptx(notes="catatan"),
        "a.odt": _kertas.odf(),
        "a.zip": _kertas.zipped({"a.txt": "isi", "b/c.txt": "isi lain"}),
        **{one.nama: one.bita for one in OURS if one.baris in (41, 43, 78, 79) and one.bita},
    }
    chance = random.Random(seed)
    for label, held in whole.items():
        gnawed = bytearray(held)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(gnawed))
            gnawed[at] = chance.randrange(256)
        if chance.random() < 0.3:
            at = chance.randrange(len(gnawed))
            del gnawed[at : at + chance.randint(1, 200)]
        found = look(Contoh(label, bytes(gnawed), "", "", 52))
        assert end(found) in BERAT


def test_a_letter_is_read_in_its_order_page_by_page() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = (
        _kertas.paragraph("Nomor 12/CONTOH/2026")
        + f"<w:tbl><w:tr>{cell.format('Kiri')}{cell.format('Kanan')}</w:tr></w:tbl>"
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Halaman dua</w:t></w:r></w:p>"
    )
    head = f'{_kertas.XML}<w:hdr xmlns:w="{_kertas.W}">{_kertas.paragraph("KOP CONTOH")}</w:hdr>'
    held = _kertas.docx(body, ("header", "header1.xml", ""), more={"word/header1.xml": head})

    found = look(Contoh("surat.docx", held, "", "", 0))

    assert found["halaman"] == 2
    assert found["teks"] == ["KOP CONTOH\n\nNomor 12/CONTOH/2026\nKiri\tKanan", "Halaman dua"]


def test_a_table_is_read_sheet_by_sheet_with_its_dates_as_an_office_writes_them() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46347</v></c></row>'
    shared = f'<sst xmlns="{_kertas.S}"><si><t>Tanggal</t></si></sst>'
    more = {
        "xl/sharedStrings.xml": _kertas.XML + shared,
        "xl/styles.xml": f'{_kertas.XML}<styleSheet xmlns="{_kertas.S}"><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    kait = [("sharedStrings", "sharedStrings.xml", ""), ("styles", "styles.xml", "")]
    held = _kertas.xlsx(rows, "", "", *kait, more=more)

    assert look(Contoh("a.xlsx", held, "", "", 0))["teks"] == ["Lembar1\nTanggal\t21 November 2026"]


def test_a_letter_by_mail_says_who_wrote_to_whom_and_keeps_every_attachment() -> None:
    twins = next(one for one in OURS if one.nama == "kembar.eml")

    found = look(twins)

    assert found["metadata"]["dari"] == "Contoh Pemohon <pemohon@example.org>"
    assert found["metadata"]["perihal"] == "Permohonan contoh"
    assert [one for one, _ in found["anggota"]] == ["surat.docx", "surat.docx"]
    taken = [b"".join(anggota.member(io.BytesIO(twins.bita), twins.nama, n)) for n in range(2)]
    assert [len(one) for one in taken] == [size for _, size in found["anggota"]]
    assert taken[0] != taken[1]


@pytest.mark.parametrize("label", ["biasa.zip", "surat.msg", "mac.zip"])
def test_what_a_look_told_of_can_be_taken_out(label: str) -> None:
    one = next(one for one in OURS if one.nama == label)

    for n, (_, size) in enumerate(look(one)["anggota"]):
        held = b"".join(anggota.member(io.BytesIO(one.bita), one.nama, n))
        assert len(held) == size


def test_a_text_that_is_longer_than_is_searched_says_so() -> None:
    long = ("Baris contoh yang panjang sekali. " * 30 + "\n") * 3_000

    found = look(Contoh("panjang.txt", long.encode(), "", "", 0))

    assert sum(map(len, found["teks"])) == 2_000_000
    assert found["temuan"] == [["baca_sebagian", ""]]


def test_no_part_is_parsed_that_was_not_searched_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bagian, "HITUNG", 1_500)
    more = {"word/media/a.png": b"x" * 5_000}

    assert look(Contoh("a.docx", _kertas.docx(more=more), "", "", 0))["temuan"] == []
    more["customXml/item1.xml"] = b"<a>" + b"x" * 5_000 + b"</a>"
    found = look(Contoh("a.docx", _kertas.docx(more=more), "", "", 0))
    assert found["temuan"] == [["isi_terlalu_besar", "customXml/item1.xml"]]


def test_an_ordinary_letter_costs_a_few_milliseconds() -> None:
    body = "".join(
        _kertas.paragraph(f"Paragraf contoh yang ke-{n} dari surat ini.") for n in range(300)
    )
    held = _kertas.docx(body)

    def work() -> float:
        times = []
        for _ in range(7):
            began = time.process_time()
            pengenal.look(io.BytesIO(held), "surat.docx", Lihat())
            times.append(time.process_time() - began)
        return min(times)

    assert boxed(work) < 0.010


def test_a_table_for_import_is_read_or_says_why_not(tmp_path: Path) -> None:
    good = table(tmp_path / "a.xlsx", [["Nama", 1.0], ["Contoh", None]])
    bomb = next(one for one in OURS if one.nama == "bom.docx")

    assert boxed(lambda: tabel.rows(good.open("rb"))) == [["Nama", "1"], ["Contoh"]]
    for held in (b"", b"bukan tabel", bomb.bita, _kertas.docx()):
        told = boxed(lambda held=held: tabel.rows(io.BytesIO(held)))  # type: ignore[misc]
        assert isinstance(told, str)
        assert "Excel" in told


def test_no_sample_of_any_family_is_expected_to_come_to_two_ends() -> None:
    assert {one.nama for one in OURS} <= {one.nama for one in semua()}
    ends = {(one.nama, one.bita, one.akhir) for one in semua()}
    assert len(ends) == len({(nama, bita) for nama, bita, _ in ends})


@cache
def in_the_box() -> dict[Contoh, tuple[Temuan, ...]]:
    """What the real box finds in each of our files."""
    found = {}
    with TemporaryDirectory() as room:
        path = Path(room, "file")
        for one in OURS:
            path.write_bytes(one.bita)
            found[one] = one_reader().look(path, one.nama).temuan
    return found


def test_in_the_real_box_each_file_comes_to_the_same_end() -> None:
    for one, temuan in in_the_box().items():
        codes = {each.kode for each in temuan}
        assert (one.nama, end_of(temuan)) == (one.nama, one.akhir)
        assert codes >= {one.kode} - {""}


def test_every_finding_of_ours_is_met_by_some_file() -> None:
    elsewhere = {"isi_dibiarkan"}  # by the job that unpacks
    met = {each.kode for temuan in in_the_box().values() for each in temuan}

    assert set(WADAH) - met <= elsewhere
