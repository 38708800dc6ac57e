"""A unit's list comes in as a workbook: sent by a person or as a kiriman, judged by a person."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.acts.simpan.keep import JustHeld, hold, keep
from service.acts.simpan.looked import scanned
from service.acts.simpan.receive import TRIES
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit import masuk as m
from service.domain.daftar_unit import ringkas
from service.domain.daftar_unit.masuk import DaftarMasuk, Pilihan
from service.domain.daftar_unit.ringkas import Ringkas
from service.domain.ids import derived, is_id
from service.domain.kiriman import File, Kiriman, shown
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

JOB = "daftar"
TERBESAR = 50_000_000  # bytes of a workbook
XLSX = ".xlsx"
APA = "Daftar itu"


class DaftarTerlaluBesar(Refusal):
    """No list of a unit is so large."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB. Tidak ada yang disimpan. Hapus "
            "gambar di dalamnya, atau bagi daftarnya menjadi beberapa file."
        )


class DaftarTidakAman(Refusal):
    """The scanner knows it as harmful, or could not look at all of it."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai virus tidak meloloskan file ini, jadi file ini tidak dibuka. Tidak ada yang "
            "disimpan. Beri tahu bagian TI, lalu mintalah file yang bersih."
        )


class DaftarLain(Refusal):
    """What is open and what is to be withheld never go one way."""

    status = 409

    def __init__(self, daftar: str) -> None:
        super().__init__(
            f"Daftar ini sekarang terbaca sebagai {lj.SEBUTAN[daftar]}. Muat ulang halamannya, "
            "lalu putuskan lagi. Tidak ada yang diubah."
        )


class UnitDaftarTidakDikenal(Refusal):
    """A list belongs to a unit of the agency."""

    def __init__(self) -> None:
        super().__init__("Pilih unit kerja pemilik daftarnya. Tidak ada yang disimpan.")


@dataclass(frozen=True)
class Unggah:
    """A workbook as it was sent; its id makes a second try the same list."""

    id: str
    instansi: str
    unit: str
    nama: str
    path: Path


def send(house: House, oleh: Hadir, asked: Unggah) -> DaftarMasuk:
    """The list is kept, and owed to be read; nothing of it counts yet."""
    if not is_id(asked.id):
        raise TidakAda(APA)
    with house.ledger.read() as reading:
        izin.need(reading, oleh, Act.FILL, izin.Tempat(asked.instansi, asked.unit))
        if made := reading.find(DaftarMasuk, id=asked.id):
            return seen(oleh, made)
    if agency(house.packs, asked.instansi).unit_of(asked.unit) is None:
        raise UnitDaftarTidakDikenal
    if asked.path.stat().st_size > TERBESAR:
        raise DaftarTerlaluBesar
    if scanned(house, asked.path):
        raise DaftarTidakAman
    for _ in range(TRIES):
        try:
            return _kept(house, oleh, asked)
        except JustHeld:
            continue
        except Overtaken:  # sent twice at once: the other made it
            return list_for(house, oleh, asked.id)
    raise JustHeld


def _kept(house: House, oleh: Hadir, asked: Unggah) -> DaftarMasuk:
    held, now = keep(house, asked.path), house.clock.now()
    one = DaftarMasuk(
        asked.id,
        asked.instansi,
        asked.unit,
        m.MENUNGGU,
        now,
        oleh.orang.id,
        held.sha256,
        shown(asked.nama)[:200],
    )
    with house.ledger.begin() as tx:
        hold(tx, held)
        _begun(tx, one)
    return one


def _begun(tx: Tx, one: DaftarMasuk) -> None:
    tx.add(one)
    tx.plan(JOB, one.id)
    told = {"unit": one.unit, "file": one.file}
    tx.note(Catatan(one.instansi, one.oleh, "daftar_masuk", one.dibuat, one.id, told))


def begin_of(house: House, tx: Tx, kiriman: Kiriman) -> list[DaftarMasuk]:
    """The lists in a kiriman that is known to bring such; a second try finds them there."""
    found = []
    if not kiriman.unit:
        return []  # a person first says whose it is
    for file in tx.find(File, kiriman=kiriman.id):
        id_ = derived(f"daftar masuk kiriman {file.id}")
        if not file.nama.casefold().endswith(XLSX) or tx.find(DaftarMasuk, id=id_):
            continue
        one = DaftarMasuk(
            id_,
            kiriman.instansi,
            kiriman.unit,
            m.MENUNGGU,
            house.clock.now(),
            MESIN,
            file.sha256,
            file.nama,
            kiriman=kiriman.id,
            tertutup=kiriman.rahasia,
        )
        _begun(tx, one)
        found.append(one)
    return found


def list_for(house: House, oleh: Hadir, id_: str) -> DaftarMasuk:
    """The list, or TidakAda where this person has nothing to do with it."""
    with house.ledger.read() as reading:
        return in_reading(reading, oleh, id_)


def in_reading(reading: Reading, oleh: Hadir, id_: str) -> DaftarMasuk:
    """The same, within a look or a transaction that goes on."""
    return seen(oleh, reading.find(DaftarMasuk, id=id_) if is_id(id_) else [])


def seen(oleh: Hadir, found: list[DaftarMasuk]) -> DaftarMasuk:
    """The one that was found, where this person writes for its unit; a closed one is its sender's.

    Others than its sender see a closed one only where they may see what is withheld.
    """
    if not found or not oleh.may(Act.FILL, found[0].instansi, found[0].unit):
        raise TidakAda(APA)
    one = found[0]
    mine = one.oleh == oleh.orang.id
    if one.tertutup and not mine and not oleh.sees(one.instansi, one.unit, rahasia=True):
        raise TidakAda(APA)
    return one


def listed(house: House, oleh: Hadir, atmost: int) -> list[DaftarMasuk]:
    """The latest lists that this person has to do with."""
    found = list[DaftarMasuk]()
    with house.ledger.read() as reading:
        for instansi in oleh.instansi:
            every = reading.find(DaftarMasuk, instansi=instansi)
            found += [one for one in every if _has_to_do(oleh, one)]
    return sorted(found, key=lambda one: (one.dibuat, one.id), reverse=True)[:atmost]


def lists_of(house: House, oleh: Hadir, kiriman: Kiriman) -> list[DaftarMasuk]:
    """The lists that a kiriman brought, as far as this person has to do with them."""
    if kiriman.jenis not in m.JENIS:
        return []
    with house.ledger.read() as reading:
        found = reading.find(DaftarMasuk, kiriman=kiriman.id)
    return [one for one in found if _has_to_do(oleh, one)]


def _has_to_do(oleh: Hadir, one: DaftarMasuk) -> bool:
    try:
        return seen(oleh, [one]) == one
    except TidakAda:
        return False


def short_of(house: House, one: DaftarMasuk) -> Ringkas | None:
    """What was read of it; None where it was not read yet."""
    if not one.hasil:
        return None
    with house.store.open(one.hasil) as opened:
        return ringkas.opened(json.load(opened))


def kind_of(house: House, one: DaftarMasuk) -> str:
    """Whether it lists what is open or what is to be withheld; '' before it was read."""
    short = short_of(house, one)
    return short.daftar if short else ""


def going_back(house: House, oleh: Hadir, id_: str) -> tuple[DaftarMasuk, BinaryIO]:
    """The workbook of what is to be mended."""
    one = list_for(house, oleh, id_)
    if not one.kembali:
        raise TidakAda("File yang dikembalikan")
    return one, house.store.open(one.kembali)


def choose(house: House, oleh: Hadir, id_: str, versi: int, pilihan: Pilihan) -> DaftarMasuk:
    """A person says what the columns are, or which line a doubtful one is; it is read again."""
    with house.ledger.begin() as tx:
        before = _held(tx, oleh, id_, versi)
        _need_known(pilihan)
        after = m.read_again(before, pilihan)
        tx.plan(JOB, before.id)
        return _judged(house, tx, oleh, before, after, "daftar_masuk_diatur")


def accept(house: House, oleh: Hadir, id_: str, versi: int) -> DaftarMasuk:
    """The right lines are taken in as proposals; the others wait for the unit."""
    return taken(house, oleh, id_, versi, lj.DIP)


def taken(house: House, oleh: Hadir, id_: str, versi: int, daftar: str) -> DaftarMasuk:
    """A person takes the right lines of a list of this kind in; refuses one of the other kind."""
    short = short_of(house, list_for(house, oleh, id_))
    if short is not None and short.daftar != daftar:
        raise DaftarLain(short.daftar)
    with house.ledger.begin() as tx:
        before = _held(tx, oleh, id_, versi)
        after = m.accepted(before, oleh.orang.id, short.baik if short else 0)
        tx.plan(JOB, before.id)
        return _judged(house, tx, oleh, before, after, "daftar_masuk_diterima")


def throw_away(house: House, oleh: Hadir, id_: str, versi: int) -> DaftarMasuk:
    """Nothing of it is taken in; the workbook stays where it is kept."""
    with house.ledger.begin() as tx:
        before = _held(tx, oleh, id_, versi)
        return _judged(house, tx, oleh, before, m.thrown_away(before), "daftar_masuk_dibuang")


def _held(tx: Tx, oleh: Hadir, id_: str, versi: int) -> DaftarMasuk:
    before = in_reading(tx, oleh, id_)
    izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
    if before.versi != versi:
        raise Overtaken("daftar_masuk", id_)
    return before


def _judged(
    house: House, tx: Tx, oleh: Hadir, before: DaftarMasuk, after: DaftarMasuk, perbuatan: str
) -> DaftarMasuk:
    tx.save(before, after)
    now = house.clock.now()
    tx.note(Catatan(before.instansi, oleh.orang.id, perbuatan, now, before.id))
    return replace(after, versi=before.versi + 1)


def _need_known(pilihan: Pilihan) -> None:
    """Refuse a column of ours that no list has; a form is not the only one who sends."""
    names = {*pilihan.kolom.values(), *pilihan.bawaan} - {""}
    places = {*pilihan.kolom, *pilihan.sama}
    if names - set(lj.LABEL) or not all(one.isascii() and one.isdigit() for one in places):
        raise TidakAda("Kolom itu")
