"""An office whose papers are signed here, for tests of the pages that speak of signed papers."""

from __future__ import annotations

import re
from pathlib import Path

from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.verifikasi import BoxVerifier
from service.domain.berkas import Berkas
from service.domain.frasa_sandi import FrasaSandi
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import ELEKTRONIK
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import one_reader, work
from tests.pki import FRASA, Pki
from tests.web.naskah_web import konsep, now, with_pair
from tests.web.rumah_web import with_password


def trusting(house: RealHouse, pki: Pki, folder: Path) -> None:
    """From here on its papers are signed with keys of this PKI, and judged by its root."""
    with_pair(house, folder)
    akar = (pki.der("akar"),)
    house.opened["signer"] = PadesSigner(Layanan(pki.tsa, akar, bukti=True), house.clock)
    house.opened["verifier"] = BoxVerifier(one_reader(), house.clock, akar)


def approved(house: RealHouse, berkas: Berkas | None = None) -> Naskah:
    """A paper that waits for its signature."""
    penyiap = with_password(house, "penyiap", "petugas", "tim_sekretariat")
    one = konsep(house, penyiap, berkas)
    submit.submit(house, one.id, penyiap)
    submit.initial(house, one.id, penyiap, now(house, one).versi, "Contoh")
    approve(house, one.id, with_password(house, "ppid", "ppid"), jalan=ELEKTRONIK)
    work(house)
    return now(house, one)


def signed(house: RealHouse, pki: Pki, who: Hadir, berkas: Berkas | None = None) -> Naskah:
    """The same, signed by this person."""
    one = approved(house, berkas)
    with FrasaSandi(FRASA) as frasa:
        key = kunci_ttd.add_file(house, who, pki.pkcs12("kepala"), "Kunci", frasa)
    with house.ledger.read() as reading:
        place = places(reading, one)[0]
    with FrasaSandi(FRASA) as frasa:
        tandatangani.sign(house, who, Diminta(one.id, one.versi, place.id, key.id), frasa)
    work(house)
    done = now(house, one)
    assert done.bertanda_tangan
    return done


def words(page: str) -> str:
    """What a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def whole(house: RealHouse, sha256: str) -> bytes:
    """A file as the house keeps it."""
    with house.store.open(sha256) as held:
        return held.read()
