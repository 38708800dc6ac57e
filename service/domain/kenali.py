"""Which kind a kiriman is and what it says of itself: proposals, then the verdict on them."""

from __future__ import annotations

from service.domain.kenali_putus import Putusan as Putusan
from service.domain.kenali_putus import putuskan as putuskan
from service.domain.kenali_usul import usulan as usulan
