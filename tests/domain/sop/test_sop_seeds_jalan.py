"""The five SOPs and the common ones are walked to their ends, with every return."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from service.acts.sop.daftar import bahan_of, sop_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bahan import CUKUP, KIRIMAN
from service.domain.sop.bentuk import PER_BUTIR, Sop
from service.domain.sop.jalan import (
    Keadaan,
    Posisi,
    Putusan,
    begin,
    choices,
    complete,
    item_outcomes,
)
from tests.domain.sop.resmi.lima import SEMUA

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
def test_a_mixed_result_walks_every_row_to_the_end(
    packs: FolderPacks, instansi: str, kode: str
) -> None:
    sop = sop_of(packs, instansi, kode)

    for part in sop.parts():
        walked = list(dict.fromkeys(at.langkah for at, _ in walk(packs, instansi, sop, part.id)))
        assert walked == [one.id for one in sop.rows(part.id)]


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
def test_every_return_leads_back_with_a_reason(
    packs: FolderPacks, instansi: str, kode: str
) -> None:
    sop, came_back = sop_of(packs, instansi, kode), set[tuple[str, str]]()

    for part in sop.parts():
        for at, peran in walk(packs, instansi, sop, part.id):
            for hasil, back in choices(sop, at).items():
                if back:
                    said = Putusan(hasil, "Belum lengkap")
                    after = complete(
                        sop, bahan_of(packs, instansi), at, peran, Keadaan(), said, NOW
                    )
                    assert (after.kembali, after.posisi.putaran) == (True, 1)
                    came_back.add((at.langkah, after.posisi.langkah))
    assert came_back == set(RETURNS[instansi, kode])


RETURNS = {
    ("kemensetneg", "uji_konsekuensi"): [("rapat", "kajian"), ("penetapan", "laporkan")],
    ("kalteng_biro_umum", "pendokumentasian_dikecualikan"): [
        ("laporkan", "siapkan"),
        ("serahkan", "siapkan"),
    ],
    ("kota_kupang", "pendokumentasian_dikecualikan"): [("serahkan", "simpan")],
    ("ppid_kementerian", "pengelolaan_informasi"): [
        ("verifikasi", "sediakan"),
        ("verifikasi", "serahkan"),
        ("verifikasi", "klasifikasi"),
        ("verifikasi", "dokumentasi"),
        ("verifikasi", "terima"),
        ("laporkan", "sediakan"),
        ("terima_laporan", "verifikasi"),
        ("terima_laporan", "laporan"),
    ],
    ("kalteng_biro_organisasi", "penetapan_dip"): [
        ("koreksi", "kumpulkan"),
        ("klasifikasi", "koreksi"),
        ("tetapkan", "rapat"),
    ],
    ("umum", "uji_konsekuensi"): [("rapat", "kajian"), ("penetapan", "laporkan")],
    ("umum", "penetapan_dip"): [("uji", "klasifikasi"), ("tetapkan", "klasifikasi")],
    ("umum", "rapat"): [("rapat", "undang")],
}


def walk(
    packs: FolderPacks, instansi: str, sop: Sop, bagian: str
) -> Iterator[tuple[Posisi, tuple[str, ...]]]:
    """Every act on the way to the end, each by its own people, with all there."""
    bahan = bahan_of(packs, instansi)
    there = {one.id: CUKUP[one.wujud][-1] for one in bahan.values()}
    items = {
        hasil: hasil
        for row in sop.rows(bagian)
        if row.untuk == PER_BUTIR
        for hasil in item_outcomes(sop, row)
    }
    known, at = Keadaan(there, items, rujukan_selesai=True), begin(sop, bagian, NOW)
    while not at.selesai:
        row = sop.row(at.langkah)
        actors = next((one.pelaksana for one in row.tahap if one.id == at.tahap), row.pelaksana)
        peran = tuple(sop.peran(one) for one in actors)
        yield at, peran
        onward = next((hasil for hasil, back in choices(sop, at).items() if not back), "")
        at = complete(sop, bahan, at, peran, known, Putusan(onward), NOW).posisi


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
def test_a_living_paper_never_falls_back_on_its_way(
    packs: FolderPacks, instansi: str, kode: str
) -> None:
    sop, bahan = sop_of(packs, instansi, kode), bahan_of(packs, instansi)

    for part in sop.parts():
        reached: dict[str, int] = {}
        for row in sop.rows(part.id):
            for name in row.semua_keluaran:
                states = CUKUP[bahan[name].wujud]
                asked = states.index(row.cukup.get(name, bahan[name].cukup))
                assert asked >= reached.get(name, 0), (row.id, name)
                reached[name] = asked


def test_what_a_called_sop_returns_is_named_by_the_row_that_calls_it(packs: FolderPacks) -> None:
    calls = [
        (instansi, row)
        for instansi, kode in SEMUA
        for row in sop_of(packs, instansi, kode).langkah
        if row.rujukan
    ]

    assert [(instansi, row.id, row.rujukan) for instansi, row in calls] == [
        ("kota_kupang", "uji", "uji_konsekuensi"),
        ("ppid_kementerian", "tetapkan", "penetapan_dip"),
        ("kalteng_biro_organisasi", "rapat", "rapat"),
        ("umum", "uji", "uji_konsekuensi"),
    ]
    for instansi, row in calls:
        called = sop_of(packs, instansi, row.rujukan)
        assert called.buka.rujukan
        last = called.langkah[-1].semua_keluaran
        assert set(last) <= set(row.semua_keluaran), row.id


def test_what_opens_or_feeds_a_matter_is_a_kind_that_is_recognised(packs: FolderPacks) -> None:
    known = {one["id"] for one in tomllib.loads(packs.text("umum/kenali.toml"))["jenis"]}
    asked = {one.jenis for one in bahan_of(packs, "umum").values() if one.wujud == KIRIMAN}
    for instansi, kode in SEMUA:
        asked |= set(sop_of(packs, instansi, kode).buka.kiriman)

    assert asked <= known
