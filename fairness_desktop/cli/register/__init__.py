"""Commands on many decisions at once: which are meant, and what goes out of them."""
