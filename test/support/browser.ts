import { existsSync } from 'node:fs';

/** The browser that tests drive, where the machine has one: Debian's chromium. */
export const executablePath = '/usr/bin/chromium';
export const isAbsent = !existsSync(executablePath);

/** Nothing but what the test asks for: no profile, no updates, nothing in the background. */
export const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Says so where a test is skipped for lack of it. */
export function tellAbsence(what: string): void {
  if (isAbsent) console.warn(`Skipped: ${what} need ${executablePath} (Debian: chromium).`);
}
