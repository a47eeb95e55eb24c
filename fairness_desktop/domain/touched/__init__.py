"""Who is touched, looked at closer: people in two groups at once, areas taken for people, and what does not fit."""
