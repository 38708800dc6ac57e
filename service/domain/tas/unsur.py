"""What is told of archives, by the element names of ANRI (Perka ANRI 21/2011)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.domain.tas.isi import (
    BAHAN,
    DOSSIER,
    ELEKTRONIK,
    KIRIMAN,
    NASKAH,
    TINTA,
    Muatan,
    Terletak,
)

BENTUK = "berkas-tas/1"  # what our own metadata says of itself
STANDAR = "Perka ANRI 21/2011"
WAJIB: dict[str, str] = {
    "nomor_arsip": "Nomor Arsip",
    "kode_klasifikasi": "Kode Klasifikasi",
    "pencipta_arsip": "Pencipta Arsip",
    "uraian_informasi": "Uraian Informasi",
    "kurun_waktu": "Kurun Waktu",
    "jumlah": "Jumlah",
    "keterangan": "Keterangan",
    "nama_pengelola": "Nama Pengelola",
    "jenis_naskah": "Jenis Naskah",
    "tingkat_perkembangan": "Tingkat Perkembangan",
    "judul": "Judul",
    "klasifikasi_akses": "Klasifikasi Akses",
    "klasifikasi_keamanan": "Klasifikasi Keamanan",
    "kategori_arsip": "Kategori Arsip",
    "media": "Media",
    "bahasa_tulisan": "Bahasa dan Tulisan",
    "fungsi": "Fungsi",
    "nama_berkas": "Nama Berkas",
    "judul_berkas": "Judul Berkas",
    "status": "Status",
    "status_berkas": "Status Berkas",
    "tanggal_berkas": "Tanggal Berkas",
}
PILIHAN: dict[str, str] = {
    "nama_aplikasi": "Nama Aplikasi",
    "retensi_aktif": "Retensi Aktif",
    "retensi_inaktif": "Retensi Inaktif",
    "penerima_pengirim": "Penerima/Pengirim",
    "unit_pengolah": "Unit Pengolah",
}
UNSUR = WAJIB | PILIHAN
TEMPAT: dict[str, str] = {"file": "File", "sha256": "SHA-256", "ukuran": "Ukuran (bita)"}
_TANDA = {ELEKTRONIK: "Bertanda tangan elektronik.", TINTA: "Bertanda tangan basah, dipindai."}
MACAM: dict[str, str] = {
    DOSSIER: "berkas yang dijilid",
    NASKAH: "naskah dinas",
    KIRIMAN: "surat masuk",
    BAHAN: "bahan pendukung",
}
_TINGKAT = {NASKAH: "asli", DOSSIER: "salinan baca, dengan asli terlampir"}
BELUM = ""  # what nobody wrote down stays empty


@dataclass(frozen=True)
class Perihal:
    """What is known of the matter itself."""

    nomor: str
    judul: str
    pencipta: str
    unit: str
    fungsi: str
    dibuka: str
    ditutup: str
    hasil: str = ""
    kode: str = BELUM
    kategori: str = "dinamis"
    aktif: str = BELUM
    inaktif: str = BELUM
    keterangan: str = ""
    rahasia: bool = False


def of_matter(one: Perihal, jumlah: int) -> dict[str, str]:
    """The matter in all elements."""
    return _ordered(
        _shared(one)
        | {
            "nomor_arsip": one.nomor,
            "uraian_informasi": one.judul,
            "jumlah": f"{jumlah} file",
            "keterangan": " ".join(x for x in (one.hasil, one.keterangan) if x),
            "jenis_naskah": "berkas",
            "tingkat_perkembangan": "asli",
            "judul": one.judul,
            "klasifikasi_akses": "tertutup" if one.rahasia else "terbuka",
        }
    )


def of_file(one: Perihal, muatan: Muatan) -> dict[str, str]:
    """One of its files in all elements."""
    return _ordered(
        _shared(one)
        | {
            "nomor_arsip": muatan.nomor,
            "uraian_informasi": muatan.sebutan or muatan.nama,
            "kurun_waktu": muatan.tanggal or f"{one.dibuka} sampai {one.ditutup}",
            "jumlah": "1 file",
            "keterangan": _TANDA.get(muatan.tanda, ""),
            "jenis_naskah": muatan.macam or MACAM[muatan.jenis],
            "tingkat_perkembangan": _TINGKAT.get(muatan.jenis, "sebagaimana diterima"),
            "judul": muatan.sebutan or muatan.nama,
            "klasifikasi_akses": "tertutup" if muatan.tertutup or one.rahasia else "terbuka",
            "klasifikasi_keamanan": muatan.sifat,
            "penerima_pengirim": muatan.dari,
        }
    )


def metadata(one: Perihal, isi: Sequence[Terletak], bagian: str, lain: int) -> dict[str, Any]:
    """All that is told of a bag; `lain`: files in its other part."""
    return {
        "bentuk": BENTUK,
        "standar": STANDAR,
        "bagian": bagian,
        "file_di_bagian_lain": lain,
        "berkas": of_matter(one, len(isi)),
        "arsip": [
            {
                "file": x.tempat,
                "nama_asli": x.muatan.nama,
                "sha256": x.muatan.sha256,
                "ukuran": x.muatan.ukuran,
                "tanda_tangan": x.muatan.tanda,
                "dikirim": {"ukuran": x.muatan.dikirim[0], "sha256": x.muatan.dikirim[1]},
                **of_file(one, x.muatan),
            }
            for x in isi
        ],
    }


def row(told: Mapping[str, Any]) -> tuple[str | int, ...]:
    """One line of the list, in the order of TEMPAT and UNSUR."""
    return tuple(told[name] for name in (*TEMPAT, *UNSUR))


def _shared(one: Perihal) -> dict[str, str]:
    return {
        "kode_klasifikasi": one.kode,
        "pencipta_arsip": one.pencipta,
        "kurun_waktu": f"{one.dibuka} sampai {one.ditutup}",
        "nama_pengelola": one.unit or one.pencipta,
        "klasifikasi_keamanan": BELUM,
        "kategori_arsip": one.kategori,
        "media": "elektronik",
        "bahasa_tulisan": "Indonesia, Latin",
        "fungsi": one.fungsi,
        "nama_berkas": one.nomor,
        "judul_berkas": one.judul,
        "status": "selesai",
        "status_berkas": "ditutup",
        "tanggal_berkas": one.ditutup,
        "nama_aplikasi": "Berkas",
        "retensi_aktif": one.aktif,
        "retensi_inaktif": one.inaktif,
        "penerima_pengirim": BELUM,
        "unit_pengolah": one.unit,
    }


def _ordered(told: Mapping[str, str]) -> dict[str, str]:
    return {name: told[name] for name in UNSUR}
