"""A LibreOffice that takes a paper and never answers, not even when nobody waits any more."""

import signal
import sys
import time

for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
    signal.signal(number, signal.SIG_IGN)
sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
while True:
    time.sleep(60)
