"""Tables for other programs: CSV that a spreadsheet can be given, CSV and JSON that say exactly what is there."""
