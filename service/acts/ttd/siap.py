"""A final print made ready for those who sign it electronically, before it goes to any of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.penerima import present_in
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import letak as letak_ttd
from service.acts.ttd.letak import Tercetak
from service.domain.berkas import Berkas
from service.domain.kunci_ttd import BSRE, KunciTtd
from service.domain.naskah import DISETUJUI, Naskah
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import ELEKTRONIK, TINTA, TempatTtd
from service.ports import House, Reading
from service.ports.signing import KolomTanda, Rujukan


def asked(reading: Reading, naskah: Naskah) -> tuple[TempatTtd, ...]:
    """The places that its final print is made ready for; none for a draft, and none for ink."""
    if naskah.keadaan != DISETUJUI:
        return ()
    every = places(reading, naskah)
    return () if any(one.jalan == TINTA for one in every) else tuple(every)


def ready(
    house: House,
    naskah: Naskah,
    kind: Pasangan,
    every: Sequence[TempatTtd],
    pdf: Path,
    out: Path,
) -> Path:
    """The print with an empty place over each name, and in an appendix the page of the first.

    Who keeps their key at a service gets none: it makes its own, and ours would stay empty.
    """
    if not every:
        return pdf
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, naskah.berkas)
        served = _served(house, reading, naskah, berkas, every)
    here = letak_ttd.found(house, naskah, berkas, kind, every, pdf)
    here = letak_ttd.everywhere(house, pdf, here)
    at = house.placer.spread(pdf, [one.di if one else None for one in here])
    kolom = [
        KolomTanda(letak_ttd.kolom(place), *box, sebutan=one.nama)
        for place, one, box in zip(every, here, at, strict=True)
        if one and box and place.peran not in served
    ]
    told = [told for one in here if one for told in _pointed(one)]
    return house.preparer.prepared(pdf, kolom, told, out)


def _pointed(one: Tercetak) -> Iterator[Rujukan]:
    kata = ("Tanda tangan elektronik", f"pada halaman {one.di[0] + 1}")
    for page, box in one.lagi:
        yield Rujukan(page, box, kata, one.nama)


def _served(
    house: House, reading: Reading, naskah: Naskah, berkas: Berkas, every: Sequence[TempatTtd]
) -> set[str]:
    """Each peran where somebody signs here with a key that a service keeps."""
    asked = {one.peran for one in every if one.jalan == ELEKTRONIK}
    if not asked:
        return set()
    here = present_in(reading, naskah.instansi, house.clock.now())
    held = {one.orang.id: asked & set(peran_in(one, berkas)) for one in here}
    ids = sorted(id_ for id_, some in held.items() if some)
    keys = reading.find(KunciTtd, orang=ids, jenis=BSRE) if ids else []
    return {peran for one in keys if one.terpakai for peran in held[one.orang]}
