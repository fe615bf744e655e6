import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountsService, CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { describeDeadline } from '#libs/calendar';
import { Call, ContactPoint } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import type { Language } from '#libs/platform';
import { DeadlinePassed } from './deadline-passed.js';
import { ExpressionsService } from './expressions.service.js';
import { NextCalls } from './next-calls.service.js';

@Resolver(() => DeadlinePassed)
export class DeadlinePassedResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly expressions: ExpressionsService,
    private readonly organisations: DirectoryLoaders,
    private readonly calls: NextCalls,
  ) {}

  @ResolveField(() => String, { description: 'The deadline in words, on your clock.' })
  async deadline(@Parent() { wall }: DeadlinePassed, @CurrentViewer() viewer: Viewer, @LanguageArg() language: Language): Promise<string> {
    const reader = await this.accounts.person(viewer);
    return describeDeadline(wall, reader?.zone ?? wall.zone, language);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The body to turn to.' })
  async body(@Parent() { trackUuid }: DeadlinePassed, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.organisations.organisation(context, (await this.expressions.track(trackUuid)).bodyId);
  }

  @ResolveField(() => [ContactPoint], { description: 'Its desks for questions about this track.' })
  async contacts(@Parent() { trackUuid }: DeadlinePassed): Promise<ContactPoint[]> {
    const { contacts } = (await this.expressions.track(trackUuid)).facts;
    return Array.isArray(contacts) ? (contacts as ContactPoint[]) : [];
  }

  @ResolveField(() => [Call], { description: 'Other calls on the same themes that are open, or open next: at most three.' })
  nextCalls(@Parent() { trackUuid }: DeadlinePassed): Promise<Call[]> {
    return this.calls.after(trackUuid);
  }
}
