"""The examination of a pair: all that its words alone tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from service.domain.kesalahan import Kesalahan
from service.domain.klinik.bentuk_periksa import of_form
from service.domain.klinik.blok_periksa import of_blocks
from service.domain.klinik.isi_periksa import of_fields, of_file, of_fonts, of_styles
from service.domain.klinik.laporan import Cacat
from service.domain.klinik.ruas_pakai import of_use
from service.domain.klinik.tanda_periksa import of_writing
from service.domain.klinik.templat import Tempat, Templat
from service.domain.ruas import Pasangan

TERBESAR = 20_000_000  # bytes of a template
DAFTAR_RUAS = "daftar ruas (.toml)"


def of_pair(found: list[Kesalahan]) -> Iterator[Cacat]:
    """What is wrong with the declaration."""
    for one in found:
        place = Tempat(f"{DAFTAR_RUAS}, baris {one.baris}" if one.baris else DAFTAR_RUAS)
        yield Cacat(one.sebab, "Perbaiki daftar ruasnya.", place, ingat=one.peringatan)


def of_template(
    pasangan: Pasangan | None,
    templat: Templat,
    printed: Mapping[str, str],
    spare: tuple[str, ...],
) -> Iterator[Cacat]:
    """What is wrong with the .docx, and with the two together."""
    yield from of_file(templat)
    yield from of_fields(templat)
    if not templat.alinea:
        return
    yield from of_writing(templat)
    yield from of_blocks(templat)
    yield from of_fonts(templat, printed)
    yield from of_styles(spare)
    if pasangan is not None:
        yield from of_use(pasangan, templat)
        yield from of_form(pasangan, templat)


def too_large(size: int) -> Iterator[Cacat]:
    """A file that is not even opened."""
    if size > TERBESAR:
        yield Cacat(
            f"File ini {size // 1_000_000} MB; templat paling besar {TERBESAR // 1_000_000} MB.",
            "Perkecil gambarnya di Word (Format Gambar, Kompres Gambar), lalu unggah lagi.",
        )


def unfilled(templat: Templat, sentence: str) -> Cacat:
    """Why the pair cannot be filled with its own sample, near the words that the filler named."""
    near = sentence.partition("di dekat: ")[2].rstrip(".").split(" / ")[0].strip()
    place = next((n for n, one in enumerate(templat.alinea) if near and near in one.teks), -1)
    return Cacat(
        f"Diisi dengan contohnya sendiri, templat ini gagal: {sentence}",
        "Perbaiki tanda atau contoh yang disebut.",
        templat.tempat(place) if place >= 0 else Tempat(),
    )
