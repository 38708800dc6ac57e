"""Which bytes are shown to the public: the file itself, or a copy made of what is seen of it."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.gerbang.tembus import Tembus
from service.domain.refusals import Refusal

CETAK = "cetak"  # an office file as the PDF of what would be printed of it
BERSIH = "bersih"  # a PDF without what is kept beside its pages
GAMBAR = "gambar"  # a PDF or picture drawn page by page, with only the words that are seen
_PDF = "application/pdf"
_KANTOR = (
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
    "application/vnd.ms-",
    "application/msword",
    "application/rtf",
    "text/rtf",
)
# A machine does not decide which of two wordings an office means.
_DIPUTUSKAN_DULU = {
    "perubahan_terlacak": "terima atau tolak dahulu semua perubahan di Word, lalu unggah lagi",
    "makro_xlm": "simpan dahulu sebagai .xlsx tanpa makro, lalu unggah lagi",
}
_TAK_TERBUKA, _PINDAIAN, _LAPISAN = "tak_terperiksa", "pindaian", "pdf_lapisan_pindaian"

# What a look at the pages does not show.
TAK_TERLIHAT = frozenset(
    {
        "kurang_teliti",
        "properti",
        "komentar",
        "teks_samar",
        "tautan_jalur",
        "objek_tertanam",
        "miniatur",
        "bentuk_tersembunyi",
        "gambar_berlokasi",
        "gambar_keterangan",
        "gambar_terpotong",
        "lembar_tersembunyi",
        "baris_tersembunyi",
        "kolom_tersembunyi",
        "pivot",
        "model_data",
        "sambungan_data",
        "buku_lain",
        "nama_luar",
        "pencetak",
        "perubahan_terlacak",
        "teks_tersembunyi",
        "ruas_jalur",
        "gambar_luar",
        "variabel",
        "pdf_versi_lama",
        "pdf_sisa",
        "pdf_lampiran",
        "pdf_anotasi",
        "pdf_lapisan",
        "pdf_teks_tertutup",
        "pdf_teks_tak_tampak",
        "pdf_lapisan_pindaian",
        "pdf_teks_luar",
        "pdf_data_program",
    }
)


class SalinanTakDapatDibuat(Refusal):
    """No copy can be made of this file that is sure to say what the office means."""

    def __init__(self, sebab: str) -> None:
        super().__init__(f"Salinan untuk umum belum dapat dibuat: {sebab}.")


def way(mime: str, tembus: Iterable[Tembus]) -> str:
    """How a copy of this kind of file is made; refused where a person must decide first."""
    kinds = {one.jenis for one in tembus}
    if _TAK_TERBUKA in kinds:
        raise SalinanTakDapatDibuat("filenya rusak atau terkunci; unggah file yang utuh")
    for jenis, todo in _DIPUTUSKAN_DULU.items():
        if jenis in kinds:
            raise SalinanTakDapatDibuat(todo)
    if mime == _PDF:
        return BERSIH
    if mime.startswith("image/"):
        return GAMBAR
    if mime.startswith(_KANTOR):
        return CETAK
    raise SalinanTakDapatDibuat("jenis file ini tidak dapat dicetak ke PDF; unggah sebagai PDF")


def next_way(before: str, tembus: Iterable[Tembus]) -> str:
    """How to go on with a copy in which something unseen still stands; '' where it is done.

    What is plainly to be read on its pages is not undone by another copy: a person blackens it.
    """
    unseen = any(one.jenis in TAK_TERLIHAT for one in tembus)
    return GAMBAR if before != GAMBAR and unseen else ""


def standing(asal: Iterable[Tembus], salinan: Iterable[Tembus]) -> list[Tembus]:
    """What counts of the hits in a copy that was drawn here from a file.

    Its words lie unseen under its pictures because we laid them there, letter by letter from what
    was seen; a page that was mute before is mute still.
    """
    mute = any(one.jenis == _PINDAIAN for one in asal)
    ours = {_LAPISAN} if mute else {_LAPISAN, _PINDAIAN}
    return [one for one in salinan if one.jenis not in ours]


def original_is_shown(*, signed: bool, data: bool, tembus: Iterable[Tembus]) -> bool:
    """Whether the file itself is put forward, not a copy of it: a copy loses its signature, and a
    table printed is no table any more. Every other file is shown as a copy."""
    return signed or (data and not any(one.jenis in TAK_TERLIHAT for one in tembus))
