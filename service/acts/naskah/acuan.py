"""The pair that one paper is made of: the one in force until it is approved, then that very one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from service.acts.simpan.keep import hold, keep
from service.domain import paper
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import BELUM_DISETUJUI, Naskah
from service.domain.paket import UMUM
from service.domain.pasangan_versi import PasanganVersi, fingerprint
from service.domain.refusals import Overtaken, Refusal
from service.domain.ruas import Pasangan
from service.ports import House, Packs, Reading

INSTANSI = "instansi"  # a pair of the agency's own, as it came or as it was changed


class TemplatBerganti(Refusal):
    """Another version came in force since the print that a person looked at."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Templat naskah ini berganti sejak pratinjaunya dicetak. Belum ada yang disetujui dan "
            "tidak ada nomor yang terpakai. Pratinjau dengan templat yang berlaku sedang dibuat: "
            "muat ulang halaman ini, periksa, lalu setujui lagi."
        )


class TemplatTakTercatat(TemplatBerganti):
    """The print is older than the record of which version it was made with."""

    def __init__(self) -> None:
        super().__init__()
        self.args = (
            "Pratinjau naskah ini dicetak sebelum Berkas mencatat versi templatnya. Belum ada yang "
            "disetujui dan tidak ada nomor yang terpakai. Pratinjau dengan templat yang berlaku "
            "sedang dibuat: muat ulang halaman ini, periksa, lalu setujui lagi.",
        )


@dataclass(frozen=True)
class Acuan:
    """The pair of one paper: what it says, where its template lies for now, which version it is."""

    pasangan: Pasangan
    versi: PasanganVersi
    templat: Path

    @property
    def rupa(self) -> bool:
        """Whether the page, the letters and the logo of the agency are put on it."""
        return self.pasangan.takes_looks(umum=self.versi.asal == UMUM)


def acuan(house: House, room: Path, naskah: Naskah) -> Acuan:
    """The pair as this paper takes it, its template laid into `room`."""
    templat = room / "templat.docx"
    if not _is_frozen(naskah):
        return in_force(house.packs.still(), naskah.instansi, naskah.jenis, templat)
    with house.ledger.read() as reading:
        versi = reading.get(PasanganVersi, naskah.pasangan)
    house.store.fetch(versi.docx, templat)
    return Acuan(_declared(versi), versi, templat)


def in_force(packs: Packs, instansi: str, jenis: str, templat: Path) -> Acuan:
    """The pair that papers are made with now: changed, else the agency's, else that of umum."""
    toml, docx = paper.names(jenis)
    teks = packs.text(f"{instansi}/{toml}")
    packs.file(instansi, docx, templat)
    asal = INSTANSI if docx in packs.names(instansi) else UMUM
    sha256 = hashlib.sha256(templat.read_bytes()).hexdigest()
    sidik = fingerprint(instansi, jenis, asal, teks, sha256)
    versi = PasanganVersi(sidik, instansi, jenis, teks, sha256, asal)
    return Acuan(_declared(versi), versi, templat)


def declared_for(house: House, reading: Reading, naskah: Naskah) -> Pasangan:
    """What the pair of this paper asks for; PaketSalah where its author made faults."""
    if _is_frozen(naskah):
        return _declared(reading.get(PasanganVersi, naskah.pasangan))
    toml, _ = paper.names(naskah.jenis)
    path = f"{naskah.instansi}/{toml}"
    return paper.checked(naskah.jenis, house.packs.text(path), path)


def remember(house: House, one: Acuan) -> None:
    """Keep the version for good, so that a paper can be made of it after all others came."""
    with house.ledger.read() as reading:
        if reading.find(PasanganVersi, id=one.versi.id):
            return
    held = keep(house, one.templat)
    try:
        with house.ledger.begin() as tx:
            hold(tx, held)
            tx.add(one.versi)
            told = {"jenis": one.versi.jenis}
            now = house.clock.now()
            line = Catatan(one.versi.instansi, MESIN, "pasangan_disimpan", now, one.versi.id, told)
            tx.note(line)
    except Overtaken:  # another paper of the same pair kept it
        return


def need_same(house: House, naskah: Naskah) -> None:
    """Nothing, where the print was made with the pair in force; else TemplatBerganti."""
    if not naskah.pdf:
        return
    if not naskah.pasangan:  # printed before papers remembered it: nobody knows what was seen
        raise TemplatTakTercatat
    with house.room() as room:
        now = in_force(house.packs.still(), naskah.instansi, naskah.jenis, room / "templat.docx")
    if now.versi.id != naskah.pasangan:
        raise TemplatBerganti


def _is_frozen(naskah: Naskah) -> bool:
    return naskah.keadaan not in BELUM_DISETUJUI and bool(naskah.pasangan)


def _declared(versi: PasanganVersi) -> Pasangan:
    toml, _ = paper.names(versi.jenis)
    return paper.checked(versi.jenis, versi.teks, f"{versi.instansi}/{toml}")
