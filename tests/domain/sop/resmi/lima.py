"""The five SOPs by agency, beside their sources, and the common ones that they call."""

from __future__ import annotations

from types import ModuleType

from service.acts.sop.daftar import sop_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bentuk import Sop
from tests.domain.sop.resmi import (
    kalteng_biro_organisasi,
    kalteng_biro_umum,
    kemensetneg,
    kota_kupang,
    ppid_kementerian,
)

LIMA: dict[str, tuple[str, ModuleType]] = {
    "kemensetneg": ("uji_konsekuensi", kemensetneg),
    "kalteng_biro_umum": ("pendokumentasian_dikecualikan", kalteng_biro_umum),
    "kota_kupang": ("pendokumentasian_dikecualikan", kota_kupang),
    "ppid_kementerian": ("pengelolaan_informasi", ppid_kementerian),
    "kalteng_biro_organisasi": ("penetapan_dip", kalteng_biro_organisasi),
}
UMUM = ("penetapan_dip", "rapat", "uji_konsekuensi")
SEMUA = [(instansi, kode) for instansi, (kode, _) in LIMA.items()] + [("umum", x) for x in UMUM]


def seed(packs: FolderPacks, instansi: str) -> tuple[Sop, ModuleType]:
    """The SOP of an agency as its pack has it, and its source."""
    kode, source = LIMA[instansi]
    return sop_of(packs, instansi, kode), source
