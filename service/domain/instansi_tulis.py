"""Writing an instansi.toml that `read_text` reads back as the same agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from service.domain.instansi import Instansi, Kop, TataNaskah, Tenggat, UnitKerja
from service.domain.jam_kerja import Jam, write_jam
from service.domain.kalender import Kalender
from service.domain.pejabat import TERTULIS, Pejabat
from service.domain.seri import Lanjut, Seri
from service.domain.tanggal import HARI

Isi = str | int | float | bool | date | tuple[str, ...] | Mapping[str, "Isi"] | None
_LEPAS = {'"': '\\"', "\\": "\\\\"}


def write(one: Instansi) -> str:
    """The agency as the text of its file."""
    return "\n".join(_lines(one)) + "\n"


def _lines(one: Instansi) -> Iterator[str]:
    yield from _pairs(
        nama=one.nama,
        singkatan=one.singkatan,
        kota=one.kota,
        zona=one.zona,
        laman=one.laman,
        surel=one.surel,
        warna=one.warna,
        tafsir=one.tafsir,
    )
    yield from _table("kop", _kop(one.kop))
    for unit in one.unit:
        yield from _table("unit", _unit(unit), "[[]]")
    for pejabat in one.pejabat:
        yield from _table("pejabat", _pejabat(pejabat), "[[]]")
    yield "\n[peran]"
    for peran in one.peran:
        isi: dict[str, Isi] = {
            "sebutan": peran.sebutan,
            "jabatan": peran.jabatan,
            "kode": peran.kode,
        }
        yield from _table(f"peran.{peran.id}", isi)
    yield from _kalender(one.kalender)
    for seri in one.seri:
        yield from _table(f"seri.{_key(seri.id)}", _seri(seri))
    for tenggat in one.tenggat:
        yield from _table(f"tenggat.{_key(tenggat.id)}", _tenggat(tenggat))
    yield from _table("naskah", _naskah(one.naskah))
    yield from _table("publik", {"unit": one.publik.unit, "daftar": one.publik.daftar})


def _kop(kop: Kop) -> dict[str, Isi]:
    return {
        "jenis": kop.jenis,
        "induk": kop.induk,
        "nama": kop.nama,
        "alamat": kop.alamat,
        "logo": kop.logo,
    }


def _unit(one: UnitKerja) -> dict[str, Isi]:
    return {
        "id": one.id,
        "nama": one.nama,
        "kode": one.kode,
        "zona": one.zona,
        "sampai": one.sampai,
    }


def _pejabat(one: Pejabat) -> dict[str, Isi]:
    return {
        "gelar_depan": one.gelar_depan,
        "nama": one.nama,
        "gelar_belakang": one.gelar_belakang,
        "nip": one.nip,
        "pangkat": one.pangkat,
        "jabatan": one.jabatan,
        "sebagai": TERTULIS[one.sebagai],
        "jabatan_sendiri": one.jabatan_sendiri,
        "melalui": one.melalui,
        "unit": one.unit,
        "dasar": one.dasar,
        "mulai": one.mulai,
        "sampai": one.sampai,
    }


def _kalender(one: Kalender) -> Iterator[str]:
    yield from _table(
        "kalender",
        {
            "cuti_bersama_libur": one.cuti_bersama_libur,
            "hari_terima_dihitung": one.hari_terima_dihitung,
            "lewat_jam_ke_esok": one.lewat_jam_ke_esok,
        },
    )
    yield from _table("kalender.jam", _week(one.jam))
    yield from _table("kalender.jam_ramadan", _week(one.jam_ramadan))
    for month in one.ramadan:
        yield from _table(
            "kalender.ramadan", {"mulai": month.mulai, "sampai": month.sampai}, "[[]]"
        )


def _week(jam: tuple[Jam, ...]) -> dict[str, Isi]:
    return {HARI[n].lower(): write_jam(hours) for n, hours in enumerate(jam) if hours}


def _seri(one: Seri) -> dict[str, Isi]:
    return {
        "nama": one.nama,
        "pola": one.pola,
        "reset": one.reset,
        "sisipan": one.sisipan,
        "kode_klasifikasi": one.kode_klasifikasi,
        "lanjut": _lanjut(one.lanjut),
        "jenis": one.jenis,
        "per": one.per,
    }


def _lanjut(one: Lanjut | None) -> dict[str, Isi] | None:
    return {"tahun": one.tahun, "nomor": one.nomor} if one else None


def _tenggat(one: Tenggat) -> dict[str, Isi]:
    return {
        "jumlah": one.jumlah,
        "satuan": one.satuan,
        "dasar": one.dasar,
        "keterangan": one.keterangan,
    }


def _naskah(one: TataNaskah) -> dict[str, Isi]:
    return {
        "kertas": one.kertas,
        "huruf": one.huruf,
        "ukuran": one.ukuran,
        "huruf_keputusan": one.huruf_keputusan,
        "memorandum": one.memorandum,
        "cetak_nip": one.cetak_nip,
        "cetak_pangkat": one.cetak_pangkat,
        "unit": one.unit,
        "margin": {
            "atas": one.margin.atas,
            "bawah": one.margin.bawah,
            "kiri": one.margin.kiri,
            "kanan": one.margin.kanan,
        },
    }


def _table(name: str, isi: Mapping[str, Isi], brackets: str = "[]") -> Iterator[str]:
    half = len(brackets) // 2
    yield f"\n{brackets[:half]}{name}{brackets[half:]}"
    yield from _pairs(**isi)


def _pairs(**isi: Isi) -> Iterator[str]:
    return (
        f"{_key(key)} = {_value(value)}"
        for key, value in isi.items()
        if value not in ("", (), None)
    )


def _value(value: Isi) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _text(value)
        case date():
            return value.isoformat()
        case tuple():
            return _list(_text(one) for one in value)
        case Mapping():
            return "{ " + ", ".join(_pairs(**value)) + " }"
        case _:
            return str(value)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(values)}]"


def _text(text: str) -> str:
    return '"' + "".join(_LEPAS.get(c) or _plain(c) for c in text) + '"'


def _plain(c: str) -> str:
    return f"\\u{ord(c):04X}" if c < " " or c == "\x7f" else c


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else _text(key)
