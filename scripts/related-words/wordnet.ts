import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How two words hang together in WordNet, from the closest to the loosest. */
export type Tie =
  | 'synonym'
  | 'derived'
  | 'group'
  | 'pertains'
  | 'similar'
  | 'wider'
  | 'narrower'
  | 'entails'
  | 'causes'
  | 'part'
  | 'whole'
  | 'around derived'
  | 'sister';

interface Synset {
  readonly lemmas: readonly string[];
  readonly pointers: readonly (readonly [symbol: string, target: string])[];
}

/** Pointer symbols of the database files (wninput(5WN)) that tie meanings. */
const ties: Readonly<Record<string, Tie>> = {
  '@': 'wider',
  '~': 'narrower',
  '+': 'derived',
  '&': 'similar',
  $: 'group',
  '*': 'entails',
  '>': 'causes',
  '\\': 'pertains',
  '#p': 'part',
  '%p': 'whole',
};
const antonym = '!';
const instance = '@i';

const files = [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const;

/** The WordNet database (formats in wndb(5WN)), with what ties one word to others. */
export class WordNet {
  readonly #synsets = new Map<string, Synset>();
  readonly #senses = new Map<string, string[]>();

  /** @param folder where `data.noun` and the others stand. Throws what `readFileSync` throws. */
  constructor(folder: string) {
    for (const [file, part] of files) {
      const lines = readFileSync(join(folder, `data.${file}`), 'latin1').split('\n');
      for (const line of lines) if (/^\d{8}/.test(line)) this.#add(line, part);
    }
  }

  #add(line: string, part: string): void {
    const fields = (line.split(' | ')[0] ?? '').trim().split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const lemmas = Array.from({ length: count }, (_, at) => fields[4 + 2 * at] ?? '').map((lemma) =>
      lemma.replace(/\(.*\)$/, ''),
    );
    const from = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[from]) }, (_, at) => {
      const [symbol = '', target = '', kind = ''] = fields.slice(from + 1 + 4 * at);
      return [symbol, kind.replace('s', 'a') + target] as const;
    });
    const id = part + fields[0];
    this.#synsets.set(id, { lemmas, pointers });
    for (const lemma of lemmas) {
      const known = this.#senses.get(lemma) ?? [];
      known.push(id);
      this.#senses.set(lemma, known);
    }
  }

  #of(word: string): readonly Synset[] {
    return (this.#senses.get(word) ?? []).flatMap((id) => this.#synsets.get(id) ?? []);
  }

  #lemmas(id: string): readonly string[] {
    return this.#synsets.get(id)?.lemmas ?? [];
  }

  /** True for a word with a meaning that is not a single thing's name, as `India` or `Monday` are. */
  isCommon(word: string): boolean {
    return this.#of(word).some(({ pointers }) => !pointers.some(([symbol]) => symbol === instance));
  }

  antonyms(word: string): readonly string[] {
    return this.#of(word).flatMap(({ pointers }) =>
      pointers.filter(([symbol]) => symbol === antonym).flatMap(([, target]) => this.#lemmas(target)),
    );
  }

  /** The words tied to a word, each with its first (closest) tie. */
  tied(word: string): ReadonlyMap<string, Tie> {
    const found = new Map<string, Tie>();
    const put = (words: readonly string[], tie: Tie): void => {
      for (const each of words) if (each !== word && !found.has(each)) found.set(each, tie);
    };
    for (const { lemmas, pointers } of this.#of(word)) {
      put(lemmas, 'synonym');
      for (const [symbol, target] of pointers) {
        const tie = ties[symbol];
        if (tie === undefined) continue;
        put(this.#lemmas(target), tie);
        if (tie === 'wider') this.#beyond(target, ['~'], (words) => put(words, 'sister'));
        if (tie === 'derived') this.#beyond(target, ['@', '~'], (words) => put(words, 'around derived'));
      }
    }
    return found;
  }

  #beyond(id: string, symbols: readonly string[], told: (words: readonly string[]) => void): void {
    for (const [symbol, target] of this.#synsets.get(id)?.pointers ?? [])
      if (symbols.includes(symbol)) told(this.#lemmas(target));
  }
}
