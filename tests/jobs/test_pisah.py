"""A stack of letters scanned at once with separators between them becomes as many kiriman."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno
from PIL import Image

from jobs import identify, pisah
from jobs.table import JOBS
from service.acts.keadaan.audit import audit
from service.acts.kiriman import putusan as putusan_kiriman
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.domain import pemisah
from service.domain.batas import Batas
from service.domain.kiriman import (
    DIDAFTAR,
    KARANTINA,
    MENUNGGU_PETUGAS,
    File,
    Fisik,
    Kiriman,
    Surat,
)
from service.domain.pekerjaan import JALUR
from service.domain.pemisah import Pemisah
from service.domain.refusals import Unavailable
from service.domain.temuan import (
    DENGAN_CATATAN,
    MENUNGGU_PEMERIKSAAN,
    TIDAK_DAPAT_DIPROSES,
    Temuan,
)
from service.house import RealHouse
from tests import pindaian
from tests.conftest import new_sqlite
from tests.contoh_buruk import _pdf
from tests.fault.titik import CHANGING, TOLD, dies_at, in_child, points
from tests.office import INSTANSI, UNIT, open_house, person, rule

DPI = 75
KITA = "https://ppid.contoh.go.id/v/k7q2m9xw4t/1.1"
MAP = "map"  # a separator of no unit


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@cache
def drawn(words: str) -> Image.Image:
    """The sheet as it lies in the stack: the code in its middle, eight centimetres wide."""
    sheet = pindaian.page(("LEMBAR PEMISAH",), DPI)
    side = round(80 / 25.4 * DPI)
    made = segno.make(words, error="h")
    code = Image.new("L", made.symbol_size(scale=1, border=4), 255)
    for y, row in enumerate(made.matrix_iter(scale=1, border=4)):
        for x, dark in enumerate(row):
            code.putpixel((x, y), 0 if dark else 255)
    large = code.resize((side, side), Image.Resampling.NEAREST)
    sheet.paste(large, ((sheet.width - side) // 2, (sheet.height - side) // 2))
    return sheet


def separator(words: str = "BERKAS:PISAH") -> Image.Image:
    return drawn(words).copy()


@cache
def sheet(n: int) -> Image.Image:
    return pindaian.page((f"SURAT CONTOH {n}", "Bersama ini kami sampaikan", "Contoh"), DPI)


def letter(n: int = 1) -> Image.Image:
    return sheet(n).copy()


def empty() -> Image.Image:
    return pindaian.page((), DPI)


def pdf(*sheets: Image.Image) -> bytes:
    return pindaian.pdf(*sheets, dpi=DPI)


def came(house: RealHouse, folder: Path, *files: bytes, **slip: Any) -> Kiriman:
    """These scans through the hallway, and all that follows but the reading of letters."""
    brought = []
    for n, isi in enumerate(files):
        path = folder / f"Pindaian {n}.{'pdf' if isi.startswith(b'%PDF') else 'tif'}"
        path.write_bytes(isi)
        brought.append(Bawaan(path, path.name))
    known = {"id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, "pintu": "folder"}
    kiriman = accept(house, brought, Slip(**{**known, "nama": "Pindaian", **slip}))
    done(house)
    return found(house, kiriman.id)


def done(house: RealHouse) -> list[str]:
    """Do what is owed but the reading of letters; the names of the jobs."""
    told = []
    while claimed := [one for lane in JALUR for one in house.owed.claim(lane, 50, set)]:
        for one in claimed:
            seen = house.owed.start(one.job, one.untuk, one.fence, "uji")
            assert seen is not None
            if one.job != "ocr":
                JOBS[one.job](house, one.untuk)
                told.append(one.job)
            house.owed.settle(seen)
    return told


def found(house: RealHouse, kiriman_id: str) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman_id)


def files(house: RealHouse, one: Kiriman) -> list[File]:
    with house.ledger.read() as reading:
        return sorted(reading.find(File, kiriman=one.id), key=lambda file: file.urut)


def parts(house: RealHouse, stack: Kiriman) -> list[Kiriman]:
    return [found(house, id_) for id_ in pemisah.part_ids(stack)]


def many(house: RealHouse, stack: Kiriman) -> list[int]:
    """How many pages each part has."""
    return [file.halaman for one in parts(house, stack) for file in files(house, one)]


def all_kiriman(house: RealHouse) -> list[Kiriman]:
    with house.ledger.read() as reading:
        return reading.find(Kiriman)


def test_each_letter_of_a_stack_is_a_kiriman_with_a_number_of_its_own(
    house: RealHouse, tmp_path: Path
) -> None:
    isi = pdf(letter(1), separator(), letter(2), letter(3), separator(), letter(4))

    stack = came(house, tmp_path, isi)

    assert (stack.keadaan, stack.akhir, stack.kode) == (DIDAFTAR, DENGAN_CATATAN, "dipisah")
    assert stack.nomor_agenda == stack.berkas == ""
    (whole,) = files(house, stack)
    assert house.store.fetch(whole.sha256, tmp_path / "utuh").read_bytes() == isi
    assert whole.temuan[-1] == Temuan("dipisah", "3 bagian, 2 lembar pemisah")
    assert many(house, stack) == [1, 2, 1]
    told = parts(house, stack)
    year = stack.diterima.year
    assert [one.nomor_agenda for one in told] == [f"000{n}/AGENDA/{year}" for n in (1, 2, 3)]
    assert {(one.unit, one.pintu, one.siapa) for one in told} == {
        (stack.unit, stack.pintu, stack.siapa)
    }
    assert [file.nama for one in told for file in files(house, one)] == [
        f"Pindaian 0 bagian {n}.pdf" for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("how", "sheets", "pages"),
    [
        ("first page", [MAP, 1, 2], [2]),
        ("last page", [1, 2, MAP], [2]),
        ("first and last", [MAP, 1, MAP, 2, MAP], [1, 1]),
        ("two in a row", [1, MAP, MAP, 2], [1, 1]),
        ("its back scanned as well", [1, MAP, "", 2, 3], [1, 2]),
        ("a blank sheet within a letter", [1, "", 2, MAP, 3], [3, 1]),
        ("upside down", [1, "terbalik", 2], [1, 1]),
        ("askew and worn", [1, "usang", 2], [1, 1]),
        ("a stranger's code in a letter", ["asing", MAP, 2], [1, 1]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wherever_the_separator_lies_no_page_of_a_letter_is_lost(
    house: RealHouse, tmp_path: Path, how: str, sheets: Sequence[Any], pages: list[int]
) -> None:
    kinds = {
        MAP: separator(),
        "": empty(),
        "terbalik": separator().rotate(180),
        "usang": pindaian.noisy(pindaian.skewed(separator(), 3), 800),
        "asing": separator("00020101021126contoh pembayaran"),
    }
    stack = came(house, tmp_path, pdf(*[kinds.get(one) or letter(one) for one in sheets]))

    assert stack.kode == "dipisah", how
    assert many(house, stack) == pages


def test_the_blank_backs_that_were_left_out_are_named(house: RealHouse, tmp_path: Path) -> None:
    stack = came(
        house, tmp_path, pdf(separator(), empty(), letter(), separator(), empty(), letter())
    )

    (file,) = files(house, stack)
    assert file.temuan[-1].di == "2 bagian, 2 lembar pemisah; halaman kosong 2, 5"


def test_separators_alone_draw_no_number_and_say_what_to_do(
    house: RealHouse, tmp_path: Path
) -> None:
    (tmp_path / "inbox" / INSTANSI / UNIT).mkdir(parents=True)

    stack = came(house, tmp_path, pdf(separator(), empty(), separator()))

    assert (stack.keadaan, stack.akhir) == (KARANTINA, TIDAK_DAPAT_DIPROSES)
    assert (stack.kode, stack.nomor_agenda) == ("hanya_pemisah", "")
    assert "tidak ada surat di antaranya" in stack.alasan
    assert len(all_kiriman(house)) == 1
    (room,) = (tmp_path / "inbox" / INSTANSI / UNIT / "karantina").iterdir()
    assert {one.name for one in room.iterdir()} >= {"Pindaian 0.pdf", "Pindaian 0.pdf.txt"}


def test_a_stack_that_was_held_first_draws_no_number_and_its_parts_draw_theirs(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise Unavailable("Tidak ada kotak.")

    with monkeypatch.context() as gone:
        gone.setattr(house.reader, "look", away)
        held = came(house, tmp_path, pdf(separator(), letter(1), separator(), letter(2)))
    identify.run(house, held.id)
    done(house)

    stack = found(house, held.id)
    assert (held.akhir, held.kode) == (MENUNGGU_PEMERIKSAAN, "kotak_mati")
    assert (held.nomor_agenda, stack.nomor_agenda, stack.kode) == ("", "", "dipisah")
    assert [one.nomor_agenda[:4] for one in parts(house, stack)] == ["0001", "0002"]


def test_a_stack_that_had_its_number_in_karantina_keeps_it_and_its_parts_draw_their_own(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as wrong:
        wrong.setattr(house.scanner, "found", lambda _: "Contoh")  # its list is mended later
        isi = pdf(separator(), letter(1), separator(), letter(2))
        held = came(house, tmp_path, isi, pintu="web")
    rule(house)
    petugas = person(house, "petugas", "petugas")
    putusan_kiriman.again(house, petugas, held.id, held.versi)
    done(house)

    stack = found(house, held.id)
    assert (held.keadaan, held.kode, held.nomor_agenda[:4]) == (KARANTINA, "virus", "0001")
    assert (stack.kode, stack.nomor_agenda) == ("dipisah", held.nomor_agenda)
    assert [one.nomor_agenda[:4] for one in parts(house, stack)] == ["0002", "0003"]
    assert not [one for one in audit(house) if one.dilanggar]


@pytest.mark.parametrize("code", ["00020101021126contoh pembayaran", "BERKAS:PISAHKAN", KITA])
def test_any_other_code_parts_nothing(house: RealHouse, tmp_path: Path, code: str) -> None:
    stack = came(house, tmp_path, pdf(letter(1), separator(code), letter(2)))

    assert stack.nomor_agenda.startswith("0001/")
    assert len(all_kiriman(house)) == 1


def test_without_a_separator_a_scan_stays_one_kiriman(house: RealHouse, tmp_path: Path) -> None:
    stack = came(house, tmp_path, pdf(letter(1), empty(), letter(2)))

    assert stack.nomor_agenda.startswith("0001/")
    assert len(all_kiriman(house)) == 1


def test_the_separator_of_a_unit_sends_what_lies_behind_it_there(
    house: RealHouse, tmp_path: Path
) -> None:
    kota = {"instansi": "kota_kupang", "unit": "kominfo"}
    there, nowhere = separator("BERKAS:PISAH:layanan_informasi"), separator("BERKAS:PISAH:tiada")

    stack = came(house, tmp_path, pdf(letter(1), there, letter(2), nowhere, letter(3)), **kota)

    assert [one.unit for one in parts(house, stack)] == ["kominfo", "layanan_informasi", "kominfo"]
    assert {one.instansi for one in parts(house, stack)} == {"kota_kupang"}


def test_the_separator_of_a_kind_says_what_lies_behind_it(house: RealHouse, tmp_path: Path) -> None:
    known = separator(pemisah.code(Pemisah("", "undangan")))
    unknown = separator(pemisah.code(Pemisah(UNIT, "tidak_dikenal")))

    stack = came(house, tmp_path, pdf(known, letter(1), unknown, letter(2)))

    assert [(one.jenis, one.keadaan) for one in parts(house, stack)] == [
        ("undangan", DIDAFTAR),
        ("", MENUNGGU_PETUGAS),
    ]


def test_what_was_said_of_the_stack_holds_for_its_parts_as_far_as_it_can(
    house: RealHouse, tmp_path: Path
) -> None:
    stack = came(
        house,
        tmp_path,
        pdf(letter(1), separator(), letter(2)),
        pintu="web",
        siapa="petugas_contoh",
        rahasia=True,
        surat=Surat(perihal="Tumpukan pagi", nomor="7", sifat="segera"),
        fisik=Fisik("Rak 2, map merah", 12),
    )

    year = stack.diterima.year
    told = parts(house, stack)
    assert [one.nomor_agenda for one in told] == [f"R-000{n}/AGENDA/{year}" for n in (1, 2)]
    assert all(one.rahasia and one.siapa == "petugas_contoh" for one in told)
    assert {one.surat.sifat for one in told} == {"segera"}
    assert "Tumpukan pagi" not in {one.surat.perihal for one in told}
    assert {one.fisik for one in told} == {Fisik("Rak 2, map merah", 0)}


@pytest.mark.parametrize("pintu", ["publik", "surel"])
def test_a_stranger_opens_no_second_kiriman_with_our_separator(
    house: RealHouse, tmp_path: Path, pintu: str
) -> None:
    stack = came(house, tmp_path, pdf(letter(1), separator(), letter(2)), pintu=pintu)

    assert stack.nomor_agenda.startswith("0001/")
    assert len(all_kiriman(house)) == 1


def test_a_picture_of_several_pages_is_parted_as_well(house: RealHouse, tmp_path: Path) -> None:
    sheets = [letter(1), separator(), letter(2), letter(3)]
    black = [one.point(lambda value: 255 if value > 128 else 0).convert("1") for one in sheets]

    for isi in (
        pindaian.tiff(*sheets, compression="tiff_lzw", dpi=(DPI, DPI)),
        pindaian.tiff(*black, compression="group4", dpi=(DPI, DPI)),
    ):
        stack = came(house, tmp_path, isi)

        assert many(house, stack) == [1, 2]
        (first, *_) = parts(house, stack)
        (file,) = files(house, first)
        made = pypdfium2.PdfDocument(house.store.fetch(file.sha256, tmp_path / "bagian.pdf"))
        assert [round(side) for side in made[0].get_size()] == [595, 842]
        made.close()


def test_what_came_with_a_stack_is_a_kiriman_as_well(house: RealHouse, tmp_path: Path) -> None:
    other = _pdf.letter("Surat lain", "yang datang bersama tumpukan itu")

    stack = came(house, tmp_path, pdf(letter(1), separator(), letter(2)), other)

    told = [files(house, one)[0] for one in parts(house, stack)]
    assert [one.nama for one in told] == [
        "Pindaian 0 bagian 1.pdf",
        "Pindaian 0 bagian 2.pdf",
        "Pindaian 1.pdf",
    ]
    assert told[-1].sha256 == files(house, stack)[-1].sha256
    assert all(one.nomor_agenda for one in parts(house, stack))


def test_the_same_stack_brought_twice_draws_no_second_numbers(
    house: RealHouse, tmp_path: Path
) -> None:
    isi = pdf(letter(1), separator(), letter(2))
    first = came(house, tmp_path, isi)

    second = came(house, tmp_path, isi)

    assert [one.kode for one in parts(house, second)] == ["kembar", "kembar"]
    assert [one.kembar for one in parts(house, second)] == pemisah.part_ids(first)
    assert not any(one.nomor_agenda for one in parts(house, second))


def test_taken_apart_twice_it_is_the_same(house: RealHouse, tmp_path: Path) -> None:
    stack = came(house, tmp_path, pdf(letter(1), separator(), letter(2)))
    before = all_kiriman(house)

    pisah.run(house, stack.id)
    identify.run(house, stack.id)

    assert all_kiriman(house) == before


def test_a_separator_behind_a_hundred_pages_is_seen_before_a_number_is_drawn(
    house: RealHouse, tmp_path: Path
) -> None:
    sheets = [separator() if n in (150, 199) else letter(n % 9) for n in range(1, 201)]

    stack = came(house, tmp_path, pdf(*sheets))

    assert (stack.kode, stack.nomor_agenda) == ("dipisah", "")
    assert many(house, stack) == [149, 48, 1]


def test_more_letters_than_one_kiriman_may_have_files_wait_for_a_person_as_one(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house), "batas", Batas(file=2))
    sheets = [one for n in range(3) for one in (separator(), letter(n))]

    stack = came(house, tmp_path, pdf(*sheets))

    assert (stack.keadaan, stack.kode) == (MENUNGGU_PETUGAS, "tak_terpisah")
    assert "pindai surat-suratnya satu per satu" in stack.alasan
    assert stack.nomor_agenda.startswith("0001/")
    assert len(all_kiriman(house)) == 1


@pytest.mark.timeout(180)
def test_killed_at_any_call_a_stack_is_taken_apart_once(tmp_path: Path) -> None:
    url = new_sqlite(tmp_path)
    path = tmp_path / "Pindaian.pdf"
    path.write_bytes(pdf(letter(1), separator(), letter(2)))
    with open_house(tmp_path, url) as house:
        known = Slip(house.new_id(), INSTANSI, UNIT, "folder", "Pindaian")
        stack = accept(house, [Bawaan(path, path.name)], known)
        identify.run(house, stack.id)

    def torn(n: int) -> int:
        def work() -> None:
            with open_house(tmp_path, url) as house, points(dies_at(n), TOLD | CHANGING):
                pisah.run(house, stack.id)

        return in_child(work)

    ended = [torn(n) for n in range(1, 60, 5)]

    assert os.WIFSIGNALED(ended[0])
    with open_house(tmp_path, url) as house:
        assert len(all_kiriman(house)) in (1, 3)
        done(house)
        assert many(house, found(house, stack.id)) == [1, 1]
        assert sorted(one.nomor_agenda[:4] for one in all_kiriman(house)) == ["", "0001", "0002"]
        assert not [one for one in audit(house) if one.dilanggar]
