pages: error: Sidan ”language” måste finnas.
exit 1
