"""What a pair may name as a source is what a matter can fill in, no less and no more."""

from service.acts.isian import berkas as isian_berkas
from service.domain.ruas_sumber import SUMBER


def test_every_source_that_the_reader_takes_is_filled_in_and_no_other() -> None:
    assert set(SUMBER) == set(isian_berkas.SUMBER)
