"""What is made again and again: `setiap triwulan`, `setiap hari kerja`, `bulanan`."""

from __future__ import annotations

import re

HARI_KERJA, SEHARI, SEMINGGU, SEBULAN = "hari_kerja", "hari", "minggu", "bulan"
SETRIWULAN, SECATURWULAN, SESEMESTER, SETAHUN = "triwulan", "caturwulan", "semester", "tahun"
TIAP: dict[str, str] = {
    HARI_KERJA: "Setiap hari kerja",
    SEHARI: "Setiap hari",
    SEMINGGU: "Setiap minggu",
    SEBULAN: "Setiap bulan",
    SETRIWULAN: "Setiap triwulan",
    SECATURWULAN: "Setiap caturwulan",
    SESEMESTER: "Setiap semester",
    SETAHUN: "Setiap tahun",
}
# The words for a rhythm, longest first where one begins another.
_IRAMA = (
    (HARI_KERJA, r"hari kerja"),
    (SEMINGGU, r"(?:hari )?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|ahad)|hari minggu"),
    (SEHARI, r"hari(?:nya)?|harian"),
    (SEMINGGU, r"minggu(?:nya|an)?|pekan(?:an)?"),
    (SETRIWULAN, r"triwulan(?:an)?|tri wulan(?:an)?|kuartal(?:an)?|tiga bulan|3 \(tiga\) bulan"),
    (SETRIWULAN, r"3 bulan(?:an)?"),
    (SECATURWULAN, r"caturwulan(?:an)?|catur wulan(?:an)?|4 bulan(?:an)?|empat bulan"),
    (SESEMESTER, r"semester(?:an)?|6 bulan(?:an)?|enam bulan|6 \(enam\) bulan"),
    (SEBULAN, r"(?:(?:awal|akhir) )?bulan(?:nya|an)?"),
    (SETAHUN, r"(?:(?:awal|akhir) )?(?:tahun(?:nya|an)?(?: anggaran)?)"),
)
_SETIAP = re.compile(r"(?:setiap|tiap-tiap|tiap|per) (.+)")
_SENDIRI = re.compile(
    r"(harian|mingguan|bulanan|triwulanan|kuartalan|caturwulanan|semesteran|tahunan)\b(.*)"
)
_TANPA_IRAMA = re.compile(
    r"(?:secara )?(?:rutin|berkala|sewaktu[ -]waktu|insidenti?[ao]?l|terus[ -]menerus|"
    r"berkelanjutan|kontinu|sepanjang tahun|sesuai kebutuhan|setiap saat|serta[ -]merta)"
)
_ADA_ANGKA = re.compile(r"[0-9]")
PALING_PANJANG = 60


def read_rhythm(kata: str) -> tuple[str, str] | None:
    """The rhythm that words name, and what they say beside it; None where they name none.

    A rhythm without a measure (`setiap ada perubahan`) is ''.
    """
    if _TANPA_IRAMA.fullmatch(kata):
        return "", ""
    if found := _SENDIRI.fullmatch(kata):
        return _rhythm(found[1]) or ("", "") if not found[2] else _with(found[1], found[2])
    found = _SETIAP.fullmatch(kata)
    if found is None:
        return None
    if known := _rhythm(found[1]):
        return known
    free = not _ADA_ANGKA.search(found[1]) and len(found[1]) <= PALING_PANJANG
    return ("", "") if free and not kata.startswith("per ") else None


def _with(word: str, rest: str) -> tuple[str, str] | None:
    known = _rhythm(word)
    return (known[0], rest.strip(" ,;()")) if known and rest[0] in " ,;(" else None


def _rhythm(words: str) -> tuple[str, str] | None:
    for tiap, pola in _IRAMA:
        found = re.match(rf"(?:{pola})(?![a-z0-9])", words)
        if found:
            return tiap, words[found.end() :].strip(" ,;()")
    return None
