"""Reading an instansi.toml: the agency, and every fault at once."""

from __future__ import annotations

import re

from service.domain import instansi as i
from service.domain import tafsir
from service.domain.instansi import Instansi
from service.domain.kalender_baca import read_kalender
from service.domain.kesalahan import Kesalahan
from service.domain.lembar import Lembar, open_lembar
from service.domain.orang import DEFINITIF
from service.domain.pejabat import TERTULIS, Pejabat, term_faults
from service.domain.seri_baca import again, read_seri
from service.domain.surel_kirim import AlamatTidakSah, checked_alamat
from service.domain.tanggal import ZONA, nip_berkelompok, nip_faults
from service.domain.warna import is_warna

_HARUS = {"atasan_ppid", "ppid"}  # without them nothing can be decided
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\.(?:png|jpe?g|svg)")
_SEBAGAI = {"definitif": DEFINITIF} | {
    written.lower().replace(".", ""): kind for kind, written in TERTULIS.items()
}


def read_text(kode: str, file: str, text: str) -> tuple[Instansi | None, list[Kesalahan]]:
    """The agency a file describes, or None where the file is no TOML; and all its faults."""
    lembar, found = open_lembar(file, text)
    if lembar is None:
        return None, found
    return read(kode, lembar), sorted(found)


def read(kode: str, top: Lembar) -> Instansi:
    """The agency; faults are noted in the sheet, and what is faulty takes its default."""
    zona = top.one_of("zona", ZONA, "WIB")
    if not top.has("zona"):
        top.fault("zona", "zona belum diisi: WIB, WITA, atau WIT.")
    unit = _unit(top)
    pejabat = _pejabat(top, {one.id for one in unit})
    agency = Instansi(
        kode=kode,
        nama=top.text("nama", wajib=True),
        kota=top.text("kota", wajib=True),
        zona=zona,
        singkatan=top.text("singkatan"),
        laman=top.text("laman"),
        surel=_surel(top),
        warna=_warna(top),
        kop=_kop(top.table("kop", wajib=True)),
        unit=unit,
        pejabat=pejabat,
        peran=_peran(top.table("peran", wajib=True), pejabat),
        kalender=read_kalender(top.table("kalender"), zona),
        seri=read_seri(top.table("seri")),
        tenggat=_tenggat(top.table("tenggat")),
        naskah=_naskah(top.table("naskah"), {one.id for one in unit}),
        publik=_publik(top.table("publik"), {one.id for one in unit}),
        tafsir=_tafsir(top),
    )
    top.close()
    return agency


def _surel(top: Lembar) -> str:
    written = top.text("surel")
    try:
        return checked_alamat(written) if written else ""
    except AlamatTidakSah:
        top.fault("surel", "surel harus satu alamat lengkap, misalnya ppid@contoh.go.id.")
        return ""


def _warna(top: Lembar) -> str:
    written = top.text("warna")
    if written and not is_warna(written):
        top.fault("warna", 'warna ditulis seperti "#0b4f8a": tanda # lalu enam angka heksadesimal.')
        return ""
    return written


def _kop(sheet: Lembar) -> i.Kop:
    kop = i.Kop(
        nama=sheet.text("nama", wajib=True),
        induk=sheet.texts("induk"),
        alamat=sheet.texts("alamat"),
        jenis=sheet.one_of("jenis", (i.KOP_INSTANSI, i.KOP_JABATAN), i.KOP_INSTANSI),
        logo=sheet.text("logo"),
    )
    if kop.logo and not _FILE.fullmatch(kop.logo):
        sheet.fault("logo", "logo harus nama file gambar di folder ini, misalnya logo.png.")
    return kop


def _unit(top: Lembar) -> tuple[i.UnitKerja, ...]:
    sheets = top.tables("unit")
    if not sheets:
        top.fault("unit", "Belum ada unit. Tulis sedikitnya satu [[unit]] berisi id, nama, kode.")
    found = tuple(_one_unit(sheet) for sheet in sheets)
    for n in again(one.id for one in found):
        sheets[n].fault("id", f"id unit '{found[n].id}' sudah dipakai; setiap unit satu folder.")
    return found


def _one_unit(sheet: Lembar) -> i.UnitKerja:
    id_ = sheet.text("id", wajib=True)
    if id_ and not _ID.fullmatch(id_):
        sheet.fault("id", f"id '{id_}' harus huruf kecil, angka, dan '_', misalnya biro_umum.")
    return i.UnitKerja(
        id=id_,
        nama=sheet.text("nama", wajib=True),
        kode=sheet.text("kode", wajib=True),
        zona=sheet.one_of("zona", ZONA, ""),
        sampai=sheet.tanggal("sampai"),
    )


def _pejabat(top: Lembar, units: set[str]) -> tuple[Pejabat, ...]:
    sheets = top.tables("pejabat")
    found = tuple(_one_pejabat(sheet, units) for sheet in sheets)
    for n, sebab in term_faults(found):
        sheets[n].fault("", sebab)
    if not found:
        top.warn("pejabat", "Belum ada pejabat. Isi [[pejabat]] sebelum naskah ditandatangani.")
    return found


