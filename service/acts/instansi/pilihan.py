"""The agencies of this house: read from their packs, set up once, with what they chose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.acts.instansi.kalender import lay_first
from service.acts.instansi.packs import PaketRusak, agency, read_agency
from service.domain.catatan import Catatan
from service.domain.instansi import Instansi
from service.domain.instansi_baca import read_text
from service.domain.instansi_baru import IsianInstansi, made
from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import (
    INSTANSI_TOML,
    LOGO_TERBESAR,
    UMUM,
    LogoTidakSah,
    Paket,
    picture_text,
)
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.setelan import Setelan
from service.domain.wewenang import EMPAT_MATA, PERINGATKAN, Act, Hadir
from service.ports import House, Tx


class PaketBelumBenar(Refusal):
    """The pack of an instansi has faults; all of them, to be mended."""

    def __init__(self, kode: str, faults: list[Kesalahan]) -> None:
        super().__init__(f"Paket {kode} belum dapat dipakai: {faults[0]}")
        self.faults = tuple(one.sebab for one in faults)


class SudahDisiapkan(Refusal):
    """The instansi is at work here already."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(f"{nama} sudah disiapkan di sini. Tidak ada yang diubah.")


class KotakMasukTidakDibuat(Refusal):
    """A unit whose folder cannot be made would never get its files."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Kotak masuk inbox/{name} tidak dapat dibuat. Tidak ada yang diubah. Minta pengelola "
            "mesin memeriksa izin folder dan ruang disk, lalu simpan lagi."
        )


def common(house: House) -> Instansi:
    """What a new instansi starts from; it has no units of its own, and that is no fault."""
    found, faults = read_agency(house.packs, UMUM)
    if found is None:
        raise PaketRusak(UMUM, faults)
    return found


def known(house: House, kode: str) -> Instansi | None:
    """The instansi, or None where its pack is missing or broken: pages go on without it."""
    try:
        return agency(house.packs, kode)
    except Refusal:
        return None


def at_work(house: House) -> list[Setelan]:
    """The instansi set up in this house."""
    with house.ledger.read() as reading:
        return reading.find(Setelan)


class BelumDisiapkan(Refusal):
    """Nobody set this instansi up here."""

    def __init__(self, kode: str) -> None:
        super().__init__(f"Instansi {kode} belum disiapkan di sini. Tidak ada yang diubah.")


def asked(house: House, kode: str) -> list[str]:
    """The one that is asked for, or all where none is named."""
    known = [one.id for one in at_work(house)]
    if kode and kode not in known:
        raise BelumDisiapkan(kode)
    return [kode] if kode else known


def offered(house: House) -> list[Instansi]:
    """The packs that could be set up and are not yet."""
    taken = {one.id for one in at_work(house)}
    found = [known(house, kode) for kode in house.packs.instansi() if kode not in taken]
    return [one for one in found if one is not None]


def set_up(house: House, oleh: Hadir, kode: str, empat_mata: str = PERINGATKAN) -> Setelan:
    """An instansi goes to work as its pack says; its inbox folders stand when this returns."""
    oleh.need(Act.INSTANSI, kode)
    if kode not in house.packs.instansi():
        raise TidakAda("Instansi itu")
    one = agency(house.packs, kode)
    folders(house, one)
    with house.ledger.begin() as tx:
        return _begin(house, tx, oleh, one, empat_mata)


def set_up_new(
    house: House,
    oleh: Hadir,
    asked: IsianInstansi,
    empat_mata: str = PERINGATKAN,
    logo: Path | None = None,
) -> Setelan:
    """A new instansi from a form: its pack is written, and it goes to work."""
    oleh.need(Act.INSTANSI, asked.kode)
    nama, gambar = picture(house, logo) if logo else ("", "")
    isian = replace(asked, kop=replace(asked.kop, logo=nama))
    text, faults = made(common(house), isian, house.packs.instansi())
    wrong = grave(faults)
    one, _ = read_text(isian.kode, f"{isian.kode}/{INSTANSI_TOML}", text)
    if wrong or one is None:
        raise PaketBelumBenar(isian.kode, wrong or faults)
    folders(house, one)
    with house.ledger.begin() as tx:
        tx.add(Paket(f"{one.kode}/{INSTANSI_TOML}", one.kode, text))
        if nama:
            tx.add(Paket(f"{one.kode}/{nama}", one.kode, gambar))
        return _begin(house, tx, oleh, one, empat_mata)


def picture(house: House, logo: Path) -> tuple[str, str]:
    """A picture by its contents, whatever its name says."""
    if logo.stat().st_size > LOGO_TERBESAR:
        raise LogoTidakSah
    return picture_text(logo.read_bytes(), house.reader.look(logo, logo.name).mime)


def choose(house: House, oleh: Hadir, kode: str, versi: int, empat_mata: str) -> None:
    """The four-eyes rule of an instansi as its administrator wants it."""
    oleh.need(Act.INSTANSI, kode)
    _four_eyes_known(empat_mata)
    with house.ledger.begin() as tx:
        before = tx.get(Setelan, kode)
        if before.versi != versi:
            raise Overtaken("setelan", kode)
        tx.save(before, replace(before, empat_mata=empat_mata))
        rincian = {"sebelum": before.empat_mata, "sesudah": empat_mata}
        now = house.clock.now()
        tx.note(Catatan(kode, oleh.orang.id, "empat_mata_diubah", now, kode, rincian))


def _begin(house: House, tx: Tx, oleh: Hadir, one: Instansi, empat_mata: str) -> Setelan:
    _four_eyes_known(empat_mata)
    if tx.find(Setelan, id=one.kode):
        raise SudahDisiapkan(one.nama)
    now = house.clock.now()
    setelan = Setelan(one.kode, one.nama, one.zona, now, empat_mata)
    tx.add(setelan)
    lay_first(house, tx, one.kode)
    tx.note(Catatan(one.kode, oleh.orang.id, "instansi_disiapkan", now, one.kode))
    return setelan


def _four_eyes_known(empat_mata: str) -> None:
    if empat_mata not in EMPAT_MATA:
        raise Refusal("Pilih aturan empat mata: peringatkan, wajib, atau bebas.")


def folders(house: House, one: Instansi) -> None:
    """Made before the row, so that nobody is told of a folder that is not there."""
    for name in one.inbox:
        try:
            (house.inbox / name).mkdir(parents=True, exist_ok=True)
        except OSError as no:
            raise KotakMasukTidakDibuat(name) from no
