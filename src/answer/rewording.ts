/** Nouns for what somebody says, and the verb that asks for it. */
const verbOf: Readonly<Record<string, string>> = {
  jibe: 'say',
  crack: 'say',
  quip: 'say',
  dig: 'say',
  joke: 'joke',
  comment: 'say',
  remark: 'say',
  line: 'say',
  take: 'say',
  stance: 'say',
  position: 'say',
  view: 'say',
  verdict: 'say',
  opinion: 'say',
  message: 'say',
  thinking: 'say',
  reading: 'say',
  explanation: 'explain',
  excuse: 'say',
  warning: 'warn',
  promise: 'promise',
  pledge: 'pledge',
  claim: 'claim',
  demand: 'demand',
  complaint: 'complain',
  accusation: 'accuse',
  prediction: 'predict',
  offer: 'offer',
  proposal: 'propose',
  request: 'request',
  appeal: 'urge',
  advice: 'advise',
  comparison: 'compare',
  assurance: 'assure',
};
const nouns = Object.keys(verbOf).join('|');
const makes = 'make|draw|made|give|offer|issue|raise|crack|voice|utter|throw|have|put';

const rules: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  // `What was Pakistan's answer to the missiles?`
  [
    /\bwhat (?:was|is|were) ((?:[\w-]+ ){0,4}?[\w-]+)(?:'s|s') (?:\w+ )?(?:answer|response|reply|reaction|retort|riposte|comeback) (?=to\b)/,
    (_, who = '') => `how did ${who} respond `,
  ],
  // `What was the Kremlin's line on the coup?`
  [
    new RegExp(
      `\\bwhat (?:was|is|were) ((?:[\\w-]+ ){0,4}?[\\w-]+)(?:'s|s') (?:\\w+ )?(${nouns}) (?=on\\b|about\\b|over\\b|to\\b|regarding\\b)`,
    ),
    (_, who = '', noun = '') => `what did ${who} ${verbOf[noun] ?? 'say'} `,
  ],
  // `What jibe did he make about it?`
  [
    new RegExp(`\\b(?:what|which) (${nouns}) did ((?:[\\w'-]+ ){0,4}?[\\w'-]+) (?:${makes})\\b`),
    (_, noun = '', who = '') => `what did ${who} ${verbOf[noun] ?? 'say'}`,
  ],
  // `What was Islamabad's move the day after?`
  [
    /\bwhat (?:was|were) ((?:[\w-]+ ){0,3}?[\w-]+)(?:'s|s') (?:next )?(?:moves?|steps?|countermoves?)(?= (?:the|a|one|two|three|after|when|once|following)\b)/,
    (_, who = '') => `what did ${who} do`,
  ],
  // `Who spoke for Kabul?`
  [
    /\b(who|which [\w-]+) sp(?:oke|eaks|eak) for (?!\w+ (?:hours?|minutes?)\b)/,
    (_, who = '') => `${who} represented `,
  ],
  // `When X was pushed out, who stepped in?`
  [
    /^(?:when|after|once|as) ([^,]+), (?:so )?(who|whom|what|which|where|how) (.*?)([?.! ]*)$/,
    (_, clause = '', asker = '', rest = '', end = '') => `${asker} ${rest} when ${clause}${end}`,
  ],
  // `When did he lose the foreign minister's job?`
  [
    /\b(?:lose|lost|loses|losing) (?:the |his |her |their )(?=(?:[\w'-]+ ){0,3}(?:job|post|seat|portfolio|ministry|office)\b)/,
    () => 'removed as ',
  ],
  // `Which Arab states`: where they lie is no part of their names in the records.
  [
    /\b(which|what) ((?:\w+ )?)(?:european|asian|african|arab|gulf|western|eastern|nordic|baltic|balkan|latin american) (?=(?:capital|city|country|countries|states?|nations?|town|leader|leaders)\b)/,
    (_, asker = '', number = '') => `${asker} ${number}`,
  ],
  // `three ex-Soviet states`
  [/\b(?:ex|post|former)[- ]soviet (?=states?\b|republics?\b|countr)/, () => ''],
  [/\b(?:together|along|side by side) with\b/, () => 'with'],
  [/\bin the flesh\b/, () => 'in person'],
  // `Who came in after X as minister?`
  [/\bwho (?:came|comes) (?:in |next )?after (?=[^?]*\bas\b)/, () => 'who succeeded '],
  // `peace mission 2007 troop numbers`
  [
    /\b(troop|death|visitor|voter|soldier|observer|participant)s? numbers?\b/,
    (_, counted = '') => `how many ${counted}s`,
  ],
  // `steps with years pls`: every step is told with its date.
  [/,? ?\bwith (?:the )?(?:years|dates)\b/, () => ''],
  // `How did he put the purpose of his trip?`
  [
    /\bhow did ((?:[\w'-]+ ){0,2}?[\w'-]+) put (?=(?:the|his|her|its|their)\b)/,
    (_, who = '') => `what did ${who} say of `,
  ],
  // `When did planes start flying again?`
  [
    /\b(?:start(?:s|ed|ing)?|began|begin|begins|open(?:s|ed)?|go|went)(?: up| back)?\b(?=(?: [\w'-]+){0,8} again\b)/,
    () => 'resume',
  ],
  [/\b(?:start|started|begin|began) up again\b/, () => 'resume'],
];

/** A folded question put with a verb where it asks by a noun: records tell what somebody said, not what the line was. */
export const reworded = (folded: string): string =>
  rules.reduce((text, [pattern, put]) => text.replace(pattern, put), folded);
