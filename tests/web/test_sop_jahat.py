"""Whatever is typed into a draft of an SOP, its pages stand and say what is wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.house import RealHouse
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_sop_web import arranged, fields, konsep_of, opened, sent


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


ANEH = (
    *("5", "true", "1.5", '"x"', "[]", '["tim_sekretariat"]', "[1, 2]", '[["a"]]', "{}", '""'),
    *("{ a = 1 }", '{ ya = "berikut", b = "1" }', '[{ bahan = "dip" }]', "2026-01-01", "nan"),
    *(BERLEBIHAN := ("[" * 350 + "]" * 350, "9" * 5000, f"0x{'f' * 5000}")),
    '[{ id = "x", kegiatan = "y", cabang = { z = "1" } }]',
)
KUNCI = (
    *("id", "tafsir", "kegiatan", "pelaksana", "bersama", "kelengkapan", "cukup", "waktu"),
    *("keluaran", "cabang", "untuk", "hanya", "bagian", "rujukan", "lembar", "tahap", "tertulis"),
)
ATAS = ("nomor", "nama", "judul", "berkala", "tafsir", "buka", "identitas", "pelaksana", "bagian")


def odd_text(luck: random.Random) -> str:
    """A file that is TOML, and an SOP only by name."""
    text = "".join(f"{one} = {luck.choice(ANEH)}\n" for one in luck.sample(ATAS, luck.randrange(6)))
    if luck.random() < 0.1:
        return f"{text}langkah = {luck.choice(ANEH)}\n"
    for _ in range(luck.randrange(4)):
        rows = luck.sample(KUNCI, luck.randrange(8))
        text += "[[langkah]]\n" + "".join(f"{one} = {luck.choice(ANEH)}\n" for one in rows)
    return text


def test_whatever_an_author_types_every_page_of_the_draft_stands(house: RealHouse) -> None:
    tim, luck = officer(house, "tim", "tim_sekretariat"), random.Random(20261121)
    at = opened(tim)
    for _ in range(20):
        bahan = f"[contoh_satu]\nnama = {luck.choice(ANEH)}\nwujud = {luck.choice(ANEH)}\n"
        assert sent(tim, f"{at}/toml", teks=odd_text(luck), bahan=bahan).status_code in (303, 422)
        rows = konsep_of(house, at).langkah
        for page in ("kepala", "pelaksana", "bahan", *(f"langkah/{one.kunci}" for one in rows)):
            assert sent(tim, f"{at}/{page}").status_code in (303, 422), page
        if rows:
            apa = luck.choice(["naik", "turun", "pisah", "gabung", "hapus"])
            assert arranged(tim, at, apa, luck.choice(rows).kunci).status_code in (303, 422)
        assert tim.client.get(at).status_code == tim.client.get(f"{at}/pakai").status_code == 200


def test_a_text_without_measure_is_refused_and_the_draft_stays_as_it_was(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    before = konsep_of(house, at)
    for value in BERLEBIHAN:
        for typed in (
            {"teks": f"nama = {value}", "bahan": ""},
            {"teks": "", "bahan": f"a = {value}"},
        ):
            assert sent(tim, f"{at}/toml", **typed).status_code == 422
    assert konsep_of(house, at) == before
    assert tim.client.get(at).status_code == 200


JAHAT = (
    *("", " ", "\x00", '"><script>alert(1)</script>', "\u202e", "a" * 5000, "-1", "\n\n\r"),
    *("é🙂", "[[langkah]]", "=1+1", "berikut", "k1", "\\", '"""', "'; drop table x"),
)


def test_whatever_is_typed_into_a_form_of_the_draft_is_kept_or_told(house: RealHouse) -> None:
    tim, luck = officer(house, "tim", "tim_sekretariat"), random.Random(3)
    at = opened(tim)
    for _ in range(30):
        rows = [f"langkah/{one.kunci}" for one in konsep_of(house, at).langkah]
        page = f"{at}/{luck.choice(['kepala', 'pelaksana', 'bahan', *rows])}"
        told = fields(tim.client.get(page).text) | {"csrf": tim.csrf}
        names = [one for one in told if one not in ("csrf", "terlihat")]
        told |= {one: luck.choice(JAHAT) for one in luck.sample(names, 3)}
        answer = tim.client.post(page, data=told)
        assert answer.status_code in (303, 422), (page, answer.status_code)
        assert "<script>alert" not in tim.client.get(at).text + answer.text
