"""The port Reader: what may be asked of a file, and what is believed of the answer."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from service.adapters.kotak_baca import (
    tabel_diisi,
    tabel_luar,
    tanda,
    templat_luar,
    tinta_luar,
    unit_luar,
)
from service.adapters.kotak_baca.arus import Hilang, Jawaban
from service.adapters.kotak_baca.kotak import Kotak
from service.domain import bacaan_luar, pemisah, tanda_luar
from service.domain.bacaan import Bacaan
from service.domain.bacaan_luar import BacaanAneh
from service.domain.batas import Batas
from service.domain.klinik.letak import Frasa, Letak
from service.domain.klinik.templat import Templat
from service.domain.pemisah import Lembaran
from service.domain.pindai_tinta import LembarPindai, TempatCetak
from service.domain.refusals import BelumSiap, Refusal, Unavailable
from service.domain.sop.impor_bentuk import Sumber
from service.domain.tabel_isian import TabelIsian
from service.domain.tanda_tangan import BacaanTanda, DasarTanda
from service.domain.temuan import Temuan

DETIK, MEMORI = 10, 1_200  # what one file may use up: seconds of processor, MB
DETIK_TABEL = 60  # the same, for a list of 100,000 lines
DETIK_BAGIAN = 60  # the same, where pages are bound anew or signatures of a long paper judged
PATIENCE = 5  # seconds by the clock on the wall besides, before the whole box is thrown away
LARGEST = 64_000_000  # bytes of an answer that is not unpacked to a file
TERLALU_BERAT = 3
TIME_IS_UP = (-9, -14, -24)  # killed, by its alarm, by the processor limit


class TidakTerbaca(Refusal):
    """The readers could not give what was asked of this file."""

    def __init__(self) -> None:
        super().__init__(
            "Isi file ini tidak dapat ditampilkan. File tersimpan utuh; unduh aslinya bila perlu."
        )


class TabelTidakTerbaca(Refusal):
    """A table that people filled in, and no reader of ours came through."""

    def __init__(self) -> None:
        super().__init__(
            "Tabel ini terlalu berat untuk dibaca, atau filenya rusak. Belum ada yang disimpan. "
            "Salin isinya ke formulir yang baru diunduh, lalu unggah formulir itu."
        )


class DaftarTidakTerbaca(Refusal):
    """A unit's list, and no reader of ours came through."""

    def __init__(self) -> None:
        super().__init__(
            "Daftar ini terlalu berat untuk dibaca, atau filenya rusak. Belum ada yang disimpan. "
            "Salin isinya sebagai nilai ke buku kerja baru, simpan sebagai .xlsx, lalu unggah lagi."
        )


