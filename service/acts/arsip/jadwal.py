"""The klasifikasi and JRA of an agency come in as a file, and count once a head puts them in
force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.orang import izin
from service.acts.simpan.looked import scanned
from service.domain.arsip import jadwal_pakai as jp
from service.domain.arsip.jadwal import Jadwal
from service.domain.arsip.jadwal_pakai import JadwalArsip
from service.domain.arsip.jadwal_tabel import read_tabel
from service.domain.arsip.jadwal_toml import read_toml
from service.domain.catatan import Catatan
from service.domain.daftar_unit.hasil import BERAT
from service.domain.ids import is_id
from service.domain.kesalahan import grave
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

TERBESAR = 5_000_000  # bytes
APA = "Jadwal itu"


class JadwalTerlaluBesar(Refusal):
    """No schedule is so large."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB. Tidak ada yang disimpan."
        )


class BukanTeks(Refusal):
    """A file that is no workbook is text."""

    def __init__(self) -> None:
        super().__init__(
            "File ini bukan buku kerja (.xlsx) dan tidak terbaca sebagai teks UTF-8. Tidak ada "
            "yang disimpan."
        )


class JadwalTidakAman(Refusal):
    """The scanner knows it as harmful, or could not look at all of it."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai virus tidak meloloskan file ini, jadi file ini tidak dibuka. Tidak ada yang "
            "disimpan."
        )


@dataclass(frozen=True)
class Terperiksa:
    """A schedule as it was read: None where it cannot be used, and each fault with its place."""

    jadwal: Jadwal | None
    salah: tuple[str, ...] = ()


@dataclass(frozen=True)
class Muat:
    """A file that brings a schedule; its id makes a second try the same one."""

    id: str
    instansi: str
    dasar: str
    nama: str
    path: Path


def examine(house: House, path: Path, nama: str) -> Terperiksa:
    """Read a workbook in the box, any other file as TOML; nothing is kept."""
    if path.stat().st_size > TERBESAR:
        raise JadwalTerlaluBesar
    if nama.lower().endswith(".xlsx"):
        hasil = read_tabel(house.reader.unit_tables(path))
        told = (f"{one.tempat}: {_light(one.bobot != BERAT)}{one.kata}" for one in hasil.salah)
        return Terperiksa(hasil.jadwal, tuple(told))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BukanTeks from wrong
    jadwal, found = read_toml(nama, text)
    told = (f"baris {one.baris}: {_light(one.peringatan)}{one.sebab}" for one in found)
    return Terperiksa(None if grave(found) else jadwal, tuple(told))


def _light(light: object) -> str:
    return "peringatan: " if light else ""


def take_in(house: House, oleh: Hadir, asked: Muat) -> tuple[JadwalArsip | None, Terperiksa]:
    """The schedule waits to be put in force; None where a fault stands in its way."""
    if not is_id(asked.id):
        raise TidakAda(APA)
    with house.ledger.read() as reading:
        izin.need(reading, oleh, Act.ARCHIVE, izin.Tempat(asked.instansi, ""))
    dasar = jp.checked_dasar(asked.dasar)
    if scanned(house, asked.path):
        raise JadwalTidakAman
    read = examine(house, asked.path, asked.nama)
    if read.jadwal is None:
        return None, read
    with house.ledger.begin() as tx:
        for same in tx.find(JadwalArsip, id=asked.id, instansi=asked.instansi):
            return same, read
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(asked.instansi, ""))
        now = house.clock.now()
        one = JadwalArsip(asked.id, asked.instansi, dasar, read.jadwal.baris, given.siapa, now)
        tx.add(one)
        told = {"kode": str(len(one.baris)), "pemegang": given.pemegang}
        tx.note(Catatan(one.instansi, given.siapa, "jadwal_arsip_dimuat", now, one.id, told))
    return one, read


def put_in_force(
    house: House, oleh: Hadir, jadwal_id: str, versi: int, alasan: str = ""
) -> JadwalArsip:
    """Codes are taken from it from now on; the one before it is kept."""
    with house.ledger.begin() as tx:
        before, given = _decided(tx, oleh, jadwal_id, versi, alasan)
        now = house.clock.now()
        after = jp.in_force(before, given.siapa, now)
        for old in tx.find(JadwalArsip, instansi=before.instansi, keadaan=jp.BERLAKU):
            tx.save(old, jp.superseded(old))
        return _settled(house, tx, before, after, given, "jadwal_arsip_berlaku")


def refuse(house: House, oleh: Hadir, jadwal_id: str, versi: int, alasan: str = "") -> JadwalArsip:
    """The draft is not used."""
    with house.ledger.begin() as tx:
        before, given = _decided(tx, oleh, jadwal_id, versi, alasan)
        after = jp.refused(before, given.siapa, house.clock.now())
        return _settled(house, tx, before, after, given, "jadwal_arsip_ditolak")


def _decided(
    tx: Tx, oleh: Hadir, jadwal_id: str, versi: int, alasan: str
) -> tuple[JadwalArsip, izin.Izin]:
    found = tx.find(JadwalArsip, id=jadwal_id)
    if not found or not oleh.may(Act.LOOK, found[0].instansi):
        raise TidakAda(APA)
    before = found[0]
    if before.versi != versi:
        raise Overtaken("jadwal_arsip", jadwal_id)
    tempat = izin.Tempat(before.instansi, "", (before.penyiap,))
    return before, izin.need(tx, oleh, Act.APPROVE, tempat, alasan)


def _settled(
    house: House, tx: Tx, before: JadwalArsip, after: JadwalArsip, given: izin.Izin, apa: str
) -> JadwalArsip:
    tx.save(before, after)
    reason = izin.written(house, tx, before.instansi, before.id, given.alasan)
    told = {"pemegang": given.pemegang} | ({"alasan": reason} if reason else {})
    tx.note(Catatan(before.instansi, given.siapa, apa, house.clock.now(), before.id, told))
    return replace(after, versi=before.versi + 1)


def of_agency(reading: Reading, oleh: Hadir, instansi: str) -> list[JadwalArsip]:
    """Every schedule that an agency took in, the newest first."""
    if not oleh.may(Act.LOOK, instansi):
        raise TidakAda(APA)
    found = reading.find(JadwalArsip, instansi=instansi)
    return sorted(found, key=lambda one: (one.dibuat, one.id), reverse=True)


def in_use(reading: Reading, instansi: str) -> Jadwal:
    """The schedule that an agency goes by; an empty one where it has none."""
    found = reading.find(JadwalArsip, instansi=instansi, keadaan=jp.BERLAKU)
    return found[0].jadwal if found else Jadwal()
