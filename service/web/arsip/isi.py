"""What the pages of archives show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.acts.arsip.baca import Kartu
from service.domain.arsip.arsip import KEADAAN, PERGI, Arsip
from service.domain.arsip.pinjam import late
from service.domain.arsip.tahan import SEBAB
from service.domain.arsip.tempat import told
from service.domain.arsip.umur import AKTIF, HABIS, INAKTIF, TAHAP, umur
from service.domain.arsip.vital import lacks
from service.domain.berkas import Berkas
from service.domain.informasi.retensi import NASIB_AKHIR
from service.domain.tanggal import local, panjang
from service.face.isi import Bentuk, Kolom, Sel, Tabel, Tautan
from service.ports.arsip import BarisArsip
from service.web.dasar.sebutan import unit_name

ALAMAT = "/arsip"
BERANDA = Tautan("Beranda", "/")
JEJAK = (BERANDA, Tautan("Arsip", ALAMAT))
BENTUK: dict[str, Bentuk] = {AKTIF: "berjalan", INAKTIF: "selesai", HABIS: "menunggu"}
KOLOM = tuple(map(Kolom, ("Berkas", "Kode", "Unit", "Ditutup", "Retensi", "Keadaan")))


def table(rows: Sequence[BarisArsip], today: date) -> Tabel:
    """Archives with the term in which each is."""
    return Tabel("arsip", "Arsip", KOLOM, tuple(_row(one, today) for one in rows))


def _row(one: BarisArsip, today: date) -> tuple[Sel, ...]:
    a = one.arsip
    return (
        Sel(one.judul, f"{ALAMAT}/{a.id}", catatan="Rahasia" if one.rahasia else ""),
        Sel(a.kode or "–"),
        Sel(unit_name(a.instansi, one.unit) or "–"),
        Sel(panjang(a.ditutup), iso=a.ditutup.isoformat()),
        _term(a, today),
        Sel(KEADAAN[a.keadaan], catatan="Arsip vital" if a.vital else ""),
    )


def _term(a: Arsip, today: date) -> Sel:
    if a.keadaan in PERGI:
        return Sel("–")
    age = umur(a.retensi, a.ditutup, a.peristiwa, today)
    end = age.aktif_sampai if age.tahap == AKTIF else age.inaktif_sampai
    more = f"sampai {panjang(end)}" if end and age.tahap != HABIS else age.sebab
    return Sel(TAHAP[age.tahap], bentuk=BENTUK.get(age.tahap), catatan=more)


def waiting(rows: Sequence[Berkas]) -> Tabel:
    """Closed matters without a code."""
    head = (Kolom("Berkas"), Kolom("Unit"))
    lines = tuple(
        (Sel(x.judul, f"{ALAMAT}/{x.id}"), Sel(unit_name(x.instansi, x.unit) or "–")) for x in rows
    )
    return Tabel("belum", "Berkas yang ditutup dan belum diberi kode", head, lines)


def traits(card: Kartu, zona: str) -> list[tuple[str, str]]:
    """All that is known of one archive, by name; what says nothing is left out."""
    a, age = card.tegak.now, card.umur
    names = " › ".join(x.nama for x in card.jadwal.path(a.kode)) if a.kode else ""
    events = f"{a.retensi.aktif.sejak}: {panjang(a.peristiwa)}" if a.peristiwa else ""
    lent = card.keluar
    who = card.nama.get(lent.peminjam, "") if lent else ""
    days = late(lent, card.today) if lent else 0
    until = f"{who}, sampai {panjang(lent.kembali_sebelum)}" if lent else ""
    found = (
        ("Keadaan", KEADAAN[a.keadaan]),
        ("Ditutup", panjang(a.ditutup)),
        ("Kode klasifikasi", f"{a.kode} {names}".strip()),
        ("Retensi", a.retensi.kata if a.retensi.nasib else ""),
        ("Peristiwa", events),
        ("Sekarang", "" if a.keadaan in PERGI else f"{TAHAP[age.tahap]}. {age.sebab}".strip()),
        ("Aktif sampai", panjang(age.aktif_sampai) if age.aktif_sampai else ""),
        ("Inaktif sampai", panjang(age.inaktif_sampai) if age.inaktif_sampai else ""),
        ("Dinilai", NASIB_AKHIR.get(a.penilaian, "")),
        ("Tempat simpan", told(a.tempat, card.tempat)),
        ("Arsip vital", _vital(card) if a.vital else ""),
        ("Dipinjam", f"{until}{f', terlambat {days} hari' if days else ''}" if lent else ""),
        ("Ditahan", "" if a.keadaan in PERGI else card.halangan.ditahan),
        ("Di usul", card.halangan.diusulkan),
        ("Pergi", panjang(a.pergi) if a.pergi else ""),
        ("Dicatat", panjang(local(a.dicatat, zona).date()) if a.dicatat else ""),
    )
    return [(name, text) for name, text in found if text]


def _vital(card: Kartu) -> str:
    a = card.tegak.now
    where = told(a.cadangan, card.tempat)
    return lacks(a, card.tempat) or f"Salinan cadangan: {where}"


def holds(card: Kartu, zona: str) -> Tabel | None:
    """Every hold that was put, with its reason."""
    if not card.penahanan:
        return None
    rows = tuple(
        (
            Sel(SEBAB[x.sebab], catatan=card.alasan.get(x.alasan, "")),
            Sel(card.nama.get(x.oleh, "")),
            Sel(panjang(local(x.sejak, zona).date())),
            Sel("Dilepas" if x.dilepas else "Berlaku", bentuk=None if x.dilepas else "menunggu"),
        )
        for x in card.penahanan
    )
    head = tuple(map(Kolom, ("Sebab", "Oleh", "Sejak", "Keadaan")))
    return Tabel("penahanan", "Penahanan", head, rows)


def loans(card: Kartu, zona: str) -> Tabel | None:
    """The loan card."""
    if not card.pinjaman:
        return None
    rows = tuple(
        (
            Sel(card.nama.get(x.peminjam, ""), catatan=card.alasan.get(x.keperluan, "")),
            Sel(panjang(local(x.dipinjam, zona).date())),
            Sel(
                panjang(x.kembali_sebelum),
                catatan=f"diperpanjang {x.perpanjangan} kali" if x.perpanjangan else "",
            ),
            Sel(panjang(local(x.kembali, zona).date()) if x.kembali else "belum"),
        )
        for x in card.pinjaman
    )
    head = tuple(map(Kolom, ("Peminjam", "Dipinjam", "Kembali sebelum", "Kembali")))
    return Tabel("kartu", "Kartu pinjam", head, rows)
