"""Within a sentence, who signs is called by the office that is his own."""

from __future__ import annotations

import pytest

from service.domain.paper import sample
from tests.house.test_pasangan_atas_nama import UB
from tests.pasangan import Meja, bare, declared, pages

DARI = ["memorandum", "nota_dinas", "nota_pengantar", "nota_pengembalian", "laporan_kesiapan"]
PLT = {**UB, "sebagai": "Plt. ", "jabatan": "Kepala Biro Contoh"}


@pytest.mark.parametrize("jenis", DARI)
def test_who_writes_in_the_name_of_another_is_told_by_his_own_office(
    meja: Meja, jenis: str
) -> None:
    told = "".join(pages(meja.pdf(jenis, f"{jenis}_dari", penandatangan=UB)))

    assert bare(f"Dari: {UB['jabatan_sendiri']}") in told


@pytest.mark.parametrize(
    ("jenis", "ruas", "sentence"),
    [
        ("sk_klasifikasi", "ppid", "{}, berdasarkan pengujian"),
        ("sk_perubahan_klasifikasi", "ppid", "{}, karena"),
        ("berita_acara_kesepakatan", "ppid", "{}, yang mengklasifikasikan"),
        ("berita_acara_pemindahan", "pihak_kedua", "{}, selanjutnya disebut PIHAK KEDUA"),
        ("berita_acara_pemusnahan", "saksi_hukum", "{}, selaku saksi dari unit hukum"),
        ("berita_acara_alih_media", "pengesah", "diautentikasi oleh {}"),
    ],
)
def test_who_acts_for_an_office_is_told_as_such_in_the_sentence(
    meja: Meja, jenis: str, ruas: str, sentence: str
) -> None:
    assert isinstance(sample(declared(jenis))[ruas], dict)
    told = "".join(pages(meja.pdf(jenis, f"{jenis}_plt", **{ruas: PLT})))

    assert bare(sentence.format("Plt. Kepala Biro Contoh")) in told


def test_the_head_of_an_appendix_names_the_office_of_who_invites(meja: Meja) -> None:
    told = "".join(pages(meja.pdf("undangan_rapat", "undangan_ub", penandatangan=UB)))

    assert bare(f"Surat {UB['jabatan_sendiri']} Nomor") in told
