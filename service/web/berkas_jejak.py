"""What happened to a matter, as its page tells it: who, on whose behalf, to whom, and why."""

from __future__ import annotations

from service.domain.alasan import Alasan
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.perbuatan import sentence
from service.domain.tanggal import hari_tanggal, local, pukul
from service.face.isi import Peristiwa
from service.ports import House
from service.web.kiriman_daftar import unit_name

KEPADA = frozenset({"langkah_diserahkan", "langkah_dititipkan"})
PINDAH = "berkas_dipindah"


def who(names: dict[str, str], oleh: str, atas_nama: str = "") -> str:
    """Who did it, and on whose behalf."""
    name, behalf = names.get(oleh, ""), names.get(atas_nama, "")
    return f"{name} a.n. {behalf}" if name and behalf else name


def events(house: House, berkas: Berkas, names: dict[str, str], zona: str) -> list[Peristiwa]:
    """The lines of the journal about a matter, newest first; the caller may see the matter."""
    found = house.perkara.trail(berkas)
    told = {line.rincian.get(nama, "") for line in found for nama in ("atas_nama", "kepada")}
    known = names | house.lists.nama_orang({line.siapa for line in found} | told)
    reasons = _reasons(house, berkas, found)
    return [
        Peristiwa(
            kata=_said(berkas, line, known),
            siapa=who(known, line.siapa, line.rincian.get("atas_nama", "")) or "Mesin",
            waktu=pukul(line.waktu, zona),
            iso=line.waktu.isoformat(),
            hari=hari_tanggal(local(line.waktu, zona).date()),
            alasan=reasons.get(line.rincian.get("alasan", ""), ""),
            nomor=str(line.urut),
        )
        for line in found
    ]


def _said(berkas: Berkas, line: Catatan, names: dict[str, str]) -> str:
    kata, whom = sentence(line.perbuatan), names.get(line.rincian.get("kepada", ""), "")
    if line.perbuatan in KEPADA and whom:
        return f"{kata} kepada {whom}"
    if line.perbuatan == PINDAH:
        there = unit_name(berkas.instansi, line.rincian.get("ke", "")) or "seluruh instansi"
        return f"{kata}: {there}"
    return kata


def _reasons(house: House, berkas: Berkas, lines: list[Catatan]) -> dict[str, str]:
    """The reasons people gave, by their ids."""
    ids = {line.rincian.get("alasan", "") for line in lines} - {""}
    with house.ledger.read() as reading:
        rows = [one for id_ in sorted(ids) for one in reading.find(Alasan, id=id_)]
    return {one.id: one.kata for one in rows if one.tentang == berkas.id}
