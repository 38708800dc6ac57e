"""Whether those who are to sign at a service may do so: asked before a number is taken."""

from __future__ import annotations

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.penerima import present_in
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.acts.simpan import nik
from service.domain.esign.pengguna import Pengguna
from service.domain.kunci_ttd import BSRE, KunciTtd
from service.domain.naskah import DIAJUKAN
from service.domain.orang import Orang
from service.domain.refusals import Refusal, Unavailable
from service.domain.tempat_ttd import ELEKTRONIK
from service.domain.wewenang import PERAN, Act, Hadir
from service.ports import House

UTUH = "Belum ada yang disetujui dan tidak ada nomor yang terpakai."
Calon = dict[str, list[tuple[Orang, str]]]  # for each peran who would sign at BSrE, by which NIK


class PenandaBelumBoleh(Refusal):
    """The one who is to sign could not."""

    def __init__(self, siapa: str, pengguna: Pengguna) -> None:
        super().__init__(
            f"{siapa}: {pengguna.kalimat} {UTUH} Pilih cara tanda tangan lain, atau setujui "
            "sesudah itu beres."
        )


class LayananTidakMenjawab(Refusal):
    """The service cannot be asked; there are other ways, and there is later."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "Layanan tanda tangan BSrE tidak dapat ditanyai apakah penanda tangannya boleh "
            f"menandatangani. {UTUH} Pilih cara tanda tangan lain, atau setujui nanti."
        )


def need_ready(house: House, naskah_id: str, oleh: Hadir, jalan: str) -> None:
    """Nothing, where each peran has somebody who may sign, as far as BSrE has a say in it."""
    if jalan != ELEKTRONIK:
        return
    for peran, some in _at_the_service(house, naskah_id, oleh).items():
        told = [(orang, _state(house, nik)) for orang, nik in some]
        if told and not any(state.boleh for _, state in told):
            orang, state = told[0]
            raise PenandaBelumBoleh(f"{orang.nama}, {PERAN.get(peran, peran)}", state)


def _state(house: House, nik: str) -> Pengguna:
    try:
        return house.esign.state(nik)
    except (Unavailable, Refusal) as away:
        raise LayananTidakMenjawab from away


def _at_the_service(house: House, naskah_id: str, oleh: Hadir) -> Calon:
    """None for a peran where somebody has a key here, or none yet."""
    with house.ledger.read() as reading:
        naskah, berkas = naskah_for(reading, oleh, naskah_id)
        may = oleh.may(Act.APPROVE, naskah.instansi, berkas.unit)
        if naskah.keadaan != DIAJUKAN or not may:
            return {}  # the act itself says what is amiss
        asked = dict.fromkeys(declared_for(house, reading, naskah).penandatangan)
        here = present_in(reading, naskah.instansi, house.clock.now())
        held = {p: [x.orang for x in here if p in peran_in(x, berkas)] for p in asked}
        ids = sorted({one.id for some in held.values() for one in some})
        found = [one for one in reading.find(KunciTtd, orang=ids) if one.di_sini] if ids else []
    return {peran: _only_there(house, some, found) for peran, some in held.items()}


def _only_there(house: House, some: list[Orang], found: list[KunciTtd]) -> list[tuple[Orang, str]]:
    keys = {one.id: [x for x in found if x.orang == one.id] for one in some}
    if not all(mine and all(x.jenis == BSRE for x in mine) for mine in keys.values()):
        return []
    return [(one, nik.opened(house, x)) for one in some for x in keys[one.id]]
