"""photograph.py: makes JPEG photographs of any size, all different, in no time.

They show nothing, but cost what a telephone's cost: as many pixels and about as many
bytes, none of them flat. Rows of blocks are coded once; a photograph is some of them,
each begun anew by a restart marker. Only the standard library.
"""
import struct

BLOCK = 8     # pixels a side
ROWS = 48     # coded once, of which photographs are made
QUANTUM = 12  # of all coefficients

# Canonical Huffman codes, all of four bits: sizes of a difference, then runs and sizes.
DC = list(range(12))
AC = [0x00, 0x01, 0x02, 0x03, 0x11, 0x12, 0x21, 0x31]


class Bits:
    def __init__(self):
        self.text = []

    def put(self, value, width):
        if width:
            self.text.append(format(value, f"0{width}b"))

    def number(self, n, size):
        """As JPEG writes it: a negative one with all its bits turned."""
        self.put(n if n > 0 else n + (1 << size) - 1, size)

    def bytes(self):
        text = "".join(self.text)
        text += "1" * (-len(text) % 8)
        return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\0")


def block(bits, difference, chance, detailed):
    size = abs(difference).bit_length()
    bits.put(DC.index(size), 4)
    bits.number(difference, size)
    for _ in range(4 + chance.below(6) if detailed else 0):
        code = 1 + chance.below(len(AC) - 1)
        bits.put(code, 4)
        size = AC[code] & 15
        bits.number(chance.below(1 << (size - 1)) + (1 << (size - 1)) if chance.below(2)
                    else -(chance.below(1 << (size - 1)) + (1 << (size - 1))), size)
    bits.put(AC.index(0), 4)


def row(width, light, chance):
    """One row of blocks: light walks from `light`, colours hardly."""
    bits, level = Bits(), 0
    for _ in range(width // BLOCK):
        step = light if not bits.text else chance.below(9) - 4
        if abs(level + step) > 60:
            step = -step
        level += step
        block(bits, step, chance, True)
        block(bits, chance.below(3) - 1, chance, False)
        block(bits, chance.below(3) - 1, chance, False)
    return bits.bytes()


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def table(kind, symbols):
    return bytes([kind]) + bytes([0, 0, 0, len(symbols)]) + bytes(12) + bytes(symbols)


class Camera:
    def __init__(self, width, height, chance):
        self.width, self.height, self.chance = width, height, chance
        self.rows = [row(width, 40 - i * 80 // ROWS, chance) for i in range(ROWS)]

    def head(self):
        frame = struct.pack(">BHHB", 8, self.height, self.width, 3)
        frame += b"".join(bytes([part, 0x11, 0]) for part in (1, 2, 3))
        scan = bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
        return (b"\xff\xd8" + segment(0xDB, bytes([0]) + bytes([QUANTUM]) * 64) +
                segment(0xC0, frame) + segment(0xC4, table(0x00, DC) + table(0x10, AC)) +
                segment(0xDD, struct.pack(">H", self.width // BLOCK)) +
                segment(0xDA, scan))

    def shoot(self):
        out, at = [self.head()], self.chance.below(ROWS)
        for i in range(self.height // BLOCK):
            if i:
                out.append(bytes([0xFF, 0xD0 + (i - 1) % 8]))
            at = (at + self.chance.below(3) - 1) % ROWS
            out.append(self.rows[at])
        return b"".join(out) + b"\xff\xd9"
