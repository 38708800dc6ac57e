"""What a line of the journal says of a pack: its keys before and after, not the whole file."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.instansi.packs import parsed
from service.domain.instansi_beda import Perbedaan, differences
from service.domain.paket import INSTANSI_TOML, PaketTidakTerbaca, stored_as
from service.face.isi import Beda
from service.ports import Packs

Isi = Mapping[str, object]


def pack_differences(packs: Packs, id_: str, before: Isi, after: Isi) -> list[Beda]:
    """What changed in a pack file; a picture is only named."""
    kode, _, name = id_.partition("/")
    if name != INSTANSI_TOML:
        was, now = (str(one.get("teks", "")) for one in (before, after))
        told = _named(id_, now, "versi baru" if was else "ditambahkan")
        return [Beda(f"paket · {name}", _named(id_, was, "versi sebelumnya"), told)]
    # The first change covers the file that came with Berkas, so that is what it is held against.
    was = str(before.get("teks") or _seed(packs, id_))
    return [
        Beda(one.nama, one.sebelum, one.sesudah)
        for one in _told(kode, id_, was, str(after.get("teks", "")))
    ] or [Beda(f"paket · {name}", "", "versi baru")]


def _named(id_: str, teks: str, kata: str) -> str:
    """A file that is only named: by its sha256 where it lies in the store."""
    if not teks:
        return ""
    sha256 = stored_as(id_, teks)
    return f"sidik {sha256[:12]}" if sha256 else kata


def _seed(packs: Packs, id_: str) -> str:
    try:
        return packs.seed(id_)
    except PaketTidakTerbaca:
        return ""


def _told(kode: str, id_: str, was: str, now: str) -> list[Perbedaan]:
    first, _ = parsed(kode, id_, was)
    last, _ = parsed(kode, id_, now)
    return differences(first, last) if first and last else []
