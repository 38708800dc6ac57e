"""A letter that refuses a request goes on only where nothing of it is open."""

from __future__ import annotations

from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.paper import Pasangan
from service.domain.refusals import Refusal
from service.domain.uji import SEBAGIAN, TERBUKA
from service.ports import Reading

MENOLAK, MENJAWAB = "permohonan.ditolak", "permohonan.informasi"


class AdaYangTerbuka(Refusal):
    """What a letter would refuse as a whole is open, or partly."""

    status = 409

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"Surat penolakan hanya untuk permohonan yang seluruhnya dikecualikan, sedangkan "
            f"'{judul}' terbuka atau terbuka sebagian. Gunakan Surat pemberitahuan tertulis. Tidak "
            "ada yang diubah."
        )


def need_all_refused(reading: Reading, berkas: Berkas, kind: Pasangan) -> None:
    """Refused for a paper that tells only what is refused, of a matter of which some is open."""
    told = {one.isi for one in kind.ruas}
    if MENOLAK not in told or MENJAWAB in told:
        return
    for one in sorted(reading.find(Butir, berkas=berkas.id), key=lambda x: x.urut):
        if not one.dicabut and (one.hasil or one.uji.kesimpulan) in (TERBUKA, SEBAGIAN):
            raise AdaYangTerbuka(one.judul)
