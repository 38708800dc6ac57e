"""The form of a piece of information: what stands in it, and what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from service.domain.informasi.bentuk import BENTUK
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.retensi import read_retensi
from service.domain.informasi.sumbu import BILAH, KEAMANAN
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.centang import chosen
from service.web.dasar.forms import Terisi

KONDISI = {"baik": "Baik", "rusak_ringan": "Rusak ringan", "rusak_berat": "Rusak berat"}


def form(
    alamat: str,
    tombol: str,
    one: Informasi,
    batal: str,
    sebelum: tuple[Ruas, ...] = (),
) -> Formulir:
    """The seven elements, the two axes, and what is worth keeping beside them."""
    told = one.unsur
    unsur = (
        *sebelum,
        _choice("kategori", "Kategori", one.kategori, BILAH),
        Ruas(
            "ringkasan",
            "Ringkasan isi informasi",
            told.ringkasan,
            "panjang",
            "Judul di baris pertama, lalu isi singkatnya.",
            "Laporan keuangan tahun 2025 yang sudah diaudit",
            batas=5_000,
        ),
        _text("penguasa", "Pejabat atau unit yang menguasai", told.penguasa),
        _text("penanggung_jawab", "Penanggung jawab pembuatan", told.penanggung_jawab),
        _text(
            "waktu",
            "Waktu pembuatan",
            told.waktu.tertulis,
            "Setepat yang diketahui: tahun, bulan, tanggal, rentang, atau berulang.",
            "2025, Januari 2025, 2022-2024, setiap triwulan",
        ),
        _text("tempat", "Tempat pembuatan", told.tempat),
        Ruas(
            "bentuk",
            "Bentuk yang tersedia",
            "",
            "centang",
            pilihan=tuple(Pilihan(*pair) for pair in BENTUK.items()),
            terpilih=told.bentuk,
            wajib=False,
        ),
        _text("bentuk_tertulis", "Bentuk dalam kata-kata unit", told.bentuk_tertulis, contoh="PDF"),
        _text(
            "retensi",
            "Jangka waktu penyimpanan",
            told.retensi.kata,
            "Masa aktif, inaktif, dan nasib akhirnya menurut jadwal retensi.",
            "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah",
        ),
    )
    return Formulir(
        alamat,
        tombol,
        (Kelompok("", unsur), Kelompok("Pelengkap", _beside(one))),
        batal=Tautan("Batal", batal),
    )


def _beside(one: Informasi) -> tuple[Ruas, ...]:
    more = one.pelengkap
    return (
        _choice("keamanan", "Klasifikasi keamanan arsip", one.keamanan, KEAMANAN),
        _text("kode_klasifikasi", "Kode klasifikasi arsip", more.kode_klasifikasi),
        _text("alamat", "Alamat di internet", more.alamat, batas=2_000),
        _text("dasar", "Dasar masuk daftar", more.dasar, "Permohonan, pengujian, atau putusan."),
        _text("lokasi", "Tempat arsip kertasnya", more.fisik.lokasi),
        _choice("kondisi", "Kondisi arsip kertas", more.fisik.kondisi, KONDISI),
    )


def _text(
    nama: str, label: str, nilai: str, petunjuk: str = "", contoh: str = "", batas: int = 500
) -> Ruas:
    return Ruas(
        nama, label, nilai, petunjuk=petunjuk, contoh=contoh, wajib=False, batas=max(batas, 500)
    )


def _choice(nama: str, label: str, nilai: str, words: dict[str, str]) -> Ruas:
    offered = (Pilihan("", "– belum dipilih –"), *(Pilihan(*pair) for pair in words.items()))
    return Ruas(nama, label, nilai, "pilih", pilihan=offered, wajib=False)


def written(sent: Terisi, one: Informasi) -> tuple[Unsur, Pelengkap]:
    """What was written; a time or a term whose words stayed says what it said."""
    boxes = next(ruas for ruas in sent.formulir.ruas if ruas.nama == "bentuk")
    return worded(sent.nilai, chosen(boxes), one)


def words(one: Informasi) -> dict[str, str]:
    """What stands in it, by the names of the form; without the forms that are ticked."""
    told, more = one.unsur, one.pelengkap
    return {
        "kategori": one.kategori,
        "keamanan": one.keamanan,
        "ringkasan": told.ringkasan,
        "penguasa": told.penguasa,
        "penanggung_jawab": told.penanggung_jawab,
        "waktu": told.waktu.tertulis,
        "tempat": told.tempat,
        "bentuk_tertulis": told.bentuk_tertulis,
        "retensi": told.retensi.kata,
        "kode_klasifikasi": more.kode_klasifikasi,
        "alamat": more.alamat,
        "dasar": more.dasar,
        "lokasi": more.fisik.lokasi,
        "kondisi": more.fisik.kondisi,
    }


def worded(
    kata: Mapping[str, str], bentuk: tuple[str, ...], one: Informasi
) -> tuple[Unsur, Pelengkap]:
    """The elements in these words; a time or a term whose words stayed says what it said."""
    told, more = one.unsur, one.pelengkap
    same_time = kata["waktu"] == told.waktu.tertulis
    same_term = kata["retensi"] == told.retensi.kata
    unsur = replace(
        told,
        ringkasan=kata["ringkasan"],
        penguasa=kata["penguasa"],
        penanggung_jawab=kata["penanggung_jawab"],
        waktu=told.waktu if same_time else read_waktu(kata["waktu"]),
        tempat=kata["tempat"],
        bentuk=bentuk,
        bentuk_tertulis=kata["bentuk_tertulis"],
        retensi=told.retensi if same_term else read_retensi(kata["retensi"]),
    )
    fisik = replace(more.fisik, lokasi=kata["lokasi"], kondisi=kata["kondisi"])
    pelengkap = replace(
        more,
        kode_klasifikasi=kata["kode_klasifikasi"],
        alamat=kata["alamat"],
        dasar=kata["dasar"],
        fisik=fisik,
    )
    return unsur, pelengkap
