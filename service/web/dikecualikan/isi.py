"""What is withheld, as pages show it: the list, the terms that end, one piece."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for

from service.acts.dikecualikan.baca import Dijaga, Terbuka
from service.acts.dikecualikan.uji import name_of
from service.domain.butir import Butir
from service.domain.informasi import masa_kecuali as masa
from service.domain.informasi.keadaan import (
    AKAN_BERAKHIR,
    DIKECUALIKAN,
    DIUJI,
    KEADAAN,
    TERBUKA,
    USULAN_KECUALI,
)
from service.domain.informasi.kode import spoken
from service.domain.informasi.pembukaan import KEADAAN as PEMBUKAAN
from service.domain.informasi.pembukaan import MENUNGGU
from service.domain.tanggal import BULAN, hari_tanggal, local, panjang, pukul
from service.domain.uji import KESIMPULAN
from service.face.grafik import Batang, Grafik, Lajur, counted, drawn
from service.face.isi import Bentuk, Kolom, Peristiwa, Sel, Tabel
from service.face.qr import Lukisan
from service.web.dasar.sebutan import unit_name

KOLOM = ("Informasi", "Dasar hukum", "Jangka waktu", "Sisa", "Keadaan")
BENTUK: dict[str, Bentuk] = {
    USULAN_KECUALI: "baru",
    DIUJI: "berjalan",
    DIKECUALIKAN: "dikecualikan",
    AKAN_BERAKHIR: "menunggu",
    TERBUKA: "lewat",
}
TAHAP: dict[str, Bentuk] = {
    masa.HABIS: "lewat",
    masa.SIAGA: "lewat",
    masa.KEDUA: "menunggu",
    masa.PERTAMA: "menunggu",
    masa.DITINJAU: "menunggu",
    masa.JAUH: "dikecualikan",
    masa.TANPA_AKHIR: "dikecualikan",
}


def table(some: Sequence[Dijaga]) -> Tabel:
    """The list, one line a piece."""
    rows = tuple(_row(one) for one in some)
    return Tabel("dikecualikan", "Informasi yang dikecualikan", tuple(map(Kolom, KOLOM)), rows)


def _row(watched: Dijaga) -> tuple[Sel, ...]:
    one = watched.informasi
    line = one.dik
    unit = unit_name(one.instansi, one.unit) if one.unit else ""
    laws = "; ".join(each.singkat for each in line.dasar)
    return (
        Sel(
            name_of(one) or spoken(one.kode),
            at(one.id),
            catatan=" · ".join(filter(None, (spoken(one.kode), unit))),
        ),
        Sel(laws or "–"),
        Sel(line.jangka.kata(line.mulai) or "–", iso=line.akhir.isoformat() if line.akhir else ""),
        Sel(left(watched) or "–"),
        Sel(KEADAAN[one.keadaan], bentuk=BENTUK[one.keadaan]),
    )


def left(watched: Dijaga) -> str:
    """What is left of its term, or when its event is asked about."""
    if watched.tinjau:
        return f"peristiwanya ditanyakan {panjang(watched.tinjau)}"
    if watched.sisa and watched.tahap != masa.JAUH:
        return f"{masa.TAHAP[watched.tahap].lower()}: {watched.sisa}"
    return watched.sisa


def at(id_: str) -> str:
    """The address of one piece."""
    return url_for("dikecualikan.show", informasi_id=id_)


def ending(some: Sequence[Dijaga], tahun: int) -> tuple[Tabel, Lukisan] | None:
    """The terms that end in a year, by month, as a table and as a picture; None for none."""
    ends = [x.informasi.dik.akhir for x in some if x.sisa]
    months = [one.month for one in ends if one and one.year == tahun]
    if not months:
        return None
    many = [months.count(n) for n in range(1, 13)]
    rows = tuple(
        (Sel(f"{BULAN[n]} {tahun}"), Sel(str(count))) for n, count in enumerate(many) if count
    )
    head = (Kolom("Bulan"), Kolom("Berakhir", angka=True))
    judul = f"Pengecualian yang berakhir tahun {tahun}"
    lanes = tuple(
        Lajur(BULAN[n], f"{count} informasi", (Batang("penuh", float(count)),))
        for n, count in enumerate(many)
        if count
    )
    picture = Grafik(
        "grafik-berakhir",
        judul,
        f"Banyaknya pengecualian yang berakhir tiap bulan tahun {tahun}.",
        lanes,
        (("penuh", "informasi"),),
    )
    return Tabel("berakhir", judul, head, rows), drawn(picture, counted(max(many)))


def traits(whole: Terbuka) -> list[tuple[str, str]]:
    """What a piece says, name and value."""
    one, line = whole.informasi, whole.informasi.dik
    told = [
        ("Kode", spoken(one.kode)),
        ("Unit", unit_name(one.instansi, one.unit) if one.unit else ""),
        ("Informasi (hanya untuk yang berwenang)", one.unsur.ringkasan),
        ("Letak", one.letak.kata),
        ("Ringkasan untuk umum", line.ringkasan),
        ("Dasar hukum pengecualian", line.kata_dasar),
        ("Konsekuensi bila dibuka", line.dibuka),
        ("Manfaat bila ditutup", line.ditutup),
        ("Jangka waktu", line.jangka.kata(line.mulai)),
        ("Sisa", left(whole.dijaga)),
        ("Surat keputusan", _sk(whole)),
        ("Ringkasan aman diumumkan", _safe(whole)),
    ]
    return [(nama, nilai) for nama, nilai in told if nilai]


def _sk(whole: Terbuka) -> str:
    sk = whole.informasi.sk
    day = f" tanggal {panjang(sk.tanggal)}" if sk.tanggal else ""
    return f"Nomor {sk.nomor}{day}" if sk.nomor else ""


def _safe(whole: Terbuka) -> str:
    line = whole.informasi.dik
    if not line.ringkasan:
        return ""
    if not line.aman:
        return "Belum dinyatakan aman; barisnya belum ikut DIK yang diumumkan"
    return f"Ya, dibaca {whole.nama.get(line.dibaca_oleh, 'petugas')}"


def tests(whole: Terbuka) -> Tabel | None:
    """Its tests, oldest first; a matter this person may not open is not linked."""
    rows = []
    for test, item, matter in whole.pengujian:
        link = ""
        if matter:
            link = url_for("berkas_butir.show", berkas_id=matter.id, butir_id=item.id)
        came = KESIMPULAN.get(item.hasil) or "Belum diputus"
        done = "diterapkan" if test.diterapkan else "belum diterapkan"
        apply = url_for("dikecualikan.ask_apply", butir_id=item.id)
        rows.append(
            (
                Sel(matter.judul if matter else "Berkas uji", link),
                Sel(came, catatan=done),
                Sel(
                    "" if test.diterapkan else "Terapkan hasilnya", "" if test.diterapkan else apply
                ),
            )
        )
    head = (Kolom("Berkas uji"), Kolom("Hasil"), Kolom("Tindakan"))
    return Tabel("pengujian", "Pengujian", head, tuple(rows)) if rows else None


def events(whole: Terbuka, zona: str) -> list[Peristiwa]:
    """Its history, newest first."""
    found = []
    for line in whole.riwayat:
        here = local(line.pada, zona)
        found.append(
            Peristiwa(
                line.kata,
                whole.nama.get(line.siapa, "Sistem"),
                pukul(line.pada, zona),
                line.pada.isoformat(),
                hari_tanggal(here.date()),
                alasan=_named(whole, whole.kata.get(line.alasan, "")),
                nomor="",
            )
        )
    return found


def _named(whole: Terbuka, words: str) -> str:
    """A reason in which people are named, and not their ids."""
    for id_, nama in whole.nama.items():
        words = words.replace(id_, nama)
    return words


def openings(whole: Terbuka, zona: str) -> Tabel | None:
    """What was asked to be opened before its term."""
    rows = tuple(
        (
            Sel(
                whole.nama.get(x.oleh, "–"),
                catatan=f"{panjang(local(x.pada, zona).date())} · SK {x.sk.nomor}",
            ),
            Sel(whole.kata.get(x.alasan, "")),
            Sel(
                PEMBUKAAN[x.keadaan],
                bentuk="menunggu" if x.keadaan == MENUNGGU else "selesai",
                catatan=whole.nama.get(x.penjawab, ""),
            ),
        )
        for x in whole.pembukaan
    )
    head = (Kolom("Diputus oleh"), Kolom("Alasan"), Kolom("Jawaban orang kedua"))
    return Tabel("pembukaan", "Permintaan membuka sebelum waktunya", head, rows) if rows else None


def worksheet(item: Butir) -> list[tuple[str, str]]:
    """What the meeting wrote of an item."""
    it = item.uji
    told = [
        ("Hasil", KESIMPULAN.get(item.hasil, "Belum diputus")),
        ("Dokumen", it.dokumen),
        ("Bagian yang diuji", it.bagian),
        ("Uraian informasi", it.uraian),
        ("Dasar hukum", "; ".join(each.kata for each in it.dasar)),
        ("Akibat bila dibuka", it.dibuka),
        ("Manfaat bila ditutup", it.ditutup),
        ("Jangka waktu", it.jangka.kata()),
        ("Yang dihitamkan", it.dihitamkan),
    ]
    return [(nama, nilai) for nama, nilai in told if nilai]
