"""A person says what a file is worth that came back and was not taken as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.kembali.periksa import look
from service.acts.kembali.tertahan import opened
from service.acts.naskah.pemegang_tempat import holders
from service.acts.naskah.tempat_ttd import places
from service.acts.orang import izin
from service.acts.ttd.sertifikat_luar import Pemilik, known_from_now
from service.acts.ttd.tembusan import follows
from service.domain import kembalian as k
from service.domain import tempat_ttd as t
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.kembalian import Kembalian
from service.domain.naskah import DIKIRIM, BukanSaatnya, Naskah, signed
from service.domain.orang import Orang
from service.domain.penanda_kembali import sole_signer
from service.domain.refusals import Overtaken, Refusal
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.domain.tolakan_ttd import BukanTempatAnda, SedangDitandatangani
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

TANPA_AKUN = "-"  # who signed has no account here


class SertifikatBelumJelas(Refusal):
    """A certificate is to be known from a file that does not say clearly whose it is."""

    def __init__(self) -> None:
        super().__init__(
            "Sertifikatnya belum dapat dikenali dari file ini: harus ada tepat satu tanda tangan "
            "baru yang utuh, bersertifikat dari penerbit yang dipercaya, milik satu orang yang "
            "memiliki akun. Belum ada yang berubah; hilangkan centangnya bila tetap hendak "
            "menerima."
        )


@dataclass(frozen=True)
class Putusan:
    """What a person says of a file that came back."""

    kembalian: str
    sidik: str
    alasan: str
    oleh: Mapping[str, str]  # for each place that it fills, who signed
    kenali: bool = False  # the certificate is taken as that person's from now on


@dataclass(frozen=True)
class Terpegang:
    """What is decided about, as the ledger has it now."""

    kembalian: Kembalian
    naskah: Naskah
    berkas: Berkas
    kind: Pasangan
    semua: tuple[TempatTtd, ...]
    pemegang: str  # on which the leave rests


def accept(house: House, oleh: Hadir, said: Putusan) -> Naskah:
    """Taken for the signed paper, byte for byte, by a person and for a reason of theirs."""
    owner = _owner(house, oleh, said) if said.kenali else None
    with house.ledger.begin() as tx:
        held = _in_hand(tx, house, oleh, said)
        naskah, one = held.naskah, held.kembalian
        if said.sidik != f"{one.versi}.{naskah.versi}":
            raise Overtaken("kembalian", one.id)
        now, before = house.clock.now(), t.latest(held.semua, naskah.pdf)
        _need_waiting(held, said.oleh, now)
        people = holders(tx, held.berkas, held.semua, now)
        left = t.waiting(held.semua)
        for place in left:
            if place.id in said.oleh:
                who = _signer(said.oleh[place.id], people[place.peran])
                tx.save(place, t.came_back(place, who, before, one.file, now))
        done = len(said.oleh) == len(left)
        after = signed(naskah, one.file) if done else naskah
        tx.save(naskah, after)
        if owner:
            known_from_now(house, tx, oleh, owner, naskah)
        told = {"sebelum": before, "sesudah": one.file}
        _decided(house, tx, oleh, held, k.DITERIMA, said.alasan, told)
        if done:
            follows(house, tx, naskah)
        for job, untuk in _owed(naskah, done=done):
            tx.plan(job, untuk)
    return replace(after, versi=naskah.versi + 1)


def refuse(house: House, oleh: Hadir, said: Putusan) -> None:
    """It is not the signed paper; what came stays kept, and the paper goes on waiting."""
    with house.ledger.begin() as tx:
        held = _in_hand(tx, house, oleh, said)
        if said.sidik.partition(".")[0] != str(held.kembalian.versi):
            raise Overtaken("kembalian", held.kembalian.id)
        _decided(house, tx, oleh, held, k.DITOLAK, said.alasan, {})


def _in_hand(tx: Tx, house: House, oleh: Hadir, said: Putusan) -> Terpegang:
    one, naskah, berkas, kind = opened(house, tx, oleh, said.kembalian)
    tempat = izin.Tempat(naskah.instansi, berkas.unit, naskah.penyiap)
    given = izin.need(tx, oleh, Act.SIGN, tempat, said.alasan)
    if one.keadaan != k.MENUNGGU:
        raise k.SudahDiputuskan
    if not said.alasan.strip():
        raise k.TanpaAlasanKembali
    return Terpegang(one, naskah, berkas, kind, tuple(places(tx, naskah)), given.pemegang)


def _need_waiting(held: Terpegang, filled: Mapping[str, str], now: datetime) -> None:
    """Nothing, where the paper still waits, and these places may be filled."""
    if held.berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(held.berkas.keadaan)
    naskah = held.naskah
    if naskah.keadaan != DIKIRIM or naskah.ajuan != held.kembalian.ajuan:
        raise BukanSaatnya(naskah.keadaan, DIKIRIM)
    if any(one.leased(now) for one in held.semua):
        raise SedangDitandatangani
    if held.semua and not filled:
        raise k.TanpaPenandatangan
    t.need_in_order(held.semua, held.kind.urutan, filled)


def _owed(naskah: Naskah, *, done: bool) -> list[tuple[str, str]]:
    if not done:
        return [("send", naskah.id)]  # the next signs what came back
    # It does not lie with its signer any more, and may be the last that the dossier waited for.
    return [("collect", naskah.id), ("assemble", naskah.berkas), ("papan", naskah.id)]


def _decided(
    house: House,
    tx: Tx,
    oleh: Hadir,
    held: Terpegang,
    keadaan: str,
    alasan: str,
    told: dict[str, str],
) -> None:
    one, naskah, now = held.kembalian, held.naskah, house.clock.now()
    reason = izin.written(house, tx, naskah.instansi, naskah.id, alasan.strip())
    say = k.taken if keadaan == k.DITERIMA else k.refused
    tx.save(one, say(one, oleh.orang.id, now, reason))
    rincian = {"kembalian": one.id, "alasan": reason, "pemegang": held.pemegang, **told}
    what = f"kembalian_{keadaan}"
    tx.note(Catatan(naskah.instansi, oleh.orang.id, what, now, naskah.id, rincian))


def _signer(told: str, people: Sequence[Orang]) -> str:
    """The person who is said to have signed; '' for one without an account."""
    if told == TANPA_AKUN:
        return ""
    if told not in {one.id for one in people}:
        raise BukanTempatAnda
    return told


def _owner(house: House, oleh: Hadir, said: Putusan) -> Pemilik:
    """Whose certificate is on it, looked at before anything is held in the ledger."""
    with house.ledger.read() as reading:
        one, naskah, _, _ = opened(house, reading, oleh, said.kembalian)
        before = t.latest(places(reading, naskah), naskah.pdf)
    people = [who for who in said.oleh.values() if who and who != TANPA_AKUN]
    if len(people) != 1:
        raise SertifikatBelumJelas
    with house.room() as room:
        bacaan, dikirim = look(house, before, house.store.fetch(one.file, room / "kembali.pdf"))
    found = sole_signer(bacaan, dikirim)
    if found is None:
        raise SertifikatBelumJelas
    return Pemilik(people[0], found)
