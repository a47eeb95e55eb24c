"""How careful a step an option is: tried small, undone, stopped, and what could be lost at worst."""
