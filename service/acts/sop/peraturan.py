"""The regulations an agency knows, and what its citations ask a second look for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from service.acts.sop.daftar import own_sops, path_of, read_sop
from service.domain.kesalahan import Kesalahan
from service.domain.kutipan import cited, warnings
from service.domain.paket import UMUM, PaketTidakTerbaca
from service.domain.peraturan import PERATURAN_TOML, Daftar, Peraturan, read
from service.domain.sop.bentuk import Sop
from service.domain.uji import LembarUji
from service.ports import Packs

LANJUT = "Tidak ada yang diubah; biro hukum yang memutuskan."


def regulations(packs: Packs, instansi: str) -> Daftar:
    """The common list, covered and extended by the agency's own; a broken file counts as none."""
    umum = _listed(packs, UMUM)[0]
    return umum if instansi == UMUM else umum.over(_listed(packs, instansi)[0])


def regulation_faults(packs: Packs, instansi: str) -> Iterator[Kesalahan]:
    """Every fault in the list of one pack, and each SOP of it that cites what is in doubt."""
    yield from _listed(packs, instansi)[1]
    daftar = regulations(packs, instansi)
    for kode in own_sops(packs, instansi):
        one = read_sop(packs, instansi, kode)[0]
        if one:
            yield from _of_sop(packs, f"{instansi}/{path_of(kode)}", one, daftar)


def sop_warnings(packs: Packs, instansi: str, one: Sop) -> list[tuple[str, str]]:
    """What an SOP cites that is no longer simply in force: as it stands there, and why."""
    daftar = regulations(packs, instansi)
    found = dict[str, tuple[str, str]]()
    for text in _texts(one):
        for each in cited(text, daftar):
            if said := daftar.told(each.peraturan):
                found.setdefault(each.peraturan.id, (each.teks, said))
    return list(found.values())


def sheet_warnings(daftar: Daftar, lembar: LembarUji) -> list[str]:
    """What the laws of a worksheet ask a second look for."""
    return [said for one in lembar.dasar for said in warnings(one.lain, daftar)]


def _texts(one: Sop) -> Iterator[str]:
    """Where an SOP cites: its dasar hukum, and the columns of its source."""
    yield from one.identitas.dasar_hukum
    for row in one.langkah:
        yield from filter(None, (row.tertulis.kelengkapan, row.tertulis.keluaran, row.keterangan))


def _of_sop(packs: Packs, file: str, one: Sop, daftar: Daftar) -> Iterator[Kesalahan]:
    plain = enumerate(packs.text(file).splitlines(), 1)
    lines = [(n, line) for n, line in plain if not line.lstrip().startswith("#")]
    seen = set[Peraturan]()
    for text in _texts(one):
        for each in cited(text, daftar):
            said = daftar.told(each.peraturan)
            if not said or each.peraturan in seen:
                continue
            seen.add(each.peraturan)
            place = next((n for n, line in lines if each.teks in line), 0)
            yield Kesalahan(file, place, f"Mengutip {each.teks}. {said} {LANJUT}", peringatan=True)


def _listed(packs: Packs, home: str) -> tuple[Daftar, tuple[Kesalahan, ...]]:
    if PERATURAN_TOML not in packs.names(home):
        return Daftar(), ()
    file = f"{home}/{PERATURAN_TOML}"
    try:
        return _read(file, packs.text(file), _common(packs) if home != UMUM else "")
    except PaketTidakTerbaca as wrong:
        return Daftar(), (Kesalahan(file, 0, str(wrong)),)


def _common(packs: Packs) -> str:
    """The text of the common list; '' where there is none, or it cannot be read."""
    if PERATURAN_TOML not in packs.names(UMUM):
        return ""
    try:
        return packs.text(f"{UMUM}/{PERATURAN_TOML}")
    except PaketTidakTerbaca:
        return ""  # the check of umum names it


@lru_cache(maxsize=64)
def _read(file: str, text: str, umum: str) -> tuple[Daftar, tuple[Kesalahan, ...]]:
    own, found = read(file, text, _read(UMUM, umum, "")[0] if umum else None)
    return own, tuple(found)
