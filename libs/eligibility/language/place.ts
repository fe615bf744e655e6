import { nearest } from './nearest.js';

/** A ruleset that cannot be read; `path` points at the place, as in `rules[2].where.roles[0]`. */
export class InvalidRule extends Error {
  override readonly name = 'InvalidRule';

  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** Deeper than any rule that a person could follow; also ends what turns in a circle. */
const DEEPEST = 30;

/** A JSON value together with the place it stands at, so that every refusal can name it. */
export class Place {
  constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly depth = 0,
  ) {}

  refuse(reason: string): never {
    throw new InvalidRule(this.path, reason);
  }

  /** The value under a key; `undefined` when the key is absent. */
  at(key: string): Place {
    return this.inner(this.record()[key], `${this.path}.${key}`);
  }

  /** The same object without some keys. */
  without(...keys: string[]): Place {
    const kept = Object.entries(this.record()).filter(([name]) => !keys.includes(name));
    return new Place(Object.fromEntries(kept), this.path, this.depth);
  }

  /** The same object with another value under one key. */
  with(key: string, value: unknown): Place {
    return new Place({ ...this.record(), [key]: value }, this.path, this.depth);
  }

  has(key: string): boolean {
    return this.isRecord() && this.record()[key] !== undefined;
  }

  isRecord(): boolean {
    return isRecord(this.value);
  }

  record(): Readonly<Record<string, unknown>> {
    if (!isRecord(this.value)) return this.refuse('must be an object, written { … }');
    return this.value;
  }

  /** A misspelt key would silently widen a rule, so unknown ones are refused. */
  onlyKeys(allowed: readonly string[]): void {
    const unknown = Object.keys(this.record()).find((key) => !allowed.includes(key));
    if (unknown !== undefined) this.at(unknown).refuse(`is not known here${hint(unknown, allowed)}`);
  }

  items(): Place[] {
    if (!Array.isArray(this.value)) return this.refuse('must be a list, written [ … ]');
    return this.value.map((item: unknown, index) => this.inner(item, `${this.path}[${index}]`));
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const found = allowed.find((name) => name === this.value);
    if (found !== undefined) return found;
    const close = typeof this.value === 'string' ? nearest(this.value, allowed) : undefined;
    return this.refuse(
      `must be one of ${allowed.join(', ')}${this.said()}${close === undefined ? '' : `; did you mean ${close}?`}`,
    );
  }

  /** ‘; it says “…”’, for short values. */
  said(): string {
    const { value } = this;
    if (value === undefined) return '; it is missing';
    return typeof value === 'object' ? '' : `; it says ${JSON.stringify(value)}`;
  }

  private inner(value: unknown, path: string): Place {
    if (this.depth >= DEEPEST) return this.refuse('is nested too deeply to be understood');
    return new Place(value, path, this.depth + 1);
  }
}

export function hint(name: string, allowed: readonly string[]): string {
  const close = nearest(name, allowed);
  return close === undefined ? `; known are ${allowed.join(', ')}` : `; did you mean ${close}?`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
