"""Files that come in piece by piece, on a real disk: cut, taken up again, held, swept."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime, timedelta

import pytest

from service.adapters.clock import new_id
from service.adapters.uploads import FolderUploads
from service.domain.refusals import TidakAda
from service.domain.unggahan import OffsetKeliru, SedangDikirim, Unggahan

PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


class Cut(io.BytesIO):
    """A line that breaks after its first piece."""

    def read(self, size: int = -1, /) -> bytes:
        if self.tell():
            raise ConnectionResetError
        return super().read(4)


@pytest.fixture
def uploads(tmp_path):
    return FolderUploads(tmp_path / "unggahan")


@pytest.fixture
def one(uploads):
    made = Unggahan(new_id(), new_id(), "surat.txt", 10, PAGI, tanda="1")
    uploads.begin(made)
    return made


def test_what_came_before_a_line_broke_stays(uploads, one):
    with pytest.raises(ConnectionResetError):
        uploads.append(one, 0, Cut(b"1234567890"), 10)

    assert uploads.get(one.orang, one.id).sudah == 4
    assert uploads.append(one, 4, io.BytesIO(b"567890"), 6) == 10
    assert uploads.get(one.orang, one.id).utuh
    with uploads.held([one]) as [path]:
        assert path.read_bytes() == b"1234567890"


def test_a_line_given_up_for_lost_cannot_write_behind_its_successor(uploads, one):
    class Late(io.BytesIO):
        """While this one waits for its bytes, another brings them."""

        def read(self, size: int = -1, /) -> bytes:
            if not self.tell():
                uploads.append(one, 0, io.BytesIO(b"abcde"), 5)
            return super().read(5)

    with pytest.raises(OffsetKeliru) as told:
        uploads.append(one, 0, Late(b"12345"), 5)

    assert told.value.sudah == 5
    assert uploads.append(one, 5, io.BytesIO(b"fghij"), 5) == 10


def test_files_that_are_being_sent_are_held_against_another_window(uploads, one):
    with uploads.held([one]), pytest.raises(SedangDikirim), uploads.held([one]):
        pass
    with uploads.held([one]):
        uploads.drop(one.orang, one.id)
    with pytest.raises(TidakAda), uploads.held([one]):
        pass


def test_no_name_leads_out_of_the_folder_or_to_another_person(uploads, one, tmp_path):
    (tmp_path / "rahasia").mkdir()
    for orang, id_ in ((new_id(), one.id), ("..", "rahasia"), (one.orang, "../../rahasia")):
        with pytest.raises(TidakAda):
            uploads.get(orang, id_)
        uploads.drop(orang, id_)
    assert (tmp_path / "rahasia").exists()
    assert uploads.count(one.orang) == 1
    assert uploads.of(new_id()) == []


def test_only_what_nobody_touched_since_is_swept(uploads, one):
    other = Unggahan(new_id(), one.orang, "lain.txt", 10, PAGI)
    uploads.begin(other)
    now = datetime.now(UTC)
    old = (now - timedelta(hours=30)).timestamp()
    os.utime(uploads.folder / f"{one.orang}.{one.id}" / "isi", (old, old))

    uploads.sweep(now - timedelta(hours=24))

    assert [found.id for found in uploads.of(one.orang)] == [other.id]
