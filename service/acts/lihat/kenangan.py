"""Which matters, letters and papers are only remembered, because their archive was destroyed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from service.domain.arsip.arsip import DIMUSNAHKAN, Arsip
from service.domain.arsip.kenangan import ArsipMusnah, Kenangan
from service.domain.arsip.usul import Usul
from service.domain.berkas import Berkas
from service.domain.dossier.jilidan import Jilidan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.domain.permohonan import Permohonan
from service.domain.refusals import IsiTidakAda
from service.domain.sengketa import Sengketa
from service.domain.simpanan import HILANG, Simpanan
from service.domain.tas.tas import TasBerkas
from service.ports import Reading


def of_matters(reading: Reading, ids: Collection[str]) -> dict[str, Kenangan]:
    """Those of these matters that were destroyed, each with how."""
    wanted = sorted({one for one in ids if one})
    gone = reading.find(Arsip, id=wanted, keadaan=DIMUSNAHKAN) if wanted else []
    lists = {one.usul for one in gone if one.usul}
    usul = {one.id: one for one in reading.find(Usul, id=sorted(lists))} if lists else {}
    named = {one.berita_acara for one in usul.values() if one.berita_acara}
    paper = {one.id: one for one in reading.find(Naskah, id=sorted(named))} if named else {}
    found = dict[str, Kenangan]()
    for one in gone:
        by = usul.get(one.usul)
        acara = paper.get(by.berita_acara) if by else None
        day = (by.dilaksanakan if by else None) or one.pergi
        told = (acara.nomor, acara.id) if acara else ("", "")
        found[one.id] = Kenangan(one.id, day, *told)
    return found


def of_letters(reading: Reading, ids: Iterable[str]) -> dict[str, Kenangan]:
    """Letters of which every matter was destroyed; a letter that another one rests on stays."""
    wanted = sorted({one for one in ids if one})
    if not wanted:
        return {}
    opened = {one: set[str]() for one in wanted}
    for matter in reading.find(Berkas, kiriman=wanted):
        opened[matter.kiriman].add(matter.id)
    for came in reading.find(Kiriman, id=wanted):
        if came.berkas:
            opened[came.id].add(came.berkas)
    gone = of_matters(reading, {one for some in opened.values() for one in some})
    return {id_: gone[min(some)] for id_, some in opened.items() if some and some <= gone.keys()}


def of_papers(reading: Reading, ids: Iterable[str]) -> dict[str, Kenangan]:
    """Our own papers whose matter was destroyed."""
    wanted = sorted({one for one in ids if one})
    some = reading.find(Naskah, id=wanted) if wanted else []
    gone = of_matters(reading, {one.berkas for one in some})
    return {one.id: gone[one.berkas] for one in some if one.berkas in gone}


def need_kept(reading: Reading, berkas_id: str) -> None:
    """Refuse what needs the files of a matter that has none any more."""
    if gone := of_matters(reading, [berkas_id]).get(berkas_id):
        raise ArsipMusnah(gone)


def need_letter(reading: Reading, kiriman_id: str) -> None:
    """Refuse to go on with a letter of which only the row is left."""
    if gone := of_letters(reading, [kiriman_id]).get(kiriman_id):
        raise ArsipMusnah(gone)


def is_gone(reading: Reading, no: IsiTidakAda) -> bool:
    """Whether bytes are not there because they were destroyed, rather than lost."""
    return any(one.keadaan in HILANG for one in reading.find(Simpanan, id=no.sha256))


def named_by(reading: Reading, told: dict[str, str]) -> Kenangan | None:
    """Of what an address names; None where that is not destroyed."""
    if berkas := told.get("berkas_id", ""):
        return of_matters(reading, [berkas]).get(berkas)
    if naskah := told.get("naskah_id", ""):
        return of_papers(reading, [naskah]).get(naskah)
    if letter := _letter(reading, told):
        return of_letters(reading, [letter]).get(letter)
    matter = _matter(reading, told)
    return of_matters(reading, [matter]).get(matter)


def _matter(reading: Reading, told: dict[str, str]) -> str:
    for bag in reading.find(TasBerkas, id=told["tas_id"]) if told.get("tas_id") else []:
        return bag.berkas
    for bound in reading.find(Jilidan, id=told["jilidan_id"]) if told.get("jilidan_id") else []:
        return bound.tentang
    return ""


def _letter(reading: Reading, told: dict[str, str]) -> str:
    """The letter that it is, that it came in, or that it is about."""
    if letter := told.get("kiriman_id", ""):
        return letter
    for file in reading.find(File, id=told["file_id"]) if told.get("file_id") else []:
        return file.kiriman
    if id_ := told.get("permohonan_id", ""):
        return next((one.kiriman for one in reading.find(Permohonan, id=id_)), "")
    id_ = told.get("keberatan_id", "")
    if dispute := told.get("sengketa_id", ""):
        id_ = next((one.keberatan for one in reading.find(Sengketa, id=dispute)), "")
    return next((one.kiriman for one in reading.find(Keberatan, id=id_)), "") if id_ else ""
