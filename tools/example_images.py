#!/usr/bin/env python3
"""example_images.py: draws the rasters and writes the PDFs of example-commune/.

    python3 tools/example_images.py [folder of the commune]

Only the standard library. Same bytes on every run: no date, no chance.
"""
import math
import os
import sys
import zlib

W, H, S = 960, 540, 2  # size of a picture; samples a side of a pixel


# ---- a canvas of scan lines ----

def rgb(text):
    return bytes(int(text[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    return bytes(round(x + (y - x) * t) for x, y in zip(a, b))


class Chance:
    """A small generator of our own: the library's may change between versions."""

    def __init__(self, seed):
        self.state = seed

    def __call__(self, low, high):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return low + (high - low) * (self.state >> 8) / (0x7FFFFFFF >> 8)


class Canvas:
    def __init__(self, top, bottom, horizon):
        """A sky from `top` to `bottom`, in sixteen bands: they compress well."""
        self.rows = []
        for y in range(H * S):
            t = min(1.0, y / (horizon * S))
            self.rows.append(bytearray(mix(rgb(top), rgb(bottom), round(t * 16) / 16) * (W * S)))

    def span(self, y, x0, x1, colour):
        x0, x1 = max(0, round(x0 * S)), min(W * S, round(x1 * S))
        if 0 <= y < H * S and x0 < x1:
            self.rows[y][x0 * 3:x1 * 3] = colour * (x1 - x0)

    def polygon(self, points, colour):
        colour = rgb(colour) if isinstance(colour, str) else colour
        low = max(0, math.floor(min(y for _, y in points) * S))
        high = min(H * S, math.ceil(max(y for _, y in points) * S))
        edges = list(zip(points, points[1:] + points[:1]))
        for row in range(low, high):
            y = (row + 0.5) / S
            cross = sorted(x0 + (y - y0) * (x1 - x0) / (y1 - y0)
                           for (x0, y0), (x1, y1) in edges if (y0 <= y) != (y1 <= y))
            for left, right in zip(cross[::2], cross[1::2]):
                self.span(row, left, right, colour)

    def ellipse(self, x, y, rx, ry, colour):
        colour = rgb(colour) if isinstance(colour, str) else colour
        for row in range(math.floor((y - ry) * S), math.ceil((y + ry) * S)):
            d = ((row + 0.5) / S - y) / ry
            if abs(d) < 1:
                half = rx * math.sqrt(1 - d * d)
                self.span(row, x - half, x + half, colour)

    def box(self, x, y, w, h, colour):
        self.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], colour)

    def hill(self, height, colour):
        """All that lies below the curve y = height(x)."""
        points = [(x, height(x)) for x in range(0, W + 1, 8)]
        self.polygon(points + [(W, H), (0, H)], colour)

    def tree(self, x, y, size, dark, light, trunk="#5b4632"):
        self.box(x - size * .05, y - size * .35, size * .1, size * .37, trunk)
        for dx, dy, r in ((-.22, -.5, .24), (.22, -.5, .24), (0, -.68, .3), (0, -.45, .3)):
            self.ellipse(x + dx * size, y + dy * size, r * size, r * size * .9, dark)
        for dx, dy, r in ((-.16, -.62, .14), (.1, -.78, .16)):
            self.ellipse(x + dx * size, y + dy * size, r * size, r * size * .8, light)

    def hedge(self, curve, x0, x1, size, dark, light, chance):
        """A row of bushes along y = curve(x)."""
        x = x0
        while x < x1:
            r = size * chance(.75, 1.25)
            self.ellipse(x, curve(x) - r * .5, r, r * .8, dark)
            if chance(0, 1) > .45:
                self.ellipse(x - r * .2, curve(x) - r * .75, r * .55, r * .4, light)
            x += r * 1.05

    def house(self, x, y, w, h, wall, roof, door="#7a4a32"):
        self.box(x, y - h, w, h, wall)
        self.polygon([(x - w * .05, y - h), (x + w * .12, y - h * 1.75), (x + w * .88, y - h * 1.75),
                      (x + w * 1.05, y - h)], roof)
        self.box(x + w * .8, y - h * 2, w * .08, h * .5, "#8a5a44")
        self.box(x + w * .42, y - h * .62, w * .16, h * .62, door)
        for at in (.14, .7):
            self.box(x + w * at, y - h * .68, w * .15, h * .34, "#f4e6b8")

    def church(self, x, y, k, wall="#cfc8bb", roof="#4c5663"):
        self.box(x, y - 34 * k, 78 * k, 34 * k, wall)
        self.polygon([(x - 2 * k, y - 34 * k), (x + 8 * k, y - 58 * k), (x + 72 * k, y - 58 * k),
                      (x + 80 * k, y - 34 * k)], roof)
        self.box(x - 22 * k, y - 72 * k, 26 * k, 72 * k, mix(rgb(wall), b"\0\0\0", .08))
        self.polygon([(x - 25 * k, y - 72 * k), (x - 9 * k, y - 138 * k), (x + 7 * k, y - 72 * k)], roof)
        for at in (14, 34, 54):
            self.box(x + at * k, y - 28 * k, 7 * k, 16 * k, "#6a7480")

    def png(self):
        """The picture as an 8-bit RGB PNG, each line with the filter that suits it."""
        raw, above = bytearray(), bytes(W * 3)
        for y in range(H):
            one, two = self.rows[2 * y], self.rows[2 * y + 1]
            line = bytearray(W * 3)
            for c in range(3):
                line[c::3] = bytes((a + b + d + e + 2) >> 2 for a, b, d, e in zip(
                    one[c::6], one[c + 3::6], two[c::6], two[c + 3::6]))
            sub = bytes((v - (line[i - 3] if i > 2 else 0)) & 255 for i, v in enumerate(line))
            up = bytes((v - u) & 255 for v, u in zip(line, above))
            best = min(((1, sub), (2, up)), key=lambda f: len(f[1]) - f[1].count(0))
            raw += bytes([best[0]]) + best[1]
            above = line
        head = W.to_bytes(4, "big") + H.to_bytes(4, "big") + b"\x08\x02\0\0\0"
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            len(d).to_bytes(4, "big") + k + d + zlib.crc32(k + d).to_bytes(4, "big")
            for k, d in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(raw), 9)), (b"IEND", b"")))


