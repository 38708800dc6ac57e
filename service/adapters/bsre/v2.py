"""Version 2: everything in JSON, and a one-time code where the passphrase is not typed."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

from service.adapters.bsre.badan import Badan, json_with_pdf, plain_json
from service.adapters.bsre.bentuk import Ditandatangani, examined_v2, fields_v2
from service.adapters.bsre.galat import fields, odd, unheard, unsigned
from service.adapters.bsre.kirim import Jawaban, JawabanHilang, Permintaan, Saluran
from service.adapters.bsre.simpan import kept, lent
from service.adapters.bsre.terima import LEBIH, accepted, broken
from service.disk import Disk
from service.domain.esign import pengguna
from service.domain.esign.kunci import Kunci, checked_nik
from service.domain.esign.periksa import Pemeriksaan
from service.domain.esign.sambungan import Sambungan
from service.domain.esign.tampak import Tampak, require

KATA = 4 << 20  # bytes of an answer that brings words only


class EsignV2:
    """One service of version 2."""

    def __init__(self, sambungan: Sambungan, disk: Disk | None = None) -> None:
        self._at = sambungan
        self._line = Saluran(sambungan)
        self._disk = disk or Disk()

    def status(self, nik: str) -> pengguna.Pengguna:
        """Whether this signer may sign; asked before a number is taken."""
        nik = checked_nik(nik)
        answer = self._told("/api/v2/user/check/status", plain_json({"nik": nik}))
        told = fields(answer.isi)
        found = pengguna.read(told.get("status"), told.get("status_code"))
        if not found.keadaan and not (answer.baik and "status" in told):
            odd(answer, self._secrets(nik))
        return found

    def sign(self, pdf: Path, nik: str, kunci: Kunci, tampak: Tampak, out: Path) -> Ditandatangani:
        """The paper with one more signature at `out`, a file that is not there yet.

        Refusal and Unavailable: nothing was signed. PerluDicek: nobody knows.
        """
        require(tampak, boleh_tautan=False)
        seen = fields_v2(tampak)
        self.status(nik).require()
        nik, word = checked_nik(nik), kunci.reveal()
        name = self._at.ruas_totp if kunci.macam == "totp" else kunci.macam
        told: dict[str, object] = {"nik": nik, name: word, "signatureProperties": [seen]}
        with lent(self._disk, pdf) as sent, kept(self._disk, out) as back:
            body = json_with_pdf(told, sent, daftar=True)
            limit = body.panjang + LEBIH * 4 // 3
            try:
                answer = self._line.ask(Permintaan("POST", "/api/v2/sign/pdf", body, limit))
            except JawabanHilang:
                raise broken(back) from None
            paper = _paper(fields(answer.isi)) if answer.baik else b""
            if not paper:
                unsigned(answer, self._secrets(nik, word))
            try:
                back.write(paper)
            except OSError:
                raise broken(back) from None
            return accepted(self._disk, sent, back)

    def verify(self, pdf: Path) -> Pemeriksaan:
        """What the service says of the signatures in a paper."""
        with lent(self._disk, pdf) as sent:
            answer = self._told("/api/v2/verify/pdf", json_with_pdf({}, sent, daftar=False))
        found = examined_v2(fields(answer.isi)) if answer.baik else None
        return found or odd(answer, self._secrets())

    def get_totp(self, nik: str, banyak: int = 1) -> None:
        """Have a one-time code sent to the signer, for so many papers."""
        nik = checked_nik(nik)
        answer = self._told("/api/v2/sign/get/totp", plain_json({"nik": nik, "data": banyak}))
        told = fields(answer.isi)
        # Its words are the same whether it worked or not: only an error has one of these.
        if not answer.baik or "error" in told or not told:
            odd(answer, self._secrets(nik))

    def _told(self, alamat: str, badan: Badan) -> Jawaban:
        try:
            return self._line.ask(Permintaan("POST", alamat, badan, KATA))
        except JawabanHilang:
            raise unheard() from None

    def _secrets(self, *those: str) -> tuple[str, ...]:
        return (*those, self._at.sandi)


def _paper(told: Mapping[str, object]) -> bytes:
    """The one paper of an answer; b'' where there is none, or more than one."""
    files = told.get("file")
    if not isinstance(files, list) or len(files) != 1 or not isinstance(files[0], str):
        return b""
    try:
        return b64decode("".join(files[0].split()), validate=True)
    except ValueError:
        return b""
