"""An edition in the words and shapes of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.edisi.susun import Isi
from service.acts.edisi.tertahan import Tertahan
from service.domain.edisi.edisi import (
    BATAL,
    DAFTAR,
    DIP,
    DITARIK,
    DITETAPKAN,
    JENIS,
    KEADAAN,
    RANCANGAN,
    TERBIT,
    Edisi,
)
from service.domain.informasi.baris import LAJUR_DIK
from service.domain.informasi.beda import Baris
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.tanggal import moment, panjang
from service.domain.wewenang import Hadir
from service.face.alamat import ribuan
from service.face.isi import Bentuk, Kolom, Sel, Tabel, Tautan

ALAMAT = "/edisi"
JEJAK = (Tautan("Beranda", "/"), Tautan("Edisi", ALAMAT))
BENTUK: dict[str, Bentuk] = {
    RANCANGAN: "berjalan",
    DITETAPKAN: "menunggu",
    TERBIT: "selesai",
    DITARIK: "lewat",
    BATAL: "dikecualikan",
}
LAJUR_DIP = {
    "no": "No",
    "kode": "Kode",
    "kategori": "Kategori",
    "ringkasan": "Ringkasan isi informasi",
    "penguasa": "Yang menguasai",
    "penanggung_jawab": "Penanggung jawab",
    "waktu_tempat": "Waktu dan tempat",
    "bentuk": "Bentuk",
    "retensi": "Retensi",
}
LAJUR: dict[bool, dict[str, str]] = {
    True: LAJUR_DIP,
    False: {"no": "No", "kode": "Kode", **{k: v for k, v in LAJUR_DIK.items() if k != "no"}},
}
TERPERINCI = 50  # differing lines that are named one by one


def state(one: Edisi) -> str:
    """Where it stands, in words."""
    if one.keadaan == RANCANGAN and one.beku:
        return "Naskahnya diajukan, barisnya dibekukan"
    return KEADAAN[one.keadaan]


def title(one: Edisi) -> str:
    """What the list calls it."""
    if one.urut:
        return one.nama
    return f"{DAFTAR[one.daftar]}, {'batal' if one.keadaan == BATAL else 'rancangan'}"


def table(found: Sequence[Edisi], zona: dict[str, str]) -> Tabel:
    """Editions, each with where it stands and on what it rests."""
    head = ("Edisi", "Keadaan", "Jenis", "Baris", "Surat keputusan", "Terbit")
    rows = tuple(_row(one, zona.get(one.instansi, "WIB")) for one in found)
    return Tabel(
        "edisi", "Edisi DIP dan DIK", tuple(Kolom(x, angka=x == "Baris") for x in head), rows
    )


def _row(one: Edisi, zona: str) -> tuple[Sel, ...]:
    return (
        Sel(title(one), f"{ALAMAT}/{one.id}"),
        Sel(state(one), bentuk=BENTUK[one.keadaan]),
        Sel(JENIS[one.jenis]),
        Sel(ribuan(one.banyak) if one.isi else "–"),
        Sel(one.sk.nomor or "–"),
        Sel(moment(one.terbit, zona), iso=one.terbit.isoformat()) if one.terbit else Sel("–"),
    )


def traits(one: Edisi, zona: str, paper: Tautan | None, matter: Tautan | None) -> list[Sel]:
    """What is to be known of it before its lines; the name of each as the softer line."""
    told = [
        Sel(state(one), bentuk=BENTUK[one.keadaan], catatan="Keadaan"),
        Sel(JENIS[one.jenis], catatan="Jenis"),
    ]
    if one.sk.nomor and one.sk.tanggal:
        told.append(Sel(f"{one.sk.nomor}, {panjang(one.sk.tanggal)}", catatan="Surat keputusan"))
    if paper:
        told.append(Sel(paper.teks, paper.alamat, catatan="Naskah"))
    if matter:
        told.append(Sel(matter.teks, matter.alamat, catatan="Berkas"))
    if one.sebelum:
        told.append(Sel("Lihat edisi sebelumnya", f"{ALAMAT}/{one.sebelum}", catatan="Sebelumnya"))
    for label, at in (
        ("Dibekukan", one.beku),
        ("Diterbitkan", one.terbit),
        ("Terbaca publik mulai", one.mulai),
        ("Terbaca publik sampai", one.sampai),
        ("Ditarik", one.ditarik),
    ):
        if at:
            told.append(Sel(moment(at, zona), iso=at.isoformat(), catatan=label))
    if one.alasan:
        told.append(Sel(one.alasan, catatan="Alasan penarikan, terbaca publik"))
        held = "Edisi sebelumnya berlaku lagi" if one.kembali else "Tidak ada daftar yang berlaku"
        told.append(Sel(held, catatan="Sesudah ditarik"))
    return told


def lines(one: Edisi, rows: Sequence[Baris], first: int) -> Tabel:
    """Some of its lines, under the numbers they are printed with."""
    names = LAJUR[one.daftar == DIP]
    body = tuple(_line(names, no, row) for no, row in enumerate(rows, first))
    title_ = f"Baris {DAFTAR[one.daftar]}"
    return Tabel("baris", title_, tuple(Kolom(x, angka=x == "No") for x in names.values()), body)


def _line(names: dict[str, str], no: int, row: Baris) -> tuple[Sel, ...]:
    told = {"no": str(no), **row, "kategori": KATEGORI_DIP.get(row.get("kategori", ""), "")}
    return tuple(Sel(told.get(name, "") or "–") for name in names)


def lacking(isi: Isi) -> Tabel | None:
    """The lines that lack something, by the number they would be printed under."""
    found = isi.susunan.kurang
    rows = tuple(
        (
            Sel(str(x.no)),
            Sel(x.ringkasan or "–"),
            Sel(" ".join(one.kata for one in x.kurang)),
        )
        for x in found[:TERPERINCI]
    )
    head = (Kolom("No", angka=True), Kolom("Informasi"), Kolom("Yang kurang"))
    return Tabel("kurang", "Baris yang belum lengkap", head, rows) if rows else None


def held_back(held: Tertahan, oleh: Hadir) -> Tabel | None:
    """The lines that the public does not read yet, each with why and where it is mended."""
    rows = tuple(
        (_piece(x.informasi, oleh), Sel(x.ringkasan or "–"), Sel(x.sebab))
        for x in held.baris[:TERPERINCI]
    )
    head = (Kolom("Kode"), Kolom("Informasi"), Kolom("Sebabnya"))
    return Tabel("tertahan", "Baris yang belum terbit", head, rows) if rows else None


def _piece(one: Informasi, oleh: Hadir) -> Sel:
    """Its code, leading to its page for who may see it."""
    seen = oleh.sees(one.instansi, one.unit, rahasia=one.terbatas_dilihat)
    return Sel(spoken(one.kode), f"/informasi/{one.id}" if seen else "")


def difference(one: Edisi, isi: Isi) -> Tabel | None:
    """What differs from the edition before, line by line."""
    name = "ringkasan" if one.daftar == DIP else "informasi"
    names = LAJUR[one.daftar == DIP]
    rows = [(Sel("Ditambah"), Sel(x["kode"]), Sel(x.get(name, ""))) for x in isi.beda.ditambah]
    for x in isi.beda.diubah:
        fields = ", ".join(names.get(ruas, ruas) for ruas in x.ruas)
        rows.append((Sel("Diubah"), Sel(x.kode), Sel(x.sesudah.get(name, ""), catatan=fields)))
    rows += [(Sel("Dihapus"), Sel(x["kode"]), Sel(x.get(name, ""))) for x in isi.beda.dihapus]
    head = tuple(Kolom(x) for x in ("Perubahan", "Kode", "Informasi"))
    some = tuple(rows[:TERPERINCI])
    return Tabel("beda", "Perubahan dari edisi sebelumnya", head, some) if rows else None
