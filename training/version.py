"""Version of the weights: articles that another one has read are read again."""

VERSION = "0.3.1"
