"""Records as tables: out to Excel and CSV, and back in without losing what the table does not know."""
