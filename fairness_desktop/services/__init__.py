"""What one can do: walk through an assessment, keep a register, issue a record, check one."""
