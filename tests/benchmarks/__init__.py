"""How fast and how small: one script a goal, each run as `python -m tests.benchmarks.<name>` from the root of the checkout.

Only ratios are printed, against a reference measured in the same rounds; seconds say more about a machine than about a program.
"""
