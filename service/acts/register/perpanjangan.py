"""The term for answering a request is lengthened once: of its line, of its matter, or of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.berkas.tenggat import dated, term_of
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.terlihat import file_for, line_for
from service.acts.orang import izin
from service.acts.sop.versi import walked
from service.domain import permohonan as p
from service.domain import perpanjangan as d
from service.domain.berkas import BERJALAN, Berkas
from service.domain.berkas import need_open as need_matter_open
from service.domain.catatan import Catatan
from service.domain.kode_lacak import id_for
from service.domain.permohonan import Permohonan
from service.domain.perpanjangan import Perpanjangan, SudahDiperpanjang, TenggatLewat
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class TidakDapatDiperpanjang(Refusal):
    """Only a term that runs can be lengthened."""

    def __init__(self) -> None:
        super().__init__(
            "Untuk berkas ini tidak ada tenggat hukum yang berjalan, jadi tidak ada yang dapat "
            "diperpanjang. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Perpanjang:
    """What a person says: which lawful reason, in which words, and how its letter stands."""

    alasan: str
    uraian: str
    surat: str
    nomor: str = ""
    file: str = ""


@dataclass(frozen=True)
class Pasangan:
    """A line of the register, the matter about it, or both: what is lengthened together."""

    permohonan: Permohonan | None
    berkas: Berkas | None

    @property
    def tempat(self) -> tuple[str, str]:
        """Where it belongs."""
        one = self.permohonan or self.berkas
        assert one, "one of both is there"
        return one.instansi, one.unit

    @property
    def id(self) -> str:
        """By what the one extension is known, whichever of both is asked for."""
        one = self.permohonan or self.berkas
        assert one, "one of both is there"
        return id_for("perpanjangan", one.kiriman or one.id)


def of_request(
    house: House, oleh: Hadir, permohonan_id: str, versi: int, said: Perpanjang
) -> Permohonan:
    """A line of the register, and with it the matter about it where one runs."""
    with house.ledger.begin() as tx:
        pair = _of_request(tx, oleh, permohonan_id, versi)
        _extended(house, tx, oleh, pair, said)
        return tx.get(Permohonan, permohonan_id)


def of_matter(house: House, oleh: Hadir, berkas_id: str, versi: int, said: Perpanjang) -> Berkas:
    """A matter, and with it the line of the register it is about where one is open."""
    with house.ledger.begin() as tx:
        pair = _of_matter(tx, oleh, berkas_id, versi)
        _extended(house, tx, oleh, pair, said)
        return tx.get(Berkas, berkas_id)


def look_request(
    house: House, oleh: Hadir, permohonan_id: str, versi: int, said: Perpanjang
) -> None:
    """Refuse what `of_request` would refuse, before a scan is taken in for it."""
    with house.ledger.read() as reading:
        _allowed(house, reading, oleh, _of_request(reading, oleh, permohonan_id, versi), said)


def look_matter(house: House, oleh: Hadir, berkas_id: str, versi: int, said: Perpanjang) -> None:
    """Refuse what `of_matter` would refuse, before a scan is taken in for it."""
    with house.ledger.read() as reading:
        _allowed(house, reading, oleh, _of_matter(reading, oleh, berkas_id, versi), said)


def known(reading: Reading, permohonan: Permohonan) -> Perpanjangan | None:
    """The extension of a request, where there is one."""
    found = reading.find(Perpanjangan, permohonan=permohonan.id)
    return found[0] if found else None


def _of_request(reading: Reading, oleh: Hadir, id_: str, versi: int) -> Pasangan:
    one = line_for(reading, oleh, Permohonan, id_)
    if one.versi != versi:
        raise Overtaken("permohonan", id_)
    matters = [x for x in reading.find(Berkas, kiriman=one.kiriman) if _runs(x)]
    return Pasangan(one, matters[0] if matters else None)


def _runs(one: Berkas) -> bool:
    return one.keadaan == BERJALAN and one.tenggat is not None and not one.induk


def _of_matter(reading: Reading, oleh: Hadir, id_: str, versi: int) -> Pasangan:
    one = berkas_for(reading, oleh, id_)
    if one.versi != versi:
        raise Overtaken("berkas", id_)
    need_matter_open(one)
    lines = reading.find(Permohonan, kiriman=one.kiriman) if one.kiriman else []
    open_ = [x for x in lines if x.keadaan in p.TERBUKA]
    return Pasangan(open_[0] if open_ else None, one)


def _allowed(
    house: House, reading: Reading, oleh: Hadir, pair: Pasangan, said: Perpanjang
) -> izin.Izin:
    given = izin.need(reading, oleh, Act.APPROVE, izin.Tempat(*pair.tempat))
    d.checked(said.alasan, said.uraian, said.surat, said.file)
    for before in reading.find(Perpanjangan, id=pair.id):
        raise SudahDiperpanjang(before.sampai)
    today = kalender(house, reading, *pair.tempat).tanggal(house.clock.now())
    if pair.permohonan:
        p.need_open(pair.permohonan)
        if pair.permohonan.diperpanjang:
            raise SudahDiperpanjang(pair.permohonan.tenggat)
        _need_time(pair.permohonan.tenggat, today)
    if pair.berkas:
        sop = walked(reading, pair.berkas).sop
        if term_of(agency(house.packs, pair.tempat[0]), sop) is None or not pair.berkas.tenggat:
            raise TidakDapatDiperpanjang
        if pair.berkas.perpanjangan:
            raise SudahDiperpanjang(pair.berkas.tenggat)
        _need_time(pair.berkas.tenggat, today)
    return given


def _need_time(tenggat: date, today: date) -> None:
    if today > tenggat:
        raise TenggatLewat


def _extended(house: House, tx: Tx, oleh: Hadir, pair: Pasangan, said: Perpanjang) -> None:
    given = _allowed(house, tx, oleh, pair, said)
    if said.file:
        file_for(tx, oleh, said.file)
    instansi = agency(house.packs, pair.tempat[0])
    more = instansi.tenggat_of(p.PERPANJANGAN.id) or p.PERPANJANGAN
    ends = [_request(house, tx, pair.permohonan)] if pair.permohonan else []
    ends += [_matter(house, tx, pair.berkas, more.jumlah)] if pair.berkas else []
    one = Perpanjangan(
        pair.id,
        *pair.tempat,
        pair.permohonan.id if pair.permohonan else "",
        pair.berkas.id if pair.berkas else "",
        said.alasan,
        said.uraian.strip(),
        more.jumlah,
        *ends[0],
        said.surat,
        house.clock.now(),
        given.siapa,
        said.file,
        " ".join(said.nomor.split()),
    )
    tx.add(one)
    told = {"alasan": one.alasan, "sampai": one.sampai.isoformat(), "pemegang": given.pemegang}
    for apa, about in (
        ("permohonan_diperpanjang", one.permohonan),
        ("tenggat_diperpanjang", one.berkas),
    ):
        if about:
            tx.note(Catatan(one.instansi, given.siapa, apa, one.pada, about, told))
    if one.permohonan:
        tx.plan("lacak", one.permohonan)


def _request(house: House, tx: Tx, before: Permohonan) -> tuple[date, date]:
    days = kalender(house, tx, before.instansi, before.unit)
    until = p.extended_due(agency(house.packs, before.instansi), days, before.tenggat)
    tx.save(before, replace(before, tenggat=until, diperpanjang=True))
    return before.tenggat, until


def _matter(house: House, tx: Tx, before: Berkas, more: int) -> tuple[date, date]:
    sop = walked(tx, before).sop
    after = dated(house, tx, sop, replace(before, perpanjangan=more))
    tx.save(before, after)
    assert before.tenggat, "a term runs"
    assert after.tenggat, "a term runs"
    return before.tenggat, after.tenggat
