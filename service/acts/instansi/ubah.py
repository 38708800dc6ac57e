"""Changing an instansi at work: each change is a new version of its pack, or is refused whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from service.acts.instansi.kalender import TENGGAT
from service.acts.instansi.packs import PaketRusak, parsed
from service.acts.instansi.pilihan import PaketBelumBenar, folders, picture
from service.acts.instansi.rupa import looks, print_anew
from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.instansi import Instansi
from service.domain.instansi_ubah import (
    BukuSudahDipakai,
    Edit,
    Identitas,
    identified,
    restored,
    rewritten,
    series_changed,
)
from service.domain.kesalahan import Kesalahan, grave
from service.domain.nomor import tulis
from service.domain.paket import INSTANSI_TOML, Paket
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.seri import Perkara, Seri
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class TanpaBawaan(Refusal):
    """The pack did not come with Berkas, so there is nothing to go back to."""

    def __init__(self) -> None:
        super().__init__(
            "Paket instansi ini dibuat di sini, jadi tidak ada bawaannya. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Paketan:
    """The pack of an instansi as somebody sees it: its text, what it says, its version."""

    kode: str
    teks: str
    instansi: Instansi | None  # None where the text is no TOML
    kesalahan: tuple[Kesalahan, ...]
    bawaan: str  # the text it came with; '' where it was made here
    kini: Paket | None  # None while nobody has changed it

    @property
    def versi(self) -> int:
        """Which version was seen; 0 for what came with Berkas."""
        return self.kini.versi if self.kini else 0

    def sound(self) -> Instansi:
        """What the pack says, or PaketRusak with every fault."""
        if self.instansi is None or self.kesalahan:
            raise PaketRusak(self.kode, list(self.kesalahan))
        return self.instansi


def seen(house: House, kode: str) -> Paketan:
    """The pack of an instansi at work, to be looked at or changed; TidakAda where it is not."""
    with house.ledger.read() as reading:
        reading.get(Setelan, kode)
        return _seen(house, reading, kode)


def _seen(house: House, reading: Reading, kode: str) -> Paketan:
    file = f"{kode}/{INSTANSI_TOML}"
    kini = next(iter(reading.find(Paket, id=file)), None)
    bawaan = house.packs.seed(file)
    teks = kini.teks if kini else bawaan
    one, found = parsed(kode, file, teks)
    return Paketan(kode, teks, one, tuple(grave(found)), bawaan, kini)


def change(
    house: House,
    oleh: Hadir,
    kode: str,
    versi: int,
    edit: Edit,
    perbuatan: str,
    tentang: str = "",
) -> None:
    """A piece of an instansi as its administrator wants it; Overtaken where it has moved on."""
    oleh.need(Act.INSTANSI, kode)
    before = _still(seen(house, kode), versi)
    was = before.sound()
    after = edit(was)
    if after == was:
        return
    _keep(house, before, rewritten(was, after), _noted(house, oleh, kode, perbuatan, tentang))


def identify(
    house: House, oleh: Hadir, kode: str, versi: int, isian: Identitas, logo: Path | None = None
) -> None:
    """The name, letterhead, logo, page and colour of an instansi."""
    oleh.need(Act.INSTANSI, kode)
    before = _still(seen(house, kode), versi)
    was = before.sound()
    nama, gambar = _picture(house, logo) if logo else (isian.kop.logo, "")
    after = identified(replace(isian, kop=replace(isian.kop, logo=nama)))(was)
    if after == was:
        return

    def note(tx: Tx) -> None:
        # The name holds the hash of the bytes, so a picture that is there is this very one.
        if gambar and not tx.find(Paket, id=f"{kode}/{nama}"):
            tx.add(Paket(f"{kode}/{nama}", kode, gambar))
        _noted(house, oleh, kode, "instansi_diubah", kode)(tx)
        tx.plan("terbitkan", kode)  # its name and addresses stand in what the public reads

    _keep(house, before, rewritten(was, after), note)


def number(house: House, oleh: Hadir, kode: str, versi: int, seri: Seri) -> None:
    """How a series is written and where it begins; a book in use goes on as it was begun."""
    oleh.need(Act.INSTANSI, kode)
    before = next((x for x in seen(house, kode).sound().seri if x.id == seri.id), None)
    if before is None:
        raise TidakAda("Seri itu")
    begun = (before.reset, before.lanjut, before.per) != (seri.reset, seri.lanjut, seri.per)
    if begun and (urut := last_number(house, kode, before)):
        raise BukuSudahDipakai(seri.nama, urut)
    change(house, oleh, kode, versi, series_changed(seri), "seri_diubah", seri.id)


def last_number(house: House, kode: str, seri: Seri) -> int | None:
    """The last number a series gave in the book of today; None where it gave none."""
    today, plain = _today(house, kode), replace(seri, per=())
    buku = Instansi(kode, "", seri=(plain,)).buku(seri.id, today)
    divided = [
        one.terakhir
        for one in house.books.all(kode)
        if one.buku.seri == seri.id and one.buku.holds(today)
    ]
    return max(divided, default=None) or house.lists.urut_terakhir(buku.id) or None


def sample(house: House, kode: str, seri: Seri) -> str:
    """The next number of a series as it would be written, or the refusal it would meet."""
    now = seen(house, kode).sound()
    after = _read_back(kode, rewritten(now, series_changed(seri)(now)))
    today = _today(house, kode)
    last = last_number(house, kode, seri)
    urut = last + 1 if last else seri.first(today.year)
    unit = next((one for one in after.unit if one.open_on(today)), None)
    peran = next((one.id for one in after.peran if one.kode), "")
    perkara = Perkara(unit.id if unit else "", peran)
    return tulis(seri.pola, urut, today, dict(after.tetap(seri, perkara)))


def _today(house: House, kode: str) -> date:
    with house.ledger.read() as reading:
        return day(reading, kode, house.clock.now())


def seed_of(one: Paketan) -> Instansi:
    """The pack as it came; TanpaBawaan where it was made here."""
    if not one.bawaan:
        raise TanpaBawaan
    return _read_back(one.kode, one.bawaan)


def restore(house: House, oleh: Hadir, kode: str, versi: int) -> None:
    """The pack as it came with Berkas; units it does not know are closed, not taken out."""
    oleh.need(Act.INSTANSI, kode)
    before = _still(seen(house, kode), versi)
    text = restored(before.bawaan, seed_of(before), before.instansi, _today(house, kode))
    if text != before.teks:
        _keep(house, before, text, _noted(house, oleh, kode, "instansi_dikembalikan", kode))


def _still(one: Paketan, versi: int) -> Paketan:
    if one.versi != versi:
        raise Overtaken("paket", one.kode)
    return one


def _keep(house: House, before: Paketan, text: str, note: Callable[[Tx], None]) -> None:
    after = _read_back(before.kode, text)
    folders(house, after)
    with house.ledger.begin() as tx:
        if before.kini:
            tx.save(before.kini, replace(before.kini, teks=text))
        else:
            tx.add(Paket(f"{before.kode}/{INSTANSI_TOML}", before.kode, text))
        setelan = tx.get(Setelan, before.kode)
        named = replace(setelan, nama=after.nama, zona=after.zona)
        if named != setelan:
            tx.save(setelan, named)
        note(tx)
        tx.plan(TENGGAT, before.kode)
        if before.instansi is None or looks(before.instansi) != looks(after):
            print_anew(tx, before.kode)


def _read_back(kode: str, text: str) -> Instansi:
    one, found = parsed(kode, f"{kode}/{INSTANSI_TOML}", text)
    if one is None or grave(found):
        raise PaketBelumBenar(kode, grave(found))
    return one


def _noted(
    house: House, oleh: Hadir, kode: str, perbuatan: str, tentang: str
) -> Callable[[Tx], None]:
    now = house.clock.now()
    return lambda tx: tx.note(Catatan(kode, oleh.orang.id, perbuatan, now, tentang or kode))


def _picture(house: House, logo: Path) -> tuple[str, str]:
    nama, teks = picture(house, logo)
    plain, digest = PurePath(nama), hashlib.sha256(logo.read_bytes()).hexdigest()
    return f"{plain.stem}_{digest[:12]}{plain.suffix}", teks
