# The words of the pages that the site of the manual is made of; the program does not say them.

site-title = Sverka
site-intro = A program that keeps track of translations: what is not translated yet, what is out of date and by which words, and whether a translation says what its original says.
collection-manual = Manual
collection-checks = Checks
