import { cite, evidenceSource, paragraph, quiet, SourceList, text } from '../document/build.ts';
import type { Action, ActionsBlock, Block, Document, Span } from '../document/model.ts';
import { encodeInvocation } from '../invocation-codec.ts';
import { shorten } from '../options.ts';
import { dateWords } from '../text/date-words.ts';
import { missingSentence, nearestWords } from './ask-json.ts';
import type { Answer, Answered, Evidence, Unanswered } from './model.ts';

/** What the message says beside the answer. */
export interface Presentation {
  readonly question: string;
  readonly now: Temporal.ZonedDateTime;
  readonly receiptId: string;
  /** Short hash of the data that the answer was made from. */
  readonly dataVersion: string;
  /** Names near to those that the question has and the data has not: "did you mean". */
  readonly names?: readonly string[];
  /** The model whose wording this is, where it is one's. */
  readonly wordedBy?: string;
  /** Years that the data covers, for the message that nothing was found: `1945–2026`. */
  readonly coverage?: string;
}

/** A button's invocation has to fit Discord's custom id. */
const mostEncoded = 100;

/** The message of an answer: the first line answers, each claim with its sources, then one quiet line and the buttons. */
export function present(answer: Answer, about: Presentation): Document {
  return answer.status === 'unanswered' ? presentNothing(answer, about) : presentAnswer(answer, about);
}

function presentAnswer(answer: Answered, about: Presentation): Document {
  const sources = new SourceList();
  const claims = answer.claims.map((claim) => paragraph(...claimSpans(claim.text, claim.evidence, sources)));
  const missing = answer.missing.map((part) => paragraph(missingSentence(part)));
  const blocks: readonly Block[] = [...claims, ...missing, asOf(about), actions(answer.followUps, about)];
  return { kind: 'answer', blocks, sources: sources.all };
}

/** At most this many numbers after one sentence; a long list of sources helps nobody. */
const mostCitations = 6;

function claimSpans(sentence: string, evidence: readonly Evidence[], sources: SourceList): readonly Span[] {
  const numbers = [...new Set(evidence.slice(0, mostCitations).map((each) => sources.add(sourceOf(each))))];
  return [text(`${sentence} `), ...numbers.map((number) => cite(number))];
}

const sourceOf = (evidence: Evidence): ReturnType<typeof evidenceSource> =>
  evidenceSource(evidence.publisher === '' ? { ...evidence, publisher: 'the desk’s own record' } : evidence);

function presentNothing(answer: Unanswered, about: Presentation): Document {
  const sources = new SourceList();
  const closest = answer.nearest.map((each) =>
    paragraph(text(`Closest: ${nearestWords(each)} `), cite(sources.add(sourceOf(each)))),
  );
  const covers = `The desk covers the SCO, its members and their relations${about.coverage === undefined ? '' : `, ${about.coverage}`}.`;
  const blocks: readonly Block[] = [
    paragraph(`${answer.reason} ${covers}`),
    ...didYouMean(about.names ?? []),
    ...closest,
    asOf(about),
    {
      type: 'actions',
      actions: [whyAction(about), ...verdictActions(about).slice(1), ...(about.names ?? []).map(nameAction)],
    },
  ];
  return { kind: 'nothing', blocks, sources: sources.all };
}

/** `Did you mean Sergey Lavrov or Vladimir Putin?` */
function didYouMean(names: readonly string[]): readonly Block[] {
  if (names.length === 0) return [];
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return [paragraph(`Did you mean ${list}?`)];
}

const nameAction = (name: string): Action => ({
  label: shorten(name),
  invocation: { command: 'about', options: { subject: name } },
});

const asOf = (about: Presentation): Block =>
  quiet(
    `As of ${dateWords(about.now.toPlainDate().toString())} · data ${about.dataVersion}${about.wordedBy === undefined ? '' : ` · worded by ${about.wordedBy}, from the sources alone`}`,
  );

const whyAction = (about: Presentation): Action => ({
  label: 'Why?',
  invocation: { command: 'why', options: { receipt: about.receiptId } },
});

/** The receipt holds what the answer was about, for as long as it is kept. */
const briefAction = ({ receiptId: receipt }: Presentation): Action => ({
  label: 'Brief',
  invocation: { command: 'brief-this', options: { receipt } },
});

/** What readers say of an answer goes to an editor, with its receipt. */
const verdictActions = ({ receiptId: receipt }: Presentation): readonly Action[] => [
  { label: 'Helpful', invocation: { command: 'feedback', options: { receipt, verdict: 'helpful' } } },
  { label: 'Wrong?', invocation: { command: 'feedback', options: { receipt, verdict: 'wrong' } } },
];

function actions(questions: readonly string[], about: Presentation): ActionsBlock {
  const asks = questions.map(
    (question): Action => ({
      label: shorten(question),
      invocation: { command: 'ask', options: { question } },
    }),
  );
  const fitting = asks.filter((action) => encodeInvocation(action.invocation).length <= mostEncoded);
  const actions = [whyAction(about), ...verdictActions(about), briefAction(about), ...fitting.slice(0, 1)];
  return { type: 'actions', actions };
}
