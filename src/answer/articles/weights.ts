/**
 * What counts for how much when articles and their sentences are weighed. Chosen on the development half of real articles
 * (docs/answers.md): results change little when any of them is halved or doubled.
 */
export const weights = {
  /** BM25: how soon more of the same word counts no more, and how far the length of an article matters. */
  saturation: 1.2,
  lengthShare: 0.75,
  /** What a doubling of the days between an article and the time asked about costs, beyond the first days. */
  ageing: 0.04,
  freshDays: 3,
  /** Worth of a like word. */
  like: 0.4,
  /** Worth of a word that only the next sentence, the title or the beginning holds. */
  neighbour: 0.5,
  title: 0.6,
  lead: 0.5,
  /** Share of a sentence’s score: its article, its own words, words in context, the kind of thing asked for. */
  about: 1,
  direct: 1,
  inContext: 1,
  fits: 0.6,
  /** How well any sentence fits that may answer, where only a noun would tell. */
  open: 0.5,
  /** Worth of telling what many good sentences tell. */
  agreed: 0.2,
  /** Costs: a doubling of the place in the article, few words, many words, a question, a pointer to another article. */
  late: 0.0125,
  stub: 0.3,
  long: 0.1,
  asks: 0.3,
  points: 0.2,
} as const;
