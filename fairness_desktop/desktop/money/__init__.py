"""The parts of the page of money: the cash flow, its curve, the mechanism, efficiency."""
