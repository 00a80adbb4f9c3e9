"""What the flows do: pure functions, and the steps that read and write around them."""
