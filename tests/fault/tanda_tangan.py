"""A paper that is signed here in a real house, for tests that end it without mercy."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from service.acts.naskah.approve import approve
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd import tolak as tolak_ttd
from service.acts.ttd.tandatangani import Diminta
from service.adapters.ledger import tables
from service.demo.sertifikat import Penerbit
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import DIKIRIM
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.fault import naskah
from tests.office import work

FRASA = "frasa"  # the file beside the house that tells the passphrase, for whoever comes next


def out_for_signature(house: RealHouse, room: Path) -> None:
    """Approved and numbered, and its signer has a key."""
    naskah.put_forward(house, room)
    approve(house, naskah.the_paper(house).id, naskah.who(house, "kepala"), jalan=ELEKTRONIK)
    work(house)
    assert naskah.the_paper(house).keadaan == DIKIRIM
    made = Penerbit(room / "penerbit").issue("Contoh Kepala")
    (room / FRASA).write_text(made.frasa)
    with FrasaSandi(made.frasa) as secret:
        kunci_ttd.add_file(house, the_signer(house), made.path, "Kunci contoh", secret)


def the_signer(house: RealHouse) -> Hadir:
    """Whoever holds the peran that the paper asks for."""
    names = {peran: nama for nama, peran in naskah.ORANG.items()}
    return naskah.who(house, names[the_place(house).peran])


def the_place(house: RealHouse) -> TempatTtd:
    with house.ledger.read() as reading:
        (found,) = places(reading, naskah.the_paper(house))
    return found


def signed(house: RealHouse) -> object:
    """Whoever finds it unsigned signs it, once the lease of one who died is over."""
    with house.ledger.read() as reading:
        (kunci,) = reading.find(KunciTtd)
    with FrasaSandi((house.settings.home.parent / FRASA).read_text()) as secret:
        paper = naskah.the_paper(house)
        asked = Diminta(paper.id, paper.versi, the_place(house).id, kunci.id)
        return tandatangani.sign(house, the_signer(house), asked, secret)


def signed_later(house: RealHouse) -> object:
    """The same, when whoever died at it is no longer waited for."""
    lease_ended(house)
    return signed(house)


def lease_ended(house: RealHouse) -> None:
    """The minutes have passed that are left to who began and never came to an end."""
    places_ = tables.tempat_ttd
    over = house.clock.now() - timedelta(seconds=1)
    with house.engine.begin() as write:
        some = places_.c.sewa_sampai.is_not(None)
        write.execute(update(places_).where(some).values(sewa_sampai=over))


def declined(house: RealHouse) -> object:
    one, place = naskah.the_paper(house), the_place(house)
    return tolak_ttd.decline(
        house, the_signer(house), one.id, one.versi, place.id, "Tanggalnya keliru."
    )


def told(house: RealHouse) -> dict[str, object]:
    """How the paper and its places stand, and what the journal says was signed."""
    with house.ledger.read() as reading:
        found = reading.find(TempatTtd)
    journal = tables.catatan
    with house.ledger.reader.begin() as look:
        said = select(journal.c.perbuatan).where(journal.c.perbuatan.in_(("naskah_dibubuhi_ttd",)))
        stood = sorted(look.execute(said).scalars())
    here = [(one.urut, one.peran, one.keadaan, one.oleh, bool(one.sesudah)) for one in found]
    return {**naskah.told(house), "tempat": sorted(here), "jurnal": stood}
