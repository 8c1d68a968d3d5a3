// wrk against one page, with the CPU that the server spent meanwhile.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connections } from './http.mjs';
import { cpuSeconds } from './service.mjs';

const distinctQueries = fileURLToPath(new URL('distinct_queries.lua', import.meta.url));

// target: {port, pids, host}. addresses: 'one' or 'distinct'. -> {perSecond, cpuMicroseconds, p50Ms, p99Ms, requests, failures}
export function load(target, { seconds, addresses = 'one' }) {
  const script = addresses === 'distinct' ? ['-s', distinctQueries] : [];
  const before = cpuSeconds(...target.pids);
  const { stdout, status, stderr } = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...script,
    '-H', `Host: ${target.host}:${target.port}`, '-H', 'Accept-Encoding: gzip', `http://127.0.0.1:${target.port}/`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wrk: ${stderr}`);
  const cpu = cpuSeconds(...target.pids) - before;
  const number = (pattern) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const requests = number(/(\d+) requests in/);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    cpuMicroseconds: (cpu / requests) * 1e6,
    p50Ms: milliseconds(/^\s+50%\s+(\S+)/m.exec(stdout)),
    p99Ms: milliseconds(/^\s+99%\s+(\S+)/m.exec(stdout)),
    requests,
    failures: number(/Non-2xx or 3xx responses: (\d+)/),
  };
}

function milliseconds(match) {
  const [, value, unit] = /([\d.]+)(us|ms|s)/.exec(match[1]);
  return Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit];
}

// One result a measure: the median of several runs.
export function median(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => {
    const values = runs.map((run) => run[name]).sort((a, b) => a - b);
    return [name, values[Math.floor(values.length / 2)]];
  }));
}
