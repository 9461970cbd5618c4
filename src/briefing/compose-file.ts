import type { Library } from '../answer/library.ts';
import { SourceList } from '../document/build.ts';
import type { Source } from '../document/model.ts';
import type { Period } from '../lookup/period.ts';
import { shortId } from '../short-id.ts';
import { fold } from '../text/fold.ts';
import type { EditionLink } from './edition-link.ts';
import { fileSections } from './file-sections.ts';
import { type BriefingRequest, type Material, materialOf } from './material.ts';
import type { Briefing, Edition, Length } from './model.ts';

export interface FileRequest extends BriefingRequest {
  readonly length: Length;
  readonly dataVersion: string;
  /** Whose it is: the same briefing of another workspace is another edition. */
  readonly workspace?: string;
  readonly link?: EditionLink | undefined;
  /** Sources that the message with the file has numbered already: they keep their numbers. */
  readonly numbered?: readonly Source[];
}

/** A briefing for a file; undefined where the data holds nothing on the subject in the period. */
export function composeFile(request: FileRequest, library: Library): Briefing | undefined {
  const material = materialOf(request, library);
  const { about, holdings } = material;
  if (holdings.events.length === 0 && holdings.articles.length === 0) return undefined;
  const sources = new SourceList();
  for (const source of request.numbered ?? []) sources.add(source);
  const { sections, leftOut } = fileSections(material, request.length, sources);
  return {
    title: `Brief: ${about}`,
    about,
    edition: editionOf(request, material),
    sections,
    leftOut,
    sources: sources.all,
  };
}

function editionOf(
  { length, dataVersion, today, workspace = '', link }: FileRequest,
  { subject, period }: Material,
): Edition {
  const key = subject.entity?.id ?? fold(subject.label);
  const typed = periodOption(period);
  const id = shortId(workspace, key, period.from ?? '', period.until ?? '', length, today, dataVersion);
  const address = link?.(id);
  return {
    id,
    dataVersion,
    asOf: today,
    command: `/brief ${subject.typed}${typed === undefined ? '' : ` period:${quoted(typed)}`} length:${length}`,
    ...(address === undefined ? {} : { link: address }),
  };
}

const quoted = (value: string): string => (value.includes(' ') ? `"${value}"` : value);

/** A period as the option of that name takes it; undefined for all time. */
export function periodOption({ from, until }: Period): string | undefined {
  if (from === undefined) return until === undefined ? undefined : `until ${until}`;
  return until === undefined ? `since ${from}` : `${from}/${until}`;
}
