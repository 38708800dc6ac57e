"""What a dossier says of the signatures of a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from service.domain import naskah as n
from service.domain.naskah import Naskah
from service.domain.tanggal import local, panjang
from service.domain.tempat_ttd import DITANDATANGANI, TINTA, TempatTtd, of_turn

ELEKTRONIK, PINDAIAN = "Ditandatangani elektronik", "Ditandatangani dengan tinta, hasil pindaian"


def told(
    naskah: Naskah,
    some: Sequence[TempatTtd],
    nama: Mapping[str, str],
    zona: str,
    sebutan: Callable[[str], str],
) -> str:
    """By what it was signed, by whom and when; of one that is not, what it is instead.

    Ink that the machine found in its place has no name: what is told is whose place it is.
    """
    if not naskah.bertanda_tangan or not n.signatures_count(naskah):
        return f"{n.KATA[naskah.keadaan]}, belum ditandatangani"
    places = [one for one in of_turn(some, naskah.ajuan) if one.keadaan == DITANDATANGANI]
    kata = PINDAIAN if places and all(one.jalan == TINTA for one in places) else ELEKTRONIK
    who = [_who(one, nama.get(one.oleh) or sebutan(one.peran), zona) for one in places]
    return f"{kata}: {'; '.join(who)}" if who else kata


def _who(one: TempatTtd, nama: str, zona: str) -> str:
    on = panjang(local(one.pada, zona).date()) if one.pada else ""
    return ", ".join(part for part in (nama, on) if part)
