"""A number or a month that does not fit is told, and the command does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from service import cli
from service.commands._nilai import whole
from tests import servers

LOMPATAN = "bukan bilangan bulat dari 0 sampai 500"
BANYAK = "bukan bilangan bulat dari 1 sampai 1000"
PORT = "bukan bilangan bulat dari 1 sampai 65535"
BULAN = "bukan bulan; tulis seperti 2026-11"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        *((["restore", "a.tar", "--celah", x], LOMPATAN) for x in ("-1", "501", "1.5", "x", "1_0")),
        *(
            (["restore", "a.tar", "--celah", x], LOMPATAN)
            for x in ("", "٣", "9" * 5_000, "1\x1b[2J")
        ),
        *((["cari", "kata", "--banyak", x], BANYAK) for x in ("0", "-3", "1001", "banyak")),
        *((["run", "--port", x], PORT) for x in ("0", "-1", "70000", "", "web")),
        *((["putaran", "--masa", x], BULAN) for x in ("2026-13", "11-2026", "-1")),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_done(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    monkeypatch.delenv(servers.ROOM, raising=False)
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))

    with pytest.raises(SystemExit) as end:
        cli.main(words)

    told = capsys.readouterr()
    assert (end.value.code, told.out) == (2, "")
    assert f" {said}. Tidak ada yang dijalankan. Lihat berkas " in told.err
    assert told.err.isprintable() or "\x1b" not in told.err
    assert not (tmp_path / "rumah").exists()


@pytest.mark.parametrize(("text", "many"), [("0", 0), ("500", 500), ("007", 7)])
def test_a_number_that_fits_is_taken_as_it_is_typed(text: str, many: int) -> None:
    assert whole(0, 500)(text) == many
