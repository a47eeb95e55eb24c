"""What is entered as cards: groups of people, and options."""
