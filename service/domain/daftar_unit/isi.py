"""A row under the names of the house, whichever columns its unit keeps."""

from __future__ import annotations

from collections.abc import Mapping

from service.domain.daftar_unit import golongan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.hasil import BacaWaktu, WaktuTerbaca
from service.domain.daftar_unit.kata import dicentang, hampa

_TETAP = (
    lj.KODE,
    lj.PENGUASA,
    lj.PENANGGUNG,
    lj.TAUTAN,
    lj.KETERANGAN,
    lj.AKTIF,
    lj.INAKTIF,
    lj.NASIB,
    lj.DASAR,
    lj.DIBUKA,
    lj.DITUTUP,
    lj.JANGKA,
)
_BENTUK = ((lj.CETAK, "cetak"), (lj.ELEKTRONIK, "elektronik"))
_RETENSI = ((lj.AKTIF, "aktif"), (lj.INAKTIF, "inaktif"), (lj.NASIB, "nasib akhir"))
_KATEGORI = (
    (lj.K_BERKALA, golongan.BERKALA),
    (lj.K_SERTA_MERTA, golongan.SERTA_MERTA),
    (lj.K_SETIAP_SAAT, golongan.SETIAP_SAAT),
    (lj.K_DIKECUALIKAN, golongan.DIKECUALIKAN),
)


def named(
    sel: Mapping[str, str], daftar: str, waktu: BacaWaktu
) -> tuple[dict[str, str], WaktuTerbaca | None]:
    """What a row says, and its time as it was read; a dash says nothing."""
    told = {name: "" if hampa(text) else text for name, text in sel.items()}
    get = told.get
    isi = {name: text for name in _TETAP if (text := get(name, ""))}
    ringkasan, judul = get(lj.RINGKASAN, ""), get(lj.JUDUL, "")
    isi[lj.RINGKASAN] = ringkasan or judul
    isi[lj.JUDUL] = judul or ringkasan.partition("\n")[0].strip()
    if daftar != lj.DIP:
        return isi, None
    _form(told, isi)
    if text := get(lj.RETENSI, "") or _kept(told):
        isi[lj.RETENSI] = text
    return isi, _when_where(told, isi, waktu)


def kinds(sel: Mapping[str, str]) -> tuple[str, ...] | None:
    """The kinds that the row's own columns name; None where it has no such column or leaves it."""
    if text := sel.get(lj.KATEGORI, ""):
        return None if hampa(text) else golongan.named(text)
    ticked = tuple(kind for name, kind in _KATEGORI if (x := sel.get(name)) and not _no(x))
    return ticked or None


def _when_where(
    told: Mapping[str, str], isi: dict[str, str], waktu: BacaWaktu
) -> WaktuTerbaca | None:
    tempat = told.get(lj.TEMPAT, "")
    read, place = None, ""
    if text := told.get(lj.WAKTU, "") or told.get(lj.WAKTU_TEMPAT, ""):
        read, place = waktu(text)
        isi[lj.WAKTU] = read.tertulis
    if tempat or place:
        isi[lj.TEMPAT] = tempat or place
    return read


def _form(told: Mapping[str, str], isi: dict[str, str]) -> None:
    found = [told[lj.BENTUK]] if told.get(lj.BENTUK) else []
    for name, word in _BENTUK:
        text = told.get(name, "")
        if not text or _no(text):
            continue
        found.append(word)
        if "://" in text or text.startswith("www."):
            isi.setdefault(lj.TAUTAN, text)
        elif not dicentang(text):
            found[-1] = f"{word}: {text}"
    if found:
        isi[lj.BENTUK] = "; ".join(found)


def _kept(told: Mapping[str, str]) -> str:
    said = [f"{word} {text}" for name, word in _RETENSI if (text := told.get(name, ""))]
    return ", ".join(said) if told.get(lj.AKTIF) or told.get(lj.INAKTIF) else ""


def _no(text: str) -> bool:
    return hampa(text) or text.strip().casefold() in ("tidak", "tdk", "t", "0", "salah")
