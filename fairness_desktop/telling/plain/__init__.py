"""The decision in plain words, made from the data; and how hard a text is to read."""
