"""Whoever types a wrong line is told so in the words of the office, and nothing is done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service import cli

INGGRIS = re.compile(r"\b(?:usage|error|argument|arguments|required|invalid|options|choose|show)\b")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("bench cepat", "cepat tidak dikenal; pilihannya number, queue,"),
        ("", "belum disebut: PERINTAH"),
        ("tiada", "'tiada' tidak dikenal; pilihannya 'run'"),
        ("ingest", "belum disebut: PATH"),
        ("ingest surat.pdf --aneh", "tidak dikenal: --aneh"),
        ("ingest --unit", "--unit: nilainya belum disebut"),
        ("number tiada", "'tiada' tidak dikenal; pilihannya 'check', 'next'"),
        ("number check satu dua", "tidak dikenal: dua"),
        ("number check --instansi=a --json", "tidak dikenal: --json"),
        ("status --json=ya", "--json tidak memakai nilai 'ya'"),
        ("user add", "belum disebut: nama_masuk, nama"),
    ],
)
def test_a_wrong_line_says_what_is_wrong_with_it(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(line.split())

    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert said in told
    assert "Tidak ada yang dijalankan." in told and "--help" in told
    assert not INGGRIS.search(told.replace("[options]", ""))


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_the_help_of_every_command_is_in_one_language(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = cli.main([name, "--help"])
    except SystemExit as ended:
        code = ended.code

    told = capsys.readouterr().out
    assert code == 0
    assert told.startswith("pemakaian: berkas")
    assert not INGGRIS.search(told)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("terbit {room}/surat.txt/publik", "surat.txt sudah ada dan bukan folder."),
        ("backup {room}/tiada/cadangan.berkas", "/tiada tidak ada, atau bukan folder."),
        ("restore {room} --check", "tidak dapat dipakai: bukan file biasa."),
        ("restore surat.tar --nomor {room}/tiada", "/tiada tidak ada. Tidak ada yang diubah."),
        ("monev --pertanyaan {room}/tiada.toml", "tiada.toml tidak ada."),
        ("monev", "Belum ada instansi di sini."),
        ("run --tanpa weeb", "Proses weeb tidak dikenal; yang ada: valkey, web,"),
    ],
)
def test_a_path_that_the_disk_refuses_is_told_of_in_a_sentence(
    line: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    assert cli.main(["migrate"]) == 0
    (tmp_path / "surat.txt").write_text("contoh")

    assert cli.main(line.format(room=tmp_path).split()) == 1

    told = capsys.readouterr().err
    assert said in told
    assert "Errno" not in told and "Traceback" not in told
