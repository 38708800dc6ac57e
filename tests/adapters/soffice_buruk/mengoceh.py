"""A LibreOffice whose answer is not in the form that was agreed."""

import sys

sys.stdout.write('{"siap": true, "panjang": 0}\n')
sys.stdout.flush()
sys.stdin.buffer.read(8)
sys.stdout.write('["convert", "/tmp/naskah.docx"]\n')
sys.stdout.flush()
sys.stdin.buffer.read()
