"""The page of an examined template, in words."""

from __future__ import annotations

from flask import url_for

from service.acts.lihat.terlihat import reach
from service.acts.pasangan.klinik_gambar import CONTOH, TEMPLAT, every
from service.acts.pasangan.klinik_meja import (
    BERLAKU,
    KONSEP,
    PERBAIKAN,
    UNGGAHAN,
    Cetakan,
    Pasien,
    Terperiksa,
)
from service.acts.pasangan.konsep import draft_of
from service.domain.berkas import BERJALAN
from service.domain.klinik.laporan import Cacat, Laporan, quoted
from service.domain.klinik.letak import Letak
from service.domain.wewenang import Hadir
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.face.isi_klinik import CetakanTemplat, Gambar, Kotak, Pemeriksaan, Temuan
from service.ports import House
from service.ports.berkas import SaringBerkas
from service.web.berkas.daftar import today
from service.web.pasangan.isi import trail
from service.web.pasangan.periksa_ruas import table

DITAMPILKAN = 20  # pages that are shown as pictures
BERKAS = 12  # real matters that are offered
ASAL = {
    BERLAKU: "Templat yang berlaku",
    KONSEP: "Konsep templat",
    UNGGAHAN: "File yang Anda unggah; belum disimpan sebagai konsep",
    PERBAIKAN: "Hasil perbaikan; belum disimpan sebagai konsep",
}
GAMBAR = {
    TEMPLAT: (
        "Templat seperti di Word",
        "Kotak bernomor menunjukkan letak temuan; penjelasannya ada pada daftar dengan nomor yang "
        "sama.",
    ),
    CONTOH: ("Terisi contohnya sendiri", "Begini templat ini tercetak dengan isian contohnya."),
}
TANPA_GAMBAR = (
    "Gambar halaman tidak ditampilkan karena file ini tidak dapat dibuka dengan aman atau belum "
    "dapat dicetak. Daftar temuan tetap lengkap."
)


def of_now(one: Pasien, found: Laporan, salah: tuple[str, ...]) -> Pemeriksaan:
    """The draft or what is in force: words alone, and the way to its pictures."""
    here = _at("send", one.instansi, one.jenis)
    return Pemeriksaan(
        *_head(one),
        _result(found),
        tuple(_finding(n, cacat) for n, cacat in enumerate(every(found), 1)),
        table(found.ruas),
        (),
        "Tekan Lihat pada gambar halaman untuk melihat letak temuan, memperbaiki tanda yang "
        "terpecah, dan mencoba dengan berkas.",
        ((here, "Lihat pada gambar halaman", "tombol-utama"),),
        unggah=_upload(here, salah),
    )


def of_bench(house: House, oleh: Hadir, one: Terperiksa, salah: tuple[str, ...]) -> Pemeriksaan:
    """An examined template with its pictures and all that can be done with it."""
    found = one.laporan
    seen = {
        n: Tautan(
            f"Lihat kotak nomor {n} pada halaman {letak.halaman}", f"#{each.apa}-{letak.halaman}"
        )
        for each in reversed(one.cetakan)
        for n, letak in each.letak
        if letak.halaman <= DITAMPILKAN
    }
    deeds = []
    if found.terbelah:
        deeds.append((_bench("mend", one), "Perbaiki lalu lihat hasilnya", "tombol-utama"))
    links = [Tautan("Unduh templat ini (Word)", _bench("template", one))]
    if any(each.apa == CONTOH for each in one.cetakan):
        links.insert(0, Tautan("Pratinjau dengan contoh (PDF)", _bench("sample", one)))
    return Pemeriksaan(
        *_head(one),
        _result(found),
        tuple(_finding(n, cacat, seen.get(n)) for n, cacat in enumerate(every(found), 1)),
        table(found.ruas),
        tuple(_print(one, each) for each in one.cetakan),
        "" if one.cetakan else TANPA_GAMBAR,
        tuple(deeds),
        _keep(house, one, salah),
        _upload(_at("send", one.instansi, one.jenis), () if _can_keep(one) else salah),
        tuple(links),
        _matters(house, oleh, one) if found.sehat else (),
    )


def _at(view: str, instansi: str, jenis: str) -> str:
    return url_for(f"pasangan_periksa.{view}", instansi=instansi, jenis=jenis)


def _bench(
    view: str,
    one: Terperiksa,
    apa: str | None = None,
    n: int | None = None,
    berkas_id: str | None = None,
) -> str:
    return url_for(
        f"pasangan_periksa.{view}",
        instansi=one.instansi,
        jenis=one.jenis,
        periksa_id=one.id,
        apa=apa,
        n=n,
        berkas_id=berkas_id,
    )


