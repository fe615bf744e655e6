import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation, Theme } from '#libs/directory';
import { localised, type Connection, type Language } from '#libs/platform';
import { listedFact, sourceAddress } from './call-facts.js';
import { Call, CallConnection, CallRule } from './call.type.js';
import { CallsArgs } from './calls.args.js';
import { CallsLoaders } from './calls.loaders.js';
import { CallsService } from './calls.service.js';
import { CallState, type CallStateName } from './enums.js';
import { Milestone } from './milestone.type.js';
import { Objective, Programme } from './programme.type.js';
import { rulesetOf } from './ruleset.js';

@Resolver(() => Call)
export class CallsResolver {
  constructor(
    private readonly calls: CallsService,
    private readonly loaders: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Query(() => Call, { nullable: true, description: 'One call; nothing when there is none.' })
  async call(@Args('id', { type: () => ID, description: 'The code of the call.' }) id: string): Promise<Call | null> {
    return (await this.calls.call(id)) ?? null;
  }

  @Query(() => CallConnection, {
    name: 'calls',
    description: 'Calls, those that can still be answered first, narrowed by what you give.',
  })
  async list(@Args() args: CallsArgs, @Context() context: RequestContext): Promise<Connection<Call>> {
    return this.calls.calls(args, args, await this.loaders.now(context));
  }

  @ResolveField(() => String, { description: 'Its title.' })
  title(@Parent() call: Call, @LanguageArg() language: Language): string {
    return localised(call.titles, language) ?? call.id;
  }

  @ResolveField(() => Programme, { description: 'The programme that pays for it.' })
  programme(@Parent() call: Call, @Context() context: RequestContext): Promise<Programme | null> {
    return this.loaders.programme(context, call.programmeUuid);
  }

  @ResolveField(() => [Objective], { description: 'The objectives of the programme that it serves.' })
  async objectives(@Parent() call: Call, @Context() context: RequestContext): Promise<Objective[]> {
    const programme = await this.loaders.programme(context, call.programmeUuid);
    return (programme?.objectives ?? []).filter(({ code }) => call.objectiveCodes.includes(code));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The body that grants the money.' })
  async grantingAuthority(@Parent() call: Call, @Context() context: RequestContext): Promise<Organisation | null> {
    const { grantingAuthorityUuid: uuid } = call;
    return uuid === null ? null : this.directory.organisation(context, uuid);
  }

  @ResolveField(() => [Theme], { description: 'The themes it is about.' })
  async themes(@Parent() call: Call, @Context() context: RequestContext): Promise<Theme[]> {
    const tree = await this.directory.themes(context);
    return call.themeIds.flatMap((id) => tree.get(id) ?? []);
  }

  @ResolveField(() => [String], { description: 'The challenges of society it names; a project answers one at least.' })
  challenges(@Parent() call: Call): string[] {
    return listedFact(call.facts, 'challenges');
  }

  @ResolveField(() => [String], { description: 'The kinds of measures it names as examples; others may be proposed.' })
  actionTypes(@Parent() call: Call): string[] {
    return listedFact(call.facts, 'actionTypes');
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call it builds on.' })
  async predecessor(@Parent() { predecessorUuid }: Call, @Context() context: RequestContext): Promise<Call | null> {
    return predecessorUuid === null ? null : this.loaders.call(context, predecessorUuid);
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call that builds on it.' })
  async successor(@Parent() { successorUuid }: Call, @Context() context: RequestContext): Promise<Call | null> {
    return successorUuid === null ? null : this.loaders.call(context, successorUuid);
  }

  @ResolveField(() => CallState, { description: 'Where it stands now.' })
  async state(@Parent() call: Call, @Context() context: RequestContext): Promise<CallStateName> {
    return (await this.loaders.state(context, call.uuid)).state;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When it opened last or will open, if known exactly.' })
  async opensAt(@Parent() call: Call, @Context() context: RequestContext): Promise<Date | null> {
    return (await this.loaders.state(context, call.uuid)).opensAt ?? null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When it closes or closed, if known exactly.' })
  async closesAt(@Parent() call: Call, @Context() context: RequestContext): Promise<Date | null> {
    return (await this.loaders.state(context, call.uuid)).closesAt ?? null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'Since when it is closed; nothing while it is not.' })
  async closedSince(@Parent() call: Call, @Context() context: RequestContext): Promise<Date | null> {
    return (await this.loaders.state(context, call.uuid)).closedSince ?? null;
  }

  @ResolveField(() => [Milestone], { description: 'Its dates in order, those of its tracks left out.' })
  milestones(@Parent() call: Call, @Context() context: RequestContext): Promise<readonly Milestone[]> {
    return this.loaders.milestones(context, call.uuid);
  }

  @ResolveField(() => [CallRule], { description: 'Its rules, in their newest version.' })
  rules(@Parent() call: Call): CallRule[] {
    const { version, rules } = rulesetOf(call.ruleset);
    const sourceOf = (name: string) => ({ name, url: sourceAddress(call.facts, name) });
    return rules.map(({ src, ...rule }) => ({ ...rule, sources: src.map(sourceOf), version }));
  }
}

@Resolver(() => CallRule)
export class CallRuleResolver {
  @ResolveField(() => String, { description: 'The rule in words.' })
  message(@Parent() rule: CallRule, @LanguageArg() language: Language): string {
    return localised(rule.message, language) ?? rule.id;
  }
}
