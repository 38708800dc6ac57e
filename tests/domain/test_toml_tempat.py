"""A fault in a pack is named with the line it stands on."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.lembar import open_lembar
from service.domain.toml_tempat import Tempat

PAKET = '''\
# kepala
nama = "Contoh # bukan komentar"   # komentar
kop.baris = [
    "satu ] , }",

    'dua " # masih teks',
    """tiga
    "" baris""",
]

[naskah]
margin = { atas = 2, "bawah" = 2.5 }

[[unit]]
id = "satu"

[[unit]]
id = "dua"
  [unit.alamat]
  kota = "Contoh"
  [[unit.telepon]]
  nomor = 1
  [[unit.telepon]]
  nomor = 2

[[unit]]
mulai = 2026-11-21 10:00:00
id = "tiga"

["kunci ber.titik".'lagi']
x = """a
b""""
y = true
'''


def paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, below in value.items():
            yield from paths(below, (*path, key))
    elif isinstance(value, list):
        for n, below in enumerate(value):
            yield from paths(below, (*path, n))


def line_with(text):
    return next(n for n, line in enumerate(PAKET.splitlines(), 1) if text in line)


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        (("nama",), "nama ="),
        (("kop", "baris"), "kop.baris"),
        (("kop", "baris", 0), "satu ]"),
        (("kop", "baris", 1), "dua"),
        (("kop", "baris", 2), "tiga"),
        (("naskah",), "[naskah]"),
        (("naskah", "margin", "bawah"), "margin"),
        (("unit", 0, "id"), 'id = "satu"'),
        (("unit", 1, "id"), 'id = "dua"'),
        (("unit", 1, "alamat", "kota"), "kota"),
        (("unit", 1, "telepon", 1, "nomor"), "nomor = 2"),
        (("unit", 2, "id"), 'id = "tiga"'),
        (("kunci ber.titik", "lagi", "y"), "y = true"),
    ],
)
def test_each_value_stands_on_its_line(path, mark):
    assert Tempat(PAKET).line(path) == line_with(mark)


def test_every_value_that_tomllib_reads_has_a_line():
    found = Tempat(PAKET).lines

    assert {path for path in paths(tomllib.loads(PAKET)) if path not in found} == set()


def test_what_is_missing_is_placed_at_the_table_it_belongs_in():
    assert Tempat(PAKET).line(("unit", 1, "nama")) == line_with('id = "dua"') - 1


KEYS = st.one_of(st.text("abz_-", max_size=5), st.text("ab\"'\\ .#[]=", max_size=5))
LEAVES = st.one_of(
    st.integers(-99, 99), st.booleans(), st.text("ab\"'\\#[]{},=\n\t", max_size=8), st.dates()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def written(value):
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {written(below)}" for key, below in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[\n" + "".join(f"  {written(below)}, # x\n" for below in value) + "]"
    if isinstance(value, str | bool | int):
        return json.dumps(value)
    return str(value)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_any_file_can_be_placed(table):
    text = "".join(f"\n{json.dumps(key)} = {written(value)}\n" for key, value in table.items())
    read = tomllib.loads(text)
    tempat = Tempat(text)

    assert {path for path in paths(read) if path not in tempat.lines} == set()
    lines = text.splitlines()
    assert all(json.dumps(key) in lines[tempat.line((key,)) - 1] for key in table)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('nama = "a"\nkota "b"\n', 2, "tanda '='"),
        ('nama = "a\nkota = "b"\n', 1, "tanda kutip"),
        ('nama = "a"\nnama = "b"\n', 2, "sudah ditulis"),
        ('a = ["x"\n\n', 1, "daftar dibuka"),
        ("a = Contoh\n", 1, "di antara tanda kutip"),
        ("[a\nb = 1\n", 1, "ditutup dengan ']'"),
        ("[a]\nb = 1\n[a]\n", 3, "sudah ditulis"),
        ("a = 2026-02-30\n", 1, "tanggal"),
        ('a = "C:\\x"\n', 1, "dua kali"),
        ("a = 1 2\n", 1, "berlebih"),
        ("a = { b = 1\n", 1, "tidak ditutup"),
        ("?\n", 1, "bukan 'kunci = nilai'"),
    ],
)
def test_a_file_that_is_no_toml_names_its_line_in_indonesian(text, line, why):
    lembar, found = open_lembar("contoh/instansi.toml", text)

    assert lembar is None
    assert [(one.baris, why in one.sebab) for one in found] == [(line, True)]


def test_each_wrong_kind_of_value_is_noted_and_nothing_is_raised():
    text = 'a = 1\nb = "x"\nc = "2026-01-01"\nd = [1]\ne = 2026-01-01T10:00:00\nf = true\n[g]\nz=1'
    lembar, found = open_lembar("contoh.toml", text)

    lembar.text("a")
    lembar.whole("b", 1, 1, 9)
    lembar.tanggal("c")
    lembar.texts("d")
    lembar.tanggal("e")
    lembar.whole("f", 1, 1, 9)
    lembar.table("g")
    lembar.close()

    assert [one.baris for one in found] == [1, 2, 3, 4, 5, 6, 8]


def test_a_key_that_is_misspelt_is_answered_with_the_right_one():
    lembar, found = open_lembar("contoh.toml", 'kotta = "Contoh"\n')

    lembar.text("kota")
    lembar.close()

    assert "mungkin maksud Anda 'kota'" in found[0].sebab


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "a = " + "[" * 350 + "]" * 350,
        "a = " + "{ a = " * 350 + "1" + " }" * 350,
        f"{'a.' * 100}a = 1",
        f"[{'a.' * 150_000}a]",
        f"a = {'9' * 5000}",
        f"a = [{{ b = 0x{'f' * 5000} }}]",
    ],
)
def test_a_file_without_measure_is_told_as_a_fault_and_stops_no_other(text):
    lembar, found = open_lembar("contoh/instansi.toml", text)

    assert lembar is None
    assert [one.sebab.startswith("File tidak terbaca: ") for one in found] == [True]


def test_a_file_nested_as_deep_as_an_office_ever_needs_is_read():
    lembar, found = open_lembar("contoh.toml", "a = " + "[" * 19 + "1" + "]" * 19)

    assert lembar is not None
    assert not found
