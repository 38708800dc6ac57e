"""Agencies: packs, what they chose, calendar, rules, the looks of their papers."""
