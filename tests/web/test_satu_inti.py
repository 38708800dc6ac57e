"""The pages keep to one core; what they have looked at in the box does not."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import os
from pathlib import Path
from service.adapters.kotak_baca import BoxReader
from service.domain.batas import Batas
from service.host import kin
from service.web.serve import _keep_to_one_core

all_of_them = os.sched_getaffinity(0)
_keep_to_one_core()
reader = BoxReader(Batas())
reader.look(Path("README.md"), "contoh.md")
boxes = [os.sched_getaffinity(pid) for pid in kin.descendants(os.getpid())]
print(len(os.sched_getaffinity(0)), len(all_of_them), max(map(len, boxes)))
reader.close()
"""


def test_the_pages_keep_to_one_core_and_the_box_to_none() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    ours, machine, box = map(int, done.stdout.split())
    assert ours == 1
    assert box == machine
