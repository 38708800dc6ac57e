"""Why a signature is not set, or not taken: one class for each, with its sentence."""

from __future__ import annotations

from service.domain.refusals import Refusal


class BukanGiliran(Refusal):
    """Somebody signs out of turn."""

    status = 409

    def __init__(self, sebutan: str) -> None:
        super().__init__(
            f"Naskah ini sekarang menunggu tanda tangan {sebutan}. Belum ada yang ditandatangani; "
            "Anda menandatanganinya sesudah itu."
        )


class SedangDitandatangani(Refusal):
    """Two never sign one paper at the same time: each begins with what the last one left."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini sedang ditandatangani orang lain, atau oleh Anda sendiri di halaman yang "
            "terputus. Belum ada yang Anda tanda tangani sekarang. Tunggu paling lama lima menit, "
            "muat ulang halaman ini, lalu coba lagi."
        )


class SedangDibubuhi(Refusal):
    """A paper is not taken from the hands of who signs it at this moment."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini sedang ditandatangani pada saat ini. Tidak ada yang diubah. Tunggu "
            "sebentar, muat ulang halaman ini, lalu coba lagi."
        )


class MasihDicek(Refusal):
    """Nobody knows yet whether an earlier signature was set."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Jawaban atas tanda tangan terakhir pada naskah ini hilang di jalan, jadi harus dicek "
            "seorang petugas dahulu. Belum ada yang ditandatangani lagi."
        )


class BukanPerluDicek(Refusal):
    """There is no doubt about this signature, or no longer."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Tanda tangan ini tidak sedang dicek, atau sudah dicek orang lain. Tidak ada yang "
            "berubah. Muat ulang halamannya."
        )


class BukanTempatAnda(Refusal):
    """The place is not empty, or is no place of this paper."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Tempat tanda tangan ini sudah terisi atau tidak diperlukan lagi. Tidak ada yang "
            "berubah. Muat ulang halamannya."
        )


class UrutanTerlewat(Refusal):
    """A file is taken for the signature of one, while another comes first."""

    def __init__(self, sebutan: str) -> None:
        super().__init__(
            f"Menurut urutannya tanda tangan {sebutan} lebih dahulu. Belum ada yang berubah. "
            "Sebut juga penandatangan itu bila tanda tangannya ada pada file ini."
        )


class TanpaAlasanMenolak(Refusal):
    """Who does not sign says why."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis mengapa naskah ini tidak Anda tanda tangani; penyusunnya membaca alasan itu. "
            "Tidak ada yang berubah."
        )
