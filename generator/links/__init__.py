"""Do the addresses in the records still lead somewhere? Asked by command, remembered in a file of its own, never part of a build."""
