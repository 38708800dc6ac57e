"""A paper that refuses, orders or counts names what the law asks of it."""

from __future__ import annotations

from typing import Any

import pytest

from service.domain.paper import missing
from tests.pasangan import Meja, declared, pages

JAWABAN, TANGGAPAN = "surat_pemberitahuan", "tanggapan_keberatan"
PERUBAHAN, TAHUNAN = "sk_perubahan_klasifikasi", "laporan_tahunan"
BERBUTIR = ("sk_klasifikasi", "berita_acara_uji", "lembar_uji_konsekuensi", "laporan_uji")


def lacks(jenis: str, **other: Any) -> list[str]:
    """What the paper asks for, with its samples or others in their place."""
    pair = declared(jenis)
    return missing(pair, pair.contoh | other)


def rows(jenis: str, ruas: str, **other: Any) -> list[dict[str, Any]]:
    """The sample rows of a table, each with other values."""
    return [{**row, **other} for row in declared(jenis).contoh[ruas]]


@pytest.mark.parametrize("keputusan", ["Dikecualikan", "Terbuka sebagian"])
def test_a_notice_that_withholds_says_on_what_ground(keputusan: str) -> None:
    asked = rows(JAWABAN, "informasi", kesimpulan=keputusan)

    assert lacks(JAWABAN, informasi=asked, ditutup=[]) == ["Yang dihitamkan atau tidak diberikan"]


def test_a_notice_says_when_what_is_not_documented_yet_will_be() -> None:
    later = rows(JAWABAN, "informasi", kesimpulan="Belum didokumentasikan")
    given = rows(JAWABAN, "informasi", kesimpulan="Terbuka")
    empty: dict[str, Any] = {"ditutup": [], "waktu_dokumentasi": ""}

    assert lacks(JAWABAN, informasi=later, **empty) == [
        "Waktu menyediakan yang belum didokumentasikan"
    ]
    assert lacks(JAWABAN, informasi=given, **empty) == []


def test_what_stays_closed_in_a_change_keeps_its_law_its_unit_and_its_term() -> None:
    bare = {"dasar": "", "unit": "", "dihitamkan": "", "jangka": ""}
    (row, *_) = rows(PERUBAHAN, "perubahan", **bare)

    def of(kesimpulan: str) -> list[str]:
        return lacks(PERUBAHAN, perubahan=[{**row, "kesimpulan": kesimpulan}])

    where = "Informasi yang berubah klasifikasinya baris 1"
    closed = ["Unit yang menguasai", "Dasar hukum", "Jangka waktu"]
    assert of("Terbuka") == []
    assert of("Dikecualikan") == [f"{where} ({one})" for one in closed]
    assert sorted(of("Terbuka sebagian")) == sorted(
        f"{where} ({one})" for one in (*closed, "Yang dihitamkan")
    )


@pytest.mark.parametrize("jenis", BERBUTIR)
def test_a_paper_on_tested_items_names_the_item_and_what_it_lacks(jenis: str) -> None:
    (first, *rest) = declared(jenis).contoh["butir"]
    assert lacks(jenis) == []

    without = {**first, "kesimpulan": "Dikecualikan", "dasar": [], "jangka": "Lima tahun"}
    assert "Informasi yang diuji butir 1 (dasar hukum)" in lacks(jenis, butir=[without, *rest])
    unsaid = {**first, "kesimpulan": ""}
    assert lacks(jenis, butir=[*rest, unsaid]) == [
        f"Informasi yang diuji butir {len(rest) + 1} (kesimpulan)"
    ]


@pytest.mark.parametrize("putusan", ["Keberatan dikabulkan", "Keberatan dikabulkan sebagian"])
def test_an_objection_that_is_granted_orders_something_by_a_day(putusan: str) -> None:
    told = {"putusan": putusan, "perintah": [], "dilaksanakan": ""}

    assert lacks(TANGGAPAN, **told) == ["Perintah kepada PPID", "Dilaksanakan paling lambat"]
    assert lacks(TANGGAPAN, **told | {"putusan": "Keberatan ditolak"}) == []


@pytest.mark.parametrize("putusan", ["Keberatan ditolak", "Keberatan tidak dapat diterima"])
def test_an_objection_that_is_refused_orders_nothing(meja: Meja, putusan: str) -> None:
    said = "".join(pages(meja.pdf(TANGGAPAN, f"{TANGGAPAN}_tanpa", putusan=putusan)))

    assert "memerintahkan" not in said
    assert "dilaksanakanpalinglambat" not in said


def test_a_year_that_refused_something_says_why() -> None:
    none = rows(TAHUNAN, "jawaban", ditolak=0)

    assert lacks(TAHUNAN, alasan_tolak=[]) == ["Alasan penolakan"]
    assert lacks(TAHUNAN, alasan_tolak=[], jawaban=none) == []


def test_what_is_counted_as_complete_is_said_of_every_row() -> None:
    baris = rows("laporan_klasifikasi", "baris", kelengkapan="")

    found = lacks("laporan_klasifikasi", baris=baris)
    assert found == [f"Informasi baris {n} (Kelengkapan)" for n in range(1, len(baris) + 1)]


def test_reports_claim_no_paper_and_no_meeting_that_may_not_have_been(meja: Meja) -> None:
    assert lacks("laporan_uji", langkah=[]) == ["Langkah yang dilalui"]
    said = "".join(pages(meja.pdf("laporan_rapat", "laporan_rapat_tanpa_butir", butir=[])))
    assert "tidakmenguji" not in said
    assert "hasilrapatdimuatdalamsimpulanpadahurufd." in said
