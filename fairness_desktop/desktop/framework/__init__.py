"""The council's framework in the window: read as a document, edited as swing questions, compared, adopted."""
