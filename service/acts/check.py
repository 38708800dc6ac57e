"""Every fault in the packs, at once, with its file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from service.acts.aturan import KENALI_TOML, rule_faults
from service.acts.hasil import hasil_faults
from service.acts.packs import read_agency
from service.acts.peraturan import regulation_faults
from service.acts.sop import sop_faults
from service.acts.sop_nama import opening_faults
from service.domain import paper
from service.domain.kesalahan import Kesalahan
from service.domain.paket import INSTANSI_TOML, UMUM, PaketTidakTerbaca
from service.ports import Packs

_PASANGAN = re.compile(r"naskah/([^/]+)\.(toml|docx)")


def check(packs: Packs, only: Collection[str] = ()) -> list[Kesalahan]:
    """The faults of all agencies and of umum, or of some."""
    found = [
        Kesalahan(name, 0, "Nama folder instansi harus huruf kecil, angka, dan '_'; ubah namanya.")
        for name in packs.astray()
        if not only or name in only
    ]
    for kode in (UMUM, *packs.instansi()):
        if not only or kode in only:
            found += _of_agency(packs, kode)
    return sorted(found)


def _of_agency(packs: Packs, kode: str) -> Iterator[Kesalahan]:
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
    yield from hasil_faults(packs, kode)
    for name in names:
        if match := _PASANGAN.fullmatch(name):
            yield from _of_pair(packs, kode, match[1], match[2], names)


def _of_pair(
    packs: Packs, kode: str, jenis: str, kind: str, names: list[str]
) -> Iterator[Kesalahan]:
    toml, docx = paper.names(jenis)
    if kind == "docx":
        if toml not in names:
            yield Kesalahan(f"{kode}/{docx}", 0, f"Pasangannya {toml} tidak ada.")
        return
    if docx not in names:
        yield Kesalahan(f"{kode}/{toml}", 0, f"Pasangannya {docx} tidak ada.")
    try:
        yield from paper.read(jenis, packs.text(f"{kode}/{toml}"), f"{kode}/{toml}")[1]
    except PaketTidakTerbaca as wrong:
        yield Kesalahan(f"{kode}/{toml}", 0, str(wrong))