def wave(base, height, length, phase=0.0):
    return lambda x: base + height * math.sin(x / length + phase) + height * .35 * math.sin(x / length * 2.3 + phase)


# ---- the pictures ----

def village():
    c, chance = Canvas("#9cc4dc", "#f3ecd8", 270), Chance(11)
    c.ellipse(760, 110, 44, 44, "#fff6d6")
    for base, tone in ((235, "#a9bfae"), (268, "#8fae8c")):
        c.hill(wave(base, 16, 150, base), tone)
    back = wave(312, 12, 190, 1)
    c.hill(back, "#7ba06a")
    c.hedge(back, 0, W, 11, "#4f7a4b", "#6f985c", chance)
    middle = wave(362, 14, 230, 2.4)
    c.hill(middle, "#93b56d")
    c.church(470, 372, 1.15)
    for x, y, w, wall, roof in ((300, 392, 92, "#e3d6bd", "#59636f"), (372, 408, 80, "#d9c7a6", "#6b5750"),
                                (590, 396, 96, "#e8dcc6", "#59636f"), (682, 412, 84, "#dccdb2", "#6b5750"),
                                (214, 416, 78, "#ded0b6", "#59636f"), (520, 430, 90, "#eadfca", "#5f6772")):
        c.house(x, y, w, 40, wall, roof)
    for x, y, k in ((452, 408, 62), (790, 430, 80), (180, 424, 70), (640, 440, 56)):
        c.tree(x, y, k, "#3f6b43", "#6b9a58")
    front = wave(446, 10, 210, .5)
    c.hill(front, "#a9c878")
    c.hedge(front, 0, W, 17, "#3e6a42", "#658f54", chance)
    c.hill(wave(498, 8, 160, 3), "#86ad5d")
    return c


