"""Qt item models: they read the session or the store and hold no copies."""
