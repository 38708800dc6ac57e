"""The list of papers of a matter: what its rows asked, what lacks, and what was waived."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain.keringanan import (
    Keringanan,
    PerluAlasanKeringanan,
    SudahDikesampingkan,
    TidakDapatDikesampingkan,
    checked,
    standing,
    withdrawn,
)
from service.domain.sop.jalan import Keadaan, missing
from service.domain.sop.jejak import Jejak
from service.domain.sop.lengkap import BerkasBelumLengkap, Kertas, need_whole, papers, way
from tests.sop_contoh import UJI, bahan, sop

BAHAN, SOP = bahan(), sop(UJI)
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEMUA = ("terima", "rapat", "penetapan", "umumkan")
ADA = {
    "dokumen": "didaftar",
    "undangan": "disetujui",
    "berita_acara": "ditandatangani",
    "sk": "ditandatangani",
    "dip": "terbit",
}
WAIVER = Keringanan("k", "berkas-1", "undangan", "alasan-1", "ppid", NOW)


def walked(*rows: str) -> list[Jejak]:
    """Passages in their order; `<` sent it back, `-` was passed."""
    return [
        Jejak(str(n), "b", n, one.strip("<-"), "", NOW, kembali="<" in one, dilewati="-" in one)
        for n, one in enumerate(rows, 1)
    ]


def lines(known: Keadaan, *rows: str) -> dict[str, Kertas]:
    return {one.bahan: one for one in papers(SOP, BAHAN, rows or SEMUA, known)}


def test_the_list_names_what_the_rows_on_the_way_asked_and_made() -> None:
    found = lines(Keadaan(ADA, {"1": "terbuka"}))
    assert [*found] == ["dokumen", "undangan", "berita_acara", "sk", "dip"]
    assert all(one.ada for one in found.values())
    need_whole(found.values())


def test_what_lacks_is_named_with_how_far_it_is_and_the_matter_is_not_closed() -> None:
    found = lines(Keadaan(ADA | {"undangan": "konsep", "sk": ""}, {"1": "terbuka"}))
    assert found["undangan"].kata == "Undangan: baru konsep"
    with pytest.raises(BerkasBelumLengkap) as said:
        need_whole(found.values())
    assert "Undangan: baru konsep; Surat keputusan: tidak ada." in str(said.value)
    assert str(said.value).endswith("Tidak ada yang diubah.")


def test_a_row_that_was_never_walked_asks_for_nothing() -> None:
    assert [*lines(Keadaan(), "terima")] == ["dokumen"]


def test_a_return_takes_back_what_was_walked_since_its_goal() -> None:
    assert way(walked("terima", "rapat", "penetapan<", "rapat")) == ("terima", "rapat")
    assert way(walked("terima", "rapat<", "terima", "umumkan-", "lapor")) == ("terima", "lapor")
    assert way(walked("terima", "rapat", "rapat")) == ("terima", "rapat")


def test_what_is_waived_is_not_asked_for_and_still_told() -> None:
    known = Keadaan(
        {name: state for name, state in ADA.items() if name != "undangan"},
        {"1": "terbuka"},
        dikesampingkan=frozenset({"undangan"}),
    )
    found = lines(known)
    assert found["undangan"].kata == "Undangan: tidak ada, dikesampingkan"
    need_whole(found.values())
    assert missing(SOP.row("rapat"), BAHAN, known) == ([], [])
    there = replace(known, ada=ADA)
    assert not lines(there)["undangan"].dikesampingkan


def test_what_two_rows_ask_in_two_states_lacks_where_one_of_them_lacks_it() -> None:
    later = replace(SOP.row("penetapan"), cukup={"berita_acara": "terkirim"})
    other = replace(SOP, langkah=tuple(later if x.id == "penetapan" else x for x in SOP.langkah))
    found = {x.bahan: x for x in papers(other, BAHAN, SEMUA, Keadaan(ADA, {"1": "terbuka"}))}
    assert (found["berita_acara"].langkah, found["berita_acara"].ada) == ("penetapan", False)


def test_what_units_made_is_asked_of_their_own_parts() -> None:
    shared = replace(SOP.row("rapat"), untuk="unit")
    other = replace(SOP, langkah=tuple(shared if x.id == "rapat" else x for x in SOP.langkah))
    assert papers(other, BAHAN, ("rapat",), Keadaan()) == ()
    assert len(papers(other, BAHAN, ("rapat",), Keadaan(), unit=True)) == 2


@pytest.mark.parametrize("name", ["berita_acara", "sk", "persetujuan_pimpinan", "dip", "register"])
def test_no_reason_replaces_the_proof_of_an_exclusion_or_what_an_act_makes(name: str) -> None:
    with pytest.raises(TidakDapatDikesampingkan):
        checked(BAHAN[name], "Alasan contoh", [])


def test_a_waiver_says_why_and_is_given_once() -> None:
    with pytest.raises(PerluAlasanKeringanan):
        checked(BAHAN["undangan"], " ", [])
    with pytest.raises(SudahDikesampingkan):
        checked(BAHAN["undangan"], "Alasan contoh", [WAIVER])
    back = withdrawn(WAIVER, NOW)
    checked(BAHAN["undangan"], "Alasan contoh", [back])
    assert (standing([WAIVER]), standing([back])) == ({"undangan"}, frozenset())
