import { entityEvidence, unitEvidence } from '../answer/evidence.ts';
import type { Library } from '../answer/library.ts';
import type { Evidence, Receipt } from '../answer/model.ts';
import { paragraph, quiet, SourceList, text } from '../document/build.ts';
import type { Document, ListItem } from '../document/model.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { button, buttons } from './buttons.ts';
import { citeEvidence } from './cited.ts';
import { listSection } from './sections.ts';

/** The present of the look at a receipt. */
export interface ReceiptView {
  readonly library: Library;
  /** Version of the data now. */
  readonly version: string;
  readonly zone: string;
}

/** How an answer came about: the reading, what was considered, what was used, and whether the data has changed since. */
export function receiptCard(receipt: Receipt, view: ReceiptView): Document {
  const sources = new SourceList();
  const used = receipt.used.map((id) => usedItem(id, view.library, sources));
  const changed = receipt.dataVersion !== view.version;
  return {
    kind: 'notice',
    title: 'Why this answer',
    blocks: [
      paragraph(`“${receipt.question}” was ${outcome[receipt.status]} on ${askedWords(receipt, view.zone)}.`),
      ...listSection(
        'How the question was read',
        receipt.reading.map((line) => ({ spans: [text(line)] })),
      ),
      ...listSection('What was used', used),
      ...listSection(
        'What was considered',
        receipt.considered.map((each) => ({
          spans: [text(`${each.score.toFixed(3)} · ${each.title} · ${each.verdict}`)],
        })),
      ),
      paragraph(
        changed
          ? `The data has changed since: version ${receipt.dataVersion} then, ${view.version} now; ask again for today’s answer.`
          : `The data is the same as then: version ${view.version}.`,
      ),
      quiet(`Receipt ${receipt.id}`),
      ...buttons(button('Ask again', 'ask', { question: receipt.question })),
    ],
    sources: sources.all,
    private: true,
  };
}

const outcome: Readonly<Record<Receipt['status'], string>> = {
  answered: 'answered',
  partial: 'answered in part',
  unanswered: 'not answered',
};

/** `23 November 2026 at 09:00 (UTC)`. */
function askedWords(receipt: Receipt, zone: string): string {
  const at = Temporal.Instant.from(receipt.now).toZonedDateTimeISO(zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dateWords(at.toPlainDate().toString())} at ${time} (${zone})`;
}

function usedItem(id: string, library: Library, sources: SourceList): ListItem {
  const evidence = evidenceOf(id, library);
  if (evidence === undefined) return { spans: [text(`${id}: no longer in the data`)] };
  const date = evidence.date === '' ? '' : `${rangeWords(evidence.date, evidence.endDate)} · `;
  return { spans: [text(`${date}${evidence.quote} `), citeEvidence(evidence, sources)] };
}

function evidenceOf(id: string, library: Library): Evidence | undefined {
  const unit = library.byId.get(id);
  if (unit !== undefined) return unitEvidence(unit);
  const entity = library.gazetteer.entities.get(id);
  return entity === undefined ? undefined : entityEvidence(entity, `${entity.name}: ${entity.description}`);
}
