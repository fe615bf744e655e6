import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { buildSchema, LoneAnonymousOperationRule, parse, specifiedRules, validate } from 'graphql';
import { projectFile } from '#libs/platform';

const schema = buildSchema(fs.readFileSync(projectFile('apps/api/schema.graphql'), 'utf8'));

/** One block may show several operations, one after the other. */
const rules = specifiedRules.filter((rule) => rule !== LoneAnonymousOperationRule);

const rooms = fs.readdirSync(projectFile('libs')).map((room) => path.join('libs', room));
const examples = ['.', 'docker', ...rooms].flatMap((folder) => {
  const file = path.join(folder, 'README.md');
  if (!fs.existsSync(projectFile(file))) return [];
  const blocks = fs.readFileSync(projectFile(file), 'utf8').matchAll(/```graphql\n(.*?)```/gs);
  return [...blocks].map(([, query = ''], i): [string, string] => [`${file}, ${i + 1}`, query]);
});

it.each(examples)('the example of %s asks for what there is', (_, query) => {
  expect(validate(schema, parse(query), rules).map(({ message }) => message)).toEqual([]);
});
