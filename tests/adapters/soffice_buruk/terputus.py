"""A LibreOffice that breaks off in the middle of handing a PDF over."""

import sys

sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
sys.stdin.buffer.read(8)
sys.stdout.write('{"galat": "", "memori": 100, "panjang": 1000000}\n%PDF-1.6')
