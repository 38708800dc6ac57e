"""A letter that refuses goes on only where nothing of it is open, and names all that it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.naskah import Naskah
from service.domain.paper import Pasangan
from service.domain.penolakan import left_out, open_one
from service.domain.refusals import Refusal
from service.domain.uji import DIKECUALIKAN, DITUTUP
from service.ports import Reading

MENOLAK, MENJAWAB = "permohonan.ditolak", "permohonan.informasi"
# What must have its row in such a table of a letter.
DIMUAT = {MENOLAK: frozenset({DIKECUALIKAN}), "permohonan.ditutup": DITUTUP}


class AdaYangTerbuka(Refusal):
    """What a letter would refuse as a whole is open, or partly."""

    status = 409

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"Surat penolakan hanya untuk permohonan yang seluruhnya dikecualikan, sedangkan "
            f"'{judul}' terbuka atau terbuka sebagian. Gunakan Surat pemberitahuan tertulis. Tidak "
            "ada yang diubah."
        )


class TerbukaSejakDiajukan(Refusal):
    """What a letter refuses was opened while it waited for its approval."""

    status = 409

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"Sejak surat penolakan ini diajukan, '{judul}' menjadi terbuka atau terbuka sebagian. "
            "Belum ada yang disetujui dan tidak ada nomor yang terpakai. Kembalikan naskah ini, "
            "lalu jawab dengan Surat pemberitahuan tertulis."
        )


class AdaYangTerlewat(Refusal):
    """A table of what is refused has no row for some of it."""

    status = 409

    def __init__(self, label: str, judul: Sequence[str]) -> None:
        names = ", ".join(f"'{one}'" for one in judul)
        super().__init__(
            f"{label} belum memuat semua yang ditolak menurut meja uji. Belum ada barisnya: "
            f"{names}. Tambahkan, lalu ulangi. Tidak ada yang diubah."
        )


def need_all_refused(reading: Reading, berkas: Berkas, kind: Pasangan, hari: date) -> None:
    """Refused for a paper that tells only what is refused, of a matter of which some is open."""
    if found := _open(reading, berkas, kind, hari):
        raise AdaYangTerbuka(found.judul)


def need_still_refused(reading: Reading, berkas: Berkas, kind: Pasangan, hari: date) -> None:
    """The same once more at its approval; what it refuses may have been opened in between."""
    if found := _open(reading, berkas, kind, hari):
        raise TerbukaSejakDiajukan(found.judul)


def need_all_named(reading: Reading, berkas: Berkas, kind: Pasangan, naskah: Naskah) -> None:
    """Refused for a paper whose table of what is refused leaves an item of the matter out."""
    for ruas in kind.ruas:
        if ruas.isi not in DIMUAT:
            continue
        rows = naskah.isian.get(ruas.nama)
        told = [str(x.get("judul", "")) for x in rows] if isinstance(rows, list) else []
        if names := left_out(_items(reading, berkas), DIMUAT[ruas.isi], told):
            raise AdaYangTerlewat(ruas.label, names)


def _open(reading: Reading, berkas: Berkas, kind: Pasangan, hari: date) -> Butir | None:
    told = {one.isi for one in kind.ruas}
    if MENOLAK not in told or MENJAWAB in told:
        return None
    return open_one(_items(reading, berkas), hari)


def _items(reading: Reading, berkas: Berkas) -> list[Butir]:
    return sorted(reading.find(Butir, berkas=berkas.id), key=lambda one: one.urut)
