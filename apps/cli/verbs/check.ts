import { COMMAND_LINE } from '#libs/accounts';
import { MEMBER_ROLES, sentenceOf, type Repair, type RepairStep, type RuleVerdict } from '#libs/eligibility';
import { Failure, type Language } from '#libs/platform';
import { ChecksService, type ConsortiumDraft, type ReadDraft } from '#libs/suggestions';
import { withFeatures } from '../installation.js';
import { answer, languageOf, required, say, UsageError, type Verb } from '../verb.js';

export const check: Verb = {
  name: 'check',
  summary: 'Checks a consortium against the rules of a call, and says what would repair it.',
  usage: '--call CALL --members ORGANISATION[:ROLE],… [--language en]',
  options: {
    call: { value: 'CALL', meaning: 'the call, by id or code, such as 2SEAS-SO13', required: true },
    members: { value: 'MEMBERS', meaning: 'the members, such as stad-brugge:COORDINATOR,vives (no role: CO_APPLICANT)', required: true },
    language: { value: 'LANGUAGE', meaning: 'of the rules: nl, fr, en or de (en)' },
  },
  exits: { 0: 'answered, whatever the verdict', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) => {
    const language = languageOf(options);
    const draft = { callId: required(options, 'call'), members: membersIn(required(options, 'members')) };
    return withFeatures(async (app) => {
      const checks = app.get(ChecksService);
      try {
        const { read, check: checked } = await checks.check(COMMAND_LINE, draft);
        const repair = await checks.repair(read);
        answer(options, { call: read.call.code, verdict: checked.verdict, rules: checked.rules.map(ruleIn), ...repairIn(repair) }, () => [
          `${read.call.code}: ${checked.verdict}`,
          ...checked.rules.flatMap((rule) => ruleLines(rule, read, language)),
          '',
          ...repairLines(repair),
        ]);
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    });
  },
};

/** @throws UsageError for a role that there is not, and for a member without a name */
export function membersIn(text: string): ConsortiumDraft['members'] {
  return text.split(',').map((part) => {
    const [organisationId = '', given = 'CO_APPLICANT', ...more] = part.trim().split(':');
    const role = MEMBER_ROLES.find((known) => known === given.toUpperCase());
    if (organisationId === '' || more.length > 0) throw new UsageError(`--members "${part}" is no member: write ORGANISATION or ORGANISATION:ROLE.`);
    if (role === undefined) throw new UsageError(`--members "${part}": there is no role ${given}, only ${MEMBER_ROLES.join(', ')}.`);
    return { organisationId, role };
  });
}

function ruleIn({ rule: id, severity, verdict, have, need, missing, counted }: RuleVerdict): object {
  return { id, severity, verdict, have, need, missing: missing.map(({ fact, member, supplier }) => ({ fact, member, supplier })), counted };
}

/** Every step has all four: where nobody is to be chosen, there are no candidates, and `first` is the member itself. */
function repairIn(repair: Repair): object {
  if ('conflict' in repair) return { repair: [], conflict: repair.conflict };
  return { repair: repair.steps.map((step) => ({ role: null, candidates: 0, first: [], ...step })), open: repair.open };
}

function ruleLines({ rule: id, severity, verdict, have, need, missing, counted, values }: RuleVerdict, { eligibility }: ReadDraft, language: Language): string[] {
  const rule = eligibility.rules.find((each) => each.id === id);
  const bounds = [...(need.min === undefined ? [] : [`at least ${need.min}`]), ...(need.max === undefined ? [] : [`at most ${need.max}`])];
  const number = have === null ? [] : [`${have}, wanted ${bounds.join(' and ')}`];
  const who = [...values, ...counted];
  return [
    `  ${verdict.padEnd(14)} ${id} (${severity})${rule === undefined ? '' : `: ${sentenceOf(rule, language)}`}`,
    ...(verdict === 'NOT_MET' ? [`${INDENT}${[...number, ...who].join(', ')}`] : []),
    ...missing.map(({ fact, member, supplier }) => `${INDENT}not known: ${fact}${member === undefined ? '' : ` of ${member}`} (ask: ${supplier.who})`),
  ];
}

const INDENT = ' '.repeat(17);

function repairLines(repair: Repair): string[] {
  if ('conflict' in repair) return [`No change can keep these rules together: ${repair.conflict.join(', ')}.`];
  const open = repair.open.length === 0 ? [] : [`Open, for want of facts: ${repair.open.join(', ')}.`];
  if (repair.steps.length === 0) return ['Nothing has to be changed.', ...open];
  return ['Smallest repair:', ...repair.steps.map((step, i) => `  ${i + 1}. ${stepLine(step)}`), ...open];
}

function stepLine(step: RepairStep): string {
  switch (step.action) {
    case 'ADD':
      return `ADD a ${step.role}: ${step.candidates} would do, first ${step.first.join(', ')}`;
    case 'SWAP':
      return `SWAP ${step.member} for a ${step.role}: ${step.candidates} would do, first ${step.first.join(', ')}`;
    case 'CHANGE_ROLE':
      return `CHANGE_ROLE of ${step.member} to ${step.role}`;
    case 'REMOVE':
      return `REMOVE ${step.member}`;
    case 'SUPPLY':
      return `SUPPLY ${step.document}${step.member === undefined ? (step.step === undefined ? '' : ` of whoever step ${step.step + 1} takes`) : ` of ${step.member}`}`;
  }
}
