"""The parts of an office paper: each unpacked once, counted, and searched for a DTD."""

from __future__ import annotations

from typing import Any

from service.boxed import xml_aman
from service.boxed.arsip import Arsip
from service.boxed.gagal import Berhenti

XML = (".xml", ".rels", ".vml")
SIMPAN = 4_000_000  # bytes of one XML part that are kept for its reader
HITUNG = 200_000_000  # bytes that are unpacked to be counted; pictures beyond are only weighed


class Bagian:
    """What is in an office paper, part by part."""

    def __init__(self, arsip: Arsip) -> None:
        self.arsip = arsip
        self._kept: dict[str, bytes] = {}
        seen: set[str] = set()
        room = xml = HITUNG
        for one in arsip.members:
            # Parts are found whatever the case of their names, so that two readers may differ.
            if one.filename.lower() in seen:
                raise Berhenti("anggota_kembar", one.filename)
            seen.add(one.filename.lower())
            if one.flag_bits & 1:
                raise Berhenti("terkunci_sandi", one.filename)
            if one.compress_type not in (0, 8):
                raise Berhenti("pemampatan_asing", one.filename)
            if one.filename.lower().endswith(XML):
                # None is parsed before it was searched whole for a DTD.
                xml -= one.file_size
                if xml < 0:
                    raise Berhenti("isi_terlalu_besar", one.filename)
                self._walk(one)
            elif one.file_size <= room:
                room -= one.file_size
                self._walk(one)

    def _walk(self, member: Any) -> None:
        is_xml = member.filename.lower().endswith(XML)
        keep = is_xml and member.file_size <= SIMPAN
        kept: list[bytes] = []
        last = b""
        for piece in self.arsip.pieces(member):
            if is_xml:
                if not last:
                    xml_aman.check_start(member.filename, piece[: xml_aman.LETTERS])
                if xml_aman.has_dtd(last + piece):
                    raise Berhenti("dtd", member.filename)
                last = piece[-xml_aman.OVERLAP :]
            if keep:
                kept.append(piece)
        if keep:
            self._kept[member.filename] = b"".join(kept)

    @property
    def nama(self) -> list[str]:
        """The names of all parts, in the order of the archive."""
        return [one.filename for one in self.arsip.members]

    def has(self, nama: str) -> bool:
        """Whether there is such a part."""
        return self.arsip.has(nama)

    def bita(self, nama: str) -> bytes:
        """A part's bytes."""
        return self._kept[nama] if nama in self._kept else self.arsip.read(nama)

    def xml(self, nama: str) -> Any:
        """The root of an XML part."""
        return xml_aman.parsed(self.bita(nama), nama)
