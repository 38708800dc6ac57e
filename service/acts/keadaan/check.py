"""Every fault in the packs, at once, with its file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from service.acts.instansi.aturan import KENALI_TOML, rule_faults
from service.acts.instansi.packs import read_agency
from service.acts.monev.kuesioner import monev_faults
from service.acts.pasangan.klinik import Alat, examine
from service.acts.pasangan.klinik_buku import book_faults, umum_books
from service.acts.sop.daftar import bahan_of, sop_faults
from service.acts.sop.hasil import hasil_faults
from service.acts.sop.nama import opening_faults
from service.acts.sop.peraturan import regulation_faults
from service.domain import paper
from service.domain.kesalahan import Kesalahan, grave
from service.domain.klinik.laporan import told
from service.domain.paket import INSTANSI_TOML, UMUM, PaketTidakTerbaca
from service.ports import Packs

_PASANGAN = re.compile(r"naskah/([^/]+)\.(toml|docx)")


def check(packs: Packs, only: Collection[str] = (), alat: Alat | None = None) -> list[Kesalahan]:
    """The faults of all agencies and of umum, or of some.

    With the clinic's tools every template is taken apart and filled with its own sample, too.
    """
    found = [
        Kesalahan(name, 0, "Nama folder instansi harus huruf kecil, angka, dan '_'; ubah namanya.")
        for name in packs.astray()
        if not only or name in only
    ]
    for kode in (UMUM, *packs.instansi()):
        if not only or kode in only:
            found += _of_agency(packs, kode, alat)
    return sorted(found, key=lambda one: (one.file, one.baris))


def _of_agency(packs: Packs, kode: str, alat: Alat | None) -> Iterator[Kesalahan]:
    names, one = packs.names(kode), None
    if INSTANSI_TOML in names:
        one, found = read_agency(packs, kode)
        # The common pack is a model to copy; nobody holds an office there.
        yield from (fault for fault in found if kode != UMUM or not fault.peringatan)
        if one and one.kop.logo and one.kop.logo not in names:
            yield Kesalahan(
                f"{kode}/{INSTANSI_TOML}", 0, f"File logo {one.kop.logo} tidak ada di folder ini."
            )
    if KENALI_TOML in names:
        yield from rule_faults(packs, kode, one)
    yield from sop_faults(packs, kode)
    yield from opening_faults(packs, kode)
    yield from regulation_faults(packs, kode)
    yield from monev_faults(packs, kode)
    yield from hasil_faults(packs, kode)
    yield from umum_books(packs, kode)
    for name in names:
        if match := _PASANGAN.fullmatch(name):
            yield from _of_pair(packs, kode, match[1], match[2], names)
            if alat and match[2] == "toml" and _has_template(packs, names, match[1]):
                yield from _of_template(packs, kode, match[1], alat)


def _has_template(packs: Packs, names: list[str], jenis: str) -> bool:
    """Whether there is a template: its own, or that of umum, which an agency may say more of."""
    docx = paper.names(jenis)[1]
    return docx in names or docx in packs.names(UMUM)


def _of_pair(
    packs: Packs, kode: str, jenis: str, kind: str, names: list[str]
) -> Iterator[Kesalahan]:
    toml, docx = paper.names(jenis)
    if kind == "docx":
        if toml not in names:
            yield Kesalahan(f"{kode}/{docx}", 0, f"Pasangannya {toml} tidak ada.")
        return
    if not _has_template(packs, names, jenis):
        yield Kesalahan(f"{kode}/{toml}", 0, f"Pasangannya {docx} tidak ada.")
    try:
        pasangan, found = paper.read(jenis, packs.text(f"{kode}/{toml}"), f"{kode}/{toml}")
    except PaketTidakTerbaca as wrong:
        yield Kesalahan(f"{kode}/{toml}", 0, str(wrong))
        return
    yield from found
    for one in book_faults(packs, kode, jenis, packs.text(f"{kode}/{toml}")):
        yield Kesalahan(f"{kode}/{toml}", 0, f"{one.sebab} {one.saran}", one.ingat)
    things = bahan_of(packs, kode)
    for nama, thing in paper.things(pasangan) if pasangan else ():
        if thing not in things:
            yield Kesalahan(
                f"{kode}/{toml}", 0, f"Ruas '{nama}' mengambil dari bahan '{thing}' yang tidak ada."
            )


def _of_template(packs: Packs, kode: str, jenis: str, alat: Alat) -> Iterator[Kesalahan]:
    """What the clinic says of the .docx of a pair whose declaration can be used."""
    toml, docx = paper.names(jenis)
    try:
        text = packs.text(f"{kode}/{toml}")
    except PaketTidakTerbaca:
        return  # told with the declaration
    if grave(paper.read(jenis, text, f"{kode}/{toml}")[1]):
        return
    with alat.room() as room:
        try:
            path = packs.file(kode, docx, room / "templat.docx")
        except PaketTidakTerbaca as wrong:
            yield Kesalahan(f"{kode}/{docx}", 0, str(wrong))
            return
        yield from told(examine(alat, path, text, jenis, kode), f"{kode}/{docx}")
