"""Where a piece of information stands: on its way to the public, or to what is withheld."""

from __future__ import annotations

from service.domain.refusals import Refusal

USULAN, TERVERIFIKASI, DITETAPKAN = "usulan", "terverifikasi", "ditetapkan"
TERBIT, DIMUTAKHIRKAN, DICABUT = "terbit", "dimutakhirkan", "dicabut"
USULAN_KECUALI, DIUJI, DIKECUALIKAN = "usulan_kecuali", "diuji", "dikecualikan"
AKAN_BERAKHIR, TERBUKA = "akan_berakhir", "terbuka"
KEADAAN: dict[str, str] = {
    USULAN: "Usulan",
    TERVERIFIKASI: "Terverifikasi",
    DITETAPKAN: "Ditetapkan",
    TERBIT: "Terbit",
    DIMUTAKHIRKAN: "Sedang dimutakhirkan",
    DICABUT: "Dicabut",
    USULAN_KECUALI: "Diusulkan dikecualikan",
    DIUJI: "Sedang diuji",
    DIKECUALIKAN: "Dikecualikan",
    AKAN_BERAKHIR: "Pengecualiannya akan berakhir",
    TERBUKA: "Terbuka, menunggu masuk DIP",
}
# What no list of the public may hold, and no file of it leaves the closed side.
TERTUTUP = frozenset({USULAN_KECUALI, DIUJI, DIKECUALIKAN, AKAN_BERAKHIR})
# What within the office is only for those who may see what is withheld; what is open by law, but
# whose file nobody has confirmed yet, among it.
TERBATAS_DILIHAT = TERTUTUP | {TERBUKA}
BERLAKU_KECUALI = frozenset({DIKECUALIKAN, AKAN_BERAKHIR})
# What can be written in; what was established stays as the decree has it.
DAPAT_DIUBAH = frozenset({USULAN, TERVERIFIKASI, DIMUTAKHIRKAN})
# What somebody is to verify.
MENUNGGU = frozenset({USULAN, DIMUTAKHIRKAN})
# Of which an edition, or its draft, may take the words as they stand.
TERDAFTAR = frozenset({TERVERIFIKASI, DITETAPKAN, TERBIT})

MENUJU: dict[str, tuple[str, ...]] = {
    USULAN: (TERVERIFIKASI, USULAN_KECUALI, DICABUT),
    TERVERIFIKASI: (DITETAPKAN, USULAN, DIMUTAKHIRKAN, USULAN_KECUALI, DICABUT),
    DITETAPKAN: (TERBIT, DICABUT),
    TERBIT: (DIMUTAKHIRKAN, DICABUT),
    DIMUTAKHIRKAN: (TERVERIFIKASI, DICABUT),
    DICABUT: (USULAN, USULAN_KECUALI),
    USULAN_KECUALI: (DIUJI, USULAN),
    DIUJI: (DIKECUALIKAN, USULAN),
    DIKECUALIKAN: (AKAN_BERAKHIR, TERBUKA),
    AKAN_BERAKHIR: (TERBUKA, DIKECUALIKAN),
    TERBUKA: (TERVERIFIKASI,),
}
# What a person would ask for out of turn, and what comes first.
_DAHULU: dict[tuple[str, str], str] = {
    (USULAN, DITETAPKAN): "Verifikasi dahulu.",
    (USULAN, TERBIT): "Verifikasi lalu tetapkan dahulu.",
    (TERVERIFIKASI, TERBIT): "Tetapkan dahulu dengan surat keputusan.",
    (DIMUTAKHIRKAN, DITETAPKAN): "Verifikasi dahulu.",
    (TERBIT, USULAN_KECUALI): "Cabut dahulu dari DIP dengan alasannya.",
    (DIMUTAKHIRKAN, USULAN_KECUALI): "Cabut dahulu dari DIP dengan alasannya.",
    (DITETAPKAN, USULAN_KECUALI): "Cabut dahulu dari DIP dengan alasannya.",
    (USULAN, DIKECUALIKAN): "Usulkan pengecualiannya, lalu ujilah dahulu.",
    (USULAN_KECUALI, DIKECUALIKAN): "Ujilah dahulu konsekuensinya.",
    (DIKECUALIKAN, TERBIT): "Buka dahulu dengan keputusan.",
    (AKAN_BERAKHIR, TERBIT): "Buka dahulu dengan keputusan.",
    (TERBUKA, TERBIT): "Pastikan dahulu file yang diumumkan, lalu tetapkan.",
}


class TidakDapatBeralih(Refusal):
    """What is asked does not follow where the information stands."""

    status = 409

    def __init__(self, dari: str, ke: str) -> None:
        self.dari, self.ke = dari, ke
        first = _DAHULU.get((dari, ke), "")
        if dari == ke:
            head = f"Sudah {_low(dari)}."
        else:
            head = f"Tidak dapat langsung menjadi {_low(ke)}; sekarang {_low(dari)}."
        super().__init__(" ".join(filter(None, (head, first, "Tidak ada yang diubah."))))


def need_way(dari: str, ke: str) -> None:
    """Refuse a state that does not follow the present one."""
    if ke not in MENUJU[dari]:
        raise TidakDapatBeralih(dari, ke)


def _low(keadaan: str) -> str:
    words = KEADAAN[keadaan]
    return words[0].lower() + words[1:]
