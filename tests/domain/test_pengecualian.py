"""Over any set of proofs, an exclusion that counts has every one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.butir import Butir
from service.domain.jangka import Jangka
from service.domain.pengecualian import (
    BelumTerbukti,
    Terang,
    counting,
    is_approval,
    need_proof,
    shown,
    undoes,
)
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import CUKUP, NASKAH, read_bahan
from service.domain.sop.bentuk import Sop
from service.domain.uji import DITUTUP, Dasar, LembarUji, faults
from tests.acts.perkara import BAHAN, UJI

HARI = date(2026, 11, 21)
PENUH = LembarUji(
    dokumen="Laporan contoh",
    unit="biro_umum",
    uraian="Nama saksi dalam pemeriksaan contoh",
    dasar=(Dasar("a"),),
    dibuka="Saksi dapat dipengaruhi",
    ditutup="Pemeriksaan berjalan tanpa gangguan",
    kepatutan="Kepentingan umum terlindungi",
    pemicu="prakarsa",
    jangka=Jangka("tahun", 5),
    dihitamkan="Nama saksi di halaman 3",
    kategori="setiap_saat",
)
LAWS = ((), (Dasar("a"),), (Dasar("h"),), (Dasar("j", "SK Contoh"),), (Dasar("j", "UU Contoh"),))
TERMS = (Jangka(), Jangka("tahun", 5), Jangka("tahun", 31), Jangka("pribadi"), Jangka("tahun", 0))
GAPS = ("dokumen", "unit", "uraian", "dibuka", "ditutup", "kepatutan", "pemicu", "dihitamkan")
BAHANNYA, _ = read_bahan("bahan.toml", BAHAN)
KEADAAN = st.sampled_from(["", *CUKUP[NASKAH]])


def sop(text: str = UJI) -> Sop:
    one, found = read_text("uji", "sop/uji.toml", text, BAHANNYA, None)
    assert one, found
    return one


@st.composite
def items(draw: st.DrawFn) -> Butir:
    lembar = replace(PENUH, dasar=draw(st.sampled_from(LAWS)), jangka=draw(st.sampled_from(TERMS)))
    for gap in draw(st.sets(st.sampled_from(GAPS), max_size=1)):
        lembar = replace(lembar, **{gap: ""})
    return Butir(
        "b1",
        "k1",
        1,
        "Butir contoh",
        hasil=draw(st.sampled_from(["", "terbuka", "sebagian", "dikecualikan"])),
        uji=lembar,
        disetujui=draw(st.sampled_from(["", "setuju1", "setuju2"])),
        dicabut=draw(st.booleans()),
    )


@given(
    items(), KEADAAN, KEADAAN, st.sets(st.sampled_from(["setuju1", "setuju3", ""])), st.booleans()
)
def test_an_exclusion_that_counts_never_lacks_a_proof(
    butir: Butir, berita_acara: str, sk: str, setuju: set[str], dated: bool
) -> None:
    terang = shown(BAHANNYA, {"berita_acara": berita_acara, "sk": sk}, setuju)
    signed = {"ditandatangani", "terkirim"}
    whole = (
        butir.hasil in DITUTUP
        and not butir.dicabut
        and not faults(replace(butir.uji, kesimpulan=butir.hasil), HARI if dated else None)
        and any(one.huruf != "j" or "UU" in one.lain for one in butir.uji.dasar)
        and berita_acara in signed
        and sk in signed
        and butir.disetujui in setuju - {""}
    )

    assert terang.proved(butir) == whole
    if butir.hasil in DITUTUP and not butir.dicabut and not whole:
        with pytest.raises(BelumTerbukti, match="Butir contoh"):
            need_proof(terang, [butir], HARI)
    else:
        need_proof(terang, [butir], HARI)


def test_a_lower_measure_of_an_sop_makes_no_paper_prove_with_less() -> None:
    lower = BAHANNYA | {"sk": replace(BAHANNYA["sk"], cukup="konsep")}

    assert not shown(lower, {"sk": "disetujui"}, ()).sk
    assert shown(lower, {"sk": "terkirim"}, ()).sk


def test_every_lack_is_named_and_a_long_list_stays_readable() -> None:
    bare = [Butir(f"b{n}", "k1", n, f"Butir {n}", hasil="dikecualikan") for n in range(1, 31)]
    with pytest.raises(BelumTerbukti) as no:
        need_proof(Terang(), bare)

    head, *lines, last = no.value.faults
    assert "30 butir" in head
    assert len(lines) == 10
    assert last.startswith("Dan 20 butir lain")
    for what in ("Berita acara", "Persetujuan pimpinan", "Surat keputusan", "huruf Pasal 17"):
        assert what in lines[0]


def test_outcomes_count_from_the_row_that_decides_to_the_end() -> None:
    assert counting(sop(), BAHANNYA, "") == {"penetapan", "umumkan", "masuk_dik"}


def test_where_the_decree_comes_later_they_count_from_there() -> None:
    later = UJI.replace('keluaran = ["sk"]\n', "").replace(
        '[[langkah]]\nid = "umumkan"',
        '[[langkah]]\nid = "keputusan"\nkegiatan = "Menandatangani"\npelaksana = ["atasan_ppid"]\n'
        'keluaran = ["sk"]\n[[langkah]]\nid = "umumkan"',
    )
    one = sop(later)

    assert counting(one, BAHANNYA, "") == {"keputusan", "umumkan", "masuk_dik"}
    assert is_approval(one, BAHANNYA, one.row("penetapan"))
    assert is_approval(one, BAHANNYA, one.row("keputusan"))
    assert not is_approval(one, BAHANNYA, one.row("rapat"))


def test_what_decides_nothing_of_the_kind_asks_for_no_proof() -> None:
    open_ = UJI.replace('sebagian = "berikut", dikecualikan = "berikut", ', "")
    open_ = open_.replace('hanya = ["terbuka", "sebagian"]', 'hanya = ["terbuka"]')
    open_ = open_.replace('hanya = ["dikecualikan", "sebagian"]', 'hanya = ["terbuka"]')

    assert counting(sop(open_), BAHANNYA, "") == frozenset()


def test_only_going_back_to_where_it_is_decided_undoes_an_approval() -> None:
    assert undoes(sop(), "", "rapat")
    assert undoes(sop(), "", "penetapan")
    assert not undoes(sop(), "", "umumkan")


def test_a_thing_proves_only_what_its_kind_can() -> None:
    _, found = read_bahan(
        "bahan.toml",
        '[a]\nnama = "A"\nwujud = "kiriman"\nbukti = "sk"\n'
        '[b]\nnama = "B"\nwujud = "naskah"\nbukti = "persetujuan"\n'
        '[c]\nnama = "C"\nwujud = "naskah"\nbukti = "entah"\n',
    )

    said = " ".join(str(one) for one in found)
    assert "bukti 'sk' hanya untuk bahan dengan wujud 'naskah'" in said
    assert "bukti 'persetujuan' hanya untuk bahan dengan wujud 'tanda'" in said
    assert "bukti 'entah' tidak dikenal" in said


def test_an_sop_that_excludes_without_its_papers_is_noticed() -> None:
    bare = UJI.replace('"undangan", "berita_acara"', '"undangan"').replace(
        'kelengkapan = ["berita_acara"]\n', ""
    )
    _, found = read_text("uji", "sop/uji.toml", bare, BAHANNYA, None)

    [one] = found
    assert one.peringatan
    assert "tidak menyebut berita acara pengujian" in one.sebab


def test_nobody_but_the_head_makes_the_approval() -> None:
    lent = UJI.replace(
        '"undangan", "berita_acara"', '"undangan", "berita_acara", "persetujuan_pimpinan"'
    )
    one, found = read_text("uji", "sop/uji.toml", lent, BAHANNYA, None)

    assert one is None
    assert "seluruh pelaksananya berperan atasan_ppid" in str(found[0])
