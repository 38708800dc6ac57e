"""Versions of a pair: the draft on a page, what was put in force, what a paper was made with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.catatan import hash_of

KONSEP, DIPAKAI, DIBUANG = "konsep", "dipakai", "dibuang"
SIAP, GUGUR = "siap", "gugur"
BAWAAN = 0  # the version that came with Berkas
BARU = -1  # there is no version yet
JENIS = re.compile(r"[a-z][a-z0-9_]{1,59}")


@dataclass(frozen=True)
class PasanganKonsep:
    """A draft of a pair; no paper is made of it until somebody puts it in force."""

    id: str
    instansi: str
    jenis: str
    nama: str
    keadaan: str
    dibuat: datetime
    oleh: str
    dasar: int  # the version it was written against
    teks: str  # what the .toml says
    docx: str  # the sha256 of the template as it was sent
    nama_file: str = ""
    ringan: str = ""  # the same without what nothing in it uses; '' until its proof is made
    contoh: str = ""  # the PDF of it, filled with its own samples
    contoh_dasar: str = ""  # the PDF of what it was written against, with the same samples
    galat: str = ""  # why no proof could be made
    tak_tercetak: tuple[str, ...] = ()  # ruas whose sample is not read on its proof
    penyiap: tuple[str, ...] = ()
    diubah: datetime | None = None
    diubah_oleh: str = ""
    siap: str = ""  # SIAP to be put in force; GUGUR where somebody wrote on
    siap_oleh: str = ""
    siap_sejak: datetime | None = None
    versi: int = 1

    @property
    def tercetak(self) -> bool:
        """Whether its proof can be looked at."""
        return bool(self.ringan and self.contoh)


@dataclass(frozen=True)
class PasanganTerbit:
    """One version of a pair that an agency put in force; without teks: taken out of use."""

    id: str
    instansi: str
    jenis: str
    urut: int  # from 1 in its kind; 0 is what came with Berkas
    nama: str
    teks: str
    docx: str  # the sha256 of the template
    sejak: datetime
    oleh: str
    asli: str = ""  # the template as it was sent, before it was made lighter
    contoh: str = ""
    contoh_dasar: str = ""
    penyiap: tuple[str, ...] = ()
    alasan: str = ""
    konsep: str = ""
    dari: int = BARU  # the earlier version that it goes back to
    versi: int = 1

    @property
    def berlaku(self) -> bool:
        """Whether papers are made with it while it is the last."""
        return bool(self.teks)


@dataclass(frozen=True)
class PasanganVersi:
    """A pair word for word as papers were made with it; the id tells all of it."""

    id: str
    instansi: str
    jenis: str
    teks: str
    docx: str
    asal: str  # 'umum' or 'instansi': whose folder it stood in
    versi: int = 1


def fingerprint(instansi: str, jenis: str, asal: str, teks: str, docx: str) -> str:
    """What a pair is known by: both its files, and whose they were."""
    return hash_of([instansi, jenis, asal, teks, docx])


def is_jenis(text: str) -> bool:
    """Whether a text can name a kind of paper, and so its two files."""
    return JENIS.fullmatch(text) is not None


def is_ready(konsep: PasanganKonsep) -> bool:
    """Whether it waits for somebody to put it in force."""
    return konsep.keadaan == KONSEP and konsep.siap == SIAP


def declared(konsep: PasanganKonsep, oleh: str, now: datetime) -> PasanganKonsep:
    """Ready as it stands."""
    return replace(konsep, siap=SIAP, siap_oleh=oleh, siap_sejak=now)


def taken_back(konsep: PasanganKonsep) -> PasanganKonsep:
    """As if nobody had called it ready."""
    return replace(konsep, siap="", siap_oleh="", siap_sejak=None)


def rewritten(
    konsep: PasanganKonsep, nama: str, teks: str, docx: str, nama_file: str
) -> PasanganKonsep:
    """With other files: its proof is owed anew, and who called it ready had not seen this."""
    siap = GUGUR if konsep.siap == SIAP else konsep.siap
    return replace(
        konsep,
        nama=nama,
        teks=teks,
        docx=docx,
        nama_file=nama_file,
        siap=siap,
        ringan="",
        contoh="",
        contoh_dasar="",
        galat="",
        tak_tercetak=(),
    )


def proved(
    konsep: PasanganKonsep, ringan: str, contoh: str, dasar: str, tak_tercetak: tuple[str, ...]
) -> PasanganKonsep:
    """With its proof, and what could not be read on it."""
    made = replace(konsep, ringan=ringan, contoh=contoh, contoh_dasar=dasar)
    return replace(made, galat="", tak_tercetak=tak_tercetak)
