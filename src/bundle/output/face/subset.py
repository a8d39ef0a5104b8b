"""Makes the typeface of this folder from that of npm: see README.md."""

import pathlib
import sys

from fontTools import subset
from fontTools.varLib import instancer

HERE = pathlib.Path(__file__).parent
FILES = pathlib.Path(sys.argv[1]) / "node_modules/@fontsource-variable/literata/files"

# What texts in Latin letters have most: ASCII, Latin-1 and punctuation. And what they have besides.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC, *range(0x2010, 0x2016),
         *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
         0x20AC, 0x2122, 0x2212]
EXTENDED = [*range(0x100, 0x131), *range(0x132, 0x152), *range(0x154, 0x180), 0x18F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
            *range(0x1C4, 0x1DD), *range(0x1E6, 0x1EA), *range(0x1FA, 0x21C), 0x237, 0x259, *range(0x1E00, 0x1E9F + 1),
            *range(0x1EF2, 0x1EFA)]
# The name here, the file, the weights, and the characters.
FACES = [
    ("latin", "latin-wght-normal", (400, 700), LATIN),
    ("latin-italic", "latin-wght-italic", (400, 700), LATIN),
    ("extended", "latin-ext-wght-normal", (400, 700), EXTENDED),
    ("extended-italic", "latin-ext-wght-italic", (400, 700), EXTENDED),
]

LICENCE = {
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    14: "https://openfontlicense.org",
}

for name, file, weights, characters in FACES:
    options = subset.Options(hinting=False, flavor="woff2", name_IDs=[0, 1, 2, 4, 6])
    options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
    font = subset.load_font(str(FILES / f"literata-{file}.woff2"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weights})
    for place, text in LICENCE.items():
        font["name"].setName(text, place, 3, 1, 0x409)
    subset.save_font(font, str(HERE / f"{name}.woff2"), options)
    print(name, (HERE / f"{name}.woff2").stat().st_size)
