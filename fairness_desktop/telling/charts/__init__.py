"""Charts as data: what is drawn, the same in words and in a table; window and record paint the very same scene."""
