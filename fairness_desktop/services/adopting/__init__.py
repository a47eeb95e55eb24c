"""The council's own framework: edited as a draft, compared, adopted; from then on nobody edits it."""
