"""Write, audit, publish: readers only ever see a complete file that passed its audits."""
