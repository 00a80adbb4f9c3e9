"""What each command of `article-facts` does; a command's module is imported when it is called, and not before."""
