"""The page of a file that is looked at on the desk, beside the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import url_for

from service.acts.simpan.gambar import DIUBAH
from service.domain.kiriman import File, Kiriman
from service.domain.temuan import MENUNGGU_PEMERIKSAAN, TIDAK_DAPAT_DIPROSES
from service.face.alamat import link
from service.face.isi import Tautan
from service.face.isi_meja import Lembaran
from service.web.dasar import kenangan
from service.web.kiriman.file import BERGAMBAR, TANPA_GAMBAR, is_drawn


def sheet(
    one: Kiriman, files: Sequence[File], asked: Mapping[str, str], at: str = ""
) -> Lembaran | None:
    """The page that is looked at: the one that was asked for, else the first of the first file."""
    if not files or kenangan.here():
        return None
    file = next((file for file in files if file.id == asked.get("file")), files[0])
    many = max(1, file.halaman)
    text = asked.get("halaman", "")
    n = min(max(int(text), 1), many) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    picture = url_for("file.page", file_id=file.id, n=n)
    seen = is_drawn(file)
    here = at or url_for("meja.show", kiriman_id=one.id)

    def to(page: int) -> str:
        return link(here, asked, file=file.id, halaman=str(page)) if 1 <= page <= many else ""

    return Lembaran(
        gambar=picture if seen and file.mime.startswith((*BERGAMBAR, *DIUBAH)) else "",
        alt=f"Halaman {n} dari {file.nama}",
        kosong=_no_picture(file),
        nama=file.nama,
        kata=f"Halaman {n} dari {many}" if file.halaman else "",
        sebelum=to(n - 1),
        sesudah=to(n + 1),
        lihat=Tautan("Unduh asli", url_for("file.original", file_id=file.id)),
        lain=tuple(
            Tautan(other.nama, link(here, asked, file=other.id, halaman=""))
            for other in files
            if other.id != file.id
        ),
    )


def _no_picture(file: File) -> str:
    if file.akhir == MENUNGGU_PEMERIKSAAN:
        return "File ini belum diperiksa, jadi halamannya belum ditampilkan."
    if file.akhir == TIDAK_DAPAT_DIPROSES:
        return "File ini tidak dapat diproses, jadi halamannya tidak ditampilkan."
    if any(one.kode in TANPA_GAMBAR for one in file.temuan):
        return "Halaman file ini tidak dapat digambar. File tersimpan utuh; unduh aslinya."
    return "Tidak ada gambar halaman untuk jenis file ini. Unduh aslinya untuk melihat isinya."
