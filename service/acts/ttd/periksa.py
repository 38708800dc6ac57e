"""Somebody looks into a signature of which no answer came: it was set, or it was not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.acts.lihat.naskah_terbaca import need_readable
from service.acts.lihat.terlihat import reach_of
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.acts.naskah.tempat_ttd import places
from service.acts.orang import izin
from service.acts.simpan.keep import Kept, hold, keep
from service.acts.ttd.layanan import Terbaca, done_with, looked_at
from service.acts.ttd.tembusan import follows
from service.domain import tempat_ttd as t
from service.domain.alasan import Alasan
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import DIKIRIM, BukanSaatnya, Naskah, signed
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx
from service.ports.tanda_tangan import BarisTtd, SaringKeluar

PART = 1_000_000  # bytes


class TanpaAlasanPeriksa(Refusal):
    """Who says how it was says why."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis bagaimana Anda memastikannya, misalnya siapa yang melihat di layanan itu. Tidak "
            "ada yang berubah."
        )


class BukanLanjutan(Refusal):
    """Not even a person takes what is another paper."""

    def __init__(self) -> None:
        super().__init__(
            "File yang tersimpan bukan lanjutan naskah yang dikirim, jadi tidak dapat diterima. "
            "Tidak ada yang berubah."
        )


class TanpaFile(Refusal):
    """There is nothing that could be taken."""

    def __init__(self) -> None:
        super().__init__("Pilih file PDF bertanda tangan itu. Tidak ada yang berubah.")


@dataclass(frozen=True)
class Ragu:
    """One signature of which nobody knows whether it was set."""

    naskah: Naskah
    berkas: Berkas
    nama: str
    tempat: TempatTtd
    semua: tuple[TempatTtd, ...]
    sebab: str = ""
    boleh: bool = False
    dapat_diambil: bool = False

    @property
    def sidik(self) -> str:
        """Of what a person looks at before they say how it was."""
        return f"{self.tempat.versi}.{self.naskah.versi}"


@dataclass(frozen=True)
class Katanya:
    """What a person says, of what they saw, and why."""

    naskah: str
    sidik: str
    alasan: str = ""


def waiting(house: House, oleh: Hadir, atmost: int) -> list[BarisTtd]:
    """The papers with such a signature that this person may look into, the oldest first."""
    places = reach_of(house, oleh, Act.SIGN)
    return house.ttd.out(places, SaringKeluar(ragu=True), 0, atmost) if places else []


def read(house: House, oleh: Hadir, naskah_id: str) -> Ragu:
    """What is known; TidakAda where there is no doubt, or none that this person may see."""
    with house.ledger.read() as reading:
        one = _found(house, reading, oleh, naskah_id)
        kata = reading.find(Alasan, id=one.tempat.alasan) if one.tempat.alasan else []
    return Ragu(
        *(one.naskah, one.berkas, one.nama, one.tempat, one.semua),
        sebab="".join(x.kata for x in kata),
        boleh=oleh.may(Act.SIGN, one.berkas.instansi, one.berkas.unit),
        dapat_diambil=bool(one.tempat.acuan) and house.esign.hands_out,
    )


def bring(house: House, oleh: Hadir, said: Katanya, path: Path) -> bool:
    """A file that somebody has; whether it was taken. Else it is kept, with what was found."""
    with house.ledger.read() as reading:
        one = _in_hand(house, reading, oleh, said)
        keys = reading.find(KunciTtd, orang=one.tempat.oleh) if one.tempat.oleh else []
    known = [x.sidik for x in keys if x.sidik and x.terpakai]
    return _looked(house, oleh, said, path, known)


def fetch(house: House, oleh: Hadir, said: Katanya) -> bool:
    """What the service signed, asked for once more by its id there; whether it was taken."""
    with house.ledger.read() as reading:
        one = _in_hand(house, reading, oleh, said)
    back = house.aside(f"{one.tempat.id}-{one.tempat.versi}-lagi")
    with house.room() as room:
        pdf = house.store.fetch(one.tempat.sebelum, room / "naskah.pdf")
        if not back.exists():  # handed out once only: what came before a crash is used
            house.esign.fetch(one.tempat.acuan, pdf, back)
    taken = _looked(house, oleh, said, back, None)
    done_with(back)
    return taken


def accept(house: House, oleh: Hadir, said: Katanya) -> None:
    """What came back is the signed paper, though the rule alone would not take it."""
    _need_reason(said)
    with house.ledger.begin() as tx:
        one = _in_hand(house, tx, oleh, said, dua=True)
        if not one.tempat.sesudah:
            raise TanpaFile
        _need_more(house, one.tempat)
        _fill(house, tx, oleh, one, one.tempat.sesudah, said.alasan)