def lane():
    c, chance = Canvas("#bcd8e2", "#f2f0dc", 240), Chance(5)
    c.hill(wave(232, 10, 170), "#a8c08f")
    c.hill(wave(262, 8, 120, 2), "#8db071")
    c.polygon([(455, 258), (505, 258), (690, H), (250, H)], "#c9ab7c")
    c.polygon([(470, 262), (490, 262), (560, H), (390, H)], "#d8be92")
    for side in (-1, 1):
        x = lambda v: 480 + side * v
        c.polygon([(x(25), 258), (x(520), 190), (x(520), H), (x(225), H)], "#6d8f4e")
        c.polygon([(x(25), 258), (x(230), H), (x(330), H), (x(44), 252)], "#8b7350")
        for i in range(9):
            t = i / 8
            reach = 44 + 330 * t * t
            size = 70 + 260 * t * t
            c.tree(x(reach), 268 + 190 * t * t, size, mix(rgb("#5d8a55"), rgb("#2f5a38"), t),
                   mix(rgb("#8db071"), rgb("#4f7f47"), t))
        for i in range(26):
            t = (i / 25) ** 1.6
            c.ellipse(x(32 + 240 * t + chance(-4, 10)), 262 + 270 * t, 7 + 22 * t, 5 + 14 * t,
                      mix(rgb("#7ea45c"), rgb("#47733f"), chance(0, 1)))
    return c


def hedge():
    c, chance = Canvas("#566b94", "#f4b879", 300), Chance(23)
    c.ellipse(640, 262, 40, 40, "#ffe3a8")
    c.hill(wave(286, 12, 180), "#7d7f8e")
    c.hill(wave(312, 10, 130, 1), "#5f7565")
    ground = wave(372, 6, 240, 2)
    c.hill(ground, "#6f8550")
    c.polygon([(600, 372), (640, 372), (560, H), (300, H)], "#b08c62")
    c.hedge(lambda x: 378 - x * .01, 0, 590, 30, "#2c4a36", "#4d6a44", chance)
    c.hedge(lambda x: 374 + x * .004, 650, W, 26, "#2c4a36", "#4d6a44", chance)
    for x, y, k in ((70, 392, 190), (250, 384, 150), (430, 380, 170), (760, 388, 180), (900, 398, 220)):
        c.tree(x, y, k, "#24402f", "#40603e", "#33281f")
    c.hedge(lambda x: 470 + x * .06, 0, 330, 40, "#1f3a2b", "#37573a", chance)
    c.hedge(lambda x: 520 - (x - 560) * .05, 600, W, 44, "#1f3a2b", "#37573a", chance)
    return c


