"""How figures are told, in the window and in the record alike: words, sentences, charts and explanations."""
