"""Our own papers known again when they come in: by their bytes, or by their first bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from service.acts.kiriman.awalan import begins_as
from service.domain.berkas import Berkas
from service.domain.kiriman import NASKAH, PUBLIK, File, Kiriman, Usul
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.ports import Reading

NASKAH_KEMBALI = "naskah_kembali"
PDF = "application/pdf"
PINDAIAN = "kembali.tanda"
TINTA_KEMBALI = "kembali.tinta"  # the scan of one that is signed in ink
MOST = 20
_TANDA = re.compile(r"/v/([A-Za-z0-9_-]{6,64})/\d+\.\d+$")


@dataclass(frozen=True)
class Kembali:
    """A paper of ours that came back, and how it was known."""

    naskah: str
    aturan: str  # kembali.sama, kembali.awal, kembali.tanda, kembali.tinta


def known(
    reading: Reading, instansi: str, file: File, path: Path, tanda: Iterable[str] = ()
) -> Kembali | None:
    """Which paper a file is: the very bytes of one, one with a signature added behind, or the scan
    of one, by the code on its pages."""
    for naskah in reading.written_as(file.sha256, MOST):
        if naskah.instansi == instansi:
            again = file.sha256 == naskah.bertanda_tangan and _in_ink(reading, naskah)
            return Kembali(naskah.id, TINTA_KEMBALI if again else "kembali.sama")
    if file.mime == PDF and (signed := _signed(reading, instansi, path)):
        return signed
    return _scanned(reading, instansi, tanda)


def _scanned(reading: Reading, instansi: str, tanda: Iterable[str]) -> Kembali | None:
    found = (_TANDA.search(one) for one in tanda)
    for token in dict.fromkeys(one[1] for one in found if one):
        for naskah in reading.find(Naskah, instansi=instansi, token=token):
            return Kembali(naskah.id, TINTA_KEMBALI if _in_ink(reading, naskah) else PINDAIAN)
    return None


def _in_ink(reading: Reading, naskah: Naskah) -> bool:
    return bool(reading.find(TempatTtd, naskah=naskah.id, jalan=TINTA))


def _signed(reading: Reading, instansi: str, path: Path) -> Kembali | None:
    """A signature is appended: what was sent stands unchanged at the beginning."""
    sent = reading.find(Naskah, instansi=instansi, keadaan=DIKIRIM)
    found = begins_as(reading, sent, path)  # the very bytes were known before
    return Kembali(found.id, "kembali.awal") if found else None


def usul(file: File, found: Kembali) -> tuple[Usul, ...]:
    """The same as proposals: nobody needs to guess."""
    which = Usul(NASKAH, found.naskah, found.aturan, file.id, 0, "", 100)
    if found.aturan in (PINDAIAN, TINTA_KEMBALI):
        return (which,)  # of which kind a scan is, the rules of the office say
    return (
        Usul("jenis", NASKAH_KEMBALI, found.aturan, file.id, 0, "", 100),
        which,
    )


def all_in_ink(kiriman: Kiriman, files: Iterable[File]) -> bool:
    """Whether nothing came in it but scans of our own papers that are signed in ink.

    What the public brings is never that: it is a letter, whatever lies in it.
    """
    told = {one.file for one in kiriman.usul if one.aturan == TINTA_KEMBALI}
    own = {one.id for one in files if not one.dari}
    return kiriman.pintu != PUBLIK and bool(own) and own <= told


def withheld(reading: Reading, naskah: Iterable[str]) -> bool:
    """Whether one of these papers belongs to a withheld matter, and so comes back withheld."""
    found = [one for id_ in naskah for one in reading.find(Naskah, id=id_)]
    matters = sorted({one.berkas for one in found})
    return bool(matters) and any(x.rahasia for x in reading.find(Berkas, id=matters))
