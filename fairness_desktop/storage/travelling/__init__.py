"""What belongs to an assessment and travels with it: files, histories of other laptops, frameworks."""
