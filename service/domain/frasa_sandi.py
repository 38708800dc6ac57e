"""What only a signer knows, on its way from who typed it to the key it opens, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Literal, NoReturn

from service.domain.refusals import Refusal

TERPANJANG = 1_000  # letters; more is no passphrase
Macam = Literal["frasa", "totp"]
FRASA: Macam = "frasa"
TOTP: Macam = "totp"
_KODE = re.compile(r"[0-9A-Za-z]{4,12}")


class FrasaTidakTerbaca(Refusal):
    """What was typed cannot be a passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "Frasa sandi kosong, terlalu panjang, atau memuat tanda yang tidak dapat diketik. "
            "Ketik ulang, lalu coba lagi."
        )


class KodeTidakTerbaca(Refusal):
    """What was typed cannot be a one-time code."""

    def __init__(self) -> None:
        super().__init__(
            "Kode sekali pakai (TOTP) terdiri atas 4 sampai 12 angka atau huruf. Ketik ulang kode "
            "yang terakhir Anda terima."
        )


class FrasaSudahDipakai(Refusal):
    """It was wiped; whoever needs it once more has to ask the person."""

    def __init__(self) -> None:
        super().__init__("Frasa sandi sudah dihapus dari ingatan. Ketik ulang untuk mencoba lagi.")


class FrasaSandi:
    """Shows itself to nobody, is copied and written nowhere, and is wiped when its block ends."""

    __slots__ = ("_isi", "macam")

    def __init__(self, text: str, macam: Macam = FRASA) -> None:
        if macam == TOTP:
            text = text.strip()
            if not _KODE.fullmatch(text):
                raise KodeTidakTerbaca
        if not 0 < len(text) <= TERPANJANG:
            raise FrasaTidakTerbaca
        self.macam = macam
        self._isi: bytearray | None = bytearray(text.encode("utf-8", "surrogatepass"))

    def __enter__(self) -> FrasaSandi:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()

    @contextmanager
    def opened(self) -> Iterator[bytearray]:
        """Its letters as UTF-8, in a room of their own that is wiped when the block ends."""
        if self._isi is None:
            raise FrasaSudahDipakai
        lent = bytearray(self._isi)
        try:
            yield lent
        finally:
            lent[:] = bytes(len(lent))

    def reveal(self) -> str:
        """Its words, for the one request to a service that they are for."""
        with self.opened() as letters:
            words = letters.decode("utf-8", "surrogatepass")
        if not words.isprintable():
            raise FrasaTidakTerbaca
        return words

    def wipe(self) -> None:
        """Overwrite it; it opens nothing any more."""
        if self._isi is not None:
            self._isi[:] = bytes(len(self._isi))
            self._isi = None

    def __repr__(self) -> str:
        return "FrasaSandi(…)"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a passphrase is neither copied nor written down")

    def __copy__(self) -> NoReturn:
        self.__reduce_ex__(0)

    def __deepcopy__(self, memo: object) -> NoReturn:
        self.__reduce_ex__(0)
