"""A paper signed in the name of another says so above the signature, and its title does not."""

from __future__ import annotations

import pytest

from service.domain.paper import sample
from tests.pasangan import Meja, bare, declared, pages

UB = {
    "sebagai": "u.b. ",
    "jabatan": "Kepala Dinas Contoh",
    "melalui": "Sekretaris Dinas Contoh",
    "jabatan_sendiri": "Kepala Bidang Layanan Contoh",
    "nama": "Dra. Contoh Pengganti, M.Si.",
    "pangkat": "Pembina (IV/a)",
    "nip": "19740202 200003 1 002",
}


@pytest.mark.parametrize("jenis", ["memorandum", "surat_tugas", "laporan_uji", "sk_penetapan_dip"])
def test_each_office_has_its_line_above_the_signature(meja: Meja, jenis: str) -> None:
    assert isinstance(sample(declared(jenis))["penandatangan"], dict)
    printed = meja.pdf(jenis, f"{jenis}_ub", penandatangan=UB)
    told = "".join(pages(printed))

    lines = ("a.n. Kepala Dinas Contoh", "Sekretaris Dinas Contoh", "u.b.", UB["jabatan_sendiri"])
    assert bare(f"{''.join(lines)},{UB['nama']}") in told
    if jenis.startswith("sk_"):
        assert bare("KEPUTUSAN KEPALA DINAS CONTOH NOMOR") in told
