"""The SOPs of an agency: its own, and the common ones that a row may call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import UMUM, PaketTidakTerbaca
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import BAHAN_TOML, Bahan, read_bahan
from service.domain.sop.bentuk import Sop
from service.ports import Packs

_FILE = re.compile(r"sop/([a-z][a-z0-9_]{1,59})\.toml")
_BAWAAN = re.compile(r"bahan/[a-z][a-z0-9_]{1,59}\.toml")


class SopRusak(Refusal):
    """An SOP that cannot be walked until its author mends it."""

    def __init__(self, kode: str, found: list[Kesalahan]) -> None:
        lines = "\n".join(str(one) for one in found)
        super().__init__(
            f"SOP {kode} belum dapat dipakai; SOP lain tetap berjalan. Perbaiki, lalu periksa "
            f"dengan ./berkas check:\n{lines}"
        )
        self.found = found


def path_of(kode: str) -> str:
    """Where an SOP lies in its pack."""
    return f"sop/{kode}.toml"


def bahan_path(kode: str) -> str:
    """Where the things lie that an SOP brings along."""
    return f"bahan/{kode}.toml"


def own_sops(packs: Packs, instansi: str) -> list[str]:
    """The SOPs that an agency's pack carries."""
    found = (_FILE.fullmatch(name) for name in packs.names(instansi))
    return sorted(match[1] for match in found if match)


def sops(packs: Packs, instansi: str) -> dict[str, Sop]:
    """Every SOP that an agency can walk; one that is broken stops no other."""
    found, packs = {}, packs.still()
    for kode in sorted({*own_sops(packs, instansi), *own_sops(packs, UMUM)}):
        one, faults = read_sop(packs, instansi, kode)
        if one and not grave(faults):
            found[kode] = one
    return found


def openers(packs: Packs, instansi: str) -> dict[str, str]:
    """Which kind of kiriman opens which SOP of an agency."""
    found = sops(packs, instansi).items()
    return {jenis: kode for kode, one in found for jenis in one.buka.kiriman}


def sop_of(packs: Packs, instansi: str, kode: str) -> Sop:
    """One SOP of an agency or of the common pack; TidakAda, or SopRusak with every fault."""
    one, found = read_sop(packs.still(), instansi, kode)
    if one is None or grave(found):
        raise SopRusak(kode, grave(found))
    return one


def sop_home(packs: Packs, instansi: str, kode: str) -> str:
    """In which pack an SOP of an agency lies; TidakAda where in none."""
    for home in (instansi, UMUM):
        if kode in own_sops(packs, home):
            return home
    raise TidakAda(f"SOP {kode}")


def read_sop(packs: Packs, instansi: str, kode: str) -> tuple[Sop | None, list[Kesalahan]]:
    """One SOP as far as it can be read, and its faults."""
    file = f"{sop_home(packs, instansi, kode)}/{path_of(kode)}"
    things = tuple(bahan_of(packs, instansi).values())
    lain = {*own_sops(packs, instansi), *own_sops(packs, UMUM)} - {kode}
    try:
        one, found = _read(kode, file, packs.text(file), things, frozenset(lain))
    except PaketTidakTerbaca as wrong:
        return None, [Kesalahan(file, 0, str(wrong))]
    return one, list(found)


def bahan_of(packs: Packs, instansi: str, tanpa: str = "") -> dict[str, Bahan]:
    """What the SOPs of an agency may name; but for what the SOP `tanpa` brings along itself."""
    found = dict[str, Bahan]()
    for path in bahan_files(packs, instansi):
        if path == f"{instansi}/{bahan_path(tanpa)}":
            continue
        try:
            found |= _bahan(path, packs.text(path))[0]
        except PaketTidakTerbaca:
            continue  # the check names it
    return found


def bahan_files(packs: Packs, instansi: str) -> list[str]:
    """Where things are declared, the weightier later: SOPs' own, the common ones, the agency's."""
    homes = tuple(dict.fromkeys((UMUM, instansi)))
    held = {home: packs.names(home) for home in homes}
    brought = [f"{home}/{x}" for home in homes for x in held[home] if _BAWAAN.fullmatch(x)]
    return [*brought, *(f"{home}/{BAHAN_TOML}" for home in homes if BAHAN_TOML in held[home])]


def sop_faults(packs: Packs, instansi: str) -> Iterator[Kesalahan]:
    """Every fault in the things and SOPs of one pack."""
    names = packs.names(instansi)
    for name in names:
        if name != BAHAN_TOML and not _BAWAAN.fullmatch(name):
            continue
        file = f"{instansi}/{name}"
        try:
            yield from _bahan(file, packs.text(file))[1]
        except PaketTidakTerbaca as wrong:
            yield Kesalahan(file, 0, str(wrong))
    for name in names:
        if name.startswith("sop/") and name.endswith(".toml") and not _FILE.fullmatch(name):
            yield Kesalahan(
                f"{instansi}/{name}", 0, "Nama file SOP harus huruf kecil, angka, dan '_'."
            )
    own = own_sops(packs, instansi)
    for kode in own:
        yield from read_sop(packs, instansi, kode)[1]
    yield from sop_links(packs, instansi)


def sop_links(packs: Packs, instansi: str) -> Iterator[Kesalahan]:
    """What is wrong with how the SOPs that an agency can walk call each other."""
    own, every = own_sops(packs, instansi), sops(packs, instansi)
    yield from _circles(instansi, own, every)
    for one in every.values():
        for row in one.langkah:
            if row.rujukan in in_parts(every) and {one.kode, row.rujukan} & set(own):
                # The fault of a common SOP is mended where the agency made it.
                where = one.kode if one.kode in own else row.rujukan
                yield Kesalahan(
                    f"{instansi}/{path_of(where)}",
                    0,
                    f"Langkah '{row.id}' SOP '{one.kode}': {no_call(row.rujukan)}",
                )


def in_parts(every: Mapping[str, Sop]) -> set[str]:
    """Those whose parts open by themselves, which no row can call."""
    return {kode for kode, one in every.items() if one.bagian}


def no_call(kode: str) -> str:
    """Why a row cannot call an SOP in parts."""
    return f"SOP '{kode}' terdiri atas beberapa bagian, jadi tidak dapat dirujuk."


def _circles(instansi: str, own: list[str], every: dict[str, Sop]) -> Iterator[Kesalahan]:
    """Own SOPs that come back to themselves, also by way of common ones."""
    for kode in own:
        if comes_back(kode, every):
            yield Kesalahan(
                f"{instansi}/{path_of(kode)}",
                0,
                f"SOP '{kode}' pada akhirnya merujuk diri sendiri.",
            )


def comes_back(kode: str, every: Mapping[str, Sop]) -> bool:
    """Whether an SOP, by what its rows call, comes to be walked below itself."""
    calls = {one.kode: {row.rujukan for row in one.langkah} & set(every) for one in every.values()}
    seen, fresh = set[str](), calls.get(kode, set())
    while fresh:
        seen |= fresh
        fresh = {way for one in fresh for way in calls[one]} - seen
    return kode in seen


@lru_cache(maxsize=256)
def _read(
    kode: str, file: str, text: str, things: tuple[Bahan, ...], lain: frozenset[str]
) -> tuple[Sop | None, tuple[Kesalahan, ...]]:
    one, found = read_text(kode, file, text, {thing.id: thing for thing in things}, lain)
    return one, tuple(found)


@lru_cache(maxsize=64)
def _bahan(file: str, text: str) -> tuple[dict[str, Bahan], tuple[Kesalahan, ...]]:
    things, found = read_bahan(file, text)
    return things, tuple(found)
