"""What step 7 asks of quality: the five elements, who answers to whom, what a provider keeps."""
