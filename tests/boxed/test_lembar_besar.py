"""What is gathered into large pages reads as before, and is there in large pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SWITCH = Path("/sys/kernel/mm/transparent_hugepage/enabled")
PROGRAM = """
import re
from pathlib import Path
from service.boxed import lembar_besar
kept = [b"surat %d " % n * 50 for n in range(40_000)]
gathered = lembar_besar.gather()
assert kept == [b"surat %d " % n * 50 for n in range(40_000)]
told = Path("/proc/self/smaps_rollup").read_text()
print(gathered, int(re.search(r"AnonHugePages: +(\\d+) kB", told)[1]) // 1024)
"""


def test_what_is_gathered_into_large_pages_reads_as_before() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    gathered, large = map(int, done.stdout.split())

    assert gathered == large
    if "[never]" not in SWITCH.read_text():
        assert gathered >= 2
