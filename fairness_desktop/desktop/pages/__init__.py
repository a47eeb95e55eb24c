"""One page of the walk each."""
