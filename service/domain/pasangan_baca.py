"""The declaration of a kind of naskah, read with every fault in it and its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import Any

from service.domain import ruas as r
from service.domain.kesalahan import Kesalahan, grave
from service.domain.lembar import Lembar, open_lembar
from service.domain.nomor import unknown_tanda
from service.domain.refusals import Refusal
from service.domain.ruas_baku import baku, empty
from service.domain.ruas_bila import bila_faults, read_bila
from service.domain.ruas_butir import butir_faults
from service.domain.ruas_hari import hari_faults
from service.domain.ruas_periksa import fault, lacking
from service.domain.ruas_sumber import sumber_fault
from service.domain.wewenang import PERAN

RUAS_TERBANYAK = 100  # more than that nobody fills in on one form
KOLOM_TERBANYAK = 20
PILIHAN_TERBANYAK = 60
_NAMA = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
# Words that a template reads as its own, and what a row answers to before its columns.
_KATA_TEMPLAT = (
    "and as block call continue do elif else endfor endif endset extends false filter for from if "
    "import in include is loop macro none not or recursive self set true with without "
    "clear copy cycler dict fromkeys get items joiner keys lipsum namespace pop popitem range "
    "setdefault update values"
)
_MILIK_TEMPLAT = frozenset(_KATA_TEMPLAT.split())
_ASAL_OF = {r.NOMOR: r.NOMOR, r.DAFTAR_DIP: r.DAFTAR}  # kinds that have one source only


class PaketSalah(Refusal):
    """The declaration of a kind of naskah has faults."""

    def __init__(self, kesalahan: list[Kesalahan]) -> None:
        super().__init__("\n".join(map(str, kesalahan)))
        self.kesalahan = kesalahan


def names(jenis: str) -> tuple[str, str]:
    """The two files of a pair, below the folder of an instansi."""
    return f"naskah/{jenis}.toml", f"naskah/{jenis}.docx"


def checked(jenis: str, text: str, file: str) -> r.Pasangan:
    """The declaration, or PaketSalah with all that is wrong with it."""
    pasangan, found = read(jenis, text, file)
    if pasangan is None:
        raise PaketSalah(found)
    return pasangan


def read(jenis: str, text: str, file: str) -> tuple[r.Pasangan | None, list[Kesalahan]]:
    """The declaration, and every fault in it; None where it cannot be used."""
    pasangan, found = _read(jenis, text, file)
    return pasangan, list(found)


@lru_cache(maxsize=256)
def _read(jenis: str, text: str, file: str) -> tuple[r.Pasangan | None, tuple[Kesalahan, ...]]:
    sheet, found = open_lembar(file, text)
    if sheet is None:
        return None, tuple(found)
    seri, pola = _buku(sheet)
    tanda_tangan = sheet.one_of("tanda_tangan", r.TANDA_TANGAN, r.TUNGGAL)
    pasangan = r.Pasangan(
        jenis,
        sheet.text("nama", wajib=True),
        seri,
        pola,
        _peran(sheet, "penandatangan", wajib=tanda_tangan != r.TANPA),
        _all_ruas(sheet),
        sheet.one_of("bentuk", r.BENTUK_NASKAH, r.JUDUL),
        _peran(sheet, "paraf", wajib=False),
        tanda_tangan,
        sheet.one_of("tanggal", r.CARA_TANGGAL, r.PERSETUJUAN),
        sheet.one_of("rupa", r.RUPA, ""),
        sheet.one_of("urutan", r.URUTAN, r.BEBAS if tanda_tangan == r.TABEL else r.BERURUTAN),
        sheet.one_of("disusun_dari", tuple(r.DISUSUN), ""),
    )
    _made(sheet, pasangan)
    if not pasangan.bernomor:
        for one in pasangan.ruas:
            if one.asal == r.NOMOR:
                sheet.fault("ruas", f"Ruas '{one.nama}' meminta nomor, tetapi [buku] belum ada.")
    sheet.close()
    found.sort()
    return (None if grave(found) else pasangan), tuple(found)


def _made(sheet: Lembar, pasangan: r.Pasangan) -> None:
    """Only a paper that the program makes has ruas of it, and those that there are."""
    known = r.DISUSUN.get(pasangan.disusun_dari, frozenset())
    for one in pasangan.ruas:
        if one.asal == r.MESIN and one.nama not in known:
            told = f" Yang ada: {', '.join(sorted(known))}." if known else ""
            sheet.fault("ruas", f"Ruas '{one.nama}' tidak disediakan mesin di sini.{told}")
        elif known and one.asal not in (r.MESIN, r.INSTANSI):
            sheet.fault(
                "ruas",
                f"Ruas '{one.nama}' tidak akan terisi: naskah ini disusun sendiri, jadi asal "
                "ruasnya hanya mesin atau instansi.",
            )


def _buku(sheet: Lembar) -> tuple[str, str]:
    if not sheet.has("buku"):
        return "", ""
    buku = sheet.table("buku")
    seri, pola = buku.text("seri", wajib=True), buku.text("pola", wajib=True)
    if unknown := unknown_tanda(pola):
        buku.fault("pola", f"Tanda {', '.join(unknown)} tidak dikenal pada pola nomor.")
    return seri, pola


def _peran(sheet: Lembar, key: str, *, wajib: bool) -> tuple[str, ...]:
    named = sheet.texts(key, wajib=wajib)
    for one in named:
        if one not in PERAN:
            sheet.fault(key, f"peran '{one}' tidak dikenal. Pilihan: {', '.join(PERAN)}.")
    return named


def _all_ruas(sheet: Lembar) -> tuple[r.Ruas, ...]:
    written = sheet.any("ruas")
    if isinstance(written, list) and len(written) > RUAS_TERBANYAK:
        sheet.fault(
            "ruas",
            f"Satu naskah paling banyak {RUAS_TERBANYAK} ruas, di sini {len(written)}. Isian yang "
            "berulang ditulis sebagai satu ruas berjenis daftar dengan kolomnya.",
        )
        return ()
    sheets = sheet.tables("ruas")
    every = tuple(_ruas(one) for one in sheets)
    _once(sheet, "ruas", "Ruas", every)
    for n, key, why in (*bila_faults(every), *hari_faults(every), *butir_faults(every)):
        sheets[n].fault(key, why)
    return every


def _once(sheet: Lembar, key: str, what: str, every: tuple[r.Ruas, ...]) -> None:
    for nama, many in Counter(one.nama for one in every if one.nama).items():
        if many > 1:
            sheet.fault(key, f"{what} '{nama}' ditulis lebih dari sekali.")


def _ruas(sheet: Lembar) -> r.Ruas:
    jenis = sheet.one_of("jenis", r.JENIS, r.TEKS)
    asal = sheet.one_of("asal", r.ASAL, _ASAL_OF.get(jenis, r.PETUGAS))
    one = replace(
        _field(sheet, jenis),
        asal=asal,
        kolom=_kolom(sheet, jenis),
        isi=_isi(sheet, jenis, asal),
        butir_dari=sheet.text("butir_dari"),
        tidak_sebelum=sheet.text("tidak_sebelum"),
    )
    if jenis == r.GAMBAR or sheet.has("lebar"):
        one = replace(one, lebar=sheet.whole("lebar", r.LEBAR_GAMBAR, 5, 400))
    for need, has in ((r.NOMOR, jenis == r.NOMOR), (r.TANGGAL, jenis == r.TANGGAL)):
        if asal == need and not has:
            sheet.fault("asal", f"asal {need} hanya untuk ruas berjenis {need}.")
    if (only := _ASAL_OF.get(jenis)) and asal != only and sheet.has("asal"):
        sheet.fault("asal", f"Ruas berjenis {jenis} harus berasal dari {only}.")
    return replace(one, contoh=_contoh(sheet, one))


def _field(sheet: Lembar, jenis: str) -> r.Ruas:
    """What a ruas and a column have in common."""
    return r.Ruas(
        _nama(sheet),
        sheet.text("label", wajib=True),
        jenis,
        wajib=sheet.truth("wajib", default=not sheet.has("wajib_bila")),
        petunjuk=sheet.text("petunjuk"),
        batas=sheet.whole("batas", 0, 0, r.BATAS_TERBESAR),
        pilihan=_pilihan(sheet, jenis),
        wajib_bila=read_bila(sheet),
    )


def _nama(sheet: Lembar) -> str:
    nama = sheet.text("nama", wajib=True)
    if nama and not _NAMA.fullmatch(nama):
        sheet.fault(
            "nama",
            f"nama ruas '{nama}' hanya boleh huruf, angka, dan garis bawah, diawali huruf.",
        )
    elif nama.lower() in _MILIK_TEMPLAT:
        sheet.fault("nama", f"nama '{nama}' milik bahasa templat; pakai nama lain.")
    return nama


def _pilihan(sheet: Lembar, jenis: str) -> tuple[str, ...]:
    if jenis != r.PILIHAN:
        if sheet.has("pilihan"):
            sheet.texts("pilihan")
            sheet.fault("pilihan", f"pilihan hanya untuk jenis pilihan, bukan {jenis}.")
        return ()
    offered = sheet.texts("pilihan", wajib=True)
    if len(offered) == 1 or len(offered) > PILIHAN_TERBANYAK:
        sheet.fault("pilihan", f"pilihan harus 2 sampai {PILIHAN_TERBANYAK} jawaban.")
    if len(set(offered)) < len(offered) or "" in offered:
        sheet.fault("pilihan", "pilihan memuat jawaban kosong atau yang sama dua kali.")
    return offered


def _kolom(sheet: Lembar, jenis: str) -> tuple[r.Ruas, ...]:
    if jenis != r.DAFTAR:
        if sheet.has("kolom"):
            sheet.any("kolom")
            sheet.fault("kolom", f"kolom hanya untuk jenis daftar, bukan {jenis}.")
        return ()
    tables = sheet.tables("kolom")
    if not 1 <= len(tables) <= KOLOM_TERBANYAK:
        sheet.fault(
            "kolom",
            f"Ruas berjenis daftar memerlukan 1 sampai {KOLOM_TERBANYAK} kolom; tulis "
            "[[ruas.kolom]] untuk setiap kolomnya.",
        )
    every = tuple(_one_kolom(one) for one in tables)
    _once(sheet, "kolom", "Kolom", every)
    return every


def _one_kolom(sheet: Lembar) -> r.Ruas:
    jenis = sheet.one_of("jenis", r.KOLOM, r.TEKS)
    one = _field(sheet, jenis)
    value = baku(one, sheet.any("contoh"))
    if why := fault(one, value):
        sheet.fault("contoh", f"contoh {why}.")
    return replace(one, contoh=value)


def _isi(sheet: Lembar, jenis: str, asal: str) -> str:
    isi = sheet.text("isi")
    if asal == r.BERKAS:
        if not isi:
            sheet.fault("isi", "Ruas yang berasal dari berkas memerlukan isi, yaitu sumbernya.")
        elif why := sumber_fault(isi, jenis):
            sheet.fault("isi", why)
    elif isi and not (asal == r.INSTANSI and jenis == r.PEJABAT):
        sheet.fault("isi", "isi hanya untuk asal berkas, atau peran pejabat yang asalnya instansi.")
    elif isi and isi not in PERAN:
        sheet.fault("isi", f"peran '{isi}' tidak dikenal. Pilihan: {', '.join(PERAN)}.")
    return isi


def _contoh(sheet: Lembar, one: r.Ruas) -> Any:
    """The sample of a ruas as it is kept; a picture has none."""
    written = sheet.any("contoh")
    value = baku(one, written)
    if one.jenis == r.GAMBAR:
        if not empty(written):
            sheet.fault("contoh", "Ruas berjenis gambar tidak memerlukan contoh; hapus barisnya.")
        return ""
    if written is None or (one.wajib and empty(value)):
        sheet.fault("contoh", f"contoh belum ada; tulis contoh isian {one.label or one.nama}.")
    elif why := fault(one, value):
        sheet.fault("contoh", f"contoh {why}.")
    elif lacks := list(lacking(one, value, {})):
        sheet.fault("contoh", f"contoh belum lengkap: {', '.join(lacks)}.")
    return value
