"""A LibreOffice that dies with a paper in hand."""

import os
import signal
import sys

sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
sys.stdin.buffer.read(8)
os.kill(os.getpid(), signal.SIGABRT)
os._exit(134)  # the first process of a box is not ended by its own signals
