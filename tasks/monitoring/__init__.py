"""What is left of a run for people to look at: its journal, its row in the store, its report in Prefect."""
