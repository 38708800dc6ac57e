"""What people and the machine do, one act a transaction; a folder for each part of the office."""
