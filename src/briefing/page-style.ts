/** The look of a briefing as a page: light and dark, on a phone, at a desk, and on paper. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #17181b); --ink: light-dark(#1e1c19, #e8e5de); --soft: light-dark(#625d54, #a5a097);
  --rule: light-dark(#d5cec2, #3d4047); --link: light-dark(#1d4f80, #94bfee); --accent: light-dark(#1d4f80, #7fb0e6);
  --member: light-dark(#1d4f80, #3b78b8); --observer: light-dark(#4f97a3, #5faebb); --partner: light-dark(#e0a458, #d99b4c);
  --sans: "Noto Sans", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans Devanagari", "Noto Sans SC", sans-serif;
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); -webkit-text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem); overflow-wrap: break-word; }
h1 { font-size: clamp(1.5rem, 5vw, 2.1rem); line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 0.4rem; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.2rem 0 0.6rem; padding-top: 0.7rem; border-top: 1px solid var(--rule); break-after: avoid; }
p { margin: 0.5rem 0; }
.lead { font-size: 1.1rem; }
.quiet, .more, .detail, footer { color: var(--soft); font-size: 0.9rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { margin: 0.4rem 0; padding: 0; list-style: none; }
li { margin: 0.55rem 0; padding-left: 1rem; text-indent: -1rem; break-inside: avoid; }
li::before { content: "–"; display: inline-block; width: 1rem; text-indent: 0; color: var(--soft); }
li .detail { display: block; text-indent: 0; margin-top: 0.1rem; }
.cite { font-size: 0.8em; font-variant-numeric: tabular-nums; white-space: nowrap; text-decoration: none; }
blockquote { margin: 0.9rem 0; padding: 0.1rem 0 0.1rem 1rem; border-left: 3px solid var(--accent); break-inside: avoid; }
blockquote p { margin: 0.2rem 0; font-size: 1.1rem; }
blockquote footer { margin: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; color: var(--soft); font-size: 0.85rem; }
tr { break-inside: avoid; }
figure { margin: 1.2rem 0; break-inside: avoid; }
figure svg { display: block; width: 100%; max-width: 30rem; height: auto; }
figure details { margin-top: 0.3rem; color: var(--soft); font-size: 0.85rem; }
summary { cursor: pointer; }
.sources { font-size: 0.88rem; }
.sources li { padding-left: 2.6rem; text-indent: -2.6rem; }
.sources li::before { content: none; }
.sources .number { display: inline-block; width: 2.6rem; text-indent: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
.sources li:target { background: light-dark(#fdf3d0, #3a3420); }
body > footer { margin-top: 2.2rem; padding-top: 0.7rem; border-top: 1px solid var(--rule); font-size: 0.82rem; }
@media (max-width: 30rem) {
  .numbers thead { display: none; }
  .numbers tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
  .numbers td { display: inline; border: 0; padding: 0; }
  .numbers td:not(:last-child)::after { content: " · "; color: var(--soft); }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { color-scheme: only light; --paper: #fff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  figure details { display: none; }
  figure svg { max-width: 11cm; }
}
`;
