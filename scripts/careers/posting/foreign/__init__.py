"""Front matter as other houses write it: its names, its values, its forms."""
