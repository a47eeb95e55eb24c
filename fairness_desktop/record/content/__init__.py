"""What a record says: a tree of plain values, whoever lays it out or reads it aloud."""
