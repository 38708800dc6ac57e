"""A list of archives to move, to hand over or to destroy, from its draft to its end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from service.domain.arsip.arsip import DI_ARSIP, DIMUSNAHKAN, DISERAHKAN, Arsip
from service.domain.arsip.penyusutan import BUANG, MACAM, PINDAH, SERAH
from service.domain.berkas import DIARSIPKAN, SELESAI, Berkas
from service.domain.refusals import Refusal
from service.domain.wewenang import PerluOrangKedua

DISUSUN, DIAJUKAN, DISETUJUI, DILAKSANAKAN, DIBATALKAN = (
    "disusun",
    "diajukan",
    "disetujui",
    "dilaksanakan",
    "dibatalkan",
)
KEADAAN = {
    DISUSUN: "Disusun",
    DIAJUKAN: "Menunggu persetujuan",
    DISETUJUI: "Disetujui, belum dilaksanakan",
    DILAKSANAKAN: "Dilaksanakan",
    DIBATALKAN: "Dibatalkan",
}
TERBUKA = frozenset({DISUSUN, DIAJUKAN, DISETUJUI})
AKHIR = {PINDAH: DI_ARSIP, SERAH: DISERAHKAN, BUANG: DIMUSNAHKAN}
TERBANYAK = 2_000  # archives of one list
SAKSI = 2  # of a destruction: of the legal unit, and of the one that supervises


class UsulTidakSah(Refusal):
    """A list is not yet what the next step asks."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


