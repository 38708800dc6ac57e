"""The two axes on which information stands, each for itself: one of openness, one of archives."""

from __future__ import annotations

from service.domain.dip import KLASIFIKASI as GOLONGAN
from service.domain.uji import KATEGORI

BERKALA, SERTA_MERTA, SETIAP_SAAT = "berkala", "serta_merta", "setiap_saat"
# The axis of the law on public information. What is excluded has no kategori: it is in no DIP.
KATEGORI_DIP: dict[str, str] = KATEGORI
# The bars between the lines of the printed list, in its order.
BILAH: dict[str, str] = GOLONGAN

BIASA, TERBATAS, RAHASIA, SANGAT_RAHASIA = "biasa", "terbatas", "rahasia", "sangat_rahasia"
# The axis of the law on archives: who in the office may handle the paper. It excludes nothing.
KEAMANAN: dict[str, str] = {
    BIASA: "Biasa",
    TERBATAS: "Terbatas",
    RAHASIA: "Rahasia",
    SANGAT_RAHASIA: "Sangat rahasia",
}
BERGEMBOK = frozenset({RAHASIA, SANGAT_RAHASIA})


def doubt(kategori: str, keamanan: str) -> str:
    """What a person looks at again where the two axes seem to disagree; '' where they do not."""
    if kategori not in KATEGORI_DIP or keamanan not in BERGEMBOK:
        return ""
    return (
        f"Klasifikasi keamanan arsipnya {KEAMANAN[keamanan].lower()}, sedangkan informasinya untuk "
        "DIP. Klasifikasi keamanan tidak mengecualikan informasi; periksa apakah arsipnya masih "
        "perlu digembok, atau ujilah informasinya."
    )
