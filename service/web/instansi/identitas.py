"""The forms of an instansi's name and letterhead, of its units, and of who holds which office."""

from __future__ import annotations

from pathlib import Path

from service.acts.instansi import ubah as acts
from service.domain.instansi import KOP_INSTANSI, KOP_JABATAN, Instansi, Kop, Peran, UnitKerja
from service.domain.instansi_ubah import (
    Identitas,
    confirmed,
    offices_given,
    unit_added,
    unit_changed,
)
from service.domain.refusals import Refusal, TidakAda
from service.domain.surel_kirim import checked_alamat
from service.domain.tafsir_kata import spoken
from service.domain.tanggal import ZONA
from service.domain.wewenang import PERAN
from service.face.isi_formulir import Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.instansi.bagian import Bagian, Sasaran

TETAP, LEPAS = "tetap", "lepas"
DUGAAN, PASTI = "dugaan", "pasti"
KEPASTIAN = (Pilihan(DUGAAN, "Masih disimpulkan"), Pilihan(PASTI, "Sudah dipastikan"))
KOP = (
    Pilihan(KOP_INSTANSI, "Logo dan nama instansi"),
    Pilihan(KOP_JABATAN, "Lambang negara, untuk naskah pejabat negara"),
)
LOGO = (Pilihan(TETAP, "Tetap dipakai"), Pilihan(LEPAS, "Tidak dipakai lagi"))
JAWABAN_ZONA = tuple(Pilihan(one, one) for one in ZONA)


def _identitas(one: Sasaran) -> tuple[Kelompok, ...]:
    return (
        Kelompok("Instansi", _names(one.instansi)),
        Kelompok("Kop surat", _letterhead(one.instansi.kop)),
    )


def _names(now: Instansi) -> tuple[Ruas, ...]:
    return (
        Ruas("nama", "Nama instansi", now.nama),
        Ruas("singkatan", "Singkatan", now.singkatan, wajib=False, lebar="sedang"),
        Ruas("kota", "Kota pada tanggal surat", now.kota, lebar="sedang"),
        Ruas("zona", "Zona waktu", now.zona, "pilih", pilihan=JAWABAN_ZONA, lebar="sempit"),
        Ruas("laman", "Laman", now.laman, contoh="https://ppid.contoh.go.id", wajib=False),
        Ruas(
            "surel",
            "Surel untuk masyarakat",
            now.surel,
            petunjuk="Tampil di kaki halaman publik dan di data DCAT.",
            contoh="ppid@contoh.go.id",
            wajib=False,
        ),
        Ruas(
            "warna",
            "Warna",
            now.warna,
            petunjuk="Kosong: warna Berkas. Warna terang digelapkan supaya tulisan terbaca.",
            contoh="#0b4f8a",
            wajib=False,
            batas=7,
            lebar="sempit",
        ),
    )


def _letterhead(kop: Kop) -> tuple[Ruas, ...]:
    induk, alamat = "\n".join(kop.induk), "\n".join(kop.alamat)
    kept = (Ruas("logo_lama", "Logo sekarang", TETAP, "radio", pilihan=LOGO),) if kop.logo else ()
    return (
        Ruas("kop_jenis", "Jenis kop", kop.jenis, "radio", pilihan=KOP),
        Ruas("kop_induk", "Lembaga di atasnya", induk, "panjang", "Satu baris satu.", wajib=False),
        Ruas("kop_nama", "Nama pada kop", kop.nama),
        Ruas("kop_alamat", "Alamat", alamat, "panjang", "Seperti tercetak pada kop.", wajib=False),
        *kept,
        Ruas(
            "logo",
            "Ganti logo" if kop.logo else "Logo",
            jenis="file",
            petunjuk="PNG atau JPEG, paling besar 200 KB. Naskah lama tetap memakai logo lama.",
            wajib=False,
        ),
    )


def _keep_identitas(one: Sasaran, sent: Terisi, logo: Path | None) -> None:
    if sent["laman"] and not sent["laman"].startswith(("https://", "http://")):
        raise Refusal("Laman diawali https:// atau http://, misalnya https://ppid.contoh.go.id.")
    if sent["surel"]:
        checked_alamat(sent["surel"])
    kept = one.instansi.kop.logo if sent.nilai.get("logo_lama") == TETAP else ""
    isian = Identitas(
        nama=sent["nama"],
        kota=sent["kota"],
        zona=sent["zona"],
        singkatan=sent["singkatan"],
        laman=sent["laman"],
        surel=sent["surel"],
        warna=sent["warna"],
        kop=Kop(
            sent["kop_nama"],
            _lines(sent["kop_induk"]),
            _lines(sent["kop_alamat"]),
            sent["kop_jenis"],
            kept,
        ),
    )
    acts.identify(one.house, one.oleh, one.kode, sent.angka("versi"), isian, logo)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _unit(one: Sasaran) -> tuple[Kelompok, ...]:
    unit = one.instansi.unit_of(one.butir)
    if unit is None:
        raise TidakAda("Unit itu")
    end = unit.sampai.isoformat() if unit.sampai else ""
    kata = (
        "Isi hanya bila unit ditutup: hari terakhirnya. Unit tidak pernah dihapus, supaya berkas "
        "dan orangnya tetap dapat dibaca."
    )
    tutup = Ruas("sampai", "Ditutup sejak akhir", end, "tanggal", kata, wajib=False, lebar="sempit")
    return (Kelompok("", (*_unit_fields(unit), tutup)),)


