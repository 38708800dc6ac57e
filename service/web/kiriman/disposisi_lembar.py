"""A disposisi in words: its lines on the page, and the official sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask import url_for

from service.acts.lihat.penerima import is_for
from service.domain.disposisi import (
    DIKIRIM,
    DITERIMA,
    DITERUSKAN,
    ISI,
    KEADAAN,
    SELESAI,
    SIFAT,
    TERBUKA,
    Disposisi,
)
from service.domain.kiriman import Kiriman
from service.domain.tanggal import hari_tanggal, local, panjang, pukul, tanggal_surat
from service.face.isi import Bentuk, Tautan
from service.face.isi_register import BarisDisposisi
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known
from service.web.kata.kiriman import SIFAT as SIFAT_SURAT
from service.web.kiriman.disposisi_isian import result_form

BENTUK: dict[str, Bentuk] = {
    DIKIRIM: "baru",
    DITERIMA: "berjalan",
    DITERUSKAN: "selesai",
    SELESAI: "selesai",
}
BARIS_KOSONG = 4  # lines left for the hand


@dataclass(frozen=True)
class LembarDisposisi:
    """The sheet as it is printed."""

    kop: tuple[str, ...]
    alamat: tuple[str, ...]
    surat: tuple[tuple[str, str], ...]
    sifat: tuple[tuple[str, bool], ...]
    kepada: tuple[tuple[str, str], ...]  # to whom, and until when
    isi: tuple[tuple[str, bool], ...]
    catatan: tuple[tuple[str, str], ...]  # whose, and the words
    tempat_tanggal: str
    jabatan: str
    nama: str
    rahasia: bool


def lines_of(kiriman: Kiriman, rows: Sequence[Disposisi]) -> tuple[BarisDisposisi, ...]:
    """The lines of a letter, oldest first."""
    zona = _zona(kiriman.instansi)
    names = house().lists.nama_orang({id_ for one in rows for id_ in (one.dari, one.oleh) if id_})
    today = local(house().clock.now(), zona).date()
    told = (
        BarisDisposisi(
            dari=f"{names.get(one.dari, '')}, {one.dari_sebagai}",
            kepada=one.kepada_nama,
            isi=tuple(ISI[kode] for kode in one.isi if kode in ISI),
            catatan=one.catatan,
            sifat=SIFAT.get(one.sifat, one.sifat),
            batas=hari_tanggal(one.batas) if one.batas else "",
            lewat=bool(one.batas and one.batas < today and one.keadaan in TERBUKA),
            waktu=_when(one.dibuat, zona),
            iso=one.dibuat.isoformat(),
            keadaan=KEADAAN[one.keadaan],
            bentuk=BENTUK[one.keadaan],
            jejak=_trace(one, names, zona),
            hasil=one.hasil,
            versi=one.versi,
        )
        for one in rows
    )
    return tuple(_with_buttons(line, one) for line, one in zip(told, rows, strict=True))


def _with_buttons(baris: BarisDisposisi, one: Disposisi) -> BarisDisposisi:
    if one.keadaan not in TERBUKA or not is_for(one, hadir()):
        return baris
    at = url_for("disposisi.take", disposisi_id=one.id) if one.keadaan == DIKIRIM else ""
    on = Tautan("Teruskan…", url_for("disposisi.ask", disposisi_id=one.id))
    return replace(baris, terima=at, selesai=result_form(one), teruskan=on)


def _trace(one: Disposisi, names: dict[str, str], zona: str) -> str:
    who = names.get(one.oleh, "")
    told = []
    if one.diterima:
        told.append(f"diterima {who} {_when(one.diterima, zona)}")
    if one.selesai and one.keadaan in (SELESAI, DITERUSKAN):
        told.append(f"{KEADAAN[one.keadaan].lower()} {_when(one.selesai, zona)}")
    return "; ".join(told)


def _when(moment: datetime, zona: str) -> str:
    return f"{panjang(local(moment, zona).date())} {pukul(moment, zona)}"


def _zona(kode: str) -> str:
    return next((one.zona for one in at_work() if one.id == kode), "WIB")


def sheet_of(kiriman: Kiriman, rows: Sequence[Disposisi]) -> LembarDisposisi:
    """The sheet with what was said; where nothing was, with room for the hand."""
    instansi, zona = known(kiriman.instansi), _zona(kiriman.instansi)
    surat, kop = kiriman.surat, instansi.kop if instansi else None
    asked = {kode for one in rows for kode in one.isi}
    manner = {one.sifat for one in rows} or {surat.sifat}
    names = house().lists.nama_orang({one.dari for one in rows})
    last = rows[-1] if rows else None
    signed = panjang(local(last.dibuat, zona).date()) if last else "…………………………"
    kota = f"{instansi.kota}, " if instansi and instansi.kota else ""
    return LembarDisposisi(
        kop=(
            *(kop.induk if kop else ()),
            (kop.nama if kop else "") or nama_instansi(kiriman.instansi),
        ),
        alamat=kop.alamat if kop else (),
        surat=(
            ("Surat dari", surat.pengirim),
            ("Nomor surat", surat.nomor),
            ("Tanggal surat", tanggal_surat(surat.tanggal)),
            ("Sifat surat", SIFAT_SURAT.get(surat.sifat, surat.sifat)),
            ("Diterima", _when(kiriman.diterima, zona)),
            ("Nomor agenda", kiriman.nomor_agenda),
            ("Perihal", surat.perihal or kiriman.nama),
        ),
        sifat=tuple((kata, kode in manner) for kode, kata in SIFAT.items() if kode != "biasa"),
        kepada=tuple(_to(one) for one in rows) + (("", ""),) * max(0, BARIS_KOSONG - len(rows)),
        isi=tuple((kata, kode in asked) for kode, kata in ISI.items()),
        catatan=_words(rows),
        tempat_tanggal=f"{kota}{signed}",
        jabatan=rows[0].dari_sebagai if rows else (instansi.sebutan("ppid") if instansi else ""),
        nama=names.get(rows[0].dari, "") if rows else "",
        rahasia=kiriman.rahasia,
    )


def _to(one: Disposisi) -> tuple[str, str]:
    return one.kepada_nama, f"batas {panjang(one.batas)}" if one.batas else ""


def _words(rows: Sequence[Disposisi]) -> tuple[tuple[str, str], ...]:
    """Each note once, with all it was meant for."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in rows:
        if one.catatan:
            found.setdefault((one.dari_sebagai, one.catatan), []).append(one.kepada_nama)
    return tuple(
        (f"{dari} kepada {', '.join(kepada)}", kata) for (dari, kata), kepada in found.items()
    )
