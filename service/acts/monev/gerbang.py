"""Files that are evidence pass the gate like every file that goes out, each once."""

from __future__ import annotations

from dataclasses import replace

from service.acts.monev.kumpul import signed_bytes
from service.acts.naskah.wujud import kind
from service.acts.orang import izin
from service.acts.pelepasan.baca import is_shut
from service.acts.pelepasan.perbuatan import TANDA, TERTANDA, Perbuatan, Perihal, begun
from service.acts.simpan.lent import lent
from service.domain.gerbang.keluar import PDF, FileKeluar, id_of
from service.domain.informasi.tutupan import FileTertutup
from service.domain.kiriman import File, Kiriman
from service.domain.monev.bukti import FILE, NASKAH, BuktiMonev, gate_id
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal, TidakAda
from service.domain.simpanan import Simpanan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class BelumDikenali(Refusal):
    """What came in just now was not looked into yet."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File ini masih dikenali. Muat ulang halamannya sebentar lagi, lalu periksa. Tidak ada "
            "yang diubah."
        )


def standing(reading: Reading, oleh: Hadir, bukti: str) -> tuple[BuktiMonev, FileKeluar | None]:
    """The evidence, and its file on the way out as far as it counts for the bytes of now."""
    found = reading.find(BuktiMonev, id=bukti, dipakai=True, jenis=[FILE, NASKAH])
    if not found or not oleh.sees(found[0].instansi):
        raise TidakAda("Bukti itu")
    one = found[0]
    fresh = _fresh(reading, one)
    rows = reading.find(FileKeluar, id=fresh.id) if fresh else []
    current = [row for row in rows if fresh and row.asal == fresh.asal]
    return one, current[0] if current else None


def begin(house: House, oleh: Hadir, bukti: str) -> FileKeluar:
    """Have it looked at, also once more."""
    with house.ledger.read() as reading:
        before, _ = standing(reading, oleh, bukti)
    signed = before.jenis == NASKAH and is_electronic(house, before.sasaran)
    with house.ledger.begin() as tx:
        one, _ = standing(tx, oleh, bukti)
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, ""))
        return looked_at(house, tx, oleh, one, signed=signed)


def is_electronic(house: House, naskah_id: str) -> bool:
    """Whether a paper carries a signature that a copy would lose."""
    with house.ledger.read() as reading:
        found = [signed_bytes(one) for one in reading.find(Naskah, id=naskah_id)]
    if not any(found) or not house.store.has(found[0]):
        return False
    with lent(house, found[0]) as path:
        return TANDA in path.read_bytes()


def looked_at(
    house: House, tx: Tx, oleh: Hadir, one: BuktiMonev, *, signed: bool = False
) -> FileKeluar:
    """It is to be looked at; asked twice it is looked at once."""
    fresh = _fresh(tx, one)
    if fresh is None:
        raise TidakAda("File itu")
    fresh = replace(_named(house, tx, one, fresh), bertanda=fresh.bertanda or signed)
    if not fresh.mime:
        raise BelumDikenali
    if is_shut(tx, fresh.asal):
        raise FileTertutup
    return begun(house, tx, _about(one), oleh, fresh)


def _fresh(reading: Reading, one: BuktiMonev) -> FileKeluar | None:
    """Its bytes as they stand now; None where they may not, or can no more, go out."""
    owner = gate_id(one.jenis, one.sasaran)
    if one.jenis == NASKAH:
        for paper in reading.find(Naskah, id=one.sasaran):
            kept = reading.find(Simpanan, id=signed_bytes(paper))
            if kept:
                mark, size = kept[0].id, kept[0].ukuran
                own = f"{paper.jenis}.pdf"
                return FileKeluar(id_of(owner), one.instansi, owner, mark, PDF, size, own)
        return None
    for file in reading.find(File, id=one.sasaran):
        if any(not came.rahasia for came in reading.find(Kiriman, id=file.kiriman)):
            signed = any(x.kode == TERTANDA for x in file.temuan)
            told = (id_of(owner), one.instansi, owner, file.sha256, file.mime, file.ukuran)
            return FileKeluar(*told, file.nama, bertanda=signed)
    return None


def _named(house: House, reading: Reading, one: BuktiMonev, fresh: FileKeluar) -> FileKeluar:
    """A paper under the name of what it truly is: one that was signed in ink may be a picture."""
    for paper in reading.find(Naskah, id=one.sasaran) if one.jenis == NASKAH else ():
        wujud = kind(house, reading, paper)
        return replace(fresh, mime=wujud.mime, nama=f"{paper.jenis}{wujud.akhir}")
    return fresh


def _about(one: BuktiMonev) -> Perihal:
    return Perihal(one.id, one.instansi)


def _standing(reading: Reading, oleh: Hadir, bukti: str) -> tuple[Perihal, FileKeluar | None]:
    one, row = standing(reading, oleh, bukti)
    return _about(one), row


perbuatan = Perbuatan(_standing)
