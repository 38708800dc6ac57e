"""A LibreOffice that says all went well, and made nothing."""

import struct
import sys

sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
while head := sys.stdin.buffer.read(8):
    sys.stdin.buffer.read(struct.unpack(">Q", head)[0])
    sys.stdout.write('{"galat": "", "memori": 100, "panjang": 0}\n')
    sys.stdout.flush()
