"""Official files of an index of deprivation, as the user chose them."""
