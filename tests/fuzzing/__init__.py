"""Random input, told where to hurt. `python -m tests.fuzzing [MINUTES] [NAME ...]`; the suite runs a few fixed examples."""
