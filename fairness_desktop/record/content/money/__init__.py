"""Money in the record: what it costs over the years, how it is paid for, what is got for it."""
