"""The page of one matter, in the words and shapes it is shown in."""

from __future__ import annotations

from typing import Any

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.acts.lihat.berkas import is_unit
from service.acts.register import sengketa
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.hitung_hari import HITUNG, TERIMA
from service.domain.sop.bahan import Bahan
from service.domain.sop.bentuk import PER_UNIT, Langkah, Sop
from service.domain.sop.jejak import Jejak
from service.domain.sop.tempuh import behind
from service.domain.tanggal import hari_tanggal, local, panjang
from service.domain.wewenang import Act, Hadir
from service.face import isi
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.ports import House
from service.web.berkas import isian
from service.web.berkas import masukan as berkas_masukan
from service.web.berkas.daftar import today
from service.web.berkas.edisi_muka import edition
from service.web.berkas.ingat import reminder
from service.web.berkas.rapat_muka import section
from service.web.berkas.ruas import at
from service.web.berkas.uji_isi import is_tested, unproved
from service.web.dasar import kenangan
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment, outcome, stands, words
from service.web.kata.jejak import events, who

JEJAK = (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"))
BAHAN = (Kolom("Bahan"), Kolom("Keadaan"), Kolom("Cukup bila"), Kolom("Dicatat"))
BUTIR = (Kolom("Butir"), Kolom("Hasil"))
HARI = (Kolom("Hari"), Kolom("Hitungan"))


def page(house: House, oleh: Hadir, whole: Penuh, wrong: Formulir | None = None) -> dict[str, Any]:
    """All that the page shows."""
    berkas, sop = whole.berkas, whole.jalan.sop
    zona = zona_of(oleh, at_work())
    kata, bentuk = stands(berkas, today(house, oleh))
    names = _names(house, whole)
    forms = [wrong] if wrong else isian.forms(house, whole)
    return {
        "judul": berkas.judul,
        "jejak": _trail(whole),
        "bagan": url_for("sop.way", berkas_id=berkas.id),
        "jilidan": url_for("jilid.show", berkas_id=berkas.id),
        "garis_waktu": url_for("berkas_garis.show", berkas_id=berkas.id),
        "uji": url_for("berkas_uji.show", berkas_id=berkas.id) if is_tested(whole) else "",
        "edisi": edition(house, oleh, whole),
        "tas": _bag(oleh, berkas),
        "keadaan": (kata, bentuk),
        "sengketa": _dispute(house, oleh, berkas),
        "sifat": (*_traits(whole, names, zona), *_reminded(house, berkas)),
        "langkah": _way(whole, names, zona),
        "sekarang": _now(whole),
        "rapat": section(house, oleh, whole, zona),
        "masukan": berkas_masukan.section(whole, zona),
        "formulir": forms,
        "berjalan": berkas.keadaan == BERJALAN,
        "jarang": tuple(at(whole, one) for one in isian.JARANG),
        "bahan": _things(whole, names, zona),
        "butir": Tabel("butir", "Butir", BUTIR, _items(whole)) if whole.butir else None,
        "anak": [_below(one, sop) for one in whole.anak],
        "hitungan": _days(whole),
        "peristiwa": events(house, berkas, names, zona),
    }


def _dispute(house: House, oleh: Hadir, berkas: Berkas) -> Tautan | None:
    """The dispute whose ruling opened this matter."""
    with house.ledger.read() as reading:
        found = sengketa.of_berkas(reading, oleh, berkas.id)
    if found is None:
        return None
    return Tautan(f"Sengketa {found.nomor}", url_for("sengketa.show", sengketa_id=found.id))


def _bag(oleh: Hadir, berkas: Berkas) -> str:
    """Where its bag is, for who keeps archives."""
    keeps = berkas.dossier and oleh.may(Act.ARCHIVE, berkas.instansi, berkas.unit)
    return url_for("tas.show", berkas_id=berkas.id) if keeps else ""


def _names(house: House, whole: Penuh) -> dict[str, str]:
    ids = {whole.berkas.oleh, whole.berkas.pemilik, *(one.oleh for one in whole.jejak)}
    ids |= {one.oleh for one in whole.ada} | {one.atas_nama for one in whole.jejak}
    ids.add(whole.atas_nama)
    return house.lists.nama_orang(ids)


def _trail(whole: Penuh) -> tuple[Tautan, ...]:
    if whole.induk is None:
        return JEJAK
    above = Tautan(whole.induk.judul, url_for("berkas.show", berkas_id=whole.induk.id))
    return (*JEJAK, above)


def _traits(whole: Penuh, names: dict[str, str], zona: str) -> tuple[tuple[str, str], ...]:
    berkas, sop = whole.berkas, whole.jalan.sop
    unit = unit_name(berkas.instansi, berkas.unit)
    traits = [
        ("SOP", f"{sop.judul}{f' ({sop.nomor})' if sop.nomor else ''}"),
        ("Instansi", nama_instansi(berkas.instansi)),
        ("Unit", unit),
        ("Kirimannya", _went(whole)),
        ("Dibuka", moment(berkas.dibuka, zona)),
        ("Masa", berkas.masa),
        ("Dikerjakan", who(names, berkas.pemilik, whole.atas_nama)),
        ("Norma langkah ini", f"sampai {moment(berkas.norma, zona)}" if berkas.norma else ""),
        ("Tenggat hukum", hari_tanggal(berkas.tenggat) if berkas.tenggat else ""),
        ("Ditunda sejak", moment(berkas.ditunda, zona) if berkas.ditunda else ""),
        ("Selesai", moment(berkas.ditutup, zona) if berkas.ditutup else ""),
        ("Dikembalikan", f"{berkas.putaran} kali" if berkas.putaran else ""),
        ("Sifat", "Rahasia: hanya terlihat oleh yang berwenang" if berkas.rahasia else ""),
    ]
    return tuple((name, value) for name, value in traits if value)


def _went(whole: Penuh) -> str:
    """Said where the letter went to another unit and the matter stayed, because it was begun."""
    if whole.letak_surat is None:
        return ""
    there = unit_name(whole.berkas.instansi, whole.letak_surat) or "seluruh instansi"
    return (
        f"sudah dipindah ke {there}; berkas ini tetap di sini karena sudah dikerjakan"
        f"{', dan dapat Anda pindahkan di bawah' if whole.pindah else ''}"
    )


def _reminded(house: House, berkas: Berkas) -> tuple[tuple[str, str], ...]:
    told = reminder(house, berkas)
    return (("Pengingat", told),) if told else ()


def _way(whole: Penuh, names: dict[str, str], zona: str) -> list[isi.Langkah]:
    """The SOP as one line downwards, with what happened at each row."""
    sop = whole.jalan.sop
    rows = sop.rows(whole.berkas.bagian)
    done = _done(whole, rows)
    return [_step(whole, row, names, zona, done=row.id in done) for row in rows]


def _done(whole: Penuh, rows: tuple[Langkah, ...]) -> frozenset[str]:
    berkas = whole.berkas
    last = next((one.langkah for one in reversed(whole.jejak) if not one.dilewati), "")
    stands = berkas.langkah or (last if berkas.keadaan == DIBATALKAN else "")
    return behind(rows, whole.jejak, stands, satu_unit=is_unit(berkas))


def _step(
    whole: Penuh, row: Langkah, names: dict[str, str], zona: str, *, done: bool
) -> isi.Langkah:
    sop, berkas = whole.jalan.sop, whole.berkas
    been = [one for one in whole.jejak if one.langkah == row.id]
    over = [one for one in been if one.keluar and not one.kembali]
    here = row.id == berkas.langkah
    return isi.Langkah(
        nomor=str(row.nomor) if row.nomor else "",
        kegiatan=row.kegiatan,
        letak="di_sini" if here else "sudah" if done else "nanti",
        pelaksana=", ".join(sop.sebutan(one) for one in row.pelaksana),
        waktu=row.waktu.kata,
        catatan=_note(over[-1], names, zona) if done and over else "",
        lewat=here and whole.lewat,
        kembali=tuple(
            f"Dikembalikan {panjang(local(one.keluar, zona).date())}: {words(one.hasil).lower()}"
            for one in been
            if one.kembali and one.keluar
        ),
        tafsir=row.tafsir,
    )


def _note(one: Jejak, names: dict[str, str], zona: str) -> str:
    if one.dilewati:
        return "dilewati: tidak ada butir dengan hasil itu"
    on = panjang(local(one.keluar, zona).date()) if one.keluar else ""
    by = who(names, one.oleh, one.atas_nama)
    hasil = f", {words(one.hasil).lower()}" if one.hasil else ""
    return f"selesai {on}{f' oleh {by}' if by else ''}{hasil}"


def _now(whole: Penuh) -> dict[str, Any] | None:
    """What the step asks for, where the matter is under way."""
    row = whole.langkah
    if row is None or whole.berkas.keadaan != BERJALAN:
        return None
    sop = whole.jalan.sop
    act = next((one for one in row.tahap if one.id == whole.berkas.tahap), None)
    actors = act.pelaksana if act else row.pelaksana
    return {
        "kegiatan": act.kegiatan if act else row.kegiatan,
        "pelaksana": ", ".join(sop.sebutan(one) for one in actors),
        "kurang": whole.kurang,
        "belum": whole.belum,
        "bukti": unproved(whole),
        "unit": whole.keadaan.unit_berjalan,
        "per_unit": row.untuk == PER_UNIT and not is_unit(whole.berkas),
        "giliran": whole.giliran,
    }


def _things(whole: Penuh, names: dict[str, str], zona: str) -> Tabel:
    """What the SOP names, how each stands, and who laid it down."""
    rows, here = [], whole.langkah.cukup if whole.langkah else {}
    for thing in named(whole.jalan.sop, whole.berkas.bagian, whole.jalan.bahan):
        state = whole.keadaan.ada.get(thing.id, "")
        last = next(
            (x for x in reversed(whole.ada) if x.bahan == thing.id and x.dicabut is None), None
        )
        wanted = here.get(thing.id, thing.cukup)
        enough = bool(state) and thing.is_enough(state, wanted)
        who = f"{names.get(last.oleh, '')}, {moment(last.sejak, zona)}" if last else "–"
        note = " · ".join(filter(None, (last.nomor, last.catatan))) if last else ""
        rows.append(
            (
                Sel(thing.nama, _file(last)),
                Sel(words(state) if state else "belum ada", bentuk="selesai" if enough else "baru"),
                Sel(words(wanted)),
                Sel(who, catatan=note),
            )
        )
    return Tabel("bahan", "Bahan", BAHAN, tuple(rows))


def _file(one: Ada | None) -> str:
    return kenangan.original(one.file) if one else ""


def named(sop: Sop, bagian: str, bahan: dict[str, Bahan]) -> list[Bahan]:
    """The things that the rows of a part need or make, in the order in which they come."""
    keys = dict[str, None]()
    for row in sop.rows(bagian):
        for one in row.kelengkapan:
            keys.setdefault(one.bahan)
        for name in row.semua_keluaran:
            keys.setdefault(name)
    return [bahan[key] for key in keys]


def _items(whole: Penuh) -> tuple[tuple[Sel, ...], ...]:
    return tuple(
        (
            Sel(
                f"{one.urut}. {one.judul}",
                url_for("berkas_butir.show", berkas_id=one.berkas, butir_id=one.id),
            ),
            Sel(kata, bentuk=bentuk),
        )
        for one in whole.butir
        for kata, bentuk in [outcome(whole.terang, one)]
    )


def _below(one: Berkas, sop: Sop) -> tuple[Tautan, str]:
    row = next((x.kegiatan for x in sop.langkah if x.id == one.langkah), "")
    state = row or one.keadaan.capitalize()
    return Tautan(one.judul, url_for("berkas.show", berkas_id=one.id)), state


def _days(whole: Penuh) -> Tabel | None:
    """The term of the law, day by day."""
    if whole.hitungan is None:
        return None
    rows = tuple(
        (
            Sel(hari_tanggal(one.tanggal), iso=one.tanggal.isoformat()),
            Sel(
                f"hari ke-{one.ke}" if one.apa == HITUNG else "tidak dihitung",
                catatan=one.sebab,
                bentuk="berjalan" if one.apa in (HITUNG, TERIMA) else None,
            ),
        )
        for one in whole.hitungan.hari
    )
    return Tabel("hitungan", "Hitungan tenggat", HARI, rows)
