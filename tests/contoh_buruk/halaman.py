"""PDFs that are broken, locked, swollen or endless."""

from __future__ import annotations

import random
import zlib
from functools import cache

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    DITERIMA,
    TIDAK_DAPAT_DIPROSES,
)
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._pdf import (
    Objects,
    by_word,
    for_the_web,
    letter,
    locked,
    modern,
    objects,
    stream,
    written,
)

_ZEROS = zlib.compress(bytes(60_000_000), 9)
SUSUNAN_LAIN = b"/Filter /FOPN_foweb /V 1 /Length 256 /VEID_ID (contoh)"


@cache
def contoh() -> list[Contoh]:
    """Every one of them."""
    return [*_ordinary(), *_broken(), *_locked(), *_swollen(), *_endless(), *_large()]


def _ordinary() -> list[Contoh]:
    return [
        Contoh("surat.pdf", letter(), DITERIMA, "", 0),
        Contoh("surat baru.pdf", modern(letter()), DITERIMA, "", 0),
        Contoh("surat word.pdf", by_word(), DITERIMA, "", 0),
        Contoh("surat web.pdf", for_the_web(modern(letter())), DITERIMA, "", 0),
        Contoh("surat web lama.pdf", for_the_web(letter()), DITERIMA, "", 0),
        Contoh("jam 1601.pdf", _dated(b"(D:16010101000000Z)"), DITERIMA, "", 80),
        Contoh("jam 2038.pdf", _dated(b"(D:20380119031408+07'00')"), DITERIMA, "", 80),
        Contoh("jam lain.pdf", _dated(b"(kemarin sore)"), DITERIMA, "", 80),
    ]


def _dated(moment: bytes) -> bytes:
    info = b"<< /Producer (Contoh) /CreationDate %b /ModDate %b >>" % (moment, moment)
    return letter(more={6: info}, trailer=b"/Info 6 0 R")


