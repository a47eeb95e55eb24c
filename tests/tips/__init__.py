"""The ten tips, each working: asked, computed, shown, and kept in the record."""
