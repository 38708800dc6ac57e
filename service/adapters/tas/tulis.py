"""A bag as one ZIP, stored and without a clock in it: of the same files the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path

from service.domain.refusals import Unavailable
from service.domain.simpanan import damaged
from service.domain.tas import manifes as m
from service.domain.tas.nama import DATA
from service.ports.tas import Masuk

AWAL = (1980, 1, 1, 0, 0, 0)
SEPOTONG = 1 << 20
Sidik = dict[str, str]


def write(out: Path, nama: str, told: Sequence[tuple[str, str]], isi: Sequence[Masuk]) -> Path:
    """What it carries first, then what proves it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        seen, bita = dict[str, Sidik](), 0
        for one in sorted(isi, key=lambda one: one.tempat):
            size = one.path.stat().st_size
            seen[one.tempat] = _copied(packed, nama, one, size)
            bita += size if one.tempat.startswith(DATA) else 0
        data = {path: sidik for path, sidik in seen.items() if path.startswith(DATA)}
        written = {m.BAGIT: m.DEKLARASI}
        written[m.INFO] = m.info([*told, (m.OXUM, str(m.Oxum(bita, len(data))))])
        for algo in m.ALGORITMA:
            written[f"manifest-{algo}.txt"] = m.manifest(
                {path: x[algo] for path, x in data.items()}
            )
        tags = {path: sidik for path, sidik in seen.items() if path not in data}
        tags |= {name: _said(packed, nama, name, text) for name, text in written.items()}
        for algo in m.ALGORITMA:
            text = m.manifest({path: x[algo] for path, x in tags.items()})
            _said(packed, nama, f"tagmanifest-{algo}.txt", text)
    return out


def steady(workbook: Path, out: Path) -> Path:
    """The parts of a workbook in their order, the moment of writing taken out."""
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(out, "w") as packed:
        for one in source.infolist():
            content = source.read(one)
            if one.filename == "docProps/core.xml":
                content = _timeless(content)
            packed.writestr(member(one.filename), content, zipfile.ZIP_STORED)
    return out


def _timeless(xml: bytes) -> bytes:
    for name in (b"created", b"modified"):
        before, start, rest = xml.partition(b"<dcterms:" + name)
        tag, close, after = rest.partition(b"</dcterms:" + name + b">")
        if start and close:
            xml = before + start + tag.partition(b">")[0] + b">1980-01-01T00:00:00Z" + close + after
    return xml


def _copied(packed: zipfile.ZipFile, nama: str, one: Masuk, size: int) -> Sidik:
    digests = {algo: hashlib.new(algo) for algo in m.ALGORITMA}
    goes = member(f"{nama}/{one.tempat}", size)
    with one.path.open("rb") as source, packed.open(goes, "w") as goal:
        while part := source.read(SEPOTONG):
            for digest in digests.values():
                digest.update(part)
            goal.write(part)
    found = {algo: digest.hexdigest() for algo, digest in digests.items()}
    if one.sha256 and found["sha256"] != one.sha256:
        raise Unavailable(damaged(one.sha256), permanent=True)
    return found


def _said(packed: zipfile.ZipFile, nama: str, name: str, text: str) -> Sidik:
    content = text.encode()
    packed.writestr(member(f"{nama}/{name}"), content)
    return {algo: hashlib.new(algo, content).hexdigest() for algo in m.ALGORITMA}


def member(name: str, size: int = 0) -> zipfile.ZipInfo:
    """A file in a ZIP, without a clock."""
    one = zipfile.ZipInfo(name, AWAL)
    one.create_system, one.external_attr, one.file_size = 3, 0o100644 << 16, size
    return one
