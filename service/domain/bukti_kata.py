"""What is told of one signature, in words: the page and the printed sheet say the same."""

from __future__ import annotations

from service.domain.bukti_ttd import SEBAGAI, BuktiSatu
from service.domain.orang import PLH, PLT
from service.domain.tanggal import moment
from service.domain.tempat_ttd import PERLU_DICEK, said
from service.domain.wewenang import PERAN

ACTING = (SEBAGAI[PLT], SEBAGAI[PLH])  # these stand before an office
# Each fact by the column that the sheet has for it, and what the page calls it.
LABEL = {
    "oleh": "Oleh",
    "sebagai": "Sebagai",
    "tercetak": "Tercetak pada naskah",
    "cara": "Cara",
    "dicatat": "Dicatat Berkas",
    "alasan": "Alasan",
    "waktu": "Waktu pada tanda tangan",
    "tingkat": "Tingkat",
    "pemilik": "Pemilik sertifikat",
    "penerbit": "Diterbitkan oleh",
    "masa": "Masa berlaku sertifikat",
}
LABEL_SIDIK = {  # long rows of letters
    "sidik": "Sidik sertifikat (SHA-256)",
    "sebelum": "SHA-256 sebelum",
    "sesudah": "SHA-256 sesudah",
    "kembali": "SHA-256 file yang kembali dan belum diterima",
}


def office(peran: str, sebagai: str) -> str:
    """`Plh. PPID`, or the peran with how else it was held."""
    named = PERAN.get(peran, peran)
    return f"{sebagai} {named}" if sebagai in ACTING else f"{named} {sebagai}".strip()


def told(one: BuktiSatu, nama: str, alasan: str, zona: str, *, berlaku: bool) -> dict[str, str]:
    """All of one signature by its columns; '' where it has no such fact."""
    place, cert = one.tempat, one.sertifikat
    doubt = place.keadaan == PERLU_DICEK
    return {
        "jabatan": PERAN.get(place.peran, place.peran),
        "keadaan": said(place, berlaku=berlaku),
        "oleh": nama,
        "sebagai": office(place.peran, one.sebagai) if place.oleh else "",
        "tercetak": str(one.tercetak or ""),
        "cara": one.cara,
        "dicatat": moment(place.pada, zona) if place.pada else "",
        "alasan": alasan,
        "waktu": moment(one.waktu, zona) if one.waktu else "",
        "tingkat": one.tingkat,
        "pemilik": cert.pemilik if cert else "",
        "penerbit": cert.penerbit if cert else "",
        "masa": f"{moment(cert.dari, zona)} sampai {moment(cert.sampai, zona)}" if cert else "",
        "sidik": cert.sidik if cert else "",
        "sebelum": place.sebelum,
        "sesudah": "" if doubt else place.sesudah,
        "kembali": place.sesudah if doubt else "",
        "ditemukan": " ".join(one.ditemukan),
    }
