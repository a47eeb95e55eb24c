"""What is read before a decision is signed: the plain page, and by a second reader."""
