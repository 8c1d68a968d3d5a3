// What the demonstration asks of the program: commands with --json, in the data folder of the environment.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const dataFolder = process.env.CLOCHER_DATA ?? 'var';
export const agentsFile = join(dataFolder, 'agents.txt');

// The answer of the command, or {error}; progress goes to the terminal.
export function run(clocher, ...words) {
  const { stdout, error } = spawnSync(clocher, [...words, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw error;
  try {
    return JSON.parse(stdout);
  } catch {
    return { error: { kind: 'unavailable', message: stdout } };
  }
}

// Ends the script with the program's own sentence.
export function stopOnError(answer) {
  if (!answer.error) return answer;
  console.error(answer.error.message);
  process.exit(1);
}
