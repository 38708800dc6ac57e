"""Opening the key of a signer: from a locked file, or on a device that keeps it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pkcs11 import exceptions as perangkat
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciMenolak
from service.domain.tanda_tangan import Masa, Sertifikat
from service.ports.signing import (
    KunciBsre,
    KunciFile,
    KunciPerangkat,
    KunciTerpegang,
    Penandatangan,
)

TERBESAR = 1_000_000  # bytes of a key file; more is no key
# A process logs in to a device once; two who sign at the same time would share one login.
_SEORANG = threading.Lock()
_PIN = (perangkat.PinIncorrect, perangkat.PinInvalid, perangkat.PinLenRange)


class FrasaSalah(KunciMenolak):
    """The passphrase does not open the key; never tried again by itself, for devices lock."""

    def __init__(self) -> None:
        super().__init__(
            "Frasa sandi tidak membuka kunci tanda tangan. Belum ada yang ditandatangani; periksa "
            "huruf besar-kecilnya, lalu ketik ulang."
        )


class KunciTidakAda(KunciMenolak):
    """There is no key where one is set."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Kunci tanda tangan {nama} tidak ditemukan. Belum ada yang ditandatangani; pasang "
            "perangkatnya, atau mintalah pengelola memeriksa letak kuncinya."
        )


class KunciRusak(KunciMenolak):
    """What lies there is no key with its certificate."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Kunci tanda tangan {nama} tidak dapat dipakai: filenya rusak, atau tidak memuat "
            "kunci beserta sertifikatnya. Belum ada yang ditandatangani."
        )


class PerangkatTerkunci(KunciMenolak):
    """Too many wrong tries; the device opens for nobody."""

    def __init__(self) -> None:
        super().__init__(
            "Perangkat kunci terkunci karena terlalu banyak frasa sandi yang keliru. Mintalah "
            "penerbitnya membukanya."
        )


class SertifikatTidakBerlaku(KunciMenolak):
    """Today is not one of the days of the certificate."""

    def __init__(self, masa: Masa, told: Sertifikat) -> None:
        kapan = (
            f"berakhir pada {told.sampai:%d-%m-%Y}"
            if masa is Masa.HABIS
            else f"baru berlaku mulai {told.dari:%d-%m-%Y}"
        )
        super().__init__(
            f"Sertifikat {told.pemilik} {kapan}. Belum ada yang ditandatangani; mintalah "
            "sertifikat yang berlaku kepada penerbitnya."
        )


@contextmanager
def opened(who: Penandatangan, secret: FrasaSandi) -> Iterator[Signer]:
    """What signs with the key of this person, as long as the block lasts."""
    if isinstance(who.kunci, KunciTerpegang):
        yield who.kunci.isi
        return
    if isinstance(who.kunci, KunciFile):
        yield _from_file(who.nama, who.kunci, secret)
        return
    if isinstance(who.kunci, KunciBsre):
        raise KunciTidakAda(who.nama)  # it lies at a service, and is never here
    with _SEORANG, _session(who.nama, who.kunci, secret) as session:
        yield _on_device(who.nama, who.kunci, session)


@contextmanager
def at_hand(who: Penandatangan, secret: FrasaSandi) -> Iterator[Penandatangan]:
    """The same signer with their key read, and the passphrase wiped; one on a device stays there,
    for who holds it open keeps everybody else's device shut."""
    if isinstance(who.kunci, KunciFile):
        held = _from_file(who.nama, who.kunci, secret)
        secret.wipe()
        yield replace(who, kunci=KunciTerpegang(held))
        return
    yield who


def _from_file(nama: str, kunci: KunciFile, secret: FrasaSandi) -> Signer:
    try:
        with kunci.path.open("rb") as file:
            packed = file.read(TERBESAR)
    except OSError as away:
        raise KunciTidakAda(nama) from away
    with secret.opened() as letters:
        try:
            # The letters as they are lent: bytes made of them could not be wiped.
            key, cert, others = pkcs12.load_key_and_certificates(packed, letters)
        except (ValueError, TypeError, UnsupportedAlgorithm) as wrong:
            raise (FrasaSalah() if "password" in str(wrong) else KunciRusak(nama)) from None
    if cert is None or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise KunciRusak(nama)
    return KunciTerbuka(key, cert, others)


class KunciTerbuka(Signer):
    """A key in memory, read once: the library's own reads it anew for every signature."""

    def __init__(self, key: Any, cert: Any, others: Iterable[Any]) -> None:
        store = SimpleCertificateStore()
        store.register_multiple(map(translate_pyca_cryptography_cert_to_asn1, others))
        super().__init__(
            signing_cert=translate_pyca_cryptography_cert_to_asn1(cert), cert_registry=store
        )
        self._key = key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        assert digest_algorithm == "sha256"  # as the signer asks
        if isinstance(self._key, rsa.RSAPrivateKey):
            if dry_run:
                return bytes(self._key.key_size // 8)
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        signed: bytes = self._key.sign(data, ec.ECDSA(hashes.SHA256()))
        return signed


@contextmanager
def _session(nama: str, kunci: KunciPerangkat, secret: FrasaSandi) -> Iterator[Any]:
    try:
        with secret.opened() as letters:
            session = open_pkcs11_session(
                str(kunci.modul),
                token_criteria=TokenCriteria(label=kunci.token),
                user_pin=letters.decode("utf-8", "replace"),
            )
    except _PIN:
        raise FrasaSalah from None
    except perangkat.PinLocked:
        raise PerangkatTerkunci from None
    except (RuntimeError, OSError):  # also a driver that is none
        raise KunciTidakAda(nama) from None
    try:
        with session:
            yield session
    except perangkat.PKCS11Error:  # pulled out in the middle, or a certificate without its key
        raise KunciTidakAda(nama) from None


def _on_device(nama: str, kunci: KunciPerangkat, session: Any) -> Signer:
    signer = PKCS11Signer(session, cert_label=kunci.label, key_label=kunci.label)
    if signer.signing_cert is None:
        raise KunciRusak(nama)
    return signer
