"""The jobs' issues: all candidates of one posting by stage, without names; and the list of them."""
