"""An objection in time: whether its grounds were open, until when it could be filed, its count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.terlihat import kiriman_for
from service.acts.orang import izin
from service.domain import keberatan_waktu as waktu
from service.domain.catatan import Catatan
from service.domain.hitung_hari import Hitungan, count
from service.domain.instansi import HARI_KERJA, Tenggat
from service.domain.keberatan import DIJAWAB, Keberatan
from service.domain.keberatan_waktu import Alasan
from service.domain.permohonan import Permohonan
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


class TemuanTidakSah(Refusal):
    """A day on which no ground can have been found."""


@dataclass(frozen=True)
class Waktu:
    """What a page says of an objection and its days."""

    alasan: tuple[Alasan, ...]
    hitungan: Hitungan | None  # the term of the answer, day by day
    tenggat: Tenggat
    pengajuan: Tenggat


def placed(
    house: House, reading: Reading, one: Keberatan, permohonan: Permohonan | None
) -> Keberatan:
    """The objection with the days its grounds tell of; a person decides what follows."""
    days = kalender(house, reading, one.instansi, one.unit)
    given = waktu.grounds(one.alasan, permohonan)
    early = permohonan is not None and waktu.is_early(given, days.tanggal(one.diterima))
    return filed(house, reading, replace(one, dini=early), waktu.found_on(given))


def filed(house: House, reading: Reading, one: Keberatan, found: date | None) -> Keberatan:
    """The objection with the last day on which it could be filed, and whether that had passed."""
    if found is None:
        return replace(one, ditemukan=None, batas=None, lewat=False)
    days = kalender(house, reading, one.instansi, one.unit)
    last = waktu.last_day(agency(house.packs, one.instansi), days, found)
    # By the day on which it was sent: what comes after hours is no day late.
    late = days.tanggal(one.diterima) > last
    return replace(one, ditemukan=found, batas=last, lewat=late)


def told(house: House, one: Keberatan) -> Waktu:
    """Its grounds one by one, and the count of the answer's term."""
    instansi = agency(house.packs, one.instansi)
    rule = instansi.tenggat_of(DIJAWAB.id) or DIJAWAB
    with house.ledger.read() as reading:
        about = reading.find(Permohonan, id=one.permohonan) if one.permohonan else []
        days = kalender(house, reading, one.instansi, one.unit)
    counted = count(days, one.diterima, rule.jumlah) if rule.satuan == HARI_KERJA else None
    return Waktu(
        tuple(waktu.grounds(one.alasan, about[0] if about else None)),
        counted,
        rule,
        instansi.tenggat_of(waktu.DIAJUKAN.id) or waktu.DIAJUKAN,
    )


def found(
    house: House, oleh: Hadir, keberatan_id: str, versi: int, ditemukan: date, alasan: str
) -> Keberatan:
    """When the ground was found, as an officer read or heard it, with where that is written."""
    if not alasan.strip():
        raise TemuanTidakSah("Tulis dari mana tanggal itu diketahui. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        before = tx.get(Keberatan, keberatan_id)
        kiriman_for(tx, oleh, before.kiriman)
        place = izin.Tempat(before.instansi, before.unit)
        given = izin.need(tx, oleh, Act.IDENTIFY, place)
        if before.versi != versi:
            raise Overtaken("keberatan", keberatan_id)
        came = kalender(house, tx, before.instansi, before.unit).tanggal(before.diterima)
        if ditemukan > came:
            raise TemuanTidakSah(
                "Alasan keberatan ditemukan sebelum keberatannya diajukan. Tidak ada yang diubah; "
                "periksa tanggalnya."
            )
        after = filed(house, tx, before, ditemukan)
        tx.save(before, after)
        reason = izin.written(house, tx, before.instansi, before.id, alasan)
        now = house.clock.now()
        said = {"ditemukan": ditemukan.isoformat(), "alasan": reason, "pemegang": given.pemegang}
        tx.note(Catatan(before.instansi, given.siapa, "keberatan_ditemukan", now, before.id, said))
    return replace(after, versi=versi + 1)
