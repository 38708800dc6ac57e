"""A naskah: one official document, from konsep to diarsipkan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from service.domain.refusals import Refusal

KONSEP = "konsep"
DIAJUKAN = "diajukan"  # its initials are asked for, then its approval
DIKEMBALIKAN = "dikembalikan"  # to be corrected; a number it has stays its own
DISETUJUI = "disetujui"
DIKIRIM = "dikirim"
DITANDATANGANI = "ditandatangani"
DIARSIPKAN = "diarsipkan"
BATAL = "batal"
DITULIS = frozenset({KONSEP, DIKEMBALIKAN})  # what is filled in may be changed
TANPA_NAMA = "tanpa_nama"  # in the place of an id: what came back under a name of its own
BELUM_DISETUJUI = DITULIS | {DIAJUKAN}
DIBATALKAN_DARI = frozenset({KONSEP, DIAJUKAN, DIKEMBALIKAN, DISETUJUI, DIKIRIM})
DIKEMBALIKAN_DARI = frozenset({DIAJUKAN, DISETUJUI, DIKIRIM})
KATA: dict[str, str] = {
    KONSEP: "Konsep",
    DIAJUKAN: "Diajukan",
    DIKEMBALIKAN: "Dikembalikan",
    DISETUJUI: "Disetujui",
    DIKIRIM: "Menunggu tanda tangan",
    DITANDATANGANI: "Ditandatangani",
    DIARSIPKAN: "Diarsipkan",
    BATAL: "Batal",
}


class BukanSaatnya(Refusal):
    """The act does not fit the state the naskah is in."""

    status = 409

    def __init__(self, keadaan: str, *yang_perlu: str) -> None:
        words = ", ".join(KATA[one].lower() for one in yang_perlu)
        super().__init__(
            f"Keadaan naskah ini {KATA[keadaan].lower()}; yang Anda minta hanya untuk naskah "
            f"dengan keadaan {words}. Tidak ada yang diubah. Muat ulang halamannya."
        )


class BelumDicetak(Refusal):
    """A paper nobody could look at yet."""

    def __init__(self) -> None:
        super().__init__(
            "Pratinjau naskah ini belum jadi, sehingga belum dapat dilanjutkan. Tunggu sebentar "
            "lalu muat ulang; bila tetap begini, lihat halaman Gagal, perlu tindakan."
        )


@dataclass(frozen=True)
class Naskah:
    """One paper; `resep` is the sha256 of all it was made from, '' while a fresh one is owed."""

    id: str
    berkas: str
    instansi: str
    jenis: str
    keadaan: str
    dibuat: datetime
    isian: dict[str, object] = field(default_factory=dict)
    penyiap: tuple[str, ...] = ()  # who filled it; they need a second pair of eyes
    nomor: str = ""
    tanggal: date | None = None
    resep: str = ""
    docx: str = ""
    pdf: str = ""
    bertanda_tangan: str = ""
    bahan: str = ""  # the thing of its SOP that it is; '': whatever has its jenis
    token: str = ""  # by which its print is known again
    ajuan: int = 0  # how often it was put forward
    pasangan: str = ""  # the version of its pair that its print was made with
    versi: int = 1


def signatures_count(naskah: Naskah) -> bool:
    """Whether what was signed of it still counts: it was neither taken back nor given up."""
    return naskah.keadaan in (DISETUJUI, DIKIRIM, DITANDATANGANI, DIARSIPKAN)


def called(naskah: Naskah, nama: str) -> str:
    """What a paper of a kind with that name is called; not every kind bears a number."""
    return f"{nama} Nomor {naskah.nomor}" if naskah.nomor else nama


def _need(naskah: Naskah, *keadaan: str) -> None:
    if naskah.keadaan not in keadaan:
        raise BukanSaatnya(naskah.keadaan, *keadaan)


def written(naskah: Naskah, isian: dict[str, object], siapa: str) -> Naskah:
    """What is filled in is changed; a fresh paper is owed."""
    _need(naskah, KONSEP, DIKEMBALIKAN)
    penyiap = tuple(dict.fromkeys((*naskah.penyiap, siapa)))
    return replace(naskah, isian=isian, penyiap=penyiap, resep="")


def put_forward(naskah: Naskah) -> Naskah:
    """From now on it is read, initialled and approved, and not written."""
    _need(naskah, KONSEP, DIKEMBALIKAN)
    _need_print(naskah)
    return replace(naskah, keadaan=DIAJUKAN, ajuan=naskah.ajuan + 1)


def sent_back(naskah: Naskah) -> Naskah:
    """To be corrected, at any time before it is signed; number and date stay with it."""
    _need(naskah, *sorted(DIKEMBALIKAN_DARI))
    # The final print is no konsep: nobody reads or puts forward by it what is to be corrected.
    resep = naskah.resep if naskah.keadaan == DIAJUKAN else ""
    return replace(naskah, keadaan=DIKEMBALIKAN, resep=resep)


def given_up(naskah: Naskah) -> Naskah:
    """It will not be signed; its row stays."""
    _need(naskah, *sorted(DIBATALKAN_DARI))
    return replace(naskah, keadaan=BATAL)


def approved(naskah: Naskah, nomor: str, tanggal: date | None) -> Naskah:
    """Number and date are given and the text is frozen; the first ones stay."""
    _need(naskah, DIAJUKAN)
    _need_print(naskah)
    return replace(
        naskah,
        keadaan=DISETUJUI,
        nomor=naskah.nomor or nomor,
        tanggal=naskah.tanggal or tanggal,
        resep="",
    )


def _need_print(naskah: Naskah) -> None:
    if not naskah.pdf or not naskah.resep:
        raise BelumDicetak


def drafted(naskah: Naskah, resep: str, docx: str, pdf: str, pasangan: str = "") -> Naskah:
    """The paper as just made from `resep`, with that version of its pair."""
    with_ = pasangan or naskah.pasangan
    return replace(naskah, resep=resep, docx=docx, pdf=pdf, pasangan=with_)


def sent(naskah: Naskah) -> Naskah:
    """The paper lies where the signer takes it from."""
    _need(naskah, DISETUJUI)
    return replace(naskah, keadaan=DIKIRIM)


def signed(naskah: Naskah, sha256: str) -> Naskah:
    """The paper came back signed."""
    _need(naskah, DIKIRIM)
    return replace(naskah, keadaan=DITANDATANGANI, bertanda_tangan=sha256)


def archived(naskah: Naskah) -> Naskah:
    """The paper is bound into the dossier."""
    _need(naskah, DITANDATANGANI)
    return replace(naskah, keadaan=DIARSIPKAN)
