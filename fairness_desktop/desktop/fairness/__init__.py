"""The parts of the Fairness page: bars, explanations, findings, what if, and the draws that go on beside it."""