def free(house: House, oleh: Hadir, said: Katanya) -> None:
    """Nothing was signed: the place is empty, and may be signed again."""
    _need_reason(said)
    with house.ledger.begin() as tx:
        one = _in_hand(house, tx, oleh, said, dua=True)
        tx.save(one.tempat, t.looked_into(one.tempat))
        told = {"tempat": one.tempat.id}
        _noted(house, tx, oleh, one, "naskah_ttd_nihil", said.alasan, told)


def _need_more(house: House, one: TempatTtd) -> None:
    """Nothing, where what came back begins with what was sent, and goes on."""
    with house.store.open(one.sesudah) as came, house.store.open(one.sebelum) as went:
        while part := went.read(PART):
            if came.read(len(part)) != part:
                raise BukanLanjutan
        if not came.read(1):
            raise BukanLanjutan


def _need_reason(said: Katanya) -> None:
    if not said.alasan.strip():
        raise TanpaAlasanPeriksa


def _found(house: House, reading: Reading, oleh: Hadir, naskah_id: str) -> Ragu:
    naskah, berkas = naskah_for(reading, oleh, naskah_id)
    kind = declared_for(house, reading, naskah)
    need_readable(reading, oleh, naskah, berkas, kind)
    every = tuple(places(reading, naskah))
    mine = next((one for one in every if one.keadaan == t.PERLU_DICEK), None)
    if mine is None:
        raise TidakAda("Tanda tangan yang perlu dicek pada naskah itu")
    return Ragu(naskah, berkas, kind.nama, mine, every)


def _in_hand(
    house: House, reading: Reading, oleh: Hadir, said: Katanya, *, dua: bool = False
) -> Ragu:
    """As this person saw it, for who may say how it was; `dua`: not who wrote it alone."""
    one = _found(house, reading, oleh, said.naskah)
    writers = one.naskah.penyiap if dua else ()
    tempat = izin.Tempat(one.naskah.instansi, one.berkas.unit, writers)
    izin.need(reading, oleh, Act.SIGN, tempat, said.alasan)
    if one.sidik != said.sidik:
        raise Overtaken("naskah", one.naskah.id)
    if one.berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(one.berkas.keadaan)
    if one.naskah.keadaan != DIKIRIM:
        raise BukanSaatnya(one.naskah.keadaan, DIKIRIM)
    return one


def _looked(house: House, oleh: Hadir, said: Katanya, path: Path, sidik: list[str] | None) -> bool:
    """Kept first, then held to the rule."""
    kept = keep(house, path)
    with house.ledger.read() as reading:
        one = _in_hand(house, reading, oleh, said)
    found = looked_at(house, one.tempat.sebelum, path, one.nama, sidik)
    with house.ledger.begin() as tx:
        now = _in_hand(house, tx, oleh, said)
        act = _taken if found.putusan.diterima else _put_by
        act(house, tx, oleh, now, kept, found)
    return found.putusan.diterima


def _taken(house: House, tx: Tx, oleh: Hadir, one: Ragu, kept: Kept, found: Terbaca) -> None:
    hold(tx, kept)
    _fill(house, tx, oleh, one, kept.sha256, " ".join(found.putusan.ditemukan))


def _put_by(house: House, tx: Tx, oleh: Hadir, one: Ragu, kept: Kept, found: Terbaca) -> None:
    hold(tx, kept)
    kata = " ".join(found.putusan.ditemukan)
    reason = izin.written(house, tx, one.naskah.instansi, one.naskah.id, kata)
    tx.save(one.tempat, t.unknown(one.tempat, one.tempat.acuan, reason, kept.sha256))
    told = {"tempat": one.tempat.id, "sesudah": kept.sha256, "alasan": reason}
    now = house.clock.now()
    apa = "naskah_perlu_dicek"
    tx.note(Catatan(one.naskah.instansi, oleh.orang.id, apa, now, one.naskah.id, told))


def _fill(house: House, tx: Tx, oleh: Hadir, one: Ragu, sesudah: str, kata: str) -> None:
    filled = t.found_signed(one.tempat, sesudah, house.clock.now())
    every = [filled if x.id == filled.id else x for x in one.semua]
    done = t.whole(every)
    tx.save(one.tempat, filled)
    tx.save(one.naskah, signed(one.naskah, sesudah) if done else one.naskah)
    told = {"tempat": filled.id, "sebelum": filled.sebelum, "sesudah": sesudah}
    _noted(house, tx, oleh, one, "naskah_ttd_ditemukan", kata, told)
    if done:
        follows(house, tx, one.naskah)
        tx.plan("assemble", one.naskah.berkas)
        tx.plan("papan", one.naskah.id)


def _noted(
    house: House, tx: Tx, oleh: Hadir, one: Ragu, apa: str, kata: str, told: dict[str, str]
) -> None:
    reason = izin.written(house, tx, one.naskah.instansi, one.naskah.id, kata.strip())
    told = told | ({"alasan": reason} if reason else {})
    now, siapa = house.clock.now(), oleh.orang.id
    tx.note(Catatan(one.naskah.instansi, siapa, apa, now, one.naskah.id, told))
