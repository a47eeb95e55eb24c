"""The bundle ``*.fairness``: one assessment with all that belongs to it, in a ZIP that is always the same bytes."""
