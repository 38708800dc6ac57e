"""Ruas that must be filled in only when another says so: as declared, checked and applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.domain import ruas as r
from service.domain.lembar import Lembar
from service.domain.penolakan import unmatched
from service.domain.ruas_baku import empty


def needed(ruas: r.Ruas, there: Mapping[str, Any]) -> bool:
    """Whether it must be filled in, beside the other ruas of its paper or columns of its row."""
    bila = ruas.wajib_bila
    return ruas.wajib or (
        bila is not None and any(_meets(bila, one) for one in _looked_at(bila, there))
    )


def _looked_at(bila: r.Bila, there: Mapping[str, Any]) -> list[Any]:
    if not bila.ruas or not bila.kolom:
        return [there.get(bila.ruas or bila.kolom)]
    rows = there.get(bila.ruas)
    some = rows if isinstance(rows, list) else []
    return [row.get(bila.kolom) for row in some if isinstance(row, dict)]


def unpaired(ruas: r.Ruas, there: Mapping[str, Any]) -> list[str]:
    """Of the rows that make it compulsory, those without a row of their own in it."""
    bila, own = ruas.wajib_bila, there.get(ruas.nama)
    if bila is None or not bila.sama or not isinstance(own, list) or not own:
        return []
    rows = there.get(bila.ruas)
    some = rows if isinstance(rows, list) else []
    asked = [x for x in some if isinstance(x, dict) and _meets(bila, x.get(bila.kolom))]
    told = [str(x.get(bila.sama, "")) for x in own if isinstance(x, dict)]
    return unmatched([str(x.get(bila.sama, "")) for x in asked], told)


def _meets(bila: r.Bila, value: Any) -> bool:
    if bila.nilai:
        return value in bila.nilai
    return not empty(value) and value != 0


def read_bila(sheet: Lembar) -> r.Bila | None:
    """The condition as the author wrote it, None where there is none."""
    if not sheet.has("wajib_bila"):
        return None
    one = sheet.table("wajib_bila")
    if sheet.isi.get("wajib") is True:
        sheet.fault("wajib_bila", "wajib_bila hanya bila wajib = false.")
    return r.Bila(one.text("ruas"), one.text("kolom"), one.texts("nilai"), one.text("sama"))


def bila_faults(every: Sequence[r.Ruas]) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the conditions of a pair: which ruas, at which key, and why."""
    contoh = {one.nama: one.contoh for one in every}
    for n, one in enumerate(every):
        if one.wajib_bila and not one.wajib and empty(one.contoh) and needed(one, contoh):
            yield n, "contoh", f"contoh masih kosong, padahal {one.wajib_bila}."
        if one.wajib_bila and unpaired(one, contoh):
            yield (
                n,
                "contoh",
                "contoh belum memuat satu baris untuk setiap baris yang mewajibkannya.",
            )
        if one.wajib_bila:
            for why in (*_of_ruas(one.wajib_bila, every), *_of_sama(one, every)):
                yield n, "wajib_bila", f"wajib_bila {why}"
        for kolom in one.kolom:
            if kolom.wajib_bila:
                for why in _of_kolom(kolom.wajib_bila, one.kolom):
                    yield n, "kolom", f"wajib_bila pada kolom '{kolom.nama}' {why}"


def _of_sama(one: r.Ruas, every: Sequence[r.Ruas]) -> Iterator[str]:
    bila = one.wajib_bila
    if bila is None or not bila.sama:
        return
    asked = _named(bila.ruas, every)
    both = [one.kolom, asked.kolom if asked else ()]
    if not bila.kolom or not all(_named(bila.sama, x) for x in both):
        yield f"menyebut sama = '{bila.sama}', yang bukan kolom pada kedua daftarnya."


def _of_ruas(bila: r.Bila, every: Sequence[r.Ruas]) -> Iterator[str]:
    if not bila.ruas:
        yield "belum menyebut ruas yang menentukannya."
        return
    asked = _named(bila.ruas, every)
    if asked is None:
        yield f"menyebut ruas '{bila.ruas}' yang tidak ada."
    elif bila.kolom:
        yield from _of_kolom(r.Bila("", bila.kolom, bila.nilai), asked.kolom)
    else:
        yield from _of_nilai(bila, asked)


def _of_kolom(bila: r.Bila, every: Sequence[r.Ruas]) -> Iterator[str]:
    asked = _named(bila.kolom, every)
    if bila.ruas or bila.sama:
        yield "hanya boleh menyebut kolom pada baris yang sama, tanpa ruas."
    elif asked is None:
        yield f"menyebut kolom '{bila.kolom}' yang tidak ada."
    else:
        yield from _of_nilai(bila, asked)


def _of_nilai(bila: r.Bila, asked: r.Ruas) -> Iterator[str]:
    if bila.nilai and asked.jenis != r.PILIHAN:
        yield f"menyebut nilai, padahal '{asked.nama}' bukan berjenis pilihan."
    elif strange := [one for one in bila.nilai if one not in asked.pilihan]:
        yield f"menyebut nilai '{strange[0]}' yang bukan pilihan '{asked.nama}'."


def _named(nama: str, every: Sequence[r.Ruas]) -> r.Ruas | None:
    return next((one for one in every if one.nama == nama), None)
