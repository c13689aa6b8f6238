"""Places: countries, regions and cities by the names that people write, out of tables.

``place("San Francisco, CA")`` knows the city, the state and the country, or says what the text may
mean and how to write that. ``area("EMEA")`` reads what a remote job may be limited to. The tables
are made by ``tools/places.py``; ``names.toml`` beside them is kept by hand.

Cities and regions: GeoNames (geonames.org), CC BY 4.0. Names of countries: Unicode CLDR, Unicode
License. What was changed: a part was chosen and written as tables.
"""
