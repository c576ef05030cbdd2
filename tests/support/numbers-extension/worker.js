// Nothing to do: it is what tells a test that the extension is there.
