"""The drop folder: what the public sent, one small file each, for the office to take in."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from service.disk import Disk, trouble, write_new
from service.domain.refusals import Unavailable

HURUF = "0123456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another one
PANJANG = 20  # letters of five bits: a hundred bits that nobody guesses
LENGKAP = re.compile(f"[{HURUF}]{{{PANJANG}}}")


class DropFolder:
    """Keeps requests and says whether a code's request still lies here."""

    def __init__(self, folder: Path, terbanyak: int) -> None:
        self.folder, self.terbanyak, self.disk = folder, terbanyak, Disk()

    def keep(self, kode: str, isian: Mapping[str, str], now: datetime) -> datetime:
        """The request, durable when this returns, and when it came; the same kode is kept once."""
        kept = {"bentuk": 1, "kode": kode, "diterima": now.isoformat(), "isian": dict(isian)}
        try:
            if len(self.disk.names(self.folder)) >= self.terbanyak:
                raise Unavailable("Kotak permohonan penuh.")
            content = json.dumps(kept, ensure_ascii=False, indent=1).encode()
            write_new(self.disk, self._path(kode), content)
        except FileExistsError:
            return self.since(kode) or now
        except OSError as wrong:
            raise trouble(wrong, "kotak permohonan") from wrong
        return now

    def since(self, kode: str) -> datetime | None:
        """When the request of this kode came, as long as nobody has taken it in."""
        try:
            return datetime.fromtimestamp(self.disk.changed(self._path(kode)), UTC)
        except OSError:
            return None

    def _path(self, kode: str) -> Path:
        # Not the kode itself: a listing of the folder must not be enough to ask for a request.
        return self.folder / f"{hashlib.sha256(kode.encode()).hexdigest()[:40]}.json"


def new_kode(secret: bytes, token: str, isian: Mapping[str, str]) -> str:
    """A kode for this form and these words: sent twice, it is one request."""
    said = json.dumps([token, dict(isian)], sort_keys=True).encode()
    bits = int.from_bytes(hmac.digest(secret, said, "sha256")[:13], "big")
    return "".join(HURUF[(bits >> 5 * n) & 31] for n in range(PANJANG))


def read_kode(text: str) -> str:
    """The kode that somebody typed, or '' where it cannot be one."""
    plain = re.sub(r"[\s-]", "", text.lower()).translate(str.maketrans("oil", "011"))
    return plain if LENGKAP.fullmatch(plain) else ""


def spoken(kode: str) -> str:
    """A kode in groups, as it is shown and read out."""
    return "-".join(kode[n : n + 4] for n in range(0, PANJANG, 4)).upper()
