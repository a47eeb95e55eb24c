"""Pages for a council's website: nothing but HTML, each whole in itself, fetching nothing from anywhere."""
