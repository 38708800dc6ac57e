"""The letters of a dispute: joined to it, given another day, let go of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from service.acts.lihat.terlihat import kiriman_for
from service.acts.orang import izin
from service.acts.register.sengketa import SengketaTidakSah, mine
from service.domain import sengketa as d
from service.domain.catatan import Catatan
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import id_for
from service.domain.refusals import Overtaken, TidakAda
from service.domain.sengketa import Sengketa, SuratSengketa
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx

TERJAUH = timedelta(days=5 * 366)  # from its filing to the last day to which it is called
UBAH = "“Ubah hari acara”"


class SudahTertaut(SengketaTidakSah):
    """The letter is joined already, for another day or as something else."""

    status = 409

    def __init__(self, one: SuratSengketa) -> None:
        day = f", acara {hari_tanggal(one.acara)}" if one.acara else ", tanpa hari acara"
        super().__init__(
            f"Surat ini sudah tertaut sebagai {d.HAL[one.hal].lower()}{day}. Tidak ada yang "
            f"diubah. Bila itu keliru, diundur, atau ada hari kedua, muat ulang halamannya dan "
            f"pakai {UBAH} pada surat itu."
        )


class TidakBerbeda(SengketaTidakSah):
    """What was sent is what stands already."""

    def __init__(self) -> None:
        super().__init__(
            "Tanggal acara dan perihalnya sama dengan yang tercatat, jadi tidak ada yang diubah. "
            "Ganti yang keliru, lalu kirim lagi."
        )


@dataclass(frozen=True)
class Tautkan:
    """A letter that is joined to a dispute."""

    sengketa: str
    nomor: str  # its nomor agenda, as it is read off the letter
    hal: str
    acara: date | None = None


@dataclass(frozen=True)
class Ubah:
    """What a joined letter is and to which day it calls, as it should be."""

    sengketa: str
    surat: str
    versi: int  # as the form saw it
    hal: str
    acara: date | None
    tambah: bool = False  # besides the day it has, not in its place


def letters(
    reading: Reading, oleh: Hadir, one: Sengketa
) -> list[tuple[SuratSengketa, Kiriman | None]]:
    """Its letters, oldest first; of one this person may not see, only that it is there."""
    found = [x for x in reading.find(SuratSengketa, sengketa=one.id) if not x.dicabut]
    return [_shown(reading, oleh, x) for x in sorted(found, key=lambda x: (x.pada, x.id))]


def _shown(
    reading: Reading, oleh: Hadir, one: SuratSengketa
) -> tuple[SuratSengketa, Kiriman | None]:
    """A letter with its kiriman; a withheld one keeps its day from who may not see it."""
    try:
        return one, kiriman_for(reading, oleh, one.kiriman)
    except TidakAda:
        came = reading.find(Kiriman, id=one.kiriman)
        held = not came or came[0].rahasia
        return (replace(one, acara=None) if held else one), None


def moved_for(reading: Reading, oleh: Hadir, one: Sengketa, surat_id: str) -> SuratSengketa | None:
    """The letter whose day this person may change; None for none."""
    for x in reading.find(SuratSengketa, id=surat_id, sengketa=one.id):
        if not x.dicabut and _shown(reading, oleh, x)[1]:
            return x
    return None


def join(house: House, oleh: Hadir, asked: Tautkan) -> SuratSengketa:
    """A letter belongs to the dispute from now on; the very same twice is joined once."""
    with house.ledger.begin() as tx:
        before, given = mine(tx, oleh, asked.sengketa)
        _need_day(before, asked.hal, asked.acara)
        letter = _letter(tx, oleh, before, asked.nomor)
        live, gone = _joined(tx, before, letter.id)
        for same in live:
            if (same.hal, same.acara) == (asked.hal, asked.acara):
                return same
        if live:
            raise SudahTertaut(live[0])
        fresh = SuratSengketa(
            id_for(d.JENIS, f"{before.id}:{letter.id}"),
            before.id,
            letter.id,
            asked.hal,
            house.clock.now(),
            given.siapa,
            asked.acara,
        )
        fresh = _laid(tx, gone, fresh)
        _told(house, tx, (before, letter, given), "sengketa_surat", _said(letter, fresh))
    return fresh


def move(house: House, oleh: Hadir, asked: Ubah) -> SuratSengketa:
    """The letter calls to that day from now on, or to that day too; the same twice is one."""
    with house.ledger.begin() as tx:
        before, given = mine(tx, oleh, asked.sengketa)
        was = moved_for(tx, oleh, before, asked.surat)
        if was is None:
            raise TidakAda("Surat itu")
        _need_day(before, asked.hal, asked.acara)
        letter = kiriman_for(tx, oleh, was.kiriman)
        live, gone = _joined(tx, before, letter.id)
        on_that_day = [x for x in live if x.acara == asked.acara]
        if asked.tambah:
            if not asked.acara:
                raise SengketaTidakSah("Tulis tanggal hari lain itu. Tidak ada yang diubah.")
            for same in on_that_day:
                if same.hal == asked.hal and same.id != was.id:
                    return same
        elif (was.hal, was.acara) == (asked.hal, asked.acara):
            if was.versi == asked.versi:  # else it is the same form sent twice
                raise TidakBerbeda
            return was
        if was.versi != asked.versi:
            raise Overtaken("sengketa", was.id)
        if [x for x in on_that_day if asked.tambah or x.id != was.id]:
            raise SudahTertaut(on_that_day[0])
        changed = replace(was, hal=asked.hal, acara=asked.acara)
        if asked.tambah:
            after = _besides(house, tx, gone, replace(changed, oleh=given.siapa))
        else:
            after = replace(changed, versi=was.versi + 1)
            tx.save(was, changed)
        told = _said(letter, after) | ({} if letter.rahasia else {"dari": _day(was)})
        _told(house, tx, (before, letter, given), "sengketa_acara_diubah", told)
    return after


def part(house: House, oleh: Hadir, id_: str, surat_id: str, alasan: str) -> None:
    """A letter that was joined wrongly belongs to the dispute no more; the row stays."""
    if not alasan.strip():
        raise SengketaTidakSah("Tulis alasan surat ini dilepas. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        before, given = mine(tx, oleh, id_)
        found = tx.find(SuratSengketa, id=surat_id, sengketa=before.id)
        if not found or found[0].dicabut:
            raise TidakAda("Surat itu")
        tx.save(found[0], replace(found[0], dicabut=True))
        reason = izin.written(house, tx, before.instansi, before.id, alasan.strip())
        told = {"kiriman": found[0].kiriman, "pemegang": given.pemegang, "alasan": reason}
        now = house.clock.now()
        line = Catatan(before.instansi, given.siapa, "sengketa_surat_dilepas", now, before.id, told)
        tx.note(line)


def _joined(
    tx: Tx, one: Sengketa, kiriman: str
) -> tuple[list[SuratSengketa], dict[str, SuratSengketa]]:
    """The rows of a letter that count, and by id those that were let go of."""
    found = tx.find(SuratSengketa, sengketa=one.id, kiriman=kiriman)
    live = [x for x in found if not x.dicabut]
    return sorted(live, key=lambda x: (x.pada, x.id)), {x.id: x for x in found if x.dicabut}


def _besides(
    house: House, tx: Tx, gone: dict[str, SuratSengketa], one: SuratSengketa
) -> SuratSengketa:
    """Another day of the same letter, by the letter and the day."""
    id_ = id_for(d.JENIS, f"{one.sengketa}:{one.kiriman}:{one.acara}")
    if id_ not in gone and tx.find(SuratSengketa, id=id_):  # that row was given another day
        id_ = house.new_id()
    return _laid(tx, gone, replace(one, id=id_, pada=house.clock.now(), versi=1))


def _laid(tx: Tx, gone: dict[str, SuratSengketa], fresh: SuratSengketa) -> SuratSengketa:
    """The row added; where the same was let go of, it counts again."""
    if was := gone.get(fresh.id):
        tx.save(was, replace(fresh, versi=was.versi))
        return replace(fresh, versi=was.versi + 1)
    tx.add(fresh)
    return fresh


def _said(letter: Kiriman, one: SuratSengketa) -> dict[str, str]:
    """What the journal says of it; not the day of a letter that is withheld."""
    return {"hal": one.hal} | ({} if letter.rahasia else {"ke": _day(one)})


def _day(one: SuratSengketa) -> str:
    return one.acara.isoformat() if one.acara else ""


def _told(
    house: House,
    tx: Tx,
    who: tuple[Sengketa, Kiriman, izin.Izin],
    verb: str,
    told: dict[str, str],
) -> None:
    one, letter, given = who
    told |= {"kiriman": letter.id, "pemegang": given.pemegang}
    tx.note(Catatan(one.instansi, given.siapa, verb, house.clock.now(), one.id, told))


def _need_day(one: Sengketa, hal: str, acara: date | None) -> None:
    """Refuse a summons to no day, and a day to which no letter of this dispute can call."""
    if hal not in d.HAL:
        raise SengketaTidakSah("Pilih perihal suratnya. Tidak ada yang ditautkan.")
    if hal == d.PANGGILAN and acara is None:
        raise SengketaTidakSah(
            "Tulis tanggal acaranya: panggilan tanpa hari tidak dapat diingatkan. Tidak ada yang "
            "ditautkan. Bila surat itu belum menyebut hari, pilih “Surat lain dari Komisi "
            "Informasi”."
        )
    if acara and not one.diajukan <= acara <= one.diajukan + TERJAUH:
        raise SengketaTidakSah(
            "Tanggal acara tidak boleh sebelum sengketa diajukan atau lebih dari lima tahun "
            "sesudahnya. Tidak ada yang ditautkan; periksa tanggalnya."
        )


def _letter(tx: Tx, oleh: Hadir, one: Sengketa, nomor: str) -> Kiriman:
    """The letter of that number in the same agency, where this person may see it."""
    words = " ".join(nomor.split())
    found = tx.find(Kiriman, instansi=one.instansi, nomor_agenda=words) if words else []
    for letter in found:
        try:
            return kiriman_for(tx, oleh, letter.id)
        except TidakAda:
            continue
    raise SengketaTidakSah(
        "Tidak ada kiriman dengan nomor agenda itu yang dapat Anda buka. Tidak ada yang "
        "ditautkan; salin nomornya dari halaman kiriman."
    )
