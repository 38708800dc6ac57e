"""What comes back signed: taken by the rule, or laid before a person."""
