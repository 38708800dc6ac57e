"""The parts of an OOXML package, their kinds, and how they hang together."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from service.boxed.bagian import Bagian
from service.boxed.gagal import Berhenti

ISI = "[Content_Types].xml"


@dataclass(frozen=True)
class Kait:
    """One relation of a part: to another part, or to the outside."""

    id: str
    jenis: str  # the last word of its kind: image, hyperlink, attachedTemplate
    sasaran: str
    luar: bool


class Paket:
    """An OOXML package: its parts, their kinds and their relations."""

    def __init__(self, bagian: Bagian) -> None:
        self.bagian = bagian
        isi = bagian.xml(ISI)
        self._bawaan = {
            one.get("Extension", "").lower(): one.get("ContentType", "")
            for one in isi.iter("{*}Default")
        }
        self._khusus = {
            one.get("PartName", "").lstrip("/").lower(): one.get("ContentType", "")
            for one in isi.iter("{*}Override")
        }

    def kind(self, nama: str) -> str:
        """What [Content_Types].xml says a part is."""
        found: str = self._khusus.get(nama.lower(), "")
        return found or str(self._bawaan.get(nama.rpartition(".")[2].lower(), ""))

    def kaitan(self, nama: str = "") -> list[Kait]:
        """The relations of a part, of the package itself for ''."""
        folder, _, own = nama.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        return self.kaitan_in(rels, folder) if self.bagian.has(rels) else []

    def kaitan_in(self, rels: str, folder: str = "") -> list[Kait]:
        """The relations that one part of relations holds."""
        return [self._kait(one, folder) for one in self.bagian.xml(rels).iter("{*}Relationship")]

    @staticmethod
    def _kait(one: Any, folder: str) -> Kait:
        luar = one.get("TargetMode", "").lower() == "external"
        sasaran = one.get("Target", "")
        if not luar:
            sasaran = unquote(sasaran)
            sasaran = posixpath.normpath(posixpath.join("/", folder, sasaran)).lstrip("/")
        return Kait(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], sasaran, luar)

    def part(self, nama: str, jenis: str) -> str:
        """The part of this kind that belongs to another, '' where there is none."""
        for one in self.kaitan(nama):
            if one.jenis == jenis and not one.luar and self.bagian.has(one.sasaran):
                return one.sasaran
        return ""

    def utama(self) -> str:
        """The main part; stops where there is none."""
        if found := self.part("", "officeDocument"):
            return found
        raise Berhenti("rusak", "bagian utamanya tidak ada")