def market():
    c, chance = Canvas("#e9b98a", "#f8e6c8", 260), Chance(3)
    for x, w, wall, roof in ((-20, 200, "#d9c3a0", "#59636f"), (190, 170, "#e6d5b8", "#6b5750"),
                             (380, 190, "#d3bb98", "#59636f"), (590, 180, "#e2cfae", "#6b5750"),
                             (780, 210, "#d9c3a0", "#59636f")):
        c.house(x, 330, w, 100, wall, roof)
    c.hill(lambda x: 328, "#c7b18f")
    for y in range(352, H, 26):
        c.box(0, y, W, 1.5, "#b9a281")
    tints = ("#b4442f", "#2f6a52", "#c98a2b", "#37597f")
    for i in range(4):
        x, tint = 40 + i * 228, tints[i]
        for leg in (6, 186):
            c.box(x + leg, 262, 5, 170, "#6b543c")
        for k in range(10):
            a, b = x + k * 20, x + k * 20 + 20
            c.polygon([(a + (100 - k * 20) * .25, 214), (b + (80 - k * 20) * .25, 214), (b, 268), (a, 268)],
                      tint if k % 2 == 0 else "#fbf2df")
            c.ellipse(a + 10, 268, 10, 9, tint if k % 2 == 0 else "#fbf2df")
        c.box(x - 2, 372, 204, 60, "#8a6a48")
        c.box(x - 6, 362, 212, 12, "#a98259")
        for k in range(12):
            fruit = ("#c0392b", "#7fa63a", "#e3a02f", "#8c4a7d")[(k // 3 + i) % 4]
            c.ellipse(x + 14 + k * 15.6, 358 + chance(-3, 1), 9, 8, fruit)
    for x, coat in ((250, "#4b5d6b"), (500, "#7a3f3a"), (548, "#3f5f4a"), (800, "#6a5a3c")):
        c.polygon([(x - 17, 492), (x - 12, 402), (x + 12, 402), (x + 17, 492)], coat)
        c.ellipse(x, 390, 13, 15, "#e0b48e")
        c.ellipse(x, 382, 13, 9, "#5b4632")
        c.box(x - 12, 490, 9, 26, "#3a3a3a")
        c.box(x + 3, 490, 9, 26, "#3a3a3a")
    return c


def works():
    c = Canvas("#a9cfe3", "#eef4ee", 320)
    c.hill(wave(336, 8, 200), "#9dbb86")
    c.hill(lambda x: 400, "#c9bda4")
    c.box(150, 240, 640, 170, "#e6dccb")
    c.polygon([(120, 244), (200, 150), (740, 150), (820, 244)], "#5a6470")
    for x in range(190, 760, 96):
        c.box(x, 286, 56, 74, "#7fa3b5")
        c.box(x + 26, 286, 4, 74, "#f3ecdf")
    c.box(430, 300, 70, 110, "#7a4a32")
    for x in range(140, 840, 110):
        c.box(x, 132, 6, 290, "#b5802d")
    for y in (168, 252, 336):
        c.box(130, y, 690, 6, "#c9953e")
        c.box(130, y + 8, 690, 9, "#d9b779")
    for i in range(6):
        x = 143 + i * 110
        c.polygon([(x, 336), (x + 4, 336), (x + 110, 258), (x + 106, 258)], "#b5802d")
    for i in range(5):
        c.box(250 + i * 46, 146, 40, 22, "#e9d27a")
    for x in (300, 610):
        c.ellipse(x, 196, 10, 11, "#e0b48e")
        c.ellipse(x, 189, 12, 8, "#e08a1e")
        c.box(x - 11, 206, 22, 44, "#d46a2a")
    c.polygon([(60, 440), (100, 380), (140, 440)], "#d8b13c")
    c.polygon([(72, 434), (100, 392), (128, 434)], "#fbf2df")
    c.box(97, 404, 6, 16, "#333333")
    c.ellipse(100, 426, 3.5, 3.5, "#333333")
    c.tree(880, 420, 150, "#4a7a4c", "#79a566")
    return c


def fire():
    c, chance = Canvas("#1c2547", "#c9785a", 330), Chance(41)
    for _ in range(70):
        x, y, r = chance(0, W), chance(0, 200), chance(.6, 1.7)
        c.ellipse(x, y, r, r, "#f2ead2")
    c.hill(wave(318, 14, 190), "#4a4560")
    c.hill(wave(346, 10, 140, 2), "#333a4a")
    c.hedge(wave(352, 10, 140, 2), 0, W, 15, "#242d38", "#2d3740", chance)
    c.hill(lambda x: 404, "#2b3a30")
    for r, tint in ((230, "#3d4634"), (160, "#5b5236"), (100, "#86653a")):
        c.ellipse(480, 452, r, r * .24, tint)
    for k, tint in ((1.0, "#d2491f"), (.76, "#ee7d22"), (.52, "#f9b53b"), (.28, "#fdeaa0")):
        points = []
        for i in range(25):
            t = i / 24
            top = 440 - 250 * k * math.sin(math.pi * t) ** 1.5 * (.78 + .22 * math.cos(i * 2.4))
            points.append((480 + (t - .5) * 190 * k, top))
        c.polygon(points, tint)
    for a in (-1, -.5, 0, .5, 1):
        c.polygon([(480 + a * 100 - 7, 458), (480 + a * 100 + 7, 458), (480 + a * 8 + 5, 396), (480 + a * 8 - 5, 396)],
                  "#3b2417")
    for i in range(30):
        x, y = 480 + chance(-110, 110), chance(90, 300)
        c.ellipse(x, y, 1.6, 1.6, "#f9b53b")
    for i in range(14):
        x = 60 + i * 64 + chance(-12, 12)
        if abs(x - 480) < 150:
            continue
        k = chance(.85, 1.15)
        c.polygon([(x - 13 * k, 486), (x - 9 * k, 426), (x + 9 * k, 426), (x + 13 * k, 486)], "#14181f")
        c.ellipse(x, 415, 10 * k, 11 * k, "#14181f")
    return c


def orchard():
    c, chance = Canvas("#a8d0e4", "#f4f0dd", 250), Chance(17)
    c.hill(wave(250, 12, 170), "#a7c093")
    c.hill(wave(282, 8, 130, 1.4), "#8fb174")
    c.hedge(wave(286, 8, 130, 1.4), 0, W, 10, "#557f4c", "#77a05f", chance)
    c.hill(lambda x: 318, "#9cc06a")
    for row, (y, size, step, shift) in enumerate(((352, 120, 150, 40), (420, 190, 225, -30), (520, 300, 350, 100))):
        x = shift
        while x < W + size:
            c.ellipse(x, y + 2, size * .42, size * .05, "#7ba352")
            c.tree(x, y, size, mix(rgb("#5d8d50"), rgb("#3d6b3c"), row / 2), mix(rgb("#86b068"), rgb("#659452"), row / 2))
            for _ in range(16):
                a, d = chance(0, 2 * math.pi), chance(.05, .36)
                r = size * .026
                c.ellipse(x + math.cos(a) * d * size, y - size * .58 + math.sin(a) * d * size * .8, r, r, "#c8372d")
            for _ in range(5):
                c.ellipse(x + chance(-.4, .4) * size, y + chance(0, .04) * size, size * .024, size * .022, "#c8372d")
            x += step
    return c


PICTURES = {"village": village, "chemin": lane, "haie": hedge, "marche": market, "chantier": works,
            "feu-ete": fire, "verger": orchard}


# ---- documents: small tagged PDFs, with a title and a language ----

MARGIN, WIDTH, HEIGHT = 62, 595, 842
WIDE = set("mwMWŒœ%@—")
NARROW = set("iljtfrI.,;:!'’()[] |")


def width(text, size):
    """A rough width in Helvetica: enough to break lines early."""
    return size * sum(.86 if c in WIDE else .3 if c in NARROW else .68 if c.isupper() else .545 for c in text)


def wrap(text, size):
    lines, line = [], ""
    for word in text.split():
        if line and width(line + " " + word, size) > WIDTH - 2 * MARGIN:
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    return lines + [line]


def escape(text):
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


STYLES = {"H1": ("B", 20, 28, 20), "H2": ("B", 13, 19, 14), "P": ("R", 11, 15.5, 8)}


def typeset(paragraphs):
    """Pages of marked content, and (tag, page, mark) of each paragraph."""
    pages, structure, y = [[]], [], HEIGHT - MARGIN
    for tag, text in paragraphs:
        font, size, leading, after = STYLES[tag]
        lines = wrap(text, size)
        if y - leading * len(lines) < MARGIN:
            pages.append([])
            y = HEIGHT - MARGIN
        mark = sum(1 for s in structure if s[1] == len(pages) - 1)
        structure.append((tag, len(pages) - 1, mark))
        out = [b"/%s <</MCID %d>> BDC BT /%s %g Tf %g TL 1 0 0 1 %d %g Tm" % (
            tag.encode(), mark, font.encode(), size, leading, MARGIN, y - size)]
        out += [b"(" + escape(line) + b" ) Tj T*" for line in lines]
        pages[-1].append(b"\n".join(out) + b" ET EMC")
        y -= leading * len(lines) + after
    return [b"\n".join(p) for p in pages], structure


def pdf(title, paragraphs):
    pages, structure = typeset([("H1", title)] + paragraphs)
    n = len(pages)
    first_page, first_elem = 8, 8 + 2 * n
    kids = [first_elem + i for i in range(len(structure))]
    refs = lambda numbers: b" ".join(b"%d 0 R" % k for k in numbers)
    utf16 = lambda s: b"<FEFF" + s.encode("utf-16-be").hex().upper().encode() + b">"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (n, refs(first_page + 2 * i for i in range(n))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        b"<</Title %s/Author %s/Producer(tools/example_images.py)>>" % (
            utf16(title), utf16("Commune de Saint-Aubin-des-Haies (commune inventée)")),
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[%s]>>>>" % b" ".join(
            b"%d [%s]" % (p, refs(first_elem + i for i, s in enumerate(structure) if s[1] == p)) for p in range(n)),
        b"<</Type/StructElem/S/Document/P 6 0 R/K[%s]>>" % refs(kids),
    ]
    for i, content in enumerate(pages):
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/StructParents %d/Tabs/S"
                       b"/Resources<</Font<</R 3 0 R/B 4 0 R>>>>>>" % (WIDTH, HEIGHT, first_page + 2 * i + 1, i))
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
    for tag, page, mark in structure:
        objects.append(b"<</Type/StructElem/S/%s/P 7 0 R/Pg %d 0 R/K %d>>" % (
            tag.encode(), first_page + 2 * page, mark))
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


