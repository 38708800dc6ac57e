"""PDFs that would do something, that hide something, or that were changed after signing."""

from __future__ import annotations

from functools import cache

from service.domain.temuan import DENGAN_CATATAN, DISIMPAN_SAJA, DITERIMA
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._pdf import (
    KATA,
    appended,
    by_word,
    letter,
    lines,
    locked,
    modern,
    objects,
    packed,
    signed,
    stream,
    written,
)

_JS = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
_LAIN = "Surat ini sudah diganti dengan kata yang lain sama sekali."


@cache
def contoh() -> list[Contoh]:
    """Every one of them."""
    return [*_acting(), *_plain_acts(), *_hiding(), *_carrying(), *_signed()]


def _acting() -> list[Contoh]:
    """On opening, closing, printing; by a note on the page; and with its names disguised."""
    submit = b"<< /S /SubmitForm /F << /FS /URL /F (http://contoh.invalid/x) >> >>"
    unc = b"<< /S /GoToR /F (\\\\\\\\contoh.invalid\\\\berbagi\\\\x.pdf) /D [0 /Fit] >>"
    acts = {
        "skrip": (_JS, "pdf_skrip", 54),
        "kirim": (submit, "pdf_kirim_isian", 54),
        "jaringan": (unc, "pdf_menunjuk_keluar", 54),
        "alamat": (b"<< /S /URI /URI (file:///etc/passwd) >>", "pdf_menunjuk_keluar", 54),
        "ambil": (b"<< /S /ImportData /F (C:/contoh.fdf) >>", "pdf_kirim_isian", 55),
        "luncur": (b"<< /S /Launch /F (cmd.exe) >>", "pdf_luncur", 56),
        "suara": (b"<< /S /Sound /Sound 9 0 R >>", "pdf_media", 54),
        "film": (b"<< /S /Movie /T (x) >>", "pdf_media", 54),
        "web": (b"<< /S /URI /URI (http://contoh.invalid/) >>", "pdf_buka_sendiri", 54),
    }
    made = []
    for nama, (act, kode, baris) in acts.items():
        at_once = letter(root=b"/OpenAction 6 0 R", more={6: act})
        for how, isi in (
            ("", at_once),
            (" baru", modern(at_once)),
            (" kunci", locked(at_once, "")),
        ):
            for each in (kode, "pdf_buka_sendiri"):
                made.append(Contoh(f"buka {nama}{how}.pdf", isi, DENGAN_CATATAN, each, baris))
    return [*made, *_elsewhere()]


def _elsewhere() -> list[Contoh]:
    note = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A %b >>]"
    hidden = _JS.replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS", b"/#4aS")
    held = stream(b"", b"/F (C:/Windows/win.ini) /FFilter /FlateDecode")
    shown = b"<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>"
    filled = b"/AcroForm << /Fields [<< /FT /Tx /T (nama) /V (Contoh) >>] %b >>"
    return [
        Contoh(nama, isi, DENGAN_CATATAN, kode, baris)
        for nama, isi, kode, baris in (
            ("tombol.pdf", letter(page=note % _JS), "pdf_skrip", 54),
            ("tutup.pdf", letter(page=b"/AA << /C %b >>" % _JS), "pdf_buka_sendiri", 54),
            ("samar.pdf", letter(root=b"/OpenAction %b" % hidden), "pdf_skrip", 54),
            ("baca lokal.pdf", letter(more={6: held}), "pdf_menunjuk_keluar", 55),
            ("media.pdf", letter(page=b"/Annots [%b]" % shown), "pdf_media", 54),
            ("dinamis.pdf", letter(root=filled % b"/XFA 4 0 R"), "pdf_xfa", 54),
        )
    ]


def _plain_acts() -> list[Contoh]:
    """What every office's programs write, and harms nobody."""
    link = b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.go.id) >> >>]"
    return [
        Contoh("halaman pertama.pdf", letter(root=b"/OpenAction [3 0 R /Fit]"), DITERIMA, "", 54),
        Contoh(
            "langsung.pdf",
            letter(root=b"/OpenAction 6 0 R", more={6: b"<< /S /GoTo /D [3 0 R /Fit] >>"}),
            DITERIMA,
            "",
            54,
        ),
        Contoh("tautan terkunci.pdf", locked(letter(page=link), ""), DITERIMA, "", 54),
        Contoh("tautan.pdf", letter(page=link), DITERIMA, "", 54),
        Contoh(
            "isian.pdf",
            letter(root=b"/AcroForm << /Fields [<< /FT /Tx /T (nama) >>] >>"),
            DITERIMA,
            "pdf_formulir",
            54,
        ),
        Contoh(
            "penulis.pdf",
            letter(more={6: b"<< /Author (Contoh Pegawai) >>"}, trailer=b"/Info 6 0 R"),
            DITERIMA,
            "metadata_penulis",
            63,
        ),
    ]


