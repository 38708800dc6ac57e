"""The key of a file, wrapped for whoever holds the secret half of a public key (X25519)."""

from __future__ import annotations

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LABEL = b"age-encryption.org/v1/X25519"


def for_recipient(key: bytes, public: bytes) -> bytes:
    """The lines of a head that only this recipient reads; ValueError for a key that is none."""
    own = X25519PrivateKey.generate()
    share = own.public_key().public_bytes_raw()
    secret = own.exchange(X25519PublicKey.from_public_bytes(public))
    wrap = HKDF(SHA256(), 32, share + public, LABEL).derive(secret)
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), key, None)
    return b"-> X25519 %b\n%b" % (_b64(share), _b64(body))


def _b64(raw: bytes) -> bytes:
    return b64encode(raw).rstrip(b"=")
