import * as z from 'zod';

/** `2023-05-04`, `2023-05` or `2023`: a date with the precision its source gives, never finer (ISO 8601-1, 4.3 reduced). */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'write 2023-05-04, 2023-05 or 2023', abort: true })
  .refine(isInCalendar, 'no such date is in the calendar, write one that is');
export type PartialDate = z.infer<typeof partialDate>;

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case words joined by hyphens');
const text = z.string().trim().min(1);

export const sourceSchema = z.strictObject({
  publisher: text,
  title: text,
  url: z.url({ protocol: /^https?$/ }).optional(),
  published: partialDate.optional(),
  /** The article of this data that it is, where it is one. */
  article: id.optional(),
  /** The words of it that show this, verbatim. */
  quote: text.optional(),
  /** How exactly it dates the happening; left out where it does so as exactly as the record. */
  precision: z.enum(['day', 'month', 'year']).optional(),
});
/** A page or paper that a record rests on. */
export type SourceRecord = z.infer<typeof sourceSchema>;

export const eventKinds = [
  'anniversary',
  'appointment',
  'document',
  'economy',
  'exercise',
  'incident',
  'institution',
  'meeting',
  'membership',
  'other',
  'statement',
  'summit',
  'treaty',
  'visit',
] as const;
export const confidences = ['high', 'medium', 'low'] as const;
/** Part that a participant had in an event. */
export const participantRoles = [
  'participant',
  'host',
  'visitor',
  'signatory',
  'speaker',
  'subject',
  'predecessor',
  'absent',
] as const;

/** Someone or something that took part: an entity of the data by id, or a bare name. */
export const participantSchema = z.union([
  z.strictObject({ entity: id, role: z.enum(participantRoles).default('participant') }),
  z.strictObject({ name: text, role: z.enum(participantRoles).default('participant') }),
]);
export type Participant = z.infer<typeof participantSchema>;

export const quotationSchema = z.strictObject({
  id,
  /** `direct`: the words stand verbatim in the source and may be set in quotation marks; else the substance in our words. */
  form: z.enum(['direct', 'paraphrase']),
  text,
  speaker: participantSchema,
  addressee: participantSchema.optional(),
  cue: text.optional(),
  /** As whom reported it: "as Russian media reported". */
  attribution: text.optional(),
  date: partialDate,
  occasion: text.optional(),
});
/** Something said, with its speaker. */
export type Quotation = z.infer<typeof quotationSchema>;

export const figureSchema = z.strictObject({
  id,
  measure: text,
  value: z.number(),
  unit: text,
  qualifier: z.enum(['about', 'more than', 'less than', 'up to']).optional(),
  asOf: partialDate,
});
/** A number with unit, what it measures, and its as-of date. */
export type Figure = z.infer<typeof figureSchema>;

/** One thing that an article says, in our words: the unit of evidence. */
export const statementSchema = z.strictObject({
  id,
  text,
  /** When what it says happened, where that can be told. */
  date: partialDate.optional(),
  endDate: partialDate.optional(),
  entities: z.array(id).default([]),
  /** The event it tells of. */
  event: id.optional(),
  /** Said by one side and not a fact: "Russia", "unnamed officials". */
  attributedTo: text.optional(),
});
export type Statement = z.infer<typeof statementSchema>;

export const articleSchema = z.strictObject({
  id,
  title: text,
  publisher: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  published: partialDate,
  dateline: text.optional(),
  statements: z.array(statementSchema).min(1),
  quotations: z.array(quotationSchema).default([]),
  figures: z.array(figureSchema).default([]),
  entities: z.array(id).default([]),
  note: text.optional(),
});
/** One published news item and its statements. */
export type Article = z.infer<typeof articleSchema>;

export const placeSchema = z.strictObject({ city: text.optional(), country: text.optional() });

/** A value that other sources give: kept beside the one that the record takes. */
const disagreementSchema = z.strictObject({
  about: z.enum(['date', 'place', 'people', 'figure', 'what happened']),
  /** The other value, in our words; the record's own fields hold the value that we take. */
  says: text,
  /** Who says so: a publisher, an agency, a government. */
  by: text,
});
/** How one happening stands to another: a declaration is part of a summit, a protocol amends a treaty. */
const eventRelationSchema = z.strictObject({
  kind: z.enum(['part of', 'follows', 'amends', 'same as']),
  of: id,
});

export const eventSchema = z.strictObject({
  id,
  date: partialDate,
  endDate: partialDate.optional(),
  title: text,
  summary: text,
  kind: z.enum(eventKinds),
  /** `announced`: known from an advance notice only. */
  status: z.enum(['held', 'announced']).default('held'),
  place: placeSchema.optional(),
  participants: z.array(participantSchema).default([]),
  topics: z.array(text).default([]),
  confidence: z.enum(confidences),
  sources: z.array(sourceSchema).min(1),
  quotations: z.array(quotationSchema).default([]),
  figures: z.array(figureSchema).default([]),
  relations: z.array(eventRelationSchema).optional(),
  /** What other sources give instead, one entry for each value. */
  disagreements: z.array(disagreementSchema).optional(),
  /** A disagreement between sources in words, or what a reader must know of the date. */
  note: text.optional(),
});
/** A dated happening. */
export type Event = z.infer<typeof eventSchema>;

export const entityKinds = ['person', 'country', 'organisation', 'place'] as const;
export const relationKinds = [
  'member of',
  'observer of',
  'dialogue partner of',
  'chair of',
  'founder of',
  'part of',
  'seat of',
  'head of',
] as const;

export const roleSchema = z.strictObject({
  title: text,
  organisation: text.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  /** The event that shows when it began; its sources are the role's. */
  event: id.optional(),
});
export const relationSchema = z.strictObject({
  kind: z.enum(relationKinds),
  of: id,
  from: partialDate.optional(),
  to: partialDate.optional(),
  /** The event that shows it; its sources are the relation's. */
  event: id.optional(),
  /** Pages that show it, where no event does or more than the event is needed. */
  sources: z.array(sourceSchema).optional(),
  note: text.optional(),
});
export type Relation = z.infer<typeof relationSchema>;

export const entitySchema = z.strictObject({
  id,
  kind: z.enum(entityKinds),
  name: text,
  aliases: z.array(text).default([]),
  /** Names that another entity of the kind has too, and lists here too: they name neither by themselves. */
  sharedNames: z.array(text).default([]),
  description: text,
  /** Name of the country that a person serves or a place lies in. */
  country: text.optional(),
  roles: z.array(roleSchema).default([]),
  relations: z.array(relationSchema).default([]),
  sources: z.array(sourceSchema).default([]),
});
/** A person, organisation, country or place, with aliases and dated roles. */
export type Entity = z.infer<typeof entitySchema>;

const schemaLink = text.optional();

/** A file of `data/chronology/`: the events of one year. */
export const chronologyFileSchema = z.strictObject({
  $schema: schemaLink,
  events: z.array(eventSchema).min(1),
});
/** A file of `data/entities/`: people, countries, organisations or places. */
export const entitiesFileSchema = z.strictObject({
  $schema: schemaLink,
  entities: z.array(entitySchema).min(1),
});
/** A file of `data/articles/`: one article. */
export const articleFileSchema = articleSchema.extend({ $schema: schemaLink });

/** Everything that `data/` holds, parsed and checked. */
export interface KnowledgeData {
  readonly articles: readonly Article[];
  readonly events: readonly Event[];
  readonly entities: readonly Entity[];
}

/** Whether a date of the right form exists: there is no 30 February and no month 13. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
