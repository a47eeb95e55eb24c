"""The draft of a framework in the window: a section for every part of it, the way back, what is to be mended."""
