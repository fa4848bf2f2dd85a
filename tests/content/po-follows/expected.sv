po/en.po:78: error: Översättningarna kan inte läsas här eller strax före: leta efter ett citattecken som saknas eller ett felstavat nyckelord.
exit 1
