"""The roots of Indonesian words."""

from __future__ import annotations

from functools import lru_cache

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

KNOWN = 50_000  # words whose roots are remembered


class Sastrawi:
    """The port Stemmer."""

    def akar(self, kata: str) -> str:
        return _root(kata)


@lru_cache(maxsize=KNOWN)  # Sastrawi's own cache grows without end
def _root(kata: str) -> str:
    return str(_stemmer().stem_word(kata))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    return Stemmer(ArrayDictionary(StemmerFactory().get_words()))
