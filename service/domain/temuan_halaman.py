"""What is found in PDFs and pictures."""

from __future__ import annotations

from service.domain.temuan import Arti

HALAMAN: dict[str, Arti] = {}
