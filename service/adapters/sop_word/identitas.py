"""The block above the table: the two-column box of numbers, days and bases, and who signs."""

from __future__ import annotations

from collections.abc import Sequence

from service.adapters.sop_word.unsur import Sel, par, row, run, table
from service.domain.sop.formulir import Formulir
from service.domain.sop.identitas import Pengesah

ISI, JUDUL = 9.0, 11.0
LABEL = 38.0
RUANG_TANDA = 15.0  # for the signature itself
EKOR = 44.0  # what the three signatures take under the table


def block(one: Formulir, lebar: float) -> str:
    """The box as the regulation has it; a field that the source leaves empty stays empty."""
    half, own = lebar / 2, one.identitas
    value = half - LABEL
    facts = [
        ("Nomor SOP", _line(one.nomor)),
        ("Tanggal Pembuatan", _line(own.dibuat)),
        ("Tanggal Revisi", _line(own.direvisi)),
        ("Tanggal Efektif", _line(own.efektif)),
        *([("Tanggal Pengesahan", _line(own.disahkan))] if own.disahkan else []),
        ("Disahkan oleh", _signed(own.pengesah)),
        ("Nama SOP", par(run(one.nama, ISI, tebal=True))),
    ]
    names = "".join(par(run(line, JUDUL, tebal=True), "center", sesudah=0.8) for line in one.kepala)
    rows = []
    for n, (label, said) in enumerate(facts):
        head = Sel(names or par(""), half, turun="restart" if n == 0 else "continue")
        if n:
            head = Sel(par(""), half, turun="continue")
        rows.append(row([head, Sel(_line(label), LABEL, tengah=False), Sel(said, value)]))
    pairs = (
        (("Dasar Hukum", own.dasar_hukum), ("Kualifikasi Pelaksana", own.kualifikasi)),
        (("Keterkaitan", own.keterkaitan), ("Peralatan/Perlengkapan", own.peralatan)),
        (("Peringatan", own.peringatan), ("Pencatatan dan Pendataan", own.pencatatan)),
    )
    for left, right in pairs:
        cells = [
            Sel(_list(*left), half, tengah=False),
            Sel(_list(*right), half, kolom=2, tengah=False),
        ]
        rows.append(row(cells, utuh=False))
    return table(rows, (half, LABEL, value), nama=f"Identitas SOP {one.nama}")


def _line(words: str) -> str:
    return par(run(words, ISI), sebelum=0.3, sesudah=0.3)


def _signed(who: Pengesah) -> str:
    lines = par(run(f"{who.jabatan}," if who.jabatan else "", ISI), "center", sesudah=RUANG_TANDA)
    return lines + _name(who)


def _name(who: Pengesah) -> str:
    lines = par(run(who.nama, ISI, tebal=True), "center")
    if who.pangkat:
        lines += par(run(who.pangkat, ISI), "center")
    return lines + (par(run(f"NIP {who.nip}", ISI), "center") if who.nip else "")


def _list(judul: str, many: Sequence[str]) -> str:
    head = par(run(f"{judul}:", ISI, tebal=True), sesudah=0.5)
    if len(many) == 1:
        return head + par(run(many[0], ISI), sesudah=0.5)
    return head + "".join(
        par(f"{run(f'{n}.', ISI)}<w:r><w:tab/></w:r>{run(words, ISI)}", sesudah=0.3, gantung=5)
        for n, words in enumerate(many, 1)
    )


def signatures(many: Sequence[Pengesah], lebar: float) -> str:
    """Drawn up, checked, agreed to: side by side, and never alone on a page."""
    wide = lebar / len(many)
    cells = []
    for who in many:
        office = par(
            run(f"{who.jabatan}," if who.jabatan else "", ISI), "center", sesudah=RUANG_TANDA
        )
        head = par(run(who.sebagai, ISI), "center")
        cells.append(Sel(head + office + _name(who), wide, tengah=False))
    inner = row(cells)
    return par(run("", 4), sesudah=2, bersama=True) + table(
        [inner], [wide] * len(many), garis=False, nama="Tanda tangan"
    )
