"""An edition as machines read it: nothing runs, nothing is lost, each format says the same."""

from __future__ import annotations

import csv
import io
import json

import pytest

from service.domain.edisi.akar_tanya import candidates
from service.domain.edisi.dcat import Ke, things, to_jsonld, to_turtle
from service.domain.edisi.format_tabel import to_csv, to_json
from service.domain.edisi.pilah import years
from service.domain.edisi.terbitan import FileTerbit
from tests.terbitan import edition, kode, line

URL = "https://ppid.contoh.go.id"
FILE = FileTerbit("ab" * 32, "laporan.pdf", "application/pdf", 11)


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_is_run_by_a_spreadsheet(awal):
    told = to_csv(edition([line(0, ringkasan=f"{awal}cmd|' /C calc'!A0")]), URL).decode("utf-8-sig")

    cells = [x for row in csv.reader(io.StringIO(told, newline="")) for x in row]
    assert not [x for x in cells if x.startswith(awal)]


def test_csv_and_json_hold_every_line_in_its_order():
    one = edition([line(n, ringkasan=f'Baris "{n}", é') for n in range(5)], file={kode(1): FILE})

    rows = list(csv.reader(io.StringIO(to_csv(one, URL).decode("utf-8-sig"))))
    told = json.loads(to_json(one, URL))

    assert [row[1] for row in rows[1:]] == [x["kode"] for x in told["baris"]]
    assert [row[2] for row in rows[1:]] == [x["ringkasan"] for x in told["baris"]]
    assert told["baris"][1]["file"]["sha256"] == rows[2][-1] == FILE.sha256


def test_json_ld_names_every_thing_of_the_catalogue_once():
    one = edition([line(n) for n in range(3)], file={kode(1): FILE})

    graph = json.loads(to_jsonld(one, URL))["@graph"]

    names = [thing["@id"] for thing in graph]
    assert names == [thing.alamat for thing in things(one, URL)]
    assert len(set(names)) == len(names)
    pointed = {v.alamat for thing in things(one, URL) for _, v in thing.kata if isinstance(v, Ke)}
    assert {one for one in pointed if "#" in one and one.startswith(URL)} <= set(names)


def test_words_cannot_end_a_turtle_string():
    wicked = 'a" . <x> <y> <z> . "\\\n\t\x07'

    told = to_turtle(edition([line(0, ringkasan=wicked)]), URL).decode()

    assert '"a\\" . <x> <y> <z> . \\"\\\\"' in told
    assert "\x07" not in told


@pytest.mark.parametrize(
    ("kata", "akar"),
    [
        ("pembayaran", "bayar"),
        ("dibayarkan", "bayar"),
        ("menulis", "tulis"),
        ("pengadaan", "ada"),
        ("memperbaiki", "baik"),
        ("penyusunan", "susun"),
        ("keterangannya", "terang"),
        ("bayar", "bayar"),
    ],
)
def test_a_typed_word_offers_its_root(kata, akar):
    assert akar in list(candidates(kata))


@pytest.mark.parametrize(
    ("waktu", "tahun"),
    [
        ("Kupang, 2022-2024", ("2024", "2023", "2022")),
        ("Januari 2021", ("2021",)),
        ("setiap triwulan", ()),
        ("nomor 120211", ()),
        ("1900-2099", ("1900",)),
    ],
)
def test_a_line_is_found_under_each_year_it_names(waktu, tahun):
    assert years(waktu) == tahun