class UsulSudahLanjut(Refusal):
    """A list is changed only as long as nobody has approved it."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Usul ini {KEADAAN[keadaan].lower()}, jadi ini tidak dapat dilakukan lagi. Tidak ada "
            "yang diubah."
        )


class ArsipTerhalang(Refusal):
    """Some of a list may not be on it any more."""

    def __init__(self, named: list[str]) -> None:
        shown, more = named[:5], len(named) - 5
        rest = f" dan {more} lagi" if more > 0 else ""
        super().__init__(
            f"Ada arsip yang tidak dapat disusutkan: {'; '.join(shown)}{rest}. Keluarkan dari "
            "usul, atau bereskan halangannya. Tidak ada yang diubah."
        )


class UsulMenunggu(Refusal):
    """What others decide about stands as it was put before them."""

    status = 409

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"Arsip ini ada di usul {judul}, yang sudah diajukan dengan kode dan retensinya. Minta "
            "usul itu dikembalikan, atau batalkan dahulu. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Persetujuan:
    """The letter by which somebody outside the list agrees: of the head, of ANRI, of both units."""

    oleh: str = ""  # the office that agreed, as it is written
    nomor: str = ""
    tanggal: date | None = None
    pertimbangan: str = ""  # of the panitia penilai; a destruction needs it

    @property
    def ada(self) -> bool:
        """Whether it names who agreed, by which letter, and when."""
        return bool(self.oleh.strip() and self.nomor.strip() and self.tanggal)


@dataclass(frozen=True)
class Usul:
    """One list, with the people who had a hand in it."""

    id: str
    instansi: str
    unit: str
    macam: str
    judul: str
    arsip: tuple[str, ...]
    penyiap: tuple[str, ...]
    dibuat: datetime
    keadaan: str = DISUSUN
    persetujuan: Persetujuan = field(default_factory=Persetujuan)
    penyetuju: str = ""
    pelaksana: str = ""
    saksi: tuple[str, ...] = ()
    berita_acara: str = ""  # the signed paper
    dilaksanakan: date | None = None
    berkas: str = ""  # the matter that holds its papers
    versi: int = 1


def changed(usul: Usul, arsip: tuple[str, ...], siapa: str) -> Usul:
    """The list with these archives; whoever changed it has prepared it."""
    _need(usul, DISUSUN)
    if len(arsip) > TERBANYAK:
        raise UsulTidakSah(f"Satu usul memuat paling banyak {TERBANYAK} arsip.")
    kept = tuple(dict.fromkeys(arsip))
    return replace(usul, arsip=kept, penyiap=tuple(dict.fromkeys((*usul.penyiap, siapa))))


def put_forward(usul: Usul, siapa: str) -> Usul:
    """Before those who approve."""
    _need(usul, DISUSUN)
    if not usul.arsip:
        raise UsulTidakSah("Usul ini belum memuat satu arsip pun.")
    return replace(usul, keadaan=DIAJUKAN, penyiap=tuple(dict.fromkeys((*usul.penyiap, siapa))))


def sent_back(usul: Usul) -> Usul:
    """To those who prepare it, to be changed."""
    _need(usul, DIAJUKAN)
    return replace(usul, keadaan=DISUSUN)


def approved(usul: Usul, siapa: str, persetujuan: Persetujuan, today: date) -> Usul:
    """By somebody who had no hand in it, on the ground of a letter."""
    _need(usul, DIAJUKAN)
    if siapa in usul.penyiap:
        raise PerluOrangKedua
    if usul.macam != PINDAH and not persetujuan.ada:
        raise UsulTidakSah(
            f"{MACAM[usul.macam]} perlu persetujuan tertulis: tulis pejabat, nomor, dan tanggal "
            "suratnya."
        )
    if usul.macam == BUANG and not persetujuan.pertimbangan.strip():
        raise UsulTidakSah("Pemusnahan perlu pertimbangan panitia penilai: tulis nomor suratnya.")
    if persetujuan.tanggal and persetujuan.tanggal > today:
        raise UsulTidakSah("Tanggal surat persetujuan tidak boleh sesudah hari ini.")
    return replace(usul, keadaan=DISETUJUI, persetujuan=persetujuan, penyetuju=siapa)


@dataclass(frozen=True)
class Pelaksanaan:
    """How a list was carried out: when, before whom, by which signed paper."""

    tanggal: date
    berita_acara: str
    saksi: tuple[str, ...] = ()


def papered(usul: Usul, berkas: str) -> Usul:
    """With a matter for its papers, which are written once somebody has approved it."""
    _need(usul, DISETUJUI)
    return replace(usul, berkas=usul.berkas or berkas)


def carried_out(usul: Usul, siapa: str, how: Pelaksanaan, today: date) -> Usul:
    """Done, by another than the one who approved, with a berita acara that is signed."""
    _need(usul, DISETUJUI)
    if siapa == usul.penyetuju:
        raise PerluOrangKedua
    if not how.berita_acara:
        raise UsulTidakSah("Pilih berita acara yang sudah ditandatangani.")
    letter = usul.persetujuan.tanggal
    if how.tanggal > today or (letter and how.tanggal < letter):
        raise UsulTidakSah(
            "Tanggal pelaksanaan tidak boleh sebelum surat persetujuan atau sesudah hari ini."
        )
    witnesses = tuple(dict.fromkeys(one.strip() for one in how.saksi if one.strip()))
    if usul.macam == BUANG and len(witnesses) < SAKSI:
        raise UsulTidakSah(
            "Pemusnahan disaksikan paling sedikit dua orang: dari unit hukum dan unit pengawasan."
        )
    return replace(
        usul,
        keadaan=DILAKSANAKAN,
        pelaksana=siapa,
        saksi=witnesses,
        berita_acara=how.berita_acara,
        dilaksanakan=how.tanggal,
    )


def given_up(usul: Usul) -> Usul:
    """The list is no more; its archives stay as they are."""
    if usul.keadaan not in TERBUKA:
        raise UsulSudahLanjut(usul.keadaan)
    return replace(usul, keadaan=DIBATALKAN)


def gone(arsip: Arsip, usul: Usul) -> Arsip:
    """The archive as a list that was carried out leaves it: elsewhere, or a stub."""
    after = replace(arsip, keadaan=AKHIR[usul.macam], usul=usul.id)
    if usul.macam == PINDAH:
        return replace(after, tempat="")  # the archive gives it a place of its own
    return replace(after, tempat="", pergi=usul.dilaksanakan)


def ended(berkas: Berkas, usul: Usul) -> Berkas:
    """Its matter as the list leaves it: nobody writes papers in what is not in the house."""
    leaves = usul.macam != PINDAH and berkas.keadaan == SELESAI
    return replace(berkas, keadaan=DIARSIPKAN) if leaves else berkas


def _need(usul: Usul, keadaan: str) -> None:
    if usul.keadaan != keadaan:
        raise UsulSudahLanjut(usul.keadaan)
