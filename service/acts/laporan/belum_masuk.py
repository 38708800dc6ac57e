"""Open by an answer or a test, and in no line yet: a person picks, and it is proposed."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.informasi import usul
from service.acts.informasi.usul import Usulan
from service.acts.instansi.packs import agency
from service.acts.laporan.hitung import Hitung
from service.acts.lihat.terlihat import reach
from service.domain import uji
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.laporan.belum_masuk import Calon, lacking, line_id, of_item, of_request
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.ports.kiriman import Jangkauan
from service.ports.register import SaringRegister, Urutan

TERBANYAK = 300  # requests of a period that are looked at; the page says so
TERUJI = 5_000  # tested pieces of all years


def found(angka: Hitung) -> list[Calon]:
    """What of the period would be a line, as far as this person may see it; nothing withheld."""
    asked = [of_request(one) for one in _requests(angka)] if angka.utuh else []
    open_ = [one for one in reach(angka.house, angka.oleh) if _here(one, angka)]
    tested = angka.house.terms.dikecualikan(open_, (uji.TERBUKA, uji.SEBAGIAN), TERUJI)
    first, last = angka.momen
    items = [
        of_item(one, berkas)
        for one, berkas in tested
        if berkas.ditutup and first <= berkas.ditutup <= last
    ]
    every = [one for one in (*asked, *items) if one]
    ids, grounds = angka.house.laporan.known(
        angka.id, [one.id for one in every], [one.rujukan for one in every if one.rujukan]
    )
    return lacking(every, ids, grounds)


def propose(angka: Hitung, jenis: str, asal: str, usulan: Usulan) -> Informasi:
    """One of them as a line, in the words that the person chose; sent twice it is one."""
    one = one_of(angka, jenis, asal)
    whole = Usulan(
        id=one.id,
        instansi=angka.id,
        unit=usulan.unit,
        kategori=usulan.kategori,
        unsur=Unsur(ringkasan=usulan.unsur.ringkasan, penguasa=_name(angka, usulan.unit)),
        pelengkap=Pelengkap(dasar=one.rujukan),
    )
    return usul.propose(angka.house, angka.oleh, whole)


def one_of(angka: Hitung, jenis: str, asal: str) -> Calon:
    """The one that was chosen; TidakAda where it is not among them."""
    for one in found(angka):
        if (one.jenis, one.asal) == (jenis, asal):
            return one
    raise TidakAda("Informasi itu")


def proposed(angka: Hitung, jenis: str, asal: str) -> bool:
    """Whether a line was made of it before, as far as this person may see that line."""
    with angka.house.ledger.read() as reading:
        made = reading.find(Informasi, id=line_id(jenis, asal), instansi=angka.id)
    return any(angka.oleh.sees(x.instansi, x.unit, rahasia=x.terbatas_dilihat) for x in made)


def _requests(angka: Hitung) -> Sequence[Permohonan]:
    first, last = angka.momen
    saring = SaringRegister(angka.id, rahasia=False, dari=first, sampai=last)
    return angka.house.register.permohonan(saring, Urutan(atmost=TERBANYAK))[1]


def _here(place: Jangkauan, angka: Hitung) -> bool:
    return place.instansi == angka.id and not place.rahasia


def _name(angka: Hitung, unit: str) -> str:
    one = agency(angka.house.packs, angka.id).unit_of(unit)
    return one.nama if one else ""
