"""Which running matters still call an SOP, by the version that they are bound to."""

from __future__ import annotations

from service.acts.sop.versi import walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.refusals import Refusal
from service.domain.sop.versi import SopVersi
from service.ports import Tx


class MasihDirujuk(Refusal):
    """A matter that runs has a row which calls this SOP; it could never pass that row."""

    def __init__(self, kode: list[str]) -> None:
        super().__init__(
            "Masih ada berkas berjalan yang langkahnya merujuk SOP ini, di bawah SOP "
            f"{', '.join(kode)}; langkah itu tidak akan dapat diselesaikan lagi. Tidak ada yang "
            "berubah. Ulangi setelah berkas itu selesai atau dibatalkan."
        )


def need_uncalled(tx: Tx, instansi: str, kode: str) -> None:
    """Refuse while a matter that runs is bound to a version of an SOP that calls this one."""
    # Agencies with the same words share a version, so it is not asked by agency.
    calling = {one.id: one.kode for one in tx.find(SopVersi) if kode in one.teks}
    running = tx.find(Berkas, instansi=instansi, keadaan=BERJALAN, sidik=list(calling))
    callers = {
        calling[sidik]
        for sidik, one in {one.sidik: one for one in running}.items()
        if any(row.rujukan == kode for row in walked(tx, one).sop.langkah)
    }
    if callers:
        raise MasihDirujuk(sorted(callers))
