pages: warning: Bokstäverna GHIJKLM har fler än 24 ord.
exit 0
