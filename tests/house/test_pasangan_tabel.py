"""Every pair of umum as a table: its own sample, typed into its form, is a whole paper."""

from __future__ import annotations

import pytest

from service.domain.isian_tabel import besides, contoh_baris, kepala, read
from service.domain.paper import checked, complete
from service.domain.tabel_isian import of_cells
from tests.papers import UMUM

PAIRS = sorted(one.stem for one in UMUM.glob("*.toml"))


@pytest.mark.parametrize("jenis", PAIRS)
def test_the_sample_of_a_pair_comes_back_whole_from_its_own_form(jenis: str) -> None:
    pasangan = checked(jenis, (UMUM / f"{jenis}.toml").read_text(), jenis)

    (one,) = read(pasangan, of_cells([kepala(pasangan), contoh_baris(pasangan)]))

    assert one.salah == ()
    rest = {x.nama: x.contoh for x in pasangan.ruas if x.nama not in one.isian}
    assert complete(pasangan, {**rest, **one.isian}) == complete(
        pasangan, {**pasangan.contoh, **one.isian}
    )
    labels = {x.label for x in pasangan.ruas if x.nama in rest}
    assert set(besides(pasangan, {})) <= labels
