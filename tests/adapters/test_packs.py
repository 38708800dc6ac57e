"""The packs an office finds: its own before the common ones, its changes before both."""

import pytest

from service.adapters.packs import FolderPacks
from service.domain.paket import (
    EksporTidakKosong,
    NamaPaketTidakSah,
    PaketTidakAman,
    PaketTidakTerbaca,
)
from service.domain.refusals import TidakAda


@pytest.fixture
def root(tmp_path):
    def write(path, text):
        goal = tmp_path / "paket" / path
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(text)

    write("umum/instansi.toml", "nama = 'Umum'")
    write("umum/naskah/memo.toml", "memo umum")
    write("umum/naskah/undangan.toml", "undangan umum")
    write("contoh_satu/instansi.toml", "nama = 'Contoh Satu'")
    write("contoh_satu/naskah/memo.toml", "memo Contoh Satu")
    write("contoh_dua/instansi.toml", "nama = 'Contoh Dua'")
    write("README.md", "untuk petugas")
    (tmp_path / "paket").chmod(0o755)
    for path in (tmp_path / "paket").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return tmp_path / "paket"


CHANGED = {
    "contoh_satu/naskah/memo.toml": "memo yang diubah",
    "umum/naskah/undangan.toml": "undangan umum yang diubah",
    "contoh_baru/instansi.toml": "nama = 'Contoh Baru'",
}


def test_an_agency_finds_its_own_paper_before_the_common_one(root):
    packs = FolderPacks(root)

    assert packs.text("contoh_satu/naskah/memo.toml") == "memo Contoh Satu"
    assert packs.text("contoh_dua/naskah/memo.toml") == "memo umum"


def test_a_changed_paper_covers_the_seed(root):
    packs = FolderPacks(root, lambda: CHANGED)

    assert packs.text("contoh_satu/naskah/memo.toml") == "memo yang diubah"
    assert packs.text("contoh_dua/naskah/undangan.toml") == "undangan umum yang diubah"


def test_a_seed_can_be_read_whatever_covers_it(root):
    packs = FolderPacks(root, lambda: CHANGED)

    assert packs.seed("contoh_satu/naskah/memo.toml") == "memo Contoh Satu"
    assert packs.seed("contoh_dua/naskah/memo.toml") == ""  # the common one is not its own
    assert packs.seed("contoh_baru/instansi.toml") == ""
    with pytest.raises(NamaPaketTidakSah):
        packs.seed("contoh_satu/../umum/instansi.toml")


def test_an_agency_made_on_a_page_stands_beside_the_seeds(root):
    assert FolderPacks(root).instansi() == ["contoh_dua", "contoh_satu"]
    assert FolderPacks(root, lambda: CHANGED).instansi() == [
        "contoh_baru",
        "contoh_dua",
        "contoh_satu",
    ]


def test_the_files_of_an_agency_are_named_without_the_common_ones(root):
    packs = FolderPacks(root, lambda: CHANGED)

    assert packs.names("contoh_satu") == ["instansi.toml", "naskah/memo.toml"]
    assert packs.names("contoh_baru") == ["instansi.toml"]


def test_a_copy_of_a_paper_is_laid_where_it_is_asked_for(root, tmp_path):
    packs = FolderPacks(root, lambda: CHANGED)

    copy = packs.file("contoh_dua", "naskah/memo.toml", tmp_path / "memo.toml")

    assert copy.read_text() == "memo umum"
    assert packs.file("contoh_satu", "naskah/memo.toml", copy).read_text() == "memo yang diubah"


def test_a_paper_nobody_has_is_said_to_be_missing(root):
    with pytest.raises(TidakAda, match=r"contoh_satu/naskah/tidak_ada\.toml"):
        FolderPacks(root).text("contoh_satu/naskah/tidak_ada.toml")


@pytest.mark.parametrize(
    "path",
    ["../rahasia", "/etc/passwd", "contoh_satu/../../x", "instansi.toml", "Contoh/a", "umum//a"],
)
def test_a_path_that_leads_elsewhere_is_no_pack_file(root, path):
    with pytest.raises(NamaPaketTidakSah):
        FolderPacks(root).text(path)


@pytest.mark.parametrize("place", ["", "contoh_satu", "contoh_satu/instansi.toml"])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_a_folder_that_others_may_write_in_is_refused(root, place, mode):
    goal = root / place
    goal.chmod(goal.stat().st_mode | mode)

    with pytest.raises(PaketTidakAman, match="chmod go-w"):
        FolderPacks(root)


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_not(root, tmp_path):
    (root / "contoh_dua" / "kenali.toml").symlink_to(root / "umum" / "instansi.toml")
    assert FolderPacks(root).text("contoh_dua/kenali.toml") == "nama = 'Umum'"

    (tmp_path / "luar.toml").write_text("rahasia")
    (root / "contoh_dua" / "luar.toml").symlink_to(tmp_path / "luar.toml")

    with pytest.raises(PaketTidakAman, match="menunjuk ke luar"):
        FolderPacks(root)


def test_a_link_laid_after_the_start_is_refused_when_it_is_read(root, tmp_path):
    packs = FolderPacks(root)
    (tmp_path / "luar.toml").write_text("rahasia")
    (root / "contoh_dua" / "luar.toml").symlink_to(tmp_path / "luar.toml")

    with pytest.raises(PaketTidakAman):
        packs.text("contoh_dua/luar.toml")


def test_every_unsafe_place_is_named_at_once(root):
    (root / "umum").chmod(0o777)
    (root / "README.md").chmod(0o666)

    with pytest.raises(PaketTidakAman) as refused:
        FolderPacks(root)

    assert len(refused.value.sebab) == 2


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PaketTidakAman, match="BERKAS_PACKS"):
        FolderPacks(tmp_path / "tidak_ada")


def test_bytes_that_are_no_text_are_refused_and_a_windows_mark_is_not(root):
    (root / "contoh_dua" / "a.toml").write_bytes(b"\xef\xbb\xbfnama = 'Contoh'")
    (root / "contoh_dua" / "b.toml").write_bytes(b"nama = '\xff\xfe'")
    packs = FolderPacks(root)

    assert packs.text("contoh_dua/a.toml") == "nama = 'Contoh'"
    with pytest.raises(PaketTidakTerbaca, match="UTF-8"):
        packs.text("contoh_dua/b.toml")


def test_an_export_is_a_folder_of_packs_that_says_the_same(root, tmp_path):
    packs = FolderPacks(root, lambda: CHANGED)

    written = packs.export(tmp_path / "keluar")
    again = FolderPacks(tmp_path / "keluar")

    assert "README.md" in written
    assert "contoh_baru/instansi.toml" in written
    assert again.instansi() == packs.instansi()
    assert again.text("contoh_satu/naskah/memo.toml") == "memo yang diubah"


def test_an_export_never_mixes_with_what_lies_there(root, tmp_path):
    (tmp_path / "keluar").mkdir()
    (tmp_path / "keluar" / "surat.txt").write_text("jangan hilang")

    with pytest.raises(EksporTidakKosong, match="Tidak ada yang ditulis"):
        FolderPacks(root).export(tmp_path / "keluar")
    assert [path.name for path in (tmp_path / "keluar").iterdir()] == ["surat.txt"]
