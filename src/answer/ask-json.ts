import { rangeWords } from '../text/date-words.ts';
import type { Answer, Evidence } from './model.ts';

/** Evidence as the command line prints it. */
export type BriefEvidence = Omit<Evidence, 'endDate' | 'published'>;

/** One line of `ask --batch`. `claims[].evidence` are 0-based positions in `evidence`. */
export interface AskJson {
  readonly status: Answer['status'];
  /** What a reader sees, without the list of sources. */
  readonly text: string;
  readonly claims: readonly {
    readonly text: string;
    readonly certainty: string;
    readonly evidence: readonly number[];
  }[];
  readonly missing: readonly string[];
  /** What the desk does know that is close, in words. */
  readonly nearest: readonly string[];
  readonly confidence: number;
  readonly evidence: readonly BriefEvidence[];
  readonly receipt: string;
  readonly ms: number;
}

/** The answer as one JSON value. @param ms time it took, in milliseconds */
export function toAskJson(answer: Answer, receiptId: string, ms: number): AskJson {
  const evidence =
    answer.status === 'unanswered' ? [] : unique(answer.claims.flatMap((claim) => claim.evidence));
  const claims = answer.status === 'unanswered' ? [] : answer.claims;
  return {
    status: answer.status,
    text: plainText(answer),
    claims: claims.map((claim) => ({
      text: claim.text,
      certainty: claim.certainty,
      evidence: claim.evidence.map((each) => evidence.findIndex((other) => other.id === each.id)),
    })),
    missing: answer.missing,
    nearest: answer.status === 'unanswered' ? answer.nearest.map(nearestWords) : [],
    confidence: answer.confidence,
    evidence: evidence.map(briefEvidence),
    receipt: receiptId,
    ms,
  };
}

/** The sentences of an answer; for a partial one with what is missing, for none with the reason. */
export function plainText(answer: Answer): string {
  if (answer.status === 'unanswered') return answer.reason;
  const said = answer.claims.map((claim) => claim.text).join(' ');
  return answer.missing.length === 0 ? said : `${said} ${answer.missing.map(missingSentence).join(' ')}`;
}

/** `who won it?` → `No article here says who won it.` */
export function missingSentence(part: string): string {
  const asked = part.trim().replace(/[?.!\s]+$/, '');
  return `No article here ${indirect(asked)}.`;
}

/** `Nothing here says who won the match.` */
export const nothingSentence = (question: string): string =>
  `Nothing here ${indirect(question.trim().replace(/[?.!\s]+$/, ''))}.`;

const asking = /^(who|what|which|whose)\b/i;
const inverted =
  /^(?:\S+ ){1,6}(?:do|does|did|will|would|can|could|should)\b|^(?:which|what|whose) \S+ (?:\S+ )?(?:was|were|is|are|has|have|had)\b/i;

/** A question as part of a sentence where English allows it without turning words round, else between quotation marks. */
function indirect(asked: string): string {
  const short = asked.length > 160 ? `${asked.slice(0, 159)}…` : asked;
  if (short === '') return 'answers an empty question';
  if (!asking.test(short) || inverted.test(short)) return `answers “${short}”`;
  return `says ${short.charAt(0).toLowerCase()}${short.slice(1)}`;
}

/** `9 June 2018 · SCO leaders gather in Qingdao`. */
export const nearestWords = (evidence: Evidence): string =>
  evidence.date === ''
    ? evidence.quote
    : `${rangeWords(evidence.date, evidence.endDate)} · ${evidence.quote}`;

export const briefEvidence = ({
  id,
  article,
  title,
  quote,
  date,
  publisher,
  url,
}: Evidence): BriefEvidence => ({
  id,
  article,
  ...(title === undefined ? {} : { title }),
  quote,
  date,
  publisher,
  url,
});

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((each) => !seen.has(each.id) && seen.add(each.id));
}
