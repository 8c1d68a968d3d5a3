// Reads what test runners printed and prints "<passed> <failed>": the sums of CTest's, Vitest's and Node's closing lines.
// Usage: node count_tests.mjs <log>...
import { readFileSync } from 'node:fs';

const counters = [
  // 97% tests passed, 2 tests failed out of 61
  { pattern: /^\d+% tests passed, (\d+) tests failed out of (\d+)$/, read: (m) => [m[2] - m[1], m[1]] },
  // Tests  1 failed | 12 passed | 2 skipped (15)
  {
    pattern: /^Tests +(?:\d+ \w+(?: \| )?)+ \(\d+\)$/,
    read: (m) => [/(\d+) passed/.exec(m[0])?.[1] ?? 0, /(\d+) failed/.exec(m[0])?.[1] ?? 0],
  },
  // Node's runner: "# pass 12" in TAP, "ℹ pass 12" in its own layout
  { pattern: /^[#ℹ] pass (\d+)$/, read: (m) => [m[1], 0] },
  { pattern: /^[#ℹ] (?:fail|cancelled) (\d+)$/, read: (m) => [0, m[1]] },
];

const totals = { passed: 0, failed: 0 };
for (const log of process.argv.slice(2)) {
  const text = readFileSync(log, 'utf8').replace(/\u001b\[[0-9;]*m/g, '');
  for (const line of text.split('\n')) {
    for (const { pattern, read } of counters) {
      const match = pattern.exec(line.trim());
      if (!match) continue;
      const [passed, failed] = read(match);
      totals.passed += Number(passed);
      totals.failed += Number(failed);
    }
  }
}
console.log(`${totals.passed} ${totals.failed}`);
