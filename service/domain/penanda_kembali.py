"""Who signed what came back: by certificates that are known, in the order that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.ruas import BERURUTAN
from service.domain.tanda_kembali import Harapan, added
from service.domain.tanda_tangan import BacaanTanda, Masa, Pencabutan, Rantai, Sertifikat


def expected(bacaan: BacaanTanda, dikirim: int, calon: Sequence[Harapan], urutan: str) -> list[int]:
    """Which of those who are still to sign did so, by their places in `calon`.

    In order it is the first ones; in any order those whose certificates are found, and where one
    is not, the first that is left, so that the rule says whose it should have been.
    """
    came = added(bacaan, dikirim)
    left = list(range(len(calon)))
    many = min(max(len(came), 1), len(left))
    if urutan == BERURUTAN:
        return left[:many]
    found = list[int]()
    for one in came[:many]:
        own = [n for n in left if one.sertifikat.sidik in calon[n].sidik] or left[:1]
        found += own[:1]
        left = [n for n in left if n not in own[:1]]
    return found or left[:1]


def sole_signer(bacaan: BacaanTanda, dikirim: int) -> Sertifikat | None:
    """The certificate of the one signature that was added, where nothing speaks against it."""
    came = added(bacaan, dikirim)
    if bacaan.ganjil or len(came) != 1:
        return None
    one = came[0]
    sound = one.utuh and one.menyeluruh and one.terjaga
    trusted = one.rantai is Rantai.AKAR and one.masa is Masa.BERLAKU
    withdrawn = one.pencabutan is Pencabutan.DICABUT
    return one.sertifikat if sound and trusted and not withdrawn else None
