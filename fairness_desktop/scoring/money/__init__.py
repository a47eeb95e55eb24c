"""What an option costs a year and over the years, how it is paid for, and what it is worth."""

from .discounting import discount_factor, discount_factors, feasible, net_cost, net_present_value

__all__ = ["discount_factor", "discount_factors", "feasible", "net_cost", "net_present_value"]
