"""A person chooses evidence for a question, or leaves out what the house has by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.acts.informasi.baca import informasi_for
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.naskah_terbaca import for_everyone, readable_by_id
from service.acts.lihat.terlihat import file_for
from service.acts.monev.gerbang import is_electronic, looked_at
from service.acts.monev.kuesioner import question, questions
from service.acts.monev.kumpul import signed_bytes
from service.acts.orang import izin
from service.acts.pelepasan.baca import is_shut, need_open
from service.domain.catatan import Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.tutupan import FileTertutup
from service.domain.kiriman import Kiriman
from service.domain.monev.bukti import FILE, INFORMASI, NASKAH, SUMBER, BuktiMonev, bukti_id
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx
from service.ports.kiriman import Jangkauan
from service.ports.naskah import BarisNaskah, SaringNaskah

DITAWARKAN = 30  # papers of one kind


class BelumTerbaca(Refusal):
    """A line that the public does not read, or that gives no file out."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Baris itu belum terbaca publik, atau filenya belum dilepas untuk umum. Terbitkan dan "
            "lepas dahulu filenya. Tidak ada yang diubah."
        )


class NaskahTertutup(Refusal):
    """A paper that not everybody may read is no evidence to hand out."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini belum ditandatangani, rahasia, atau menyebut siapa pemohonnya, jadi tidak "
            "dapat menjadi bukti. Tidak ada yang diubah."
        )


class FileRahasia(Refusal):
    """What came in as secret is no evidence to hand out."""

    status = 409

    def __init__(self) -> None:
        super().__init__("File rahasia tidak dapat menjadi bukti. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Tempat:
    """For which question of which agency."""

    instansi: str
    kode: str


def source(house: House, oleh: Hadir, at: Tempat, sumber: str, *, dipakai: bool) -> BuktiMonev:
    """What the house has by itself is left out, or taken in again."""
    asked = question(questions(house.packs, at.instansi), at.kode)
    if sumber not in asked.sumber:
        raise TidakAda("Bukti itu")
    with house.ledger.begin() as tx:
        return _put(house, tx, oleh, at, SUMBER, sumber, dipakai=dipakai)


def piece(house: House, oleh: Hadir, at: Tempat, kode: str) -> BuktiMonev:
    """The public file of a line of the DIP, by the code that somebody typed."""
    with house.ledger.begin() as tx:
        found = tx.find(Informasi, kode=kode, instansi=at.instansi)
        one = informasi_for(tx, oleh, found[0].id if found else "")
        if not one.tampak or not one.pelengkap.sidik:
            raise BelumTerbaca
        need_open(tx, one, one.pelengkap.sidik)
        return _put(house, tx, oleh, at, INFORMASI, one.id)


def paper(house: House, oleh: Hadir, at: Tempat, naskah_id: str) -> BuktiMonev:
    """A signed paper; it is looked at by the gate like every file that goes out."""
    signed = is_electronic(house, naskah_id)
    with house.ledger.begin() as tx:
        found = tx.find(Naskah, id=naskah_id, instansi=at.instansi)
        if not found or not readable_by_id(tx, oleh, naskah_id):
            raise TidakAda("Naskah itu")
        if not signed_bytes(found[0]) or not for_everyone(tx, naskah_id):
            raise NaskahTertutup
        one = _put(house, tx, oleh, at, NASKAH, naskah_id)
        looked_at(house, tx, oleh, one, signed=signed)
        return one


def file(house: House, oleh: Hadir, at: Tempat, file_id: str) -> BuktiMonev:
    """A file of the office that came in like any other; the gate decides."""
    with house.ledger.begin() as tx:
        held = file_for(tx, oleh, file_id)
        came = tx.get(Kiriman, held.kiriman)
        need_letter(tx, came.id)
        if came.instansi != at.instansi:
            raise TidakAda("File itu")
        if came.rahasia:
            raise FileRahasia
        one = _put(house, tx, oleh, at, FILE, file_id)
        if is_shut(tx, held.sha256):
            raise FileTertutup
        if held.mime:  # what came in just now is looked at when a person asks for it
            looked_at(house, tx, oleh, one)
        return one


def drop(house: House, oleh: Hadir, at: Tempat, bukti: str) -> None:
    """It is evidence no more; done twice it is the same."""
    with house.ledger.begin() as tx:
        _need(tx, oleh, at)
        found = tx.find(BuktiMonev, id=bukti, instansi=at.instansi)
        if not found or found[0].pertanyaan != at.kode:
            raise TidakAda("Bukti itu")
        if found[0].dipakai:
            tx.save(found[0], replace(found[0], dipakai=False))
            _noted(house, tx, oleh, found[0], "monev_bukti_dilepas")


def offered(house: House, instansi: str, jenis: Sequence[str]) -> list[BarisNaskah]:
    """Signed papers of these kinds that lie in no secret matter, the newest first."""
    places = [Jangkauan(instansi, "", rahasia=False)]
    done = (DITANDATANGANI, DIARSIPKAN)
    return [
        row
        for kind in jenis
        for row in house.naskah.listed(places, SaringNaskah(done, kind), 0, DITAWARKAN)
    ]


def _put(
    house: House,
    tx: Tx,
    oleh: Hadir,
    at: Tempat,
    jenis: str,
    sasaran: str,
    *,
    dipakai: bool = True,
) -> BuktiMonev:
    _need(tx, oleh, at)
    whole = questions(house.packs, at.instansi)
    kode = question(whole, at.kode).kode
    id_ = bukti_id(at.instansi, whole.tahun, kode, jenis, sasaran)
    now, siapa = house.clock.now(), oleh.orang.id
    told = (id_, at.instansi, whole.tahun, kode, jenis, sasaran, siapa, now)
    fresh = BuktiMonev(*told, dipakai=dipakai)
    found = tx.find(BuktiMonev, id=id_)
    if found and found[0].dipakai == dipakai:
        return found[0]
    if found:
        tx.save(found[0], replace(fresh, versi=found[0].versi))
    else:
        tx.add(fresh)
    what = "monev_bukti_dipilih" if dipakai else "monev_bukti_dilepas"
    _noted(house, tx, oleh, fresh, what)
    return fresh


def _need(tx: Tx, oleh: Hadir, at: Tempat) -> None:
    if not oleh.sees(at.instansi):
        raise TidakAda("Pertanyaan itu")
    izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(at.instansi, ""))


def _noted(house: House, tx: Tx, oleh: Hadir, one: BuktiMonev, what: str) -> None:
    told = {"pertanyaan": one.pertanyaan, "jenis": one.jenis, "sasaran": one.sasaran}
    tx.note(Catatan(one.instansi, oleh.orang.id, what, house.clock.now(), one.id, told))
