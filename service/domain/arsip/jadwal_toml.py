"""A klasifikasi with its JRA as an office keeps it in a file: every fault with its line."""

from __future__ import annotations

from service.domain.arsip import jadwal_isi as isi
from service.domain.arsip.jadwal import BarisJadwal, Jadwal, jadwal_of
from service.domain.kesalahan import Kesalahan, grave
from service.domain.lembar import Lembar, open_lembar

TERBANYAK = 20_000


def read_toml(file: str, text: str) -> tuple[Jadwal | None, list[Kesalahan]]:
    """The schedule, and every fault; None where one is grave."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return None, found
    sheets = lembar.tables("arsip")
    if not sheets:
        lembar.fault("", "Belum ada satu baris pun; tulis [[arsip]] untuk setiap kode.")
    if len(sheets) > TERBANYAK:
        lembar.fault("arsip", f"Paling banyak {TERBANYAK} kode.")
    lines = [_line(sheet) for sheet in sheets[:TERBANYAK]]
    for n, wrong in isi.together(lines):
        note = sheets[n].warn if wrong.ringan else sheets[n].fault
        note(wrong.nama, wrong.kata)
    lembar.close()
    if grave(found):
        return None, sorted(found)
    return jadwal_of(row for row in lines if row), sorted(found)


def _line(sheet: Lembar) -> BarisJadwal | None:
    told = {nama: sheet.text(nama) for nama in isi.SEBUTAN if nama != isi.VITAL}
    told[isi.VITAL] = "ya" if sheet.truth(isi.VITAL, default=False) else ""
    read = isi.read_line(told)
    for wrong in read.salah:
        sheet.fault(wrong.nama if sheet.has(wrong.nama) else "", wrong.kata)
    return read.baris
