"""Lines of the registers in words: whole, as the law's columns ask, and short, for the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain import samar
from service.domain.disposisi import Disposisi
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Fisik, Kiriman
from service.domain.permohonan import Permohonan
from service.domain.tanggal import hari, hari_tanggal, local, panjang, tanggal_surat
from service.face.isi import Sel, Tautan
from service.ports.register import Keluar
from service.web.kata.kiriman import SIFAT, of_kiriman

KONDISI = {"baik": "baik", "rusak_ringan": "rusak ringan", "rusak_berat": "rusak berat"}
KOSONG = "–"
SEGERA = timedelta(days=5)


@dataclass(frozen=True)
class Baris:
    """One line: all columns of the book, and the cells of the screen."""

    penuh: tuple[str, ...]
    sel: tuple[Sel, ...]


@dataclass(frozen=True)
class Sekitar:
    """What lines lean on besides their own row."""

    zona: str
    hari_ini: date
    unit: Callable[[str], str]
    jenis: Callable[[str], str]
    files: dict[str, int]
    disposisi: dict[str, list[Disposisi]]
    tangani: Callable[[str], bool]  # whether the person handles matters of a unit
    tanpa: dict[str, Tautan]  # what stands where a number would, by kiriman


def masuk(one: Kiriman, at: Sekitar) -> Baris:
    """A line of the agenda of what came in."""
    surat, keadaan = one.surat, of_kiriman(one)
    terima, when = _day(one.diterima, at.zona), tanggal_surat(surat.tanggal)
    perihal, sifat = surat.perihal or one.nama, SIFAT.get(surat.sifat, surat.sifat)
    files = at.files.get(one.id, 0)
    jenis = at.jenis(one.jenis) if one.jenis else ""
    kepada = kepada_of(at.disposisi.get(one.id, ()))
    kertas, unit = fisik(one.fisik), at.unit(one.unit)
    nomor, here, tanpa = one.nomor_agenda, f"/kiriman/{one.id}", at.tanpa.get(one.id)
    told = "-".join(reversed(surat.tanggal.split("-")))
    lines = (surat.nomor, told, surat.pengirim, perihal, sifat, jenis, str(files), unit, kepada)
    return Baris(
        (
            nomor,
            _pendek(one.diterima, at.zona),
            *lines,
            "; ".join(filter(None, (kertas, keadaan.kata, tanpa.teks if tanpa else ""))),
        ),
        (
            _number(nomor, here, tanpa, terima),
            Sel(surat.nomor or KOSONG, catatan=when),
            Sel(surat.pengirim or KOSONG),
            Sel(perihal, here * bool(tanpa and tanpa.alamat), catatan=_dotted(jenis, sifat, files)),
            Sel(unit or KOSONG, catatan=kepada and f"disposisi: {kepada}"),
            Sel(_where(one.fisik)),
            Sel(keadaan.kata, bentuk="dikecualikan" if one.rahasia else keadaan.bentuk),
        ),
    )


def _number(nomor: str, here: str, tanpa: Tautan | None, terima: str) -> Sel:
    """The number; of a twin whose it is, so that its own page is reached by its perihal."""
    if nomor or not tanpa:
        return Sel(nomor or "belum bernomor", here, catatan=terima)
    return Sel(tanpa.teks, tanpa.alamat or here, catatan=terima)


def _dotted(jenis: str, sifat: str, files: int) -> str:
    return " · ".join(filter(None, (jenis, sifat, f"{files} file")))


def keluar(one: Keluar, at: Sekitar) -> Baris:
    """A line of the agenda of what went out."""
    naskah = one.naskah
    isian = naskah.isian
    perihal = str(isian.get("perihal") or isian.get("tentang") or one.judul)
    kepada = str(isian.get("kepada") or isian.get("tujuan") or "")
    tanggal = panjang(naskah.tanggal) if naskah.tanggal else ""
    jenis, unit = naskah.jenis.replace("_", " ").capitalize(), at.unit(one.unit)
    keadaan = naskah.keadaan.replace("_", " ").capitalize()
    return Baris(
        (
            naskah.nomor,
            f"{naskah.tanggal:%d-%m-%Y}" if naskah.tanggal else "",
            jenis,
            kepada,
            perihal,
            unit,
            keadaan,
        ),
        (
            Sel(naskah.nomor, f"/naskah/{naskah.id}", catatan=tanggal),
            Sel(jenis),
            Sel(kepada or KOSONG),
            Sel(perihal),
            Sel(unit or KOSONG),
            Sel(keadaan),
        ),
    )


def permohonan(one: Permohonan, at: Sekitar) -> Baris:
    """A line of the register of requests, in the columns of the law."""
    isian, k = one.isian, one.keputusan
    nama, alamat, kontak = _pemohon(isian.nama, isian.alamat, isian.telepon, isian.surel, one, at)
    nomor, tanggal = one.nomor_daftar, _day(one.diterima, at.zona)
    putusan = p.KEPUTUSAN.get(k.keputusan, "")
    state = p.KEADAAN.get(one.keadaan, one.keadaan)
    biaya = f"Rp{k.biaya:,}".replace(",", ".") if k.biaya else ""
    due = panjang(one.tenggat)
    answered = one.keadaan in p.USAI
    return Baris(
        (
            nomor,
            _pendek(one.diterima, at.zona),
            nama,
            alamat,
            kontak,
            isian.pekerjaan if at.tangani(one.unit) else samar.alamat(isian.pekerjaan),
            isian.rincian,
            isian.tujuan,
            p.DIKUASAI.get(k.dikuasai, ""),
            p.BENTUK.get(k.bentuk, ""),
            p.JENIS_PERMINTAAN.get(k.jenis, ""),
            putusan,
            k.alasan,
            _columned(k.pemberitahuan),
            _columned(k.pemberian),
            "; ".join(filter(None, (biaya, k.cara_bayar))),
        ),
        (
            Sel(nomor or "belum bernomor", f"/permohonan/{one.id}", catatan=tanggal),
            Sel(nama, catatan=kontak),
            Sel(_short(isian.rincian)),
            Sel(_short(isian.tujuan)),
            Sel(due, catatan="diperpanjang" if one.diperpanjang else ""),
            Sel(putusan or KOSONG, catatan=_written(k.pemberitahuan)),
            _stands(state, one.tenggat, at.hari_ini, answered=answered),
        ),
    )


def keberatan(one: Keberatan, at: Sekitar) -> Baris:
    """A line of the register of objections, in the columns of the law."""
    isian, t = one.isian, one.tanggapan
    nama, alamat, kontak = _pemohon(isian.nama, isian.alamat, isian.telepon, isian.surel, one, at)
    kuasa = isian.pemberi_kuasa
    if kuasa and not at.tangani(one.unit):
        kuasa = samar.nama(kuasa)
    nomor, tanggal = one.nomor, _day(one.diterima, at.zona)
    answered = one.keadaan in b.USAI
    state = b.KEADAAN.get(one.keadaan, one.keadaan)
    grounds = ", ".join(one.alasan)
    return Baris(
        (
            nomor,
            _pendek(one.diterima, at.zona),
            isian.nomor_permohonan,
            nama,
            alamat,
            kontak,
            kuasa,
            isian.tujuan,
            "; ".join(f"{one}. {b.ALASAN[one]}" for one in one.alasan),
            isian.kasus_posisi,
            f"{one.tenggat:%d-%m-%Y}",
            _columned(t.tanggal),
            t.isi,
            ", ".join(filter(None, (t.nama, t.jabatan))),
        ),
        (
            Sel(nomor or "belum bernomor", f"/keberatan/{one.id}", catatan=tanggal),
            Sel(isian.nomor_permohonan or KOSONG),
            Sel(nama, catatan=kontak),
            Sel(f"Huruf {grounds}" if grounds else KOSONG, catatan=_timely(one)),
            Sel(panjang(one.tenggat)),
            Sel(_written(t.tanggal) or KOSONG, catatan=b.PUTUSAN.get(one.surat.putusan, t.nama)),
            _stands(state, one.tenggat, at.hari_ini, answered=answered),
        ),
    )


def _timely(one: Keberatan) -> str:
    """Whether it came before its ground opened, or after it could be filed."""
    told = ("diajukan lebih awal" * one.dini, "diajukan lewat batas" * one.lewat)
    return " · ".join(filter(None, told))


def _stands(state: str, tenggat: date, today: date, *, answered: bool) -> Sel:
    """Where a line stands, with what its term makes urgent of it."""
    if answered:
        return Sel(state, bentuk="selesai")
    if tenggat < today:
        return Sel("Lewat tenggat", bentuk="lewat")
    if tenggat == today:
        return Sel("Jatuh tempo hari ini", bentuk="menunggu")
    near = tenggat - today <= SEGERA
    return Sel("Segera jatuh tempo" if near else state, bentuk="menunggu" if near else "berjalan")


def _where(one: Fisik | None) -> str:
    if one is None:
        return KOSONG
    return one.lokasi or "belum ada lokasi"


def kepada_of(some: Sequence[Disposisi]) -> str:
    """To whom a letter was given."""
    return ", ".join(dict.fromkeys(one.kepada_nama for one in some))


def fisik(one: Fisik | None) -> str:
    """The paper twin in one line."""
    if one is None:
        return ""
    where = one.lokasi or "lokasi belum dicatat"
    many = f"{one.jumlah} {one.satuan}" if one.jumlah else ""
    return ", ".join(filter(None, (where, many, one.tingkat, KONDISI.get(one.kondisi, ""))))


def _pemohon(
    nama: str, alamat: str, telepon: str, surel: str, one: Permohonan | Keberatan, at: Sekitar
) -> tuple[str, str, str]:
    if at.tangani(one.unit):
        return nama, alamat, ", ".join(filter(None, (telepon, surel)))
    return samar.nama(nama), samar.alamat(alamat), samar.kontak(telepon, surel)


def _day(moment: datetime, zona: str) -> str:
    return panjang(local(moment, zona).date())


def _pendek(moment: datetime, zona: str) -> str:
    """A date as the columns of a book have room for."""
    return f"{local(moment, zona):%d-%m-%Y}"


def _written(iso: str) -> str:
    return hari_tanggal(date.fromisoformat(iso)) if iso else ""


def _columned(iso: str) -> str:
    """Day and date where a column is narrow."""
    return f"{hari(date.fromisoformat(iso))}, {date.fromisoformat(iso):%d-%m-%Y}" if iso else ""


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117].rstrip()}…"
