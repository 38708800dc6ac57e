"""The outcomes of a request, each with the kind of naskah that goes with it: data of the packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar
from service.domain.permohonan import DIBATALKAN, DIJAWAB, KEPUTUSAN, SELESAI, Permohonan

HASIL_TOML = "hasil.toml"
JAWAB, PERPANJANG, TUTUP, BUKA_KEMBALI = "jawab", "perpanjang", "tutup", "buka_kembali"
PERBUATAN = (JAWAB, PERPANJANG, TUTUP, BUKA_KEMBALI)


@dataclass(frozen=True)
class Hasil:
    """One outcome."""

    id: str
    nama: str
    perbuatan: str
    naskah: str  # the kind of naskah that tells the applicant
    keputusan: str = ""  # of an answer


def read_hasil(
    file: str, text: str, bahan: Iterable[str]
) -> tuple[dict[str, Hasil], list[Kesalahan]]:
    """The outcomes a file declares, and every fault in it."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return {}, found
    known = frozenset(bahan)
    every = {sheet.name: _one(sheet, known) for sheet in lembar.each()}
    lembar.close()
    return every, sorted(found)


def _one(sheet: Lembar, known: frozenset[str]) -> Hasil:
    naskah = sheet.text("naskah", wajib=True)
    if naskah and naskah not in known:
        sheet.fault("naskah", f"naskah '{naskah}' tidak ada di bahan.toml.")
    perbuatan = sheet.one_of("perbuatan", PERBUATAN, JAWAB)
    keputusan = ""
    if perbuatan == JAWAB:
        keputusan = sheet.one_of("keputusan", tuple(KEPUTUSAN), "")
        if not keputusan:
            sheet.fault("", f"keputusan {sheet.name} belum diisi. Pilihan: {', '.join(KEPUTUSAN)}.")
    return Hasil(sheet.name, sheet.text("nama", wajib=True), perbuatan, naskah, keputusan)


def came_to(one: Permohonan, every: Mapping[str, Hasil]) -> Hasil | None:
    """The outcome at which a request stands; None where there is none yet."""
    done = _done(one)
    return next((x for x in every.values() if (x.perbuatan, x.keputusan) == done), None)


def _done(one: Permohonan) -> tuple[str, str]:
    if one.keadaan == DIBATALKAN:
        return TUTUP, ""
    if one.keadaan in (DIJAWAB, SELESAI):
        return JAWAB, one.keputusan.keputusan
    return (PERPANJANG, "") if one.diperpanjang else ("", "")
