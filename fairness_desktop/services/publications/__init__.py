"""What goes out beside the sealed record: pages of a website, copies for a word processor, tables of the register."""
