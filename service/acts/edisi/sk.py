"""The signed decree of an edition on its way to the public, by the gate that every file passes."""

from __future__ import annotations

from service.acts.edisi.baca import edisi_for
from service.acts.lihat.lampiran_tertutup import names_withheld
from service.acts.orang import izin
from service.acts.pelepasan.baca import is_shut
from service.acts.pelepasan.perbuatan import TANDA, Perbuatan, Perihal, begun
from service.acts.simpan.lent import lent
from service.domain.edisi.edisi import DIP, DITETAPKAN, PENETAPAN, TERBIT, Edisi
from service.domain.edisi.terbitan import FileTerbit
from service.domain.gerbang import keluar
from service.domain.gerbang.keluar import PDF, FileKeluar, id_of
from service.domain.naskah import Naskah
from service.domain.refusals import Overtaken, Refusal
from service.domain.simpanan import Simpanan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

NAMA = "surat-keputusan.pdf"
KEPALA = b"%PDF-"


class TanpaSk(Refusal):
    """There is no signed paper that could go out."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Surat keputusan edisi ini tidak tersimpan sebagai PDF bertanda tangan, jadi tidak ada "
            "yang dapat diumumkan. Tidak ada yang diubah."
        )


def decree(reading: Reading, one: Edisi) -> str:
    """The sha256 of the signed paper on which an edition of the DIP stands; '' where none may go.

    Decrees of a test name what is withheld, and an old one may name what is withheld since: they
    do not go out.
    """
    if (one.daftar, one.jenis) != (DIP, PENETAPAN) or one.keadaan not in (DITETAPKAN, TERBIT):
        return ""
    found = reading.find(Naskah, id=one.naskah) if one.naskah and one.sk.sah else []
    if not found or names_withheld(reading, found[0]):
        return ""
    return found[0].bertanda_tangan


def sk_out(reading: Reading, one: Edisi) -> FileTerbit | None:
    """The decree that a person let go, as long as nothing has changed since; else None."""
    asal = decree(reading, one)
    for row in reading.find(FileKeluar, id=id_of(one.id)) if asal else ():
        if keluar.goes_out(row, asal) and not is_shut(reading, row.asal, row.hasil):
            nama = f"sk-{one.daftar}-{one.instansi}-{one.tahun}-{one.urut}.pdf"
            return FileTerbit(row.tampak, nama, row.tampak_mime, row.tampak_ukuran)
    return None


def standing(reading: Reading, oleh: Hadir, edisi_id: str) -> tuple[Edisi, FileKeluar | None]:
    """The edition, and its decree on the way out as far as it counts for the paper of now."""
    one = edisi_for(reading, oleh, edisi_id)
    asal = decree(reading, one)
    found = reading.find(FileKeluar, id=id_of(one.id)) if asal else []
    current = [row for row in found if row.asal == asal]
    return one, current[0] if current else None


def begin(house: House, oleh: Hadir, edisi_id: str) -> FileKeluar:
    """The decree is to be looked at; asked twice it is looked at once."""
    with house.ledger.read() as reading:
        asal = decree(reading, edisi_for(reading, oleh, edisi_id))
        kept = reading.find(Simpanan, id=asal) if asal else []
    if not kept:
        raise TanpaSk
    with lent(house, asal) as path:
        content = path.read_bytes()
    if not content.startswith(KEPALA):
        raise TanpaSk
    with house.ledger.begin() as tx:
        one = edisi_for(tx, oleh, edisi_id)
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, ""))
        if decree(tx, one) != asal:
            raise Overtaken("edisi", one.id)
        told = (id_of(one.id), one.instansi, one.id, asal, PDF, kept[0].ukuran, NAMA)
        return begun(house, tx, _about(one), oleh, FileKeluar(*told, bertanda=TANDA in content))


def _about(one: Edisi) -> Perihal:
    return Perihal(one.id, one.instansi)


def _standing(reading: Reading, oleh: Hadir, edisi_id: str) -> tuple[Perihal, FileKeluar | None]:
    one, row = standing(reading, oleh, edisi_id)
    return _about(one), row


perbuatan = Perbuatan(_standing)
