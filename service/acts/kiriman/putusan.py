"""What a person decides at the desk about one kiriman."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.baris import kiriman_pindah
from service.acts.berkas import pindah as berkas_pindah
from service.acts.cari.teks import relabelled
from service.acts.instansi.aturan import rules_of
from service.acts.instansi.packs import agency
from service.acts.kiriman.agenda import registered
from service.acts.kiriman.rahasia import closed
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.terlihat import kiriman_for
from service.acts.orang import izin
from service.domain import ketetapan as rules
from service.domain.berkas import Berkas
from service.domain.catatan import RUMAH, Catatan
from service.domain.ketetapan import Ketetapan, KetetapanKurang, TanpaUnit
from service.domain.kiriman import BERKAS, FOLDER, Kiriman
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class PerluSebab(Refusal):
    """What is put aside is asked about later."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasannya, sedikitnya satu kalimat. Tidak ada yang diubah; alasan itu dicatat "
            "bersama kirimannya."
        )


@dataclass(frozen=True)
class Dibuka:
    """A kiriman as a person has it before them, and the leave they act on."""

    kiriman: Kiriman
    siapa: str
    now: datetime


def opened(house: House, tx: Tx, oleh: Hadir, kiriman_id: str, versi: int) -> Dibuka:
    """The kiriman to be decided about; TidakAda, TidakBerwenang, or Overtaken."""
    before = kiriman_for(tx, oleh, kiriman_id)
    if before.instansi:
        given = izin.need(tx, oleh, Act.IDENTIFY, izin.Tempat(before.instansi, before.unit))
    elif not oleh.may(Act.IDENTIFY) and not oleh.may(Act.PEOPLE, RUMAH):
        oleh.need(Act.IDENTIFY)
    if before.versi != versi:
        raise Overtaken("kiriman", kiriman_id)
    siapa = given.siapa if before.instansi else oleh.orang.id
    return Dibuka(before, siapa, house.clock.now())


def _kept(house: House, tx: Tx, oleh: Hadir, kiriman_id: str, versi: int) -> Dibuka:
    """The same, where there is still something to be decided about."""
    at = opened(house, tx, oleh, kiriman_id, versi)
    need_letter(tx, kiriman_id)
    return at


def confirm(house: House, oleh: Hadir, kiriman_id: str, versi: int, nilai: Ketetapan) -> Kiriman:
    """The values as proposed or corrected; with them it stands in the agenda and has its berkas."""
    with house.ledger.begin() as tx:
        at = _kept(house, tx, oleh, kiriman_id, versi)
        before = at.kiriman
        if not before.instansi:
            raise TanpaUnit
        if before.pintu == BERKAS:  # it lies where its matter lies
            nilai = replace(nilai, unit="")
        instansi = agency(house.packs, before.instansi)
        aturan = rules_of(house.packs, tx, before.instansi)
        if wrong := rules.faults(nilai, aturan, instansi):
            raise KetetapanKurang(wrong)
        if nilai.unit:
            oleh.need(Act.IDENTIFY, before.instansi, nilai.unit)
        after = rules.decided(before, nilai)
        if nilai.surat.sifat in rules.TERTUTUP and not before.rahasia:
            after = closed(house, tx, after, at.siapa)
        after = registered(house, tx, after)
        _saved(house, tx, at, after, "kiriman_diputuskan")
        _titled(tx, before, after)
        if after.unit != before.unit:
            kiriman_pindah.lines_along(house, tx, after, at.siapa)
            berkas_pindah.along(house, tx, after, at.siapa)
    return after


def put_aside(house: House, oleh: Hadir, kiriman_id: str, versi: int, alasan: str) -> Kiriman:
    """Looked at, and left: it keeps its number, its files and the reason."""
    kata = alasan.strip()
    if len(kata) < 5:
        raise PerluSebab
    with house.ledger.begin() as tx:
        at = _kept(house, tx, oleh, kiriman_id, versi)
        izin.written(house, tx, at.kiriman.instansi, kiriman_id, kata)
        after = rules.put_aside(at.kiriman, kata)
        _saved(house, tx, at, after, "kiriman_disisihkan")
    return after


def again(house: House, oleh: Hadir, kiriman_id: str, versi: int) -> Kiriman:
    """Have its files looked at once more."""
    with house.ledger.begin() as tx:
        at = _kept(house, tx, oleh, kiriman_id, versi)
        after = rules.looked_at_again(at.kiriman)
        _saved(house, tx, at, after, "kiriman_diperiksa_ulang")
        tx.plan("identify", kiriman_id)
    return after


def place(
    house: House, oleh: Hadir, kiriman_id: str, versi: int, instansi: str, unit: str
) -> Kiriman:
    """What lay in no known folder gets its unit, and is looked at under the unit's rules."""
    with house.ledger.begin() as tx:
        at = _kept(house, tx, oleh, kiriman_id, versi)
        if at.kiriman.instansi:
            raise rules.BelumSaatnya("Kiriman ini sudah punya unit.")
        if not oleh.may(Act.PEOPLE, RUMAH):
            oleh.need(Act.IDENTIFY, instansi, unit)
        found = agency(house.packs, instansi).unit_of(unit)
        if found is None or found.sampai is not None:
            raise KetetapanKurang(("Pilih unit yang masih bekerja.",))
        placed = replace(rules.looked_at_again(at.kiriman), instansi=instansi, unit=unit)
        _saved(house, tx, at, placed, "kiriman_ditempatkan")
        tx.plan("identify", kiriman_id)
    return placed


def secret(house: House, oleh: Hadir, kiriman_id: str, versi: int) -> Kiriman:
    """A withheld matter from now on; whoever may not see such matters sees it no more."""
    with house.ledger.begin() as tx:
        at = opened(house, tx, oleh, kiriman_id, versi)
        if not at.kiriman.instansi:
            raise TanpaUnit
        after = closed(house, tx, at.kiriman, at.siapa)
        _saved(house, tx, at, after, "kiriman_dirahasiakan")
    return after


def _saved(house: House, tx: Tx, at: Dibuka, after: Kiriman, perbuatan: str) -> None:
    """The row, what the search knows of it, the journal, and a word in the folder it came from."""
    before = at.kiriman
    tx.save(before, after)
    relabelled(house, tx, after)
    told = {"keadaan": after.keadaan, "berkas": after.berkas, "nomor_agenda": after.nomor_agenda}
    told |= {"nomor_daftar": after.nomor_daftar} if after.nomor_daftar else {}
    rincian = {name: value for name, value in told.items() if value}
    tx.note(Catatan(after.instansi or RUMAH, at.siapa, perbuatan, at.now, after.id, rincian))
    if before.pintu == FOLDER:
        tx.plan("karantina", after.id)


def _titled(tx: Tx, before: Kiriman, after: Kiriman) -> None:
    """The berkas bears the perihal it was opened for, as long as nobody named it otherwise."""
    for berkas in tx.find(Berkas, id=before.berkas) if before.berkas else ():
        judul = after.surat.perihal or after.nama
        if berkas.judul in (before.surat.perihal, before.nama) and berkas.judul != judul:
            tx.save(berkas, replace(berkas, judul=judul))
