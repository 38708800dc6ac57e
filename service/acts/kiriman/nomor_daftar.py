"""The legal number of a kiriman whose kind has a book: on a person's key, or by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.baris.pendaftaran import POLA
from service.acts.instansi.aturan import rules_of
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.terlihat import kiriman_for
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.orang import izin
from service.domain import permohonan as permohonans
from service.domain.aturan import DAFTAR_OTOMATIS, Aturan, Jenis
from service.domain.catatan import MESIN, Catatan
from service.domain.instansi import Instansi
from service.domain.keberatan import JENIS as KEBERATAN
from service.domain.keberatan import Keberatan
from service.domain.kiriman import BERKAS, DIDAFTAR, Kiriman
from service.domain.pemisah import TANPA_NOMOR
from service.domain.permohonan import SURAT, Isian, Permohonan, SudahBernomor, answer_due
from service.domain.refusals import Overtaken, Refusal
from service.domain.seri import Perkara
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class TanpaBukuDaftar(Refusal):
    """The kind of this kiriman has no legal register, or its line is begun elsewhere."""

    def __init__(self) -> None:
        super().__init__(
            "Jenis kiriman ini tidak memakai nomor pendaftaran dari sini. Tidak ada nomor yang "
            "diambil."
        )


@dataclass(frozen=True)
class Berikut:
    """The number that the key would give now; nothing is taken by looking."""

    seri: str
    nomor: str


def by_itself(house: House, tx: Tx, kiriman: Kiriman, aturan: Aturan) -> Kiriman:
    """With its legal number, where the pack lets the machine give it for this kind."""
    kind = aturan.jenis_of(kiriman.jenis)
    if kind is None or kind.daftar != DAFTAR_OTOMATIS or not _may(tx, kiriman, kind):
        return kiriman
    return _given(house, tx, kiriman, kind, MESIN)


def give(house: House, oleh: Hadir, kiriman_id: str, versi: int) -> Kiriman:
    """The legal number on a person's key; SudahBernomor where it was given before."""
    with house.ledger.begin() as tx:
        before = kiriman_for(tx, oleh, kiriman_id)
        given = izin.need(tx, oleh, Act.IDENTIFY, izin.Tempat(before.instansi, before.unit))
        need_letter(tx, before.id)
        if before.nomor_daftar:
            raise SudahBernomor(before.nomor_daftar)
        if before.versi != versi:
            raise Overtaken("kiriman", kiriman_id)
        kind = rules_of(house.packs, tx, before.instansi).jenis_of(before.jenis)
        if kind is None or not _may(tx, before, kind):
            raise TanpaBukuDaftar
        after = _given(house, tx, before, kind, given.siapa)
        tx.save(before, after)
        told = {"nomor": after.nomor_daftar}
        now = house.clock.now()
        tx.note(Catatan(after.instansi, given.siapa, "kiriman_dinomori", now, after.id, told))
    return after


def upcoming(house: House, kiriman: Kiriman, aturan: Aturan) -> Berikut | None:
    """The number the key would give; None where this kiriman takes none from here."""
    kind = aturan.jenis_of(kiriman.jenis)
    with house.ledger.read() as reading:
        if kind is None or not _may(reading, kiriman, kind):
            return None
    instansi = agency(house.packs, kiriman.instansi)
    asked = _asked(house, instansi, kiriman, kind, kiriman.id)
    book = instansi.buku(asked.seri, asked.tanggal, asked.perkara)
    found, seri = house.books.one(book.id), ambil.series(instansi, asked)
    urut = found.terakhir + 1 if found and found.terakhir else seri.first(asked.tanggal.year)
    on = max(asked.tanggal, found.tanggal) if found and found.tanggal else asked.tanggal
    return Berikut(seri.nama, ambil.writing(instansi, asked).written(urut, on))


def _may(reading: Reading, kiriman: Kiriman, kind: Jenis) -> bool:
    """A registered kiriman of a kind with a book, whose line in the register is not begun."""
    if not kind.buku or kiriman.nomor_daftar or kiriman.keadaan != DIDAFTAR:
        return False
    # An objection needs its grounds: its own form gives the number.
    if kind.id == KEBERATAN or kiriman.kode in TANPA_NOMOR or kiriman.pintu == BERKAS:
        return False
    lines = [*reading.find(Permohonan, kiriman=kiriman.id)]
    return not lines and not reading.find(Keberatan, kiriman=kiriman.id)


def _given(house: House, tx: Tx, kiriman: Kiriman, kind: Jenis, siapa: str) -> Kiriman:
    instansi = agency(house.packs, kiriman.instansi)
    untuk = house.new_id() if kind.id == permohonans.JENIS else kiriman.id
    asked = replace(_asked(house, instansi, kiriman, kind, untuk), oleh=siapa)
    nomor = ambil.take(house, tx, instansi, asked)
    after = replace(kiriman, nomor_daftar=nomor.nomor)
    if kind.id == permohonans.JENIS:
        tx.add(_line(house, tx, instansi, after, untuk, nomor.tanggal or asked.tanggal))
    return after


def _asked(house: House, instansi: Instansi, kiriman: Kiriman, kind: Jenis, untuk: str) -> Minta:
    on = instansi.kalender_of(kiriman.unit).tanggal(house.clock.now())
    perkara = Perkara(kiriman.unit, rahasia=kiriman.rahasia)
    pola = POLA.get(kind.buku, f"{{NOMOR}}/{kind.buku.upper()}/{{TAHUN}}")
    return Minta(kind.buku, untuk, on, perkara, pola, longgar=True)


def _line(
    house: House, tx: Tx, instansi: Instansi, kiriman: Kiriman, untuk: str, on: date
) -> Permohonan:
    """The line of the register of requests, as far as the letter tells it."""
    days = kalender(house, tx, kiriman.instansi, kiriman.unit)
    surat = kiriman.surat
    isian = Isian(nama=surat.pengirim, rincian=surat.perihal or kiriman.nama, garam=house.new_id())
    begun = Permohonan(
        id=untuk,
        kiriman=kiriman.id,
        instansi=kiriman.instansi,
        unit=kiriman.unit,
        kode="",
        keadaan=permohonans.DITERIMA,
        diterima=kiriman.diterima,
        hari_terima=days.hari_terima(kiriman.diterima),
        tenggat=answer_due(instansi, days, kiriman.diterima),
        isian=isian,
        jalan=SURAT,
        nomor_agenda=kiriman.nomor_agenda,
    )
    return permohonans.registered(begun, kiriman.nomor_daftar, on)
