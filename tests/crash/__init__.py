"""The program is killed while it works, and what it had shown as done is looked for."""
