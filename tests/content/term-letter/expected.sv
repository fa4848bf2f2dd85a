pages/vision.xml:6: warning: ”112” börjar inte på någon bokstav i alfabetet.
exit 0
