"""Where somebody signs is where their name is printed."""

from __future__ import annotations

from service.domain.nama_tercetak import candidates
from service.domain.ruas import DAFTAR, INSTANSI, PEJABAT, Pasangan, Ruas

KIND = Pasangan(
    "berita_acara",
    "Berita acara",
    "",
    "",
    ("unit", "atasan_ppid"),
    (
        Ruas("pihak", "Pihak", DAFTAR),
        Ruas("penanda", "Penanda tangan", PEJABAT),
        Ruas("mengetahui", "Mengetahui", PEJABAT, INSTANSI, isi="atasan_ppid"),
    ),
)
ISIAN = {"penanda": {"nama": "Contoh Satu, S.H."}, "mengetahui": {"nama": "Dra. Contoh Dua"}}


def test_who_the_paper_names_goes_before_who_holds_the_peran() -> None:
    found = candidates(KIND, ISIAN, "atasan_ppid", ["Contoh Dua", "Contoh Tiga"])
    assert found == ["Dra. Contoh Dua", "Contoh Dua", "Contoh Tiga"]


def test_an_official_of_no_peran_is_the_first_who_signs() -> None:
    assert candidates(KIND, ISIAN, "unit", ["Contoh Satu"]) == ["Contoh Satu, S.H.", "Contoh Satu"]
    assert candidates(KIND, {"penanda": None}, "unit", []) == []
