"""What step 2 asks beside its groups: who could be in two of them, how many live there, and where they live."""
