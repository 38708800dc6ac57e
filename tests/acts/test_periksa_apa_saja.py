"""What is brought to be verified is looked at as what it is: a bag, a locked one, a dossier."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from service.acts.tas.apa_saja import PerluSandi, look_any
from service.acts.tas.periksa import BukanTas
from service.adapters.kotak_baca import BoxDossier
from service.domain.gembok import KunciGembok, SandiSalah, TerkunciRusak
from service.domain.tanda_tangan import BacaanTanda
from tests.kantor import Kantor
from tests.office import one_reader
from tests.tas import KantorTas, kantor_tas

SANDI = "kuda benar baterai"


class Tanpa:
    """Finds no signature in what is none."""

    def look(self, pdf: Path, kirim: object) -> BacaanTanda:
        return BacaanTanda(pdf.stat().st_size, awalan_sama=True)


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorTas:
    kantor.verifier = Tanpa()  # type: ignore[attr-defined]
    kantor.dossiers = BoxDossier(one_reader())  # type: ignore[attr-defined]
    return kantor_tas(kantor, tmp_path)


def dossier(out: Path, **isi: bytes) -> Path:
    """A PDF that carries files as a dossier does."""
    with pikepdf.new() as paper:
        paper.add_blank_page()
        for name, content in isi.items():
            told = f"SHA-256 {sha256(content).hexdigest()}"
            spec = pikepdf.AttachedFileSpec(
                paper, content, description=told, filename=f"{name}.pdf"
            )
            paper.attachments[f"{name}.pdf"] = spec
        paper.save(out)
    return out


def test_a_locked_bag_opens_with_its_passphrase_alone(it: KantorTas, tmp_path: Path) -> None:
    sha256 = it.made().terbuka
    with it.kantor.store.open(sha256) as held:  # type: ignore[attr-defined]
        raw = held.read()
    parts = it.kantor.locks.close(io.BytesIO(raw), KunciGembok(SANDI))  # type: ignore[attr-defined]
    locked = tmp_path / "tas.zip.age"
    locked.write_bytes(b"".join(parts))

    found = look_any(it.kantor, locked, SANDI)  # type: ignore[arg-type]
    assert found.oxum.file == 3
    with pytest.raises(PerluSandi):
        look_any(it.kantor, locked, "")  # type: ignore[arg-type]
    with pytest.raises(SandiSalah):
        look_any(it.kantor, locked, "lain sama sekali")  # type: ignore[arg-type]
    locked.write_bytes(locked.read_bytes()[:-1])
    with pytest.raises(TerkunciRusak):
        look_any(it.kantor, locked, SANDI)  # type: ignore[arg-type]


def test_a_bag_that_begins_with_its_dossier_is_still_a_bag(it: KantorTas, tmp_path: Path) -> None:
    with it.kantor.store.open(it.made().terbuka) as held:  # type: ignore[attr-defined]
        made = zipfile.ZipFile(io.BytesIO(held.read()))
    path = tmp_path / "tas.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as again:
        for one in sorted(made.namelist(), key=lambda x: "dossier" not in x):
            again.writestr(one, made.read(one))
    assert b"%PDF-" in path.read_bytes()[:1024]

    found = look_any(it.kantor, path, "")  # type: ignore[arg-type]

    assert found.nama.endswith("-terbuka")
    assert found.oxum.file == 3
    assert not any("lampiran" in x for x in found.salah)


def test_a_dossier_is_whole_until_an_original_in_it_is_another(
    it: KantorTas, tmp_path: Path
) -> None:
    path = dossier(tmp_path / "dossier.pdf", surat=b"surat contoh", sk=b"%PDF-1.7 SK contoh")
    found = look_any(it.kantor, path, "")  # type: ignore[arg-type]
    assert (found.salah, found.oxum.file) == ([], 2)

    with pikepdf.open(path, allow_overwriting_input=True) as paper:
        tree = paper.Root.Names.EmbeddedFiles
        names = tree.Names if "/Names" in tree else tree.Kids[0].Names
        names[1].EF.F = paper.make_stream(b"surat c0ntoh")
        paper.save(path)
    found = look_any(it.kantor, path, "")  # type: ignore[arg-type]
    assert any("berubah: isinya tidak sama" in x for x in found.salah)


def test_a_pdf_that_is_no_dossier_or_is_broken_is_told(it: KantorTas, tmp_path: Path) -> None:
    bare = look_any(it.kantor, dossier(tmp_path / "kosong.pdf"), "")  # type: ignore[arg-type]
    assert "tidak memuat lampiran" in bare.salah[0]
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7\nbukan pdf")
    broken = look_any(it.kantor, tmp_path / "rusak.pdf", "")  # type: ignore[arg-type]
    assert "rusak" in broken.salah[0]
    with pytest.raises(BukanTas):
        look_any(it.kantor, tmp_path / "tidak-ada", "")  # type: ignore[arg-type]
