"""The number books in the words of their pages."""

from __future__ import annotations

from collections.abc import Callable

from service.acts.nomor.kelengkapan import Laporan
from service.domain import buku as induk
from service.domain.buku import KeadaanBuku
from service.domain.catatan import MESIN
from service.domain.instansi import Instansi
from service.domain.kelengkapan import Baris, Kelengkapan
from service.domain.nomor import BATAL, DIPESAN, EKSTERNAL, IMPOR, SEMENTARA, SUMBER, Nomor
from service.domain.seri import PER_PENANDATANGAN, PER_UNIT
from service.domain.tanggal import BULAN, panjang
from service.face.isi import Bentuk, Kolom, Sel, Tabel

# A void number is neither done nor in need: its word says it all.
BENTUK: dict[str, Bentuk | None] = {DIPESAN: "menunggu", SEMENTARA: "berjalan", BATAL: None}
KOLOM = ("Nomor", "Tanggal", "Perihal", "Keadaan", "Oleh dan sebab")
BAGIAN = {PER_UNIT: "unit kerja", PER_PENANDATANGAN: "penanda tangan"}


def name_of(agency: Instansi | None, state: KeadaanBuku) -> str:
    """What a book is called: its series, and the unit or signer it counts for."""
    return induk.name_of(agency, state.buku)


def period(state: KeadaanBuku) -> str:
    """The time a book is for."""
    buku = state.buku
    if not buku.tahun:
        return "sepanjang masa"
    return f"{BULAN[buku.bulan - 1]} {buku.tahun}" if buku.bulan else str(buku.tahun)


def verdict(isi: Kelengkapan) -> tuple[str, ...]:
    """What is to be said of a book's completeness, plainly."""
    told = []
    if isi.lubang:
        told.append(f"Nomor yang tidak ada: {_some(map(str, isi.lubang))}.")
    if isi.kembar:
        told.append(f"Nomor yang kembar: {_some(isi.kembar)}.")
    if isi.mundur:
        told.append(f"Tanggalnya mendahului nomor sebelumnya: {_some(isi.mundur)}.")
    if isi.lepas:
        told.append(f"Nomor sisipan tanpa induk atau tidak berurutan: {_some(isi.lepas)}.")
    whole = "Tidak ada nomor yang hilang, kembar, atau mundur tanggalnya."
    return tuple(told) or (whole,)


def _some(found: object) -> str:
    told = list(found)  # type: ignore[call-overload]
    more = len(told) - 50
    return ", ".join(told[:50]) + (f", dan {more} lagi" if more > 0 else "")


def table(told: Laporan, lines: tuple[Baris, ...], link: Callable[[Baris], str]) -> Tabel:
    """Places of a book as the page lists them; a number leads to what can be done with it."""
    rows = tuple(_row(told, one, link(one)) for one in lines)
    return Tabel("isi-buku", "Isi buku", tuple(Kolom(one) for one in KOLOM), rows)


def _row(told: Laporan, one: Baris, alamat: str) -> tuple[Sel, ...]:
    nomor = one.nomor
    if nomor is None:
        return (
            Sel(one.tempat),
            Sel("–"),
            Sel("–"),
            Sel("Tidak ada", bentuk="lewat"),
            Sel(one.catatan),
        )
    iso = nomor.tanggal.isoformat() if nomor.tanggal else ""
    return (
        Sel(nomor.sebutan, alamat, catatan=_place(nomor, one.tempat)),
        Sel(panjang(nomor.tanggal) if nomor.tanggal else "–", iso=iso),
        Sel(nomor.perihal or "–"),
        Sel(state_of(nomor), bentuk=BENTUK.get(nomor.keadaan, "selesai"), catatan=one.catatan),
        Sel(who(told, nomor), catatan=told.alasan.get(nomor.alasan, "")),
    )


def _place(nomor: Nomor, tempat: str) -> str:
    """The place in the book, where the number as it is written does not begin with it."""
    return "" if nomor.sebutan.lstrip("0").startswith(tempat) else f"urut {tempat}"


def state_of(nomor: Nomor) -> str:
    """The state of a number as a page says it."""
    if nomor.keadaan == DIPESAN and nomor.sampai:
        return f"Dipesan sampai {panjang(nomor.sampai)}"
    if nomor.keadaan == SEMENTARA:
        return "Menunggu persetujuan" if nomor.sisipan else "Sementara, untuk konsep"
    if nomor.keadaan == BATAL:
        return "Batal"
    if nomor.sumber == EKSTERNAL:
        return "Tercatat"
    return "Dipakai" if nomor.sumber != IMPOR else f"Dipakai, dari {SUMBER[IMPOR]}"


def who(told: Laporan, nomor: Nomor) -> str:
    """Who took a number, and who agreed where that was somebody else."""
    by = "Berkas" if nomor.oleh == MESIN else told.nama.get(nomor.oleh, "–")
    if nomor.penyetuju in ("", nomor.oleh):
        return by
    agreed = "Berkas" if nomor.penyetuju == MESIN else told.nama.get(nomor.penyetuju, "–")
    return f"{by}; {'dibatalkan' if nomor.keadaan == BATAL else 'disetujui'} {agreed}"


def line(told: Laporan, one: Baris) -> tuple[str, ...]:
    """A place of a book as the sheet prints it."""
    nomor = one.nomor
    if nomor is None:
        return one.tempat, "–", "–", "–", "TIDAK ADA", one.catatan
    notes = (told.alasan.get(nomor.alasan, ""), one.catatan)
    return (
        one.tempat,
        nomor.nomor or "–",
        f"{nomor.tanggal:%d-%m-%Y}" if nomor.tanggal else "–",
        nomor.perihal or "–",
        state_of(nomor),
        "; ".join(note for note in notes if note),
    )


def outer_line(told: Laporan, nomor: Nomor) -> tuple[str, ...]:
    """A number that another register gave, as the sheet prints it."""
    return (
        nomor.nomor,
        f"{nomor.tanggal:%d-%m-%Y}" if nomor.tanggal else "–",
        nomor.perihal or "–",
        state_of(nomor),
        told.alasan.get(nomor.alasan, ""),
    )
