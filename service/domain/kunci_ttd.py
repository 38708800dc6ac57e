"""The keys that a person signs with: a locked file, a device, or a certificate at a service."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.refusals import Refusal
from service.domain.tanda_tangan import Sertifikat

FILE, PERANGKAT, BSRE = "pkcs12", "pkcs11", "bsre"
LUAR = "luar"  # its key never comes here; the certificate is known from what was signed with it
JENIS = {
    FILE: "File sertifikat (.p12 atau .pfx)",
    PERANGKAT: "Token atau kartu",
    BSRE: "BSrE, lewat Esign Client Service",
    LUAR: "Di aplikasi lain, dikenali dari naskah yang kembali",
}
TERBESAR = 200_000  # bytes; a key with a long chain has a tenth of it
NIK = 16


class KunciMenolak(Refusal):
    """Nothing was signed because of the key: no other paper would be signed with it either."""


class BukanFileKunci(Refusal):
    """What was sent as a key is none."""

    def __init__(self) -> None:
        super().__init__(
            "File sertifikat tidak terbaca, atau frasa sandinya keliru. Belum ada yang disimpan. "
            f"Pilih file .p12 atau .pfx dari penerbit sertifikat, paling besar "
            f"{TERBESAR // 1000} KB, dan ketik frasa sandinya."
        )


class NikKeliru(Refusal):
    """A NIK has sixteen digits; which ones were typed is not repeated."""

    def __init__(self) -> None:
        super().__init__(f"NIK terdiri atas {NIK} angka. Belum ada yang disimpan.")


class KunciDilepas(KunciMenolak):
    """The key is not used any more."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Sertifikat ini sudah dilepas dari akun Anda. Belum ada yang ditandatangani. Pilih "
            "sertifikat lain, atau tambahkan di halaman akun."
        )


@dataclass(frozen=True)
class KunciTtd:
    """One key of one person; whatever opens it is nowhere."""

    id: str
    orang: str
    jenis: str
    nama: str  # as its owner calls it
    dibuat: datetime
    file: str = ""  # sha256 of the locked file
    token: str = ""  # the device, and the key on it
    label: str = ""
    nik: str = field(default="", repr=False, metadata={"rahasia": True})  # sealed
    pemilik: str = ""  # as its certificate says
    penerbit: str = ""
    sidik: str = ""  # sha256 of the certificate
    dari: datetime | None = None
    sampai: datetime | None = None
    dilepas: datetime | None = None
    versi: int = 1

    def warning(self, now: datetime) -> str:
        """What its owner is told of its end; '' while that is far, or not known here."""
        if not self.dari or not self.sampai:
            return ""
        told = Sertifikat(self.pemilik, self.penerbit, self.sidik, self.dari, self.sampai)
        return told.warning(now)

    @property
    def terpakai(self) -> bool:
        """Whether its owner may sign with it."""
        return self.dilepas is None

    @property
    def di_sini(self) -> bool:
        """Whether its owner signs with it on a page of ours."""
        return self.terpakai and self.jenis != LUAR


def known_by(one: KunciTtd, seen: Sertifikat) -> KunciTtd:
    """The key with the certificate that it was seen to sign with."""
    return replace(
        one,
        pemilik=seen.pemilik,
        penerbit=seen.penerbit,
        sidik=seen.sidik,
        dari=seen.dari,
        sampai=seen.sampai,
    )


def let_go(one: KunciTtd, now: datetime) -> KunciTtd:
    """Nobody signs with it any more; what was signed with it stays."""
    return one if one.dilepas else replace(one, dilepas=now, nik="")


def samar(nik: str) -> str:
    """A NIK as it may be seen: its last digits; '' where there is none."""
    return f"NIK ••••{nik[-4:]}" if nik else ""


def nik_of(told: str) -> str:
    """A NIK as somebody typed it, without spaces and dots; NikKeliru."""
    plain = "".join(one for one in told if one not in " .-")
    if len(plain) != NIK or not (plain.isascii() and plain.isdigit()):
        raise NikKeliru
    return plain
