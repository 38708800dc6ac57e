"""What proves the signatures of one paper: each with its bytes, its moment, its certificate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.catatan import Catatan
from service.domain.nama_tercetak import Tercetak
from service.domain.orang import DEFINITIF, DELEGASI, PLH, PLT, Pemegang
from service.domain.tanda_tangan import BacaanTanda, Sertifikat, TandaTangan
from service.domain.tanggal import local
from service.domain.tempat_ttd import APLIKASI, DITANDATANGANI, ELEKTRONIK, TINTA, TempatTtd
from service.domain.temuan_ttd import TINGKAT, of_signature, people, tingkat

CARA = {
    TINTA: "Tinta di atas kertas, dipindai kembali",
    APLIKASI: "Elektronik di aplikasi lain",
    ELEKTRONIK: "Elektronik di halaman Berkas",
}
SEBAGAI = {DEFINITIF: "", PLT: "Plt.", PLH: "Plh.", DELEGASI: "dengan peran yang dititipkan"}
# What the journal tells of the way of a paper from its approval on.
PERISTIWA = frozenset(
    {
        "naskah_disetujui",
        "naskah_dikirim",
        "naskah_dilihat_ttd",
        "naskah_mulai_ttd",
        "naskah_dibubuhi_ttd",
        "naskah_batal_ttd",
        "naskah_perlu_dicek",
        "naskah_ttd_ditemukan",
        "naskah_ttd_nihil",
        "naskah_ditolak_ttd",
        "kembalian_disimpan",
        "kembalian_diterima",
        "kembalian_ditolak",
        "naskah_ditandatangani",
        "naskah_dikembalikan",
        "naskah_dibatalkan",
        "naskah_diarsipkan",
    }
)


@dataclass(frozen=True)
class BuktiSatu:
    """One signature, as it is told of."""

    tempat: TempatTtd
    sebagai: str  # how its peran was held at that moment; '' in their own right
    cara: str
    tingkat: str = ""  # in words; '' where there is no electronic signature of theirs
    sertifikat: Sertifikat | None = None
    waktu: datetime | None = None
    waktu_terbukti: bool = False
    ditemukan: tuple[str, ...] = ()
    tercetak: Tercetak | None = None  # whom the paper itself names there


def told(
    places: Sequence[TempatTtd],
    bacaan: BacaanTanda | None,
    peran: Sequence[Pemegang],
    catatan: Iterable[Catatan],
    zona: str,
) -> list[BuktiSatu]:
    """Each place of the present time with the signature that fills it; terms by this clock.

    A signature made here is known by its certificate, which the journal names; others stand in
    the order in which they were made.
    """
    left = people(bacaan) if bacaan else []
    named = {
        x.rincian.get("tempat", ""): x.rincian.get("sertifikat", "")
        for x in catatan
        if x.perbuatan == "naskah_dibubuhi_ttd"
    }
    found = dict[str, TandaTangan]()
    filled = [x for x in places if x.keadaan == DITANDATANGANI]
    signed = sorted(filled, key=lambda x: (x.pada is None, x.pada))
    for known in (True, False):
        for one in signed:
            sidik = named.get(one.id, "")
            if one.id in found or bool(sidik) != known or one.jalan == TINTA:
                continue
            mine = next((x for x in left if not known or x.sertifikat.sidik == sidik), None)
            if mine:
                found[one.id] = mine
                left.remove(mine)
    held = {x.id: next((y for y in peran if _held(y, x, zona)), None) for x in places}
    return [_one(x, found.get(x.id), bacaan, held[x.id]) for x in places]


def _one(
    tempat: TempatTtd,
    found: TandaTangan | None,
    bacaan: BacaanTanda | None,
    pemegang: Pemegang | None,
) -> BuktiSatu:
    as_ = SEBAGAI.get(pemegang.sebagai, "") if pemegang else ""
    plain = BuktiSatu(tempat, as_ if tempat.oleh else "", CARA[tempat.jalan])
    if found is None or bacaan is None:
        return plain
    return BuktiSatu(
        *(tempat, plain.sebagai, plain.cara, TINGKAT[tingkat(found, bacaan)]),
        *(found.sertifikat, found.waktu, found.waktu_terbukti, of_signature(found)),
    )


def _held(one: Pemegang, tempat: TempatTtd, zona: str) -> bool:
    if one.orang != tempat.oleh or one.peran != tempat.peran or not tempat.pada:
        return False
    if one.dicabut and one.dicabut < tempat.pada:
        return False
    on = local(tempat.pada, zona).date()
    return one.mulai <= on and (one.sampai is None or on <= one.sampai)