def _hiding() -> list[Contoh]:
    black = lines(KATA, "NIK 0000000000000000") + b" 0 g 60 670 400 24 re f"
    under = b"0.9 g 60 670 400 24 re f 0 g " + lines(KATA, KATA)
    ocg = b"<< /Type /OCG /Name (Lapis) >>"
    layers = b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
    changed = appended(letter(), {4: stream(lines(_LAIN))})
    return [
        Contoh(
            "tertutup.pdf", letter(more={4: packed(black)}), DENGAN_CATATAN, "pdf_teks_tertutup", 58
        ),
        Contoh("tabel berwarna.pdf", letter(more={4: packed(under)}), DITERIMA, "", 58),
        Contoh("versi lama.pdf", changed, DENGAN_CATATAN, "pdf_versi_lama", 58),
        Contoh("lapis.pdf", letter(root=layers, more={6: ocg}), DENGAN_CATATAN, "pdf_lapisan", 58),
        Contoh("dua hitungan.pdf", _uncounted(), DENGAN_CATATAN, "dua_bacaan", 57),
        Contoh("dua bacaan.pdf", _otherwise(), DENGAN_CATATAN, "dua_bacaan", 57),
    ]


def _uncounted() -> bytes:
    """One page by its count, two by its list: readers show one or the other."""
    held = objects()
    held[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 1 >>"
    held[6] = held[3]
    return written(held)


def _otherwise() -> bytes:
    """Some readers take the words that are shown, some those said to be meant."""
    said = b"BT /F1 12 Tf 72 700 Td /Span << /ActualText (%b) >> BDC (%b) Tj EMC ET"
    shown = stream(said % (_LAIN.encode(), KATA.encode()))
    return b"\r\n" * 9 + letter(more={4: shown})


def _carrying() -> list[Contoh]:
    inner = letter()
    return [
        Contoh("membawa.pdf", _with(inner), DENGAN_CATATAN, "pdf_lampiran", 59),
        Contoh("berlapis.pdf", _with(_with(inner)), DENGAN_CATATAN, "pdf_lampiran_berlapis", 59),
        Contoh(
            "membawa arsip.pdf",
            _with(b"PK\x03\x04 contoh"),
            DENGAN_CATATAN,
            "pdf_lampiran_berlapis",
            59,
        ),
        Contoh(
            "pada halaman.pdf",
            letter(
                page=b"/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS 7 0 R >>]",
                more={7: b"<< /Type /Filespec /F (x.txt) /EF << /F 8 0 R >> >>", 8: stream(b"x")},
            ),
            DENGAN_CATATAN,
            "pdf_lampiran",
            59,
        ),
        Contoh(
            "bungkus.pdf",
            _with(inner, b"/AFRelationship /EncryptedPayload"),
            DISIMPAN_SAJA,
            "pdf_hak_terbatas",
            45,
        ),
    ]


def _with(held: bytes, entries: bytes = b"") -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [(lampiran.pdf) 7 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (lampiran.pdf) /UF (lampiran.pdf) /EF << /F 8 0 R >> %b >>"
    return letter(root=names, more={7: spec % entries, 8: stream(held, b"/Type /EmbeddedFile")})


def _signed() -> list[Contoh]:
    once = signed(letter())
    dss = appended(once, {30: b"<< /Type /DSS /Certs [] >>", 1: _root(b"/DSS 30 0 R")})
    changed = appended(once, {4: stream(lines(_LAIN))})
    more = appended(
        once,
        {
            2: b"<< /Type /Pages /Kids [3 0 R 31 0 R] /Count 2 >>",
            31: objects()[3],
        },
    )
    pasted = appended(
        once,
        {
            3: objects(page=b"/Annots [32 0 R]")[3],
            32: b"<< /Type /Annot /Subtype /Stamp /Rect [9 9 99 99] >>",
        },
    )
    again = signed(appended(once, {4: stream(lines(_LAIN))}), 40)
    part = once.replace(b"/ByteRange [0 ", b"/ByteRange [9 ")
    unsaid = appended(once, {33: b"<< /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >>"})
    return [
        Contoh("bertanda tangan.pdf", once, DITERIMA, "ttd_ada", 69),
        Contoh("dua penanda tangan.pdf", signed(once, 40), DITERIMA, "ttd_ada", 69),
        Contoh("cap waktu.pdf", dss, DENGAN_CATATAN, "ttd_ditambah", 69),
        Contoh("diubah.pdf", changed, DENGAN_CATATAN, "ttd_berubah", 70),
        Contoh("ditambah halaman.pdf", more, DENGAN_CATATAN, "ttd_berubah", 70),
        Contoh("ditempel.pdf", pasted, DENGAN_CATATAN, "ttd_berubah", 70),
        Contoh("diubah lalu ditandatangani.pdf", again, DENGAN_CATATAN, "ttd_berubah", 70),
        Contoh("sebagian.pdf", part, DENGAN_CATATAN, "ttd_ganjil", 70),
        Contoh("tanpa cakupan.pdf", unsaid, DENGAN_CATATAN, "ttd_ganjil", 70),
        Contoh("hibrida.pdf", _hybrid(), DENGAN_CATATAN, "ttd_hibrida", 71),
    ]


def _root(entries: bytes) -> bytes:
    form = b"/AcroForm << /SigFlags 3 /Fields [20 0 R] >>"
    return b"<< /Type /Catalog /Pages 2 0 R %b %b >>" % (form, entries)


def _hybrid() -> bytes:
    """Signed, and with a second table beside the first."""
    return signed(by_word())
