"""Robustness: what the ranking becomes when effects, weights and elasticity move within what is plausible."""
