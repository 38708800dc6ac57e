"""Places for a signature: one for each who signs a paper, in the order its kind asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from service.domain.kunci_ttd import BSRE
from service.domain.ruas import BERURUTAN
from service.domain.tolakan_ttd import (
    BukanGiliran,
    BukanPerluDicek,
    BukanTempatAnda,
    MasihDicek,
    SedangDibubuhi,
    SedangDitandatangani,
    TanpaAlasanMenolak,
    UrutanTerlewat,
)
from service.domain.wewenang import PERAN

MENUNGGU, DITANDATANGANI, MENOLAK = "menunggu", "ditandatangani", "menolak"
PERLU_DICEK = "perlu_dicek"  # an answer was lost after the paper had gone to be signed
GUGUR = "gugur"
KATA = {
    MENUNGGU: "Menunggu",
    DITANDATANGANI: "Ditandatangani",
    MENOLAK: "Ditolak",
    PERLU_DICEK: "Perlu dicek",
    GUGUR: "Tidak diperlukan lagi",
}
TINTA, APLIKASI, ELEKTRONIK = "tinta", "aplikasi", "elektronik"
JALAN = {
    TINTA: "Tinta: dicetak, ditandatangani, dipindai kembali",
    ELEKTRONIK: "Elektronik di halaman ini, dengan sertifikat penanda tangan",
    APLIKASI: "Elektronik di aplikasi lain, lewat folder tanda tangan",
}
DI_LUAR = frozenset({TINTA, APLIKASI})  # the paper leaves the house and comes back as a file
SEWA = timedelta(minutes=5)  # longer than any signing service may take


@dataclass(frozen=True)
class TempatTtd:
    """One place for a signature, of one time that the naskah was put forward."""

    id: str
    naskah: str
    ajuan: int
    urut: int
    peran: str
    jalan: str
    keadaan: str = MENUNGGU
    oleh: str = ""
    pada: datetime | None = None
    sebelum: str = ""  # sha256 of the PDF as it was before this signature
    sesudah: str = ""  # and with it
    alasan: str = ""
    cara: str = ""  # by which means: a key of its own, a token, a service, ink
    penyewa: str = ""  # who is signing at this moment
    sewa_sampai: datetime | None = None
    instansi: str = ""
    urutan: str = ""  # how those who sign this paper follow one another
    diminta: datetime | None = None
    jatuh: date | None = None  # by when it is to be signed
    acuan: str = ""  # by which a service knows the paper that it signed
    versi: int = 1

    def leased(self, now: datetime) -> bool:
        """Whether somebody is signing here at this moment."""
        return self.sewa_sampai is not None and now < self.sewa_sampai


@dataclass(frozen=True)
class Permintaan:
    """What those who sign a paper are asked, when and by when."""

    instansi: str = ""
    urutan: str = BERURUTAN
    diminta: datetime | None = None
    jatuh: date | None = None


def asked(
    ids: Iterable[str],
    naskah: str,
    ajuan: int,
    peran: Sequence[str],
    jalan: str,
    told: Permintaan | None = None,
) -> list[TempatTtd]:
    """The places of a paper that was just approved."""
    each = enumerate(zip(ids, peran, strict=False), 1)
    made = [TempatTtd(id_, naskah, ajuan, urut, one, jalan) for urut, (id_, one) in each]
    return [replace(one, **vars(told)) for one in made] if told else made


def of_turn(some: Iterable[TempatTtd], ajuan: int) -> list[TempatTtd]:
    """The places of the present time, in order."""
    return sorted((one for one in some if one.ajuan == ajuan), key=lambda one: one.urut)


def waiting(places: Sequence[TempatTtd]) -> list[TempatTtd]:
    """Those that are still empty, the first in order first."""
    return [one for one in places if one.keadaan == MENUNGGU]


def hangs(one: TempatTtd, now: datetime) -> bool:
    """Whether nobody knows if it was signed: it went to a service, and no answer came in time.

    Who signs with a key of their own and is cut off has signed nothing, and the place is free.
    """
    if one.keadaan == PERLU_DICEK:
        return True
    sent = one.keadaan == MENUNGGU and one.cara == BSRE and one.sewa_sampai is not None
    return sent and not one.leased(now)


def turn(places: Sequence[TempatTtd], urutan: str) -> list[TempatTtd]:
    """Where somebody may sign now; nowhere while one signature must be looked into."""
    if any(one.keadaan == PERLU_DICEK for one in places):
        return []
    left = waiting(places)
    return left[:1] if urutan == BERURUTAN else left


def whole(places: Sequence[TempatTtd]) -> bool:
    """Whether every place is filled; without a place nothing is signed."""
    kept = [one for one in places if one.keadaan != GUGUR]
    return bool(kept) and all(one.keadaan == DITANDATANGANI for one in kept)


def latest(places: Sequence[TempatTtd], unsigned: str) -> str:
    """The sha256 of the PDF that the next signature is set on."""
    after = {one.sebelum: one.sesudah for one in places if one.keadaan == DITANDATANGANI}
    now = unsigned
    while now in after:
        now = after.pop(now)
    return now


def need_in_order(places: Sequence[TempatTtd], urutan: str, filled: Collection[str]) -> None:
    """Nothing, where what came back may fill these places, named by their ids."""
    left = waiting(places)
    if not set(filled) <= {one.id for one in left}:
        raise BukanTempatAnda
    early = next((one for one in left[: len(filled)] if one.id not in filled), None)
    if early and urutan == BERURUTAN:
        raise UrutanTerlewat(PERAN.get(early.peran, early.peran))


def need_turn(
    places: Sequence[TempatTtd], urutan: str, mine: TempatTtd, sebutan: str, now: datetime
) -> None:
    """Nothing, where this place may be signed at this moment by who comes now."""
    if any(hangs(one, now) for one in places):
        raise MasihDicek
    if mine.keadaan != MENUNGGU:
        raise BukanTempatAnda
    if any(one.leased(now) for one in places):
        raise SedangDitandatangani
    if mine not in turn(places, urutan):
        raise BukanGiliran(sebutan)


def taken(one: TempatTtd, siapa: str, cara: str, sebelum: str, now: datetime) -> TempatTtd:
    """Somebody begins to sign: the intent stands in the ledger before anything is done."""
    return replace(one, penyewa=siapa, sewa_sampai=now + SEWA, cara=cara, sebelum=sebelum)


def let_go(one: TempatTtd) -> TempatTtd:
    """Nothing was signed, for certain; the place is free again."""
    return replace(one, penyewa="", sewa_sampai=None, cara="", sebelum="")


def signed(one: TempatTtd, sesudah: str, now: datetime) -> TempatTtd:
    """The place with the signature of who took it."""
    return replace(
        one,
        keadaan=DITANDATANGANI,
        oleh=one.penyewa,
        pada=now,
        sesudah=sesudah,
        penyewa="",
        sewa_sampai=None,
    )


def came_back(one: TempatTtd, siapa: str, sebelum: str, sesudah: str, now: datetime) -> TempatTtd:
    """The place is filled by a paper that was signed elsewhere."""
    return replace(
        let_go(one),
        keadaan=DITANDATANGANI,
        oleh=siapa,
        pada=now,
        cara=one.jalan,
        sebelum=sebelum,
        sesudah=sesudah,
    )


def unknown(one: TempatTtd, acuan: str = "", alasan: str = "", kembali: str = "") -> TempatTtd:
    """The paper went out to be signed and no answer came, or none that is taken: a person looks
    into it, with what is known: the id it has at the service, why, and what came back."""
    told = replace(one, acuan=acuan, alasan=alasan, sesudah=kembali)
    return replace(
        told, keadaan=PERLU_DICEK, oleh=one.penyewa or one.oleh, penyewa="", sewa_sampai=None
    )


def found_signed(one: TempatTtd, sesudah: str, now: datetime) -> TempatTtd:
    """A person found the paper with this signature."""
    _need_doubt(one)
    return replace(one, keadaan=DITANDATANGANI, pada=now, sesudah=sesudah, alasan="")


def looked_into(one: TempatTtd) -> TempatTtd:
    """A person found that nothing was signed; the place is empty again."""
    _need_doubt(one)
    return replace(let_go(one), keadaan=MENUNGGU, oleh="", sesudah="", alasan="", acuan="")


def _need_doubt(one: TempatTtd) -> None:
    if one.keadaan != PERLU_DICEK:
        raise BukanPerluDicek


def declined(one: TempatTtd, siapa: str, now: datetime, alasan: str) -> TempatTtd:
    """The place of who will not sign, with the reason."""
    if one.keadaan != MENUNGGU:
        raise BukanTempatAnda
    if not alasan:
        raise TanpaAlasanMenolak
    return replace(one, keadaan=MENOLAK, oleh=siapa, pada=now, alasan=alasan)


def recalled(places: Sequence[TempatTtd], now: datetime) -> list[TempatTtd]:
    """Those that nobody need fill any more, once the paper is taken back or given up."""
    if any(one.leased(now) for one in places):
        raise SedangDibubuhi
    return waiting(places)


def said(one: TempatTtd, *, berlaku: bool) -> str:
    """How a place stands, in words; a signature on what was taken back counts no more."""
    gone = one.keadaan == DITANDATANGANI and not berlaku
    return f"{KATA[one.keadaan]}, tidak berlaku lagi" if gone else KATA[one.keadaan]


def lapsed(one: TempatTtd) -> TempatTtd:
    """A place that nobody need fill any more."""
    return replace(let_go(one), keadaan=GUGUR)
