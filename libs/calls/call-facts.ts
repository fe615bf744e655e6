/** What is known of a call beyond its columns, as its file has it. */
export type Facts = Readonly<Record<string, unknown>>;

/** The words of a listed fact: `{ value: ["A"] }`, or `{ value: { list: ["A"] } }` where the list is only of examples. */
export function listedFact(facts: Facts, name: string): string[] {
  const value = part(facts[name], 'value');
  const list = Array.isArray(value) ? (value as unknown[]) : part(value, 'list');
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** A fact itself, given alone or as `{ value, src }`. */
export const factOf = (facts: Facts, name: string): unknown => part(facts[name], 'value') ?? facts[name];

/** Where a source can be read on the web, by its short name in `facts.sources`. */
export function sourceAddress(facts: Facts, name: string): string | null {
  const url = part(part(facts['sources'], name), 'url');
  return typeof url === 'string' ? url : null;
}

/** The code of the body that makes the results of projects public, where the call names one. */
export function publisherOf(facts: Facts): string | null {
  const publisher = part(part(facts['dissemination'], 'value'), 'publisher');
  return typeof publisher === 'string' ? publisher : null;
}

/** Documents kept here that applicants must have read, by their ids. */
export function requiredReadings(facts: Facts): string[] {
  const documents = Array.isArray(facts['documents']) ? (facts['documents'] as unknown[]) : [];
  return documents.flatMap((entry) => {
    const document = part(entry, 'document');
    return typeof document === 'string' && part(entry, 'requiredReading') === true ? [document] : [];
  });
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
