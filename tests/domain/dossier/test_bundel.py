"""The papers of a dispute stand as the Komisi Informasi hears them, each under its mark."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from service.domain.dossier import bundel
from service.domain.dossier.bahan import Bahan, Isi
from service.domain.dossier.bundel import Alat, chronology, missing, proofs
from service.domain.dossier.isi import Sampul
from service.domain.dossier.jilidan import (
    BelumTerjilid,
    Jilidan,
    JilidanUsang,
    bound,
    need_readable,
)
from service.domain.keberatan import DITANGGAPI, Keberatan, SuratTanggapan, Tanggapan
from service.domain.permohonan import DIJAWAB, Keputusan, Permohonan
from service.domain.sengketa import Putusan, Sengketa

CAME = datetime(2026, 6, 2, 3, tzinfo=UTC)
PERMOHONAN = Permohonan(
    "p1",
    "k1",
    "kemensetneg",
    "",
    "x",
    DIJAWAB,
    CAME,
    date(2026, 6, 2),
    date(2026, 6, 17),
    nomor_daftar="3/REG-PPID/VI/2026",
    keputusan=Keputusan(keputusan="tidak_diberikan", pemberitahuan="2026-06-16"),
)
KEBERATAN = Keberatan(
    "q1",
    "k2",
    "kemensetneg",
    "",
    "y",
    DITANGGAPI,
    CAME,
    date(2026, 6, 22),
    date(2026, 8, 4),
    ("a",),
    nomor="1/KEB-PPID/VI/2026",
    tanggapan=Tanggapan("Ditolak.", "2026-08-06"),
    surat=SuratTanggapan("ditolak"),
)
SENGKETA = Sengketa(
    "s1",
    "q1",
    "p1",
    "kemensetneg",
    "",
    "Komisi Informasi Contoh",
    "7/KI/2026",
    date(2026, 8, 10),
    CAME,
    batas=date(2026, 8, 26),
    putusan=Putusan("9/PTS/2026", "2026-10-01"),
)


def paper(golongan: str, judul: str, pada: str = "2026-06-02", sha: str = "") -> Alat:
    return Alat(golongan, Bahan(judul, pada, f"{judul}.pdf", sha or judul, "application/pdf"))


def test_standing_comes_first_then_the_case_then_the_test_whenever_each_was_written() -> None:
    some = (
        paper(bundel.UJI, "Berita acara", "2026-05-01"),
        paper(bundel.KEBERATAN, "Surat keberatan", "2026-06-22"),
        paper(bundel.PERMOHONAN, "KTP pemohon", "2026-06-03"),
        paper(bundel.PERMOHONAN, "Surat permohonan", "2026-06-02"),
        paper(bundel.KEDUDUKAN, "Surat kuasa", "2026-09-01"),
    )

    made = proofs(some)

    assert [one.judul for one in made] == [
        "Surat kuasa",
        "Surat permohonan",
        "KTP pemohon",
        "Surat keberatan",
        "Berita acara",
    ]
    assert [(one.cap, one.nomor) for one in made][:2] == [
        ("T-1", "Kedudukan hukum badan publik"),
        ("T-2", "Permohonan informasi"),
    ]


def test_a_scan_that_belongs_to_two_groups_is_one_proof() -> None:
    scan = paper(bundel.AKHIR, "Putusan", sha="ab"), paper(bundel.SURAT, "Putusan", sha="ab")

    (only,) = proofs(scan)

    assert "Surat-menyurat" in only.nomor


def test_what_the_commission_will_ask_for_and_is_not_there_is_named() -> None:
    some = (paper(bundel.PERMOHONAN, "Permohonan"), paper(bundel.KEBERATAN, "Keberatan"))

    lacks = missing(some, KEBERATAN)

    assert lacks == (
        bundel.WAJIB[bundel.KEDUDUKAN],
        bundel.WAJIB[bundel.TANGGAPAN],
        bundel.WAJIB[bundel.ATASAN],
        bundel.BUKTI_UJI,
    )


def test_where_nothing_was_refused_as_exempt_no_test_is_asked() -> None:
    late = Keberatan(**{**vars(KEBERATAN), "alasan": ("g",)})

    assert bundel.BUKTI_UJI not in missing((), late)


def test_the_chronology_tells_each_day_beside_the_day_by_which_it_had_to_be() -> None:
    told = chronology(PERMOHONAN, KEBERATAN, SENGKETA).baris

    assert told[0] == ("2 Juni 2026", "Permohonan informasi diterima, nomor 3/REG-PPID/VI/2026")
    words = dict(told)
    assert words["16 Juni 2026"].endswith("ditolak (dalam batas waktu)")
    assert words["6 Agustus 2026"].endswith("Keberatan ditolak (sesudah batas waktu)")
    assert words["26 Agustus 2026"].startswith("Batas pengajuan sengketa (UU 14 Tahun 2008")
    assert told[-1] == ("1 Oktober 2026", "Putusan nomor 9/PTS/2026")


def test_a_dispute_about_an_objection_without_a_request_of_ours_has_its_chronology_too() -> None:
    told = chronology(None, KEBERATAN, SENGKETA).baris

    assert not any("Permohonan informasi" in kata for _, kata in told)


def test_what_it_is_bound_from_is_known_by_one_mark() -> None:
    isi = Isi(Sampul("Uji", "1"), (paper(bundel.UJI, "Satu").bahan,))
    lain = Isi(Sampul("Uji", "1"), (paper(bundel.UJI, "Dua").bahan,))

    assert isi.resep == Isi(Sampul("Uji", "1"), isi.bahan).resep != lain.resep
    assert isi.resep != Isi(isi.sampul, isi.bahan, bolak_balik=True).resep


@pytest.mark.parametrize(("reads", "refusal"), [({"Satu"}, None), (set(), JilidanUsang)])
def test_a_binding_is_handed_out_as_long_as_each_paper_in_it_may_be_read(
    reads: set[str], refusal: type[Exception] | None
) -> None:
    owed = Jilidan("j1", "berkas", "b1", "kemensetneg", "", "o1", CAME)
    isi = Isi(Sampul("Uji", "1"), (paper(bundel.UJI, "Satu").bahan,))

    with pytest.raises(BelumTerjilid):
        need_readable(owed, {"Satu"})
    done = bound(owed, isi, "ff", 3, 900)
    if refusal:
        with pytest.raises(refusal):
            need_readable(done, reads)
    else:
        need_readable(done, reads)
