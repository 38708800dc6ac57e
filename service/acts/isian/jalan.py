"""What the way of a matter through its SOP fills into papers: its period, and its steps by date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from service.acts.isian.perkara import Isi, Perkara
from service.acts.sop.versi import walked
from service.domain.ruas import DAFTAR, Ruas
from service.domain.sop.bentuk import Langkah
from service.domain.sop.jejak import Jejak
from service.domain.sop.masa import sebutan
from service.domain.tanggal import local, panjang


def _period(one: Perkara, _: Ruas) -> str:
    """The period of a matter that the calendar opened: `November 2026`."""
    if not one.berkas.masa or not one.berkas.sidik:
        return ""
    sop = walked(one.reading, one.berkas).sop
    months = next((x.berkala.jumlah for x in sop.parts() if x.id == one.berkas.bagian), 0)
    return sebutan(one.berkas.masa, months or 1)


def _steps(one: Perkara, ruas: Ruas) -> Any:
    """Each row it came through, in the order in which it first did."""
    rows = list(_rows(one)) if one.berkas.sidik else []
    if ruas.jenis == DAFTAR:
        return [{x.nama: row.get(x.nama, "") for x in ruas.kolom} for row in rows]
    return [_line(row) for row in rows]


def _rows(one: Perkara) -> Iterator[dict[str, str]]:
    sop = walked(one.reading, one.berkas).sop
    way = one.reading.find(Jejak, berkas=one.berkas.id)
    passed: dict[str, list[Jejak]] = {}
    for each in sorted(way, key=lambda x: x.urut):
        passed.setdefault(each.langkah, []).append(each)
    for id_, found in passed.items():
        if not sop.has(id_):
            continue
        row = sop.row(id_)
        yield {
            "kegiatan": row.kegiatan,
            "pelaksana": ", ".join(sop.sebutan(x) for x in row.pelaksana),
            "norma": row.waktu.kata,
            **_days(one, found),
            "keterangan": _remark(row, found),
        }


def _days(one: Perkara, found: list[Jejak]) -> dict[str, str]:
    """From when it was first there until it left for the last time; no end while it stands."""
    walked_ = [x for x in found if not x.dilewati]
    if not walked_:
        return {"mulai": "", "selesai": ""}
    over = [x.keluar for x in walked_ if x.keluar]
    end = max(over) if len(over) == len(walked_) else None
    begun = min(x.masuk for x in walked_)
    return {"mulai": _iso(one, begun), "selesai": _iso(one, end) if end else ""}


def _iso(one: Perkara, at: datetime) -> str:
    return local(at, one.zona).date().isoformat()


def _remark(row: Langkah, found: list[Jejak]) -> str:
    if all(x.dilewati for x in found):
        return "Dilewati"
    back = sum(x.kembali for x in found)
    said = [f"Dikembalikan {back} kali" if back else "", row.keterangan]
    return "; ".join(x for x in said if x)


def _line(row: dict[str, str]) -> str:
    days = [panjang(date.fromisoformat(row[x])) for x in ("mulai", "selesai") if row[x]]
    span = " sampai dengan ".join(dict.fromkeys(days))
    return f"{row['kegiatan']}: {span or row['keterangan']}"


SUMBER: dict[str, Isi] = {"berkas.masa": _period, "berkas.langkah": _steps}
