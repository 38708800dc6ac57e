"""The register of archives of an agency, as far as a person may see it, for those who take over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from service.acts.arsip.tempat import places_for
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.terlihat import reach_of
from service.domain.arsip.ekspor import Baris, as_csv, as_xml
from service.domain.arsip.tempat import Tempat, told
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.arsip import SaringArsip

CSV, XML = "csv", "xml"
BENTUK = (CSV, XML)
SEKALI = 500


def export(house: House, oleh: Hadir, instansi: str, bentuk: str, *, buka: bool = False) -> bytes:
    """Every archive, also those that are gone; `buka`: nothing that is withheld."""
    if bentuk not in BENTUK or not oleh.may(Act.ARCHIVE, instansi):
        raise TidakAda("Daftar arsip itu")
    with house.ledger.read() as reading:
        places = places_for(reading, oleh, instansi)
        today = kalender(house, reading, instansi).tanggal(house.clock.now())
    rows = _rows(house, oleh, instansi, places, buka=buka)
    return as_csv(rows) if bentuk == CSV else as_xml(rows, today)


def _rows(
    house: House, oleh: Hadir, instansi: str, places: dict[str, Tempat], *, buka: bool
) -> Iterator[Baris]:
    where = [x for x in reach_of(house, oleh, Act.ARCHIVE) if x.instansi == instansi]
    where = [x for x in where if not (buka and x.rahasia)]
    own = agency(house.packs, instansi)
    units = {one.id: one.nama for one in own.unit}
    after: tuple[date, str] | None = None
    while found := house.arsip.by_closing(where, SaringArsip(), after, SEKALI):
        for x in found:
            unit, place = units.get(x.unit, x.unit), told(x.arsip.tempat, places)
            yield Baris(x.arsip, x.judul, own.nama, unit, place, x.rahasia)
        after = (found[-1].arsip.ditutup, found[-1].arsip.id)
