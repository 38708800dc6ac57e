"""Whether a signer may sign at all: the service knows nine states, and only one of them may."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.kunci_ttd import KunciMenolak

BOLEH, TAK_TERDAFTAR = "ISSUE", "NOT_REGISTERED"
KODE = {1110: "NOT_REGISTERED", 1111: BOLEH}  # as version 1 counts them
_BELUM = "Tidak ada yang ditandatangani."
KALIMAT = {
    "EXPIRED": "Sertifikat elektronik penandatangan sudah berakhir masa berlakunya. Ajukan "
    "sertifikat baru kepada BSrE melalui verifikator instansi.",
    "RENEW": "Sertifikat elektronik penandatangan sedang diperbarui. Selesaikan pembaruannya "
    "pada surel dari BSrE.",
    "WAITING_FOR_VERIFICATION": "Pendaftaran penandatangan masih menunggu verifikasi. Hubungi "
    "verifikator instansi.",
    "NEW": "Penandatangan sudah terdaftar tetapi belum mengaktifkan akunnya. Buka surel aktivasi "
    "dari BSrE.",
    "NO_CERTIFICATE": "Penandatangan terdaftar tetapi belum mempunyai sertifikat elektronik. "
    "Ajukan penerbitannya kepada BSrE melalui verifikator instansi.",
    "NOT_REGISTERED": "Penandatangan belum terdaftar di BSrE. Periksa NIK-nya, atau daftarkan "
    "melalui verifikator instansi.",
    "SUSPEND": "Sertifikat elektronik penandatangan sedang dibekukan. Hubungi verifikator "
    "instansi.",
    "REVOKE": "Sertifikat elektronik penandatangan sudah dicabut. Ajukan sertifikat baru kepada "
    "BSrE melalui verifikator instansi.",
}
_LAIN = (
    "Layanan tanda tangan tidak menyatakan penandatangan boleh menandatangani. Minta pengelola "
    "memeriksa akunnya di layanan itu."
)


class BelumBolehMenandatangani(KunciMenolak):
    """The service would not sign for this person; said before anything is sent to it."""

    def __init__(self, pengguna: Pengguna) -> None:
        super().__init__(f"{pengguna.kalimat} {_BELUM}")
        self.keadaan = pengguna.keadaan


@dataclass(frozen=True)
class Pengguna:
    """What the service says of a signer; '' where it says nothing we know."""

    keadaan: str

    @property
    def boleh(self) -> bool:
        return self.keadaan == BOLEH

    @property
    def kalimat(self) -> str:
        """What it means for the signer; '' where nothing stands in the way."""
        return "" if self.boleh else KALIMAT.get(self.keadaan, _LAIN)

    def require(self) -> None:
        """BelumBolehMenandatangani unless it is ISSUE."""
        if not self.boleh:
            raise BelumBolehMenandatangani(self)


def read(kata: object, kode: object) -> Pengguna:
    """From the word and the number of an answer; where both are told, both must say the same."""
    word = kata.strip().upper() if isinstance(kata, str) else ""
    word = word if word == BOLEH or word in KALIMAT else ""
    number = as_code(kode)
    if number < 1000:  # the status of HTTP again
        return Pengguna(word)
    told = KODE.get(number, "")
    if word == BOLEH and told != BOLEH:
        return Pengguna(told)
    return Pengguna(word or told)


def as_code(kode: object) -> int:
    """A number that came as one or as text; 0 where it is none."""
    if isinstance(kode, int) and not isinstance(kode, bool):
        return kode
    if isinstance(kode, str) and kode.strip().isascii() and kode.strip().isdigit():
        return int(kode.strip()[:9])
    return 0
