# SPDX-License-Identifier: GPL-3.0-or-later
"""The same visit as a sighted person sees it: what is to be said.

A second program gets the same keys on a terminal that is only read. Its sync
marks say when a key has had its effect, so nothing is waited for in vain.
"""
import os
import re
import select

import listen
import pyte

MARK = re.compile(rb"\x1b_textkiosk;(\d+)\x1b\\")


class Shadow(listen.Reader):
    name = "the screen"

    def start(self, command):
        self.screen = pyte.Screen(self.cols, self.rows)
        self.stream = pyte.ByteStream(self.screen)
        self.typed, self.rest = 0, b""
        self.spawn(command + ["--sync-marks"], {})
        self.wait()

    def wait(self):
        """Until all that was typed has had its effect."""
        while True:
            if not select.select([self.master], [], [], 30)[0]:
                raise TimeoutError("the program does not answer")
            self.rest += os.read(self.master, 65536)
            marks = MARK.findall(self.rest)
            if marks and int(marks[-1]) == self.typed:
                break
        self.stream.feed(MARK.sub(b"", self.rest))
        self.rest = b""

    def press(self, key):
        self.typed += len(key)
        super().press(key)
        self.wait()

    def resize(self, cols, rows):
        super().resize(cols, rows)
        self.screen.resize(rows, cols)
        self.wait()

    def look(self):
        """The rows, the cursor's row."""
        return list(self.screen.display), self.screen.cursor.y
