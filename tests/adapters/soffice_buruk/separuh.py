"""A LibreOffice that hands over half a PDF and says it is whole."""

import struct
import sys

HALF = b"%PDF-1.6\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 20
sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
while head := sys.stdin.buffer.read(8):
    sys.stdin.buffer.read(struct.unpack(">Q", head)[0])
    sys.stdout.write(f'{{"galat": "", "memori": 100, "panjang": {len(HALF)}}}\n')
    sys.stdout.flush()
    sys.stdout.buffer.write(HALF)
    sys.stdout.buffer.flush()
