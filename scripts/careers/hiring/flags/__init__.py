"""What a person should look at: answers that the settings name, and hints of doubles.

A flag is a line and a label. It moves nobody, sorts nobody, and says nothing of a person.
"""
