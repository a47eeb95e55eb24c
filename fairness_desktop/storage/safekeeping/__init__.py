"""What keeps the file safe: who may write to it, where it lies, its copies, its passphrase."""
