"""What step 7 asks: the equality lens, the Welsh duties, and what else applies."""
