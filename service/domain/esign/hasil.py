"""Whether what a signing service gave back is taken as it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from service.domain.tanda_kembali import Harapan, Putusan, judge
from service.domain.tanda_tangan import BacaanTanda, Pencabutan, Rantai, TandaTangan


def last_signature(bacaan: BacaanTanda, dikirim: int) -> TandaTangan | None:
    """The signature that was added to what was sent, the last where there are several."""
    found = [one for one in bacaan.tanda if one.ujung > dikirim and not one.cap_waktu]
    return max(found, key=lambda one: one.ujung, default=None)


def level(bacaan: BacaanTanda, dikirim: int) -> str:
    """How far it proves itself, as far as that can be seen."""
    one = last_signature(bacaan, dikirim)
    return "B-T" if one and one.waktu_terbukti else "B-B"


def judged(
    bacaan: BacaanTanda,
    dikirim: int,
    nama: str,
    now: datetime,
    *,
    berakar: bool,
    sidik: Collection[str] | None = None,
) -> Putusan:
    """The rule of the house, for a paper that a service signed for one person.

    The service asked for the passphrase and said just now that the certificate may sign: whose it
    is and that it was not withdrawn is its word (`sidik` None), or is known here. What lay below
    the sent bytes was taken before. Where the office trusts no root, no chain is judged.
    """
    tanda = tuple(_vouched(one, dikirim, berakar=berakar) for one in bacaan.tanda)
    if sidik is None:
        last = last_signature(bacaan, dikirim)
        sidik = [last.sertifikat.sidik] if last else []
    harapan = Harapan(nama, frozenset(sidik))
    return judge(replace(bacaan, tanda=tanda), dikirim, [harapan], now)


def _vouched(one: TandaTangan, dikirim: int, *, berakar: bool) -> TandaTangan:
    if not berakar or one.ujung <= dikirim:
        one = replace(one, rantai=Rantai.AKAR)
    if one.pencabutan is Pencabutan.TAK_DIKETAHUI:
        one = replace(one, pencabutan=Pencabutan.TIDAK)
    return one
