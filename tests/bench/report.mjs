// The measures as a table for people.
const round = (value, digits = 0) => value.toFixed(digits);

export function report({ version, settings, provisioning, start, memory, pages, submissions }) {
  const pageRow = (name, page) => [name, `${round(page.perSecond)} pages/s`, `${round(page.cpuMicroseconds, 1)} us of CPU a page`,
    `p50 ${round(page.p50Ms, 2)} ms, p99 ${round(page.p99Ms, 2)} ms${page.failures ? `, ${page.failures} FAILED` : ''}`];
  const rows = [
    ['Provisioning', `${round(provisioning.perSecond)} communes/s`, `${round(provisioning.millisecondsPerCommune, 1)} ms a commune`, `${provisioning.communes} communes`],
    ['Start', `${round(start.seconds, 2)} s`, '', `${start.communes} communes`],
    ['Memory at start', `${round(memory.atStartKib / 1024, 1)} MiB`, '', `${memory.communes} communes`],
    ['Memory in use', `${round(memory.withOpenKib / 1024, 1)} MiB`, `${round(memory.perOpenCommuneKib)} KiB an open commune`, `${memory.open} of them open`],
    pageRow('Cached page', pages.cached),
    pageRow('nginx, same bytes', pages.nginx),
    ['Clocher / nginx', `${round(pages.rateRatioToNginx, 2)} x the rate`, `${round(pages.cpuRatioToNginx, 2)} x the CPU`, `${pages.bodyBytes} bytes, compressed`],
    pageRow('Uncached page', pages.uncached),
    ['Submissions', `${round(submissions.oneCommune.perSecond)} a second`, '', 'durable, one commune'],
    ['Submissions', `${round(submissions.sixteenCommunes.perSecond)} a second`, '', 'durable, 16 communes'],
    ['Disk', `${round(submissions.syncsPerSecond)} syncs/s`, '', '4 KiB, one after the other'],
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  return [`Clocher ${version}, ${settings.cores} cores, ${settings.connections} connections, median of ${settings.rounds} rounds`, '', ...lines].join('\n');
}
