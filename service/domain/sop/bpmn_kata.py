"""What the documentation of a BPMN element says, in the words of the SOP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.domain.sop.bentuk import LEMBAR
from service.domain.sop.bpmn_bentuk import BUTIR, PANGGIL, TUGAS, UNIT, Proses, Simpul

TAFSIR = "Tafsir: langkah ini tidak tertulis pada SOP sumber."


def about_process(proses: Proses) -> str:
    """Whose SOP it is, its number, and what decides the ways."""
    sop = proses.sop
    lines = [f"SOP: {sop.nama}"]
    if sop.nomor:
        lines.append(f"Nomor: {sop.nomor}")
    if proses.bagian.id:
        lines.append(f"Bagian: {proses.bagian.nama}")
    if sop.tafsir:
        lines.append(f"Tafsir, tidak tertulis pada SOP sumber: {_list(sop.tafsir)}.")
    lines.append(
        f"Setiap langkah yang selesai menulis langkah:hasil di {proses.variable('putusan')}, yang "
        "kosong pada awalnya. Syarat memakai bahasa ungkapan Python."
    )
    if proses.unit:
        lines.append(f"Unit yang mengerjakan bagiannya ada di {proses.variable('unit')}.")
    if any(one.jenis == BUTIR for one in proses.simpul):
        lines.append(f"Butir, lalu hasil tiap butir, ada di {proses.variable('butir')}.")
    return "\n".join(lines)


def about(proses: Proses, one: Simpul) -> str:
    """All that the columns of its row say; which of it we inferred."""
    if one.jenis == UNIT:
        return "Setiap unit menempuh langkah ini sendiri; berkas menunggu semua unit selesai."
    if one.jenis == PANGGIL and one.langkah:
        return f"Merujuk SOP {one.rincian}. {_inferred(one)}".strip()
    if one.jenis == BUTIR and one.langkah:
        return "Hasil tiap butir ditetapkan sebelum langkahnya diselesaikan."
    return "\n".join(_columns(proses, one)) if one.jenis == TUGAS else ""


def _columns(proses: Proses, one: Simpul) -> Iterator[str]:
    row, act, sop = one.langkah, one.tahap, proses.sop
    if row is None:
        return
    yield f"Kegiatan: {row.kegiatan}"
    if act:
        yield f"Tahap: {act.kegiatan}"
    actors = act.pelaksana if act else row.pelaksana
    yield f"Pelaksana: {_list(sop.sebutan(name) for name in actors)}"
    if row.bersama:
        yield f"Bersama: {_list(sop.sebutan(name) for name in row.bersama)}"
    if row.waktu.kata:
        yield f"Waktu: {row.waktu.kata}"
    if row.kelengkapan:
        yield f"Kelengkapan: {_list(proses.bahan[x.bahan].nama for x in row.kelengkapan)}"
    if one.hasil:
        yield f"Keluaran: {_list(proses.bahan[name].nama for name in one.hasil)}"
    if row.lembar:
        yield f"Dikerjakan dengan: {_list(LEMBAR[name] for name in row.lembar)}"
    if row.keterangan:
        yield f"Keterangan: {row.keterangan}"
    if said := _inferred(one):
        yield said


def _inferred(one: Simpul) -> str:
    row = one.langkah
    if row is None:
        return ""
    if row.tafsir:
        return TAFSIR
    if row.disimpulkan:
        return f"Tafsir, tidak tertulis pada SOP sumber: {_list(row.disimpulkan)}."
    return ""


def _list(words: Iterable[str]) -> str:
    return "; ".join(words)
