from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain.naskah import (
    DIAJUKAN,
    DISETUJUI,
    KONSEP,
    BelumDicetak,
    BukanSaatnya,
    Naskah,
    approved,
)
from service.domain.paper import (
    KOSONG,
    PaketSalah,
    Pasangan,
    RuasKosong,
    RuasSalah,
    checked,
    complete,
    printed,
    read,
    resep,
)
from tests.papers import UMUM

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
TEXT = (UMUM / "sk_penetapan_dip.toml").read_text()


@pytest.fixture
def pasangan() -> Pasangan:
    return checked("sk_penetapan_dip", TEXT, "umum/naskah/sk_penetapan_dip.toml")


def naskah(isian: dict[str, object], **more: object) -> Naskah:
    return Naskah("n", "b", "contoh", "sk_penetapan_dip", KONSEP, NOW, isian, **more)  # type: ignore[arg-type]


def test_the_pair_of_the_sk_has_no_fault_and_its_own_samples_fill_it(pasangan: Pasangan) -> None:
    kept = complete(pasangan, pasangan.contoh)

    assert set(kept) == {ruas.nama for ruas in pasangan.ruas} - {"nomor", "tanggal"}


def test_what_a_konsep_has_not_yet_is_printed_as_an_empty_place(pasangan: Pasangan) -> None:
    isian = complete(pasangan, pasangan.contoh)

    before = printed(pasangan, naskah(isian))
    after = printed(pasangan, naskah(isian, nomor="12 TAHUN 2026", tanggal=date(2026, 11, 21)))

    assert (before["nomor"], before["tanggal"]) == (KOSONG, KOSONG)
    assert (after["nomor"], str(after["tanggal"])) == ("12 TAHUN 2026", "21 November 2026")
    assert resep("t", before) != resep("t", after)
    assert resep("t", after) == resep("t", dict(reversed(after.items())))


def test_every_empty_ruas_is_named_by_its_label(pasangan: Pasangan) -> None:
    with pytest.raises(RuasKosong, match="Belum diisi: Tahun daftar, Menimbang"):
        complete(pasangan, pasangan.contoh | {"tahun": "", "menimbang": []})


def test_a_ruas_that_is_not_wajib_may_stay_empty(pasangan: Pasangan) -> None:
    isian = {key: value for key, value in pasangan.contoh.items() if key != "tembusan"}

    assert complete(pasangan, isian)["tembusan"] == []


def test_an_isian_of_another_shape_is_refused(pasangan: Pasangan) -> None:
    with pytest.raises(RuasSalah, match="Menimbang"):
        complete(pasangan, pasangan.contoh | {"menimbang": "bahwa"})


def test_what_the_form_sends_beyond_the_ruas_is_not_kept(pasangan: Pasangan) -> None:
    assert "nomor" not in complete(pasangan, pasangan.contoh | {"nomor": "1"})
    assert "asing" not in complete(pasangan, pasangan.contoh | {"asing": "1"})


def test_every_fault_of_a_pair_is_named_with_its_line() -> None:
    text = """nama = "SK"
penandatangan = ["atasan_ppid"]
[buku]
seri = "sk"
pola = "{NOMER}/{TAHUN}"
[[ruas]]
nama = "tahun"
label = "Tahun"
jenis = "text"
contoh = "2026"
[[ruas]]
nama = "tahun"
label = "Tahun"
contoh = 2026
"""

    usable, found = read("sk", text, "contoh/naskah/sk.toml")

    assert usable is None
    assert sorted(str(one) for one in found) == sorted(
        [
            "contoh/naskah/sk.toml:5: Tanda NOMER tidak dikenal pada pola nomor.",
            "contoh/naskah/sk.toml:9: jenis 'text' tidak dikenal. "
            "Pilihan: teks, paragraf, tanggal, bilangan, rupiah, pilihan, pejabat, daftar, gambar, "
            "butir, daftar_teks, daftar_dip, kop, nomor.",
            "contoh/naskah/sk.toml:14: contoh harus berupa teks.",
            "contoh/naskah/sk.toml:6: Ruas 'tahun' ditulis lebih dari sekali.",
        ]
    )
    with pytest.raises(PaketSalah, match=r"sk\.toml:5"):
        checked("sk", text, "contoh/naskah/sk.toml")


def test_a_paper_nobody_could_look_at_is_not_approved() -> None:
    forward = replace(naskah({}), keadaan=DIAJUKAN)
    with pytest.raises(BelumDicetak):
        approved(forward, "1", date(2026, 11, 21))

    after = approved(replace(forward, pdf="0" * 64, resep="r"), "1", date(2026, 11, 21))
    assert after.keadaan == DISETUJUI
    with pytest.raises(BukanSaatnya):
        approved(after, "2", date(2026, 11, 21))
