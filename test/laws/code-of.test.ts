import { expect, test } from 'vitest';
import { codeOf } from './code-of.ts';

test.each([
  ['a // Date\nb', 'a \nb'],
  ['a /* Date */ b', 'a   b'],
  ['f(\'Date\', "Date")', "f('', '')"],
  ["'it\\'s Date' + x", "'' + x"],
  ["'https://x' + y", "'' + y"],
  [`\`Date \${call(\`\${inner} Date\`)} Date\` + z`, "'' call('' inner) + z"],
  [`\`a \${ { b: 1 }.b } c\``, "''  { b: 1 }.b "],
  ['/Date/.test(x)', "''.test(x)"],
  ['x.replace(/[/\'"]/g, y)', "x.replace('', y)"],
  ['a / b / c', 'a / b / c'],
  ['`cost: $5`', "''"],
])('%j is seen as %j: laws must not find in strings what they look for in code', (source, code) => {
  expect(codeOf(source)).toBe(code);
});

test('keeps code that follows a template or a regular expression', () => {
  expect(codeOf(`const a = \`\${b}\`; new Date();`)).toContain('new Date();');
  expect(codeOf("if (/x'/.test(y)) new Date();")).toContain('new Date();');
});
