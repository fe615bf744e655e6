/** A stage of a Dockerfile. */
export interface Stage {
  /** The image, or the stage, that it starts from. */
  readonly from: string;
  readonly name: string | undefined;
  /** What stands after each instruction of this name. */
  all(instruction: string): string[];
}

export interface Dockerfile {
  readonly text: string;
  readonly stages: readonly Stage[];
}

/** Reads a Dockerfile without here-documents: comments are left out, continued lines joined. */
export function readDockerfile(file: string): Dockerfile {
  const text = file.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const starts = lines.flatMap((line, i) => (line.startsWith('FROM ') ? [i] : []));
  return { text, stages: starts.map((start, i) => stageOf(lines.slice(start, starts[i + 1]))) };
}

function stageOf([first = '', ...lines]: readonly string[]): Stage {
  const [, from = '', , name] = first.split(' ');
  return {
    from,
    name,
    all: (instruction) =>
      lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1).trim()),
  };
}
