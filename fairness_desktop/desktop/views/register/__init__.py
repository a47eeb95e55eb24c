"""Parts of the register: its views, its filters, and what can be done with its lines."""
