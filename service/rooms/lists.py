"""What is read across the ledger, one reader for each subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.ledger.arsip import SqlArsip
    from service.adapters.ledger.audit import SqlAudit
    from service.adapters.ledger.berkas import SqlBerkas
    from service.adapters.ledger.books import SqlBooks
    from service.adapters.ledger.cari import SqlCari
    from service.adapters.ledger.informasi import SqlInformasi
    from service.adapters.ledger.kembali import SqlKembali
    from service.adapters.ledger.kiriman import SqlKiriman
    from service.adapters.ledger.laporan import SqlLaporan
    from service.adapters.ledger.naskah import SqlNaskah
    from service.adapters.ledger.register import SqlRegister
    from service.adapters.ledger.tanda_tangan import SqlTtd
    from service.adapters.ledger.tenggat import SqlTenggat
    from service.adapters.stem import Sastrawi


class Listing(Foundation):
    """The readers of the ledger."""

    @opened_once
    def books(self) -> SqlBooks:
        from service.adapters.ledger.books import SqlBooks

        return SqlBooks(self.lists.ledger)

    @opened_once
    def audit(self) -> SqlAudit:
        from service.adapters.ledger.audit import SqlAudit

        return SqlAudit(self.lists.ledger)

    @opened_once
    def kiriman(self) -> SqlKiriman:
        from service.adapters.ledger.kiriman import SqlKiriman

        return SqlKiriman(self.lists.ledger)

    @opened_once
    def perkara(self) -> SqlBerkas:
        from service.adapters.ledger.berkas import SqlBerkas

        return SqlBerkas(self.lists.ledger)

    @opened_once
    def naskah(self) -> SqlNaskah:
        from service.adapters.ledger.naskah import SqlNaskah

        return SqlNaskah(self.lists.ledger)

    @opened_once
    def informasi(self) -> SqlInformasi:
        from service.adapters.ledger.informasi import SqlInformasi

        return SqlInformasi(self.lists.ledger)

    @opened_once
    def arsip(self) -> SqlArsip:
        from service.adapters.ledger.arsip import SqlArsip

        return SqlArsip(self.lists.ledger)

    @opened_once
    def laporan(self) -> SqlLaporan:
        from service.adapters.ledger.laporan import SqlLaporan

        return SqlLaporan(self.lists.ledger)

    @opened_once
    def kembali(self) -> SqlKembali:
        from service.adapters.ledger.kembali import SqlKembali

        return SqlKembali(self.lists.ledger)

    @opened_once
    def ttd(self) -> SqlTtd:
        from service.adapters.ledger.tanda_tangan import SqlTtd

        return SqlTtd(self.lists.ledger)

    @opened_once
    def terms(self) -> SqlTenggat:
        from service.adapters.ledger.tenggat import SqlTenggat

        return SqlTenggat(self.lists.ledger)

    @opened_once
    def register(self) -> SqlRegister:
        from service.adapters.ledger.register import SqlRegister

        return SqlRegister(self.lists.ledger)

    @opened_once
    def cari(self) -> SqlCari:
        from service.adapters.ledger.cari import SqlCari

        return SqlCari(self.lists.ledger)

    @opened_once
    def stemmer(self) -> Sastrawi:
        from service.adapters.stem import Sastrawi

        return Sastrawi()
