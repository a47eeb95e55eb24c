"""Explain this number: every figure opened to its formula with this decision's own figures in it, down to the cells."""
