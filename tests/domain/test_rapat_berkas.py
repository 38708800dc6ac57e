"""The meetings of a matter: what a change takes back, and which one its step waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain.rapat import Acara, Peserta, Rapat
from service.domain.rapat_berkas import BELUM_ADA, RapatBerkas, lacking, latest, written
from tests.domain.test_rapat import HARI, RAPAT, SELESAI

KAPAN = datetime(2026, 11, 24, 8, tzinfo=UTC)
KOSONG = RapatBerkas("r", "b", "rapat", 1)
DIUNDANG = replace(written(KOSONG, RAPAT), diundang=KAPAN)


def test_a_meeting_keeps_every_word_that_was_written() -> None:
    one = written(KOSONG, SELESAI)

    assert one.rapat == SELESAI
    assert (one.id, one.berkas, one.langkah, one.urut) == ("r", "b", "rapat", 1)


@pytest.mark.parametrize(
    "told",
    [
        replace(RAPAT, tanggal=date(2026, 11, 25)),
        replace(RAPAT, tempat="Ruang lain contoh"),
        replace(RAPAT, acara=(Acara("Dokumen lain contoh"),)),
    ],
)
def test_an_invitation_that_says_something_else_has_to_be_settled_again(told: Rapat) -> None:
    assert written(DIUNDANG, told).diundang is None


def test_who_comes_and_what_is_agreed_leaves_the_invitation_as_it_is() -> None:
    more = replace(SELESAI, peserta=(*SELESAI.peserta, Peserta("Contoh Empat", hadir=True)))

    assert written(DIUNDANG, more).diundang == KAPAN


def test_a_report_that_is_changed_is_no_report_until_it_is_settled_again() -> None:
    done = replace(written(DIUNDANG, SELESAI), dilaporkan=KAPAN)

    assert written(done, SELESAI) == done
    changed = replace(SELESAI, acara=(Acara("Dokumen contoh", "Dibahas", "Tertutup"),))
    assert written(done, changed).dilaporkan is None


def test_a_step_waits_for_its_own_last_meeting() -> None:
    done = written(KOSONG, SELESAI)
    second = replace(KOSONG, id="s", urut=2)
    other = replace(KOSONG, id="t", langkah="lain", urut=3)

    assert lacking([], "rapat", HARI) == (BELUM_ADA,)
    assert lacking([other, done], "rapat", HARI) == ()
    assert latest([second, done, other], "rapat") == second
    assert "Isi tanggal rapat." in lacking([done, second], "rapat", HARI)
