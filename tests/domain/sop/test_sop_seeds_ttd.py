"""Who signs the papers of the five offices is who, by the SOP, gives, receives, or reports."""

from __future__ import annotations

import pytest

from service.adapters.packs import FolderPacks
from service.domain.paper import checked
from service.domain.sop.bentuk import Sop
from tests.domain.sop.resmi.lima import LIMA, seed

# Whose hands the files leave and in whose they come: the row, and the act in it.
SERAH = {
    "kalteng_biro_umum": ("serahkan.beri", "serahkan.terima"),
    "kota_kupang": ("serahkan.beri", "serahkan.terima"),
    "ppid_kementerian": ("serahkan", "terima"),
}


def who(sop: Sop, place: str) -> str:
    """The peran of who does a row, or an act of it."""
    row, _, act = place.partition(".")
    done = next(one for one in sop.row(row).tahap if one.id == act) if act else sop.row(row)
    return next(one.peran for one in sop.pelaksana if one.id == done.pelaksana[0])


def signers(packs: FolderPacks, instansi: str, jenis: str) -> tuple[str, ...]:
    """Who signs a kind of paper in that office, in order."""
    path = f"{instansi}/naskah/{jenis}.toml"
    return checked(jenis, packs.text(path), path).penandatangan


@pytest.mark.parametrize("instansi", SERAH)
def test_a_receipt_is_signed_by_who_gives_and_by_who_takes(
    packs: FolderPacks, instansi: str
) -> None:
    sop, _ = seed(packs, instansi)

    assert signers(packs, instansi, "tanda_terima") == tuple(
        who(sop, place) for place in SERAH[instansi]
    )


def test_no_receipt_is_made_where_nobody_was_asked_who_gives_it(packs: FolderPacks) -> None:
    made = {
        instansi
        for instansi in LIMA
        for row in seed(packs, instansi)[0].langkah
        if "tanda_terima" in row.semua_keluaran
    }

    assert made == set(SERAH)


def test_the_ppid_himself_reports_to_the_atasan_ppid_of_the_ministry(packs: FolderPacks) -> None:
    sop, _ = seed(packs, "ppid_kementerian")

    assert sop.row("lapor_atasan").semua_keluaran == ("memorandum",)
    assert signers(packs, "ppid_kementerian", "memorandum") == (who(sop, "lapor_atasan"),)


def test_to_the_meeting_on_the_list_invites_who_holds_it(packs: FolderPacks) -> None:
    sop, _ = seed(packs, "kalteng_biro_organisasi")

    assert "undangan_rapat" in sop.row("rapat").semua_keluaran
    assert signers(packs, "kalteng_biro_organisasi", "undangan_rapat") == (who(sop, "rapat"),)


@pytest.mark.parametrize("jenis", ["undangan_rapat", "daftar_hadir", "laporan_rapat"])
def test_the_samples_of_that_meeting_speak_of_the_list_and_of_no_test(
    packs: FolderPacks, jenis: str
) -> None:
    path = f"kalteng_biro_organisasi/naskah/{jenis}.toml"
    said = str(checked(jenis, packs.text(path), path).contoh).lower()

    assert "penentuan daftar informasi publik" in said
    assert "konsekuensi" not in said
    assert "pengujian" not in said


@pytest.mark.parametrize("instansi", LIMA)
def test_nobody_signs_who_has_no_office_there(packs: FolderPacks, instansi: str) -> None:
    sop, _ = seed(packs, instansi)
    own = {name for name in packs.names(instansi) if name.startswith("naskah/")}

    for name in own:
        jenis = name.removeprefix("naskah/").removesuffix(".toml")
        peran = {one.peran for one in sop.pelaksana}
        assert set(signers(packs, instansi, jenis)) <= peran, name
