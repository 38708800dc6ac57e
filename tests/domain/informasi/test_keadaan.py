"""Information goes only the ways that are drawn, and every act leaves its line in the history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.informasi import jalan_dip
from service.domain.informasi.keadaan import KEADAAN, MENUJU, TERTUTUP, TidakDapatBeralih
from service.domain.informasi.letak import Letak
from service.domain.informasi.unsur import Pelengkap
from service.domain.refusals import Refusal
from tests.domain.informasi.contoh import (
    DENGAN_SK,
    HARI,
    PADA,
    PETUGAS,
    UTUH,
    excluded,
)
from tests.domain.informasi.contoh_jalan import (
    ACTS,
    reached,
    walked,
)


def test_every_way_is_walked_by_an_act_and_every_act_goes_only_these_ways() -> None:
    walks = set()
    for one in reached().values():
        for act in ACTS.values():
            try:
                after = act(one).informasi
            except Refusal:
                continue
            if after == replace(one, dikembalikan=True) != one:
                continue  # sent back before anybody verified it: it stands where it stood
            walks.add((one.keadaan, after.keadaan))
    assert walks == {(dari, ke) for dari, some in MENUJU.items() for ke in some}
    assert {keadaan for keadaan, _ in reached()} == set(KEADAAN)


def test_nothing_that_is_withheld_is_seen_whatever_was_done_before() -> None:
    for (keadaan, tampak), one in reached().items():
        if keadaan in TERTUTUP | {"terbuka", "dicabut", "usulan"}:
            assert not tampak
        if one.tertutup:
            assert one.kategori == ""


def test_no_act_makes_another_code_or_another_piece() -> None:
    for one in reached().values():
        assert (one.id, one.kode, one.instansi) == (UTUH.id, UTUH.kode, UTUH.instansi)


def test_every_refusal_says_that_nothing_was_changed_and_names_where_it_stands() -> None:
    for (keadaan, _), one in reached().items():
        for act in ACTS.values():
            try:
                act(one)
            except TidakDapatBeralih as no:
                assert "Tidak ada yang diubah" in str(no)
                assert KEADAAN[keadaan][1:] in str(no)
                assert one.kode not in str(no)
            except Refusal as no:
                assert len(str(no)) > 30


@pytest.mark.parametrize(
    ("acts", "last", "first"),
    [
        ((), "establish", "Verifikasi dahulu."),
        (("verify",), "publish", "Tetapkan dahulu"),
        (("verify", "establish", "publish"), "propose_exclusion", "Cabut dahulu"),
        ((), "exclude", "Usulkan pengecualiannya"),
        (("propose_exclusion",), "exclude", "Ujilah dahulu"),
    ],
)
def test_who_takes_a_step_too_early_is_told_which_comes_first(
    acts: tuple[str, ...], last: str, first: str
) -> None:
    with pytest.raises(TidakDapatBeralih, match=first):
        walked(*acts, last)


def test_history_tells_who_when_why_and_by_which_decree_and_never_what_it_says() -> None:
    other = replace(UTUH.unsur, ringkasan="Ringkasan rahasia contoh", tempat="Tempat contoh")
    written = jalan_dip.write_in(UTUH, PETUGAS, unsur=other, keamanan="terbatas")
    line = written.riwayat

    assert (line.siapa, line.pada, line.urut) == ("Petugas Contoh", PADA, UTUH.versi)
    assert line.ruas == ("keamanan", "ringkasan", "tempat")
    assert line.kata == "Diubah: keamanan, ringkasan, tempat"
    assert "Ringkasan rahasia" not in repr(line)
    moved = jalan_dip.establish(walked("verify"), DENGAN_SK, HARI).riwayat
    assert (moved.dari, moved.ke, moved.sk) == ("terverifikasi", "ditetapkan", "12 TAHUN 2026")
    assert moved.kata == "Terverifikasi menjadi ditetapkan"


def test_a_log_that_names_a_piece_gives_away_nothing_it_says() -> None:
    one = replace(excluded(), letak=Letak("Dokumen sangat contoh"), pelengkap=Pelengkap(file="f1"))

    told = repr(one)

    for secret in (one.unsur.ringkasan, one.dik.ringkasan, "Dokumen sangat", one.dik.dibuka, "f1"):
        assert secret not in told
    assert one.id in told
