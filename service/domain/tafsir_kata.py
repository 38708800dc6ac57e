"""What a pack only infers, in the words of the page where a person confirms it."""

from __future__ import annotations

from service.domain.instansi import Instansi
from service.domain.wewenang import PERAN

_BAGIAN: dict[str, str] = {
    "nama": "Nama instansi",
    "kota": "Kota",
    "zona": "Zona waktu",
    "kop": "Kepala surat",
    "unit": "Unit kerja",
    "kalender.ramadan": "Jam kerja Ramadan",
    "naskah.unit": "Unit yang menerbitkan naskah",
}
_RUAS: dict[str, str] = {
    "kode": "kode",
    "jabatan": "jabatan",
    "sebutan": "sebutan",
    "pola": "pola nomor",
    "sisipan": "cara menulis nomor sisipan",
    "gelar_depan": "gelar di depan nama",
    "gelar_belakang": "gelar di belakang nama",
}


def spoken(one: Instansi, path: str) -> str:
    """A place of the pack as a person of the office would name it."""
    if path in _BAGIAN:
        return _BAGIAN[path]
    table, _, rest = path.partition(".")
    name, _, ruas = rest.rpartition(".") if rest.count(".") else (rest, "", "")
    head = _named(one, table, name)
    said = _RUAS.get(ruas, ruas.replace("_", " "))
    return f"{head}, {said}" if said else head


def _named(one: Instansi, table: str, name: str) -> str:
    if table == "unit":
        unit = one.unit_of(name)
        return f"Unit {unit.nama if unit else name}"
    if table == "seri":
        seri = one.seri_of(name)
        return f"Nomor: {seri.nama if seri else name.replace('_', ' ')}"
    if table == "peran":
        return f"Peran {PERAN.get(name, name.replace('_', ' '))}"
    if table == "pejabat":
        return f"Pejabat {name}"
    return " ".join(filter(None, (table, name))).replace("_", " ").replace(".", " ").capitalize()
