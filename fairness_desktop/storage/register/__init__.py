"""What is made from it: the lines of the register, their counts, and the words to search by."""
