"""A dispute as the Komisi Informasi hears it: standing and terms first, then the case, then proof.

Perki 1/2013: in the first hearing the commission looks at its own power, at the standing of both
parties and at the term for filing; then at the case itself. Each paper of the office is a proof
under a mark of its own, T-1 and on (T for termohon).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from service.domain import sengketa as d
from service.domain.dossier.bahan import Bahan, marked
from service.domain.dossier.isi import TULISAN, Bagian
from service.domain.keberatan import ALASAN, PUTUSAN, Keberatan
from service.domain.permohonan import KEPUTUSAN, Permohonan
from service.domain.refusals import Refusal
from service.domain.sengketa import Sengketa
from service.domain.tanggal import panjang

KEDUDUKAN, PERMOHONAN, TANGGAPAN = "kedudukan", "permohonan", "tanggapan"
KEBERATAN, ATASAN, UJI, SURAT, AKHIR = "keberatan", "atasan", "uji", "surat", "akhir"
# In the order in which they are heard.
GOLONGAN: dict[str, str] = {
    KEDUDUKAN: "Kedudukan hukum badan publik",
    PERMOHONAN: "Permohonan informasi",
    TANGGAPAN: "Penanganan dan tanggapan atas permohonan",
    KEBERATAN: "Keberatan",
    ATASAN: "Tanggapan Atasan PPID atas keberatan",
    UJI: "Uji konsekuensi dan penetapannya",
    SURAT: "Surat-menyurat dengan Komisi Informasi",
    AKHIR: "Putusan",
}
# What a hearing asks of the office in any case; a test only where something is withheld.
WAJIB: dict[str, str] = {
    KEDUDUKAN: "Surat kuasa atau surat tugas yang mewakili badan publik",
    PERMOHONAN: "Surat permohonan informasi",
    TANGGAPAN: "Tanggapan tertulis atas permohonan",
    KEBERATAN: "Surat keberatan",
    ATASAN: "Tanggapan tertulis Atasan PPID",
}
BUKTI_UJI = "Berita acara uji konsekuensi dan surat keputusan penetapannya"
DITOLAK_DIKECUALIKAN = "a"  # Pasal 35 ayat (1) huruf a: refused because of an exemption


class TanpaTertutup(Refusal):
    """Nothing of a dispute is withheld."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada yang dikecualikan di antara surat-surat perkara ini, jadi tidak ada bagian "
            "tertutup yang dijilid. Bundelnya sudah memuat semuanya."
        )


@dataclass(frozen=True)
class Alat:
    """One paper of the pack, and where it belongs."""

    golongan: str
    bahan: Bahan


def proofs(some: Iterable[Alat], tanda: str = "T-") -> tuple[Bahan, ...]:
    """In the order of the hearing, within a group as they came; each once, under its mark."""
    order = list(GOLONGAN)
    rows = sorted(
        some,
        key=lambda one: (
            order.index(one.golongan),
            one.bahan.pada,
            one.bahan.urut,
            one.bahan.judul,
        ),
    )
    once = {(one.bahan.sha256, one.bahan.nama): one for one in reversed(rows)}
    kept = [one for one in rows if once[one.bahan.sha256, one.bahan.nama] is one]
    return tuple(
        marked(one.bahan, f"{tanda}{n}", GOLONGAN[one.golongan]) for n, one in enumerate(kept, 1)
    )


def missing(some: Iterable[Alat], keberatan: Keberatan) -> tuple[str, ...]:
    """What the commission will ask for and is not there."""
    there = {one.golongan for one in some}
    lacks = [kata for golongan, kata in WAJIB.items() if golongan not in there]
    if DITOLAK_DIKECUALIKAN in keberatan.alasan and UJI not in there:
        lacks.append(BUKTI_UJI)
    return tuple(lacks)


def chronology(permohonan: Permohonan | None, keberatan: Keberatan, one: Sengketa) -> Bagian:
    """What happened on which day, beside the day by which it had to."""
    rows = [
        (panjang(day), kata)
        for day, _, kata in sorted(
            (*_asked(permohonan), *_objected(keberatan), *_disputed(one)),
            key=lambda row: (row[0], row[1]),
        )
    ]
    return written("Kronologi dan jangka waktu", rows)


def written(judul: str, rows: Sequence[tuple[str, str]]) -> Bagian:
    """A paper of the house's own."""
    return Bagian(judul, "", 1, TULISAN, baris=tuple(rows))


Peristiwa = tuple[date, int, str]  # the day, its place within that day, and what happened


def _asked(one: Permohonan | None) -> Iterator[Peristiwa]:
    if one is None:
        return
    yield one.hari_terima, 0, f"Permohonan informasi diterima, {_number(one.nomor_daftar)}"
    more = " (sudah diperpanjang)" if one.diperpanjang else ""
    yield one.tenggat, 1, f"Batas tanggapan tertulis atas permohonan{more}"
    it = one.keputusan
    if it.pemberitahuan:
        how = KEPUTUSAN.get(it.keputusan, "dijawab").lower()
        day = date.fromisoformat(it.pemberitahuan)
        yield day, 2, f"Pemberitahuan tertulis: {how}{_timely(day, one.tenggat)}"
    if it.pemberian:
        yield date.fromisoformat(it.pemberian), 3, "Informasi diberikan kepada pemohon"


def _objected(one: Keberatan) -> Iterator[Peristiwa]:
    why = "; ".join(ALASAN[x] for x in one.alasan if x in ALASAN)
    told = f". Alasan: {why}" if why else ""
    yield one.hari_terima, 4, f"Keberatan diterima, {_number(one.nomor)}{told}"
    if one.batas:
        yield one.batas, 5, "Batas pengajuan keberatan"
    yield one.tenggat, 6, "Batas tanggapan Atasan PPID atas keberatan"
    if one.tanggapan.tanggal:
        day = date.fromisoformat(one.tanggapan.tanggal)
        what = PUTUSAN.get(one.surat.putusan, "Keberatan ditanggapi")
        yield day, 7, f"Tanggapan Atasan PPID: {what}{_timely(day, one.tenggat)}"
    if one.surat.sampai:
        yield date.fromisoformat(one.surat.sampai), 8, "Tanggapan diterima pemohon"


def _disputed(one: Sengketa) -> Iterator[Peristiwa]:
    if one.batas:
        yield one.batas, 9, f"Batas pengajuan sengketa ({d.MENGAJUKAN.dasar})"
    late = ", melewati batas" if one.lewat else ""
    yield one.diajukan, 10, f"Sengketa diajukan ke {one.komisi}, nomor {one.nomor}{late}"
    if one.mulai:
        yield one.mulai, 11, "Komisi Informasi mulai memeriksa"
    if one.putusan.tanggal:
        yield date.fromisoformat(one.putusan.tanggal), 12, f"Putusan nomor {one.putusan.nomor}"


def _number(nomor: str) -> str:
    return f"nomor {nomor}" if nomor else "belum bernomor"


def _timely(day: date, until: date) -> str:
    return " (dalam batas waktu)" if day <= until else " (sesudah batas waktu)"


def trail(rows: Iterable[tuple[str, str, str]], nama: Mapping[str, str]) -> Bagian | None:
    """The extract of the journal: when, what, by whom; None where nothing stands in it."""
    told = [(when, f"{what}, {nama[who]}" if nama.get(who) else what) for when, what, who in rows]
    return written("Jejak perbuatan menurut jurnal", told) if told else None