class BoxReader:
    """The port Reader; the box is made when it is first needed, and again where it was lost."""

    def __init__(self, batas: Batas) -> None:
        self._batas = batas
        self._server: Kotak | None = None
        self._making = threading.Lock()

    def look(self, path: Path, nama: str) -> Bacaan:
        told = {"nama": nama, "batas": vars(self._batas)}
        answer = self.ask("lihat", path, told)
        if answer.whole and answer.code == 0:
            with contextlib.suppress(BacaanAneh):
                return bacaan_luar.read(answer.isi, self._batas)
        return Bacaan(self._kind(path), temuan=(Temuan(_fault(answer.code)),))

    def picture(self, path: Path, halaman: int, lebar: int) -> bytes:
        return self.whole(self.ask("rupa", path, {"halaman": halaman, "lebar": lebar}))

    def scan(self, path: Path, halaman: int) -> bytes:
        return self.whole(self.ask("pindai", path, {"halaman": halaman}))

    def member(self, path: Path, nama: str, n: int, out: Path) -> Path:
        return self.unpacked("anggota", path, {"nama": nama, "n": n}, out)

    def unpacked(
        self,
        tugas: str,
        path: Path,
        told: dict[str, Any],
        out: Path,
        bekal: tuple[int, ...] = (),
    ) -> Path:
        """A long answer, written to `out`."""
        with out.open("wb") as unpacked:
            answer = self.ask(tugas, path, told, unpacked, bekal)
        if not answer.whole or answer.code:
            out.unlink()
            raise TidakTerbaca
        return out

    def sheets(self, path: Path, dari: int) -> list[Lembaran]:
        answer = self.whole(self.ask("lembar", path, {"dari": dari}))
        try:
            told = [(str(kode), bool(kosong)) for kode, kosong in bacaan_luar.parsed(answer)]
        except (ValueError, TypeError) as odd:
            raise TidakTerbaca from odd
        return [Lembaran(pemisah.read(kode), kosong) for kode, kosong in told]

    def part(self, path: Path, dari: int, sampai: int, out: Path) -> Path:
        told = {"dari": dari, "sampai": sampai, "detik": DETIK_BAGIAN}
        return self.unpacked("bagian", path, told, out)

    def rows(self, path: Path) -> list[list[str]]:
        answer = self.whole(self.ask("tabel", path, {}))
        try:
            told = bacaan_luar.parsed(answer)
            if not isinstance(told, str):
                return [[bacaan_luar.text(cell, 50_000) for cell in row] for row in told]
        except (ValueError, TypeError) as odd:
            raise TidakTerbaca from odd
        raise Refusal(bacaan_luar.text(told, 500))

    def filled_table(self, path: Path) -> TabelIsian:
        answer = self.ask("tabel_isian", path, {})
        if not answer.whole or answer.code:
            raise TabelTidakTerbaca
        try:
            told = bacaan_luar.parsed(answer.isi)
            if not isinstance(told, str):
                return tabel_diisi.table(told)
        except (ValueError, TypeError, LookupError) as odd:
            raise TabelTidakTerbaca from odd
        raise Refusal(bacaan_luar.text(told, 500))

    def unit_tables(self, path: Path) -> list[TabelIsian]:
        answer = self.ask("tabel_unit", path, {"detik": DETIK_TABEL})
        if not answer.whole or answer.code:
            raise DaftarTidakTerbaca
        try:
            told = unit_luar.tables(answer.isi)
        except (ValueError, TypeError, LookupError) as odd:
            raise DaftarTidakTerbaca from odd
        if isinstance(told, str):
            raise Refusal(told)
        return told

    def sop_table(self, path: Path) -> Sumber:
        answer = self.whole(self.ask("tabel_sop", path, {}))
        try:
            told = bacaan_luar.parsed(answer)
            if not isinstance(told, str):
                return tabel_luar.source(told)
        except (ValueError, TypeError, LookupError) as odd:
            raise TidakTerbaca from odd
        raise Refusal(bacaan_luar.text(told, 500))

    def template(self, path: Path, nama: str) -> Templat:
        answer = self.ask("templat", path, {"nama": nama})
        if answer.whole and answer.code == 0:
            with contextlib.suppress(ValueError, TypeError, LookupError):
                return templat_luar.template(bacaan_luar.parsed(answer.isi))
        return Templat(word=False, temuan=((_fault(answer.code), ""),))

    def joined(self, path: Path, out: Path) -> Path:
        return self.unpacked("sambung", path, {}, out)

    def places(self, pdf: Path, frasa: Sequence[Frasa]) -> list[Letak | None]:
        told = [(one.teks, one.urut, one.lewati) for one in frasa]
        answer = self.whole(self.ask("letak", pdf, {"frasa": told}))
        try:
            return templat_luar.places(bacaan_luar.parsed(answer), len(frasa))
        except (ValueError, TypeError, LookupError) as odd:
            raise TidakTerbaca from odd

    def signatures(self, path: Path, dasar: DasarTanda) -> BacaanTanda:
        told = {"pada": dasar.pada.isoformat(), "dikirim": dasar.dikirim, "detik": DETIK_BAGIAN}
        with tanda.judged_by(dasar.akar, dasar.crl) as bekal:
            answer = self.ask("tanda", path, told, bekal=(bekal,))
        size = path.stat().st_size
        if answer.whole and answer.code == 0:
            with contextlib.suppress(BacaanAneh):
                return tanda_luar.read(answer.isi, size)
        return BacaanTanda(size, ganjil=_fault(answer.code))

    def inked(self, path: Path, cetakan: Path, tempat: Sequence[TempatCetak]) -> list[LembarPindai]:
        told = [(one.urut, one.halaman, *one.kotak) for one in tempat]
        pages: list[LembarPindai] = []
        with cetakan.open("rb") as printed:
            while len(pages) < self._batas.halaman:
                errand = {"dari": len(pages) + 1, "tempat": told, "detik": DETIK_BAGIAN}
                answer = self.ask("tinta", path, errand, bekal=(printed.fileno(),))
                if not (more := tinta_luar.pages(self.whole(answer))):
                    break
                pages += more
        return pages

    def close(self) -> None:
        """Throw the box away."""
        with self._making:
            server, self._server = self._server, None
        if server:
            server.end()

    def _kind(self, path: Path) -> str:
        answer = self.ask("jenis", path, {})
        return bacaan_luar.mime(answer.isi[:200].decode(errors="replace") if answer.whole else "")

    @staticmethod
    def whole(answer: Jawaban) -> bytes:
        """A short answer; TidakTerbaca where it is none."""
        if not answer.whole or answer.code:
            raise TidakTerbaca
        return answer.isi

    def ask(
        self,
        tugas: str,
        path: Path,
        told: dict[str, Any],
        into: BinaryIO | None = None,
        bekal: tuple[int, ...] = (),
    ) -> Jawaban:
        """What a child makes of the file; Unavailable where no box can be made."""
        errand = {"tugas": tugas, "detik": DETIK, "memori": MEMORI, **told}
        most = self._batas.isi if into else LARGEST
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise TidakTerbaca  # a pipe in its place would be waited for without end
            for last in (False, True):
                server = self._ready()
                if into:  # a box that was lost may have given a part
                    into.seek(0)
                    into.truncate()
                try:
                    patience = 2 * int(told.get("detik", DETIK)) + PATIENCE
                    taken = into.write if into else None
                    return server.ask(
                        json.dumps(errand).encode(), (fd, *bekal), most, patience, taken
                    )
                except Hilang as lost:
                    self._forget(server)
                    if last:
                        raise Unavailable("Ruang tertutup berhenti di tengah membaca.") from lost
        finally:
            os.close(fd)
        raise AssertionError

    def _ready(self) -> Kotak:
        with self._making:
            if self._server is None:
                self._server = Kotak()
            try:
                self._server.await_start()
            except BelumSiap:
                raise  # it goes on, and the next file finds it further
            except Unavailable:
                self._server.end()
                self._server = None
                raise
            return self._server

    def _forget(self, server: Kotak) -> None:
        with self._making:
            if self._server is server:
                self._server = None
        server.end()


def _fault(code: int) -> str:
    if code in TIME_IS_UP:
        return "terlalu_lama"
    return "terlalu_berat" if code == TERLALU_BERAT else "pembaca_gugur"
