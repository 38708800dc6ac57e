"""The port SigningService: the service that the office has, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from service.adapters.bsre.rupa import picture
from service.adapters.bsre.v1 import EsignV1
from service.adapters.bsre.v2 import EsignV2
from service.domain.esign.layanan import KOTAK, LETAK, TAK_TAMPAK, LayananBsre
from service.domain.esign.letak import (
    Halaman,
    Letak,
    from_pdf,
    from_v1,
    from_v2,
    require_on_page,
    to_v1,
    to_v2,
)
from service.domain.esign.pengguna import Pengguna
from service.domain.esign.sambungan import Kesabaran
from service.domain.esign.tampak import Tampak
from service.domain.esign.uji_letak import Tergambar
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal
from service.ports.signing import CaraTanda

SEGERA = Kesabaran(sambung=2.0, diam=4.0, seluruh=5.0)  # for who looks whether all is well
NIHIL = "0" * 16  # nobody's NIK


class TanpaLayanan(Refusal):
    """The office has no such service."""

    def __init__(self) -> None:
        super().__init__(
            "Layanan tanda tangan BSrE belum disetel di komputer ini. Belum ada yang "
            "ditandatangani. Minta pengelola mesin mengisi BERKAS_BSRE, atau pakai sertifikat lain."
        )


class BsreService:
    """The Esign Client Service of this office."""

    in_use = True

    def __init__(self, layanan: LayananBsre) -> None:
        self._set = layanan
        self._esign = self._opened(layanan.sambungan.kesabaran)

    def _opened(self, sabar: Kesabaran) -> EsignV1 | EsignV2:
        at = replace(self._set.sambungan, kesabaran=sabar)
        return EsignV1(at) if self._set.versi == 1 else EsignV2(at)

    @property
    def sends_codes(self) -> bool:
        return self._set.versi == 2

    @property
    def codes_for_many(self) -> bool:
        return self.sends_codes and self._set.kode_banyak

    @property
    def hands_out(self) -> bool:
        return self._set.versi == 1

    @property
    def mark(self) -> str:
        return LETAK[self._set.letak]

    @property
    def unseen(self) -> bool:
        return self._set.letak == TAK_TAMPAK

    def drawn(self, letak: Letak, halaman: Halaman) -> Tergambar:
        if self._set.versi == 2:
            two = to_v2(letak, halaman)
            return Tergambar(from_v2(two, letak.nomor), _words(two._asdict()))
        real = self._set.sambungan.ukuran_asli
        one = to_v1(letak, halaman, ukuran_asli=real)
        seen = from_v1(one, letak.nomor, halaman, ukuran_asli=real)
        return Tergambar(seen, _words(one._asdict()))

    def prove(self) -> str:
        # Whoever has no account is told so only where our own name and password are right.
        self._opened(SEGERA).status(NIHIL)
        return f"versi {self._set.versi}"

    def state(self, nik: str) -> Pengguna:
        return self._esign.status(nik)

    def send_code(self, nik: str, banyak: int = 1) -> None:
        self._esign.get_totp(nik, banyak)

    def sign(self, pdf: Path, nik: str, secret: FrasaSandi, how: CaraTanda, out: Path) -> None:
        self._esign.sign(pdf, nik, secret, self._seen(how), out)

    def fetch(self, id_dokumen: str, pdf: Path, out: Path) -> None:
        if not isinstance(self._esign, EsignV1):
            raise TanpaUnduhan
        self._esign.download(id_dokumen, pdf, out)

    def _seen(self, how: CaraTanda) -> Tampak:
        """As the office has set it; unseen where there is nothing to show, or no room for it."""
        bare = Tampak(alasan=how.alasan, lokasi=how.tempat)
        if not how.alamat or self._set.letak == TAK_TAMPAK:
            return bare
        # Version 1 draws the QR by itself.
        shown = replace(bare, tautan=how.alamat)
        if self._set.versi == 2:
            shown = replace(shown, gambar=picture(how.alamat))
        if self._set.letak != KOTAK:
            return replace(shown, penanda=LETAK[self._set.letak])
        mine = next(one for one in how.kolom if one.nama == how.giliran)
        if mine.kotak is None or how.ukuran is None:
            return bare
        halaman = Halaman(*how.ukuran)
        return replace(
            shown, letak=from_pdf(mine.kotak, mine.halaman + 1, halaman), halaman=halaman
        )


def _words(told: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in told.items())


class TanpaUnduhan(Refusal):
    """Version 2 gives a paper in its answer, and never again."""

    def __init__(self) -> None:
        super().__init__(
            "Esign Client Service versi 2 tidak menyerahkan naskah untuk kedua kali. Unggah file "
            "yang ada pada penanda tangannya, atau nyatakan tidak jadi ditandatangani."
        )


class NoService:
    """No service: who keeps their key at BSrE signs elsewhere."""

    in_use = sends_codes = codes_for_many = hands_out = unseen = False
    mark = ""

    def drawn(self, letak: Letak, halaman: Halaman) -> Tergambar:
        """As a key of the office is shown."""
        require_on_page(letak, halaman)
        return Tergambar(letak)

    def prove(self) -> str:
        raise TanpaLayanan

    def state(self, *_: object, **__: object) -> Pengguna:
        raise TanpaLayanan

    def send_code(self, *_: object, **__: object) -> None:
        raise TanpaLayanan

    def sign(self, *_: object, **__: object) -> None:
        raise TanpaLayanan

    def fetch(self, *_: object, **__: object) -> None:
        raise TanpaLayanan
