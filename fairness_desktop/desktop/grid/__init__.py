"""The effects grid: groups down, options across, one editor for the chosen cell."""
