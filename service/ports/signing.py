"""Putting signatures on papers, and looking at those that came back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from service.domain.esign import letak as esign_letak
from service.domain.esign.pengguna import Pengguna
from service.domain.esign.uji_letak import Tergambar
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kepercayaan import Kepercayaan
from service.domain.tanda_tangan import BacaanTanda, Sertifikat


@dataclass(frozen=True)
class KunciFile:
    """A key in a locked file (PKCS#12)."""

    path: Path


@dataclass(frozen=True)
class KunciPerangkat:
    """A key that never leaves its device (PKCS#11)."""

    modul: Path  # the driver of the device
    token: str
    label: str  # of key and certificate on it


@dataclass(frozen=True)
class KunciBsre:
    """A key that BSrE keeps for its owner, who is known there by their NIK."""

    nik: str = field(repr=False)


@dataclass(frozen=True)
class KunciTerpegang:
    """A key that was opened once for several papers; what it is only the signer knows."""

    isi: Any = field(repr=False)


Kunci = KunciFile | KunciPerangkat | KunciBsre | KunciTerpegang


@dataclass(frozen=True)
class Penandatangan:
    """Who signs, and with which key."""

    nama: str
    kunci: Kunci


@dataclass(frozen=True)
class KolomTanda:
    """Where one of them signs: a page (from 0; -1 the last), and left, bottom, right, top."""

    nama: str
    halaman: int = -1
    kotak: tuple[int, int, int, int] | None = None  # in points; None: nothing is to be seen
    sebutan: str = ""  # the printed name of who signs there


@dataclass(frozen=True)
class Rujukan:
    """An empty place over a name where it is said on which page the signature is."""

    halaman: int  # from 0
    kotak: tuple[int, int, int, int]
    baris: tuple[str, ...]
    sebutan: str = ""  # the name below it


@dataclass(frozen=True)
class CaraTanda:
    """How a paper is signed; the places of all who sign are made by the first of them."""

    kolom: Sequence[KolomTanda]
    giliran: str  # the name of the place that is filled now
    alamat: str = ""  # what the QR in it says; '': no QR
    alasan: str = ""
    tempat: str = ""
    ukuran: tuple[float, float] | None = None  # of the page it is seen on, in points


@dataclass(frozen=True)
class TandaJadi:
    """A signature that was made: how far it proves itself, with which certificate, when."""

    tingkat: str  # of PAdES: B-B, B-T, B-LTA
    sertifikat: Sertifikat
    waktu: datetime


class Signer(Protocol):
    """Signs in the signer's own request; the passphrase is asked for once and kept nowhere."""

    def certificate(self, who: Penandatangan, secret: FrasaSandi) -> Sertifikat:
        """The certificate that would sign; Refusal where the key does not open."""
        ...

    def opened(
        self, who: Penandatangan, secret: FrasaSandi
    ) -> AbstractContextManager[Penandatangan]:
        """The same signer, their key opened once for several papers as far as its kind allows;
        Refusal where it does not open. Their passphrase goes on with them until the block ends."""
        ...

    def sign(
        self, pdf: Path, who: Penandatangan, secret: FrasaSandi, how: CaraTanda, out: Path
    ) -> TandaJadi:
        """The same bytes with one signature more, lying at `out` for good when this returns.

        `pdf` is a paper of ours, or one that was taken back by the rule: it is not opened in a
        box. Refusal or Unavailable: nothing was written. PerluDicek, from a service that keeps
        the key: nobody knows whether it was signed; what came back lies at `out`.
        """
        ...


class SigningService(Protocol):
    """The service that keeps the keys of some signers; each question is one request."""

    @property
    def in_use(self) -> bool:
        """Whether the office has one."""
        ...

    @property
    def sends_codes(self) -> bool:
        """Whether it sends one-time codes to sign with."""
        ...

    @property
    def codes_for_many(self) -> bool:
        """Whether one such code signs several papers."""
        ...

    @property
    def hands_out(self) -> bool:
        """Whether it hands out once more what it signed."""
        ...

    @property
    def mark(self) -> str:
        """The mark in the text by which it finds where it is seen; '' where it is told a box."""
        ...

    @property
    def unseen(self) -> bool:
        """Whether its signatures are shown nowhere."""
        ...

    def drawn(self, letak: esign_letak.Letak, halaman: esign_letak.Halaman) -> Tergambar:
        """The box that it would draw for this one; LetakDiLuarHalaman. Nothing is sent."""
        ...

    def prove(self) -> str:
        """What it is, once it answered; Unavailable."""
        ...

    def state(self, nik: str) -> Pengguna:
        """What it says of a signer."""
        ...

    def send_code(self, nik: str, banyak: int = 1) -> None:
        """Have a one-time code sent to a signer, for so many papers."""
        ...

    def sign(self, pdf: Path, nik: str, secret: FrasaSandi, how: CaraTanda, out: Path) -> None:
        """The paper with one signature more at `out`, a file that is not there yet."""
        ...

    def fetch(self, id_dokumen: str, pdf: Path, out: Path) -> None:
        """What it signed before, handed out once more at `out`; SudahDiunduh after that."""
        ...


@dataclass(frozen=True)
class Terkirim:
    """What was sent out to be signed."""

    ukuran: int
    sha256: str


class Verifier(Protocol):
    """Looks at what came back, in the box."""

    def look(self, pdf: Path, kirim: Terkirim) -> BacaanTanda:
        """Its signatures and layers as they are found; what cannot be read says why."""
        ...

    def known(self) -> Kepercayaan:
        """What they are judged by; Unavailable where something there is neither."""
        ...


Letak = tuple[int, tuple[int, int, int, int]]  # a page (from 0), and a box on it in points


class Preparer(Protocol):
    """Makes a print of ours ready to be signed electronically."""

    def prepared(
        self, pdf: Path, kolom: Sequence[KolomTanda], rujukan: Sequence[Rujukan], out: Path
    ) -> Path:
        """The print with an empty place for each who is seen to sign, at `out`; nothing else of
        it is changed but for the words of `rujukan`."""
        ...


class Placer(Protocol):
    """Finds where on a paper of ours somebody signs."""

    def places(self, pdf: Path, names: Sequence[str]) -> list[Letak | None]:
        """For each printed name its page and box; None where no room is."""
        ...

    def blocks(self, pdf: Path, nama: str) -> list[Letak]:
        """Every place over this name where it stands alone, in order: also in the appendices."""
        ...

    def spread(self, pdf: Path, places: Sequence[Letak | None]) -> list[Letak | None]:
        """The same places, wider by room for words where nothing stands beside them."""
        ...

    def size(self, pdf: Path, halaman: int) -> tuple[float, float]:
        """Width and height of a page (from 0), in points."""
        ...

    def written(self, pdf: Path, halaman: int) -> list[tuple[float, float, float, float]]:
        """The boxes of what is written on a page (from 0)."""
        ...

    def found(self, pdf: Path, word: str) -> list[tuple[int, tuple[float, float, float, float]]]:
        """Where a word stands: each time its page (from 0) and its box."""
        ...
