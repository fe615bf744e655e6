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

/** A JSON value together with the place it stands at, so that every refusal can name it. */
export class Place {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  refuse(reason: string): never {
    throw new InvalidRule(this.path, reason);
  }

  /** The value under a key; `undefined` when the key is absent. */
  at(key: string): Place {
    return new Place(this.record()[key], `${this.path}.${key}`);
  }

  /** The same object without one key. */
  without(key: string): Place {
    return new Place(Object.fromEntries(Object.entries(this.record()).filter(([name]) => name !== key)), this.path);
  }

  has(key: string): boolean {
    return this.record()[key] !== undefined;
  }

  record(): Readonly<Record<string, unknown>> {
    if (!isRecord(this.value)) return this.refuse('must be an object');
    return this.value;
  }

  /** A misspelt key would silently widen a rule, so unknown ones are refused. */
  onlyKeys(allowed: readonly string[]): void {
    const unknown = Object.keys(this.record()).find((key) => !allowed.includes(key));
    if (unknown !== undefined) this.at(unknown).refuse(`is not known here; known are ${allowed.join(', ')}`);
  }

  items(): Place[] {
    if (!Array.isArray(this.value)) return this.refuse('must be a list');
    return this.value.map((item: unknown, index) => new Place(item, `${this.path}[${index}]`));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value === '') return this.refuse('must be a text');
    return this.value;
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') return this.refuse('must be true or false');
    return this.value;
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const found = allowed.find((name) => name === this.value);
    return found ?? this.refuse(`must be one of ${allowed.join(', ')}`);
  }

  /** `{ key: read(value) }`, or nothing when the key is absent: made to be spread. */
  optional<const K extends string, T>(key: K, read: (place: Place) => T): Partial<Record<K, T>> {
    if (!this.has(key)) return {};
    return { [key]: read(this.at(key)) } as Partial<Record<K, T>>;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
