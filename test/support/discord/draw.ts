import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Component, DiscordMessage } from '../../../src/platforms/discord/components.ts';
import { args } from '../browser.ts';

/**
 * Messages as a page that looks roughly as Discord does, for looking at: order, overflow, missing parts, not pixels.
 * It reads the Markdown that we write, not all that Discord knows.
 */
function drawPage(messages: readonly DiscordMessage[], width = 640): string {
  const drawn = messages.map(drawMessage).join('\n');
  return `<!doctype html><meta charset="utf-8"><style>${css}</style><main style="width:${width}px">${drawn}</main>`;
}

function drawMessage({ body, files }: DiscordMessage): string {
  const [container] = body.components;
  const accent = `#${container.accent_color.toString(16).padStart(6, '0')}`;
  const pictures = new Map(files.map((file) => [file.name, file]));
  const inside = container.components.map((component) => drawComponent(component, pictures)).join('\n');
  return `<div class="message"><div class="avatar">D</div><div><p class="who">Dateline <b>APP</b></p><section style="border-left-color:${accent}">${inside}</section></div></div>`;
}

function drawComponent(
  component: Component,
  files: ReadonlyMap<string, DiscordMessage['files'][number]>,
): string {
  switch (component.type) {
    case 10:
      return `<div class="text">${drawMarkdown(component.content)}</div>`;
    case 12:
      return component.items
        .map(({ media, description }) => {
          const file = files.get(media.url.replace('attachment://', ''));
          const source = `data:image/png;base64,${Buffer.from(file?.data ?? []).toString('base64')}`;
          return `<img src="${source}" alt="${escapeHtml(description ?? '')}" title="${escapeHtml(description ?? '')}">`;
        })
        .join('');
    case 13:
      return `<p class="file">📄 ${escapeHtml(component.file.url.replace('attachment://', ''))}</p>`;
    case 14:
      return '<hr>';
    case 1:
      return `<div class="row">${component.components
        .map(
          (button) =>
            `<button class="s${button.style}" title="${escapeHtml(button.custom_id)}">${escapeHtml(button.label)}</button>`,
        )
        .join('')}</div>`;
  }
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function drawMarkdown(markdown: string): string {
  return markdown
    .split(/```\n?/)
    .map((part, index) => (index % 2 === 1 ? `<pre>${escapeHtml(part)}</pre>` : drawLines(part)))
    .join('');
}

const drawLines = (text: string): string =>
  text
    .split('\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1)
    .map(drawLine)
    .join('');

function drawLine(line: string): string {
  const [, mark = '', rest = ''] = /^(> |-# |#{1,3} |- |\d+\. )?(.*)$/s.exec(line) ?? [];
  const words = drawInline(rest);
  switch (mark) {
    case '':
      return words === '' ? '<br>' : `<p>${words}</p>`;
    case '> ':
      return `<blockquote>${words}</blockquote>`;
    case '-# ':
      return `<small>${words}</small>`;
    case '- ':
      return `<p class="item"><span>•</span>${words}</p>`;
  }
  if (mark.startsWith('#')) return `<h${mark.length - 1}>${words}</h${mark.length - 1}>`;
  return `<p class="item"><span>${mark}</span>${words}</p>`;
}

/** In the order in which Discord tries them: escapes first. */
const inline =
  /\\([^0-9A-Za-z\s])|\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)|<t:(\d+):f>|`([^`]+)`|\*\*((?:\\.|[^\\])+?)\*\*(?!\*)|_((?:\\.|[^\\_])+?)_(?!\w)|([\s\S])/g;

function drawInline(text: string): string {
  return text.replace(inline, (_, escaped, label, url, time, code, strong, emphasis, plain) => {
    if (escaped !== undefined) return escapeHtml(escaped);
    if (label !== undefined) return `<a href="${escapeHtml(url)}">${drawInline(label)}</a>`;
    if (time !== undefined) return `<time>${new Date(Number(time) * 1000).toUTCString().slice(5, 22)}</time>`;
    if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
    if (strong !== undefined) return `<strong>${drawInline(strong)}</strong>`;
    if (emphasis !== undefined) return `<em>${drawInline(emphasis)}</em>`;
    return escapeHtml(plain);
  });
}

const css = `
body{margin:0;background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans",system-ui,sans-serif}
*{box-sizing:border-box;overflow-wrap:anywhere}main{padding:16px}.message{display:flex;gap:16px;margin-bottom:20px}.message>div:last-child{min-width:0;flex:1}
.avatar{width:40px;height:40px;border-radius:50%;background:#9c2f22;display:grid;place-items:center;flex:none}
p{margin:0;overflow-wrap:anywhere}.who{font-weight:600;color:#f2f3f5;margin-bottom:4px}.who b{font-size:10px;background:#5865f2;border-radius:4px;padding:1px 4px;vertical-align:middle}
section{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid;border-radius:8px;padding:16px;display:grid;gap:8px;max-width:600px}
.text{min-width:0;white-space:pre-wrap}h1{font-size:24px;margin:0;color:#f2f3f5}h2{font-size:20px;margin:4px 0;color:#f2f3f5}h3{font-size:16px;margin:4px 0;color:#f2f3f5}
small{display:block;font-size:13px;color:#949ba4;overflow-wrap:anywhere}blockquote{margin:0;border-left:4px solid #4e5058;padding-left:12px;overflow-wrap:anywhere}
.item{display:flex;gap:8px;padding-left:8px;display:block;text-indent:-16px;margin-left:16px}.item span{display:inline-block;min-width:16px;text-indent:0}
pre{background:#1e1f22;border:1px solid #1a1b1e;border-radius:4px;padding:8px;margin:6px 0;font:14px/1.3 Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;white-space:pre-wrap}
code{background:#1e1f22;padding:0 4px;border-radius:4px;font-family:monospace}a{color:#00a8fc;text-decoration:none}time{background:#404249;border-radius:3px;padding:0 2px}
hr{width:100%;border:0;border-top:1px solid #3f4147;margin:4px 0}.row{display:flex;flex-wrap:wrap;gap:8px}button{border:0;border-radius:8px;padding:7px 14px;color:#fff;background:#4e5058;font:500 14px system-ui}
button.s1{background:#5865f2}button.s4{background:#da373c}img{max-width:100%;border-radius:8px}.file{background:#1e1f22;border:1px solid #3f4147;border-radius:8px;padding:12px}`;

/** Where drawings go; git ignores it. */
const artifacts = fileURLToPath(new URL('../../.artifacts/', import.meta.url));

/** Where Debian puts its browser. */
export const browserPath = '/usr/bin/chromium';

/** Draws messages in a browser and keeps page and picture. Returns the picture's path and whether anything overflowed. */
export async function drawPicture(
  name: string,
  messages: readonly DiscordMessage[],
  width = 640,
): Promise<{ readonly path: string; readonly overflows: boolean }> {
  const { chromium } = await import('playwright-core');
  await mkdir(artifacts, { recursive: true });
  await writeFile(join(artifacts, `discord-${name}.html`), drawPage(messages, width));
  const profile = await mkdtemp(join(tmpdir(), 'dateline-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    viewport: { width: width + 32, height: 400 },
    args,
  });
  try {
    const page = await context.newPage();
    await page.setContent(drawPage(messages, width));
    const path = join(artifacts, `discord-${name}.png`);
    await page.screenshot({ path, fullPage: true });
    const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    return { path, overflows: overflows === true };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
