"""Whether a bag is whole: every file as its manifests say, none missing, none added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service.domain.tas import manifes as m
from service.domain.tas.nama import DATA, same, told, wrong


@dataclass(frozen=True)
class Terlihat:
    """One file of a bag as it lies."""

    ukuran: int
    sidik: Mapping[str, str]  # by algorithm


@dataclass(frozen=True)
class Tampak:
    """A bag as it lies."""

    nama: str
    file: Mapping[str, Terlihat]
    teks: Mapping[str, str]  # its declaration, manifests and what is told about it
    salah: tuple[str, ...] = ()  # found on the way: links, names that lead out, doubles

    @property
    def oxum(self) -> m.Oxum:
        """How much it carries in truth."""
        sizes = [one.ukuran for path, one in self.file.items() if path.startswith(DATA)]
        return m.Oxum(sum(sizes), len(sizes))


@dataclass(frozen=True)
class Hasil:
    """What was found of a bag: each fault in words; none: it is whole."""

    salah: tuple[str, ...]
    oxum: m.Oxum

    @property
    def utuh(self) -> bool:
        """Whether it is valid."""
        return not self.salah


def examine(tas: Tampak) -> Hasil:
    """Each fault once, in the order in which it is looked for."""
    found = [*tas.salah, *_declaration(tas), *_oxum(tas), *_manifests(tas)]
    return Hasil(tuple(dict.fromkeys(found)), tas.oxum)


def _declaration(tas: Tampak) -> Iterator[str]:
    if m.BAGIT not in tas.teks:
        yield f"Tidak ada {m.BAGIT}, jadi ini bukan tas BagIt."
        return
    yield from m.declared(tas.teks[m.BAGIT])


def _oxum(tas: Tampak) -> Iterator[str]:
    told_ = m.read_info(tas.teks.get(m.INFO, "")).get(m.OXUM.lower())
    if told_ is None:
        return
    said = m.read_oxum(told_)
    if said is None:
        yield f"{m.OXUM} di {m.INFO} tidak terbaca: {told(told_)}."
    elif said != tas.oxum:
        yield (
            f"{m.OXUM} menyebut {said.bita} bita dalam {said.file} file; yang ada {tas.oxum.bita} "
            f"bita dalam {tas.oxum.file} file."
        )


def _manifests(tas: Tampak) -> Iterator[str]:
    kinds = {nama: found for nama in sorted(tas.teks) if (found := m.which(nama))}
    if not any(algo in m.ALGORITMA and not tags for algo, tags in kinds.values()):
        yield "Tidak ada manifest-sha256.txt atau manifest-sha512.txt, jadi isinya tidak terbukti."
    here = {same(path): one for path, one in tas.file.items()}
    if len(here) != len(tas.file):
        yield "Ada dua file yang namanya sama, hanya ditulis dengan susunan huruf yang berbeda."
    for nama, (algo, tags) in kinds.items():
        if algo in m.ALGORITMA:
            yield from _listed(nama, algo, tas.teks[nama], here, tags=tags)


def _listed(
    nama: str, algo: str, text: str, here: Mapping[str, Terlihat], *, tags: bool
) -> Iterator[str]:
    said, faults = m.read_manifest(nama, text)
    yield from faults
    lines = {same(path): sidik for path, sidik in said.items()}
    for path in said:
        if why := wrong(path):
            yield f"{nama} menyebut {told(path)}, yang {why}."
    for path, sidik in lines.items():
        if wrong(path):
            continue
        if not tags and not path.startswith(DATA):
            yield f"{nama} menyebut {told(path)}, yang tidak terletak di {DATA}."
        elif len(sidik) != m.ALGORITMA[algo]:
            yield f"Sidik {told(path)} di {nama} bukan {algo}."
        elif path not in here:
            yield f"{told(path)} hilang: disebut {nama}, tetapi tidak ada."
        elif here[path].sidik.get(algo) != sidik:
            yield f"{told(path)} berubah: isinya tidak sama dengan sidiknya di {nama}."
    for path in here if not tags else ():
        if path.startswith(DATA) and path not in lines:
            yield f"{told(path)} tidak disebut {nama}: file ini ditambahkan."
