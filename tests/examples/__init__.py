"""The decisions that ship with the program, each finished."""