def _one_pejabat(sheet: Lembar, units: set[str]) -> Pejabat:
    written = sheet.text("sebagai", "definitif").lower().replace(".", "")
    if written not in _SEBAGAI:
        sheet.fault("sebagai", f"sebagai harus salah satu: {', '.join(TERTULIS.values())}.")
    one = Pejabat(
        nama=sheet.text("nama", wajib=True),
        jabatan=sheet.text("jabatan", wajib=True),
        sebagai=_SEBAGAI.get(written, DEFINITIF),
        unit=sheet.text("unit"),
        gelar_depan=sheet.text("gelar_depan"),
        gelar_belakang=sheet.text("gelar_belakang"),
        nip=nip_berkelompok(sheet.text("nip")),
        pangkat=sheet.text("pangkat"),
        jabatan_sendiri=sheet.text("jabatan_sendiri"),
        melalui=sheet.text("melalui"),
        dasar=sheet.text("dasar"),
        mulai=sheet.tanggal("mulai"),
        sampai=sheet.tanggal("sampai"),
    )
    if one.nip and (wrong := nip_faults(one.nip)):
        sheet.fault("nip", f"{wrong}; tertulis '{one.nip}'.")
    if one.unit and one.unit not in units:
        sheet.fault("unit", f"unit '{one.unit}' tidak ada di antara [[unit]].")
    if one.mulai is None and one.sebagai == DEFINITIF:
        sheet.warn("", f"Masa jabatan {one.nama} belum diisi; pastikan ia masih menjabat.")
    return one


def _peran(sheet: Lembar, pejabat: tuple[Pejabat, ...]) -> tuple[i.Peran, ...]:
    found = []
    held = {one.jabatan for one in pejabat}
    for child in sheet.each():
        one = i.Peran(
            child.name,
            child.text("sebutan", wajib=True),
            child.text("jabatan"),
            child.text("kode"),
        )
        found.append(one)
        if one.id not in i.PERAN:
            sheet.fault(one.id, f"peran '{one.id}' tidak dikenal. Pilihan: {', '.join(i.PERAN)}.")
        if one.id in _HARUS and not one.jabatan:
            child.warn("", f"Jabatan untuk peran {one.id} ({one.sebutan}) belum diisi.")
        if one.jabatan and one.jabatan not in held:
            child.warn("jabatan", f"Belum ada pejabat dengan jabatan '{one.jabatan}'.")
    for missing in sorted(_HARUS - {one.id for one in found}):
        sheet.fault("", f"Peran {missing} belum ada; tulis [peran.{missing}] dengan sebutannya.")
    return tuple(found)


def _tenggat(sheet: Lembar) -> tuple[i.Tenggat, ...]:
    found = []
    for child in sheet.each():
        if not child.has("jumlah"):
            child.fault("", f"jumlah tenggat {child.name} belum diisi.")
        one = i.Tenggat(
            id=child.name,
            jumlah=child.whole("jumlah", 1, 1, 999),
            satuan=child.one_of("satuan", (i.HARI_KERJA, i.HARI, i.BULAN), i.HARI_KERJA),
            dasar=child.text("dasar", wajib=True),
            keterangan=child.text("keterangan"),
        )
        found.append(one)
    return tuple(found)


def _naskah(sheet: Lembar, units: set[str]) -> i.TataNaskah:
    one = i.TataNaskah(
        kertas=sheet.one_of("kertas", i.KERTAS, "A4"),
        huruf=sheet.text("huruf", "Arial"),
        ukuran=sheet.whole("ukuran", 12, 8, 20),
        huruf_keputusan=sheet.text("huruf_keputusan", "Bookman Old Style"),
        memorandum=sheet.one_of("memorandum", i.SEBUTAN_MEMORANDUM, i.MEMORANDUM),
        cetak_nip=sheet.truth("cetak_nip", default=True),
        cetak_pangkat=sheet.truth("cetak_pangkat", default=True),
        unit=sheet.text("unit"),
        margin=_margin(sheet.table("margin")),
    )
    if one.unit and one.unit not in units:
        sheet.fault("unit", f"unit '{one.unit}' tidak ada di antara [[unit]].")
    return one


def _margin(sheet: Lembar) -> i.Margin:
    usual = i.Margin()
    return i.Margin(
        atas=sheet.measure("atas", usual.atas, 0, 10),
        bawah=sheet.measure("bawah", usual.bawah, 0, 10),
        kiri=sheet.measure("kiri", usual.kiri, 0, 10),
        kanan=sheet.measure("kanan", usual.kanan, 0, 10),
    )


def _publik(sheet: Lembar, units: set[str]) -> i.Publik:
    one = i.Publik(
        unit=sheet.text("unit"),
        daftar=sheet.one_of("daftar", (i.OTOMATIS, i.OLEH_PETUGAS), i.OTOMATIS),
    )
    if one.unit and one.unit not in units:
        sheet.fault("unit", f"unit '{one.unit}' tidak ada di antara [[unit]].")
    return one


def _tafsir(top: Lembar) -> tuple[str, ...]:
    found = top.texts("tafsir")
    for path in found:
        if tafsir.at(top.isi, path) is tafsir.TIADA:
            top.fault("tafsir", f"tafsir '{path}' tidak menunjuk apa pun di file ini.")
    return found
