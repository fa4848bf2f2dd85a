pages/vision.xml:11: error: ”javascript:alert(1)” är ingen webbadress (https://…).
exit 1
