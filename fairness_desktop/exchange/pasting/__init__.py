"""What is pasted from a spreadsheet: read where it is clear, refused with the cell named where it is not."""
