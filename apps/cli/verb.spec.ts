import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { answer, helpOf, momentOf, numberOf, readOptions, required, UsageError, type Verb } from './verb.js';

const VERB: Verb = {
  name: 'look',
  summary: 'Looks at something.',
  usage: '--at MOMENT [--deep]',
  options: {
    at: { value: 'MOMENT', meaning: 'when', required: true },
    search: { value: 'WORDS', meaning: 'what' },
    deep: { meaning: 'look deep' },
  },
  exits: { 0: 'seen', 2: 'wrong usage' },
  run: () => Promise.resolve(0),
};

const read = (...given: string[]) => readOptions(VERB, given);
const momentIn = (text: string): Date => momentOf(read('--at', text), 'at');

describe('options', () => {
  it('are values, flags and what stands alone', () => {
    const options = read('first', '--at', '2023-10-13', '--deep', '--search=a b', 'second', '--json');
    expect(options.positionals).toEqual(['first', 'second']);
    expect(options.values).toEqual(new Map([['at', '2023-10-13'], ['search', 'a b']]));
    expect(options.flags).toEqual(new Set(['deep', 'json']));
    expect(options.json).toBe(true);
    expect(read('--at', 'x').json).toBe(false);
  });

  it('after two dashes are none', () => {
    expect(read('--at', 'x', '--', '--deep').positionals).toEqual(['--deep']);
  });

  it.each([
    ['an unknown one', ['--at', 'x', '--depp']],
    ['a value that is missing', ['--at']],
    ['a value that looks like an option', ['--at', '--deep']],
    ['a value for a flag', ['--at', 'x', '--deep=yes']],
    ['a required one that is missing', ['--deep']],
    ['a short one', ['-a', 'x']],
  ])('refuse %s', (_, given) => {
    expect(() => read(...given)).toThrow(UsageError);
  });

  it('are not asked for when somebody asks for help', () => {
    expect(read('--help').flags).toContain('help');
  });

  it('that are required are named when they are missing', () => {
    expect(() => read()).toThrow('--at MOMENT is missing.');
    expect(() => required(read('--at', 'x'), 'search')).toThrow('--search is missing.');
  });
});

describe('a whole number', () => {
  const given = (first: string) => ({ positionals: [], values: new Map([['first', first]]), flags: new Set<string>(), lists: new Map<string, string[]>(), json: false });

  it('is read, or taken by default', () => {
    expect(numberOf(given('7'), 'first', 20)).toBe(7);
    expect(numberOf(given('-1'), 'first', 20)).toBe(-1);
    expect(numberOf(given('7'), 'last', 20)).toBe(20);
  });

  it.each(['abc', '', '1.5', '1e3', '99999999999'])('is not %p', (first) => {
    expect(() => numberOf(given(first), 'first', 20)).toThrow(new UsageError(`--first "${first}" is no whole number.`));
  });
});

describe('a moment', () => {
  it.each([
    ['2023-10-13', '2023-10-13T00:00:00.000Z'],
    ['2023-10-13T09:00:00+02:00', '2023-10-13T07:00:00.000Z'],
    ['2023-10-13T09:00Z', '2023-10-13T09:00:00.000Z'],
    ['2023-10-13T23:59:59.999-12:00', '2023-10-14T11:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(momentIn(text).toISOString()).toBe(instant);
  });

  it.each([
    ['a day that the month has not', '2023-11-31'],
    ['the same with a time', '2023-11-31T09:00:00+01:00'],
    ['29 February of a common year', '2023-02-29'],
    ['month 13', '2023-13-01'],
    ['hour 25', '2023-10-13T25:00:00Z'],
    ['a time without a zone', '2023-10-13T09:00:00'],
    ['an abbreviation of a zone', '2023-10-13T09:00:00 CET'],
    ['words', 'tomorrow'],
    ['a number', '1697180400000'],
    ['a year of six digits', '+012023-10-13'],
    ['a month', '2023-10'],
    ['nothing', ''],
  ])('%s is none: %s', (_, text) => {
    expect(() => momentIn(text)).toThrow(new UsageError(`--at "${text}" is no moment: write 2023-10-13 or 2023-10-13T09:00:00+02:00.`));
  });
});

it('help says what a verb takes and what its exit codes mean', () => {
  expect(helpOf(VERB)).toBe(`Looks at something.

Usage: npm run -s verbond -- look --at MOMENT [--deep]

  --at MOMENT             when
  --search WORDS          what
  --deep                  look deep
  --json                  answer with one JSON object on standard output
  --help                  show this

Exit codes:
  0  seen
  2  wrong usage
`);
});

describe('an answer', () => {
  const written = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  afterEach(() => { written.mockClear(); });

  it('is one JSON object, or lines for people', () => {
    const lines = () => ['one', 'two'];
    answer(read('--at', 'x', '--json'), { seen: ['é'] }, lines);
    answer(read('--at', 'x'), { seen: [] }, lines);
    expect(written.mock.calls).toEqual([['{"seen":["é"]}\n'], ['one\ntwo\n']]);
  });
});
