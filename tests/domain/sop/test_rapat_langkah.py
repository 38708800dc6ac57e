"""A row that is worked with a meeting: who takes part, and that it waits for what was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain.sop.baca import read_text
from service.domain.sop.bahan import Bahan
from service.domain.sop.bentuk import Sop
from service.domain.sop.jalan import Keadaan, Maju, Posisi, Putusan, begin, complete
from service.domain.sop.rapat import meeting_row, those_who_meet, touches
from service.domain.sop.tolakan import RapatBelumSelesai

PAGI = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
BAHAN = {
    one: Bahan(one, one.title(), wujud, cukup)
    for one, wujud, cukup in (
        ("surat", "kiriman", "didaftar"),
        ("undangan", "naskah", "disetujui"),
        ("hadirin", "naskah", "ditandatangani"),
        ("laporan", "naskah", "ditandatangani"),
    )
}
TEKS = """
nama = "Rapat contoh"
[pelaksana]
unit = "Unit"
tim_sekretariat = "Tim Sekretariat"
atasan_ppid = "Atasan PPID"
pengelola_arsip = "Arsip"
[[langkah]]
id = "kaji"
kegiatan = "Mengkaji dan mengundang"
pelaksana = ["unit"]
kelengkapan = ["surat"]
keluaran = ["undangan"]
[[langkah]]
id = "rapat"
kegiatan = "Rapat"
pelaksana = ["tim_sekretariat"]
kelengkapan = ["undangan", "surat"]
keluaran = ["hadirin"]
cabang = { cukup = "berikut", lagi = "kaji" }
lembar = ["rapat"]
[[langkah]]
id = "lapor"
kegiatan = "Melaporkan"
pelaksana = ["atasan_ppid"]
kelengkapan = ["hadirin"]
keluaran = ["laporan"]
[[langkah]]
id = "simpan"
kegiatan = "Menyimpan"
pelaksana = ["pengelola_arsip"]
kelengkapan = ["surat"]
"""
LENGKAP = {name: one.cukup for name, one in BAHAN.items()}


def sop(text: str = TEKS) -> Sop:
    one, found = read_text("contoh", "contoh/sop/contoh.toml", text, BAHAN, None)
    assert one, found
    return one


def at(row: str) -> Posisi:
    return replace(begin(sop(), "", PAGI), langkah=row)


def go(known: Keadaan, said: Putusan) -> Maju:
    return complete(sop(), BAHAN, at("rapat"), ("tim_sekretariat",), known, said, PAGI)


def test_a_step_with_a_meeting_does_not_go_on_while_the_meeting_has_gaps() -> None:
    known = Keadaan(LENGKAP, rapat=("Tulis hasil untuk: Dokumen contoh.",))

    with pytest.raises(RapatBelumSelesai, match="Tulis hasil untuk: Dokumen contoh"):
        go(known, Putusan("cukup"))
    assert go(Keadaan(LENGKAP), Putusan("cukup")).posisi.langkah == "lapor"


def test_a_matter_goes_back_from_a_meeting_that_came_to_nothing() -> None:
    known = Keadaan(rapat=("Rapat ini belum berlangsung.",))

    assert go(known, Putusan("lagi", "Dokumen contoh kurang")).kembali


@pytest.mark.parametrize("row", ["kaji", "rapat", "lapor", "simpan", ""])
def test_the_meeting_of_a_matter_is_found_before_it_at_it_and_after_it(row: str) -> None:
    found = meeting_row(sop(), at(row))

    assert found
    assert found.id == "rapat"


def test_of_two_meetings_the_next_one_counts() -> None:
    second = TEKS.replace('id = "simpan"', 'id = "simpan"\nlembar = ["rapat"]')
    one = sop(second)

    found = [meeting_row(one, at(row)) for row in ("kaji", "rapat", "lapor", "simpan", "")]

    assert [each.id for each in found if each] == ["rapat", "rapat", "simpan", "simpan", "simpan"]


def test_an_sop_without_a_meeting_has_none() -> None:
    assert meeting_row(sop(TEKS.replace('lembar = ["rapat"]', "")), at("rapat")) is None


def test_who_calls_meets_or_reports_takes_part_and_nobody_else() -> None:
    one = sop()

    assert set(those_who_meet(one, BAHAN, one.row("rapat"))) == {
        "tim_sekretariat",
        "unit",
        "atasan_ppid",
    }


def test_the_meeting_is_spoken_of_where_it_is_called_held_and_reported_on() -> None:
    one = sop()

    found = [row for row in order(one) if touches(one, BAHAN, one.row("rapat"), row)]

    assert found == ["kaji", "rapat", "lapor"]


def order(one: Sop) -> list[str]:
    return [row.id for row in one.rows()]
