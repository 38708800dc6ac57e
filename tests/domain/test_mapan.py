"""Which dropped names are left alone, how long a file must rest, and where no lease can be had."""

import pytest

from service.domain.mapan import (
    JAUH,
    KOSONG,
    TERPOTONG,
    Kotak,
    Rupa,
    is_far,
    is_left,
    looks_cut,
    patience,
    slip_of,
)

MOUNTS = """\
/dev/vda / ext4 rw 0 0
//server/ppid /srv/ppid cifs rw 0 0
server:/x /srv/kotak\\040masuk nfs4 rw 0 0
tmpfs /srv/ppid/lokal tmpfs rw 0 0
gvfs /home/x fuse.gvfsd rw 0 0
"""


@pytest.mark.parametrize(
    "nama",
    [
        "~$surat.docx",
        ".surat.pdf.Xy12",
        "a.part",
        "A.TMP",
        "b.crdownload",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "@eaDir",
        "._surat.pdf",
    ],
)
def test_what_programs_leave_behind_is_left_alone(nama: str):
    assert is_left(nama)


@pytest.mark.parametrize(
    "nama", ["surat.pdf", "part", "tmp.pdf", "-rf", "a~b.docx", "CON", "é.pdf"]
)
def test_what_an_officer_may_call_a_file_is_taken(nama: str):
    assert not is_left(nama)


def test_an_office_may_name_more_that_is_left_alone():
    assert is_left("Salinan daftar.xlsx", ("salinan *",))
    assert not is_left("daftar.xlsx", ("salinan *",))


def test_a_share_an_empty_file_and_a_cut_one_wait_longer():
    whole, empty = [Rupa(5, 1, 1)], [Rupa(5, 1, 1), Rupa(0, 1, 2)]

    def waits(rupa: list[Rupa], *, jauh: bool = False, terpotong: bool = False) -> float:
        return patience(Kotak(2.0), rupa, jauh=jauh, terpotong=terpotong)

    assert waits(whole) == 2.0
    assert waits(whole, jauh=True) == JAUH
    assert waits(whole, terpotong=True) == TERPOTONG
    assert waits(empty, terpotong=True) == KOSONG


@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/srv/inbox", False),
        ("/srv/ppid", True),
        ("/srv/ppid/inbox", True),
        ("/srv/ppid2", False),
        ("/srv/ppid/lokal/inbox", False),
        ("/srv/kotak masuk/inbox", True),
        ("/home/x/inbox", True),
    ],
)
def test_shares_are_known_by_the_table_of_mounts(folder: str, far: bool):
    assert is_far(MOUNTS, folder) == far


def test_a_file_without_its_end_mark_looks_cut():
    assert looks_cut(b"%PDF-1.7", b"endobj\n")
    assert not looks_cut(b"%PDF-1.7", b"%%EOF\n\n")
    assert looks_cut(b"PK\x03\x04abcd", b"word/document.xml")
    assert not looks_cut(b"PK\x03\x04abcd", b"PK\x05\x06" + bytes(18))
    assert not looks_cut(b"\xff\xd8\xff", b"")


def test_a_slip_lies_beside_its_file_under_either_name():
    assert slip_of("surat.pdf", ["surat.pdf", "surat.pdf.slip.toml"]) == "surat.pdf.slip.toml"
    assert slip_of("surat.pdf", ["surat.pdf", "surat.slip.toml"]) == "surat.slip.toml"
    assert slip_of("surat.pdf", ["lain.slip.toml"]) == ""
