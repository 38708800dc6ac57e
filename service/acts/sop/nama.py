"""The names that the SOPs of an agency may use for what opens them and for the term of law."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.instansi.aturan import rules
from service.acts.instansi.packs import read_agency
from service.acts.sop.daftar import own_sops, path_of, read_sop
from service.domain.kesalahan import Kesalahan, grave
from service.domain.paket import INSTANSI_TOML
from service.domain.sop.periksa_buka import KIRIMAN, TENGGAT, Nama, countable, unknown
from service.domain.toml_tempat import Tempat
from service.ports import Packs


def names_of(packs: Packs, instansi: str) -> Nama:
    """What there is to choose from; a broken file of the agency has its own faults and no names."""
    jenis = rules(packs, instansi).jenis or None
    if INSTANSI_TOML not in packs.names(instansi):
        return Nama(jenis)
    one, found = read_agency(packs, instansi)
    return Nama(jenis, countable(one.tenggat) if one and not grave(found) else None)


def opening_faults(packs: Packs, instansi: str) -> Iterator[Kesalahan]:
    """Where an SOP of a pack names a kiriman or a term that its agency does not have."""
    nama = names_of(packs, instansi)
    for kode in own_sops(packs, instansi):
        sop, _ = read_sop(packs, instansi, kode)
        if sop is None:
            continue
        buka = {KIRIMAN: list(sop.buka.kiriman), TENGGAT: sop.buka.tenggat}
        file = f"{instansi}/{path_of(kode)}"
        for key, sebab in unknown(buka, nama):
            line = Tempat(packs.text(file).replace("\r\n", "\n")).line(("buka", key))
            yield Kesalahan(file, line, sebab)
