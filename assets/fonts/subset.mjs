/**
 * Cuts the fonts of this folder out of the full ones. Run once, when a font or the choice of characters changes; README.md says how.
 * Usage: node assets/fonts/subset.mjs FOLDER-OF-NODE_MODULES
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const modules = resolve(process.argv[2] ?? 'node_modules');
const subset = createRequire(join(modules, 'index.js'))('subset-font');

/** All characters from the first to the last code point. */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/** Latin with its extensions, Greek, Cyrillic, punctuation, currency, arrows and mathematical signs. */
const western = [
  range(0x20, 0x24f),
  range(0x259, 0x259),
  range(0x2b0, 0x36f),
  range(0x370, 0x52f),
  range(0x1e00, 0x1eff),
  range(0x2000, 0x206f),
  range(0x2070, 0x209f),
  range(0x20a0, 0x20c0),
  range(0x2100, 0x214f),
  range(0x2190, 0x2193),
  range(0x2200, 0x22ff),
  range(0x25a0, 0x25ff),
].join('');

/** Devanagari with its signs, joiners and digits; shaping rules stay. */
const devanagari = `${range(0x900, 0x97f) + range(0x1cd0, 0x1cff) + range(0xa8e0, 0xa8ff)}\u200c\u200d\u25cc `;

/** The 6,763 characters of GB 2312, with Chinese punctuation and full-width forms. */
function chinese() {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => row + 0xb0);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => cell + 0xa1);
  const written = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  const signs = `${range(0x3000, 0x301f) + range(0xff01, 0xff5e) + range(0x20, 0x7e)}·—‘’“”…`;
  return written.filter((each) => /^\p{Script=Han}$/u.test(each)).join('') + signs;
}

const wanted = [
  ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'NotoSans-Regular.ttf', western],
  ['noto-sans/700Bold/NotoSans_700Bold.ttf', 'NotoSans-Bold.ttf', western],
  [
    'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    'NotoSansDevanagari-Regular.ttf',
    devanagari,
  ],
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf', chinese()],
];

for (const [from, to, characters] of wanted) {
  const full = await readFile(join(modules, '@expo-google-fonts', from));
  const small = await subset(full, characters, { targetFormat: 'truetype' });
  await writeFile(join(import.meta.dirname, to), small);
  console.log(`${to}: ${full.length} -> ${small.length} bytes`);
}
