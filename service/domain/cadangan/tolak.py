"""Why a backup is not made, not read, or not put back."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.refusals import Refusal, Unavailable

TETAP = "Tidak ada yang diubah."


class CadanganRusak(Unavailable):
    """A file that is no backup, or is one no longer."""

    def __init__(self, nama: str, why: str) -> None:
        super().__init__(f"Cadangan {nama} tidak dapat dipakai: {why} {TETAP}", permanent=True)


class CadanganLebihBaru(Refusal):
    """A backup that a later Berkas wrote."""

    def __init__(self, rilis: str) -> None:
        super().__init__(
            f"Cadangan ini dibuat oleh Berkas {rilis}, yang lebih baru daripada yang terpasang. "
            f"Pasang Berkas {rilis} atau sesudahnya, lalu pulihkan lagi. {TETAP}"
        )


class SandiPerlu(Refusal):
    """A locked backup without its passphrase."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Cadangan {nama} terkunci. Sebutkan file berisi kata sandinya dengan --sandi. {TETAP}"
        )


class SandiSalah(Refusal):
    """A passphrase that does not open."""

    def __init__(self, nama: str) -> None:
        super().__init__(f"Kata sandi tidak membuka cadangan {nama}. {TETAP}")


class SandiLemah(Refusal):
    """A passphrase that would be guessed."""

    def __init__(self, paling: int) -> None:
        super().__init__(
            f"Kata sandi cadangan paling sedikit {paling} huruf; satu kalimat lebih baik. "
            "Tidak ada cadangan yang dibuat."
        )


class KunciHarusTerkunci(Refusal):
    """Keys leave the house only inside what is locked."""

    def __init__(self) -> None:
        super().__init__(
            "Kunci hanya ikut dalam cadangan yang terkunci. Sebutkan --sandi, atau tinggalkan "
            "--kunci. Tidak ada cadangan yang dibuat."
        )


class SudahAda(Refusal):
    """A backup never takes the place of another."""

    def __init__(self, nama: str) -> None:
        super().__init__(f"File {nama} sudah ada. Pilih nama lain. Tidak ada cadangan yang dibuat.")


class FolderTiada(Refusal):
    """A backup goes into a folder that is there; a disk that is not mounted is not made up."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Folder {folder} tidak ada, atau bukan folder. Buat dahulu, atau pasang disknya. "
            "Tidak ada cadangan yang dibuat."
        )


class DasarHilang(Refusal):
    """What a later backup builds on is not beside it."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Cadangan ini lanjutan dari {nama}, yang tidak ada di folder yang sama. Letakkan "
            f"keduanya berdampingan, lalu ulangi. {TETAP}"
        )


class DasarLain(Refusal):
    """A backup that holds another kind of ledger, or another store, cannot be built on."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Cadangan itu tidak dapat dilanjutkan: {why} Buat cadangan penuh, tanpa --dari. "
            "Tidak ada cadangan yang dibuat."
        )


class RumahBerisi(Refusal):
    """A restore does not write over an office."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} sudah berisi. Pemulihan hanya ke rumah yang kosong: pindahkan isinya dahulu, "
            f"atau pilih BERKAS_HOME lain. {TETAP}"
        )


class MesinLain(Refusal):
    """A ledger of the one kind does not go into the other."""

    def __init__(self, asal: str, tujuan: str) -> None:
        super().__init__(
            f"Buku induk dalam cadangan ini {asal}, sedangkan BERKAS_LEDGER menunjuk {tujuan}. "
            f"Sesuaikan BERKAS_LEDGER, lalu ulangi. {TETAP}"
        )


class SegelLain(Refusal):
    """Files that were sealed with another key, with one, or without one."""

    def __init__(self) -> None:
        super().__init__(
            "Penyimpanan dalam cadangan ini disegel dengan kunci lain daripada yang ditunjuk "
            f"BERKAS_KEY_FILE sekarang. Pasang file kunci yang sama, lalu ulangi. {TETAP}"
        )


class NomorBelumDisebut(Refusal):
    """What was numbered after the backup is in it no more; somebody must say how far it went."""

    def __init__(self, buku: Iterable[tuple[str, int]]) -> None:
        self.buku = tuple(buku)
        named = "".join(f"\n  {id_} {last}" for id_, last in self.buku)
        super().__init__(
            "Nomor yang diberikan sesudah cadangan ini dibuat tidak ada di dalamnya dan tidak "
            "boleh diberikan dua kali. Lihat surat terakhir yang keluar, tulis nomor terakhir "
            "setiap buku dalam sebuah file, satu baris satu buku, lalu ulangi dengan --nomor FILE. "
            "Bila tidak dapat diketahui: --celah 50 melompati 50 nomor setiap buku. Bila tidak "
            f"ada surat sesudahnya: --celah 0. {TETAP} Menurut cadangan:{named}"
        )


class NomorTidakSah(Refusal):
    """The last numbers cannot be those."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Nomor terakhir itu tidak dapat dipakai: {why} {TETAP}")


class PemulihanTerputus(Refusal):
    """A home that a restore was not done with; who starts there would give numbers twice."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Pemulihan dari {nama} ke rumah ini terputus sebelum selesai. Pindahkan isi "
            "BERKAS_HOME, kosongkan buku induk di BERKAS_LEDGER, lalu ulangi ./berkas restore."
        )


class TempatKurang(Refusal):
    """Less is free than will be written."""

    def __init__(self, where: str, perlu: int, bebas: int) -> None:
        super().__init__(
            f"Ruang di {where} tidak cukup: perlu sekitar {_mb(perlu)}, bebas {_mb(bebas)}. "
            f"Kosongkan disk itu atau pilih yang lain. {TETAP}"
        )


# What a backup of one night says where the one it should go on from does not serve any more.
TAK_DILANJUTKAN = (CadanganRusak, CadanganLebihBaru, DasarHilang, DasarLain, SandiSalah)


def _mb(bita: int) -> str:
    return f"{-(-bita // 10**6):,} MB".replace(",", ".")
