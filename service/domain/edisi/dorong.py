"""What another site is given of the lists of today, and what is known of it over there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.edisi.lajur import LAJUR, heads, rows
from service.domain.edisi.terbitan import FileTerbit, Terbitan
from service.domain.edisi.tujuan import Tujuan
from service.domain.ids import derived
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.tanggal import panjang

BENTUK = {
    "pdf": "PDF",
    "xlsx": "Excel",
    "csv": "CSV",
    "json": "JSON",
    "jsonld": "DCAT (JSON-LD)",
    "ttl": "DCAT (Turtle)",
}
SK, BERKAS = "sk", "berkas"  # the decree of an edition, the file of a line
TABEL = 1_000  # lines of a table on a page of another site; a longer list is told of and linked
BELUM, BERES, GAGAL = "belum", "beres", "gagal"
KEADAAN = {BELUM: "Sedang dikirim", BERES: "Sudah sama", GAGAL: "Belum terkirim"}


@dataclass(frozen=True)
class FileDorong:
    """A file that goes along; of each bentuk a thing has one."""

    bentuk: str
    judul: str
    file: FileTerbit


@dataclass(frozen=True)
class Dorongan:
    """One thing over there: a list, or a line of it."""

    nama: str  # by which it is found again; never another's
    tanda: str  # says that it is ours
    judul: str
    kata: str
    alamat: str  # its page here; '' where nobody said what our site is
    lembaga: str
    surel: str = ""
    kategori: tuple[str, ...] = ()
    kepala: tuple[str, ...] = ()
    baris: tuple[tuple[str, ...], ...] = ()  # a row of one word is a bar
    file: tuple[FileDorong, ...] = ()

    def sidik(self, tujuan: Tujuan) -> str:
        """By what it is known that exactly this stands in exactly that place."""
        files = [[one.bentuk, one.judul, vars(one.file)] for one in self.file]
        told = [{**vars(self), "file": files}, tujuan.tempat]
        whole = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True)
class Terdorong:
    """A thing that may stand over there; without a mark, nobody knows yet whether it does."""

    id: str
    instansi: str
    tujuan: str
    nama: str
    sidik: str = ""
    pada: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class KeadaanDorong:
    """How it stands with one site; its id is the name of the site."""

    id: str
    instansi: str
    keadaan: str
    kata: str  # why not, or how many
    dicoba: datetime
    sejak: datetime  # since when it stands so
    beres: datetime | None = None  # when it was last the same
    versi: int = 1


def id_of(tujuan: str, nama: str) -> str:
    """One row to a thing of a site."""
    return derived(f"dorong {tujuan} {nama}")


def of_list(
    one: Terbitan, made: Mapping[str, FileTerbit], out: Container[str], url: str
) -> Dorongan:
    """A list of today, with the formats that are made of exactly these lines."""
    edisi, badan = one.edisi, one.badan
    formats = [FileDorong(x, judul, made[x]) for x, judul in BENTUK.items() if x in made]
    sk = one.sk_pdf
    if sk and sk.sha256 in out:
        formats.append(FileDorong(SK, "Surat keputusan", sk))
    short = len(one.baris) <= TABEL
    return Dorongan(
        nama=_name(edisi.instansi, edisi.daftar),
        tanda=f"{edisi.instansi}/{edisi.daftar}",
        judul=f"{DAFTAR[edisi.daftar]} {badan.nama}",
        kata=_about(one),
        alamat=alamat.whole(url, edisi.daftar) if url else "",
        lembaga=badan.nama,
        surel=badan.surel,
        kepala=heads(edisi.daftar) if short else (),
        baris=tuple(_rows(one)) if short else (),
        file=tuple(formats),
    )


def of_lines(one: Terbitan, out: Container[str], url: str) -> Iterator[Dorongan]:
    """Each line of a DIP as a thing of its own, with its file once the public has it."""
    for line in one.baris if one.edisi.daftar == DIP else ():
        kode, title = line["kode"], line.get("ringkasan", "")
        rest = (f"{head}: {line[x]}" for x, head in LAJUR[DIP].items() if line.get(x))
        kategori = KATEGORI_DIP.get(line.get("kategori", ""))
        file = one.file.get(kode)
        more = (FileDorong(BERKAS, file.nama, file),) if file and file.sha256 in out else ()
        yield Dorongan(
            nama=_name("butir", kode),
            tanda=f"{one.edisi.instansi}/{kode}",
            judul=(title.split("\n")[0] or kode)[:300],
            kata="\n\n".join(rest),
            alamat=alamat.whole(url, alamat.item(DIP, kode)) if url else "",
            lembaga=one.badan.nama,
            surel=one.badan.surel,
            kategori=(kategori,) if kategori else (),
            file=more,
        )


def _about(one: Terbitan) -> str:
    edisi = one.edisi
    day = f" tanggal {panjang(edisi.sk.tanggal)}" if edisi.sk.tanggal else ""
    return (
        f"{edisi.nama}, {one.badan.nama}: {len(one.baris)} baris, ditetapkan dengan surat "
        f"keputusan {edisi.sk.nomor}{day}."
    )


def _rows(one: Terbitan) -> Iterator[tuple[str, ...]]:
    """The lines as the law has them; a bar is one word."""
    for row in rows(one.edisi.daftar, one.baris):
        yield row if any(row[1:]) else row[:1]


def _name(*parts: str) -> str:
    said = "-".join(("berkas", *parts)).lower()
    return "".join(x if x.isascii() and x.isalnum() else "-" for x in said)
