"""A framework in words: what its closed words mean, and in what two versions differ."""
