"""The bag of a matter (BagIt, RFC 8493): what lies in it, and whether it is whole."""
