"""An SOP as data: its table, its times, the things it needs and makes, and the way through it."""
