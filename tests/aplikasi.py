"""An office whose paper is signed by programs that are not ours, and comes back by the folder."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

from jobs import collect
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci as kunci_ttd
from service.adapters.signing.verifikasi import FolderVerifier
from service.demo.sertifikat import Penerbit, Terkunci
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kembalian import Kembalian
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import APLIKASI, TempatTtd
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.lingkar import apart
from tests.office import INSTANSI, UNIT, one_reader, person, work
from tests.papers import UMUM, contoh

JENIS = "laporan_monev"  # signed by the PPID, and after them by their superior
ORANG = {"petugas": "petugas", "ppid": "ppid", "atasan": "atasan_ppid"}


def trusting(house: RealHouse, akar: Path) -> None:
    """The house believes what these roots vouch for."""
    folders = [akar]
    house.opened["verifier"] = FolderVerifier(one_reader(), house.clock, lambda: folders)


def signed(pdf: bytes, key: Terkunci, kolom: str = "Signature1") -> bytes:
    """Signed by a program of a desktop, which asks for nothing and knows nothing of us."""
    signer = SimpleSigner.load_pkcs12(str(key.path), passphrase=key.frasa.encode())
    assert signer
    told = PdfSignatureMetadata(
        field_name=kolom, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    place = SigFieldSpec(kolom, on_page=0, box=(60, 60, 200, 120))
    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    made = PdfSigner(told, signer, new_field_spec=place)
    apart(made.async_sign_pdf(writer, existing_fields_only=False, output=out))
    return out.getvalue()


@dataclass
class Kantor:
    """One office, its people with their keys, and papers that are out."""

    house: RealHouse
    penerbit: Penerbit
    orang: dict[str, Hadir]
    kunci: dict[str, Terkunci]

    def knows(self, nama: str) -> None:
        """The certificate of this person is on their account."""
        key = self.kunci[nama]
        with FrasaSandi(key.frasa) as frasa:
            kunci_ttd.add_file(self.house, self.orang[nama], key.path, nama, frasa)

    def out(self, jenis: str = JENIS, jalan: str = APLIKASI, **isian: object) -> Naskah:
        """A paper that its first signer has."""
        now = self.house.clock.now()
        berkas = Berkas(self.house.new_id(), INSTANSI, UNIT, "Monev contoh", "", BERJALAN, now)
        with self.house.ledger.begin() as tx:
            tx.add(berkas)
            tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, berkas.id))
        filled = contoh(UMUM / f"{jenis}.toml") | isian
        id_ = fill(self.house, berkas.id, jenis, filled, self.orang["petugas"]).id
        work(self.house)
        self.forward(id_, jalan)
        return self.now(id_)

    def forward(self, id_: str, jalan: str = APLIKASI) -> None:
        submit.submit(self.house, id_, self.orang["petugas"])
        approve(self.house, id_, self.orang["ppid"], jalan=jalan)
        work(self.house)

    def now(self, id_: str) -> Naskah:
        with self.house.ledger.read() as reading:
            return reading.get(Naskah, id_)

    def places(self, id_: str) -> list[TempatTtd]:
        with self.house.ledger.read() as reading:
            return places(reading, reading.get(Naskah, id_))

    def folder(self, which: str) -> Path:
        return self.house.settings.home / "tanda-tangan" / which

    def lies(self, id_: str) -> tuple[str, bytes]:
        """In whose folder the paper lies, and its bytes."""
        (found,) = self.folder("keluar").rglob(f"*{id_}.pdf")
        return found.parent.name, found.read_bytes()

    def nobody_has(self, id_: str) -> bool:
        return not list(self.folder("keluar").rglob(f"*{id_}.pdf"))

    def gives_back(self, id_: str, held: bytes, nama: str = "") -> Path:
        """Somebody lays a file among the returned, and the machine does what follows."""
        (room,) = self.house.courier.lands_in()
        path = room / (nama or f"surat {id_} ttd.pdf")
        path.write_bytes(held)
        if id_ in path.name:
            collect.run(self.house, id_)
        work(self.house)
        return path

    def kept(self, id_: str) -> list[Kembalian]:
        with self.house.ledger.read() as reading:
            return reading.find(Kembalian, naskah=id_)


def opened(house: RealHouse, room: Path) -> Kantor:
    """The office at work, with a key for each who signs and for one who does not."""
    penerbit = Penerbit(room / "penerbit")
    trusting(house, penerbit.akar)
    people = {nama: person(house, nama, peran) for nama, peran in ORANG.items()}
    kunci = {nama: penerbit.issue(f"Contoh {nama}") for nama in ("ppid", "atasan", "lain")}
    return Kantor(house, penerbit, people, kunci)
