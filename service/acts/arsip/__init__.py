"""What an office does with closed matters: codes, places, loans, holds, and the lists that go."""
