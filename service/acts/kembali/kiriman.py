"""A paper of ours that was signed by another program and came in as a letter does: through the
upload page, the inbox or by mail. It is no letter: the rule on what comes back judges it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.kembali.aplikasi import known_already, taken_for
from service.acts.kembali.aplikasi import take as judged
from service.acts.kembali.tertahan import Datang
from service.acts.kembali.tinta import DIPUTUSKAN, BelumDikirim, mark, strange
from service.acts.kiriman.naskah_kembali import FILE_KEMBALI
from service.acts.simpan.lent import lent
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import KEMBALI_NASKAH, Kembalian
from service.domain.kiriman import NASKAH, SUREL, File, Kiriman
from service.domain.naskah import DISETUJUI, Naskah
from service.domain.tempat_ttd import APLIKASI
from service.domain.temuan import DENGAN_CATATAN
from service.ports import House, Tx

TERPASANG = "Naskah kita yang kembali bertanda tangan; sudah dipasangkan dengan naskahnya."
LEWAT_SUREL = (
    "File ini datang lewat surel, dan mesin tidak tahu pasti siapa pengirimnya; karena itu "
    "seseorang yang memutuskannya."
)


@dataclass(frozen=True)
class Dipegang:
    """One file and the paper it is, as they were when it was looked at."""

    kiriman: Kiriman
    file: File
    naskah: Naskah


def take(house: House, kiriman_id: str) -> None:
    """Every such file in it is joined to its paper, once."""
    with house.ledger.read() as reading:
        usul = reading.get(Kiriman, kiriman_id).usul
    for one in usul:
        if one.ruas == NASKAH and one.aturan == FILE_KEMBALI:
            _one(house, kiriman_id, one.file, one.nilai)


def _one(house: House, kiriman_id: str, file_id: str, naskah_id: str) -> None:
    with house.ledger.read() as reading:
        held = Dipegang(
            reading.get(Kiriman, kiriman_id),
            reading.get(File, file_id),
            reading.get(Naskah, naskah_id),
        )
    if mark(held.file) in held.kiriman.asal:
        return
    if held.naskah.keadaan == DISETUJUI:
        raise BelumDikirim
    with lent(house, held.file.sha256) as path:
        came = Datang(path, held.file.nama, APLIKASI, _why_asked(held), kiriman_id)
        if not known_already(house, held.naskah, path):
            judged(house, held.naskah, came)
    with house.ledger.begin() as tx:
        tx.hold(held.naskah.berkas)
        _answered(house, tx, held)


def _why_asked(held: Dipegang) -> tuple[str, ...]:
    """Why a person decides, whatever the rule says of the file."""
    mail = (LEWAT_SUREL,) if held.kiriman.pintu == SUREL else ()
    return (*mail, *strange(held.file))


def _answered(house: House, tx: Tx, held: Dipegang) -> None:
    """What it came in with says what became of it."""
    before, naskah = tx.get(Kiriman, held.kiriman.id), tx.get(Naskah, held.naskah.id)
    if mark(held.file) in before.asal:
        return
    done = taken_for(tx, naskah, held.file.sha256)
    same = {} if done else {"naskah": naskah.id, "file": held.file.sha256}
    kept = max(tx.find(Kembalian, **same), key=lambda x: x.datang, default=None) if same else None
    at, kata = (kept.id, DIPUTUSKAN) if kept else ("", TERPASANG)
    after = replace(before, asal=before.asal | {mark(held.file): at})
    if before.kode == KEMBALI_NASKAH:
        akhir = DENGAN_CATATAN if kept else before.akhir
        after = replace(after, alasan=kata, akhir=akhir)
    tx.save(before, after)
    told = {"naskah": naskah.id} | ({"kembalian": at} if at else {})
    now = house.clock.now()
    tx.note(Catatan(before.instansi, MESIN, "naskah_kembali_diperiksa", now, before.id, told))
    if done:
        tx.plan("collect", naskah.id)  # it does not lie with its signer any more
