"""Commands on decisions of the register: which are meant, what goes out of them, and who reads them."""
