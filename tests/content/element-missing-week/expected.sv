site.xml:15: error: <hours> behöver elementet <week>.
exit 1
