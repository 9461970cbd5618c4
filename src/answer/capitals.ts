/** Capitals that stand for their government in the news, where the data has no record of the city itself. Folded. */
const lines = `
kabul: afghanistan|yerevan: armenia|baku: azerbaijan|manama: bahrain|dhaka: bangladesh|minsk: belarus|thimphu: bhutan|brasilia: brazil
phnom penh: cambodia|beijing: china|peking: china|cairo: egypt|paris: france|tbilisi: georgia|berlin: germany|athens: greece|delhi: india
new delhi: india|jakarta: indonesia|tehran: iran|teheran: iran|baghdad: iraq|rome: italy|tokyo: japan|amman: jordan
astana: kazakhstan|nur-sultan: kazakhstan|kuwait city: kuwait|bishkek: kyrgyzstan|vientiane: laos|beirut: lebanon|male: maldives
ulaanbaatar: mongolia|ulan bator: mongolia|naypyidaw: myanmar|kathmandu: nepal|pyongyang: north korea|islamabad: pakistan|warsaw: poland
doha: qatar|moscow: russia|riyadh: saudi arabia|pretoria: south africa|seoul: south korea|madrid: spain|colombo: sri lanka
damascus: syria|dushanbe: tajikistan|ankara: turkiye|ashgabat: turkmenistan|kyiv: ukraine|kiev: ukraine|abu dhabi: united arab emirates
london: united kingdom|washington: united states|tashkent: uzbekistan|hanoi: vietnam
`;

/** Folded capital → folded country. */
export const capitalCountries: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split(/[|\n]/)
    .map((line) => line.split(': '))
    .map(([city, country]) => [city ?? '', country ?? '']),
);
