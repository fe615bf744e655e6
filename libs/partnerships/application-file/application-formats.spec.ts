import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { APPLICATION_FORM, type Application } from './application.js';
import { APPLICATION_FORMS, readApplication, type ApplicationFormat } from './application-formats.js';

const SAMPLE: Application = {
  form: APPLICATION_FORM,
  call: 'ESF-NL-SITS',
  consortium: 'Jobs & more',
  project: { title: 'Jobs', summary: 'Two lines\nof text', themes: ['work.age'], objectives: ['TC', 'SI'], grantEur: 120_000.5, months: 24, startsOn: '2016-01-01' },
  partners: [
    { id: 'gemeente-goes', pic: '999999999', name: 'Gemeente Goes', role: 'COORDINATOR', country: 'NL', nuts: 'NL342', city: 'Goes', contactName: 'A. Person', contactEmail: 'a@goes.example' },
    { id: 'vives', pic: '', name: '=HYPERLINK("x")', role: 'CO_APPLICANT', country: 'BE', nuts: '', city: '', contactName: '', contactEmail: '' },
  ],
};

const roundTrip = async (format: ApplicationFormat, application: Application) => readApplication(format, await APPLICATION_FORMS[format].write(application));

describe('an application in one file', () => {
  it.each(['JSON', 'XLSX'] as const)('is read from %s as it was written', async (format) => {
    expect(await roundTrip(format, SAMPLE)).toEqual(SAMPLE);
  });

  it('is read from CSV with its partners, and holds no formula', async () => {
    const { form, call, consortium, partners } = SAMPLE;
    expect(await roundTrip('CSV', SAMPLE)).toEqual({ form, call, consortium, partners });
    expect((await APPLICATION_FORMS.CSV.write(SAMPLE)).toString()).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('keeps any text in any format', async () => {
    const word = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'é', '-', "'", '=', ',', ';', '"', '0', ' ', '\n', '1', '+', '@', '\t') }).filter((text) => text.trim() !== '');
    const partner = fc.record({
      id: word, pic: fc.constantFrom('', '012345678'), name: word, role: fc.constantFrom('COORDINATOR' as const, 'OBSERVER' as const), country: fc.constant('BE'),
      nuts: fc.constantFrom('', 'BE21'), city: fc.oneof(word, fc.constant('')), contactName: fc.constant(''), contactEmail: fc.constant(''),
    });
    const project = fc.record({ title: word, themes: fc.array(word, { minLength: 1, maxLength: 3 }), months: fc.integer({ min: 1, max: 60 }) });
    const application = fc.record({ form: fc.constant(APPLICATION_FORM), call: word, consortium: word, project, partners: fc.array(partner, { minLength: 1, maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(application, async (given) => {
        for (const format of ['JSON', 'XLSX'] as const) expect(await roundTrip(format, given as Application)).toEqual(given);
        expect((await roundTrip('CSV', given as Application)).partners).toEqual(given.partners);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['JSON', 'no JSON', 'content: is no JSON file.'],
    ['XLSX', 'no zip', 'content: is no XLSX file.'],
    ['JSON', JSON.stringify({ ...SAMPLE, form: 'other' }), expect.stringMatching('content: form: ')],
    ['CSV', 'call,consortium,id\nA,B,c\n', expect.stringMatching('content: partners.0.name: ')],
  ] as const)('that is none is refused: %s %#', async (format, content, message) => {
    await expect(readApplication(format, Buffer.from(content))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message });
  });

  it('that is small and unpacks to much is refused before it is read', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, { level: 9 }));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(readApplication('XLSX', bomb)).rejects.toMatchObject({ message: 'content: unpacks to more than 5 MB.' });
  });
});
