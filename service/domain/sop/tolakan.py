"""Why a step is not done, in words for the officer; each says that nothing has changed."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.refusals import Refusal


class SudahSelesai(Refusal):
    """The matter has come to its end."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini sudah selesai. Tidak ada yang diubah.")


class BukanPelaksana(Refusal):
    """Somebody else does this row."""

    status = 403

    def __init__(self, sebutan: Sequence[str]) -> None:
        super().__init__(
            f"Langkah ini dikerjakan oleh {_listed(sebutan)}. Tidak ada yang diubah. Mintalah "
            "yang bersangkutan menyelesaikannya."
        )


class BelumLengkap(Refusal):
    """Something is not there, or not yet in the state in which it counts."""

    def __init__(self, lacks: Sequence[str], owed: Sequence[tuple[str, str]]) -> None:
        said = []
        if lacks:
            said.append(f"Yang diperlukan belum ada: {_listed(lacks)}.")
        if owed:
            states = [f"{nama} ({cukup.replace('_', ' ')})" for nama, cukup in owed]
            said.append(f"Yang harus dihasilkan belum cukup: {_listed(states)}.")
        super().__init__(" ".join(["Langkah ini belum dapat diselesaikan.", *said]))
        self.lacks, self.owed = tuple(lacks), tuple(nama for nama, _ in owed)


class BukanHasil(Refusal):
    """A decision is asked for, out of those that the SOP names."""

    def __init__(self, choices: Sequence[str]) -> None:
        words = [one.replace("_", " ") for one in choices]
        what = f"Pilih salah satu: {_listed(words)}." if words else "Langkah ini tanpa pilihan."
        super().__init__(f"{what} Langkah belum diselesaikan.")


class ButirBelumDiputus(Refusal):
    """Items without an outcome, or none at all."""

    def __init__(self, banyak: int) -> None:
        what = f"{banyak} butir belum diputus" if banyak else "Belum ada butir yang diputus"
        super().__init__(f"{what}. Langkah belum diselesaikan; beri hasil untuk setiap butir.")


class PerluBagian(Refusal):
    """An SOP in parts opens one of them, and none was named."""

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"SOP {judul} terdiri atas beberapa bagian, jadi berkasnya dibuka per bagian. Belum "
            "ada berkas yang dibuka. Buka bagiannya di daftar berkas."
        )


class PerluAlasanKembali(Refusal):
    """Who sends something back says why."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas dikembalikan hanya dengan alasan. Tulis apa yang harus diperbaiki; belum ada "
            "yang diubah."
        )


class RujukanBelumSelesai(Refusal):
    """The SOP that is called here is still under way."""

    def __init__(self) -> None:
        super().__init__(
            "SOP yang dirujuk langkah ini belum selesai. Selesaikan berkas rujukannya lebih dahulu."
        )


class RapatBelumSelesai(Refusal):
    """The row is worked with a meeting, and that is not written down whole."""

    def __init__(self, kurang: Sequence[str]) -> None:
        super().__init__(
            f"Langkah ini belum dapat diselesaikan. Rapatnya belum lengkap: {' '.join(kurang)}"
        )


class UnitBelumSelesai(Refusal):
    """Units still walk their own rows."""

    def __init__(self, unit: Sequence[str]) -> None:
        super().__init__(
            f"Belum selesai di {len(unit)} unit. Tunggu, atau tutup putaran dengan mencatat unit "
            "yang belum."
        )


class BukanTahap(Refusal):
    """The act it stood in is no more; the page is an old one."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Tahap ini sudah lewat. Muat ulang halamannya.")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
