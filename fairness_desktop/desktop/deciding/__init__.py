"""What step 8 asks of how it was decided: the vote, who differed, what is to be done, what was felt first."""