def _unit_fields(unit: UnitKerja) -> tuple[Ruas, ...]:
    return (
        Ruas("nama", "Nama unit", unit.nama, contoh="Bidang Contoh"),
        Ruas("kode", "Kode pada nomor surat", unit.kode, contoh="BC", lebar="sempit", batas=40),
        Ruas(
            "zona",
            "Zona waktu",
            unit.zona,
            "pilih",
            "Kosong: ikut zona instansi.",
            wajib=False,
            pilihan=JAWABAN_ZONA,
            lebar="sempit",
        ),
    )


def _keep_unit(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    unit = UnitKerja(one.butir, sent["nama"], sent["kode"], sent["zona"], sent.tanggal("sampai"))
    one.change(sent, unit_changed(unit), "unit_diubah")


def _unit_baru(_: Sasaran) -> tuple[Kelompok, ...]:
    return (Kelompok("", _unit_fields(UnitKerja("", "", ""))),)


def _add_unit(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    one.change(sent, unit_added(sent["nama"], sent["kode"], sent["zona"]), "unit_ditambah")


def _peran(one: Sasaran) -> tuple[Kelompok, ...]:
    now = one.instansi
    held = [pejabat.jabatan for pejabat in now.pejabat] + [peran.jabatan for peran in now.peran]
    jabatan = tuple(Pilihan(each, each) for each in dict.fromkeys(held) if each)
    return tuple(_one_peran(peran, jabatan) for peran in now.peran)


def _one_peran(peran: Peran, jabatan: tuple[Pilihan, ...]) -> Kelompok:
    nama = PERAN.get(peran.id, peran.id)
    return Kelompok(
        nama,
        (
            Ruas(f"sebutan_{peran.id}", f"Sebutan {nama} di sini", peran.sebutan),
            Ruas(
                f"jabatan_{peran.id}",
                f"Jabatan yang menjadi {nama}",
                peran.jabatan,
                "pilih",
                wajib=False,
                pilihan=jabatan,
            ),
            Ruas(
                f"kode_{peran.id}",
                f"Kode jabatan {nama} pada nomor",
                peran.kode,
                wajib=False,
                batas=40,
                lebar="sempit",
            ),
        ),
    )


def _keep_peran(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    asked = {
        peran.id: Peran(
            peran.id,
            sent[f"sebutan_{peran.id}"],
            sent[f"jabatan_{peran.id}"],
            sent[f"kode_{peran.id}"],
        )
        for peran in one.instansi.peran
    }
    one.change(sent, offices_given(asked), "peran_jabatan_diubah")


def _tafsir(one: Sasaran) -> tuple[Kelompok, ...]:
    if not one.instansi.tafsir:
        raise TidakAda("Yang disimpulkan")
    ruas = (
        Ruas(f"tafsir_{n}", spoken(one.instansi, path), DUGAAN, "radio", pilihan=KEPASTIAN)
        for n, path in enumerate(one.instansi.tafsir)
    )
    return (Kelompok("", tuple(ruas)),)


def _keep_tafsir(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    tafsir = enumerate(one.instansi.tafsir)
    sure = {path for n, path in tafsir if sent[f"tafsir_{n}"] == PASTI}
    one.change(sent, confirmed(sure), "tafsir_dipastikan")


IDENTITAS = Bagian("Ubah keterangan instansi", _identitas, _keep_identitas)
UNIT = Bagian("Ubah unit kerja", _unit, _keep_unit)
UNIT_BARU = Bagian(
    "Tambah unit kerja", _unit_baru, _add_unit, "Kotak masuknya dibuat begitu disimpan.", "Tambah"
)
JABATAN = Bagian(
    "Atur peran dan jabatan",
    _peran,
    _keep_peran,
    "Siapa yang memegang peran mengikuti jabatan: penggantinya cukup dicatat sebagai pejabat.",
)
TAFSIR = Bagian(
    "Pastikan yang disimpulkan",
    _tafsir,
    _keep_tafsir,
    "Isian ini disimpulkan dari SOP atau kebiasaan. Yang Anda ubah di halaman instansi dengan "
    "sendirinya dianggap pasti.",
)
