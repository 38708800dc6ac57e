"""A LibreOffice that writes on and on, then offers 2 GB."""

import struct
import sys

sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
sys.stdin.buffer.read(struct.unpack(">Q", sys.stdin.buffer.read(8))[0])
sys.stdout.write('{"galat": "", "memori": 100, "panjang": 2000000000}\n')
sys.stdout.flush()
while True:
    sys.stdout.buffer.write(bytes(1 << 20))
