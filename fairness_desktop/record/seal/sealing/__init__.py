"""What goes into a signature: whose field it is, how it looks, what vouches for its time."""
