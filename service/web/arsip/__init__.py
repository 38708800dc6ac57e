"""Pages of what is closed and kept: archives, their schedule, their places, and lists that go."""