def _head(one: Pasien | Terperiksa) -> tuple[str, str, tuple[Tautan, ...]]:
    kata = f"{ASAL[one.asal]}: {one.nama}."
    return f"Periksa templat {one.sebut}", kata, trail(one.instansi, one.jenis, one.sebut)


def _result(found: Laporan) -> Pemberitahuan:
    warned = f"{len(found.ingat)} peringatan" if found.ingat else ""
    if found.salah:
        told = f"{len(found.salah)} kesalahan" + (f" dan {warned}" if warned else "")
        return Pemberitahuan(
            f"Ada {told}. Selama ada kesalahan, templat ini tidak dapat diterima; templat yang "
            "berlaku tidak berubah.",
            "perhatian",
        )
    if warned:
        return Pemberitahuan(f"Tidak ada kesalahan, tetapi ada {warned}.", "kabar")
    return Pemberitahuan("Tidak ada kesalahan. Templat ini dapat dipakai.", "baik")


def _finding(n: int, cacat: Cacat, gambar: Tautan | None = None) -> Temuan:
    return Temuan(
        n,
        "menunggu" if cacat.ingat else "lewat",
        "Peringatan" if cacat.ingat else "Kesalahan",
        cacat.sebab,
        cacat.saran,
        str(cacat.tempat),
        quoted(cacat.tempat.sebelum),
        quoted(cacat.tempat.teks),
        quoted(cacat.tempat.sesudah),
        gambar,
    )


def _print(one: Terperiksa, each: Cetakan) -> CetakanTemplat:
    judul, kata = GAMBAR[each.apa]
    shown = range(1, min(each.halaman, DITAMPILKAN) + 1)
    pictures = tuple(_picture(one, each, n) for n in shown)
    return CetakanTemplat(each.apa, judul, kata, pictures, each.halaman)


def _picture(one: Terperiksa, each: Cetakan, n: int) -> Gambar:
    wrong = len(one.laporan.salah)
    boxes = (_box(k, letak, k <= wrong) for k, letak in each.letak if letak.halaman == n)
    return Gambar(_bench("picture", one, each.apa, n), n, tuple(boxes))


def _box(n: int, letak: Letak, salah: bool) -> Kotak:
    sides = (letak.kiri, letak.atas, letak.lebar, letak.tinggi)
    return Kotak(n, salah, *(round(100 * side, 2) for side in sides))


def _can_keep(one: Terperiksa) -> bool:
    return one.laporan.sehat and one.asal in (UNGGAHAN, PERBAIKAN)


def _keep(house: House, one: Terperiksa, salah: tuple[str, ...]) -> Formulir | None:
    """The form that makes it the draft, where it is whole and is none yet."""
    if not _can_keep(one):
        return None
    with house.ledger.read() as reading:
        draft = draft_of(reading, one.instansi, one.jenis)
    hidden = (
        Ruas("versi", "Versi", str(draft.versi if draft else 0), "tersembunyi"),
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi"),
    )
    return Formulir(
        _bench("keep", one),
        "Ganti konsep dengan templat ini" if draft else "Simpan sebagai konsep",
        (Kelompok("", hidden),),
        salah,
        jaga=False,
    )


def _upload(here: str, salah: tuple[str, ...]) -> Formulir:
    ruas = (
        Ruas(
            "file",
            "File templat lain",
            jenis="file",
            petunjuk="Word (.docx), paling besar 20 MB. File ini hanya diperiksa; tidak ada naskah "
            "yang dibuat dengannya dan besok sudah dihapus. Makro tidak pernah dijalankan.",
        ),
        Ruas("asal", "Asal", UNGGAHAN, "tersembunyi"),
    )
    groups = (Kelompok("", ruas),)
    return Formulir(here, "Periksa file ini", groups, salah, berlampiran=True, jaga=False)


def _matters(house: House, oleh: Hadir, one: Terperiksa) -> tuple[Tautan, ...]:
    """Some matters of the agency that this person may see."""
    here = [place for place in reach(house, oleh) if place.instansi == one.instansi]
    hari = today(house, oleh)
    asked = SaringBerkas(keadaan=BERJALAN)
    found = house.perkara.listed(here, asked, (hari.ini, hari.segera), 0, BERKAS) if here else []
    return tuple(
        Tautan(berkas.judul, _bench("with_matter", one, berkas_id=berkas.id)) for berkas in found
    )
