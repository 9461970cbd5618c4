const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
  қ: 'q',
  ғ: 'gh',
  ү: 'u',
  ұ: 'u',
  ң: 'ng',
  ө: 'o',
  ә: 'a',
  һ: 'h',
  ҳ: 'h',
  ҷ: 'j',
  ӣ: 'i',
  ӯ: 'u',
};

const consonants: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: 'chh',
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  व: 'v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
  ळ: 'l',
};
const vowels: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'a',
  इ: 'i',
  ई: 'i',
  उ: 'u',
  ऊ: 'u',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  ऋ: 'ri',
};
const signs: Readonly<Record<string, string>> = {
  'ा': 'a',
  'ि': 'i',
  'ी': 'i',
  'ु': 'u',
  'ू': 'u',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au',
  'ृ': 'ri',
  'ं': 'n',
  'ँ': 'n',
  'ः': 'h',
};
const silent = '्';

/**
 * Words in Cyrillic or Devanagari letters in Latin ones (`лавров` → `lavrov`, `जयशंकर` → `jayshankar`), roughly as news agencies
 * write them; good enough to meet a name with a slip or two. Everything else stays.
 */
export const transliterate = (text: string): string =>
  text
    .replace(/\p{Script=Cyrillic}+/gu, (word) =>
      [...word.toLowerCase()].map((letter) => cyrillic[letter] ?? '').join(''),
    )
    .replace(/\p{Script=Devanagari}+/gu, fromDevanagari);

/** A consonant carries an `a` unless a vowel sign follows; it is not spoken at the end nor before a consonant with a vowel. */
function fromDevanagari(word: string): string {
  const letters = [...word.normalize('NFC')];
  return letters
    .map((letter, at) => {
      const consonant = consonants[letter];
      if (consonant === undefined) return letter === silent ? '' : (vowels[letter] ?? signs[letter] ?? '');
      const next = letters[at + 1];
      const bare = next === undefined || next === silent || (signs[next] !== undefined && next !== 'ं');
      const dropped =
        at > 0 &&
        consonants[next ?? ''] !== undefined &&
        signs[letters[at - 1] ?? ''] === undefined &&
        consonants[letters[at - 1] ?? ''] !== undefined;
      return bare || dropped ? consonant : `${consonant}a`;
    })
    .join('');
}
