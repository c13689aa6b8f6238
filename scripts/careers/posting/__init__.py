"""A posting: typed front matter, its errors and their fixes, the text below."""
