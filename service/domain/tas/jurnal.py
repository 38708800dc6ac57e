"""What the journal says of a matter, and what of it can be proved away from its ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from service.domain.catatan import Catatan, Kepala, Ubahan, canonical, hash_of
from service.domain.keutuhan import KepalaTidakTerbaca, read_printed

BERTANDA = "kepala_bertanda_tangan"


@dataclass(frozen=True)
class KepalaTtd:
    """A head of the journal that a person signed: as far as it is printed, and on which paper."""

    kepala: Kepala
    nomor: str = ""
    tanggal: str = ""  # 2026-11-30


def extract(
    kepala: Kepala,
    lines: Iterable[Catatan],
    *,
    ditutup: int = 0,
    bertanda: KepalaTtd | None = None,
) -> dict[str, Any]:
    """The lines up to a head, oldest first; `ditutup`: how many lie in the closed part."""
    some = sorted({one.urut: one for one in lines if one.urut <= kepala.urut}.values(), key=_urut)
    return {
        "instansi": kepala.instansi,
        "kepala": {"urut": kepala.urut, "rantai": kepala.rantai},
        **({BERTANDA: _signed(bertanda)} if bertanda else {}),
        "catatan_di_bagian_tertutup": ditutup,
        "catatan": [_plain(one) for one in some],
    }


def about(lines: Iterable[Catatan], closed: Collection[str]) -> list[Catatan]:
    """Those that are not about closed things, nor touched their rows."""
    return [
        one
        for one in lines
        if one.tentang not in closed
        and not any(x.id in closed for x in one.ubahan)
        and not any(value in closed for value in one.rincian.values())
    ]


def faults(told: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with an extract, taken by itself."""
    try:
        kepala, bertanda = head(told), signed_head(told)
        lines = [line(one) for one in told["catatan"]]
    except (KeyError, TypeError, ValueError, AttributeError, KepalaTidakTerbaca):
        yield "Kutipan jurnal tidak terbaca."
        return
    if bertanda:
        yield from _signed_faults(bertanda, kepala, lines)
    before: Catatan | None = None
    for one in lines:
        if one.rantai != hash_of(canonical(replace(one, rantai=""))):
            yield f"Catatan jurnal nomor {one.urut} berubah: isinya tidak sama dengan rantainya."
        if one.instansi != kepala.instansi:
            yield f"Catatan jurnal nomor {one.urut} milik instansi lain."
        if before and one.urut <= before.urut:
            yield f"Catatan jurnal nomor {one.urut} tidak menurut urutannya."
        if before and one.urut == before.urut + 1 and one.sebelumnya != before.rantai:
            yield f"Catatan jurnal nomor {one.urut} tidak menyambung pada nomor sebelumnya."
        if one.urut > kepala.urut or (one.urut == kepala.urut and one.rantai != kepala.rantai):
            yield f"Catatan jurnal nomor {one.urut} tidak cocok dengan kepala jurnalnya."
        before = one


def head(told: Mapping[str, Any]) -> Kepala:
    """Where the journal ended when the extract was made."""
    kepala = told["kepala"]
    return Kepala(str(told["instansi"]), int(kepala["urut"]), str(kepala["rantai"]))


def signed_head(told: Mapping[str, Any]) -> KepalaTtd | None:
    """The last head that was signed when the extract was made; None where none was."""
    if BERTANDA not in told:
        return None
    one = told[BERTANDA]
    kepala = read_printed(f"{told['instansi']} {int(one['urut'])}:{one['sidik']}")
    return KepalaTtd(kepala, str(one["nomor"]), str(one["tanggal"]))


def _signed(one: KepalaTtd) -> dict[str, Any]:
    told = {"urut": one.kepala.urut, "sidik": one.kepala.rantai}
    return {**told, "nomor": one.nomor, "tanggal": one.tanggal}


def _signed_faults(one: KepalaTtd, kepala: Kepala, lines: Iterable[Catatan]) -> Iterator[str]:
    """A signed head that this very extract says is another."""
    at = {x.urut: x.rantai for x in lines} | {kepala.urut: kepala.rantai}
    if one.kepala.urut > kepala.urut:
        yield "Kepala jurnal yang ditandatangani lebih muda daripada kutipannya."
    elif not at.get(one.kepala.urut, one.kepala.rantai).startswith(one.kepala.rantai):
        yield f"Kepala jurnal yang ditandatangani lain dari catatan nomor {one.kepala.urut}."


def line(told: Mapping[str, Any]) -> Catatan:
    """One line as it stood in the journal."""
    return Catatan(
        str(told["instansi"]),
        str(told["siapa"]),
        str(told["perbuatan"]),
        datetime.fromisoformat(told["waktu"]),
        str(told["tentang"]),
        {str(name): value for name, value in told["rincian"].items()},
        tuple(Ubahan(**one) for one in told["ubahan"]),
        int(told["urut"]),
        str(told["sebelumnya"]),
        str(told["rantai"]),
    )


def _plain(one: Catatan) -> dict[str, Any]:
    return asdict(one) | {"waktu": one.waktu.astimezone(UTC).isoformat()}


def _urut(one: Catatan) -> int:
    return one.urut
