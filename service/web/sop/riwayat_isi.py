"""The versions of an SOP as its history shows them."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.sop.pakai import Versi
from service.domain.alasan import Alasan
from service.domain.sop.konsep_beda import differences
from service.face.isi import Beda
from service.face.isi_sop import VersiSop
from service.web.dasar.auth import house
from service.web.dasar.sekali import known
from service.web.kata.berkas import moment


def shown(instansi: str, every: Sequence[Versi]) -> tuple[VersiSop, ...]:
    """The newest first, each with what it changed against the one before."""
    made = [one.terbit for one in every if one.terbit]
    names = house().lists.nama_orang({who for one in made for who in (one.oleh, *one.penyiap)})
    whys = _whys([one.alasan for one in made if one.alasan])
    agency = known(instansi)
    zona = agency.zona if agency else "WIB"
    found = []
    for n, one in enumerate(every):
        was = every[n - 1].teks if n else one.teks
        gone = not one.teks
        plain = VersiSop(
            one.urut,
            "Dicabut" if gone else f"Versi {one.urut}" if one.terbit else "Bawaan Berkas",
            berlaku=n == len(every) - 1 and not gone,
            dicabut=gone,
            pertama=n == 0,
            beda=()
            if gone or not was
            else tuple(Beda(x.nama, x.sebelum, x.sesudah) for x in differences(was, one.teks)),
            sifat=_facts(one, names, whys, zona),
        )
        found.append(plain)
    return tuple(reversed(found))


def _facts(
    one: Versi, names: dict[str, str], whys: dict[str, str], zona: str
) -> tuple[tuple[str, str], ...]:
    if one.terbit is None:
        return ()
    told = [
        ("Berlaku sejak", moment(one.terbit.sejak, zona)),
        ("Diberlakukan oleh", names.get(one.terbit.oleh, "–")),
        ("Ditulis oleh", ", ".join(names.get(who, "–") for who in one.terbit.penyiap)),
        ("Alasan", whys.get(one.terbit.alasan, "")),
    ]
    return tuple((name, words) for name, words in told if words)


def _whys(ids: list[str]) -> dict[str, str]:
    with house().ledger.read() as reading:
        return {id_: reading.get(Alasan, id_).kata for id_ in ids}
