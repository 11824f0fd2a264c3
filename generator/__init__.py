"""Records to a website. openpyxl writes other bytes where it finds lxml; ours depend on the records alone, so it does not look."""

import os

os.environ["OPENPYXL_LXML"] = "False"
