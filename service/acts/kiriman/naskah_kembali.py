"""Our own papers known again when they come in: by their bytes, by their first bytes, or by the
codes on their pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from service.acts.kiriman.awalan import begins_as
from service.domain.berkas import Berkas
from service.domain.kembalian import KEMBALI_NASKAH
from service.domain.kiriman import NASKAH, PUBLIK, File, Kiriman, Usul
from service.domain.naskah import DIARSIPKAN, DIKIRIM, DITANDATANGANI, Naskah
from service.domain.pindai_tinta import KEMBALI_TINTA
from service.domain.tanda_cetak import all_of
from service.domain.tempat_ttd import APLIKASI, TINTA, TempatTtd
from service.ports import Reading

NASKAH_KEMBALI = "naskah_kembali"
PDF = "application/pdf"
PINDAIAN = "kembali.tanda"
TINTA_KEMBALI = "kembali.tinta"  # the scan of one that is signed in ink
FILE_KEMBALI = "kembali.file"  # one that went out to be signed, back as a file
KEMBALI = frozenset({TINTA_KEMBALI, FILE_KEMBALI})  # what is joined to its paper, and no letter
MOST = 20
_TANDA = re.compile(r"/v/([A-Za-z0-9_-]{6,64})/\d+\.\d+$")


@dataclass(frozen=True)
class Kembali:
    """A paper of ours that came back, and how it was known."""

    naskah: str
    aturan: str  # kembali.sama, kembali.tanda, or one of KEMBALI


def known(
    reading: Reading, instansi: str, file: File, path: Path, tanda: Iterable[str] = ()
) -> Kembali | None:
    """Which paper a file is: the very bytes of one, one with a signature added behind, or the scan
    of one, by the code on its pages."""
    for naskah in reading.written_as(file.sha256, MOST):
        if naskah.instansi == instansi:
            if file.sha256 == naskah.bertanda_tangan and _by_way(reading, naskah, TINTA):
                return Kembali(naskah.id, TINTA_KEMBALI)
            return Kembali(naskah.id, FILE_KEMBALI if _went(reading, naskah) else "kembali.sama")
    if file.mime == PDF and (signed := _signed(reading, instansi, path)):
        return signed
    return _scanned(reading, instansi, file, list(tanda))


def _scanned(reading: Reading, instansi: str, file: File, tanda: list[str]) -> Kembali | None:
    found = (_TANDA.search(one) for one in tanda)
    for token in dict.fromkeys(one[1] for one in found if one):
        for naskah in reading.find(Naskah, instansi=instansi, token=token):
            if _by_way(reading, naskah, TINTA):
                return Kembali(naskah.id, TINTA_KEMBALI)
            whole = file.mime == PDF and all_of(token, tanda, file.halaman)
            own = whole and _by_way(reading, naskah, APLIKASI)
            return Kembali(naskah.id, FILE_KEMBALI if own else PINDAIAN)
    return None


def _by_way(reading: Reading, naskah: Naskah, jalan: str) -> bool:
    """Whether it was ever to be signed in this way."""
    return bool(reading.find(TempatTtd, naskah=naskah.id, jalan=jalan))


def _went(reading: Reading, naskah: Naskah) -> bool:
    """Whether it went out to be signed, now or at an earlier time."""
    out = naskah.keadaan in (DIKIRIM, DITANDATANGANI, DIARSIPKAN)
    return out or bool(reading.find(TempatTtd, naskah=naskah.id))


def _signed(reading: Reading, instansi: str, path: Path) -> Kembali | None:
    """A signature is appended: what was sent stands unchanged at the beginning."""
    sent = reading.find(Naskah, instansi=instansi, keadaan=DIKIRIM)
    found = begins_as(reading, sent, path)  # the very bytes were known before
    return Kembali(found.id, FILE_KEMBALI) if found else None


def usul(file: File, found: Kembali, *, tersendiri: bool = True) -> tuple[Usul, ...]:
    """The same as proposals: nobody needs to guess; a letter that it came in has a kind of its
    own."""
    which = Usul(NASKAH, found.naskah, found.aturan, file.id, 0, "", 100)
    if not tersendiri or found.aturan in (PINDAIAN, TINTA_KEMBALI):
        return (which,)  # of which kind a scan is, the rules of the office say
    return (
        Usul("jenis", NASKAH_KEMBALI, found.aturan, file.id, 0, "", 100),
        which,
    )


def end_of(kiriman: Kiriman, files: Iterable[File]) -> str:
    """How a kiriman ends in which nothing came but our own papers, back from who signs them;
    '' for all else.

    What the public brings is never that: it is a letter, whatever lies in it.
    """
    told = {one.file: one.aturan for one in kiriman.usul if one.aturan in KEMBALI}
    own = {one.id for one in files if not one.dari}
    if kiriman.pintu == PUBLIK or not own or not own <= told.keys():
        return ""
    return KEMBALI_TINTA if set(told.values()) == {TINTA_KEMBALI} else KEMBALI_NASKAH


def withheld(reading: Reading, naskah: Iterable[str]) -> bool:
    """Whether one of these papers belongs to a withheld matter, and so comes back withheld."""
    found = [one for id_ in naskah for one in reading.find(Naskah, id=id_)]
    matters = sorted({one.berkas for one in found})
    return bool(matters) and any(x.rahasia for x in reading.find(Berkas, id=matters))