INVENTED = ("P", "Document d’exemple d’une commune inventée : il n’a aucune valeur.")

DOCUMENTS = {
    "deliberations-2026-10-01": ("Liste des délibérations du 1er octobre 2026", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du jeudi 1er octobre 2026 à 20 h. Onze membres en "
              "exercice, dix présents, un pouvoir. Liste mise en ligne le 5 octobre 2026."),
        ("H2", "Délibérations examinées"),
        ("P", "2026-21. Empierrement du chemin de la Houssaye : demande d’aide au département. Adoptée à l’unanimité."),
        ("P", "2026-22. Plantation de deux kilomètres de haies. Adoptée à l’unanimité."),
        ("P", "2026-23. Extinction de l’éclairage public à 22 h 30. Adoptée par neuf voix pour et deux abstentions."),
        ("P", "2026-24. Poste partagé de conseillère numérique : convention avec deux communes. Adoptée à l’unanimité."),
        INVENTED]),
    "deliberations-2026-06-04": ("Liste des délibérations du 4 juin 2026", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du jeudi 4 juin 2026 à 20 h. Onze membres en "
              "exercice, onze présents. Liste mise en ligne le 9 juin 2026."),
        ("H2", "Délibérations examinées"),
        ("P", "2026-17. Publication des actes de la commune sous forme électronique. Adoptée à l’unanimité."),
        ("P", "2026-18. Tarifs de la cantine et de la garderie. Adoptée par dix voix pour et une contre."),
        ("P", "2026-19. Convention avec Les Amis du lavoir. Adoptée à l’unanimité."),
        ("P", "2026-20. Emplois d’été : création de deux postes. Adoptée à l’unanimité."),
        INVENTED]),
    "proces-verbal-2026-06-04": ("Procès-verbal de la séance du 4 juin 2026", [
        ("P", "Séance ouverte à 20 h sous la présidence du maire. Onze membres présents sur onze : le quorum est "
              "atteint. La première adjointe est nommée secrétaire de séance. Procès-verbal adopté le 1er octobre 2026."),
        ("H2", "1. Publication des actes"),
        ("P", "La loi laisse aux communes de moins de 3 500 habitants le choix entre l’affichage, le papier et la "
              "publication électronique. Le maire propose la publication sur le site, en gardant l’affichage. Une "
              "conseillère demande qu’une copie papier soit remise à qui la demande : c’est prévu. Vote : onze voix pour."),
        ("H2", "2. Tarifs de la cantine et de la garderie"),
        ("P", "L’adjointe aux écoles présente les comptes du service. Elle propose de garder le repas à 1 euro pour les "
              "quotients jusqu’à 600. Un conseiller regrette que le tarif du soir ne dépende pas de l’heure de départ. "
              "Vote : dix voix pour, une contre."),
        ("H2", "3. Convention avec Les Amis du lavoir"),
        ("P", "L’association ouvrira le lavoir le samedi d’avril à octobre. La commune assure le bâtiment. Vote : onze "
              "voix pour."),
        ("H2", "4. Emplois d’été"),
        ("P", "Deux postes de deux semaines sont créés pour des jeunes de 16 à 18 ans. Vote : onze voix pour."),
        ("P", "La séance est levée à 21 h 50."), INVENTED]),
    "arrete-2026-03-12-vitesse": ("Arrêté : vitesse limitée à 30 km/h dans le bourg", [
        ("P", "Le maire de Saint-Aubin-des-Haies, considérant que la sécurité des piétons et des écoliers demande de "
              "réduire la vitesse dans le bourg, arrête :"),
        ("H2", "Article 1"),
        ("P", "La vitesse de tous les véhicules est limitée à 30 km/h entre les panneaux d’entrée et de sortie du bourg."),
        ("H2", "Article 2"),
        ("P", "Les panneaux nécessaires sont posés par la commune. L’arrêté prend effet le jour de leur pose."),
        ("H2", "Article 3"),
        ("P", "Le présent arrêté peut être contesté devant le tribunal administratif dans les deux mois qui suivent sa "
              "publication."),
        ("P", "Fait le 12 mars 2026. Le maire. Mis en ligne le 13 mars 2026."), INVENTED]),
    "budget-2026": ("Budget de 2026 en quatre questions", [
        ("H2", "Combien dépense la commune ?"),
        ("P", "420 000 euros pour fonctionner : 172 000 pour le personnel, 80 000 pour les écoles et la cantine, 71 000 "
              "pour les chemins, 59 000 pour les bâtiments et l’énergie, 38 000 pour les associations, les fêtes et le reste."),
        ("H2", "D’où vient l’argent ?"),
        ("P", "La moitié vient des impôts locaux, un tiers des dotations de l’État, le reste des loyers, de la cantine et "
              "de la salle des fêtes."),
        ("H2", "Quels travaux sont prévus ?"),
        ("P", "L’isolation de l’école (148 000 euros, dont 104 000 d’aides), le chemin du Moulin (36 000 euros, dont 9 000 "
              "d’aides), le lavoir (22 000 euros, dont 13 000 d’aides) et les haies (6 000 euros, dont 4 800 d’aides)."),
        ("H2", "Les impôts augmentent-ils ?"),
        ("P", "Non. Les taux votés par la commune n’ont pas changé depuis 2021."), INVENTED]),
    "gazette-2026-07": ("La Gazette des Haies, juillet 2026", [
        ("H2", "Le mot de la mairie"),
        ("P", "L’école est isolée, le lavoir coule, le marché a un an. Merci à celles et ceux qui ont donné de leur temps. "
              "Rendez-vous le samedi 19 septembre pour le forum des associations."),
        ("H2", "L’école"),
        ("P", "Les travaux d’isolation se sont terminés le 30 avril. La chaudière à bois a brûlé un tiers de moins que l’an "
              "passé. La rentrée se fera avec cinquante-quatre élèves et trois classes."),
        ("H2", "Le lavoir"),
        ("P", "Après la charpente et la toiture, le bassin a été remis de niveau. Visites chaque samedi de l’été, de 10 h à "
              "12 h, avec les Amis du lavoir."),
        ("H2", "Le marché a un an"),
        ("P", "Huit étals chaque vendredi, de 16 h 30 à 19 h 30. Un poissonnier nous rejoint en septembre."),
        ("H2", "Les dates"),
        ("P", "Lundi 13 juillet : bal. Mardi 14 juillet : jeux et goûter. Dimanche 30 août : vide-grenier. Dimanche 20 "
              "septembre : journées du patrimoine."),
        ("H2", "Retrouver un numéro"),
        ("P", "Les bulletins sont au secrétariat, aux heures d’ouverture, et à la bibliothèque."),
        INVENTED]),
}


