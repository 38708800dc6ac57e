"""What is bound: a matter that is over, one as it is now, a dispute as the commission hears it."""
