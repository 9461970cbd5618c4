import type { Span } from '../../document/model.ts';
import { renderSpans, type Shape } from './render-spans.ts';
import { splitSpans } from './split-spans.ts';

/** Most characters of one line: it has to fit a message that has nothing else. */
export const longestLine = 3800;

/** Spans with a mark before each of their lines, parted where they are too long for one message. */
export function prefixed(spans: readonly Span[], shape: Shape, mark: string): readonly string[] {
  const whole = withMark(renderSpans(spans, shape), mark);
  if (whole.length <= longestLine) return whole === '' ? [] : [whole];
  const runs = splitSpans(spans, longestLine - mark.length);
  return runs.map((run) => withMark(renderSpans(run, shape), mark)).filter((line) => line !== '');
}

const withMark = (markdown: string, mark: string): string =>
  markdown === '' || mark === '' ? markdown : markdown.replace(/^/gm, mark);
