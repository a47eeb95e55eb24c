"""How one will know that it works, who looks, and who answers to whom."""
