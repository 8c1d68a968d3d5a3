// Reads what one test runner printed and prints "<passed> <failed>" from its closing lines: CTest's, Vitest's, Node's
// or that of our own check of the views.
// Usage: node count_tests.mjs <log>
import { readFileSync } from 'node:fs';

// The first runner that has a closing line is the one: CTest's log may quote what the others printed.
const runners = [
  // 97% tests passed, 2 tests failed out of 61
  [{ pattern: /^\d+% tests passed, (\d+) tests failed out of (\d+)$/, read: (m) => [m[2] - m[1], m[1]] }],
  // Tests  1 failed | 12 passed | 2 skipped (15)
  [{
    pattern: /^Tests +(?:\d+ \w+(?: \| )?)+ \(\d+\)$/,
    read: (m) => [/(\d+) passed/.exec(m[0])?.[1] ?? 0, /(\d+) failed/.exec(m[0])?.[1] ?? 0],
  }],
  // Node's runner: "# pass 12" in TAP, "ℹ pass 12" in its own layout
  [
    { pattern: /^[#ℹ] pass (\d+)$/, read: (m) => [m[1], 0] },
    { pattern: /^[#ℹ] (?:fail|cancelled) (\d+)$/, read: (m) => [0, m[1]] },
  ],
  // The contracts of the views: 53 templates, 44 samples, 295 messages, 0 faults
  [{ pattern: /^(\d+) templates, \d+ samples, \d+ messages, (\d+) faults$/, read: (m) => [Math.max(m[1] - m[2], 0), m[2]] }],
];

const text = readFileSync(process.argv[2], 'utf8').replace(/\u001b\[[0-9;]*m/g, '');
const lines = text.split('\n').map((line) => line.trim());
const counts = runners.map((counters) => lines.flatMap((line) => counters.flatMap(({ pattern, read }) => {
  const match = pattern.exec(line);
  return match ? [read(match).map(Number)] : [];
}))).find((found) => found.length) ?? [];
const sum = (index) => counts.reduce((total, count) => total + count[index], 0);
console.log(`${sum(0)} ${sum(1)}`);
