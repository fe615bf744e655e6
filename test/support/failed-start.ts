import { TestProcess, type Settings } from './processes.js';

/** All that comes of a process. */
export interface Outcome {
  readonly code: number | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts what will not stay up. */
export async function failedStart(settings: Settings, program = 'cli/start.js'): Promise<Outcome> {
  const { code, stdout, stderr } = await new TestProcess(program, [], settings).end();
  return { code, stdout, stderr };
}

/** A process that says why it cannot be, and nothing else. */
export const refusal = (reason: string): Outcome => ({ code: 1, stdout: '', stderr: `${reason}\n` });
