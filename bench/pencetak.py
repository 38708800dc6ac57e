"""One worker of the bench of conversion: a warm LibreOffice of its own, and its share of papers."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from service.adapters.box import Bubblewrap
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.soffice import Hangat, Soffice, SofficeAsing, foreign
from service.adapters.tanda_halaman import PageMarker

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def main(what: str, docx: Path, many: int) -> None:
    """Print `many` papers each time a line comes in; tell the seconds and the MB held."""
    ours, theirs = Hangat(), foreign()
    converter = Soffice(ours, PdfProofreader(), PageExaminer(), PageMarker())
    changer = SofficeAsing(Bubblewrap(), warm=theirs)
    out = docx.with_name(f"jadi-{what}-{os.getpid()}.pdf")

    def one() -> None:
        if what == "naskah":
            converter.pdf(docx, out)
        else:
            changer.pdf(docx, WORD, out)

    one()  # warm, as in a house at work
    print("siap", flush=True)
    for _ in sys.stdin:
        began = time.perf_counter()
        for _ in range(many):
            one()
        held = ours.held or theirs.held
        print(json.dumps({"detik": time.perf_counter() - began, "memori": held}), flush=True)
    converter.close()
    changer.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
