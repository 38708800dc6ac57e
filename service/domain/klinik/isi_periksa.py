"""What a template carries besides its words: what runs, what leads outside, what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import (
    BIDANG,
    BIDANG_BERTANDA,
    TERIKAT,
    PakaiHuruf,
    Tempat,
    Templat,
)

SIMPAN_ULANG = "Buka di Word, simpan ulang sebagai Dokumen Word (.docx), lalu unggah lagi."
# Code of a finding: what is told, and what to do.
SALAH: dict[str, tuple[str, str]] = {
    "makro": ("Templat memuat makro, yaitu program kecil ({di}).", SIMPAN_ULANG),
    "activex": (
        "Templat memuat tombol atau kontrol yang dapat menjalankan program ({di}).",
        "Hapus kontrol itu di Word, lalu simpan ulang sebagai .docx.",
    ),
    "pita_khusus": ("Templat menambah perintah sendiri pada Word ({di}).", SIMPAN_ULANG),
    "objek_tertanam": (
        "Templat membawa file lain di dalamnya ({di}).",
        "Hapus objek itu di Word; tempelkan isinya sebagai teks, tabel, atau gambar biasa.",
    ),
    "program_tertanam": (
        "Templat membawa program di dalamnya ({di}).",
        "Hapus objek itu di Word dan beri tahu bagian TI. Program itu tidak dijalankan.",
    ),
    "dde": (
        "Templat memuat kode yang menjalankan program lain ({di}).",
        "Hapus kode itu di Word (Alt+F9 menampilkannya).",
    ),
    "gambar_luar": (
        "Templat menampilkan gambar dari alamat lain ({di}).",
        "Hapus gambar itu, lalu sisipkan gambarnya sendiri ke dalam dokumen.",
    ),
    "rujukan_luar": (
        "Templat mengambil isi dari file lain ({di}).",
        "Sisipkan isinya ke dalam dokumen, jangan menautkannya.",
    ),
    "dtd": (
        "Templat memuat perintah tersembunyi (DTD) yang tidak ada dalam dokumen Word biasa ({di}).",
        SIMPAN_ULANG,
    ),
    "mengembang": (
        "File ini kecil, tetapi isinya membengkak tidak wajar bila dibuka.",
        "File tidak dibuka. " + SIMPAN_ULANG,
    ),
    "isi_terlalu_besar": (
        "Isi templat terlalu besar untuk dibaca dengan aman {di}.",
        "Perkecil gambarnya, atau bagi menjadi beberapa templat.",
    ),
    "terkunci_sandi": ("Templat terkunci kata sandi.", "Simpan ulang di Word tanpa kata sandi."),
    "ketat": (
        "Templat disimpan sebagai Strict Open XML, yang tidak dapat diisi.",
        "Di Word pilih Simpan Sebagai, Dokumen Word (.docx), bukan Strict Open XML.",
    ),
    "rusak": ("File ini rusak atau terpotong, sehingga tidak terbaca.", SIMPAN_ULANG),
    "kosong": ("File ini kosong.", "Pilih file yang benar, lalu unggah lagi."),
    "terlalu_lama": ("Membaca file ini tidak selesai pada batas waktunya.", SIMPAN_ULANG),
    "terlalu_berat": ("Membaca file ini menghabiskan memori yang disediakan.", SIMPAN_ULANG),
    "pembaca_gugur": ("File ini menghentikan pembacanya.", SIMPAN_ULANG),
}
INGAT: dict[str, tuple[str, str]] = {
    "perubahan_terlacak": (
        "Templat memuat perubahan yang masih dilacak; yang dihapus ikut tercetak.",
        "Di Word pilih Tinjau, Terima Semua Perubahan.",
    ),
    "komentar": ("Templat memuat komentar.", "Di Word pilih Tinjau, Hapus Semua Komentar."),
    "teks_tersembunyi": (
        "Templat memuat teks yang disembunyikan; teks itu tidak tercetak.",
        "Hapus teks itu, atau tampilkan bila memang harus dicetak.",
    ),
    "metadata_penulis": (
        "Nama penyusun tersimpan pada sifat dokumen dan ikut pada setiap naskah.",
        "Di Word pilih File, Info, Periksa Dokumen, lalu hapus informasi pribadi.",
    ),
}
# Free fonts of the same measures, or as near as there is one.
SETARA: dict[str, tuple[str, ...]] = {
    "arial": ("liberation sans", "arimo"),
    "helvetica": ("nimbus sans", "liberation sans"),
    "arial narrow": ("liberation sans narrow", "nimbus sans narrow"),
    "times new roman": ("liberation serif", "tinos"),
    "times": ("nimbus roman", "liberation serif"),
    "courier new": ("liberation mono", "cousine"),
    "courier": ("nimbus mono ps", "liberation mono"),
    "calibri": ("carlito",),
    "cambria": ("caladea",),
    "bookman old style": ("urw bookman",),
    "century schoolbook": ("c059",),
    "palatino linotype": ("p052",),
}
BERLAMBANG = ("symbol", "wingdings", "webdings", "opensymbol")  # LibreOffice brings its own
LUAR = {
    "image": "gambar",
    "attachedTemplate": "templat Word lain",
    "oleObject": "objek dari file lain",
    "frame": "bingkai halaman web",
    "subDocument": "dokumen lain",
    "mailMergeSource": "sumber gabung surat",
}


def of_file(templat: Templat) -> Iterator[Cacat]:
    """What is wrong with the file as a file."""
    if not templat.word and not any(kode in SALAH for kode, _ in templat.temuan):
        yield Cacat("File ini bukan dokumen Word (.docx).", SIMPAN_ULANG, berkas=True)
    for kode, di in templat.temuan:
        if kode in SALAH:
            sebab, saran = SALAH[kode]
            yield Cacat(_filled(sebab, di), saran, berkas=True)
        elif kode in INGAT:
            sebab, saran = INGAT[kode]
            yield Cacat(sebab, saran, ingat=True)
        elif kode == "jenis" and "macroEnabled" in di:
            sebab = "File ini jenis Word bermakro (.docm atau .dotm)."
            yield Cacat(sebab, SIMPAN_ULANG, berkas=True)
    for kind, target, part in templat.luar:
        yield _outside(kind, target, part)
    if templat.word and not templat.temuan and not templat.alinea:
        yield Cacat("Templat tidak memuat satu kata pun.", "Tulis naskahnya di Word.")


def _filled(sebab: str, di: str) -> str:
    if di:
        return sebab.format(di=di if "({di})" in sebab else f"({di})")
    return sebab.replace(" ({di})", "").replace(" {di}", "")


def _outside(kind: str, target: str, part: str) -> Cacat:
    what = LUAR.get(kind, f"isi dari luar ({kind})")
    if kind == "attachedTemplate":
        saran = (
            "Pilih Perbaiki untuk melepaskan kaitannya, atau salin isinya ke dokumen Word baru. "
            "Isi templat tidak berubah."
        )
    else:
        saran = "Sisipkan isinya ke dalam dokumen, jangan menautkannya."
    sebab = f"Templat mengambil {what} dari {target} (pada {part})."
    return Cacat(sebab, saran, perbaiki=kind == "attachedTemplate", berkas=True)


BIDANG_SALAH: dict[str, tuple[str, str]] = {
    TERIKAT: (
        "Kotak isian di sini terikat pada data yang tersimpan di dalam file, sehingga yang "
        "tercetak adalah data itu, bukan isi naskah.",
        "Pilih Perbaiki untuk melepaskan ikatannya, atau hapus kotak itu di Word dan ketik isinya "
        "sebagai teks biasa.",
    ),
    BIDANG: (
        "Kode bidang Word{di} mencetak kata-kata lain daripada yang tertulis di sini.",
        "Hapus kode itu di Word (Alt+F9 menampilkannya) dan ketik isinya sebagai teks biasa. Yang "
        "boleh dipakai: nomor dan jumlah halaman, penomoran urut, daftar isi, dan tautan.",
    ),
    BIDANG_BERTANDA: (
        "Tanda isian berdiri di dalam kode bidang Word{di}, sehingga isiannya hilang atau berubah "
        "ketika dicetak.",
        "Hapus kode itu di Word (Alt+F9 menampilkannya) dan ketik tandanya sebagai teks biasa.",
    ),
}


def of_fields(templat: Templat) -> Iterator[Cacat]:
    """What would be printed in place of the words that were filled in."""
    for one in templat.bidang:
        sebab, saran = BIDANG_SALAH[one.kode]
        yield Cacat(
            sebab.format(di=f" ({one.nama})" if one.nama else ""),
            saran,
            templat.tempat(one.alinea) if one.alinea >= 0 else Tempat(),
            perbaiki=one.kode == TERIKAT,
        )


def of_fonts(templat: Templat, printed: Mapping[str, str]) -> Iterator[Cacat]:
    """Fonts for which the printing machine has neither the own nor one of the same measures.

    `printed`: what the machine prints for each font that is asked for.
    """
    asked = dict[str, list[PakaiHuruf]]()
    for one in templat.huruf:
        if not is_alike(one.huruf, printed.get(one.huruf, one.huruf)):
            asked.setdefault(one.huruf, []).append(one)
    for huruf, uses in asked.items():
        styles = [one.gaya for one in uses if one.gaya]
        by_hand = [one.alinea for one in uses if not one.gaya and one.alinea >= 0]
        where = f" Dipakai oleh gaya {', '.join(styles)}." if styles else ""
        yield Cacat(
            f"Huruf {huruf} dan huruf yang sama ukurannya tidak ada pada mesin cetak, sehingga "
            f"letak baris berubah.{where}",
            "Pakai Arial, Times New Roman, Calibri, Cambria, atau Bookman Old Style, atau minta "
            "administrator memasang huruf itu.",
            templat.tempat(by_hand[0]) if by_hand else Tempat(),
        )


def is_alike(asked: str, printed: str) -> bool:
    """Whether a line breaks where it would in the font that was asked for."""
    name, told = asked.casefold(), printed.casefold()
    return name == told or name in BERLAMBANG or told in SETARA.get(name, ())


def of_styles(spare: tuple[str, ...]) -> Iterator[Cacat]:
    """Styles that nothing uses."""
    if spare:
        told = ", ".join(spare[:5]) + (", …" if len(spare) > 5 else "")
        yield Cacat(
            f"{len(spare)} gaya tidak dipakai apa pun ({told}) dan memperlambat pencetakan.",
            "Tidak perlu tindakan: gaya itu dibuang ketika templat diambil, bila cetakannya tetap "
            "sama.",
            ingat=True,
        )
