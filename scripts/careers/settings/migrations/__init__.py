"""What brings settings of an older shape up to the next: one module a version, `to_N.py`.

Each has ``migrate(name, text)``: the text of `careers.toml` or `candidates.toml` of the version
before, as it is from then on. Comments, order and whatever a person wrote beside it stay. A module
is never changed once a version with it is out.
"""
