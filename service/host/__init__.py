"""The machine Berkas runs on: processes, ports, logs and units; standard library only."""
