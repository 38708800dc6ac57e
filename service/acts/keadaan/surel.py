"""How letters of reminders fare today, for the page of the house's state."""

from __future__ import annotations

from collections import Counter

from service.acts.orang.hadir import day
from service.domain.refusals import Refusal, Unavailable
from service.domain.setelan import Setelan
from service.domain.surel_pengingat import (
    DIRENCANAKAN,
    DITOLAK,
    MENGIRIM,
    TERKIRIM,
    TIDAK_PASTI,
    SuratPengingat,
)
from service.ports import House, Keadaan

NAMA = "Surel pengingat"
KATA = {
    TERKIRIM: "terkirim",
    DIRENCANAKAN: "menunggu",
    MENGIRIM: "sedang dikirim",
    DITOLAK: "ditolak penerima",
    TIDAK_PASTI: "tidak pasti sampai",
}


def mail_line(house: House) -> Keadaan:
    """What went out today, and why something did not; the server itself is not disturbed."""
    if not house.mail.in_use:
        words = "Tidak dipasang: pengingat tampil di halaman. Isi BERKAS_SMTP untuk memakainya."
        return Keadaan(NAMA, None, words)
    try:
        found = _today(house)
    except (Refusal, Unavailable) as away:
        return Keadaan(NAMA, False, str(away))
    many = Counter(one.keadaan for one in found)
    told = [f"{many[keadaan]} {kata}" for keadaan, kata in KATA.items() if many[keadaan]]
    words = f"Lewat {house.mail.label}. Hari ini: {', '.join(told) or 'belum ada surat'}."
    waits = next((x for x in found if x.sebab and x.keadaan in (DIRENCANAKAN, MENGIRIM)), None)
    if waits:
        return Keadaan(NAMA, False, f"{words} {waits.sebab}")
    return Keadaan(NAMA, True, words)


def _today(house: House) -> list[SuratPengingat]:
    now = house.clock.now()
    with house.ledger.read() as reading:
        return [
            letter
            for one in reading.find(Setelan)
            for letter in reading.find(
                SuratPengingat, instansi=one.id, tanggal=day(reading, one.id, now)
            )
        ]
