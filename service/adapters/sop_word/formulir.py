"""The whole form: identity block, table with its flowchart, signatures, and what was inferred."""

from __future__ import annotations

import itertools
from pathlib import Path

from service.adapters.sop_word import paket
from service.adapters.sop_word.identitas import EKOR, block, signatures
from service.adapters.sop_word.lambang import Pena, cell
from service.adapters.sop_word.ukuran import Lembar, each, sheet_of
from service.adapters.sop_word.unsur import Sel, par, row, run, table
from service.domain.sop.bagan import draw
from service.domain.sop.bagan_bentuk import Bagan, Baris, Ukuran
from service.domain.sop.formulir import BarisFormulir, Formulir

ISI, KEPALA, JUDUL = 8.0, 7.5, 12.0
PUTUS = (
    "Lambang dan garis putus-putus: tafsir, tidak tertulis pada SOP sumber. Lihat lembar tafsir."
)


class SopWord:
    """The port SopForms."""

    def write(self, one: Formulir, out: Path) -> Path:
        lembar = sheet_of(one)
        ekor = EKOR if one.identitas.tanda_tangan else 0.0
        bagan = draw(
            one.sop,
            Ukuran(lembar.lajur, lembar.halaman, ekor),
            words=lembar.tinggi_baris,
            resmi=True,
        )
        parts = [] if one.identitas.kosong else [block(one, lembar.isi)]
        parts += [_main(one, lembar, bagan, baru=bool(parts))]
        if one.identitas.tanda_tangan:
            parts.append(signatures(one.identitas.tanda_tangan, lembar.isi))
        if one.tafsir:
            parts.append(_inferred(one, lembar))
        text = "".join(parts) + par(run("", 1))
        title = one.judul
        return paket.write(out, text, lembar.lebar, lembar.tinggi, lembar.tepi, title)


def _main(one: Formulir, lembar: Lembar, bagan: Bagan, *, baru: bool) -> str:
    title = par(
        run(one.judul_tabel, JUDUL, tebal=True),
        "center",
        gaya="Heading1",
        sesudah=3,
        halaman_baru=baru,
    )
    names, pena = {row.id: row for row in one.baris}, Pena()
    rows = _head(one, lembar, bagan)
    rows += [_row(one, lembar, bagan, strip, names[strip.id], pena) for strip in bagan.baris]
    drawn_dashed = any(shape.putus for shape in bagan.lambang)
    dashed = drawn_dashed or any(line.putus for line in bagan.panah)
    note = par(run(PUTUS, 7, miring=True), sebelum=1) if dashed else par(run("", 1))
    wide = lembar.kolom(len(bagan.lajur))
    # Without room of their own above and below, rows are as high as they are drawn.
    return title + table(rows, wide, nama=one.judul_tabel, udara=0) + note


def _head(one: Formulir, lembar: Lembar, bagan: Bagan) -> list[str]:
    lanes = len(bagan.lajur)
    wide = lembar.kolom(lanes)

    def head(words: str, lebar: float, **more: object) -> Sel:
        inner = par(run(words, KEPALA, tebal=True), "center", sebelum=0.7, sesudah=0.7)
        return Sel(inner, lebar, kepala=True, **more)  # type: ignore[arg-type]

    quality = wide[-4:-1]
    first = [
        head("No", wide[0], turun="restart"),
        head("Kegiatan", wide[1], turun="restart"),
        head("Pelaksana", lembar.lajur * lanes, kolom=lanes),
        head("Mutu Baku", sum(quality), kolom=3),
        head("Keterangan", wide[-1], turun="restart"),
    ]
    below = [head("", wide[0], turun="continue"), head("", wide[1], turun="continue")]
    after = [head("", wide[-1], turun="continue")]
    actors = {actor.id: actor for actor in one.sop.pelaksana}
    rows = [row(first, kepala=True)]
    said = [head(words, lebar) for words, lebar in zip(MUTU, quality, strict=True)]
    lane_names = [head(actors[id_].sebutan, lembar.lajur) for id_ in bagan.lajur]
    if any(actors[id_].kelompok for id_ in bagan.lajur):
        groups = []
        for name, own in itertools.groupby(bagan.lajur, lambda id_: actors[id_].kelompok):
            many = len(list(own))
            groups.append(head(name, lembar.lajur * many, kolom=many))
        starts = [
            head(words, lebar, turun="restart") for words, lebar in zip(MUTU, quality, strict=True)
        ]
        rows.append(row([*below, *groups, *starts, *after], kepala=True))
        said = [head("", lebar, turun="continue") for lebar in quality]
    rows.append(row([*below, *lane_names, *said, *after], kepala=True))
    return rows


MUTU = ("Kelengkapan", "Waktu", "Output")


def _row(
    one: Formulir, lembar: Lembar, bagan: Bagan, strip: Baris, said: BarisFormulir, pena: Pena
) -> str:
    wide = lembar.kolom(len(bagan.lajur))
    lanes = [
        Sel(cell(bagan, strip, n, one.sop.sebutan(id_), pena), lembar.lajur, rapat=True)
        for n, id_ in enumerate(bagan.lajur)
    ]
    words = (said.kelengkapan, said.waktu, said.keluaran, said.keterangan)
    after = [Sel(_said(text), lebar) for text, lebar in zip(words, wide[-4:], strict=True)]
    cells = [
        Sel(par(run(str(said.nomor), ISI), "center"), wide[0]),
        Sel(_said(said.kegiatan), wide[1]),
        *lanes,
        *after,
    ]
    return row(cells, strip.tinggi, utuh=strip.id not in lembar.meluap)


def _said(words: str) -> str:
    return "".join(par(run(one, ISI)) for one in each(words))


def _inferred(one: Formulir, lembar: Lembar) -> str:
    """A sheet of its own, so that nobody takes it for what the source says."""
    title = par(
        run(f"LEMBAR TAFSIR: {one.judul}", JUDUL, tebal=True), gaya="Heading1", sesudah=2,
        halaman_baru=True,
    )  # fmt: skip
    why = par(
        run(
            "Yang berikut tidak tertulis pada SOP sumber, melainkan disimpulkan supaya SOP dapat "
            "dijalankan. Lembar ini bukan bagian SOP; pastikan setiap baris, lalu hapus tandanya.",
            9,
        ),
        sesudah=2,
    )
    wide = (45.0, 45.0, lembar.isi - 90.0)
    head = [
        Sel(par(run(words, 9, tebal=True)), lebar, kepala=True)
        for words, lebar in zip(("Tempat", "Isian", "Dibaca sebagai"), wide, strict=True)
    ]
    rows = [row(head, kepala=True)]
    for reading in one.tafsir:
        texts = (reading.tempat, reading.isian, reading.isi)
        rows.append(
            row([Sel(par(run(t, 9)), w, tengah=False) for t, w in zip(texts, wide, strict=True)])
        )
    return title + why + table(rows, wide, nama="Lembar tafsir")
