pages/vision.xml:1: error: XML:en är inte välformad här eller strax före: leta efter en tagg, ett citattecken eller &amp; som saknas eller är felskrivet.
exit 1
