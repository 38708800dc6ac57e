"""What the page of a list that came in shows, and the form on which a person judges it."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.informasi import masuk
from service.domain.angka import ribuan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit import masuk as m
from service.domain.daftar_unit.kepala import YAKIN
from service.domain.daftar_unit.masuk import DaftarMasuk, Pilihan
from service.domain.daftar_unit.ringkas import Bimbang, Ringkas
from service.domain.informasi.sumbu import BILAH
from service.domain.tanggal import local, panjang, pukul
from service.face.isi import Beda, Bentuk, Kolom, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.face.isi_formulir import Pilihan as Opsi
from service.face.isi_informasi import DaftarMuka
from service.web.dasar.auth import hadir, house
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work

ALAMAT = "/informasi/masuk"
BENTUK: dict[str, Bentuk] = {
    m.MENUNGGU: "berjalan",
    m.DIBACA: "menunggu",
    m.MEMUAT: "berjalan",
    m.SELESAI: "selesai",
    m.DITOLAK: "lewat",
    m.DIBUANG: "selesai",
}
KOLOM = (Kolom("Daftar"), Kolom("Unit"), Kolom("Diterima"), Kolom("Keadaan"))
BOBOT = {"berat": "Harus diperbaiki", "ringan": "Sebaiknya dilihat"}
TIDAK_DIPAKAI, BARU, BIARKAN = "-", "baru", "-"
_BAWAAN = {lj.WAKTU_TEMPAT: lj.WAKTU}


def table(found: list[DaftarMasuk]) -> Tabel:
    """The lists that came in, the latest first."""
    return Tabel("daftar-masuk", "Daftar yang masuk", KOLOM, tuple(_row(one) for one in found))


def _row(one: DaftarMasuk) -> tuple[Sel, ...]:
    at = local(one.dibuat, zona_of(hadir(), at_work()))
    return (
        Sel(one.nama_file or "Daftar unit", f"{ALAMAT}/{one.id}", catatan=_brought(one)),
        Sel(unit_name(one.instansi, one.unit)),
        Sel(panjang(at.date()), iso=one.dibuat.isoformat()),
        Sel(m.KEADAAN[one.keadaan], bentuk=BENTUK[one.keadaan]),
    )


def _brought(one: DaftarMasuk) -> str:
    if one.keadaan != m.SELESAI:
        return "dari kiriman" if one.kiriman else ""
    left = f", {ribuan(one.tertinggal)} tertinggal" if one.tertinggal else ""
    return f"{ribuan(one.baru)} baru, {ribuan(one.berubah)} berubah{left}"


def shown(one: DaftarMasuk, short: Ringkas | None) -> DaftarMuka:
    """The list with what was read of it."""
    zona = zona_of(hadir(), at_work())
    at = f"{panjang(local(one.dibuat, zona).date())}, {pukul(one.dibuat, zona)}"
    sifat = [("Unit", unit_name(one.instansi, one.unit)), ("Diterima", at)]
    if short:
        sifat += [("Lembar", short.lembar), ("Jenis daftar", lj.SEBUTAN[short.daftar])]
    if one.keadaan == m.SELESAI:
        sifat.append(("Hasil", _brought(one)))
    return DaftarMuka(
        judul=one.nama_file or "Daftar unit",
        sifat=tuple(sifat),
        keadaan=(BENTUK[one.keadaan], m.KEADAAN[one.keadaan]),
        jumlah=_counts(short.jumlah) if short else (),
        salah=tuple((x.tempat, x.kata, BOBOT[x.bobot]) for x in short.salah) if short else (),
        salah_lain=_more(short) if short else 0,
        berubah=_changes(short) if short else (),
        hilang=tuple(f"{judul} ({kode})" for kode, judul in short.hilang) if short else (),
        catatan=(*short.tanya, *short.lembar_lain, *short.dilewati) if short else (),
    )


def _counts(many: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    words = (
        ("baris", "Baris dibaca"),
        ("baru", "Baru"),
        ("berubah", "Berubah"),
        ("sama", "Sama seperti yang terdaftar"),
        ("dikembalikan", "Dikembalikan"),
        ("ragu", "Perlu dipastikan"),
        ("hilang", "Terdaftar, tetapi tidak ada di sini"),
        ("berat", "Hal yang harus diperbaiki"),
        ("ringan", "Hal yang sebaiknya dilihat"),
    )
    return tuple((kata, ribuan(many.get(name, 0))) for name, kata in words)


def _more(short: Ringkas) -> int:
    return max(0, short.jumlah["berat"] + short.jumlah["ringan"] - len(short.salah))


def _changes(short: Ringkas) -> tuple[tuple[str, tuple[Beda, ...]], ...]:
    return tuple(
        (f"Baris {x.baris}: {x.judul} ({x.kode})", tuple(Beda(*one) for one in x.beda))
        for x in short.berubah
    )


# --- what a person says of it ---


def form(one: DaftarMasuk, short: Ringkas) -> Formulir:
    """The columns, what no column says, the doubtful lines; all as they were understood."""
    lacks = [_BAWAAN.get(name, name) for name in short.kurang]
    whole = [
        Ruas(
            f"isi_{name}",
            lj.LABEL[name],
            one.pilihan.bawaan.get(name, ""),
            petunjuk="Tidak ada kolomnya. Isi bila sama untuk semua baris.",
            wajib=False,
            batas=300,
        )
        for name in dict.fromkeys((*lacks, *one.pilihan.bawaan))
    ]
    if short.daftar == lj.DIP:
        whole.append(
            Ruas(
                "kategori",
                "Kategori baris yang tidak menyebutnya",
                one.pilihan.kategori,
                "pilih",
                pilihan=(Opsi("", "– dibiarkan kosong –"), *(Opsi(*x) for x in BILAH.items())),
                wajib=False,
            )
        )
    groups = [
        Kelompok("", (Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9),)),
        Kelompok(
            "Kolom",
            tuple(_column(x.n, x.huruf, x.judul, x.ruas, x.yakin, short) for x in short.lajur),
            "Betulkan bila ada yang keliru. Yang keyakinannya rendah harus dipastikan.",
        ),
        Kelompok("Untuk semua baris", tuple(whole)),
    ]
    if short.ragu:
        groups.append(
            Kelompok(
                "Baris yang mungkin sudah terdaftar",
                tuple(_doubt(x) for x in short.ragu),
                "Sebelum dipastikan, baris ini tidak ikut diterima.",
            )
        )
    return Formulir(f"{ALAMAT}/{one.id}/atur", "Baca lagi", tuple(groups), jaga=False)


def _column(n: int, huruf: str, judul: str, ruas: str, yakin: int, short: Ringkas) -> Ruas:
    offered = [Opsi(TIDAK_DIPAKAI, "Tidak dipakai")]
    names = _COLUMNS[short.daftar]
    offered += [Opsi(name, lj.LABEL[name]) for name in names]
    sure = f"Yakin {yakin}%." if ruas else "Belum dikenali."
    if ruas and yakin < 100 * YAKIN:
        sure = f"Yakin hanya {yakin}%, pastikan."
    return Ruas(
        f"k{n}",
        f"Kolom {huruf}: {judul[:80] or 'tanpa judul'}",
        ruas or TIDAK_DIPAKAI,
        "pilih",
        sure,
        pilihan=tuple(offered),
        wajib=False,
        lebar="sedang",
    )


_DIK = (lj.NO, lj.KODE, lj.ASAL, lj.JUDUL, lj.RINGKASAN, lj.DASAR, lj.DIBUKA, lj.DITUTUP, lj.JANGKA)
_COLUMNS = {
    lj.DIK: _DIK,
    lj.DIP: tuple(
        name for name in lj.LABEL if name not in (lj.DASAR, lj.DIBUKA, lj.DITUTUP, lj.JANGKA)
    ),
}


def _doubt(one: Bimbang) -> Ruas:
    near = [Opsi(kode, f"{judul} ({kode}), mirip {sure}%") for kode, judul, sure in one.calon]
    return Ruas(
        f"b{one.baris}",
        f"Baris {one.baris}: {one.judul[:120]}",
        BIARKAN,
        "pilih",
        pilihan=(Opsi(BIARKAN, "Belum dipastikan"), Opsi(BARU, "Informasi yang baru"), *near),
        wajib=False,
    )


def said(one: DaftarMasuk, short: Ringkas, told: Mapping[str, str]) -> Pilihan:
    """What a person said, of which only what differs from the reading counts as theirs."""
    columns = dict(one.pilihan.kolom)
    for x in short.lajur:
        chosen = told.get(f"k{x.n}", "")
        plain = "" if chosen == TIDAK_DIPAKAI else chosen
        if chosen and (plain != x.ruas or x.yakin < 100 * YAKIN):
            columns[str(x.n)] = plain
    same = dict(one.pilihan.sama)
    for doubt in short.ragu:
        answer = told.get(f"b{doubt.baris}", "")
        if answer and answer != BIARKAN:
            same[str(doubt.baris)] = "" if answer == BARU else answer
    whole = {name.removeprefix("isi_"): x for name, x in told.items() if name.startswith("isi_")}
    return Pilihan(
        one.pilihan.lembar,
        columns,
        {name: text for name, text in whole.items() if text},
        told.get("kategori", one.pilihan.kategori),
        same,
    )


def fresh(one: DaftarMasuk) -> Ringkas | None:
    """What was read of it, as it lies in the store."""
    return masuk.short_of(house(), one)
