"""The recipe of the encoder: one transformer fine-tuned on every task at once. Needs torch, which only training has."""
