"""Version 2: everything in JSON, and a one-time code where the passphrase is not typed."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

from service.adapters.bsre.badan import json_with_pdf, plain_json
from service.adapters.bsre.bentuk import Ditandatangani, examined_v2, fields_v2
from service.adapters.bsre.galat import fields, odd, unsigned
from service.adapters.bsre.kirim import JawabanHilang, Permintaan
from service.adapters.bsre.layanan import Layanan
from service.adapters.bsre.simpan import kept, lent
from service.adapters.bsre.terima import LEBIH, accepted, broken
from service.domain.esign import pengguna
from service.domain.esign.periksa import Pemeriksaan
from service.domain.esign.tampak import Tampak, require
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import nik_of


class EsignV2(Layanan):
    """One service of version 2."""

    def status(self, nik: str) -> pengguna.Pengguna:
        """Whether this signer may sign; asked before a number is taken."""
        nik = nik_of(nik)
        answer = self._told("POST", "/api/v2/user/check/status", plain_json({"nik": nik}))
        return self._state(answer, nik)

    def sign(
        self, pdf: Path, nik: str, frasa: FrasaSandi, tampak: Tampak, out: Path
    ) -> Ditandatangani:
        """The paper with one more signature at `out`, a file that is not there yet.

        Refusal and Unavailable: nothing was signed. PerluDicek: nobody knows.
        """
        require(tampak, boleh_tautan=False)
        seen = fields_v2(tampak)
        self.status(nik).require()
        nik, word = nik_of(nik), frasa.reveal()
        name = self._at.ruas_totp if frasa.macam == "totp" else "passphrase"
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
            answer = self._told("POST", "/api/v2/verify/pdf", json_with_pdf({}, sent, daftar=False))
        found = examined_v2(fields(answer.isi)) if answer.baik else None
        return found or odd(answer, self._secrets())

    def get_totp(self, nik: str, banyak: int = 1) -> None:
        """Have a one-time code sent to the signer, for so many papers."""
        nik = nik_of(nik)
        answer = self._told(
            "POST", "/api/v2/sign/get/totp", plain_json({"nik": nik, "data": banyak})
        )
        told = fields(answer.isi)
        # Its words are the same whether it worked or not: only an error has one of these.
        if not answer.baik or "error" in told or not told:
            odd(answer, self._secrets(nik))


def _paper(told: Mapping[str, object]) -> bytes:
    """The one paper of an answer; b'' where there is none, or more than one."""
    files = told.get("file")
    if not isinstance(files, list) or len(files) != 1 or not isinstance(files[0], str):
        return b""
    try:
        return b64decode("".join(files[0].split()), validate=True)
    except ValueError:
        return b""
