"""A LibreOffice that does not come up."""

import sys

sys.exit("LibreOffice berhenti dengan kode 77")
