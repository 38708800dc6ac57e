"""What waits in the archive, as the status tells it: paper that is late, lists for a second pair
of eyes, bytes that are still to be erased."""

from __future__ import annotations

from service.domain.arsip.hapus import Penghapusan
from service.domain.arsip.usul import DIAJUKAN, DISETUJUI, Usul
from service.domain.refusals import Unavailable
from service.domain.setelan import Setelan
from service.domain.tanggal import local
from service.ports import House, Keadaan
from service.ports.kiriman import Jangkauan

NAMA = "Arsip"
TERBANYAK = 1000  # loans that are counted


def archive_line(house: House) -> Keadaan:
    """One line; it is no fault of the machine, so it is never a breach."""
    try:
        late = _late(house)
        with house.ledger.read() as reading:
            waits = len(reading.find(Usul, keadaan=[DIAJUKAN, DISETUJUI]))
            erasing = len(reading.find(Penghapusan, selesai=None))
    except Unavailable as away:
        return Keadaan(NAMA, False, str(away))
    told = (
        (late, "pinjaman terlambat kembali"),
        (waits, "usul penyusutan menunggu"),
        (erasing, "pemusnahan sedang dihapus filenya"),
    )
    said = [f"{many} {kata}" for many, kata in told if many]
    return Keadaan(NAMA, None if said else True, f"{', '.join(said) or 'Tidak ada yang menunggu'}.")


def _late(house: House) -> int:
    """Counted by the clock of each agency."""
    with house.ledger.read() as reading:
        every = reading.find(Setelan)
    many, now = 0, house.clock.now()
    for one in every:
        places = [Jangkauan(one.id, "", rahasia) for rahasia in (False, True)]
        today = local(now, one.zona).date()
        found = house.arsip.lent(places, today, TERBANYAK)
        many += sum(x.pinjaman.kembali_sebelum < today for x in found)
    return many
