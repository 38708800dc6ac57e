"""My keys for signing: taken in with the passphrase that opens them once, shown, let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.simpan import nik
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import Catatan
from service.domain.esign.pengguna import TAK_TERDAFTAR
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import (
    BSRE,
    FILE,
    PERANGKAT,
    TERBESAR,
    BukanFileKunci,
    KunciDilepas,
    KunciTtd,
    let_go,
    nik_of,
)
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanda_tangan import Sertifikat
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx
from service.ports.signing import Kunci, KunciBsre, KunciFile, KunciPerangkat, Penandatangan


class SudahTerdaftar(Refusal):
    """The same certificate, once more."""

    def __init__(self, nama: str) -> None:
        super().__init__(f"Sertifikat ini sudah terdaftar sebagai {nama}. Tidak ada yang berubah.")


class SertifikatHabis(Refusal):
    """Nobody signs with a certificate that is over."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Belum ada yang disimpan.")


class BelumTerdaftar(Refusal):
    """BSrE knows nobody by this NIK; it is not repeated."""

    def __init__(self) -> None:
        super().__init__(
            "NIK itu belum terdaftar di BSrE. Belum ada yang disimpan. Periksa angkanya, atau "
            "daftarkan melalui verifikator instansi."
        )


class KodeHanyaBsre(Refusal):
    """No code is sent for a key that lies here."""

    def __init__(self) -> None:
        super().__init__(
            "Kode sekali pakai hanya dikirim untuk sertifikat di BSrE. Belum ada yang dikirim. "
            "Pilih sertifikat BSrE Anda, lalu tekan lagi."
        )


@dataclass(frozen=True)
class Perangkat:
    """A device that holds a key, as its owner names it."""

    nama: str
    token: str
    label: str


def mine(reading: Reading, oleh: Hadir) -> list[KunciTtd]:
    """The keys this person may sign with, the latest first."""
    found = [one for one in reading.find(KunciTtd, orang=oleh.orang.id) if one.terpakai]
    return sorted(found, key=lambda one: (one.dibuat, one.id), reverse=True)


def to_sign_with(reading: Reading, oleh: Hadir) -> list[KunciTtd]:
    """Those of them with which this person signs here."""
    return [one for one in mine(reading, oleh) if one.di_sini]


def one_of(reading: Reading, oleh: Hadir, kunci_id: str) -> KunciTtd:
    """A key of this person; TidakAda for any other."""
    found = reading.find(KunciTtd, id=kunci_id)
    if not found or found[0].orang != oleh.orang.id:
        raise TidakAda("Sertifikat itu")
    return found[0]


def add_file(house: House, oleh: Hadir, path: Path, nama: str, frasa: FrasaSandi) -> KunciTtd:
    """A locked file, once its passphrase opened it; the passphrase is kept nowhere."""
    if path.stat().st_size > TERBESAR:
        raise BukanFileKunci
    who = Penandatangan(oleh.orang.nama, KunciFile(path))
    told = _sound(house, house.signer.certificate(who, frasa))
    kept = keep(house, path)
    one = replace(_described(house, oleh, FILE, nama, told), file=kept.sha256)
    with house.ledger.begin() as tx:
        if same := _known(tx, oleh, told):
            return same
        hold(tx, kept)
        _added(house, tx, oleh, one)
    return one


def add_device(house: House, oleh: Hadir, asked: Perangkat, frasa: FrasaSandi) -> KunciTtd:
    """A key on a token or a card, once its PIN opened it."""
    key = _device(house, asked.token, asked.label)
    told = _sound(house, house.signer.certificate(Penandatangan(oleh.orang.nama, key), frasa))
    one = _described(house, oleh, PERANGKAT, asked.nama, told)
    one = replace(one, token=asked.token, label=asked.label)
    with house.ledger.begin() as tx:
        if same := _known(tx, oleh, told):
            return same
        _added(house, tx, oleh, one)
    return one


