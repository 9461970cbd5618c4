/** What people and things of a country are called, by the country's folded name. */
const lines = `
afghanistan: afghan afghani|armenia: armenian|azerbaijan: azerbaijani azeri|bahrain: bahraini|bangladesh: bangladeshi|belarus: belarusian belarussian
bhutan: bhutanese|brazil: brazilian|cambodia: cambodian|china: chinese sino|egypt: egyptian|france: french|germany: german|india: indian indo
indonesia: indonesian|iran: iranian persian|israel: israeli|japan: japanese|kazakhstan: kazakh kazakhstani|kuwait: kuwaiti|kyrgyzstan: kyrgyz kirghiz
laos: lao laotian|maldives: maldivian|mongolia: mongolian mongol|myanmar: burmese|nepal: nepali nepalese|new zealand: zealander|pakistan: pakistani
qatar: qatari|russia: russian russo|saudi arabia: saudi|south africa: african|soviet union: soviet|sri lanka: lankan|switzerland: swiss
tajikistan: tajik tajikistani|turkiye: turkish turk|turkmenistan: turkmen|ukraine: ukrainian|united arab emirates: emirati
united kingdom: british|united states: american us|uzbekistan: uzbek|vietnam: vietnamese|italy: italian|spain: spanish|poland: polish
georgia: georgian|moldova: moldovan|north korea: korean|iraq: iraqi|syria: syrian|lebanon: lebanese|jordan: jordanian|greece: greek
`;

const table: ReadonlyMap<string, readonly string[]> = new Map(
  lines
    .trim()
    .split(/[|\n]/)
    .map((line) => line.split(': '))
    .map(([country, adjectives]) => [country ?? '', (adjectives ?? '').split(' ')]),
);

/** All of them. */
export const allDemonyms: readonly string[] = [...table.values()].flat();

const none: readonly string[] = [];

/** `turkiye` → `turkish`, `turk`. */
export const demonymsOf = (foldedCountry: string): readonly string[] => table.get(foldedCountry) ?? none;
