"""Our BPMN is valid, is drawn without a node on another, and is walked by an engine of others."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnValidator

from service.acts.sop.daftar import bahan_of, sop_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bentuk import PER_BUTIR, Sop
from service.domain.sop.bpmn import bpmn
from service.domain.sop.bpmn_letak import laid
from service.domain.sop.bpmn_susun import processes
from tests import sop_contoh
from tests.domain.sop.mesin_bpmn import loaded, walked
from tests.domain.sop.resmi.lima import SEMUA

N = {"b": "http://www.omg.org/spec/BPMN/20100524/MODEL"}
KALI = 12  # random walks through each part
SENDIRI = {
    "putusan": sop_contoh.PUTUSAN.replace('rujukan   = "rapat"', ""),
    "tahap": sop_contoh.TAHAP,
}


def cari_in(packs: FolderPacks, instansi: str):
    return lambda kode: sop_of(packs, instansi, kode)


def decisions(sop: Sop, bagian: str) -> set[tuple[str, str, str]]:
    """Everything that can be decided in a part; of items only what sends back."""
    found = set()
    order = [row.id for row in sop.rows(bagian)]
    for row in sop.rows(bagian):
        for act in (*row.tahap, row):
            for hasil, goal in act.cabang.items():
                back = goal in order and order.index(goal) <= order.index(row.id)
                if row.untuk != PER_BUTIR or back or act is not row:
                    found.add((sop.kode, row.id, hasil))
    return found


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
def test_another_engine_walks_every_row_in_the_order_in_which_we_do(
    packs: FolderPacks, instansi: str, kode: str
) -> None:
    sop, bahan = sop_of(packs, instansi, kode), bahan_of(packs, instansi)
    cari = cari_in(packs, instansi)
    parser = loaded(cari, bahan, kode)
    for part in sop.parts():
        made, been = set[tuple[str, str, str]](), set[str]()
        wanted, rows = decisions(sop, part.id), {row.id for row in sop.rows(part.id)}
        for seed in range(200):
            walk = walked(parser, cari, bahan, kode, part.id, random.Random(seed))
            made |= walk.keputusan
            been |= {row for own, row, _ in walk.keputusan if own == kode}
            if seed >= KALI and wanted <= made and been == rows:
                break
        assert wanted <= made
        assert been == rows


@pytest.mark.parametrize("nama", SENDIRI)
def test_samples_with_every_kind_of_row_are_walked_alike(nama: str) -> None:
    sop = sop_contoh.sop(SENDIRI[nama])
    parser = loaded(lambda _: sop, sop_contoh.bahan(), sop.kode)

    for seed in range(40):
        walk = walked(parser, lambda _: sop, sop_contoh.bahan(), sop.kode, "", random.Random(seed))
        assert walk.acts


@pytest.mark.parametrize("seed", range(30))
def test_whatever_an_author_writes_is_walked_alike(seed: int) -> None:
    text = sop_contoh.panjang(4 + seed % 9, seed).replace('rujukan = "rapat"', "")
    sop = sop_contoh.sop(text)
    parser = loaded(lambda _: sop, sop_contoh.bahan(), sop.kode)

    for n in range(6):
        walked(parser, lambda _: sop, sop_contoh.bahan(), sop.kode, "", random.Random(n))


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
def test_no_node_stands_on_another_and_each_in_its_lane(
    packs: FolderPacks, instansi: str, kode: str
) -> None:
    y = 0.0
    for proses in processes(sop_of(packs, instansi, kode), bahan_of(packs, instansi)):
        plan = laid(proses, y)
        boxes = {one.id: plan.simpul[one.id] for one in proses.simpul if one is not proses.unit}
        sheets = [one.kotak for one in plan.data]
        for one, other in combinations([*boxes.values(), *sheets], 2):
            assert (
                one.kanan <= other.x
                or other.kanan <= one.x
                or (one.bawah <= other.y or other.bawah <= one.y)
            )
        for one in proses.simpul:
            lane, box = plan.lajur[one.lajur], plan.simpul[one.id]
            if one is not proses.unit:
                assert lane.y <= box.y
                assert box.bawah <= lane.bawah
            if one.dalam:
                group = plan.simpul[one.dalam]
                assert group.x < box.x < box.kanan < group.kanan
                assert group.y < box.y < box.bawah < group.bawah
        for n, flow in enumerate(proses.alur):
            first, last = plan.alur[n][0], plan.alur[n][-1]
            for (x, y_), id_ in ((first, flow.dari), (last, flow.ke)):
                box = plan.simpul[id_]
                assert box.x <= x <= box.kanan
                assert box.y <= y_ <= box.bawah
            for x, y_ in plan.alur[n]:
                assert plan.kolam.x <= x <= plan.kolam.kanan
                assert plan.kolam.y <= y_ <= plan.kolam.bawah
        assert all(one.kotak.bawah < plan.bawah for one in plan.data)
        y = plan.bawah


def test_the_words_of_the_sop_stand_in_the_file(packs: FolderPacks) -> None:
    bahan = bahan_of(packs, "kemensetneg")
    text = bpmn(sop_of(packs, "kemensetneg", "uji_konsekuensi"), bahan)
    root = etree.fromstring(text.encode())

    lanes = root.xpath("//b:lane/@name", namespaces=N)
    assert lanes == ["PPID Utama / Tim Sekretariat PPID", "Pengarah / Atasan PPID Utama"]
    said = root.xpath("//b:userTask[@id='langkah-kajian']/b:documentation/text()", namespaces=N)[0]
    assert "Waktu: 120 menit" in said
    assert "Bersama: PPID Pelaksana; Unit Kerja" in said
    assert "Keluaran: " in said
    assert "Tafsir, tidak tertulis pada SOP sumber: pelaksana; bersama." in said
    added = root.xpath("//b:userTask[@id='langkah-masuk_dik']", namespaces=N)[0]
    assert added.get("name").startswith("(tafsir) ")
    assert "langkah ini tidak tertulis pada SOP sumber" in added.findtext("b:documentation", "", N)
    assert root.xpath("//b:message/@name", namespaces=N) == [
        "permohonan_informasi",
        "permohonan_uji_konsekuensi",
    ]


def test_rounds_begin_by_the_calendar_units_walk_by_themselves_other_sops_are_called(
    packs: FolderPacks,
) -> None:
    bahan = bahan_of(packs, "ppid_kementerian")
    text = bpmn(sop_of(packs, "ppid_kementerian", "pengelolaan_informasi"), bahan)
    root = etree.fromstring(text.encode())

    def found(path: str) -> list[str]:
        return list(root.xpath(path, namespaces=N))

    assert found("//b:startEvent//b:timeCycle/text()") == ["R/P1M", "R/P6M"]
    assert len(found("//b:subProcess[b:multiInstanceLoopCharacteristics]//b:userTask")) == 6
    assert found("//b:callActivity/@calledElement") == ["penetapan_dip"]
    assert found(
        "//b:sequenceFlow[@targetRef='langkah-verifikasi']/b:conditionExpression/text()"
    ) == ["putusan_pengelolaan_informasi_bulanan == 'terima_laporan:tidak'"]


def test_whatever_words_an_author_uses_the_file_stays_xml() -> None:
    text = sop_contoh.PUTUSAN.replace("Menerima surat contoh", "<b>&amp; ]]> 'contoh'")
    BpmnValidator().validate(
        etree.fromstring(bpmn(sop_contoh.sop(text), sop_contoh.bahan()).encode())
    )