def add_bsre(house: House, oleh: Hadir, typed: str) -> KunciTtd:
    """A certificate at BSrE, by the NIK that it was issued to."""
    plain = nik_of(typed)
    if house.esign.state(plain).keadaan == TAK_TERDAFTAR:
        raise BelumTerdaftar
    with house.ledger.begin() as tx:
        for same in mine(tx, oleh):
            if same.jenis == BSRE and _has(house, same, plain):
                return same
        id_, now = house.new_id(), house.clock.now()
        shut = nik.sealed(house, plain, id_)
        one = KunciTtd(id_, oleh.orang.id, BSRE, "BSrE", now, nik=shut)
        _added(house, tx, oleh, one)
    return one


def _has(house: House, one: KunciTtd, plain: str) -> bool:
    try:
        return nik.opened(house, one) == plain
    except nik.NikTakTerbuka:
        return False


def send_code(house: House, oleh: Hadir, kunci_id: str, banyak: int = 1) -> None:
    """Have a one-time code sent to the owner of a key at BSrE, for so many papers."""
    with house.ledger.read() as reading:
        one = one_of(reading, oleh, kunci_id)
    if not one.terpakai:
        raise KunciDilepas
    if one.jenis != BSRE:
        raise KodeHanyaBsre
    house.esign.send_code(nik.opened(house, one), banyak if house.esign.codes_for_many else 1)


def release(house: House, oleh: Hadir, kunci_id: str) -> None:
    """It signs nothing any more; what it signed stays."""
    with house.ledger.begin() as tx:
        before = one_of(tx, oleh, kunci_id)
        after = let_go(before, house.clock.now())
        if after == before:
            return
        tx.save(before, after)
        _note(house, tx, oleh, "kunci_ttd_dilepas", before)


def opened(house: House, one: KunciTtd, room: Path) -> Kunci:
    """The key as a signer takes it."""
    if one.jenis == FILE:
        return KunciFile(house.store.fetch(one.file, room / "kunci.p12"))
    if one.jenis == BSRE:
        return KunciBsre(nik.opened(house, one))
    return _device(house, one.token, one.label)


def _device(house: House, token: str, label: str) -> KunciPerangkat:
    if house.modul_ttd is None:
        raise Refusal(
            "Komputer ini belum mengenal token tanda tangan. Belum ada yang disimpan. Minta "
            "pengelola mesin mengisi BERKAS_TOKEN dengan letak penggerak tokennya."
        )
    return KunciPerangkat(house.modul_ttd, token, label)


def _sound(house: House, told: Sertifikat) -> Sertifikat:
    now = house.clock.now()
    if now > told.sampai:
        raise SertifikatHabis(told.warning(now))
    return told


def _known(tx: Tx, oleh: Hadir, told: Sertifikat) -> KunciTtd | None:
    return next((one for one in to_sign_with(tx, oleh) if one.sidik == told.sidik), None)


def _described(house: House, oleh: Hadir, jenis: str, nama: str, told: Sertifikat) -> KunciTtd:
    return KunciTtd(
        id=house.new_id(),
        orang=oleh.orang.id,
        jenis=jenis,
        nama=nama.strip() or told.pemilik,
        dibuat=house.clock.now(),
        pemilik=told.pemilik,
        penerbit=told.penerbit,
        sidik=told.sidik,
        dari=told.dari,
        sampai=told.sampai,
    )


def _added(house: House, tx: Tx, oleh: Hadir, one: KunciTtd) -> None:
    tx.add(one)
    _note(house, tx, oleh, "kunci_ttd_ditambah", one)


def _note(house: House, tx: Tx, oleh: Hadir, apa: str, one: KunciTtd) -> None:
    told = {"jenis": one.jenis} | ({"sidik": one.sidik} if one.sidik else {})
    now, siapa = house.clock.now(), oleh.orang
    tx.note(Catatan(siapa.instansi, siapa.id, apa, now, one.id, told))
