"""How each chart is drawn, from values that are worked out already."""
