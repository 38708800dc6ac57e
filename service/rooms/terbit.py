"""What is given to the public, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.lists import Listing
from service.rooms.papers import Printing
from service.rooms.store import Storing
from service.rooms.work import Working

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.cermin import FolderMirror, NoMirror
    from service.adapters.dorong import Situs
    from service.adapters.penerbit import PenerbitSqlite
    from service.adapters.pengabar import Pengabar
    from service.adapters.pengunjung import Pengunjung


class Publishing(Storing, Listing, Printing, Working):
    """The publisher."""

    @opened_once
    def penerbit(self) -> PenerbitSqlite:
        from service.adapters.penerbit import PenerbitSqlite, Toko
        from service.disk import SharedDisk
        from service.publik.box import daftar

        toko = Toko(self.store, self.store_publik)
        path, url = daftar(self.settings), self.settings.url
        return PenerbitSqlite(
            path, toko, self.stemmer, self.workbooks, SharedDisk(), self.room, url
        )

    @opened_once
    def pengunjung(self) -> Pengunjung:
        from service.adapters.pengunjung import Pengunjung

        own, ca = self.settings.url, None
        if not own:
            own = f"{'https' if self.settings.lan else 'http'}://127.0.0.1:{self.settings.port_publik}"
            ca = self.settings.home / "tls" / "berkas.crt"
        return Pengunjung(self.settings.periksa_alamat, own, ca)

    @opened_once
    def pengabar(self) -> Pengabar:
        from service.adapters.pengabar import Pengabar

        return Pengabar(self.settings.kait_kantor)

    @opened_once
    def outlets(self) -> Situs:
        from service.adapters.dorong import Situs

        return Situs(self.settings.dorong, self.settings.home / "dorong")

    @opened_once
    def mirror(self) -> FolderMirror | NoMirror:
        from service.adapters.cermin import FolderMirror, NoMirror
        from service.publik.box import daftar

        told = self.settings
        if told.folder_publik is None:
            return NoMirror()
        return FolderMirror(told.folder_publik, daftar(told), told.terbuka, told.url)
