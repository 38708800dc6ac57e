"""The folder in which a home keeps its samples."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

import pytest

from service.adapters.contoh_folder import FolderSamples
from service.commands import contoh
from service.domain.contoh import DIHAPUS, DIMAINKAN, DIMINTA, GAGAL, KOSONG, MENYALA
from service.domain.refusals import Unavailable
from service.host.one_at_a_time import Tenancy


@pytest.fixture
def samples(tmp_path: Path) -> FolderSamples:
    return FolderSamples(tmp_path)


def test_a_sample_home_is_asked_for_played_opened_and_gone_without_a_trace(samples, tmp_path):
    seen = [samples.now().keadaan]
    samples.ask(("dinas_contoh",))
    seen.append(samples.now().keadaan)
    samples.begin()
    samples.tell(3)
    seen.append(samples.now().keadaan)
    assert samples.now().langkah == 3
    samples.finish()
    samples.open(8090)
    seen.append(samples.now().keadaan)
    assert (samples.now().port, samples.now().kunci) == (8090, samples.played())
    samples.drop()
    seen.append(samples.now().keadaan)
    samples.clear()
    seen.append(samples.now().keadaan)

    assert seen == [KOSONG, DIMINTA, DIMAINKAN, MENYALA, DIHAPUS, KOSONG]
    assert list(tmp_path.iterdir()) == []


def test_a_play_that_broke_off_is_begun_anew_and_nothing_of_it_stays(samples):
    samples.ask(("dinas_contoh", "badan_contoh"))
    samples.begin()
    samples.tell(7)
    samples.home.mkdir()
    (samples.home / "berkas.db").write_text("separuh")

    samples.begin()

    assert samples.now().langkah == 0
    assert not samples.home.exists()
    assert samples.wanted() == ("dinas_contoh", "badan_contoh")


def test_pages_that_do_not_answer_are_not_offered(samples):
    samples.ask(("dinas_contoh",))
    samples.begin()
    samples.finish()
    samples.open(8090)
    samples.shut()

    assert samples.now().keadaan == DIMAINKAN
    assert samples.played()


def test_a_play_that_came_to_nothing_says_why(samples):
    samples.ask(("dinas_contoh",))
    samples.begin()
    samples.fail("LibreOffice tidak menjawab.")

    assert (samples.now().keadaan, samples.now().sebab) == (GAGAL, "LibreOffice tidak menjawab.")


def test_what_is_taken_away_before_anybody_keeps_it_is_gone_at_once(samples, tmp_path):
    samples.folder.mkdir()
    samples.drop()

    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "contoh").write_text("bukan folder")

    with pytest.raises(Unavailable, match="Tidak ada yang diubah"):
        FolderSamples(tmp_path).ask(("dinas_contoh",))


def test_the_terminal_names_the_address_that_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = FolderSamples(tmp_path)
    samples.ask(("dinas_contoh",))
    samples.finish()
    samples.open(8443)
    kept = Tenancy(samples.home)
    kept.tell("https://192.0.2.7:8443")
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path))

    assert contoh.run(Namespace(perbuatan="keadaan")) == 0

    assert f"Masuk di https://192.0.2.7:8443/contoh/{samples.played()}" in capsys.readouterr().out
    os.close(kept.fd)
