"""Makes the fonts of this folder from those of npm: see README.md."""

import pathlib
import sys

from fontTools import subset

HERE = pathlib.Path(__file__).parent
PACKAGES = pathlib.Path(sys.argv[1]) / "node_modules/@expo-google-fonts"


def rows(encoding, first, last):
    """The characters in some rows of a national standard, where the common ones stand before the rare ones."""
    cells = (bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return {character for cell in cells for character in cell.decode(encoding, "ignore")}


def between(*ranges):
    return {chr(code) for first, last in ranges for code in range(first, last + 1)}


WIDE = between((0x3000, 0x30FF), (0xFF01, 0xFFEE))  # punctuation and kana, and letters as wide as they
# The name here, the package, its file, and the characters; None for all of them.
FONTS = [
    ("latin", "literata", "600SemiBold/Literata_600SemiBold", None),
    ("hebrew", "noto-serif-hebrew", "600SemiBold/NotoSerifHebrew_600SemiBold", None),
    ("arabic", "noto-naskh-arabic", "600SemiBold/NotoNaskhArabic_600SemiBold", None),
    # JIS X 0208: what is no kanji, and level 1 of the kanji.
    ("japanese", "noto-serif-jp", "600SemiBold/NotoSerifJP_600SemiBold", WIDE | rows("euc_jp", 0xA1, 0xCF)),
    # GB 2312: what is no character of Chinese, and level 1 of those.
    ("chinese", "noto-serif-sc", "600SemiBold/NotoSerifSC_600SemiBold", WIDE | rows("gb2312", 0xA1, 0xD7)),
    # KS X 1001: the syllables.
    ("korean", "noto-serif-kr", "600SemiBold/NotoSerifKR_600SemiBold", rows("euc_kr", 0xB0, 0xC8)),
    ("symbols", "noto-sans-math", "400Regular/NotoSansMath_400Regular", between((0x2190, 0x22FF), (0x2300, 0x27FF))),
    ("emoji", "noto-emoji", "400Regular/NotoEmoji_400Regular", None),
]

for name, package, file, characters in FONTS:
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    # Type set in columns, and letters that only look different, are of no use here.
    options.layout_features = [feature for feature in options.layout_features if feature not in ("vert", "vrt2", "vkrn")]
    font = subset.load_font(str(PACKAGES / package / f"{file}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters] if characters else font.getBestCmap())
    subsetter.subset(font)
    subset.save_font(font, str(HERE / f"{name}.ttf"), options)
    print(name, (HERE / f"{name}.ttf").stat().st_size)
