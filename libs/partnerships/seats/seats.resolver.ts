import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, requestLoader, Theme } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium } from '../consortia/consortium.type.js';
import { Seat, SeatInput, SeatRemovedResult, SeatResult, type SeatRemoved } from './seat.types.js';
import { Seats } from './seats.service.js';

const seatArg = (): ParameterDecorator => Args('seat', { type: () => SeatInput, description: 'Who is looked for.' });
const idArg = (): ParameterDecorator => Args('seatId', { type: () => ID, description: 'The seat.' });

@Resolver(() => Seat)
export class SeatsResolver {
  constructor(
    private readonly seats: Seats,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Mutation(() => SeatResult, { description: 'Adds a seat to a consortium. For those who work for its lead.' })
  addSeat(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', { type: () => ID, description: 'The consortium.' }) consortiumId: string,
    @seatArg() seat: SeatInput,
  ): Promise<Seat | FailureView> {
    return failureOr(this.seats.add(viewer, consortiumId, seat));
  }

  @Mutation(() => SeatResult, { description: 'Changes what is looked for; who has the seat keeps it.' })
  changeSeat(@CurrentViewer() viewer: Viewer, @idArg() seatId: string, @seatArg() seat: SeatInput): Promise<Seat | FailureView> {
    return failureOr(this.seats.change(viewer, seatId, seat));
  }

  @Mutation(() => SeatRemovedResult, { description: 'Removes a seat that nobody has. Invitations to it end.' })
  removeSeat(@CurrentViewer() viewer: Viewer, @idArg() seatId: string): Promise<SeatRemoved | FailureView> {
    return failureOr(this.seats.remove(viewer, seatId));
  }

  @ResolveField(() => Theme, { nullable: true, description: 'For which theme.' })
  async theme(@Parent() { themeId }: Seat, @Context() context: RequestContext): Promise<Theme | null> {
    return themeId === null ? null : ((await this.loaders.themes(context)).get(themeId) ?? null);
  }

  @ResolveField(() => ID, { nullable: true, description: 'The membership that has it; nothing while it is free.' })
  holder(@Parent() { holderId }: Seat): string | null {
    return holderId;
  }
}

@Resolver(() => Consortium)
export class ConsortiumSeatsResolver {
  constructor(private readonly all: Seats) {}

  @ResolveField(() => [Seat], { description: 'The places that it wants to fill, in their order.' })
  async seats(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<Seat[]> {
    const batch = (ids: readonly string[]) => this.all.ofConsortia(ids);
    return (await requestLoader(context, 'partnerships.seats', batch).load(id)) ?? [];
  }
}
