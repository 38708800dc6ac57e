"""What a search can be narrowed to, as far as the person may look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.acts.cari.tanya import NASKAH
from service.acts.instansi.aturan import rules_of
from service.acts.lihat.terlihat import reach
from service.acts.sop.daftar import sops
from service.domain import kiriman as k
from service.domain import naskah as n
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known
from service.web.kata.kiriman import KEADAAN, PINTU

DICARI = tuple(one for one in KEADAAN if one != k.DIKENALI)


def filters(asked: Mapping[str, str], names: Mapping[tuple[str, str], str]) -> tuple[Ruas, ...]:
    """The fields; `names`: of the kinds of paper, by agency."""
    mine = _mine()

    def one(nama: str, label: str, pilihan: Sequence[Pilihan]) -> Ruas:
        value, every = (
            asked.get(nama, ""),
            Pilihan("", f"Semua {label if label.isupper() else label.lower()}"),
        )
        return Ruas(nama, label, value, "pilih", pilihan=(every, *pilihan), wajib=False)

    return (
        one("unit", "Unit", _units(mine)),
        one("jenis", "Jenis", [*_kinds(mine), *_papers(names)]),
        one("keadaan", "Keadaan", _states()),
        one("sop", "SOP", _sops(mine)),
        Ruas("nomor", "Nomor", asked.get("nomor", "")[:200], contoh="12/PPID/2026", wajib=False),
        Ruas("orang", "Nama orang", asked.get("orang", "")[:200], wajib=False),
        one("pintu", "Pintu masuk", [Pilihan(kode, nama) for kode, nama in PINTU.items()]),
        Ruas("dari", "Sejak", asked.get("dari", ""), "tanggal", wajib=False),
        Ruas("sampai", "Sampai", asked.get("sampai", ""), "tanggal", wajib=False),
    )


def _mine() -> list[str]:
    """Where the person may look, were it at one unit alone."""
    places = {one.instansi for one in reach(house(), hadir())}
    return [one.id for one in at_work() if one.id in places]


def _units(mine: list[str]) -> list[Pilihan]:
    several = len(mine) > 1
    offered = []
    for kode in mine:
        if several:
            offered.append(Pilihan(kode, nama_instansi(kode)))
        instansi = known(kode)
        for unit in instansi.unit if instansi else ():
            if hadir().sees(kode, unit.id):
                nama = f"{unit.nama}, {nama_instansi(kode)}" if several else unit.nama
                offered.append(Pilihan(f"{kode}/{unit.id}", nama))
    return offered


def _kinds(mine: list[str]) -> list[Pilihan]:
    with house().ledger.read() as reading:
        rules = [rules_of(house().packs, reading, kode) for kode in mine if known(kode)]
    names = {one.id: one.nama for rule in rules for one in rule.jenis}
    return [Pilihan(id_, nama) for id_, nama in _by_name(names)]


def _papers(names: Mapping[tuple[str, str], str]) -> list[Pilihan]:
    kinds = _by_name({jenis: nama for (_, jenis), nama in names.items()})
    each = [Pilihan(f"{NASKAH}.{jenis}", f"Naskah: {nama}") for jenis, nama in kinds]
    return [Pilihan(NASKAH, "Semua naskah kantor ini"), *each]


def _states() -> list[Pilihan]:
    came = [Pilihan(kode, KEADAAN[kode].kata) for kode in DICARI]
    ours = [Pilihan(f"{NASKAH}.{kode}", f"Naskah: {kata.lower()}") for kode, kata in n.KATA.items()]
    return [*came, *ours]


def _sops(mine: list[str]) -> list[Pilihan]:
    names = {id_: one.judul for kode in mine for id_, one in sops(house().packs, kode).items()}
    return [Pilihan(id_, nama) for id_, nama in _by_name(names)]


def _by_name(names: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda one: one[1])
