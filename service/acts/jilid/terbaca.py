"""What of a matter one person may read, and so may have bound."""

from __future__ import annotations

from collections.abc import Iterable

from service.acts.berkas.lengkap import listed
from service.acts.instansi.packs import agency
from service.acts.jilid.isi import cover, of_files, of_papers
from service.acts.lihat.naskah_terbaca import readable
from service.acts.lihat.terlihat import files_for, kiriman_for
from service.acts.naskah.baca import kind_of
from service.domain.berkas import TERTUTUP, Berkas
from service.domain.dossier.bahan import Isi, ordered
from service.domain.informasi.tutupan import Tutupan
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import BATAL, Naskah
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.ports import House, Reading

KONSEP, SALINAN = "BERKAS (KONSEP)", "BERKAS (SALINAN)"
BELUM = "BERKAS (KONSEP, BELUM LENGKAP)"


def of_person(
    house: House, reading: Reading, oleh: Hadir, berkas: Berkas, *, bolak_balik: bool
) -> Isi:
    """The matter as it is now, as far as this person may read it; what it lacks is named."""
    instansi = agency(house.packs, berkas.instansi)
    papers = readable_of(house, reading, oleh, berkas)
    came, files = came_with(reading, oleh, berkas)
    lacks = tuple(one.kata for one in listed(reading, berkas) if one.kurang)
    kepala = SALINAN if berkas.keadaan in TERTUTUP and not lacks else BELUM if lacks else KONSEP
    told = ("Dijilid untuk", oleh.orang.nama)
    sampul = cover(house, reading, berkas, told, kurang=lacks, kepala=kepala)
    bound = of_papers(house, reading, papers, instansi.zona_of(berkas.unit))
    every = [*bound, *of_files(came, files)]
    shut = shut_of(reading, (one.sha256 for one in every))
    return Isi(sampul, ordered([one for one in every if one.sha256 not in shut]), bolak_balik)


def readable_of(house: House, reading: Reading, oleh: Hadir, berkas: Berkas) -> list[Naskah]:
    """Its papers that count, and that this person may read."""
    found = [one for one in reading.find(Naskah, berkas=berkas.id) if one.keadaan != BATAL]
    return [
        one
        for one in found
        if readable(reading, oleh, one, berkas, kind_of(house, one.instansi, one.jenis))
    ]


def came_with(reading: Reading, oleh: Hadir, berkas: Berkas) -> tuple[Kiriman | None, list[File]]:
    """What it was opened with, as far as this person may open it."""
    if not berkas.kiriman:
        return None, []
    try:
        came = kiriman_for(reading, oleh, berkas.kiriman)
    except TidakAda:
        return None, []
    return came, files_for(reading, oleh, came)


def shut_of(reading: Reading, some: Iterable[str]) -> frozenset[str]:
    """Those of these bytes that belong to something withheld now."""
    asked = sorted(set(some))
    found = reading.find(Tutupan, sidik=asked) if asked else []
    return frozenset(one.sidik for one in found if one.dibuka is None)
