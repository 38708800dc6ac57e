"""What happened to a matter or a paper, as its page tells it: who, for whom, to whom, and why."""

from __future__ import annotations

from collections.abc import Collection

from service.domain.alasan import Alasan
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.naskah import Naskah
from service.domain.perbuatan import sentence
from service.domain.tanggal import hari_tanggal, local, pukul
from service.face.isi import Peristiwa
from service.ports import House
from service.web.dasar.sebutan import unit_name

KEPADA = frozenset({"langkah_diserahkan", "langkah_dititipkan"})
PINDAH = "berkas_dipindah"
SEBAB = ("alasan", "seorang")  # why it was done, and why one person did both parts


def who(names: dict[str, str], oleh: str, atas_nama: str = "") -> str:
    """Who did it, and on whose behalf."""
    name, behalf = names.get(oleh, ""), names.get(atas_nama, "")
    return f"{name} a.n. {behalf}" if name and behalf else name


def events(
    house: House,
    berkas: Berkas | Naskah,
    names: dict[str, str],
    zona: str,
    hanya: Collection[str] = (),
) -> list[Peristiwa]:
    """The lines of the journal about a matter or a paper, newest first, for who may see it;
    `hanya`: of these acts alone."""
    found = [x for x in house.perkara.trail(berkas) if not hanya or x.perbuatan in hanya]
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
            alasan=" ".join(
                reasons[line.rincian[x]] for x in SEBAB if line.rincian.get(x) in reasons
            ),
            nomor=str(line.urut),
        )
        for line in found
    ]


def _said(berkas: Berkas | Naskah, line: Catatan, names: dict[str, str]) -> str:
    kata, whom = sentence(line.perbuatan), names.get(line.rincian.get("kepada", ""), "")
    if line.perbuatan in KEPADA and whom:
        return f"{kata} kepada {whom}"
    if line.perbuatan == PINDAH:
        there = unit_name(berkas.instansi, line.rincian.get("ke", "")) or "seluruh instansi"
        return f"{kata}: {there}"
    return kata


def _reasons(house: House, berkas: Berkas | Naskah, lines: list[Catatan]) -> dict[str, str]:
    """The reasons people gave, by their ids."""
    ids = {line.rincian.get(x, "") for line in lines for x in SEBAB} - {""}
    with house.ledger.read() as reading:
        rows = [one for id_ in sorted(ids) for one in reading.find(Alasan, id=id_)]
    return {one.id: one.kata for one in rows if one.tentang == berkas.id}
