"""What goes into a dossier: signed papers as reading copies, what came in as it can be bound."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from service.acts.jilid.isi import cover, of_files, of_papers
from service.acts.jilid.kumpul import BUKAN_HALAMAN, TAK_TERGAMBAR, Terkumpul, gathered
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.bahan import Isi, ordered
from service.domain.dossier.boleh import Fakta
from service.domain.dossier.isi import GAMBAR, HALAMAN, LAMPIRAN, TULISAN, mime_of
from service.domain.kiriman import DIDAFTAR, WEB, File, Kiriman
from service.domain.naskah import DITANDATANGANI, KONSEP, Naskah
from service.domain.permohonan import Permohonan
from service.domain.refusals import Refusal
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import open_house

CAME = datetime(2026, 11, 2, 3, tzinfo=UTC)
MADE = datetime(2026, 11, 9, 3, tzinfo=UTC)
BERKAS = Berkas("b1", "kemensetneg", "biro_umum", "Uji contoh", "k1", SELESAI, CAME)
KIRIMAN = Kiriman("k1", "kemensetneg", "biro_umum", WEB, "x", DIDAFTAR, CAME, "0012/AGENDA/2026")


@dataclass
class Rak:
    """A house whose box knows what it would find in the few files that lie there."""

    house: RealHouse
    folder: Path
    fakta: dict[str, Fakta] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.house, name)

    @property
    def fitter(self) -> Rak:
        return self

    @property
    def changer(self) -> Rak:
        return self

    def pdf(self, path: Path, _: str, out: Path) -> Path:
        if "tak tercetak" in path.read_text():
            raise Refusal("File ini tidak dapat dibuka.")
        self.printed.append(path.read_text())
        out.write_text(f"cetak {path.read_text()}")
        return out

    def lay(self, isi: str, fakta: Fakta) -> str:
        self.fakta[isi] = fakta
        (self.folder / "isi").write_text(isi)
        return self.house.store.put(self.folder / "isi")

    def look(self, path: Path) -> Fakta:
        return self.fakta[path.read_text()]

    def pictured(self, path: Path, out: Path) -> Path:
        if "tak tergambar" in path.read_text():
            raise Refusal("Halaman ini tidak dapat digambar.")
        self.drawn.append(path.read_text())
        out.write_text(f"gambar {path.read_text()}")
        return out


@pytest.fixture
def rak(tmp_path: Path) -> Iterator[Rak]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        yield Rak(house, tmp_path)


def naskah(rak: Rak, isi: str) -> Naskah:
    signed = rak.lay(isi, Fakta(2, 842, bertanda_tangan=True))
    return Naskah(
        f"n {isi}",
        "b1",
        "kemensetneg",
        "surat_keputusan",
        DITANDATANGANI,
        MADE,
        nomor="12",
        tanggal=date(2026, 11, 10),
        bertanda_tangan=signed,
    )


def file(rak: Rak, nama: str, fakta: Fakta, mime: str = "application/pdf", urut: int = 0) -> File:
    return File(nama, "k1", nama, rak.lay(nama, fakta), 9, mime, urut)


def opens(rak: Rak) -> None:
    """The letter that the matter was opened with."""
    with rak.ledger.begin() as tx:
        tx.add(KIRIMAN)
        tx.note(Catatan("kemensetneg", MESIN, "contoh", CAME))


def collected(rak: Rak, naskah: list[Naskah], *some: File) -> Terkumpul:
    room = Path(tempfile.mkdtemp(dir=rak.folder))
    with rak.ledger.read() as reading:
        papers = of_papers(rak, reading, naskah, "WIB")
        sampul = cover(rak, reading, BERKAS)
    return gathered(rak, room, Isi(sampul, ordered([*papers, *of_files(KIRIMAN, some)])))


def test_what_came_in_stands_before_what_was_decided_on_it(rak: Rak) -> None:
    letter = file(rak, "surat.pdf", Fakta(3, 842, arsip=True))
    note = file(rak, "rekaman.mp3", Fakta(), "audio/mpeg", 1)

    opens(rak)

    made = collected(rak, [naskah(rak, "keputusan")], letter, note)

    first, second, third = made.dossier.bagian
    assert (first.judul, first.cara, first.halaman) == ("surat.pdf", HALAMAN, 3)
    assert (second.judul, second.cara, second.sebab) == ("rekaman.mp3", LAMPIRAN, BUKAN_HALAMAN)
    assert (third.judul, third.cara) == ("Surat keputusan Nomor 12", GAMBAR)
    assert third.tanggal == "10 November 2026"
    assert third.tanda == "Ditandatangani elektronik"
    assert third.salinan_baca
    assert [one.read_text() for one in made.halaman if one] == ["surat.pdf", "gambar keputusan"]
    assert {one.nama for one in made.dossier.terlampir} == {
        "surat.pdf",
        "Surat keputusan Nomor 12.pdf",
        "rekaman.mp3",
    }
    assert made.dossier.sampul.sebutan == "0012/AGENDA/2026"
    assert dict(made.dossier.sampul.baris)["Dibuka"] == "2 November 2026"


def test_a_matter_is_called_by_its_register_then_its_agenda_then_its_title_and_year(
    rak: Rak,
) -> None:
    assert called(rak) == "Uji contoh (2026)"

    opens(rak)
    assert called(rak) == "0012/AGENDA/2026"

    day = CAME.date()
    asked = Permohonan("p1", "k1", "kemensetneg", "biro_umum", "", "baru", CAME, day, day)
    with rak.ledger.begin() as tx:
        tx.add(replace(asked, nomor_daftar="0007/REG-PI/2026"))
        tx.note(Catatan("kemensetneg", MESIN, "contoh", CAME))
    assert called(rak) == "0007/REG-PI/2026"


def called(rak: Rak) -> str:
    with rak.ledger.read() as reading:
        return cover(rak, reading, BERKAS).sebutan


def test_a_paper_not_signed_yet_is_bound_as_it_stands_and_is_no_original(rak: Rak) -> None:
    print_ = rak.lay("pratinjau", Fakta(2, 842, arsip=True))
    konsep = replace(naskah(rak, "lain"), keadaan=KONSEP, bertanda_tangan="", pdf=print_)

    made = collected(rak, [konsep])

    (only,) = made.dossier.bagian
    assert (only.cara, only.halaman, only.tanda) == (HALAMAN, 2, "Konsep, belum ditandatangani")
    assert made.dossier.terlampir == ()
    assert made.asli == {}


def test_a_received_letter_that_bears_a_signature_says_so_where_it_stands(rak: Rak) -> None:
    signed = file(rak, "surat.pdf", Fakta(1, 842, bertanda_tangan=True))

    (only,) = collected(rak, [], signed).dossier.bagian

    assert only.tanda == "Memuat tanda tangan elektronik"


def test_a_picture_and_a_page_of_word_are_read_in_the_dossier_too(rak: Rak) -> None:
    photo = file(rak, "foto.png", Fakta(), "image/png")
    word = file(rak, "usul.docx", Fakta(), "application/msword", 1)
    rak.fakta |= {"gambar foto.png": Fakta(1, 842), "cetak usul.docx": Fakta(4, 842)}
    rak.fakta |= {"gambar cetak usul.docx": Fakta(4, 842)}

    made, again = collected(rak, [], photo, word), collected(rak, [], photo, word)

    assert [(one.cara, one.halaman) for one in made.dossier.bagian] == [(GAMBAR, 1), (GAMBAR, 4)]
    assert [one.asal.nama for one in made.dossier.bagian if one.asal] == ["foto.png", "usul.docx"]
    assert sorted(rak.drawn) == ["cetak usul.docx", "foto.png"]
    assert rak.printed == ["usul.docx"]
    assert again.dossier.terlampir == made.dossier.terlampir


def test_two_papers_are_drawn_at_the_same_time_and_each_stands_in_its_own_place(rak: Rak) -> None:
    both = threading.Barrier(2, timeout=20)

    class Together(Rak):
        def pictured(self, path: Path, out: Path) -> Path:
            both.wait()  # nobody gets on before the other has come here, too
            return super().pictured(path, out)

    scans = [file(rak, f"{nama}.png", Fakta(), "image/png", n) for n, nama in enumerate("ba")]
    rak.fakta |= {"gambar a.png": Fakta(2, 842), "gambar b.png": Fakta(1, 842)}

    made = collected(Together(rak.house, rak.folder, rak.fakta), [], *scans)

    assert [one.asal.nama for one in made.dossier.bagian if one.asal] == ["b.png", "a.png"]
    assert [one.halaman for one in made.dossier.bagian] == [1, 2]


def test_what_was_typed_is_read_word_for_word(rak: Rak) -> None:
    typed = file(rak, "Keberatan saya:\n\nDitolak\ttanpa alasan.", Fakta(), "text/plain")

    made = collected(rak, [], typed)

    (only,) = made.dossier.bagian
    assert only.baris == (("", "Keberatan saya:"), ("", ""), ("", "Ditolak tanpa alasan."))
    assert (only.cara, only.salinan_baca, made.halaman) == (TULISAN, True, (None,))


def test_what_no_program_can_print_is_attached_with_a_page_that_says_so(rak: Rak) -> None:
    word = file(rak, "tak tercetak.docx", Fakta(), "application/msword")

    (only,) = collected(rak, [], word).dossier.bagian

    assert (only.cara, only.sebab) == (LAMPIRAN, TAK_TERGAMBAR)


def test_what_cannot_be_bound_is_attached_with_a_page_that_says_why(rak: Rak) -> None:
    locked = file(rak, "terkunci.pdf", Fakta(terkunci=True))
    thick = file(rak, "tebal.pdf", Fakta(10_000, 842, arsip=True), urut=1)
    odd = file(rak, "tak tergambar.pdf", Fakta(2, 842), urut=2)

    made = collected(rak, [], locked, thick, odd)

    assert [one.cara for one in made.dossier.bagian] == [LAMPIRAN] * 3
    assert [one.halaman for one in made.dossier.bagian] == [1, 1, 1]
    assert all(one.sebab for one in made.dossier.bagian)
    assert "10000 halaman" in made.dossier.bagian[1].sebab
    assert made.halaman == (None, None, None)
    assert len(made.dossier.terlampir) == 3


def test_a_file_is_drawn_once_however_often_it_is_bound(rak: Rak) -> None:
    twice = [file(rak, "pindaian.pdf", Fakta(1, 842), urut=n) for n in range(2)]

    first, again = collected(rak, [], *twice), collected(rak, [], *twice)

    assert rak.drawn == ["pindaian.pdf"]
    assert again.dossier == first.dossier
    assert [one.read_text() for one in again.halaman if one] == ["gambar pindaian.pdf"] * 2
    assert len(first.dossier.bagian) == 2
    assert len(first.dossier.terlampir) == len(first.asli) == 1


@pytest.mark.parametrize(
    ("said", "mime"),
    [
        ("image/png", "image/png"),
        ("", "application/octet-stream"),
        ("a b/(c)", "application/octet-stream"),
    ],
)
def test_a_kind_of_file_is_written_down_only_where_it_is_one(said: str, mime: str) -> None:
    assert mime_of(said) == mime
