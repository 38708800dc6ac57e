"""Tags as they are written: whole, in one piece, with nothing in them but what fills a paper."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import Alinea, Tanda, Templat

KALANG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
LUAR_BIASA = ("include", "import", "from", "extends", "do", "autoescape")
_DIKENAL = (
    "nilai keterangan for if elif else endfor endif set endset with endwith filter endfilter "
    "macro endmacro call endcall raw endraw colspan cellbg vm hm break continue"
)
DIKENAL = frozenset(_DIKENAL.split())
AWALAN = ("p", "tr", "tc", "r")
RENTANG_TERBESAR = 10_000  # rows of a paper that nobody reads any more


def of_writing(templat: Templat) -> Iterator[Cacat]:
    """All that is wrong with tags one by one."""
    within = dict[int, list[Tanda]]()
    for tag in templat.tanda:
        within.setdefault(tag.alinea, []).append(tag)
        yield from _one(templat, tag)
    for n, alinea in enumerate(templat.alinea):
        tags = within.get(n, [])
        yield from _unclosed(templat, n, alinea, tags)
        yield from _split(templat, n, alinea, tags)
        yield from _lost(templat, n, alinea, tags)


def _one(templat: Templat, tag: Tanda) -> Iterator[Cacat]:
    place = templat.tempat(tag.alinea)
    if tag.perintah in LUAR_BIASA:
        yield Cacat(
            f"Tanda {tag.sebut} memuat perintah program ({tag.perintah}) yang tidak diizinkan.",
            "Hapus tanda itu; templat hanya mengisi ruas, mengulang, dan memilih.",
            place,
        )
    elif tag.perintah in AWALAN:
        yield Cacat(
            f"Tanda {tag.sebut} salah tulis: ada spasi sebelum {tag.perintah}.",
            f"Tulis {{%{tag.perintah} tanpa spasi, misalnya {{%{tag.perintah} endif %}}.",
            place,
        )
    elif tag.perintah not in DIKENAL:
        yield Cacat(
            f"Perintah '{tag.perintah}' pada {tag.sebut} tidak dikenal.",
            "Yang dikenal: for dan endfor, if, elif, else, dan endif.",
            place,
        )
    if tag.salah:
        yield Cacat(
            f"Tanda {tag.sebut} {tag.salah}.",
            "Bandingkan dengan tanda lain yang benar, misalnya {{ nomor }} atau {% if lampiran %}.",
            place,
        )
    hidden = [path for path in tag.bagian_nilai if "._" in path or path.startswith("?._")]
    if hidden or any(one.startswith("_") for one in tag.nama):
        yield Cacat(
            f"Tanda {tag.sebut} memuat perintah program yang tidak diizinkan.",
            "Hapus tanda itu. Tidak ada yang dijalankan.",
            place,
        )
    if tag.aman:
        yield Cacat(
            f"Tanda {tag.sebut} meloloskan isian tanpa dijaga, sehingga tanda < dan & pada isian "
            "merusak naskah.",
            "Hapus saringan itu (safe, tojson, xmlattr).",
            place,
        )
    if tag.rentang > RENTANG_TERBESAR:
        yield Cacat(
            f"Pengulangan pada {tag.sebut} terlalu banyak.",
            f"Ulangi paling banyak {RENTANG_TERBESAR} kali, atau ulangi menurut ruas daftar.",
            place,
        )


def _unclosed(templat: Templat, n: int, alinea: Alinea, tags: list[Tanda]) -> Iterator[Cacat]:
    """Brackets of a tag that is not whole within its paragraph."""
    rest, at = [], 0
    for tag in tags:
        rest.append(alinea.teks[at : tag.mulai])
        at = tag.mulai + len(tag.teks)
    rest.append(alinea.teks[at:])
    for found in dict.fromkeys(KALANG.findall(" ".join(rest))):
        opens = found.startswith("{")
        yield Cacat(
            f"Tanda isian {'dibuka' if opens else 'ditutup'} dengan {found}, tetapi "
            f"{'tutupnya' if opens else 'pembukanya'} tidak ada pada alinea ini.",
            "Tulis tanda itu utuh pada satu alinea, tanpa menekan Enter di dalamnya.",
            templat.tempat(n),
        )


def split(alinea: Alinea, tag: Tanda) -> tuple[bool, bool]:
    """Whether Word cut a tag into pieces, and whether those lie in different things."""
    begins, ends = tag.mulai, tag.mulai + len(tag.teks)
    first = bisect_right(alinea.potong, begins, min(1, len(alinea.potong))) - 1
    pieces = alinea.wadah[max(0, first) : bisect_left(alinea.potong, ends)]
    return len(pieces) > 1, len(set(pieces)) > 1


def _split(templat: Templat, n: int, alinea: Alinea, tags: list[Tanda]) -> Iterator[Cacat]:
    """The tags of a paragraph that Word cut, those that still work told together."""
    cut = [(tag.sebut, *split(alinea, tag)) for tag in tags]
    saran = "Pilih Perbaiki, atau hapus tanda itu dan ketik ulang sekaligus."
    if apart := [teks for teks, _, torn in cut if torn]:
        yield Cacat(
            f"Word memecah tanda {', '.join(apart)} ke dalam bagian yang berbeda (tautan, "
            "perubahan terlacak, atau kotak isian), sehingga naskah tidak dapat dicetak.",
            saran,
            templat.tempat(n),
            perbaiki=True,
        )
    if pieces := [teks for teks, found, torn in cut if found and not torn]:
        yield Cacat(
            f"Word memecah tanda {', '.join(pieces)} menjadi beberapa potong (pemeriksa ejaan atau "
            "format). Naskah masih dapat dicetak, tetapi tanda ini mudah rusak bila disunting "
            "lagi.",
            saran,
            templat.tempat(n),
            ingat=True,
            perbaiki=True,
        )


def _lost(templat: Templat, n: int, alinea: Alinea, tags: list[Tanda]) -> Iterator[Cacat]:
    """Words that go with the paragraph of a {%p …: it is taken out with all that stands in it."""
    whole = [tag for tag in tags if tag.awalan == "p" and tag.perintah != "nilai"]
    if not whole:
        return
    ends = [0, *(tag.mulai + len(tag.teks) for tag in whole)]
    begins = [*(tag.mulai for tag in whole), len(alinea.teks)]
    rest = "".join(alinea.teks[at:to] for at, to in zip(ends, begins, strict=True))
    if len(whole) > 1 or rest.strip():
        yield Cacat(
            f"Alinea dengan tanda {whole[0].sebut} dibuang utuh ketika dicetak, sehingga yang lain "
            f"pada alinea itu hilang: «{' '.join((rest.strip() or whole[1].teks).split())[:80]}».",
            "Letakkan tanda itu sendirian pada alineanya, atau tulis tanpa huruf p sesudah {%.",
            templat.tempat(n),
        )
