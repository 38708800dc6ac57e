"""Version 1: forms in parts, the paper in the answer, and a second chance to fetch it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from service.adapters.bsre.badan import Badan, multipart
from service.adapters.bsre.bentuk import Ditandatangani, examined_v1, fields_v1
from service.adapters.bsre.galat import fields, odd, unsigned
from service.adapters.bsre.kirim import Jawaban, JawabanHilang, Permintaan, Take
from service.adapters.bsre.layanan import Layanan
from service.adapters.bsre.simpan import Simpanan, kept, lent
from service.adapters.bsre.terima import LEBIH, accepted, broken
from service.domain.esign import pengguna
from service.domain.esign.galat import SudahDiunduh, TanpaTotp
from service.domain.esign.periksa import Pemeriksaan
from service.domain.esign.tampak import Tampak, require
from service.domain.frasa_sandi import FRASA, FrasaSandi
from service.domain.kunci_ttd import nik_of

_ID = re.compile(r"[A-Za-z0-9._-]{1,200}")


class EsignV1(Layanan):
    """One service of version 1."""

    def status(self, nik: str) -> pengguna.Pengguna:
        """Whether this signer may sign; asked before a number is taken."""
        nik = nik_of(nik)
        # The manual puts the NIK into the address; ours is written to no log.
        answer = self._told("GET", f"/api/user/status/{nik}", None)
        return self._state(answer, nik)

    def sign(
        self, pdf: Path, nik: str, frasa: FrasaSandi, tampak: Tampak, out: Path
    ) -> Ditandatangani:
        """The paper with one more signature at `out`, a file that is not there yet.

        Refusal and Unavailable: nothing was signed. PerluDicek: nobody knows.
        """
        if frasa.macam != FRASA:
            raise TanpaTotp
        require(tampak, boleh_tautan=True)
        told = fields_v1(tampak, ukuran_asli=self._at.ukuran_asli)
        picture = (
            ("imageTTD", tampak.jenis_gambar, tampak.gambar)
            if tampak.terlihat and tampak.gambar
            else None
        )
        self.status(nik).require()
        told |= {"nik": nik_of(nik), "passphrase": frasa.reveal()}
        secrets = self._secrets(told["nik"], told["passphrase"])
        with lent(self._disk, pdf) as sent, kept(self._disk, out) as back:
            body = multipart(told, picture, "file", sent)
            limit = body.panjang + LEBIH
            answer = self._paper("POST", "/api/sign/pdf", body, limit, back)
            if not back.many:
                unsigned(answer, secrets, _id_of(answer.kepala))
            return accepted(self._disk, sent, back, _id_of(answer.kepala))

    def download(self, id_dokumen: str, pdf: Path, out: Path) -> Ditandatangani:
        """A paper whose answer was lost, fetched by its id; the service hands it out once."""
        if not _ID.fullmatch(id_dokumen):
            raise SudahDiunduh
        with lent(self._disk, pdf) as sent, kept(self._disk, out) as back:
            limit = pdf.stat().st_size + LEBIH
            answer = self._paper("GET", f"/api/sign/download/{id_dokumen}", None, limit, back)
            if answer.kode == 404:
                raise SudahDiunduh
            if not back.many:
                unsigned(answer, self._secrets(), id_dokumen)
            return accepted(self._disk, sent, back, id_dokumen)

    def verify(self, pdf: Path) -> Pemeriksaan:
        """What the service says of the signatures in a paper."""
        with lent(self._disk, pdf) as sent:
            answer = self._told(
                "POST", "/api/sign/verify", multipart({}, None, "signed_file", sent)
            )
        found = examined_v1(fields(answer.isi)) if answer.baik else None
        return found or odd(answer, self._secrets())

    def get_totp(self, nik: str, banyak: int = 1) -> None:  # noqa: ARG002 (as version 2)
        """There is none: TanpaTotp."""
        raise TanpaTotp

    def _paper(
        self, cara: str, alamat: str, badan: Badan | None, limit: int, back: Simpanan
    ) -> Jawaban:
        """The answer; a paper in it goes to the disk as it comes."""

        def taker(kode: int, awal: bytes) -> Take | None:
            return back.write if 200 <= kode < 300 and b"%PDF" in awal else None

        try:
            return self._line.ask(Permintaan(cara, alamat, badan, limit, taker))
        except JawabanHilang as gone:
            raise broken(back, _id_of(gone.kepala)) from None


def _id_of(kepala: Mapping[str, str]) -> str:
    """By which the service knows the paper; some installs say it, in one of two spellings."""
    told = kepala.get("id_dokumen") or kepala.get("id-dokumen") or ""
    return told if _ID.fullmatch(told) else ""
