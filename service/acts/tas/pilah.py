"""What of a matter goes into its bag, and into which part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.acts.lihat.naskah_terbaca import for_everyone
from service.acts.lihat.turut import is_request
from service.acts.naskah.berkas import name_of
from service.acts.naskah.wujud import kinds
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.informasi.tutupan import Tutupan
from service.domain.kiriman import DITOLAK_PETUGAS, KARANTINA, File, Kiriman
from service.domain.naskah import BATAL, Naskah, called
from service.domain.simpanan import Simpanan
from service.domain.tanggal import panjang, tanggal_surat
from service.domain.tas import isi
from service.domain.tas.isi import Muatan, Pilahan, split
from service.domain.tas.tas import need_over
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.ports import House, Reading

JILID = "Dossier: seluruh berkas dijilid, dengan semua aslinya terlampir"


@dataclass(frozen=True)
class Terpilah:
    """The parts of a bag, and the rows that its journal is about."""

    berkas: Berkas
    isi: Pilahan
    naskah: tuple[Naskah, ...]
    kiriman: tuple[Kiriman, ...]


def need_ended(reading: Reading, berkas: Berkas) -> None:
    """Refuse a bag of what goes on, or whose dossier is still to come."""
    papers = reading.find(Naskah, berkas=berkas.id)
    need_over(berkas, bernaskah=any(one.keadaan != BATAL for one in papers))


def sorted_out(house: House, reading: Reading, berkas: Berkas) -> Terpilah:
    """As it stands now."""
    found = reading.find(Naskah, berkas=berkas.id)
    naskah = sorted(
        (one for one in found if one.keadaan != BATAL and one.bertanda_tangan),
        key=lambda one: (one.dibuat, one.id),
    )
    kiriman = _letters(reading, berkas)
    files = _files(reading, kiriman, berkas)
    sizes = _sizes(reading, [berkas.dossier, *_sidik(naskah), *(x.sha256 for x in files)])
    shut = _shut(reading, sizes)
    closed = {one.id: _closed(reading, one) for one in kiriman}
    some = [
        *_bound(berkas, sizes),
        *_papers(house, reading, naskah, sizes, shut),
        *_came(files, {one.id: one for one in kiriman}, closed, shut, berkas),
    ]
    return Terpilah(berkas, split(some, rahasia=berkas.rahasia), tuple(naskah), tuple(kiriman))


def _bound(berkas: Berkas, sizes: dict[str, int]) -> Iterator[Muatan]:
    if sha256 := berkas.dossier:
        size = sizes.get(sha256, 0)
        yield Muatan(isi.DOSSIER, "dossier.pdf", sha256, size, tertutup=False, sebutan=JILID)


def _letters(reading: Reading, berkas: Berkas) -> list[Kiriman]:
    """What came in for it; what was put aside or is kept apart goes into no bag."""
    found = reading.find(Kiriman, berkas=berkas.id)
    found += reading.find(Kiriman, id=berkas.kiriman) if berkas.kiriman else []
    laid = {one.file for one in reading.find(Ada, berkas=berkas.id) if one.file}
    homes = {one.kiriman for one in reading.find(File, id=sorted(laid))} if laid else set()
    found += reading.find(Kiriman, id=sorted(homes)) if homes else []
    each = {one.id: one for one in found if one.keadaan not in (DITOLAK_PETUGAS, KARANTINA)}
    return sorted(each.values(), key=lambda one: (one.diterima, one.id))


def _files(reading: Reading, kiriman: list[Kiriman], berkas: Berkas) -> list[File]:
    """Every file of a letter; of another's letter only what was laid down for this matter."""
    order = {one.id: n for n, one in enumerate(kiriman)}
    own = {one.id for one in kiriman if one.berkas == berkas.id or one.id == berkas.kiriman}
    laid = {one.file for one in reading.find(Ada, berkas=berkas.id)}
    found = reading.find(File, kiriman=list(order)) if order else []
    wanted = [one for one in found if one.kiriman in own or one.id in laid]
    return sorted(wanted, key=lambda one: (order[one.kiriman], one.urut, one.id))


def _sidik(naskah: Iterable[Naskah]) -> Iterator[str]:
    for one in naskah:
        yield one.bertanda_tangan
        yield one.pdf


def _sizes(reading: Reading, sidik: list[str]) -> dict[str, int]:
    wanted = sorted({one for one in sidik if one})
    return {one.id: one.ukuran for one in reading.find(Simpanan, id=wanted)} if wanted else {}


def _shut(reading: Reading, sizes: dict[str, int]) -> set[str]:
    found = reading.find(Tutupan, sidik=sorted(sizes)) if sizes else []
    return {one.sidik for one in found if one.dibuka is None}


def _closed(reading: Reading, one: Kiriman) -> bool:
    """Whether only some of those who see the place may open it."""
    if one.rahasia or one.untuk_register or is_request(reading, one):
        return True
    return not all(for_everyone(reading, naskah) for naskah in one.kembali)


def _papers(
    house: House, reading: Reading, naskah: list[Naskah], sizes: dict[str, int], shut: set[str]
) -> Iterator[Muatan]:
    ids = [one.id for one in naskah]
    places = reading.find(TempatTtd, naskah=ids, jalan=TINTA) if ids else []
    ink = {one.sesudah for one in places if one.sesudah}
    wujud = kinds(house, reading, naskah)
    for one in naskah:
        macam = name_of(house, one.instansi, one.jenis)
        nama = called(one, macam)
        sha256 = one.bertanda_tangan
        yield Muatan(
            isi.NASKAH,
            f"{nama}{wujud[sha256].akhir}",
            sha256,
            sizes.get(sha256, 0),
            tertutup=sha256 in shut or not for_everyone(reading, one.id),
            sebutan=nama,
            nomor=one.nomor,
            tanggal=panjang(one.tanggal) if one.tanggal else "",
            tanda=isi.TINTA if sha256 in ink else isi.ELEKTRONIK,
            dikirim=(sizes.get(one.pdf, 0), one.pdf),
            sumber=one.id,
            macam=macam,
        )


def _came(
    files: list[File],
    kiriman: dict[str, Kiriman],
    closed: dict[str, bool],
    shut: set[str],
    berkas: Berkas,
) -> Iterator[Muatan]:
    for one in files:
        came = kiriman[one.kiriman]
        first = one.kiriman == berkas.kiriman
        yield Muatan(
            isi.KIRIMAN if first else isi.BAHAN,
            one.nama,
            one.sha256,
            one.ukuran,
            tertutup=closed[came.id] or one.sha256 in shut,
            sebutan=came.surat.perihal if first and one.urut == 0 else "",
            nomor=came.surat.nomor or came.nomor_agenda,
            tanggal=tanggal_surat(came.surat.tanggal) if came.surat.tanggal else "",
            sumber=came.id,
            sifat=came.surat.sifat,
            dari=came.surat.pengirim,
        )
