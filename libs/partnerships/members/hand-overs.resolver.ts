import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium, ConsortiumResult } from '../consortia/consortium.type.js';
import { Departures } from './departures.service.js';
import { HandOvers } from './hand-overs.service.js';

const idArg = (): ParameterDecorator => Args('consortiumId', { type: () => ID, description: 'The consortium.' });

/** Who leads a consortium, and how it ends. */
@Resolver(() => Consortium)
export class HandOversResolver {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly handOvers: HandOvers,
    private readonly departures: Departures,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Mutation(() => ConsortiumResult, { description: 'A representative of the lead offers the lead to a confirmed co-applicant; nothing changes until that accepts.' })
  proposeHandOver(
    @CurrentViewer() viewer: Viewer,
    @Args('memberId', { type: () => ID, description: 'The member.' }) memberId: string,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.handOvers.propose(viewer, memberId).then((id) => this.consortia.consortium(viewer, id)));
  }

  @Mutation(() => ConsortiumResult, { description: 'A representative of whom it is offered to takes the lead, in one step: at every moment there is one coordinator.' })
  acceptHandOver(@CurrentViewer() viewer: Viewer, @idArg() consortiumId: string): Promise<ConsortiumRecord | FailureView> {
    return this.shown(viewer, consortiumId, this.handOvers.accept(viewer, consortiumId));
  }

  @Mutation(() => ConsortiumResult, { description: 'Takes back the offer of the lead, or declines it.' })
  endHandOver(@CurrentViewer() viewer: Viewer, @idArg() consortiumId: string): Promise<ConsortiumRecord | FailureView> {
    return this.shown(viewer, consortiumId, this.handOvers.end(viewer, consortiumId));
  }

  @Mutation(() => ConsortiumResult, { description: 'The lead dissolves a consortium that was not submitted; everybody in it, or asked to be, is told.' })
  dissolveConsortium(
    @CurrentViewer() viewer: Viewer,
    @idArg() consortiumId: string,
    @Args('reason', { description: 'Why.' }) reason: string,
  ): Promise<ConsortiumRecord | FailureView> {
    return this.shown(viewer, consortiumId, this.departures.dissolve(viewer, consortiumId, reason));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'To whom the lead is offered; nothing where it is not.' })
  leadOfferedTo(@Parent() { nextLeadId }: ConsortiumRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return nextLeadId === null ? Promise.resolve(null) : this.loaders.organisation(context, nextLeadId);
  }

  private shown(viewer: Viewer, id: string, done: Promise<void>): Promise<ConsortiumRecord | FailureView> {
    return failureOr(done.then(() => this.consortia.consortium(viewer, id)));
  }
}
