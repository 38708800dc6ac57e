"""A scan of a paper that was signed in ink: taken as it is by the rule, or laid before a person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.kembali.tertahan import Datang, record
from service.acts.kiriman.naskah_kembali import TINTA_KEMBALI
from service.acts.naskah import gambar as naskah_gambar
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.tempat_ttd import places
from service.acts.simpan.keep import Kept, hold
from service.acts.simpan.lent import lent
from service.acts.ttd import letak as letak_ttd
from service.acts.ttd.tembusan import follows
from service.domain import naskah as n
from service.domain import tempat_ttd as t
from service.domain.akibat import arti
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import over
from service.domain.kiriman import NASKAH, SUREL, File, Kiriman
from service.domain.naskah import Naskah
from service.domain.pindai_tinta import (
    KEMBALI_TINTA,
    LENGKAP,
    Cetakan,
    Putusan,
    TempatCetak,
    judge,
)
from service.domain.refusals import Overtaken, Unavailable
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.domain.temuan import DENGAN_CATATAN
from service.ports import House, Reading, Tx

DIAMBIL = "Pindaian naskah kita yang ditandatangani dengan tinta; sudah dipasangkan."
SUDAH = "Naskah ini sudah ditandatangani. Pindaian ini disimpan dan tidak mengubah apa pun."
DIPUTUSKAN = "Pindaian naskah kita; menunggu keputusan petugas di halaman naskah kembali."
LEWAT_SUREL = "Pindaian ini datang lewat surel, dan mesin tidak tahu pasti siapa pengirimnya."
# Found when it came in, and looked at once more where it is joined to its paper.
DIPERIKSA = ("qr_ganda", "qr_tak_terbaca", "ttd_berubah", "ttd_ganjil", "ttd_hibrida")
KEMBALIAN = "kembalian"  # in `asal`: what waits for a decision


class BelumDikirim(Unavailable):
    """It came back before the ledger knew that it went out."""

    def __init__(self) -> None:
        super().__init__("Naskah yang kembali ini belum tercatat terkirim; dicoba lagi.")


@dataclass(frozen=True)
class Dipegang:
    """One scan and the paper it is of, as they were when it was looked at."""

    kiriman: Kiriman
    file: File
    naskah: Naskah
    berkas: Berkas
    tempat: tuple[TempatTtd, ...]

    @property
    def menunggu(self) -> list[TempatTtd]:
        """The places that are to be filled by it."""
        return [one for one in t.waiting(self.tempat) if one.jalan == TINTA]


def take(house: House, kiriman_id: str) -> None:
    """Every scan in it is joined to its paper, once."""
    with house.ledger.read() as reading:
        usul = reading.get(Kiriman, kiriman_id).usul
    for one in usul:
        if one.ruas == NASKAH and one.aturan == TINTA_KEMBALI:
            _one(house, kiriman_id, one.file, one.nilai)


def _one(house: House, kiriman_id: str, file_id: str, naskah_id: str) -> None:
    with house.ledger.read() as reading:
        naskah = reading.get(Naskah, naskah_id)
        held = Dipegang(
            reading.get(Kiriman, kiriman_id),
            reading.get(File, file_id),
            naskah,
            reading.get(Berkas, naskah.berkas),
            tuple(places(reading, naskah)),
        )
        if _told_before(reading, held):
            return
    if naskah.keadaan == n.DISETUJUI:
        raise BelumDikirim
    late = over(naskah.keadaan, held.berkas.keadaan)
    said = _late(naskah, late) if late else _judged(house, held)
    taken = said is not None and said.hasil == LENGKAP
    kembalian = _before_a_person(house, held, said) if said and not taken else ""
    with house.ledger.begin() as tx:
        tx.hold(naskah.berkas)  # two scans of one paper are looked at one after the other
        berkas = tx.get(Berkas, naskah.berkas)
        if tx.get(Naskah, naskah.id).versi != naskah.versi or (
            over(naskah.keadaan, berkas.keadaan) != late
        ):
            raise Overtaken("naskah", naskah.id)
        if not _told_before(tx, held):
            _kept(house, tx, held, kembalian, diambil=taken)


def _told_before(reading: Reading, held: Dipegang) -> bool:
    """Whether this very file was taken for the paper, or lies before a person."""
    return mark(held.file) in reading.get(Kiriman, held.kiriman.id).asal


def mark(file: File) -> str:
    """By which a kiriman says what became of one of its files."""
    return f"{KEMBALIAN}:{file.id}"


def _late(naskah: Naskah, why: str) -> Putusan | None:
    """What a scan is that nobody waits for; None where the paper is signed already."""
    if naskah.keadaan in (n.DITANDATANGANI, n.DIARSIPKAN):
        return None
    return Putusan("", (f"Naskah ini tidak menunggu tanda tangan: {why}.",))


def _judged(house: House, held: Dipegang) -> Putusan:
    if odd := strange(held.file):
        return Putusan("", odd)
    with house.room() as room, lent(house, held.file.sha256) as scan:
        pdf = house.store.fetch(held.naskah.pdf, room / "naskah.pdf")
        many = naskah_gambar.pages(house, held.naskah.pdf)
        if not many:
            raise Unavailable("Cetakan naskah belum dapat dibaca untuk dibandingkan.")
        with house.ledger.read() as reading:
            kind = declared_for(house, reading, held.naskah)
        at = letak_ttd.found(house, held.naskah, held.berkas, kind, held.tempat, pdf)
        at = letak_ttd.everywhere(house, pdf, at)
        here = [
            TempatCetak(one.urut, page + 1, box)
            for one, where in zip(held.tempat, at, strict=True)
            if where and one in held.menunggu
            for page, box in where.semua
        ]
        seen = house.reader.inked(scan, pdf, here)
    placed = [one.urut for one in here]
    urut = (*placed, *(one.urut for one in held.menunggu if one.urut not in placed))
    said = judge(seen, Cetakan(held.naskah.token, held.naskah.ajuan, many, urut))
    if said.hasil == LENGKAP and held.kiriman.pintu == SUREL:
        return Putusan("", (LEWAT_SUREL, *said.ditemukan))
    return said


def strange(file: File) -> tuple[str, ...]:
    """What was found when it came in, and only a person can say what it is worth."""
    found = [arti(one) for one in file.temuan if one.kode not in DIPERIKSA]
    return tuple(one.kata for one in found if one.tanya_orang)


def _kept(house: House, tx: Tx, held: Dipegang, kembalian: str, *, diambil: bool) -> None:
    if diambil:
        _signed(house, tx, held)
        _answered(house, tx, held, DIAMBIL, "")
    else:
        _answered(house, tx, held, DIPUTUSKAN if kembalian else SUDAH, kembalian)


def _before_a_person(house: House, held: Dipegang, said: Putusan) -> str:
    """What is kept for a decision; the same scan for the same paper is one, however often."""
    with lent(house, held.file.sha256) as scan:
        came = Datang(scan, held.file.nama, TINTA, said.ditemukan, held.kiriman.id)
        return record(house, held.naskah, came).id


def _signed(house: House, tx: Tx, held: Dipegang) -> None:
    """The paper with the scan, byte for byte; the journal says who brought it."""
    now, before = house.clock.now(), held.naskah
    siapa = held.kiriman.siapa or MESIN
    tx.save(before, n.signed(before, held.file.sha256))
    hold(tx, Kept(held.file.sha256, held.file.ukuran))
    for one in held.menunggu:
        tx.save(one, t.came_back(one, "", before.pdf, held.file.sha256, now))
    told = {"sha256": held.file.sha256, "cara": TINTA, "kiriman": held.kiriman.id}
    tx.note(Catatan(before.instansi, siapa, "naskah_ditandatangani", now, before.id, told))
    follows(house, tx, before)
    tx.plan("assemble", before.berkas)
    tx.plan("papan", before.id)


def _answered(house: House, tx: Tx, held: Dipegang, kata: str, kembalian: str) -> None:
    """What it came in with says what became of it."""
    before = tx.get(Kiriman, held.kiriman.id)
    after = replace(before, asal=before.asal | {mark(held.file): kembalian})
    if before.kode == KEMBALI_TINTA:
        akhir = before.akhir if kata == DIAMBIL else DENGAN_CATATAN
        after = replace(after, alasan=kata, akhir=akhir)
    tx.save(before, after)
    told = {"naskah": held.naskah.id} | ({"kembalian": kembalian} if kembalian else {})
    now = house.clock.now()
    tx.note(Catatan(before.instansi, MESIN, "pindaian_tinta_diperiksa", now, before.id, told))
