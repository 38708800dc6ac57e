"""What the page of a file on its way out says, and the forms that it offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.domain.gerbang import keluar, pribadi
from service.domain.gerbang.keluar import DILEPAS, DIPERIKSA, MEMBUAT, MENUNGGU, FileKeluar
from service.domain.gerbang.lembar_bukti import LembarBukti
from service.domain.gerbang.pelepasan import heaviest_first
from service.domain.gerbang.tembus import Tembus
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import File, Kiriman
from service.domain.tanggal import local, moment, panjang
from service.face.isi import Kolom, Pemberitahuan, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.informasi import kata
from service.web.kiriman import pindaian

CARA = {
    keluar.ASLI: "file aslinya",
    "cetak": "salinan: cetakan dari yang tampak",
    "bersih": "salinan yang dibersihkan",
    "gambar": "salinan yang digambar ulang halaman demi halaman",
    keluar.HITAM: "salinan yang dihitamkan",
}
DASAR = "/informasi/<informasi_id>/pemeriksaan"
KOLOM = ("Temuan", "Di mana", "Berapa kali", "Yang dapat dilakukan", "Keadaan")
PRIBADI = frozenset(
    {
        pribadi.NIK,
        pribadi.KK,
        pribadi.NIP,
        pribadi.NPWP,
        pribadi.PONSEL,
        pribadi.TELEPON,
        pribadi.SUREL,
        pribadi.SUREL_KANTOR,
        pribadi.REKENING,
        pribadi.BPJS,
        pribadi.PASPOR,
        pribadi.LAHIR,
    }
)


def trail(one: Informasi) -> list[Tautan]:
    """The way down to the piece."""
    return [*kata.JEJAK, Tautan(kata.title(one), f"{kata.ALAMAT}/{one.id}")]


def at(informasi_id: str) -> str:
    """Where the file of this piece is looked at."""
    return f"/informasi/{informasi_id}/pemeriksaan"


def notice(one: FileKeluar | None, berfile: bool) -> Pemberitahuan:
    """Where the file stands, in one sentence."""
    if one is None and not berfile:
        return Pemberitahuan("Informasi ini belum berfile; yang diumumkan baru barisnya.")
    if one is None:
        return Pemberitahuan("File ini belum diperiksa. Sebelum diperiksa, file tidak keluar.")
    if one.keadaan in (MENUNGGU, MEMBUAT):
        return Pemberitahuan(
            f"File {keluar.SEBUTAN[one.keadaan]}. Muat ulang halaman ini sebentar lagi."
        )
    if one.keadaan == DILEPAS:
        return Pemberitahuan(f"Dilepas untuk umum: {CARA[one.cara]}.", "baik")
    if one.keadaan != DIPERIKSA:
        return Pemberitahuan("Ditarik dari umum. Periksa lagi sebelum melepasnya kembali.")
    if one.sisa:
        return Pemberitahuan(
            f"Belum dapat dilepas: {len(one.sisa)} temuan belum diputuskan.", "perhatian"
        )
    if one.hasil or one.boleh_asli:
        return Pemberitahuan("Tidak ada lagi yang menahan. File dapat dilepas untuk umum.", "baik")
    return Pemberitahuan("Tidak ada temuan. Buat salinannya dahulu; salinan itulah yang keluar.")


def table(one: FileKeluar, names: Mapping[str, str], reasons: Mapping[str, str]) -> Tabel:
    """Every hit, the heaviest first, with what to do or who let it pass and why."""
    found = one.pemeriksaan
    passed = {each.tembus: each for each in one.lepas if each.sidik == found.sidik}
    rows = []
    for each in heaviest_first(found.tembus):
        done = passed.get(each.id)
        state = Sel("Menahan", bentuk="menunggu")
        if done is not None:
            who = names.get(done.oleh, "")
            why = reasons.get(done.alasan, "")
            state = Sel(f"Dilepas {who}".strip(), bentuk="selesai", catatan=why)
        rows.append(
            (
                Sel(each.arti.label),
                Sel(each.tempat or "–"),
                Sel(str(each.banyak)),
                Sel(each.arti.kata),
                state,
            )
        )
    return Tabel("temuan", "Temuan pada file", tuple(map(Kolom, KOLOM)), tuple(rows))


def begin_form(at: str) -> Formulir:
    """Have it looked at."""
    return Formulir(f"{at}/mulai", "Periksa file ini", (Kelompok("", ()),), jaga=False)


def file_form(one: Informasi, at: str) -> Formulir:
    """Choose the file that the piece gives out."""
    hint = "Yang keluar bukan file ini, melainkan salinan yang sudah diperiksa."
    ruas = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
        pindaian.tanda(),
        pindaian.ruas("File informasi", hint),
    )
    tombol = "Ganti file" if one.pelengkap.sidik else "Pasang file"
    return Formulir(f"{at}/file", tombol, (Kelompok("", ruas),), berlampiran=True)


def choose_form(one: Informasi, files: Sequence[File], kiriman: str, at: str) -> Formulir:
    """Which of the files of a kiriman the piece gives out."""
    offered = tuple(Pilihan(each.id, each.nama) for each in files)
    ruas = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
        Ruas("kiriman", "Kiriman", kiriman, "tersembunyi", batas=40),
        Ruas("file", "File", jenis="pilih", pilihan=offered),
    )
    return Formulir(f"{at}/pakai", "Pakai file ini", (Kelompok("", ruas),), jaga=False)


def came(found: Sequence[Kiriman], at: str, zona: str) -> Tabel:
    """The kiriman from which a file is chosen, newest first."""
    rows = tuple(
        (
            Sel(one.surat.perihal or one.nama, f"{at}?kiriman={one.id}"),
            Sel(one.nomor_agenda or "–"),
            Sel(panjang(local(one.diterima, zona).date()), iso=one.diterima.isoformat()),
        )
        for one in found
    )
    head = (Kolom("Kiriman"), Kolom("Nomor agenda"), Kolom("Diterima"))
    return Tabel("kiriman-unit", "Kiriman unit ini yang terbaru", head, rows)


def proof(one: LembarBukti, nama: str, zona: str) -> list[tuple[str, str]]:
    """The proof sheet of a blackened copy, name and value."""
    return [("Dihitamkan oleh", f"{nama or 'petugas'}, {moment(one.pada, zona)}"), *one.baris]


def forms_of(one: FileKeluar, at: str) -> dict[str, Formulir]:
    """What can be done with it as it stands, by name."""
    if one.keadaan == DILEPAS:
        return {"tarik": _withdraw(one, at)}
    if one.keadaan == keluar.DITARIK:
        return {"mulai": begin_form(at)}
    if one.keadaan != DIPERIKSA:
        return {}
    told = {}
    if clearable := [each for each in one.sisa if each.arti.boleh_dilepas]:
        told["lepas"] = _clear(one, at, clearable)
    told["hitam"] = _blacken(one, at)
    if not one.hasil:
        told["salinan"] = _plain(one, f"{at}/salinan", "Buat salinan untuk umum")
    else:
        told["asli"] = _plain(one, f"{at}/asli", "Batalkan salinan ini")
    if not one.sisa and (one.hasil or one.boleh_asli):
        told["umumkan"] = _plain(one, f"{at}/umumkan", "Lepas untuk umum", seen=True)
    return told


def _hidden(one: FileKeluar, *, seen: bool) -> tuple[Ruas, ...]:
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    mark = Ruas("dilihat", "Yang dilihat", one.pemeriksaan.sidik, "tersembunyi")
    return (versi, mark) if seen else (versi,)


def _plain(one: FileKeluar, alamat: str, tombol: str, *, seen: bool = False) -> Formulir:
    return Formulir(alamat, tombol, (Kelompok("", _hidden(one, seen=seen)),), jaga=False)


def _reason(kunci: str, label: str, petunjuk: str) -> Ruas:
    return Ruas("alasan", label, jenis="panjang", petunjuk=petunjuk, batas=1_000, kunci=kunci)


def _clear(one: FileKeluar, at: str, some: list[Tembus]) -> Formulir:
    ticks = tuple(
        Pilihan(each.id, f"{each.arti.label}: {each.tempat or 'seluruh file'}") for each in some
    )
    ruas = (
        Ruas("temuan", "Temuan yang dilepas", jenis="centang", pilihan=ticks),
        _reason("alasan-lepas", "Alasan", "Mengapa bagian itu boleh diketahui umum."),
    )
    group = Kelompok("", (*_hidden(one, seen=True), *ruas))
    return Formulir(f"{at}/lepas", "Lepas temuan yang dipilih", (group,))


def _blacken(one: FileKeluar, at: str) -> Formulir:
    kinds = dict.fromkeys(each.jenis for each in one.sisa if each.jenis in PRIBADI)
    label = {each.jenis: each.arti.label for each in one.sisa}
    ruas: tuple[Ruas, ...] = ()
    if kinds and one.tampak_mime == keluar.PDF:
        ticks = tuple(Pilihan(each, label[each]) for each in kinds)
        petunjuk = "Yang tertulis sebagai huruf dicari sendiri; pada pindaian, tandai kotaknya."
        ruas = (
            Ruas(
                "jenis",
                "Hitamkan semua",
                jenis="centang",
                petunjuk=petunjuk,
                pilihan=ticks,
                wajib=False,
            ),
        )
    boxes = Ruas(
        "kotak",
        "Kotak yang dihitamkan",
        jenis="panjang",
        petunjuk="Satu baris satu kotak: halaman, jarak dari kiri, jarak dari atas, lebar, tinggi, "
        "semuanya selain halaman dalam persen dari ukuran halaman.",
        contoh="1 10 18 60 2,5",
        wajib=False,
        batas=20_000,
    )
    group = Kelompok("", (*_hidden(one, seen=False), *ruas, boxes))
    return Formulir(f"{at}/hitam", "Hitamkan dan buktikan", (group,))


def _withdraw(one: FileKeluar, at: str) -> Formulir:
    why = _reason("alasan-tarik", "Alasan", "Mengapa file ini tidak boleh lagi keluar.")
    group = Kelompok("", (*_hidden(one, seen=False), why))
    return Formulir(f"{at}/tarik", "Tarik dari umum", (group,))
