"""What the house says when it will not, cannot, or came too late."""

from __future__ import annotations


class Refusal(Exception):
    """A rule said no; its sentence is for the person who asked. Never retried."""

    status = 422


class TidakAda(Refusal):
    """What was asked for is not here, or not for this person; both sound alike."""

    status = 404

    def __init__(self, what: str = "Yang Anda cari") -> None:
        super().__init__(f"{what} tidak ditemukan, atau Anda tidak berwenang melihatnya.")


class IsiTidakAda(TidakAda):
    """A row names these bytes and the store has them no more; whoever asks could have had them."""

    def __init__(self, sha256: str) -> None:
        super().__init__("File")
        self.sha256 = sha256


class TidakBerwenang(Refusal):
    """The person is known, the act is not theirs."""

    status = 403

    def __init__(self, why: str = "Anda tidak berwenang melakukan ini.") -> None:
        super().__init__(why)


class Overtaken(Refusal):
    """The row has moved on since it was read; somebody else was first."""

    status = 409

    def __init__(self, kind: str = "", id_: str = "") -> None:
        super().__init__(
            "Sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman lalu coba lagi."
        )
        self.kind, self.id = kind, id_


class TidakDapatDisimpan(Refusal):
    """What was filled in is more than the ledger can keep, or is no text."""

    def __init__(self) -> None:
        super().__init__(
            "Ada isian yang tidak dapat disimpan: terlalu panjang, atau memuat tanda yang bukan "
            "huruf. Tidak ada yang diubah; periksa isiannya, lalu coba lagi."
        )


class Unavailable(Exception):
    """An outside thing failed; `permanent` says that trying again cannot help."""

    def __init__(self, why: str, *, permanent: bool = False) -> None:
        super().__init__(why)
        self.permanent = permanent


class BelumSiap(Unavailable):
    """Its room is still being made; the machine is busy, and nothing is wrong with the file."""

    def __init__(self, ruang: str, detik: float, akibat: str) -> None:
        super().__init__(
            f"Mesin sedang sangat sibuk. {ruang} belum siap setelah {detik:g} detik. {akibat} "
            "Coba lagi sebentar lagi."
        )


class BrokenSeal(Unavailable):
    """Stored bytes are not what was stored; trying again cannot help."""

    def __init__(self, why: str) -> None:
        super().__init__(why, permanent=True)
