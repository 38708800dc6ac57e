"""Mail on one's own account page: the address, whether one wants letters, which ones went."""

from __future__ import annotations

from service.acts.orang import surel as acts
from service.domain.surel_kirim import TERPANJANG
from service.domain.surel_pengingat import (
    DITOLAK,
    KEADAAN,
    KEDALUWARSA,
    MENGIRIM,
    TERKIRIM,
    TIDAK_PASTI,
    AlamatSurel,
    SuratPengingat,
)
from service.domain.tanggal import hari_tanggal
from service.face.isi import Bentuk, Kolom, Pemberitahuan, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.auth import hadir, house

MAU, TIDAK = "ya", "tidak"
PILIHAN = (
    Pilihan(MAU, "Kirim ringkasan pengingat", "Paling banyak satu surat pada setiap hari kerja"),
    Pilihan(TIDAK, "Jangan kirim surel", "Pengingat tetap tampil di halaman"),
)
BENTUK: dict[str, Bentuk] = {
    TERKIRIM: "selesai",
    DITOLAK: "lewat",
    KEDALUWARSA: "lewat",
    TIDAK_PASTI: "lewat",
    MENGIRIM: "berjalan",
}
KOLOM = (Kolom("Hari"), Kolom("Keadaan"), Kolom("Pengingat", angka=True), Kolom("Alamat"))


def wants() -> AlamatSurel | None:
    """What this person said last."""
    with house().ledger.read() as reading:
        return acts.address_of(reading, hadir().orang.id)


def form() -> Formulir | None:
    """Address and wish; None where this house sends no mail."""
    if not house().mail.in_use:
        return None
    kept = wants() or AlamatSurel("", "", versi=0)
    ruas = (
        Ruas("versi", "Versi", str(kept.versi), "tersembunyi"),
        Ruas(
            "surel",
            "Alamat surel",
            kept.alamat,
            "surel",
            petunjuk="Kosongkan untuk menghapusnya.",
            contoh="petugas@ppid.contoh.go.id",
            wajib=False,
            isi_otomatis="email",
            batas=TERPANJANG,
            lebar="sedang",
        ),
        Ruas("mau", "Surel pengingat", TIDAK if kept.mati else MAU, "radio", pilihan=PILIHAN),
    )
    return Formulir("/akun/surel", "Simpan surel", (Kelompok("", ruas),), jaga=False)


def refused() -> Pemberitahuan | None:
    """What to do where their server took nothing."""
    kept = wants()
    if kept is None or not kept.ditolak:
        return None
    kata = (
        f"Server surel menolak {kept.alamat}. Tidak ada surat lagi yang dikirim ke sana. Periksa "
        "alamatnya, lalu simpan; pengingat tetap tampil di halaman."
    )
    return Pemberitahuan(kata, "bahaya")


def letters() -> Tabel | None:
    """The last letters, newest first."""
    found = acts.letters(house(), hadir())
    rows = tuple(_row(one) for one in found)
    return Tabel("surat", "Surat pengingat terakhir", KOLOM, rows) if rows else None


def _row(one: SuratPengingat) -> tuple[Sel, ...]:
    return (
        Sel(hari_tanggal(one.tanggal), iso=one.tanggal.isoformat()),
        Sel(
            KEADAAN[one.keadaan],
            bentuk=BENTUK.get(one.keadaan, "menunggu"),
            catatan=one.sebab,
        ),
        Sel(str(one.jumlah) if one.jumlah else "–"),
        Sel(one.alamat),
    )
