"""Whatever an author wrote as TOML is read or refused, and never looked at twice."""

from __future__ import annotations

import time
import tomllib

import pytest

from service.domain.toml_isi import TomlBerlebihan, toml_isi

BERTITIK = "a." * 300 + "b"


def test_sentences_of_one_word_each_are_no_key() -> None:
    words = " ".join(f"kata{n}." for n in range(700))

    assert toml_isi(f'kegiatan = "{words}"') == {"kegiatan": words}
    assert toml_isi(f'kegiatan = """\n{words}"""') == {"kegiatan": words}
    assert toml_isi(f"# {words}") == {}


@pytest.mark.parametrize(
    "text",
    [
        f"{BERTITIK} = 1",
        f"[{BERTITIK}]",
        f"x = {{ {BERTITIK} = 1 }}",
        '"a".' * 300 + "b = 1",
        f'# """\n{BERTITIK} = 1\n# """',
        f'x = """ \\""" """\n{BERTITIK} = 1',
        f"x = 'it'\n{BERTITIK} = 1\ny = 'is'",
    ],
)
def test_a_key_of_hundreds_of_parts_is_refused_wherever_it_stands(text: str) -> None:
    with pytest.raises(TomlBerlebihan):
        toml_isi(text)


@pytest.mark.parametrize(
    "text", ['"""' * 200_001, "'" * 500_001, '"\\' * 300_000, "a. 'b" * 100_000]
)
def test_what_is_never_closed_is_refused_at_once(text: str) -> None:
    since = time.process_time()
    with pytest.raises((tomllib.TOMLDecodeError, TomlBerlebihan)):
        toml_isi(text)
    assert time.process_time() - since < 5
