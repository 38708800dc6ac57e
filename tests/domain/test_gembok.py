"""What a file is locked with is checked before anything is locked."""

from __future__ import annotations

import pytest

from service.domain.gembok import KunciTidakSah, chosen, read_penerima

# Written by age-keygen 1.1.1.
UMUM = "age1d4t8yka0y07mzzk9ucu9nyyul4pq22l854teasmn2c2w9m6qrgmq6ep5ux"
SANDI = "kuda benar baterai"


def test_a_passphrase_or_a_recipient_is_enough() -> None:
    assert chosen(SANDI, SANDI, "").sandi == SANDI
    assert len(chosen("", "", f" {UMUM}\n").penerima) == 32
    assert read_penerima(UMUM.upper()) == read_penerima(UMUM)
    assert SANDI not in repr(chosen(SANDI, SANDI, ""))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("", "", ""), "salah satu saja"),
        ((SANDI, SANDI, UMUM), "salah satu saja"),
        ((SANDI, "lain", ""), "tidak sama"),
        (("pendek", "pendek", ""), "paling sedikit 12 huruf"),
        (("kuda\nbenar baterai",) * 2 + ("",), "dapat diketik"),
        (("", "", UMUM[:-1] + ("q" if UMUM[-1] != "q" else "p")), "tidak terbaca"),
        (("", "", UMUM[:-3]), "tidak terbaca"),
        (("", "", "AGE" + UMUM[3:]), "tidak terbaca"),
        (("", "", "ssh-ed25519 AAAA"), "tidak terbaca"),
        (("", "", "age1" + "é" * 60), "tidak terbaca"),
        (("", "", "1"), "tidak terbaca"),
    ],
)
def test_what_locks_nothing_is_refused_with_words(given: tuple[str, str, str], why: str) -> None:
    with pytest.raises(KunciTidakSah, match=why):
        chosen(*given)
