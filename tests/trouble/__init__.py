"""Storage that is full, read only, taken away, slow or broken, for real, and a process at work on it."""
