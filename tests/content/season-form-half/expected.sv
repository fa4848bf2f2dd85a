site.xml:23: error: En säsong behöver weeks, eller from och until.
exit 1