def _broken() -> list[Contoh]:
    whole = letter()
    table = whole.index(b"xref\n0 1")
    many = written(pages(40))
    return [
        Contoh("kepala saja.pdf", b"%PDF-1.7", TIDAK_DAPAT_DIPROSES, "pdf_tanpa_isi", 20),
        Contoh(
            "kata saja.pdf",
            b"%PDF-1.7\n" + b"contoh " * 40,
            TIDAK_DAPAT_DIPROSES,
            "pdf_tanpa_isi",
            20,
        ),
        Contoh("separuh.pdf", modern(many)[: len(modern(many)) // 2], DISIMPAN_SAJA, "rusak", 21),
        Contoh(
            "tanpa halaman.pdf", written({1: b"<< /Type /Catalog >>"}), DISIMPAN_SAJA, "rusak", 21
        ),
        Contoh("kepala terlambat.pdf", b"\r\n" * 200 + whole, DITERIMA, "", 53),
        Contoh(
            "tanpa akhir.pdf",
            whole[: whole.rindex(b"startxref")],
            DENGAN_CATATAN,
            "pdf_diperbaiki",
            53,
        ),
        Contoh("tanpa daftar.pdf", whole[:table], DENGAN_CATATAN, "pdf_diperbaiki", 53),
        Contoh(
            "daftar meleset.pdf", whole.replace(b"startxref\n", b"startxref\n9"), DITERIMA, "", 53
        ),
        *_gnawed(),
    ]


def _gnawed() -> list[Contoh]:
    """Bytes changed here and there; which end they come to is asked elsewhere."""
    chance, whole = random.Random(52), bytearray(modern(letter()))
    made = []
    for n in range(3):
        one = bytearray(whole)
        for _ in range(200):
            one[chance.randrange(len(one) // 4, len(one))] = 0
        made.append(Contoh(f"berlubang {n}.pdf", bytes(one), DISIMPAN_SAJA, "rusak", 52))
    return made


def _locked() -> list[Contoh]:
    made = [
        Contoh(
            f"terkunci {r}.pdf", locked(letter(), "rahasia", r), DISIMPAN_SAJA, "terkunci_sandi", 44
        )
        for r in (2, 3, 4, 6)
    ]
    made += [
        Contoh(f"terbuka {r}.pdf", locked(letter(), "", r), DITERIMA, "", 44) for r in (2, 3, 4, 6)
    ]
    hak = letter(more={6: b"<< %b >>" % SUSUNAN_LAIN}, trailer=b"/Encrypt 6 0 R /ID [<00> <00>]")
    made.append(Contoh("hak akses.pdf", hak, DISIMPAN_SAJA, "pdf_hak_terbatas", 45))
    return [*made, Contoh("jebakan.pdf", _sending(), DISIMPAN_SAJA, "pdf_terkunci_mengirim", 61)]


def _sending() -> bytes:
    """Part of it is locked, and the open part sends the rest out."""
    lock = (
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /StmF /StdCF /StrF /Identity "
        b"/CF << /StdCF << /CFM /AESV3 /AuthEvent /EFOpen >> >> "
        b"/O <%b> /U <%b> /OE <%b> /UE <%b> /Perms <%b> >>"
        % (b"11" * 48, b"22" * 48, b"33" * 32, b"44" * 32, b"55" * 16)
    )
    act = b"<< /S /SubmitForm /F << /FS /URL /F (http://contoh.invalid/) >> /Flags 4 >>"
    return letter(
        root=b"/OpenAction 7 0 R", more={6: lock, 7: act}, trailer=b"/Encrypt 6 0 R /ID [<00> <00>]"
    )


def _swollen() -> list[Contoh]:
    thrice = zlib.compress(zlib.compress(_ZEROS, 9), 9)
    layered = stream(thrice, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")
    twice = stream(zlib.compress(_ZEROS, 9), b"/Filter [/FlateDecode /FlateDecode]")
    table = stream(_ZEROS, b"/Type /XRef /Filter /FlateDecode /W [1 4 2] /Size 400 /Root 1 0 R")
    words = zlib.compress(b"(contoh contoh) Tj " * 3_000_000, 9)
    held = stream(_ZEROS, b"/Type /ObjStm /N 1 /First 10 /Filter /FlateDecode")
    return [
        Contoh(nama, letter(more=more), DISIMPAN_SAJA, "pdf_membengkak", baris)
        for nama, more, baris in (
            ("bengkak.pdf", {4: layered}, 46),
            ("bengkak dua.pdf", {4: twice}, 46),
            ("bengkak daftar.pdf", {9: table}, 47),
            ("bengkak isi.pdf", {9: held}, 47),
            ("bengkak teks.pdf", {4: stream(words, b"/Filter /FlateDecode")}, 49),
        )
    ]


def _endless() -> list[Contoh]:
    """What leads back to itself; whatever can be read of it is read."""
    loops: dict[str, tuple[Objects, bytes]] = {
        "induk": ({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>"}, b""),
        "anak": ({2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"}, b""),
        "banyak anak": (
            {2: b"<< /Type /Pages /Kids [3 0 R %b] /Count 1 >>" % (b"2 0 R " * 500)},
            b"",
        ),
        "garis besar": (
            {6: b"<< /First 7 0 R /Last 7 0 R >>", 7: b"<< /Title (A) /Next 7 0 R /First 7 0 R >>"},
            b"/Outlines 6 0 R",
        ),
        "panjang": ({4: b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"}, b""),
        "diri": ({6: b"6 0 R"}, b"/Names 6 0 R"),
        "berdua": ({6: b"7 0 R", 7: b"6 0 R"}, b"/OpenAction 6 0 R"),
        "nama": ({6: b"<< /Kids [6 0 R] >>"}, b"/Names << /EmbeddedFiles 6 0 R >>"),
        "gambar": (
            {
                6: stream(
                    b"/X Do",
                    b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                    b"/Resources << /XObject << /X 6 0 R >> >>",
                ),
                4: stream(b"/X Do"),
            },
            b"",
        ),
        "susunan": ({6: b"<< /Type /StructTreeRoot /K 6 0 R >>"}, b"/StructTreeRoot 6 0 R"),
        "lapis": ({6: b"[" * 2_000 + b"]" * 2_000}, b"/Threads 6 0 R"),
    }
    return [
        Contoh(f"berputar {nama}.pdf", written(objects(root=root, more=more)), "", "", 48)
        for nama, (more, root) in loops.items()
    ]


def _large() -> list[Contoh]:
    huge = b"/MediaBox [0 0 2000000 2000000]"
    plain = objects()
    plain[3] = plain[3].replace(b"/MediaBox [0 0 595 842]", huge)
    return [
        Contoh("raksasa.pdf", written(plain), DITERIMA, "halaman_raksasa", 50),
        Contoh(
            "10001 halaman.pdf",
            written(pages(10_001)),
            TIDAK_DAPAT_DIPROSES,
            "terlalu_banyak_halaman",
            51,
        ),
        Contoh("300 halaman.pdf", written(pages(300)), DITERIMA, "", 51),
    ]


def pages(many: int) -> Objects:
    """A letter of so many pages, all alike."""
    made = objects()
    numbers = range(6, 6 + many)
    made[2] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (
        b" ".join(b"%d 0 R" % n for n in numbers),
        many,
    )
    return {**made, **dict.fromkeys(numbers, made[3])}
