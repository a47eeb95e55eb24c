"""The second reader: asked, sends back, approves or refuses; always with a way on."""
