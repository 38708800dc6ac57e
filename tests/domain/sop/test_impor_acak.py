"""No table, however torn, ends in anything but a draft that can be read or a clear sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.refusals import Refusal
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import read_bahan
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_bentuk import Sel, Sumber, Tabel
from tests.domain.sop.impor_tabel import JUDUL
from tests.domain.sop.test_impor import UMUM

KATA = (
    *JUDUL,
    *("Kelengkapan", "Waktu", "Output", "PPID", "Tim Sekretariat", "v", "Y", "T", "◇", "( )"),
    *("1", "2", "3", "", "", "10 menit", "secara berkala", "Surat permohonan dan DIP"),
    *("1. UU No. 1 Tahun 2008\n2. Data", "NOMOR SOP : 3", "Dasar Hukum", "Disahkan oleh", ":"),
    *("apabila belum maka dikembalikan", "Disusun oleh", "NIP. 19790215 201001 2 009", "•"),
    *("\x00\ud800", "\"\\\"'''", "masing-\nmasing", "â€“", "\ufffd", "Halaman 1 dari 2"),
)
sel = st.builds(
    Sel, st.sampled_from(KATA), st.integers(-1, 70), st.integers(-1, 9), st.booleans()
) | st.sampled_from(KATA).map(Sel)
baris = st.lists(sel, max_size=9).map(tuple)
kepala = st.just(tuple(Sel(one) for one in (*JUDUL, "Kelengkapan", "Waktu", "Output")))
tabel = st.tuples(st.lists(kepala, max_size=1), st.lists(baris, max_size=7)).map(
    lambda both: Tabel((*both[0], *both[1]))
)
sumber = st.lists(st.sampled_from(KATA) | tabel, max_size=5).map(lambda many: Sumber(tuple(many)))


@given(sumber)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_file_the_draft_names_only_what_is_there(held: Sumber) -> None:
    try:
        konsep = read_draft(held, UMUM)
    except Refusal as told:
        assert "Tidak ada yang diubah." in str(told)
        return

    things, wrong = read_bahan("bahan.toml", konsep.bahan)
    assert wrong == []
    konsep.toml.encode("utf-8")
    _, found = read_text("konsep", "konsep.toml", konsep.toml, {**UMUM, **things})
    assert [one for one in found if "tidak menunjuk" in one.sebab] == []
    assert [one for one in found if "File tidak terbaca" in one.sebab] == []
    assert [one for one in found if "belum dinyatakan" in one.sebab] == []
    assert [one for one in found if "tidak dikenal di sini" in one.sebab] == []