# Acts, beside the files that describe them.
ACTS = {
    "2026/2026-06-04-publication-des-actes": ("Délibération 2026-17 : publication des actes de la commune sous forme électronique", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 4 juin 2026. Onze membres en exercice, onze présents."),
        ("H2", "Le conseil décide"),
        ("P", "Les actes de la commune sont publiés sous forme électronique, sur son site. Ils restent aussi affichés à la porte de la mairie, et une copie sur papier est remise à qui la demande."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-06-04-tarifs-cantine-garderie": ("Délibération 2026-18 : tarifs de la cantine et de la garderie", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 4 juin 2026. Onze membres en exercice, onze présents."),
        ("H2", "Le conseil décide"),
        ("P", "Le repas reste à 1 euro pour les quotients jusqu’à 600, et passe à 3,40 euros au-delà. La garderie coûte 1,20 euro le matin et 1,80 euro le soir. Ces tarifs valent à partir du 1er septembre 2026."),
        ("H2", "Vote"),
        ("P", "Dix voix pour, une contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-06-04-convention-amis-du-lavoir": ("Délibération 2026-19 : convention avec l’association Les Amis du lavoir", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 4 juin 2026. Onze membres en exercice, onze présents."),
        ("H2", "Le conseil décide"),
        ("P", "L’association ouvre le lavoir au public chaque samedi d’avril à octobre. La commune assure le bâtiment et en garde l’entretien. La convention vaut trois ans."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-06-04-emplois-d-ete": ("Délibération 2026-20 : emplois d’été : création de deux postes", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 4 juin 2026. Onze membres en exercice, onze présents."),
        ("H2", "Le conseil décide"),
        ("P", "Deux postes de deux semaines sont créés en juillet et en août, pour des jeunes de 16 à 18 ans qui habitent la commune."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-10-01-chemin-de-la-houssaye": ("Délibération 2026-21 : empierrement du chemin de la Houssaye : demande d’aide au département", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 1er octobre 2026. Onze membres en exercice, dix présents, un pouvoir."),
        ("H2", "Le conseil décide"),
        ("P", "Le chemin de la Houssaye sera empierré en 2027. Une aide de 40 pour cent du coût, estimé à 31 000 euros, est demandée au département."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-10-01-plantation-de-haies": ("Délibération 2026-22 : plantation de deux kilomètres de haies", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 1er octobre 2026. Onze membres en exercice, dix présents, un pouvoir."),
        ("H2", "Le conseil décide"),
        ("P", "Deux kilomètres de haies sont plantés cet hiver le long des chemins de la Houssaye et du Moulin, en essences locales."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-10-01-eclairage-public": ("Délibération 2026-23 : extinction de l’éclairage public à 22 h 30", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 1er octobre 2026. Onze membres en exercice, dix présents, un pouvoir."),
        ("H2", "Le conseil décide"),
        ("P", "L’éclairage public s’éteint à 22 h 30 au lieu de 23 h, sauf les soirs de fête. Un arrêté du maire en fixe la date."),
        ("H2", "Vote"),
        ("P", "Neuf voix pour, aucune contre, deux abstentions."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-10-01-conseillere-numerique": ("Délibération 2026-24 : poste partagé de conseillère numérique : convention avec deux communes", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 1er octobre 2026. Onze membres en exercice, dix présents, un pouvoir."),
        ("H2", "Le conseil décide"),
        ("P", "Un poste de conseillère numérique est partagé avec deux communes voisines, à raison d’un jour par semaine à Saint-Aubin-des-Haies."),
        ("H2", "Vote"),
        ("P", "Onze voix pour, aucune contre, aucune abstention."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-06-04-tarifs-cantine-garderie-rectifiee": ("Délibération 2026-18 bis : tarifs de la cantine et de la garderie", [
        ("P", "Conseil municipal de Saint-Aubin-des-Haies, séance du 4 juin 2026. Ce texte corrige une erreur de chiffre "
              "dans la délibération 2026-18 mise en ligne le 9 juin 2026."),
        ("H2", "Le conseil décide"),
        ("P", "Le repas reste à 1 euro pour les quotients jusqu’à 600, et passe à 3,40 euros au-delà. La garderie coûte "
              "1,20 euro le matin et 1,60 euro le soir (et non 1,80 euro)."),
        ("P", "Camille Duboccage, maire."), INVENTED]),
    "2026/2026-05-18-reglement-cimetiere": ("Arrêté 2026-09 : règlement du cimetière", [
        ("H2", "Article 1"),
        ("P", "Le cimetière est ouvert de 8 h à 20 h d’avril à septembre, de 8 h à 18 h le reste de l’année."),
        ("H2", "Article 2"),
        ("P", "Aucun travail n’y est fait les dimanches et les jours fériés."),
        ("P", "Fait le 18 mai 2026. Camille Duboccage, maire."), INVENTED]),
    "2026/2026-05-18-travaux-bruyants": ("Arrêté 2026-10 : horaires des travaux bruyants", [
        ("H2", "Article 1"),
        ("P", "Les travaux bruyants des particuliers sont permis de 8 h 30 à 12 h et de 14 h à 19 h 30 les jours de "
              "semaine, de 9 h à 12 h et de 15 h à 19 h le samedi, de 10 h à 12 h le dimanche."),
        ("P", "Fait le 18 mai 2026. Camille Duboccage, maire."), INVENTED]),
    "2026/2026-09-21-assurance-salle": ("Décision 2026-02 : assurance de la salle des fêtes", [
        ("P", "Par délégation du conseil municipal, le maire signe le contrat d’assurance de la salle des fêtes pour "
              "2027, pour 940 euros."),
        ("P", "Fait le 21 septembre 2026. Camille Duboccage, maire."), INVENTED]),
    "2025/2025-11-20-circulation-marche": ("Arrêté 2025-17 : circulation les jours de marché", [
        ("H2", "Article 1"),
        ("P", "La circulation et le stationnement sont interdits place de la Mairie le vendredi de 15 h à 20 h."),
        ("P", "Fait le 20 novembre 2025. Camille Duboccage, maire."), INVENTED]),
}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "example-commune")
    made = [(f"images/{name}.png", draw().png()) for name, draw in PICTURES.items()]
    made += [(f"documents/{name}.pdf", pdf(*text)) for name, text in DOCUMENTS.items()]
    made += [(f"actes/{name}.pdf", pdf(*text)) for name, text in ACTS.items()]
    for path, data in made:
        path = os.path.join(root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)


if __name__ == "__main__":
    main()
