"""The form of a naskah, made from what its pair declares; what is not typed is shown beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.domain import ruas as r
from service.domain.ruas_baku import empty
from service.domain.tanggal import panjang, read_tanggal
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.face.isi_naskah import Terlihat
from service.web.naskah.ruas import field, hint, named, official

SEL = 200  # fields of one table on a form
BARIS_AWAL = 3
TERSEBUT = 5  # items named one by one
SEMENTARA = "sementara"  # what the button sends that keeps an unfinished paper
UBAH, APA = "ubah", "apa"
KOSONG = "Baris yang kosong tidak disimpan."


@dataclass(frozen=True)
class Bahan:
    """A pair, and what is known of one paper of it."""

    pasangan: r.Pasangan
    isian: Mapping[str, Any]  # what was filled in so far
    tetap: Mapping[str, Any]  # what the instansi says of itself; never typed where it says it
    tautan: Mapping[str, Tautan]  # by jenis: where that which is only shown is changed

    def value(self, ruas: r.Ruas) -> Any:
        """What the paper has for a ruas now."""
        fixed = self.tetap.get(ruas.nama)
        return self.isian.get(ruas.nama) if empty(fixed) else fixed

    def typed(self, ruas: r.Ruas) -> bool:
        """Whether a ruas is asked for on the form."""
        if ruas.asal in r.GIVEN_LATER or ruas.jenis in (r.BUTIR, r.KOP):
            return False
        if ruas.jenis == r.DAFTAR and len(self.rows(ruas)) > most_rows(ruas):
            return False
        return ruas.asal != r.INSTANSI or empty(self.tetap.get(ruas.nama))

    def rows(self, ruas: r.Ruas) -> list[Any]:
        """The rows of a table."""
        held = self.value(ruas)
        return held if isinstance(held, list) else []

    @property
    def asked(self) -> tuple[r.Ruas, ...]:
        """Every ruas of the form, in the order of the pair."""
        return tuple(one for one in self.pasangan.ruas if self.typed(one))


def most_rows(ruas: r.Ruas) -> int:
    """How many rows of a table a form holds."""
    return max(5, SEL // max(1, len(ruas.kolom)))


def form_of(
    bahan: Bahan,
    alamat: str,
    tersembunyi: tuple[Ruas, ...] = (),
    baris: Mapping[str, int] | None = None,
) -> Formulir:
    """The form; `baris`: how many rows of each table it has, else those filled in and one more."""
    groups, plain = list[Kelompok](), list[Ruas](tersembunyi)
    tables = [one for one in bahan.asked if one.jenis == r.DAFTAR]
    many = {one.nama: (baris or {}).get(one.nama, _room(bahan, one)) for one in tables}
    for one in bahan.asked:
        if one.jenis not in (r.DAFTAR, r.PEJABAT):
            plain += _single(one, bahan.value(one))
            continue
        if plain:
            groups, plain = [*groups, Kelompok("", tuple(plain))], []
        if one.jenis == r.PEJABAT:
            fields = official(one, bahan.value(one))
            groups.append(Kelompok(one.label, fields, hint(one)))
        else:
            groups += _table(one, bahan.rows(one), many[one.nama])
    groups += [Kelompok("", tuple(plain))] if plain else []
    more = tuple(
        Tombol(f"Tambah baris: {one.label}", UBAH, f"tambah-{one.nama}")
        for one in tables
        if many[one.nama] < most_rows(one)
    )
    later = Tombol("Simpan dulu, lengkapi nanti", APA, SEMENTARA)
    files = any(one.jenis in (r.GAMBAR, r.DAFTAR_DIP) for one in bahan.asked)
    return Formulir(alamat, "Simpan naskah", tuple(groups), lain=(later, *more), berlampiran=files)


def _room(bahan: Bahan, ruas: r.Ruas) -> int:
    return min(max(len(bahan.rows(ruas)) + 1, BARIS_AWAL), most_rows(ruas))


def _single(ruas: r.Ruas, value: Any) -> list[Ruas]:
    one = field(ruas, value, named(ruas.nama))
    if one.jenis != "file" or empty(value):
        return [one]
    kept = f"Sudah ada: {said(ruas, value)}. Pilih file hanya bila hendak menggantinya."
    there = field(_hinted(ruas, kept), value, named(ruas.nama))
    if ruas.wajib:
        return [there]
    drop = Ruas(
        named(ruas.nama, "hapus"),
        f"Hapus {ruas.label[:1].lower()}{ruas.label[1:]}",
        jenis="centang",
        wajib=False,
        pilihan=(Pilihan("ya", "Ya, hapus dari naskah ini"),),
    )
    return [there, drop]


def _hinted(ruas: r.Ruas, kata: str) -> r.Ruas:
    return r.Ruas(
        *(ruas.nama, ruas.label, ruas.jenis, ruas.asal, ruas.wajib, ruas.contoh),
        petunjuk=f"{kata} {ruas.petunjuk}".strip(),
    )


def _table(ruas: r.Ruas, rows: list[Any], many: int) -> list[Kelompok]:
    told = [row if isinstance(row, Mapping) else {} for row in rows[:many]]
    told += [{}] * (many - len(told))
    return [
        Kelompok(
            f"{ruas.label}, baris {n}",
            tuple(field(k, row.get(k.nama), named(ruas.nama, n, k.nama)) for k in ruas.kolom),
            hint(ruas, KOSONG) if n == 1 else "",
        )
        for n, row in enumerate(told, 1)
    ]


# --- what is only shown ----------------------------------------------------------------------


def shown(bahan: Bahan) -> tuple[Terlihat, ...]:
    """What the paper takes from elsewhere, in words, each with where it is changed."""
    return tuple(
        Terlihat(one.label, _told(bahan, one), bahan.tautan.get(one.jenis))
        for one in bahan.pasangan.ruas
        if not bahan.typed(one)
    )


def _told(bahan: Bahan, ruas: r.Ruas) -> str:
    if ruas.asal == r.NOMOR:
        return "Diberikan saat naskah disetujui."
    if ruas.asal == r.TANGGAL:
        by_hand = bahan.pasangan.tanggal == r.TULIS_TANGAN
        return "Ditulis tangan." if by_hand else "Diberikan saat naskah disetujui."
    value = bahan.value(ruas)
    if empty(value):
        return "Belum ada."
    more = "; terlalu banyak untuk formulir ini, jadi tetap seperti adanya"
    return said(ruas, value) + (more if ruas.jenis == r.DAFTAR else "")


def said(ruas: r.Ruas, value: Any) -> str:
    """A value in a few words."""
    match ruas.jenis:
        case r.KOP if isinstance(value, Mapping):
            return str(value.get("nama", ""))
        case r.PEJABAT if isinstance(value, Mapping):
            office = f"{value.get('sebagai', '')}{value.get('jabatan', '')}"
            return ", ".join(one for one in (str(value.get("nama", "")), office) if one)
        case r.BUTIR if isinstance(value, list):
            return _items(value)
        case r.DAFTAR_DIP if isinstance(value, list):
            lines = sum(len(one.get("baris", ())) for one in value if isinstance(one, Mapping))
            return f"{lines} informasi dalam {len(value)} golongan"
        case r.DAFTAR if isinstance(value, list):
            return f"{len(value)} baris"
        case r.GAMBAR:
            return "satu gambar"
        case r.TANGGAL if found := _day(value):
            return found
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _day(value: Any) -> str:
    found = read_tanggal("-".join(reversed(str(value).split("-"))))
    return panjang(found) if found else ""


def _items(value: list[Any]) -> str:
    names = [str(one.get("judul", "")) for one in value if isinstance(one, Mapping)]
    rest = f", dan {len(names) - TERSEBUT} lagi" if len(names) > TERSEBUT else ""
    return f"{len(value)} butir: {'; '.join(names[:TERSEBUT])}{rest}"
