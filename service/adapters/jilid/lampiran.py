"""Attachments byte for byte, and never whole in memory: they lie in a PDF of their own first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from service.adapters.jilid.salah import AslinyaLain
from service.domain.dossier.isi import Asal

SEPOTONG = 1 << 20


def held(some: Sequence[Asal], paths: Mapping[str, Path], out: Path) -> Path:
    """A PDF whose only content are these files, each content once, each proved by its hash."""
    places = list[int]()
    with out.open("wb") as opened:
        opened.write(b"%PDF-1.7\n")
        streams = [(one, paths[one.sha256]) for one in _once(some)]
        for n, (one, path) in enumerate(streams, 2):
            places.append(opened.tell())
            size = path.stat().st_size
            opened.write(b"%d 0 obj\n<< /Length %d >>\nstream\n" % (n, size))
            digest, many = hashlib.sha256(), 0
            with path.open("rb") as source:
                while piece := source.read(SEPOTONG):
                    digest.update(piece)
                    many += len(piece)
                    opened.write(piece)
            if digest.hexdigest() != one.sha256 or many != size:
                raise AslinyaLain(one.nama)
            opened.write(b"\nendstream\nendobj\n")
        places.insert(0, opened.tell())
        listed = b" ".join(b"%d 0 R" % n for n in range(2, len(streams) + 2))
        opened.write(b"1 0 obj\n<< /Type /Catalog /Isi [%b] /Pages << /Type /Pages " % listed)
        opened.write(b"/Kids [] /Count 0 >> >>\nendobj\n")
        start = opened.tell()
        opened.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        opened.writelines(b"%010d 00000 n \n" % place for place in places)
        opened.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(places) + 1))
        opened.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out


def _once(some: Sequence[Asal]) -> list[Asal]:
    return list({one.sha256: one for one in reversed(some)}.values())[::-1]


def attach(whole: pikepdf.Pdf, some: Sequence[Asal], holder: pikepdf.Pdf) -> None:
    """Let the dossier carry the files of `holder` under their names, as associated files."""
    streams = {
        one.sha256: whole.copy_foreign(stream)
        for one, stream in zip(_once(some), holder.Root.Isi, strict=True)
    }
    named = list[tuple[bytes, pikepdf.Object]]()
    for one in some:
        stream = streams[one.sha256]
        stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{one.mime}")
        stream.Params = Dictionary(Size=one.ukuran)
        told = Dictionary(
            Type=Name.Filespec,
            F=one.nama,
            UF=one.nama,
            AFRelationship=Name(f"/{one.hubungan}"),
            EF=Dictionary(F=stream, UF=stream),
            Desc=f"SHA-256 {one.sha256}",
        )
        named.append((bytes(pikepdf.String(one.nama)), whole.make_indirect(told)))
    named.sort(key=lambda pair: pair[0])
    tree = Array()
    for name, spec in named:
        tree.append(pikepdf.String(name))
        tree.append(spec)
    whole.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=tree))
    whole.Root.AF = Array([spec for _, spec in named])
