"""The walk around its pages: bar, rail, panel, and moving between steps."""
