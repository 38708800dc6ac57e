"""Whatever stands in the cells of a workbook is answered, and nothing is lost without a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.daftar_unit import baca
from service.domain.daftar_unit.banding import Terdaftar, compared
from service.domain.daftar_unit.kembali import returned
from service.domain.refusals import Refusal
from service.domain.tabel_isian import CACAT, BarisTabel, Gabungan, TabelIsian
from tests.domain.daftar_unit.contoh import BARIS, KEPALA, KEPALA_DIK, waktu

SEL = st.one_of(
    st.text(max_size=20),
    st.sampled_from([*KEPALA, *KEPALA_DIK, *BARIS, "", "-", "sda", "Jumlah", "Informasi Berkala"]),
)
BARIS_APA_SAJA = st.lists(SEL, max_size=10)
SPAN = st.tuples(*(st.integers(0, 12) for _ in range(4)))


@st.composite
def sheets(draw: st.DrawFn) -> TabelIsian:
    rows = draw(st.lists(BARIS_APA_SAJA, max_size=12))
    if draw(st.booleans()):
        rows.insert(0, KEPALA)
    odd = draw(st.dictionaries(st.integers(0, 9), st.sampled_from(sorted(CACAT)), max_size=2))
    body = tuple(
        BarisTabel(n, tuple(row), odd if n == 3 else {}, n == 5) for n, row in enumerate(rows, 1)
    )
    spans = draw(st.lists(SPAN, max_size=4))
    return TabelIsian(
        body,
        frozenset({2}) if draw(st.booleans()) else frozenset(),
        "Data",
        True,
        (*(Gabungan(*one) for one in spans),),
    )


@given(sheets())
@settings(max_examples=300, deadline=None)
def test_whatever_stands_in_the_cells_is_answered(one: TabelIsian) -> None:
    try:
        hasil = baca.read([one], waktu)
    except Refusal as refused:
        assert str(refused)
        return

    rows = {each.baris for each in (*hasil.diterima, *hasil.dikembalikan)}
    assert not {x.baris for x in hasil.diterima} & {x.baris for x in hasil.dikembalikan}
    assert not any(each.kembali for each in hasil.diterima)
    skipped = {n for each in hasil.dilewati for n in range(each.dari, each.sampai + 1)}
    assert not rows & skipped
    for semua in (False, True):
        buku = returned(one, hasil, semua=semua)
        assert len({len(row) for row in buku.kepala}) == 1
        assert len(buku.salah) >= len(hasil.umum)
    known = [Terdaftar(f"K{n}", x.isi) for n, x in enumerate(hasil.diterima)]
    found = compared(known, hasil)
    told = len(found.tambah) + len(found.ubah) + len(found.sama) + len(found.ragu)
    assert told + len(found.asing) == len(hasil.diterima)
