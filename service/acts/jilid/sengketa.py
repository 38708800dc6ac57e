"""The papers of a dispute in the order of its hearing, and apart from them what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.acts.instansi.packs import agency
from service.acts.jilid.isi import is_signed, of_files, of_papers
from service.acts.jilid.terbaca import readable_of, shut_of
from service.acts.lihat.berkas import seen
from service.acts.lihat.kenangan import of_letters, of_matters
from service.acts.lihat.lampiran_tertutup import names_withheld
from service.acts.lihat.terlihat import file_for, files_for, kiriman_for, line_for
from service.acts.register.sengketa import is_withheld
from service.acts.register.sengketa_surat import letters
from service.acts.sop.versi import walked
from service.domain import sengketa as d
from service.domain.arsip.kenangan import ArsipMusnah, Kenangan
from service.domain.berkas import Berkas
from service.domain.dossier import bundel
from service.domain.dossier.bahan import Bahan, Isi
from service.domain.dossier.bundel import Alat
from service.domain.dossier.isi import DATA, Bagian, Sampul
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pengujian import Pengujian
from service.domain.informasi.tutupan import files as withheld_files
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File
from service.domain.naskah import Naskah
from service.domain.perbuatan import sentence
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.sengketa import Sengketa
from service.domain.sop.bahan import BERITA_ACARA, SK
from service.domain.tanggal import local, panjang, pukul
from service.domain.wewenang import Hadir
from service.ports import House, Reading

KEPALA, KEPALA_TERTUTUP = "BERKAS SENGKETA INFORMASI", "BERKAS SENGKETA, BAGIAN TERTUTUP"
SENDIRI = "jilid_"  # acts of binding are no part of what is bound
BARIS_JEJAK = 300


@dataclass(frozen=True)
class Perkara:
    """A dispute, what it is about, and its papers, each said to be withheld or not."""

    sengketa: Sengketa
    keberatan: Keberatan
    permohonan: Permohonan | None
    alat: tuple[tuple[Alat, bool], ...]
    rahasia: bool  # the dispute itself

    def part(self, *, tertutup: bool) -> list[Alat]:
        """The papers of one part."""
        return [one for one, shut in self.alat if shut == tertutup]


def case(house: House, reading: Reading, oleh: Hadir, one: Sengketa) -> Perkara:
    """All of it that this person may read."""
    about = reading.get(Keberatan, one.keberatan)
    asked = _line(reading, oleh, one.permohonan)
    gather = _Kumpul(house, reading, oleh, one)
    if asked:
        gather.letter(bundel.PERMOHONAN, asked.kiriman)
    gather.letter(bundel.KEBERATAN, about.kiriman)
    gather.file(bundel.ATASAN, about.surat.file)
    gather.matters(asked, about)
    gather.letters()
    gather.file(bundel.AKHIR, one.putusan.file)
    return Perkara(one, about, asked, tuple(gather.found()), is_withheld(reading, one))


def gone_of(reading: Reading, oleh: Hadir, one: Sengketa) -> Kenangan | None:
    """The destruction by which papers of it are no more, of those that this person may see."""
    about, asked = reading.get(Keberatan, one.keberatan), _line(reading, oleh, one.permohonan)
    joined = [came.id for _, came in letters(reading, oleh, one) if came]
    named = [x for x in (about.surat.file, one.putusan.file) if x]
    scans = [x.kiriman for x in reading.find(File, id=named)] if named else []
    some = [about.kiriman, *([asked.kiriman] if asked else []), *joined, *scans]
    by_letter = of_letters(reading, [x for x in some if _sees(reading, oleh, x)])
    mine = _matters(reading, oleh, one, asked, about)
    found = [*by_letter.values(), *of_matters(reading, [x.id for x in mine]).values()]
    return min(found, key=lambda x: x.berkas, default=None)


def _sees(reading: Reading, oleh: Hadir, kiriman_id: str) -> bool:
    try:
        return bool(kiriman_for(reading, oleh, kiriman_id))
    except TidakAda:
        return False


def _matters(
    reading: Reading, oleh: Hadir, one: Sengketa, asked: Permohonan | None, about: Keberatan
) -> list[Berkas]:
    """What request, objection and ruling opened, and what that called, as this person sees it."""
    opened = [asked.kiriman, about.kiriman] if asked else [about.kiriman]
    found = reading.find(Berkas, kiriman=opened)
    if one.berkas:
        found += reading.find(Berkas, id=one.berkas)
    ids = [x.id for x in found]
    found += reading.find(Berkas, induk=ids) if ids else []
    return [x for x in {x.id: x for x in found}.values() if seen(oleh, x)]


def of_dispute(
    house: House,
    reading: Reading,
    oleh: Hadir,
    one: Sengketa,
    *,
    tertutup: bool,
    bolak_balik: bool,
) -> Isi:
    """One part of it, under its cover; the chronology and the journal stand in the open one."""
    if gone := gone_of(reading, oleh, one):
        raise ArsipMusnah(gone)
    perkara = case(house, reading, oleh, one)
    some = perkara.part(tertutup=tertutup)
    whole = not tertutup or perkara.rahasia
    if not (whole or some):
        raise bundel.TanpaTertutup
    own: list[Bagian] = []
    if whole:
        own.append(bundel.chronology(perkara.permohonan, perkara.keberatan, one))
    proofs = bundel.proofs(some, "T-R" if tertutup else "T-")
    journal = _journal(house, one) if whole else None
    kurang = bundel.missing((x for x, _ in perkara.alat), perkara.keberatan) if whole else ()
    sampul = _cover(house, perkara, kurang, tertutup=tertutup)
    return Isi(sampul, (*own, *proofs, *([journal] if journal else [])), bolak_balik)


def _cover(house: House, one: Perkara, kurang: tuple[str, ...], *, tertutup: bool) -> Sampul:
    it = one.sengketa
    instansi = agency(house.packs, it.instansi)
    asked = one.permohonan
    baris = (
        ("Komisi", it.komisi),
        ("Nomor register", it.nomor),
        ("Pemohon", one.keberatan.isian.nama),
        ("Termohon", instansi.nama),
        ("Permohonan", (asked.nomor_daftar or asked.nomor_agenda) if asked else ""),
        ("Keberatan", one.keberatan.nomor or one.keberatan.nomor_agenda),
        ("Diajukan", panjang(it.diajukan)),
        ("Tahap", d.TAHAP[it.tahap]),
        ("Sifat", "Memuat informasi yang dikecualikan" if tertutup else ""),
    )
    return Sampul(
        f"Sengketa informasi {it.nomor}",
        f"Sengketa {it.nomor}",
        tuple(x for x in baris if x[1]),
        kurang,
        KEPALA_TERTUTUP if tertutup else KEPALA,
    )


def _line(reading: Reading, oleh: Hadir, id_: str) -> Permohonan | None:
    try:
        return line_for(reading, oleh, Permohonan, id_) if id_ else None
    except TidakAda:
        return None


def _journal(house: House, one: Sengketa) -> Bagian | None:
    zona = agency(house.packs, one.instansi).zona_of(one.unit)
    found = [x for x in house.perkara.trail(one) if not x.perbuatan.startswith(SENDIRI)]
    lines = list(reversed(found[:BARIS_JEJAK]))
    nama = house.lists.nama_orang({x.siapa for x in lines})
    rows = (
        (
            f"{panjang(local(x.waktu, zona).date())}, {pukul(x.waktu, zona)}",
            sentence(x.perbuatan),
            x.siapa,
        )
        for x in lines
    )
    return bundel.trail(rows, nama)


class _Kumpul:
    """Collects papers, each in its group, as far as one person may read them."""

    def __init__(self, house: House, reading: Reading, oleh: Hadir, one: Sengketa) -> None:
        self._house, self._reading, self._oleh, self._one = house, reading, oleh, one
        self._zona = agency(house.packs, one.instansi).zona_of(one.unit)
        self._some = list[tuple[Alat, bool]]()

    def found(self) -> Iterator[tuple[Alat, bool]]:
        """Each with whether it is withheld: by its own word, or because its bytes are shut."""
        shut = shut_of(self._reading, (one.bahan.sha256 for one, _ in self._some))
        for one, secret in self._some:
            yield one, secret or one.bahan.sha256 in shut

    def _add(self, golongan: str, some: Iterable[Bahan], *, secret: bool) -> None:
        self._some += [(Alat(golongan, one), secret) for one in some]

    def letter(self, golongan: str, kiriman_id: str) -> None:
        """What came, file by file."""
        try:
            came = kiriman_for(self._reading, self._oleh, kiriman_id)
        except TidakAda:
            return
        files = files_for(self._reading, self._oleh, came)
        self._add(golongan, of_files(came, files), secret=came.rahasia)

    def letters(self) -> None:
        """Those that were joined to the dispute."""
        for joined, came in letters(self._reading, self._oleh, self._one):
            if came:
                self.letter(GOLONGAN_SURAT.get(joined.hal, bundel.SURAT), came.id)

    def file(self, golongan: str, file_id: str) -> None:
        """A scan that a line of a register names."""
        try:
            file: File = file_for(self._reading, self._oleh, file_id)
            came = kiriman_for(self._reading, self._oleh, file.kiriman)
        except TidakAda:
            return
        self._add(golongan, of_files(came, [file]), secret=came.rahasia)

    def matters(self, asked: Permohonan | None, about: Keberatan) -> None:
        """The signed papers of each matter that request, objection or ruling opened."""
        mine = _matters(self._reading, self._oleh, self._one, asked, about)
        for berkas in mine:
            self._matter(berkas, about)
        self._withheld(mine)

    def _matter(self, berkas: Berkas, about: Keberatan) -> None:
        papers = [
            one
            for one in readable_of(self._house, self._reading, self._oleh, berkas)
            if is_signed(one)
        ]
        bound = of_papers(self._house, self._reading, papers, self._zona)
        plain = bundel.ATASAN if berkas.kiriman == about.kiriman else bundel.TANGGAPAN
        plain = bundel.UJI if berkas.id == self._one.berkas else plain
        for one, bahan in zip(papers, bound, strict=True):
            golongan = bundel.UJI if self._proves(berkas, one) else plain
            secret = berkas.rahasia or names_withheld(self._reading, one)
            self._add(golongan, [bahan], secret=secret)

    def _proves(self, berkas: Berkas, one: Naskah) -> bool:
        """Whether it is the record or the decree of a test, as the SOP's things say."""
        if not berkas.sidik:
            return False
        things = walked(self._reading, berkas).bahan.values()
        proofs = [x for x in things if x.bukti in (BERITA_ACARA, SK)]
        return any(one.bahan == x.id if one.bahan else one.jenis == x.jenis for x in proofs)

    def _withheld(self, matters: Sequence[Berkas]) -> None:
        """The very documents that were tested, for a hearing behind closed doors."""
        ids = [one.id for one in matters]
        tests = self._reading.find(Pengujian, berkas=ids) if ids else []
        wanted = sorted({one.informasi for one in tests})
        for one in self._reading.find(Informasi, id=wanted) if wanted else []:
            if one.terbatas_dilihat and self._oleh.sees(one.instansi, one.unit, rahasia=True):
                self._add(bundel.UJI, self._documents(one), secret=True)

    def _documents(self, one: Informasi) -> Iterator[Bahan]:
        named = withheld_files(one)
        found = self._reading.find(File, sha256=sorted(named)) if named else []
        for file in {file.sha256: file for file in found}.values():
            judul = f"Dokumen yang dikecualikan: {named[file.sha256] or file.nama}"
            yield Bahan(judul, "", file.nama, file.sha256, file.mime, DATA)


GOLONGAN_SURAT = {d.SURAT_KUASA: bundel.KEDUDUKAN, d.NASKAH_PUTUSAN: bundel.AKHIR}
